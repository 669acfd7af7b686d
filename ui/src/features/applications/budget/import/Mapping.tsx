import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../../../app/session";
import { useWord } from "../../../../format";
import type {
  Budget,
  BudgetColumn,
  BudgetColumnChoice,
  BudgetImport,
  BudgetImportPreview,
  BudgetSheet,
} from "../../../../ipc";
import { formatAmount, oere } from "../../../../money";
import { Button } from "../../../../parts/Button";
import { errorWords } from "../../../../parts/ErrorText";
import { Heading } from "../../../../parts/Heading";
import { Mark } from "../../../../parts/Mark";
import { Select } from "../../../../parts/Select";
import css from "../budget.module.css";
import { useNames } from "../useNames";
import { from, ofYears, ready, withColumn, yearsFor } from "./plan";
import { SideChoice } from "./SideChoice";

const roles: readonly BudgetColumn[] = [
  "ignored",
  "text",
  "category",
  "source",
  "own_form",
  "origin",
  "unit",
  "quantity",
  "rate",
  "amount",
  "total",
  "note",
];

/** Reasons named beside the rows; the rest stand at their cells. */
const REASONS = 4;

type Props = {
  plan: BudgetImport;
  preview: BudgetImportPreview;
  sheet: BudgetSheet;
  busy: boolean;
  onPlan: (plan: BudgetImport) => void;
  onRead: () => void;
  onAnother: () => void;
  /** Gives the budget other years. */
  onYears: (years: Pick<Budget, "firstYear" | "lastYear">) => void;
  /** Reads the file again, after it was mended. */
  onAgain: () => void;
};

/** What is read as what, and the reading in with what keeps it from being done. */
export function Mapping({ plan, preview, sheet, busy, onPlan, onRead, onAnother, onYears, onAgain }: Props) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const { lines, problems, total, sheets, notices, columns } = preview;
  const sum = formatAmount(oere(total), "kr", language);
  const why = [
    ...new Set(
      preview.rows.flatMap(({ cells }) =>
        cells.flatMap(({ problem, mild }) => (problem && !mild ? [errorWords(problem, language)] : [])),
      ),
    ),
  ];
  const there = sheet.lines.filter(({ line }) => line.side === plan.side).length;
  const side = word("side", plan.side).toLowerCase();
  const years = yearsFor(preview, sheet.budget, sheet.lines.length === 0);
  const [first, last] = [String(years?.firstYear ?? ""), String(years?.lastYear ?? "")];
  return (
    <>
      <div>
        <Heading level={2}>{preview.file || t`What was copied`}</Heading>
        <div className={css.tools}>
          <Button onClick={onAnother}>{t`Another …`}</Button>
          {plan.path !== null && <Button onClick={onAgain}>{t`Read the file again`}</Button>}
        </div>
      </div>
      <section className={css.run} aria-label={t`Read in`}>
        {notices.map(({ notice, text }) => (
          <Mark key={notice} tone="info">
            {text[language]}
          </Mark>
        ))}
        {problems > 0 && (
          <Mark tone="bad">
            {plural(problems, {
              one: "# cell is not understood. Mend it in the sheet, or read its row or column otherwise. Nothing is read in before.",
              other:
                "# cells are not understood. Mend them in the sheet, or read their rows or columns otherwise. Nothing is read in before.",
            })}
          </Mark>
        )}
        {why.length > 0 && (
          <ul className={css.reasons}>
            {why.slice(0, REASONS).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        {years && (
          <Button disabled={busy} onClick={() => onYears(years)}>
            {first === last ? t`Give the budget the year ${first}` : t`Give the budget the years ${first}–${last}`}
          </Button>
        )}
        <p role="status">
          {plural(lines, { 0: "No line to read in.", one: "# line", other: "# lines" })}
          {lines > 0 && ` · ${t`DKK ${sum}`}`}
        </p>
        {there > 0 && (
          <Select<"add" | "replace">
            label={t`The lines that are there`}
            labelAbove
            value={plan.replace ? "replace" : "add"}
            options={[
              { value: "add", label: t`stay, and these come below` },
              {
                value: "replace",
                label: t`are replaced`,
                more: plural(there, { one: `# line under “${side}” goes.`, other: `# lines under “${side}” go.` }),
              },
            ]}
            onChange={(choice) => onPlan({ ...plan, replace: choice === "replace" })}
          />
        )}
        <Button tone="primary" disabled={busy || !ready(preview)} onClick={onRead}>
          {plural(lines, { one: "Read in # line", other: "Read in # lines" })}
        </Button>
      </section>
      <SideChoice plan={plan} onPlan={onPlan} />
      {sheets.length > 1 && (
        <Select
          label={t`Sheet`}
          labelAbove
          value={preview.sheet}
          options={sheets.map((name) => ({ value: name, label: name }))}
          onChange={(name) => onPlan(from(plan, { sheet: name }))}
        />
      )}
      <section aria-label={t`Columns of the sheet`}>
        <Heading level={3}>{t`Columns of the sheet`}</Heading>
        <ul className={css.columns}>
          {columns.map(({ heading, choice }) => (
            <li key={choice.column}>
              <Column
                heading={heading}
                choice={choice}
                sheet={sheet}
                onChange={(next) => onPlan(withColumn(plan, next))}
              />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** How a column is read, and of which year. */
function Column({
  heading,
  choice,
  sheet,
  onChange,
}: {
  heading: string;
  choice: BudgetColumnChoice;
  sheet: BudgetSheet;
  onChange: (choice: BudgetColumnChoice) => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const names = useNames();
  const { budget } = sheet;
  const own = Array.from({ length: budget.lastYear - budget.firstYear + 1 }, (_, at) => budget.firstYear + at);
  // A year the budget does not have can be read from a sheet all the same; the program says what it means.
  const years = choice.year === null || own.includes(choice.year) || choice.year === 0 ? own : [...own, choice.year];
  const split = { year: 0, quarter: 4, month: 12 }[budget.period];
  const place = (year: number | null, period: number) => `${year ?? ""}.${period}`;
  const places = years.flatMap((year) => [
    { year, period: 0, label: String(year) },
    ...Array.from({ length: split }, (_, at) => ({
      year,
      period: at + 1,
      label: `${year}, ${names.period(at + 1, budget.period)}`,
    })),
  ]);
  const options = [
    ...(choice.reads === "amount" ? [] : [{ year: null, period: 0, label: t`All years` }]),
    ...places,
    { year: 0, period: 0, label: names.year(0) },
  ];
  return (
    <>
      <Select<BudgetColumn>
        label={heading}
        labelAbove
        value={choice.reads}
        options={roles.map((value) => ({ value, label: word("budget_column", value) }))}
        onChange={(reads) => onChange({ ...choice, reads })}
      />
      {ofYears.has(choice.reads) && (
        <Select
          label={t`Year of “${heading}”`}
          hideLabel
          value={place(choice.year, choice.period)}
          options={options.map((one) => ({ value: place(one.year, one.period), label: one.label }))}
          onChange={(chosen) => {
            const found = options.find((one) => place(one.year, one.period) === chosen);
            if (found) onChange({ ...choice, year: found.year, period: found.period });
          }}
        />
      )}
    </>
  );
}
