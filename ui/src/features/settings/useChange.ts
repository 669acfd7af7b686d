import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useChanged } from "../../app/changes";
import type { Changed, OfficeView, ReferenceView } from "../../ipc";

let before: Promise<unknown> = Promise.resolve();

/**
 * Changes what a query shows, one change after another: each starts from what the last one left, so that someone who types
 * quickly from field to field never meets their own new version as another's.
 */
function useChange<View>(query: string) {
  const client = useQueryClient();
  const changed = useChanged();
  return useCallback(
    (change: (now: View) => Promise<Changed<View>>): Promise<void> => {
      const run = before.then(async () => {
        const now = client.getQueryData<View>([query]);
        if (!now) return;
        try {
          const { view, changed: tables } = await change(now);
          client.setQueryData([query], view);
          changed(tables);
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
export const useOfficeChange = () => useChange<OfficeView>("office");

/** The row as it is now, with one field changed. */
export function patched<Row extends { id: number }>(rows: readonly Row[], row: Row, patch: Partial<Row>): Row {
  return { ...(rows.find((one) => one.id === row.id) ?? row), ...patch };
}
