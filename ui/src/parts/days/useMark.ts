import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { useActions } from "../../app/actions";
import { useMunicipality } from "../../app/municipality";
import { useNotify } from "../../app/notify";
import { useSession } from "../../app/session";
import { commands, type DeadlineItem, type DeadlineMark } from "../../ipc";
import { asFailure, errorWords } from "../ErrorText";
import { type Save, useSave } from "../useSave";

/** What a mark can say of a day. */
export type MarkPatch = Partial<
  Pick<DeadlineMark, "pinnedOn" | "pinnedReason" | "doneOn" | "asideUntil" | "asideReason" | "waitingFor">
>;

/** The mark of a day as it is, changed so; a new one where nothing was said of the day yet. */
export function marked(item: DeadlineItem, municipalityId: number, patch: MarkPatch): DeadlineMark {
  const { subjectTable, subjectId, kind, part } = item;
  const none: DeadlineMark = {
    id: 0,
    version: 0,
    municipalityId,
    subjectTable,
    subjectId,
    kind,
    part,
    pinnedOn: null,
    pinnedReason: "",
    doneOn: null,
    asideUntil: null,
    asideReason: "",
    waitingFor: "",
  };
  return { ...(item.mark ?? none), ...patch };
}

/** What takes a mark's words back. */
export const unmarked = {
  pin: { pinnedOn: null, pinnedReason: "" },
  done: { doneOn: null },
  aside: { asideUntil: null, asideReason: "" },
  waiting: { waitingFor: "" },
} as const satisfies Record<string, MarkPatch>;

/** Says something of a day: moves it, does it, puts it aside, or says who it waits on. Answers whether it went well. */
export function useMark(save: Save): (item: DeadlineItem, patch: MarkPatch) => Promise<boolean> {
  const municipality = useMunicipality();
  const { run } = save;
  return useCallback(
    (item, patch) =>
      run(() => commands.deadlineMarkSave(marked(item, municipality?.id ?? 0, patch)), { typed: item.key }),
    [run, municipality],
  );
}

/** The same at once, without a form: a refusal is told in passing, and what was done can be undone from there. */
export function useQuickMark() {
  const { t } = useLingui();
  const { language } = useSession();
  const notify = useNotify();
  const { runAction } = useActions();
  const municipality = useMunicipality();
  const { run } = useSave();
  return useCallback(
    (item: DeadlineItem, patch: MarkPatch, done: string) =>
      run(
        async () => {
          try {
            return await commands.deadlineMarkSave(marked(item, municipality?.id ?? 0, patch));
          } catch (refusal) {
            notify({ tone: "bad", text: errorWords(asFailure(refusal), language) });
            throw refusal;
          }
        },
        {
          typed: item.key,
          done: () =>
            notify({ tone: "ok", text: done, action: { label: t`Undo`, run: () => runAction("history.undo") } }),
        },
      ),
    [run, municipality, notify, language, runAction, t],
  );
}
