import { foldA, foldB, found, type Needle } from "../../../fold";
import type {
  MoneyView,
  Spending,
  SpendingImport,
  SpendingImportPreview,
  SpendingImportRow,
  SpentLine,
  SpentYear,
  YearEnd,
} from "../../../ipc";
import { oere } from "../../../money";
import { decimalLess, signOf } from "../../../parts/decimal";

/** What a forecast rests on: a person, what was spent in a year that is over, as much a day as until now, or the budget. */
export type Basis = "typed" | "over" | "hitherto" | "budget";

/** None for all years together, which have several. */
export function basisOf({ year, forecastTyped }: SpentYear, asOf: string): Basis | null {
  if (year === null) return null;
  if (forecastTyped) return "typed";
  const now = Number(asOf.slice(0, 4));
  if (year === now) return "hitherto";
  return year < now ? "over" : "budget";
}

/** Whether more is spent than the budget has, or is expected to be by the end of the year. */
export function excess({ left, deviation }: SpentYear): "spent" | "expected" | null {
  if (oere(left) < 0) return "spent";
  return oere(deviation) > 0 ? "expected" : null;
}

export const yearsOf = (view: MoneyView): number[] =>
  view.spent.map(({ year }) => year).filter((year): year is number => year !== null);

/** The year one looks at first: the one the view stands in, else all. */
export function firstYear(view: MoneyView): number | null {
  const now = Number(view.asOf.slice(0, 4));
  return yearsOf(view).includes(now) ? now : null;
}

export const ofYear = (years: readonly SpentYear[], year: number | null): SpentYear | undefined =>
  years.find((one) => one.year === year);

/** What was charged to a line, in a year or in all. */
export function vouchersOf(spending: readonly Spending[], line: number, year: number | null): Spending[] {
  return spending.filter(
    ({ budgetLineId, bookedOn }) => budgetLineId === line && (year === null || Number(bookedOn.slice(0, 4)) === year),
  );
}

export type SortKey = "bookedOn" | "voucher" | "line" | "text" | "ledger" | "hours" | "amount";
export type Sort = { key: SortKey; down: boolean };

/** The newest first, as one looks for what was just entered. */
export const newest: Sort = { key: "bookedOn", down: true };

const { compare } = new Intl.Collator("da", { numeric: true });

const orders: Record<SortKey, (one: Spending, other: Spending, lines: ReadonlyMap<number, string>) => number> = {
  bookedOn: (one, other) => compare(one.bookedOn, other.bookedOn) || one.id - other.id,
  voucher: (one, other) => compare(one.voucher, other.voucher),
  line: (one, other, lines) => compare(lines.get(one.budgetLineId) ?? "", lines.get(other.budgetLineId) ?? ""),
  text: (one, other) => compare(one.text, other.text),
  ledger: (one, other) => compare(one.ledger, other.ledger),
  hours: (one, other) => signOf(decimalLess(one.hours ?? "0", other.hours ?? "0")),
  amount: (one, other) => oere(one.amount) - oere(other.amount),
};

/** Sorted, what is the same in the order it has. */
export function sorted(spending: readonly Spending[], sort: Sort, lines: ReadonlyMap<number, string>): Spending[] {
  const order = orders[sort.key];
  return [...spending].sort((one, other) => (sort.down ? order(other, one, lines) : order(one, other, lines)));
}

/** Those where every word stands somewhere: in voucher, text, account, line or amount as it is shown. */
export function matching(
  spending: readonly Spending[],
  words: readonly Needle[],
  lines: ReadonlyMap<number, string>,
): readonly Spending[] {
  if (words.length === 0) return spending;
  return spending.filter((one) => {
    const kroner = one.amount.replace(/\.00$/, "").replace(".", ",");
    const text = [one.voucher, one.text, one.ledger, lines.get(one.budgetLineId) ?? "", kroner].join(" ");
    const [a, b] = [foldA(text), foldB(text)];
    return words.every((word) => found(word, a, b));
  });
}

export const lineNames = (lines: readonly SpentLine[]): ReadonlyMap<number, string> =>
  new Map(lines.map(({ line }) => [line.id, line.text]));

/** Not to be read in: entered already, or left out by a person. A line that was chosen and refused is neither. */
export const isOut = ({ known, lineId, chosen, problem }: SpendingImportRow): boolean =>
  known || (lineId === null && chosen && problem === null);

/** The rows of a sheet that have the same account and that nobody has chosen a line for, nor the program found one. */
export function alike(rows: readonly SpendingImportRow[], row: SpendingImportRow): SpendingImportRow[] {
  if (row.ledger === "") return [];
  return rows.filter(
    (other) =>
      other.row !== row.row && other.ledger === row.ledger && other.lineId === null && !other.chosen && !other.known,
  );
}

/** With a line for a row, or the row left out (null); rows alike without a line get the same, for one account is one line mostly. */
export function withLine(
  plan: SpendingImport,
  rows: readonly SpendingImportRow[],
  row: SpendingImportRow,
  lineId: number | null,
): SpendingImport {
  const chosen = new Map(plan.lines.map((one) => [one.row, one.lineId]));
  chosen.set(row.row, lineId);
  if (lineId !== null) for (const other of alike(rows, row)) chosen.set(other.row, lineId);
  return { ...plan, lines: [...chosen].map(([at, line]) => ({ row: at, lineId: line })) };
}

/** Without the rows that have a problem: a ledger has what is other projects' too. */
export function withoutProblems(plan: SpendingImport, { rows }: SpendingImportPreview): SpendingImport {
  const out = rows.filter(({ problem }) => problem !== null).map(({ row }) => row);
  const kept = plan.lines.filter(({ row }) => !out.includes(row));
  return { ...plan, lines: [...kept, ...out.map((row) => ({ row, lineId: null }))] };
}

const figures = ["received", "repaid", "used", "inAdvance", "outstanding", "carriedOver", "withheld"] as const;

/** Years in which nothing moved stand as one: from the first day until the last on which it stood so. */
export function standings(ends: readonly YearEnd[]): { until: string; end: YearEnd }[] {
  const runs: { until: string; end: YearEnd }[] = [];
  for (const end of ends) {
    const last = runs.at(-1);
    if (last && figures.every((figure) => last.end[figure] === end[figure])) last.until = end.on;
    else runs.push({ until: end.on, end });
  }
  return runs;
}
