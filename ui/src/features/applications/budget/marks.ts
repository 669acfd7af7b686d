import type { Finding, FindingCode, Side } from "../../../ipc";
import { type Col, columnOfYear, type Holds } from "./columns";
import type { RowNames } from "./rows";

/** A cell of the sheet. */
export type Spot = { row: string; column: string };

const ofLine: Partial<Record<FindingCode, Holds>> = {
  category_missing: "category",
  category_unknown: "category",
  co_financing_form: "category",
  contingency: "category",
  overhead: "category",
  overhead_none: "category",
  wage_cap_hour: "rate",
  wage_cap_year: "rate",
  rates_differ: "rate",
  hours_promised_twice: "quantity",
};

const ofSide: Partial<Record<FindingCode, Side>> = {
  stated_total_not_costs: "cost",
  cost_not_allotted: "cost",
  overhead: "cost",
  overhead_none: "cost",
  financing_not_allotted: "financing",
  stated_total_not_financing: "financing",
  stated_grant_not_budget: "financing",
  co_financing_of_total: "financing",
  co_financing_of_grant: "financing",
  co_financing_form: "financing",
  grant_floor: "financing",
  grant_ceiling: "financing",
  levy: "financing",
  indexation: "financing",
};

const gaps: ReadonlySet<FindingCode> = new Set([
  "financing_short",
  "financing_over",
  "financing_equal",
  "financing_short_year",
  "financing_over_year",
]);

const unallotted: ReadonlySet<FindingCode> = new Set(["cost_not_allotted", "financing_not_allotted"]);

/** The cell a finding is about: of its line, else the sum or the gap of its year; null where it is about none. */
export function spotOf({ code, facts }: Finding, columns: readonly Col[], names: RowNames): Spot | null {
  const year = unallotted.has(code) ? 0 : facts.year;
  const whole = columnOfYear(columns, year) ?? columnOfYear(columns, null);
  if (facts.lineId !== null) {
    const holds = ofLine[code];
    const exact = columns.find((column) => column.holds === holds && (year === null || column.year === year));
    const plain = columns.find((column) => column.holds === holds);
    const column = exact ?? (holds === "category" ? plain : undefined) ?? whole;
    return column ? { row: names.rowOf(facts.lineId), column: column.id } : null;
  }
  const side = ofSide[code];
  const row = gaps.has(code) ? "gap" : side && `sum ${side}`;
  return row && whole ? { row, column: whole.id } : null;
}

export type Marked = { state: "broken" | "open"; findings: Finding[] };

/** What is broken or missing, at the cells it is about. The gap says itself what it is. */
export function marksOf(
  findings: readonly Finding[],
  columns: readonly Col[],
  names: RowNames,
): ReadonlyMap<string, Marked> {
  const marks = new Map<string, Marked>();
  for (const finding of findings) {
    const { state } = finding;
    if (state !== "broken" && state !== "open") continue;
    const spot = spotOf(finding, columns, names);
    if (!spot || spot.row === "gap") continue;
    const key = markKey(spot.row, spot.column);
    const there = marks.get(key);
    // One that is broken says more than one that is missing.
    if (there) {
      there.findings.push(finding);
      if (state === "broken") there.state = "broken";
    } else marks.set(key, { state, findings: [finding] });
  }
  return marks;
}

export const markKey = (row: string, column: string) => `${row}\n${column}`;
