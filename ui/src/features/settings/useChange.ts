import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useChanged } from "../../app/changes";
import type { Changed, MeetingsView, MovedDay, OfficeView, ReferenceView } from "../../ipc";
import { tellMoved } from "../../parts/moved/moved";

/** What a change is answered with; days that moved with it where it can move any. */
type Reply<View> = Changed<View> & { moved?: MovedDay[] };

let before: Promise<unknown> = Promise.resolve();

/**
 * Changes what a query shows, one change after another: each starts from what the last one left, so that someone who types
 * quickly from field to field never meets their own new version as another's.
 */
function useChange<View>(query: string) {
  const client = useQueryClient();
  const changed = useChanged();
  return useCallback(
    (change: (now: View) => Promise<Reply<View>>): Promise<void> => {
      const run = before.then(async () => {
        const now = client.getQueryData<View>([query]);
        if (!now) return;
        try {
          const reply = await change(now);
          client.setQueryData([query], reply.view);
          changed(reply.changed, [query]);
          tellMoved(reply);
        } catch (refusal) {
          // Someone may have changed the row since: what it is now is shown, what was typed stays in its field.
          await client.invalidateQueries({ queryKey: [query] });
          throw refusal;
        }
      });
      before = run.catch(() => undefined);
      return run;
    },
    [client, changed, query],
  );
}

export const useReferenceChange = () => useChange<ReferenceView>("reference");
export const useMeetingsChange = () => useChange<MeetingsView>("meetings");
export const useOfficeChange = () => useChange<OfficeView>("office");

/** The row as it is now, with one field changed. */
export function patched<Row extends { id: number }>(rows: readonly Row[], row: Row, patch: Partial<Row>): Row {
  return { ...(rows.find((one) => one.id === row.id) ?? row), ...patch };
}
