import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "../../app/session";
import { formatDate } from "../../format";
import { type ClosingDay, commands, type OfficeRules, type OfficeView } from "../../ipc";
import { DateField } from "../../parts/DateField";
import { readDate } from "../../parts/date";
import { ErrorText } from "../../parts/ErrorText";
import { Heading } from "../../parts/Heading";
import { Select } from "../../parts/Select";
import { TextField } from "../../parts/TextField";
import { AddRow } from "./AddRow";
import { CellField } from "./CellField";
import { EditableTable } from "./EditableTable";
import { readDays } from "./figures";
import { LeadTimes } from "./LeadTimes";
import { OfOffice } from "./OfOffice";
import css from "./Settings.module.css";
import { patched, useOfficeChange } from "./useChange";

/** Which days count, and how long the steps towards a meeting or a deadline take. */
export function Calendar() {
  const { t } = useLingui();
  return (
    <OfOffice>
      {(office) => (
        <>
          <p className={css.about}>
            {t`Holidays are known for every year, store bededag through 2023. Working days are Monday to Friday, neither holidays nor closing days. Weekdays include closing days. Each rule says which it means.`}
          </p>
          <Closed office={office} />
          <Near office={office} />
          <Heading level={3}>{t`Own closing days and recesses`}</Heading>
          <ClosingDays office={office} />
          <Heading level={3}>{t`Lead times of the back-plan`}</Heading>
          <LeadTimes office={office} />
          <BetweenReadings office={office} />
        </>
      )}
    </OfOffice>
  );
}

type Closable = "closedConstitutionDay" | "closedChristmasEve" | "closedNewYearsEve";

function Closed({ office }: { office: OfficeView }) {
  const { t } = useLingui();
  const { writable } = useSession();
  const change = useOfficeChange();
  const [error, setError] = useState<unknown>(null);
  const days: readonly [Closable, string][] = [
    ["closedConstitutionDay", t`5 June, Grundlovsdag, is a closing day`],
    ["closedChristmasEve", t`24 December is a closing day`],
    ["closedNewYearsEve", t`31 December is a closing day`],
  ];
  const set = (patch: Partial<OfficeRules>) =>
    change((now) => commands.officeSave({ kind: "rules", row: { ...now.rules, ...patch } })).then(
      () => setError(null),
      setError,
    );
  return (
    <>
      {days.map(([rule, label]) => (
        <label key={rule} className={css.rule}>
          <input
            type="checkbox"
            checked={office.rules[rule]}
            disabled={!writable}
            onChange={(event) => void set({ [rule]: event.target.checked })}
          />
          <span>{label}</span>
        </label>
      ))}
      {error !== null && <ErrorText error={error} />}
    </>
  );
}

function Near({ office }: { office: OfficeView }) {
  const { t } = useLingui();
  return (
    <Days
      office={office}
      rule="nearWorkingDays"
      before={t`A day is said to be near`}
      label={t`Working days before a day in which it is said to be near`}
      after={t`working days before it`}
    />
  );
}

/** It is one paper that goes from committee to committee; one that waits for the decision takes longer. */
function BetweenReadings({ office }: { office: OfficeView }) {
  const { t } = useLingui();
  return (
    <Days
      office={office}
      rule="betweenReadings"
      before={t`The next committee can take up a case`}
      label={t`Working days from one committee's meeting to the next committee's`}
      after={t`working days after the meeting of the one before it`}
    />
  );
}

/** A number of days within a sentence. The sentence is for the eye; `label` says the same of the field. */
function Days({
  office,
  rule,
  before,
  label,
  after,
}: {
  office: OfficeView;
  rule: "nearWorkingDays" | "betweenReadings";
  before: string;
  label: string;
  after: string;
}) {
  const { t } = useLingui();
  const change = useOfficeChange();
  return (
    <div className={css.hours}>
      <span aria-hidden>{before}</span>
      <div className={css.short}>
        <CellField
          label={label}
          value={String(office.rules[rule])}
          figure
          framed
          read={(text) => readDays(text)?.toString() ?? null}
          wrong={t`Not a number of days. Write 0 to 366.`}
          save={(days) =>
            change((now) => commands.officeSave({ kind: "rules", row: { ...now.rules, [rule]: Number(days) } }))
          }
        />
      </div>
      <span aria-hidden>{after}</span>
    </div>
  );
}

