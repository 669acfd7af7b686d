import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { useNotify } from "../../app/notify";
import { useOffice } from "../../app/office";
import { type CaseReading, commands } from "../../ipc";
import { DateField } from "../../parts/DateField";
import { DeleteButton } from "../../parts/DeleteButton";
import { ErrorText } from "../../parts/ErrorText";
import { FormActions } from "../../parts/FormActions";
import { OptionalSelect } from "../../parts/OptionalSelect";
import { useKept } from "../../parts/standing/useKept";
import { TextField } from "../../parts/TextField";
import { useFirstFocus } from "../../parts/useFirstFocus";
import css from "./Case.module.css";
import { useCaseSave } from "./useCase";

/** Which committee reads the case, on which day and as which item, or that its chairman decides alone. */
export default function ReadingForm({ row, onEnd }: { row: CaseReading; onEnd: () => void }) {
  const { t } = useLingui();
  const notify = useNotify();
  const office = useOffice();
  const [kept, keep] = useKept<CaseReading>(`reading ${row.committeeCaseId} ${row.id}`);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = useCaseSave(["committeeId", "meetingDate", "itemNumber"]);
  const removal = useCaseSave();
  const reading = kept ?? row;
  const set = (patch: Partial<CaseReading>) => keep({ ...reading, ...patch });
  const unchosen = reading.committeeId === 0;
  const committees = office.data?.committees ?? [];
  useFirstFocus(form, "button");

  const submit = async () => {
    setTried(true);
    if (unchosen) return;
    await save.run(
      () => commands.casePartSave({ kind: "reading", row: reading }),
      () => {
        keep(null);
        notify({ tone: "ok", text: t`The reading is saved.` });
        onEnd();
      },
    );
  };
  const remove = () =>
    removal.run(
      () => commands.casePartDelete("reading", row.id, row.version),
      () => {
        keep(null);
        onEnd();
      },
    );
  return (
    <form
      ref={form}
      className={`${css.form} ${css.boxed}`}
      aria-label={row.id === 0 ? t`New reading` : t`Correct the committee's reading`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div>
        <OptionalSelect
          label={t`Committee`}
          labelAbove
          value={unchosen ? null : String(reading.committeeId)}
          options={committees.map(({ id, name, shortName }) => ({ value: String(id), label: name, more: shortName }))}
          none={t`Choose …`}
          onChange={(id) => set({ committeeId: id === null ? 0 : Number(id) })}
        />
        {((tried && unchosen) || save.fieldError("committeeId")) && (
          <p className={css.wrong}>{save.fieldError("committeeId") ?? t`Choose the committee.`}</p>
        )}
        {office.data && committees.length === 0 && (
          <p className={css.soft}>{t`The municipality has no committees yet. Add them in Settings.`}</p>
        )}
      </div>
      <div className={css.pair}>
        <DateField
          label={reading.chairman ? t`Day of the chairman's decision` : t`Meeting`}
          value={reading.meetingDate}
          onChange={(meetingDate) => set({ meetingDate })}
          error={save.fieldError("meetingDate")}
        />
        <TextField
          label={t`Item number`}
          value={reading.itemNumber}
          onChange={(itemNumber) => set({ itemNumber })}
          error={save.fieldError("itemNumber")}
        />
      </div>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={reading.chairman}
          onChange={(event) => set({ chairman: event.target.checked })}
        />
        {t`The chairman decides alone`}
      </label>
      {save.error && <ErrorText error={save.error} />}
      <FormActions
        save={t`Save reading`}
        busy={save.busy}
        dirty={kept !== null}
        onCancel={() => {
          keep(null);
          onEnd();
        }}
      >
        {row.id !== 0 && (
          <DeleteButton label={t`Delete reading …`} title={t`Delete the reading?`} removal={removal} onDelete={remove}>
            {t`What the committee decided goes away with it. It can be undone with Ctrl+Z.`}
          </DeleteButton>
        )}
      </FormActions>
    </form>
  );
}
