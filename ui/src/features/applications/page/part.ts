import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useAsOf } from "../../../app/asOf";
import { useChanged } from "../../../app/changes";
import {
  type ApplicationPart,
  type ApplicationPartKind,
  type ApplicationView,
  type Changed,
  commands,
  type MovedDay,
} from "../../../ipc";
import { tellMoved } from "../../../parts/moved/moved";

export type TabProps = {
  view: ApplicationView;
  /** Whether anything can be corrected: not on another day, nor where the file cannot be written. */
  editable: boolean;
};

/**
 * Runs something that changes what a query of the application shows (`["money", id, asOf]`), and shows the answer at once.
 * Rejects with the refusal, after loading what stands.
 */
export function useReply<View>(
  query: string,
  id: number,
): (command: () => Promise<Changed<View> & { moved?: MovedDay[] }>) => Promise<View> {
  const client = useQueryClient();
  const changed = useChanged();
  const asOf = useAsOf();
  return useCallback(
    async (command) => {
      try {
        const reply = await command();
        client.setQueryData([query, id, asOf], reply.view);
        changed(reply.changed);
        tellMoved(reply);
        return reply.view;
      } catch (refusal) {
        void client.invalidateQueries({ queryKey: [query, id] });
        throw refusal;
      }
    },
    [client, changed, asOf, query, id],
  );
}

/** The same for the application itself. */
export const useApply = (id: number) => useReply<ApplicationView>("application", id);

/** Saving and removing what belongs to an application. Both reject with the refusal. */
export function usePart(view: ApplicationView) {
  const apply = useApply(view.application.id);
  const save = useCallback(
    async (part: ApplicationPart): Promise<void> => {
      await apply(() => commands.applicationPartSave(part));
    },
    [apply],
  );
  const remove = useCallback(
    async (kind: ApplicationPartKind, id: number, version: number): Promise<void> => {
      await apply(() => commands.applicationPartDelete(kind, id, version));
    },
    [apply],
  );
  return { save, remove };
}
