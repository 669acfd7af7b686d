import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { useNotify } from "../../../app/notify";
import { useWord } from "../../../format";
import { type ApplicationView, commands } from "../../../ipc";
import { ErrorText } from "../../../parts/ErrorText";
import { FormActions } from "../../../parts/FormActions";
import { TextArea } from "../../../parts/TextField";
import { useFirstFocus } from "../../../parts/useFirstFocus";
import { useSave } from "../../../parts/useSave";
import css from "./Page.module.css";
import { live } from "./track";

/** Takes the newest step back as a mistake: it stays in the history with why. */
export function StepBack({ view, onEnd }: { view: ApplicationView; onEnd: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const notify = useNotify();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { id, version } = view.application;
  const save = useSave(["reason"]);
  const steps = live(view.steps);
  const [from, to] = [steps.at(-1), steps.at(-2)].map((step) => (step ? word("stage", step.stage) : ""));
  useFirstFocus(form, "textarea");
  const submit = async () => {
    setTried(true);
    if (reason.trim() === "") return form.current?.querySelector("textarea")?.focus();
    await save.run(() => commands.applicationStepBack(id, version, reason.trim()), {
      key: ["application", id, null],
      done: () => {
        notify({ tone: "ok", text: t`The step to “${from}” is taken back.` });
        onEnd();
      },
    });
  };
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={t`Take the step back`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>{t`The application goes back from “${from}” to “${to}”. The step stays in the history, struck through, with your reason.`}</p>
      <TextArea
        label={t`Why it is taken back`}
        lang="da"
        rows={2}
        value={reason}
        onChange={setReason}
        error={tried && reason.trim() === "" ? t`Say why.` : save.fieldError("reason")}
      />
      {save.error && <ErrorText error={save.error} />}
      <FormActions save={t`Take the step back`} busy={save.busy} dirty={reason.trim() !== ""} onCancel={onEnd} />
    </form>
  );
}
