import type { CellView, LineView, Side } from "../../../ipc";
import { addAmounts, oere } from "../../../money";
import type { Col } from "./columns";

/** A line's cells and amounts by year and period, in øre. */
type Index = {
  cells: ReadonlyMap<string, CellView>;
  amounts: ReadonlyMap<string, number>;
  years: ReadonlyMap<number, number>;
  total: number | null;
};

const indexes = new WeakMap<LineView, Index>();

/** Made once for a line as it stands: lines that an edit did not touch stay the same objects. */
function indexOf(view: LineView): Index {
  const made = indexes.get(view);
  if (made) return made;
  const cells = new Map<string, CellView>();
  const amounts = new Map<string, number>();
  const years = new Map<number, number>();
  for (const cell of view.cells) {
    const key = `${cell.year}.${cell.period}`;
    cells.set(key, cell);
    if (cell.amount === null) continue;
    const amount = oere(cell.amount);
    amounts.set(key, amount);
    years.set(cell.year, (years.get(cell.year) ?? 0) + amount);
  }
  const index = { cells, amounts, years, total: addAmounts(years.values()) };
  indexes.set(view, index);
  return index;
}

/** What a line says of a part of a year. */
export const cellOf = (view: LineView, { year, period }: Pick<Col, "year" | "period">): CellView | undefined =>
  indexOf(view).cells.get(`${year}.${period}`);

/** A line's amount in a column; null where there is none. */
export function amountIn(view: LineView, { holds, year, period }: Col): number | null {
  const index = indexOf(view);
  if (holds === "amount") return index.amounts.get(`${year}.${period}`) ?? null;
  if (holds === "year") return index.years.get(year) ?? null;
  return holds === "total" ? index.total : null;
}

/** Whose financing has an amount, if only of zero: where none has, the sum of it is none. */
export function amountsOf(lines: readonly LineView[]): { grant: boolean; coFinancing: boolean; own: boolean } {
  const sources = new Set(lines.filter(({ total }) => total !== null).map(({ line }) => line.source));
  const others = [...sources].some((source) => source !== null && source !== "grant");
  return { grant: sources.has("grant"), coFinancing: others, own: sources.has("own") };
}

export type Sums = {
  /** Of a side in a column; null where nothing stands. */
  side: (side: Side, column: Col) => number | null;
  /** Costs less financing: what is missing; null where neither has anything. */
  gap: (column: Col) => number | null;
  /** Something is not allotted to a year, so that the years do not say what is missing in them. */
  loose: boolean;
};

/** The sums of a budget, each worked out when it is first asked for. */
export function sumsOf(lines: readonly LineView[]): Sums {
  const sides: Readonly<Record<Side, readonly LineView[]>> = {
    cost: lines.filter(({ line }) => line.side === "cost"),
    financing: lines.filter(({ line }) => line.side === "financing"),
  };
  const known = new Map<string, number | null>();
  const side = (which: Side, column: Col) => {
    const key = `${which} ${column.id}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const sum = addAmounts(sides[which].map((view) => amountIn(view, column)));
    known.set(key, sum);
    return sum;
  };
  const gap = (column: Col) => {
    const [cost, financing] = [side("cost", column), side("financing", column)];
    return financing === null ? cost : addAmounts([cost, -financing]);
  };
  const loose = lines.some((view) => indexOf(view).years.has(0));
  return { side, gap, loose };
}
