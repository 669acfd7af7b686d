import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useChanged } from "../../app/changes";
import type { Changed, ReferenceView } from "../../ipc";

let before: Promise<unknown> = Promise.resolve();

/**
 * Changes the reference data, one change after another: each starts from what the last one left, so that someone who types
 * quickly from field to field never meets their own new version as another's.
 */
export function useReferenceChange() {
  const client = useQueryClient();
  const changed = useChanged();
  return useCallback(
    (change: (now: ReferenceView) => Promise<Changed<ReferenceView>>): Promise<void> => {
      const run = before.then(async () => {
        const now = client.getQueryData<ReferenceView>(["reference"]);
        if (!now) return;
        try {
          const { view, changed: tables } = await change(now);
          client.setQueryData(["reference"], view);
          changed(tables);
        } catch (refusal) {
          // Someone may have changed the row since: what it is now is shown, what was typed stays in its field.
          await client.invalidateQueries({ queryKey: ["reference"] });
          throw refusal;
        }
      });
      before = run.catch(() => undefined);
      return run;
    },
    [client, changed],
  );
}

/** The row as it is now, with one field changed. */
export function patched<Row extends { id: number }>(rows: readonly Row[], row: Row, patch: Partial<Row>): Row {
  return { ...(rows.find((one) => one.id === row.id) ?? row), ...patch };
}
