import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useWord } from "../../../../format";
import { type BudgetKind, commands } from "../../../../ipc";
import { OptionalSelect } from "../../../../parts/OptionalSelect";
import { Select } from "../../../../parts/Select";
import { useSave } from "../../../../parts/useSave";
import css from "../budget.module.css";
import type { DialogProps } from "../Dialogs";
import { useNames } from "../useNames";
import { FormDialog } from "./FormDialog";

const kinds: readonly BudgetKind[] = ["applied", "granted", "amendment"];

/** Begins another version: what it is, and whose lines it takes over. */
export function NewVersionDialog({ view, sheet, budgeting, onClose }: DialogProps) {
  const { t } = useLingui();
  const word = useWord();
  const names = useNames();
  const { run, busy, error } = useSave();
  const granted = view.versions.some(({ budget }) => budget.kind === "granted");
  const [kind, setKind] = useState<BudgetKind>(granted ? "amendment" : "granted");
  const [from, setFrom] = useState<string | null>(String(sheet.budget.id));
  const begin = () =>
    run(
      () =>
        commands.budgetCreate({
          applicationId: view.application.id,
          kind,
          copyOf: from === null ? null : Number(from),
          firstYear: from === null ? sheet.budget.firstYear : null,
          lastYear: from === null ? sheet.budget.lastYear : null,
        }),
      { key: budgeting.shown.key, done: budgeting.shown.done },
    ).then((done) => done && onClose());
  return (
    <FormDialog
      title={t`New version of the budget`}
      verb={t`Begin the version`}
      busy={busy}
      error={error}
      onSubmit={() => void begin()}
      onClose={onClose}
    >
      <p className={css.soft}>
        {t`A version that has taken effect stays as it is. Another one begins with its lines, is a draft until it takes effect itself, and is compared with any other.`}
      </p>
      <Select<BudgetKind>
        label={t`What it is`}
        labelAbove
        value={kind}
        options={kinds.map((value) => ({ value, label: word("budget_kind", value) }))}
        onChange={setKind}
      />
      <OptionalSelect
        label={t`Begins with the lines of`}
        labelAbove
        value={from}
        none={t`None: an empty version`}
        options={[...view.versions].reverse().map((version) => ({
          value: String(version.budget.id),
          label: names.version(view.versions, version.budget),
          more: names.standing(version),
        }))}
        onChange={setFrom}
      />
    </FormDialog>
  );
}
