import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useWord } from "../../../../format";
import { commands, type DocumentView, type Period, type Vat } from "../../../../ipc";
import { OptionalSelect } from "../../../../parts/OptionalSelect";
import { Select } from "../../../../parts/Select";
import { TextArea, TextField } from "../../../../parts/TextField";
import { useSave } from "../../../../parts/useSave";
import css from "../budget.module.css";
import type { DialogProps } from "../Dialogs";
import { FormDialog } from "./FormDialog";
import { YearFields } from "./YearFields";
import { readYears } from "./years";

const periods: readonly Period[] = ["year", "quarter", "month"];
const vats: readonly Vat[] = ["not_stated", "excl", "incl"];

/** What holds for a version as a whole; of one that has taken effect only its name, its document and its note can be changed. */
export function VersionDialog({
  sheet,
  documents,
  budgeting,
  onClose,
}: DialogProps & { documents: readonly DocumentView[] }) {
  const { t } = useLingui();
  const word = useWord();
  const { budget } = sheet;
  const { run, busy, error, fieldError } = useSave(["title", "lastYear", "note"]);
  const [row, setRow] = useState(budget);
  const [first, setFirst] = useState(String(budget.firstYear));
  const [last, setLast] = useState(String(budget.lastYear));
  const years = readYears(first, last);
  const set = (patch: Partial<typeof row>) => setRow((now) => ({ ...now, ...patch }));
  const free = !budget.inForce;
  const dirty = row !== budget || first !== String(budget.firstYear) || last !== String(budget.lastYear);
  const save = () => {
    if (typeof years === "string") return;
    const changed = { ...row, ...years, title: row.title.trim(), note: row.note.trim() };
    void run(() => commands.budgetSave(changed), { key: budgeting.shown.key, done: budgeting.shown.done }).then(
      (done) => done && onClose(),
    );
  };
  const basis = (key: "vat" | "financingVat", label: string) => (
    <Select<Vat>
      label={label}
      labelAbove
      value={row[key]}
      options={vats.map((value) => ({ value, label: word("vat", value) }))}
      onChange={(value) => set({ [key]: value })}
    />
  );
  return (
    <FormDialog
      title={t`Title, years and VAT`}
      verb={t`Save`}
      busy={busy}
      disabled={typeof years === "string"}
      dirty={dirty}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={t`A name of its own`}
        lang="da"
        value={row.title}
        onChange={(title) => set({ title })}
        description={t`Beside what it is, where several are alike.`}
        error={fieldError("title")}
      />
      {free && (
        <>
          <YearFields
            first={first}
            last={last}
            refused={fieldError("lastYear")}
            onChange={(from, to) => {
              setFirst(from);
              setLast(to);
            }}
          />
          <Select<Period>
            label={t`Its years are split into`}
            labelAbove
            value={row.period}
            options={periods.map((value) => ({
              value,
              label: value === "year" ? t`Not split` : word("period", value),
            }))}
            onChange={(period) => set({ period })}
          />
          <div className={css.pair}>
            {basis("vat", t`The costs are`)}
            {basis("financingVat", t`The financing is`)}
          </div>
        </>
      )}
      {!free && (
        <OptionalSelect
          label={t`The letter it rests on`}
          labelAbove
          value={row.documentId === null ? null : String(row.documentId)}
          options={documents.map((one) => ({ value: String(one.document.id), label: one.document.name }))}
          onChange={(id) => set({ documentId: id === null ? null : Number(id) })}
        />
      )}
      <TextArea
        label={t`Note`}
        lang="da"
        rows={3}
        value={row.note}
        onChange={(note) => set({ note })}
        error={fieldError("note")}
      />
    </FormDialog>
  );
}
