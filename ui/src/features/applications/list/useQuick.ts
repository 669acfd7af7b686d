import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useChanged } from "../../../app/changes";
import {
  type ApplicationRow,
  type ApplicationsView,
  type ApplicationView,
  commands,
  type QuickChange,
} from "../../../ipc";
import { asFailure } from "../../../parts/ErrorText";
import { putRow } from "../cache";

export type QuickField = "title" | "ownerId" | "departmentId" | "requested";
export type QuickPatch = Partial<Pick<QuickChange, QuickField>>;

/** Someone changed the same field meanwhile: who, and how the row stands now. */
export class Conflict extends Error {
  constructor(
    readonly who: string,
    readonly now: ApplicationRow,
  ) {
    super("changed meanwhile");
  }
}

const columns: Record<QuickField, string> = {
  title: "title",
  ownerId: "owner_id",
  departmentId: "department_id",
  requested: "requested",
};

/** Who changed a field last, as history has it. */
export function changedBy(view: ApplicationView, field: QuickField): string {
  const own = view.history.find(({ changes }) =>
    changes.some((change) => change.table === "application" && change.field.startsWith(columns[field])),
  );
  return (own ?? view.history[0])?.actor ?? "";
}

let before: Promise<unknown> = Promise.resolve();

/**
 * Changes one field of an application from the list, one change after another: each starts from what the last one left, so that
 * someone who types quickly never meets their own new version as another's. A row whose other fields changed meanwhile is
 * changed on top of them; the same field throws a `Conflict`.
 */
export function useQuick() {
  const client = useQueryClient();
  const changed = useChanged();
  return useCallback(
    (seen: ApplicationRow, field: QuickField, patch: QuickPatch): Promise<void> => {
      const send = async (row: ApplicationRow) => {
        const { id, version, title, ownerId, departmentId, requested } = row;
        const sent: QuickChange = { id, version, title, ownerId, departmentId, requested, ...patch };
        const { view, changed: tables } = await commands.applicationQuickSave(sent);
        client.setQueryData(["application", id, null], view);
        putRow(client, view.row);
        changed(tables);
      };
      const run = before.then(async () => {
        const list = client.getQueryData<ApplicationsView>(["applications", null]);
        const known = list?.applications.find(({ id }) => id === seen.id) ?? seen;
        try {
          if (known[field] !== seen[field]) throw await conflict(seen.id, field);
          await send(known);
        } catch (refusal) {
          if (refusal instanceof Conflict || asFailure(refusal).code !== "record_changed") throw refusal;
          const view = await commands.application(seen.id, null);
          putRow(client, view.row);
          if (view.row[field] !== seen[field]) throw new Conflict(changedBy(view, field), view.row);
          await send(view.row);
        }
      });
      before = run.catch(() => undefined);
      return run;
    },
    [client, changed],
  );
}

async function conflict(id: number, field: QuickField): Promise<Conflict> {
  const view = await commands.application(id, null);
  return new Conflict(changedBy(view, field), view.row);
}