function ClosingDays({ office }: { office: OfficeView }) {
  const { t } = useLingui();
  const { language } = useSession();
  const change = useOfficeChange();
  const save = (row: ClosingDay, patch: Partial<ClosingDay>) =>
    change((now) => commands.officeSave({ kind: "closing_day", row: patched(now.closingDays, row, patch) }));
  const kinds = [
    { value: "closed", label: t`Closed` },
    { value: "recess", label: t`Recess` },
  ];
  const day = (title: string, field: "firstDay" | "lastDay") => ({
    title,
    width: 140,
    shown: (row: ClosingDay) => formatDate(row[field], language, "short"),
    read: readDate,
    wrong: t`Not a date. Write for example 1.7.2019.`,
    save: (row: ClosingDay, iso: string) => save(row, { [field]: iso }),
  });
  return (
    <>
      <p className={css.about}>
        {t`Closed days are no working days. In a recess no committee meets and no step towards a meeting is planned; other work goes on.`}
      </p>
      <EditableTable
        label={t`Own closing days and recesses`}
        rows={office.closingDays}
        name={(row) => row.title}
        remove={(row) =>
          change((now) => commands.officeDelete("closing_day", row.id, patched(now.closingDays, row, {}).version))
        }
        empty={t`None yet. Add the summer recess and the days between Christmas and New Year below, if the town hall is closed then.`}
        columns={[
          { title: t`What`, shown: (row) => row.title, save: (row, title) => save(row, { title }) },
          day(t`First day`, "firstDay"),
          day(t`Last day`, "lastDay"),
          {
            title: t`Kind of day`,
            width: 130,
            options: kinds,
            shown: (row) => (row.recess ? "recess" : "closed"),
            save: (row, kind) => save(row, { recess: kind === "recess" }),
          },
        ]}
      />
      <AddClosing municipalityId={office.municipality.id} kinds={kinds} />
    </>
  );
}

type Kinds = readonly { value: string; label: string }[];

function AddClosing({ municipalityId, kinds }: { municipalityId: number; kinds: Kinds }) {
  const { t } = useLingui();
  const change = useOfficeChange();
  const [title, setTitle] = useState("");
  const [firstDay, setFirst] = useState<string | null>(null);
  const [lastDay, setLast] = useState<string | null>(null);
  const [kind, setKind] = useState("closed");
  const add = async () => {
    if (firstDay === null) return;
    const recess = kind === "recess";
    const row = { id: 0, version: 0, municipalityId, title, firstDay, lastDay: lastDay ?? firstDay, recess };
    await change(() => commands.officeSave({ kind: "closing_day", row }));
    setTitle("");
    setFirst(null);
    setLast(null);
  };
  return (
    <AddRow
      label={t`Add a closing day or recess`}
      whole={title.trim() !== "" && firstDay !== null}
      fields={["title", "first_day", "last_day"]}
      add={add}
    >
      {(wrong) => (
        <>
          <TextField label={t`What`} value={title} onChange={setTitle} error={wrong("title")} />
          <DateField label={t`First day`} value={firstDay} onChange={setFirst} error={wrong("first_day")} />
          <DateField
            label={t`Last day`}
            value={lastDay}
            onChange={setLast}
            description={t`Empty is that one day.`}
            error={wrong("last_day")}
          />
          <Select label={t`Kind of day`} labelAbove value={kind} onChange={setKind} options={kinds} />
        </>
      )}
    </AddRow>
  );
}
