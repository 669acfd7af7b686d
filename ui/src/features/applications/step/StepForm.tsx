import { useLingui } from "@lingui/react/macro";
import { useEffect, useId, useRef, useState } from "react";
import { useSession } from "../../../app/session";
import { useWord } from "../../../format";
import type { ApplicationView, Missing, Requirement, Stage } from "../../../ipc";
import { formatAmount, oere } from "../../../money";
import { AmountField } from "../../../parts/AmountField";
import { DanishText } from "../../../parts/DanishText";
import { ErrorText } from "../../../parts/ErrorText";
import { FormActions } from "../../../parts/FormActions";
import { Heading } from "../../../parts/Heading";
import { PartialDateField } from "../../../parts/PartialDateField";
import { TextArea, TextField } from "../../../parts/TextField";
import { readTime } from "../../../parts/time";
import { Conditions } from "./Conditions";
import { asked, drafted, emptyFields, type Fields, lacking, needsReason } from "./draft";
import { Lacks } from "./Lacks";
import css from "./step.module.css";
import { useStep } from "./useStep";

type Props = {
  application: { id: number; version: number; title: string };
  to: Stage;
  /** What the program says the step lacks (`NextStep.lacks`). */
  lacks: readonly Requirement[];
  /** The day offered, as `2019-03-12`: the day of the view. */
  today: string;
  requested: string | null;
  /** What is granted already, where a conditional grant becomes a grant. */
  awarded?: string | null;
  /** How many conditions there are already. */
  conditions?: number;
  onDone: (view: ApplicationView) => void;
  onCancel: () => void;
};

/** What has a field of its own in the form, and so is asked for there. */
const atField: ReadonlySet<Missing> = new Set(["date", "reason", "awarded_amount", "conditions"]);

/** The form of a step to another stage: what the stage asks for, and what is missing in words. */
export default function StepForm(props: Props) {
  const { application, to, lacks, today, requested, awarded = null, conditions = 0, onDone, onCancel } = props;
  const { t } = useLingui();
  const word = useWord();
  const { language } = useSession();
  const { take, busy, error, fieldError } = useStep();
  const form = useRef<HTMLFormElement>(null);
  const heading = useId();
  const [start] = useState(() => emptyFields(today, requested, awarded));
  const [fields, setFields] = useState<Fields>(start);
  const [tried, setTried] = useState(false);
  const set = (patch: Partial<Fields>) => setFields((now) => ({ ...now, ...patch }));
  const asks = asked(to);
  const found = lacking(to, fields, lacks, conditions);
  const elsewhere = found.filter(({ blocks, missing }) => !blocks || !atField.has(missing));
  const blocked = elsewhere.some(({ blocks }) => blocks);
  const time = readTime(fields.takenTime);
  const timeWrong = fields.takenTime.trim() !== "" && time === null;
  const stage = word("stage", to);

  useEffect(() => {
    const inputs = [...(form.current?.querySelectorAll<HTMLInputElement>("input, textarea") ?? [])];
    const text = inputs.filter((input) => input.type !== "checkbox");
    (text.find((input) => input.value === "") ?? text[0])?.focus();
  }, []);

  const missing = (code: Missing) =>
    tried && found.some((one) => one.missing === code) ? word("missing", code) : undefined;
  const amount = (key: "requested" | "awarded") => (value: string | null) => set({ [key]: value });
  const submit = async () => {
    setTried(true);
    if (timeWrong || found.some(({ blocks }) => blocks)) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    await take(drafted(application, to, fields), onDone);
  };
  const applied = requested === null ? undefined : formatAmount(oere(requested), "kr", language);

  return (
    <form
      ref={form}
      className={css.form}
      aria-labelledby={heading}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div>
        <Heading level={2} id={heading}>
          {t`Move to “${stage}”`}
        </Heading>
        <p className={css.about}>
          <DanishText>{application.title}</DanishText>
        </p>
      </div>
      <Lacks lacks={elsewhere} />
      <PartialDateField
        label={t`Day of the step`}
        value={fields.takenOn}
        onChange={(takenOn) => set({ takenOn })}
        description={t`A day, a month or a year, as far as it is known.`}
        error={missing("date") ?? fieldError("takenOn")}
      />
      {asks.includes("takenTime") && (
        <TextField
          label={t`Time of day`}
          inputMode="numeric"
          value={fields.takenTime}
          onChange={(takenTime) => set({ takenTime })}
          description={time && time !== fields.takenTime.trim() ? time : t`May be left out.`}
          error={timeWrong ? t`Not a time of day. Write for example 12:00.` : fieldError("takenTime")}
        />
      )}
      {asks.includes("requested") && (
        <AmountField
          label={t`Amount applied for, DKK`}
          value={fields.requested}
          onChange={amount("requested")}
          error={fieldError("requested")}
        />
      )}
      {asks.includes("awarded") && (
        <AmountField
          label={t`Amount granted, DKK`}
          value={fields.awarded}
          onChange={amount("awarded")}
          description={applied && t`Applied for: DKK ${applied}`}
          error={missing("awarded_amount") ?? fieldError("awarded")}
        />
      )}
      {asks.includes("funderReference") && (
        <TextField
          label={t`Funder's reference`}
          value={fields.funderReference}
          onChange={(funderReference) => set({ funderReference })}
          error={fieldError("funderReference")}
        />
      )}
      {asks.includes("conditions") && (
        <Conditions
          conditions={fields.conditions}
          onChange={(next) => set({ conditions: next })}
          error={missing("conditions")}
        />
      )}
      <TextArea
        label={needsReason(to) ? t`Reason` : t`Remark on the step`}
        lang="da"
        rows={needsReason(to) ? 3 : 2}
        value={fields.reason}
        onChange={(reason) => set({ reason })}
        error={missing("reason") ?? fieldError("reason")}
      />
      {asks.includes("journalised") && (
        <>
          <label className={css.tick}>
            <input
              type="checkbox"
              checked={fields.journalised}
              onChange={(event) => set({ journalised: event.target.checked })}
            />
            {t`Filed in the case system`}
          </label>
          <TextField
            label={t`Number in the case system`}
            value={fields.recordNumber}
            onChange={(recordNumber) => set({ recordNumber })}
            error={fieldError("recordNumber")}
          />
        </>
      )}
      {error && (
        <div>
          <ErrorText error={error} />
          <Refused codes={error.params.missing} />
        </div>
      )}
      <FormActions
        save={t`Take the step`}
        busy={busy}
        disabled={blocked}
        dirty={fields !== start}
        onCancel={onCancel}
      />
    </form>
  );
}

/** What the program found missing after all, where someone changed the application meanwhile. */
function Refused({ codes }: { codes: string | undefined }) {
  const word = useWord();
  const found = codes?.split(/[\s,]+/).filter(Boolean) ?? [];
  if (found.length === 0) return null;
  return (
    <ul className={css.refused}>
      {found.map((code) => (
        <li key={code}>{word("missing", code)}</li>
      ))}
    </ul>
  );
}
