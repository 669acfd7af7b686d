import type { LineView, Side } from "../../../ipc";

export const sides: readonly Side[] = ["cost", "financing"];

/** A row of the sheet. A `new` row is empty: what is typed there becomes a line. */
export type Row =
  | { id: string; is: "group" | "sum"; side: Side }
  | { id: string; is: "line"; side: Side; view: LineView }
  | { id: string; is: "new"; side: Side }
  | { id: string; is: "gap" };

export const groupRow = (side: Side): Row => ({ id: `group ${side}`, is: "group", side });
export const sumRow = (side: Side): Row => ({ id: `sum ${side}`, is: "sum", side });
export const foot: readonly Row[] = [...sides.map(sumRow), { id: "gap", is: "gap" }];

/**
 * What rows are called. A line that came of a new row keeps that row's name, so that the focus, and what is typed on, stays in
 * it; the next new row has a name of its own.
 */
export class RowNames {
  readonly #rows = new Map<number, string>();
  readonly #lines = new Map<string, number>();
  readonly #taken = new Set<string>();

  rowOf(line: number): string {
    return this.#rows.get(line) ?? String(line);
  }

  /** The line of a row; null for a new one. */
  lineOf(row: string): number | null {
    const named = this.#lines.get(row);
    if (named !== undefined) return named;
    return /^\d+$/.test(row) ? Number(row) : null;
  }

  /** The names of so many new rows. */
  fresh(side: Side, count: number): readonly string[] {
    const names: string[] = [];
    for (let at = 0; names.length < count; at += 1) {
      const name = `new ${side} ${at}`;
      if (!this.#taken.has(name)) names.push(name);
    }
    return names;
  }

  /** What became of new rows is among the lines: only now are other new rows called something else, so that none is ever missing. */
  shown(lines: readonly LineView[]) {
    for (const { line } of lines) {
      const row = this.#rows.get(line.id);
      if (row !== undefined) this.#taken.add(row);
    }
  }

  /** A new row has become a line. */
  became(row: string, line: number) {
    this.#rows.set(line, row);
    this.#lines.set(row, line);
  }
}

/** The rows: each side under its heading, and below its lines the new one, where something can be typed. */
export function rowsOf(lines: readonly LineView[], names: RowNames, fresh: (side: Side) => number): readonly Row[] {
  return sides.flatMap((side) => [
    groupRow(side),
    ...lines
      .filter(({ line }) => line.side === side)
      .map((view): Row => ({ id: names.rowOf(view.line.id), is: "line", side, view })),
    ...names.fresh(side, fresh(side)).map((id): Row => ({ id, is: "new", side })),
  ]);
}

/** The side a row belongs to; null for the foot. */
export const sideOf = (row: Row | undefined): Side | null => (row && row.is !== "gap" ? row.side : null);

/** Whether nothing says what a line is: neither its text nor, of financing, where the money comes from. */
export const isNameless = ({ line }: LineView): boolean => line.text === "" && line.origin === "";
