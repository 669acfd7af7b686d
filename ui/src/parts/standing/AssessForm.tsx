import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { useNotify } from "../../app/notify";
import { useWord } from "../../format";
import { type Assessment, commands, type PoolStandingView } from "../../ipc";
import { DateField } from "../DateField";
import { ErrorText } from "../ErrorText";
import { FormActions } from "../FormActions";
import { OptionalSelect } from "../OptionalSelect";
import { TextArea, TextField } from "../TextField";
import { useFirstFocus } from "../useFirstFocus";
import { useSave } from "../useSave";
import {
  type About,
  draftOf,
  type Mistake,
  mistakesOf,
  nameOf,
  reasons,
  stances,
  takesReason,
  type Written,
  writtenOf,
} from "./assessment";
import css from "./Standing.module.css";
import { useKept } from "./useKept";

const fields = ["stance", "reason", "text", "assessedOn", "applicationHours", "reportingHours"];

/** What the administration thinks of a pool: a new version each time. What is typed stays until it is saved or discarded. */
export default function AssessForm({
  about,
  newest,
  onSaved,
  onEnd,
}: {
  about: About;
  newest: Assessment | undefined;
  onSaved?: (view: PoolStandingView) => void;
  onEnd: () => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const notify = useNotify();
  const [kept, keep] = useKept<Written>(nameOf(about));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = useSave(fields);
  const written = kept ?? writtenOf(newest);
  const set = (patch: Partial<Written>) => keep({ ...written, ...patch });
  const mistakes = mistakesOf(written);
  useFirstFocus(form, "button");

  const end = () => {
    keep(null);
    onEnd();
  };
  const submit = async () => {
    setTried(true);
    const draft = draftOf(about, written);
    if (!draft) return;
    await save.run(() => commands.assessmentSave(draft), {
      done: (view) => {
        keep(null);
        notify({ tone: "ok", text: t`The assessment is saved.` });
        onSaved?.(view);
        onEnd();
      },
    });
  };
  const says: Record<Mistake, string> = {
    stance: t`Choose what you think.`,
    reason: t`Choose why not.`,
    applicationHours: t`Not a number of hours. Write for example 40.`,
    reportingHours: t`Not a number of hours. Write for example 40.`,
  };
  const wrong = (field: Mistake) =>
    tried && mistakes.includes(field) ? says[field] : (save.fieldError(field) ?? undefined);
  const choice = (field: "stance" | "reason") => wrong(field) && <p className={css.wrong}>{wrong(field)}</p>;
  const options = <Code extends string>(group: string, codes: readonly Code[]) =>
    codes.map((value) => ({ value, label: word(group, value) }));
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={t`Assess`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div>
        <OptionalSelect
          label={t`Assessment`}
          labelAbove
          value={written.stance}
          options={options("stance", stances)}
          none={t`Choose …`}
          onChange={(stance) => set({ stance })}
        />
        {choice("stance")}
      </div>
      {takesReason(written.stance) && (
        <div>
          <OptionalSelect
            label={t`Reason`}
            labelAbove
            value={written.reason}
            options={options("stance_reason", reasons)}
            none={written.stance === "do_not_apply" ? t`Choose …` : undefined}
            onChange={(reason) => set({ reason })}
          />
          {choice("reason")}
        </div>
      )}
      <TextArea
        label={t`In words`}
        lang="da"
        rows={4}
        value={written.text}
        onChange={(text) => set({ text })}
        error={save.fieldError("text")}
      />
      <DateField
        label={t`Assessed on`}
        value={written.assessedOn}
        onChange={(assessedOn) => set({ assessedOn })}
        description={t`Empty is today.`}
        error={save.fieldError("assessedOn")}
      />
      <div className={css.pair}>
        <TextField
          label={t`Hours to apply`}
          inputMode="numeric"
          value={written.applicationHours}
          onChange={(applicationHours) => set({ applicationHours })}
          error={wrong("applicationHours")}
        />
        <TextField
          label={t`Hours to report`}
          inputMode="numeric"
          value={written.reportingHours}
          onChange={(reportingHours) => set({ reportingHours })}
          error={wrong("reportingHours")}
        />
      </div>
      {save.error && <ErrorText error={save.error} />}
      <FormActions save={t`Save assessment`} busy={save.busy} dirty={kept !== null} onCancel={end} />
    </form>
  );
}
