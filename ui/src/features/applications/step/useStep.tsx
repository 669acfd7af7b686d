import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { useActions } from "../../../app/actions";
import { useNotify } from "../../../app/notify";
import { useWord } from "../../../format";
import { type ApplicationView, commands, type StepDraft } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { type Save, useSave } from "../../../parts/useSave";

/** Takes a step: saves it, tells of it with the way back, and gives the new view. Resolves to whether it went well. */
export function useStep(): Save & {
  take: (draft: StepDraft, done: (view: ApplicationView) => void) => Promise<boolean>;
} {
  const { t } = useLingui();
  const notify = useNotify();
  const word = useWord();
  const { runAction } = useActions();
  const save = useSave(["takenOn", "takenTime", "reason", "requested", "awarded", "recordNumber", "funderReference"]);
  const { run } = save;
  const take = useCallback(
    (draft: StepDraft, done: (view: ApplicationView) => void) =>
      run(() => commands.applicationAdvance(draft), {
        key: (view) => ["application", view.application.id, null],
        done: (view) => {
          const stage = word("stage", draft.stage);
          notify({
            tone: "ok",
            text: (
              <>
                <DanishText>{view.application.title}</DanishText>
                {t`: now “${stage}”.`}
              </>
            ),
            action: { label: t`Undo`, run: () => runAction("history.undo") },
          });
          done(view);
        },
      }),
    [run, notify, word, runAction, t],
  );
  return { ...save, take };
}
