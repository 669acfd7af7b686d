import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useWord } from "../../format";
import type { Error as CommandFailure, IntakeField, IntakePlan, IntakePreview } from "../../ipc";
import { Button } from "../../parts/Button";
import { ErrorText } from "../../parts/ErrorText";
import { Heading } from "../../parts/Heading";
import { Mark } from "../../parts/Mark";
import { Select } from "../../parts/Select";
import css from "./intake.module.css";
import { onSheet, withField, withoutBad } from "./plan";

type Props = {
  preview: IntakePreview;
  /** Reading in is under way. */
  busy: boolean;
  error: CommandFailure | null;
  onPlan: (plan: IntakePlan) => void;
  onRun: () => void;
  onAnother: () => void;
  /** Reads the file again, after it was mended. */
  onAgain: () => void;
};

/** Which column is read as what, and the reading in itself with what keeps it from being done. */
export function Mapping({ preview, busy, error, onPlan, onRun, onAnother, onAgain }: Props) {
  const { t } = useLingui();
  const word = useWord();
  const { plan, columns, choices, sheets, missing, adds, updates, bad } = preview;
  const name = plan.path.split(/[\\/]/).at(-1);
  const total = adds + updates;
  const lacking = missing.map((field) => word("intake_field", field)).join(", ");
  const ready = missing.length === 0 && bad === 0 && total > 0;
  return (
    <div className={css.mapping}>
      <div>
        <Heading level={2}>{name}</Heading>
        <p className={css.about}>{plan.path}</p>
        <div className={css.buttons}>
          <Button onClick={onAnother}>{t`Another file …`}</Button>
          <Button onClick={onAgain}>{t`Read the file again`}</Button>
        </div>
      </div>
      {sheets.length > 1 && (
        <Select
          label={t`Sheet`}
          labelAbove
          value={plan.sheet ?? ""}
          options={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          onChange={(sheet) => onPlan(onSheet(plan, sheet))}
        />
      )}
      <section className={css.run} aria-label={t`Read in`}>
        {missing.length > 0 && <Mark tone="bad">{t`No column is read as: ${lacking}. Choose one below.`}</Mark>}
        {bad > 0 && (
          <>
            <Mark tone="bad">
              {plural(bad, {
                one: "# row cannot be read. Mend it in the sheet and read the file again, or leave it out.",
                other: "# rows cannot be read. Mend them in the sheet and read the file again, or leave them out.",
              })}
            </Mark>
            <Button onClick={() => onPlan(withoutBad(preview))}>{t`Leave out those that cannot be read`}</Button>
          </>
        )}
        {total === 0 && bad === 0 && <Mark tone="soft">{t`There is no row to read in.`}</Mark>}
        <Button tone="primary" disabled={!ready || busy} onClick={onRun}>
          {busy ? t`Reading in …` : plural(total, { one: "Read in # row", other: "Read in # rows" })}
        </Button>
        {error && <ErrorText error={error} />}
      </section>
      <section aria-label={t`Columns`}>
        <Heading level={3}>{t`Columns of the sheet`}</Heading>
        <ul className={css.columns}>
          {columns.map((column, at) => {
            const place = at + 1;
            const heading = column.name || t`Column ${place}`;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one heading
              <li key={at}>
                <Select<IntakeField | "">
                  label={heading}
                  labelAbove
                  value={plan.fields[at] ?? ""}
                  options={[
                    { value: "", label: t`Left out` },
                    ...choices.map((field) => ({ value: field, label: word("intake_field", field) })),
                  ]}
                  onChange={(field) => onPlan(withField(plan, at, field === "" ? null : field))}
                />
                {column.sample && <p className={css.sample}>{t`e.g. ${column.sample}`}</p>}
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}
