import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useActions } from "../../../app/actions";
import { useChanged } from "../../../app/changes";
import { useNotify } from "../../../app/notify";
import { commands, type InitiativeView } from "../../../ipc";
import { type Draft, draftOf, type Fields, onto, useDraft } from "./draft";

/** The correction of one initiative from »Ret« to saved, with what came between. */
export function useCorrection(view: InitiativeView | undefined, id: number) {
  const { t } = useLingui();
  const client = useQueryClient();
  const changed = useChanged();
  const notify = useNotify();
  const { runAction } = useActions();
  const [draft, put] = useDraft(id);
  const [theirs, setTheirs] = useState<Partial<Fields> | null>(null);
  const [opened, setOpened] = useState(false);

  const save = useMutation({
    mutationFn: (sent: Draft) => commands.initiativeCorrect({ id, version: sent.version, ...sent.written }),
    onSuccess: (reply) => {
      put(null);
      setTheirs(null);
      const number = reply.view.number;
      client.setQueryData(["initiative", id, null], reply.view);
      changed(reply.changed);
      notify({
        tone: "ok",
        text: t`Initiative ${number} corrected.`,
        action: { label: t`Undo`, run: () => runAction("history.undo") },
      });
    },
    // Whatever the refusal: if the row has moved on since it was read, that is what the person needs to see.
    onError: async (_refusal, sent) => {
      const newest = await commands.initiative(id, null);
      if (newest.version === sent.version) return;
      const rebased = onto(sent, newest);
      put(rebased.draft);
      setTheirs(rebased.theirs);
      client.setQueryData(["initiative", id, null], newest);
    },
  });

  return {
    draft,
    theirs,
    opened,
    saving: save.isPending,
    error: save.error,
    change: put,
    start: () => {
      if (!view) return;
      setOpened(true);
      if (!draft) put(draftOf(view));
    },
    end: () => {
      put(null);
      setTheirs(null);
      setOpened(false);
      save.reset();
    },
    save: () => {
      if (draft && !save.isPending) save.mutate(draft);
    },
  };
}
