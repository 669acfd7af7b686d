import type { ExposureFigures, ExposureGroup, ExposureRow } from "../../ipc";
import { addAmounts, oere } from "../../money";
import { scaled } from "../../parts/decimal";

/** What can be asked of a year, in the order it is read. */
export const measures = [
  "granted",
  "pending",
  "ownCash",
  "ownStaff",
  "own",
  "ownCashPending",
  "ownStaffPending",
  "ownAll",
  "ownHours",
  "ownFte",
  "gap",
] as const;
export type Measure = (typeof measures)[number];

type Money = "granted" | "pending" | "ownCash" | "ownStaff" | "ownCashPending" | "ownStaffPending" | "gap";

/** The amounts a measure is the sum of; none where it is a quantity. */
const parts: Readonly<Record<Exclude<Measure, "ownHours" | "ownFte">, readonly Money[]>> = {
  granted: ["granted"],
  pending: ["pending"],
  ownCash: ["ownCash"],
  ownStaff: ["ownStaff"],
  own: ["ownCash", "ownStaff"],
  ownCashPending: ["ownCashPending"],
  ownStaffPending: ["ownStaffPending"],
  ownAll: ["ownCash", "ownStaff", "ownCashPending", "ownStaffPending"],
  gap: ["gap"],
};

/** A measure that is an amount, and not hours or full-time years. */
export const isMoney = (measure: Measure): measure is keyof typeof parts => measure in parts;

/** How many decimals a quantity in ten-thousandths has. */
export const decimalsOf = (value: number): number => [10_000, 1000, 100, 10, 1].findIndex((step) => value % step === 0);

/** A year's figure, in whole øre or in ten-thousandths of an hour or a full-time year; nothing where it cannot be said of the year. */
export function figureOf(figures: ExposureFigures, measure: Measure): number {
  if (measure === "ownHours" || measure === "ownFte") return scaled(figures[measure]);
  return addAmounts(parts[measure].map((part) => oere(figures[part] ?? "0.00"))) ?? 0;
}

/** The figures of all years together. */
export const sumOf = (years: readonly ExposureFigures[], measure: Measure): number =>
  years.reduce((sum, figures) => sum + figureOf(figures, measure), 0);

/** A year, 0 for what is not allotted to any; or all of them. */
export type Place = number | "all";

/** The figure of a year, nothing where the year is not among them. */
export const valueAt = (years: readonly ExposureFigures[], measure: Measure, place: Place): number =>
  sumOf(place === "all" ? years : years.filter(({ year }) => year === place), measure);

/** The applications a figure is made of, each with its part of it, the largest first; of one group or of all. */
export function madeOf(
  rows: readonly ExposureRow[],
  measure: Measure,
  place: Place,
  group?: ExposureGroup,
): { row: ExposureRow; value: number }[] {
  const within = group && new Set(group.applicationIds);
  return rows
    .filter((row) => !row.undated && (!within || within.has(row.applicationId)))
    .map((row) => ({ row, value: valueAt(row.years, measure, place) }))
    .filter(({ value }) => value !== 0)
    .sort((a, b) => b.value - a.value);
}

/** What a year is to the day: the budget year, one of the three overslagsår after it, or before or after those. */
export type YearKind = "unallotted" | "earlier" | "budget" | "estimate" | "later";

export function yearKind(year: number, asOf: string): YearKind {
  const budget = Number(asOf.slice(0, 4));
  if (year === 0) return "unallotted";
  if (year < budget) return "earlier";
  if (year === budget) return "budget";
  return year <= budget + 3 ? "estimate" : "later";
}

/** The years to choose among: those around the day, and those chosen. */
export function yearChoices(asOf: string, chosen: readonly number[]): number[] {
  const budget = Number(asOf.slice(0, 4));
  const first = Math.min(budget - 15, ...chosen);
  const last = Math.max(budget + 10, ...chosen);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Most years looked at at once. */
export const mostYears = 12;

/** First and last year in order and not too far apart, the one just chosen kept. */
export function orderedYears(from: number, to: number, kept: "from" | "to"): { from: number; to: number } {
  if (kept === "from") return { from, to: Math.min(Math.max(from, to), from + mostYears - 1) };
  return { from: Math.max(Math.min(from, to), to - mostYears + 1), to };
}

/** A part of a bar. Those that are pending depend on an answer; what is missing nobody pays. */
export type Segment = { look: "granted" | "grantPending" | "cash" | "staff" | "ownPending" | "missing"; value: number };

/** A year's two bars: what the funders give, and what the municipality gives of its own. */
export function bars(figures: ExposureFigures): { grant: Segment[]; own: Segment[] } {
  const value = (measure: Measure) => figureOf(figures, measure);
  const there = (segments: Segment[]) => segments.filter((segment) => segment.value > 0);
  return {
    grant: there([
      { look: "granted", value: value("granted") },
      { look: "grantPending", value: value("pending") },
    ]),
    own: there([
      { look: "cash", value: value("ownCash") },
      { look: "staff", value: value("ownStaff") },
      { look: "ownPending", value: value("ownCashPending") + value("ownStaffPending") },
      { look: "missing", value: value("gap") },
    ]),
  };
}
