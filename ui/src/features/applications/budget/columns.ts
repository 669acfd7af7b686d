import type { BudgetSheet, Period } from "../../../ipc";

/** What stands in a column. `year` is the sum of a year that is split, `note` the note of a cost and the origin of financing. */
export type Holds =
  | "number"
  | "text"
  | "category"
  | "method"
  | "unit"
  | "quantity"
  | "rate"
  | "amount"
  | "year"
  | "total"
  | "note";

/** A column of the sheet; year 0 is what is not allotted, period 0 the whole of a year. */
export type Col = { id: string; holds: Holds; year: number; period: number };

export type Choice = {
  /** Whether method, unit, quantities and rates are shown. */
  figures: boolean;
  /** Whether there is a column for what is not allotted, though nothing stands there yet. */
  unallotted: boolean;
};

const parts: Readonly<Record<Period, number>> = { year: 0, quarter: 4, month: 12 };

const plain = (holds: Holds): Col => ({ id: holds, holds, year: 0, period: 0 });

/** Whether anything is reckoned: the figures it is reckoned of are then worth their room, where there is room. */
export const hasReckoned = ({ lines }: BudgetSheet): boolean => lines.some(({ line }) => line.method !== "amount");

/** The parts of each year that have a column: those the budget is split into, and any other where something stands. */
function periodsOf({ budget, years, lines }: BudgetSheet): ReadonlyMap<number, readonly number[]> {
  const count = parts[budget.period];
  const split = count === 0 ? [0] : Array.from({ length: count }, (_, at) => at + 1);
  const found = new Map(years.map((year) => [year, new Set(year === 0 ? [0] : split)]));
  for (const { cells } of lines) for (const { year, period } of cells) found.get(year)?.add(period);
  return new Map([...found].map(([year, periods]) => [year, [...periods].sort((a, b) => a - b)]));
}

/** The columns of a budget: what a line is, its years, what is not allotted, the sum and the note. */
export function columnsOf(sheet: BudgetSheet, { figures, unallotted }: Choice): readonly Col[] {
  const periods = periodsOf(sheet);
  const ofYear = (year: number): Col[] => {
    const within = periods.get(year) ?? [0];
    const cells = within.flatMap((period) =>
      (figures ? (["quantity", "rate", "amount"] as const) : (["amount"] as const)).map(
        (holds): Col => ({ id: `${holds} ${year}.${period}`, holds, year, period }),
      ),
    );
    return within.length > 1 ? [...cells, { id: `year ${year}`, holds: "year", year, period: 0 }] : cells;
  };
  const years = sheet.years.filter((year) => year !== 0);
  const loose = sheet.years.includes(0) || unallotted;
  return [
    plain("number"),
    plain("text"),
    plain("category"),
    ...(figures ? [plain("method"), plain("unit")] : []),
    ...years.flatMap(ofYear),
    ...(loose ? ofYear(0) : []),
    plain("total"),
    plain("note"),
  ];
}

/** The column with a year's whole amount; without a year the total. */
export function columnOfYear(columns: readonly Col[], year: number | null): Col | undefined {
  if (year === null) return columns.find(({ holds }) => holds === "total");
  const own = columns.filter((column) => column.year === year);
  return own.find(({ holds }) => holds === "year") ?? own.find(({ holds }) => holds === "amount");
}
