import type { PeriodView, Unit } from "../../ipc";
import { formatAmount } from "../../money";
import type { Rows } from "./rows";
import { type Sums, sumAt } from "./view";

/** Columns a person can show, hide and order. The years go together: another agreement has other years. */
export const columnKeys = [
  "number",
  "title",
  "area",
  "theme",
  "mechanism",
  "canApply",
  "status",
  "applications",
  "dut",
  "years",
  "total",
  "permanent",
  "authority",
  "pools",
  "call",
  "left",
  "meeting",
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** The usual columns in the order they stand. */
const usual: readonly ColumnKey[] = [
  "number",
  "title",
  "area",
  "mechanism",
  "canApply",
  "status",
  "applications",
  "dut",
  "call",
  "authority",
  "years",
  "total",
  "permanent",
];

/** The order in which the usual columns are given room; those that always stand first are not here. */
const wishes: readonly ColumnKey[] = ["status", "dut", "applications", "mechanism", "area", "authority", "call"];
const always: ReadonlySet<ColumnKey> = new Set(["number", "title", "canApply", "years", "total", "permanent"]);

export const NARROWEST_TITLE = 190;
/** A title this wide is comfortable: columns of words get room only beyond it. */
const COMFORTABLE_TITLE = 360;
/** Where a narrower title gives room: the D takes so little, and where we stand is what one looks for. */
const narrowerTitle: Partial<Record<ColumnKey, number>> = { status: 220, dut: 300, applications: 300 };

export function isColumn(key: string): key is ColumnKey {
  return (columnKeys as readonly string[]).includes(key);
}

/** The columns a person chose, number and title always first; or, where none is chosen, the usual ones that fit. */
export function columnsFor(
  chosen: readonly string[],
  room: number,
  widthOf: (key: ColumnKey) => number,
  grouped: boolean,
  /** The usual columns no row has anything in: a next deadline where no call is open, a status where nothing is assessed. */
  bare: ReadonlySet<ColumnKey>,
): ColumnKey[] {
  const own = chosen.filter(isColumn).filter((key) => key !== "number" && key !== "title");
  if (chosen.length > 0) return ["number", "title", ...own];
  const shown = new Set(always);
  let left = room;
  for (const key of shown) if (key !== "title") left -= widthOf(key);
  for (const key of wishes) {
    // Grouped, the headings say the area.
    if (key === "area" && grouped) continue;
    if (bare.has(key)) continue;
    if (widthOf(key) > left - (narrowerTitle[key] ?? COMFORTABLE_TITLE)) continue;
    left -= widthOf(key);
    shown.add(key);
  }
  return usual.filter((key) => shown.has(key));
}

/** A title wider than this draws the eye away from its figures: columns of words get some of what is left first. */
const WIDE_TITLE = 520;
const wordy: readonly ColumnKey[] = ["mechanism", "authority", "area", "theme"];

/** What columns of words get beyond their width when the title has more than it needs. */
export function widened(keys: readonly ColumnKey[], title: number): Map<ColumnKey, number> {
  const takers = wordy.filter((key) => keys.includes(key));
  const each = Math.min(110, Math.floor(Math.max(0, title - WIDE_TITLE) / Math.max(1, takers.length)));
  return new Map(takers.map((key) => [key, each]));
}

/** Room for the longest figure a period can show, which is its grand total before any filter. */
export function periodWidth(
  rows: Rows,
  all: Sums,
  period: number,
  unit: Unit,
  least: number,
  widthOf: (text: string) => number,
): number {
  const text = formatAmount(sumAt(rows, all, rows.groups.length, period), unit, "da", precisionOf(rows));
  return Math.max(least, Math.ceil(widthOf(text)) + 13);
}

/** Converted amounts have øre no reader wants; the agreement's own are shown as they are. */
export const precisionOf = (rows: Rows) => (rows.register.priceLevel.converted ? "rounded" : "exact");

/** `2019-22`: the years a total is of. */
export function span(periods: readonly PeriodView[]): string {
  const years = periods.flatMap((period) => (period.year === null ? [] : [period.year]));
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return "";
  return first === last ? String(first) : `${first}-${String(last).slice(2)}`;
}
