import { useLingui } from "@lingui/react/macro";
import Check from "lucide-react/icons/check";
import Pencil from "lucide-react/icons/pencil";
import Plus from "lucide-react/icons/plus";
import { useRef, useState } from "react";
import { useSession } from "../../app/session";
import { formatDate } from "../../format";
import { type CaseView, commands, type Discrepancy } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { DateField } from "../../parts/DateField";
import { DeleteButton } from "../../parts/DeleteButton";
import { ErrorText } from "../../parts/ErrorText";
import { FormActions } from "../../parts/FormActions";
import { Mark } from "../../parts/Mark";
import { useKept } from "../../parts/standing/useKept";
import { useReturn } from "../../parts/standing/useReturn";
import { TextArea, TextField } from "../../parts/TextField";
import { useFirstFocus } from "../../parts/useFirstFocus";
import css from "./Case.module.css";
import { Part } from "./Part";
import { useCaseSave } from "./useCase";

/** Where two sources say different things of the case. Both are kept until someone settles it. */
export function Differences({ view }: { view: CaseView }) {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const [form, setForm] = useState<Discrepancy | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { discrepancies } = view;
  const free = writable && form === null;
  const fresh = () =>
    setForm({
      id: 0,
      version: 0,
      applicationId: null,
      committeeCaseId: view.committeeCase.id,
      subject: "",
      stated: "",
      statedPlace: "",
      other: "",
      otherPlace: "",
      note: "",
      settledOn: null,
      settlement: "",
    });
  const ended = () => setForm(null);
  useReturn(form !== null, () => box.current?.querySelector<HTMLElement>("button"));
  const settled = (row: Discrepancy) => {
    const on = row.settledOn ? formatDate(row.settledOn, language, "long") : "";
    return t`settled ${on}`;
  };
  return (
    <div ref={box}>
      <Part
        title={t`Where the sources disagree`}
        tools={
          <Button tone="quiet" icon={<Plus size={14} aria-hidden />} disabled={!free} onClick={fresh}>
            {t`New difference`}
          </Button>
        }
      >
        {discrepancies.map((row) =>
          form?.id === row.id ? (
            <DifferenceForm key={row.id} row={row} onEnd={ended} />
          ) : (
            <div key={row.id} className={css.block}>
              <h3 className={css.subject}>
                <DanishText>{row.subject}</DanishText>
              </h3>
              <dl className={css.versus}>
                <Said said={row.stated} place={row.statedPlace} name={t`One place`} />
                <Said said={row.other} place={row.otherPlace} name={t`Another`} />
              </dl>
              {row.note && (
                <p>
                  <DanishText>{row.note}</DanishText>
                </p>
              )}
              {row.settledOn ? (
                <Mark tone="ok" icon={<Check size={14} aria-hidden />}>
                  {settled(row)}
                </Mark>
              ) : (
                <Mark tone="warn">{t`not settled`}</Mark>
              )}
              {row.settlement && (
                <p className={css.soft}>
                  <DanishText>{row.settlement}</DanishText>
                </p>
              )}
              {free && (
                <div className={css.tools}>
                  <Button tone="quiet" icon={<Pencil size={14} aria-hidden />} onClick={() => setForm(row)}>
                    {row.settledOn ? t`Correct` : t`Correct or settle`}
                  </Button>
                </div>
              )}
            </div>
          ),
        )}
        {form?.id === 0 && <DifferenceForm row={form} onEnd={ended} />}
      </Part>
    </div>
  );
}

function Said({ name, said, place }: { name: string; said: string; place: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <DanishText>{said}</DanishText>
        {place && (
          <span className={css.soft}>
            {" "}
            (<DanishText>{place}</DanishText>)
          </span>
        )}
      </dd>
    </>
  );
}

const fields = ["subject", "stated", "statedPlace", "other", "otherPlace", "note", "settledOn", "settlement"];

function DifferenceForm({ row, onEnd }: { row: Discrepancy; onEnd: () => void }) {
  const { t } = useLingui();
  const [kept, keep] = useKept<Discrepancy>(`difference ${row.committeeCaseId} ${row.id}`);
  const form = useRef<HTMLFormElement>(null);
  const save = useCaseSave(fields);
  const removal = useCaseSave();
  const written = kept ?? row;
  const set = (patch: Partial<Discrepancy>) => keep({ ...written, ...patch });
  useFirstFocus(form, "input");
  const submit = () =>
    save.run(
      () => commands.casePartSave({ kind: "discrepancy", row: written }),
      () => {
        keep(null);
        onEnd();
      },
    );
  const remove = () =>
    removal.run(
      () => commands.casePartDelete("discrepancy", row.id, row.version),
      () => {
        keep(null);
        onEnd();
      },
    );
  const line = (key: "subject" | "stated" | "statedPlace" | "other" | "otherPlace", label: string) => (
    <TextField
      label={label}
      lang="da"
      value={written[key]}
      onChange={(value) => set({ [key]: value })}
      error={save.fieldError(key)}
    />
  );
  return (
    <form
      ref={form}
      className={`${css.form} ${css.boxed}`}
      aria-label={row.id === 0 ? t`New difference` : t`Correct the difference`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {line("subject", t`What they differ on`)}
      <div className={css.pair}>
        {line("stated", t`One says`)}
        {line("statedPlace", t`Where`)}
        {line("other", t`The other says`)}
        {line("otherPlace", t`Where the other says it`)}
      </div>
      <TextArea
        label={t`What to make of it`}
        lang="da"
        rows={2}
        value={written.note}
        onChange={(note) => set({ note })}
        error={save.fieldError("note")}
      />
      <DateField
        label={t`Settled on`}
        value={written.settledOn}
        onChange={(settledOn) => set({ settledOn })}
        description={t`Empty while it is open.`}
        error={save.fieldError("settledOn")}
      />
      {written.settledOn !== null && (
        <TextArea
          label={t`How it was settled`}
          lang="da"
          rows={2}
          value={written.settlement}
          onChange={(settlement) => set({ settlement })}
          error={save.fieldError("settlement")}
        />
      )}
      {save.error && <ErrorText error={save.error} />}
      <FormActions
        busy={save.busy}
        dirty={kept !== null}
        onCancel={() => {
          keep(null);
          onEnd();
        }}
      >
        {row.id !== 0 && (
          <DeleteButton label={t`Delete …`} title={t`Delete the difference?`} removal={removal} onDelete={remove}>
            {t`It can be undone with Ctrl+Z.`}
          </DeleteButton>
        )}
      </FormActions>
    </form>
  );
}
