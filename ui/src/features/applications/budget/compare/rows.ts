import type { CompareFigure, CompareRow, CompareView, Side } from "../../../../ipc";

/** What became of a line. */
export type Change = "added" | "removed" | "changed" | "reworded" | "same";

const none = (amount: string) => /^-?0+(\.0+)?$/.test(amount);

export function changeOf({ left, right, reworded, figures }: CompareRow): Change {
  if (left === null) return "added";
  if (right === null) return "removed";
  const moved = figures.some(
    (figure) => !none(figure.difference) || (figure.left === null) !== (figure.right === null),
  );
  if (moved) return "changed";
  return reworded ? "reworded" : "same";
}

export type Row =
  | { id: string; is: "group"; side: Side }
  | { id: string; is: "sum"; side: Side; figures: readonly CompareFigure[] }
  | { id: string; is: "line"; row: CompareRow; change: Change };

/** The lines of both versions under their side, and the sum of each side under them; with `only` those that changed. */
export function compareRows({ rows, cost, financing }: CompareView, only: boolean): readonly Row[] {
  const ofSide = (side: Side, figures: readonly CompareFigure[]): Row[] => [
    { id: `group ${side}`, is: "group", side },
    ...rows
      .filter((row) => row.side === side)
      .map((row): Row & { is: "line" } => ({ id: `line ${row.number}`, is: "line", row, change: changeOf(row) }))
      .filter(({ change }) => !only || change !== "same"),
    { id: `sum ${side}`, is: "sum", side, figures },
  ];
  return [...ofSide("cost", cost), ...ofSide("financing", financing)];
}

export type Part = "left" | "right" | "difference" | "share";

/** A column: one figure of a year, by its place among the figures; the last place is all years. */
export type Col = { id: string; place: number; part: Part };

export const parts: readonly Part[] = ["left", "right", "difference", "share"];

/** Year by year; what is not allotted to one stands after them, and all of it last. */
export function compareColumns(years: readonly number[]): readonly Col[] {
  const places = [...years.keys()].sort((a, b) => Number(years[a] === 0) - Number(years[b] === 0) || a - b);
  return [...places, years.length].flatMap((place) =>
    parts.map((part): Col => ({ id: `${part} ${place}`, place, part })),
  );
}
