import { useLingui } from "@lingui/react/macro";
import { TextField } from "../../../../parts/TextField";
import css from "../budget.module.css";
import { readYears, type YearsProblem } from "./years";

/** The years a budget goes over. */
export function YearFields({
  first,
  last,
  onChange,
  refused,
}: {
  first: string;
  last: string;
  onChange: (first: string, last: string) => void;
  /** What the program said of them. */
  refused?: string;
}) {
  const { t } = useLingui();
  const read = readYears(first, last);
  const problem = typeof read === "string" ? read : null;
  const words: Readonly<Record<YearsProblem, string>> = {
    first: t`Write a year, for example 2019.`,
    last: t`Write a year, for example 2020.`,
    reversed: t`The last year is before the first.`,
    long: t`A budget goes over 30 years at most.`,
  };
  const atFirst = problem === "first" && first !== "" ? words.first : undefined;
  const atLast = problem && problem !== "first" ? words[problem] : undefined;
  return (
    <div className={css.pair}>
      <TextField
        label={t`First year`}
        inputMode="numeric"
        value={first}
        onChange={(next) => onChange(next, last)}
        error={atFirst}
      />
      <TextField
        label={t`Last year`}
        inputMode="numeric"
        value={last}
        onChange={(next) => onChange(first, next)}
        error={atLast ?? refused}
      />
    </div>
  );
}
