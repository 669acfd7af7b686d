import { useLingui } from "@lingui/react/macro";
import { useEffect, useId, useRef } from "react";
import { useChanged } from "../../../../app/changes";
import { useNotify } from "../../../../app/notify";
import { commands, type PaperPart, type PaperTextDraft, type PaperView } from "../../../../ipc";
import { Button } from "../../../../parts/Button";
import { asFailure, ErrorText } from "../../../../parts/ErrorText";
import { FormActions } from "../../../../parts/FormActions";
import { useKept } from "../../../../parts/standing/useKept";
import type { Lookup } from "../lookup";
import { ProseText } from "../ProseText";
import css from "../paper.module.css";
import { usePaperSave } from "../usePaper";
import { TextEditor } from "./TextEditor";

/** The text under a heading being written. Saving it accepts it. */
export default function PartForm({
  view,
  part,
  name,
  lookup,
  onEnd,
}: {
  view: PaperView;
  part: PaperPart;
  /** What it is called. */
  name: string;
  lookup: Lookup;
  onEnd: () => void;
}) {
  const { t } = useLingui();
  const notify = useNotify();
  const changed = useChanged();
  const hint = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The whole of it, with the buttons at its foot, where there is room.
    form.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  const caseId = view.committeeCaseId;
  const [kept, keep] = useKept<PaperTextDraft>(`paper text ${caseId} ${part.key}`);
  const save = usePaperSave();
  const { id, version } = part.row ?? { id: 0, version: 0 };
  const draft = kept ?? { committeeCaseId: caseId, key: part.key, id, version, prose: part.prose };
  const submit = async (row: PaperTextDraft) => {
    const saved = await save.run(
      () => commands.paperTextSave(row),
      () => {
        keep(null);
        notify({ tone: "ok", text: t`“${name}” is saved and accepted.` });
        onEnd();
      },
    );
    // What was in the way is shown as it now is.
    if (!saved) changed(["case_text"]);
  };
  // Someone else saved it meanwhile: what they wrote, and the way to let one's own stand.
  const passed =
    save.error && asFailure(save.error).code === "record_changed" && (id !== draft.id || version !== draft.version);
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(draft);
      }}
    >
      <TextEditor
        label={name}
        prose={draft.prose}
        view={view}
        lookup={lookup}
        describedBy={hint}
        onChange={(prose) => keep({ ...draft, prose })}
      />
      {save.error && <ErrorText error={save.error} />}
      {passed && (
        <div className={css.meanwhile}>
          <p>{t`It now says:`}</p>
          <ProseText prose={part.prose} lookup={lookup} />
          <Button onClick={() => void submit({ ...draft, id, version })}>{t`Save mine instead`}</Button>
        </div>
      )}
      <FormActions
        save={t`Save and accept`}
        busy={save.busy}
        dirty={kept !== null}
        onCancel={() => {
          keep(null);
          onEnd();
        }}
      >
        <p id={hint} className={css.soft}>{t`Ctrl+Enter saves, Escape cancels.`}</p>
      </FormActions>
    </form>
  );
}
