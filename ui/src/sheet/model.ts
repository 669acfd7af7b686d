import type { Place } from "../grid/navigate";
import type { RowHeld } from "./outbox";
import type { SheetCell, SheetChoice, SheetColumn, SheetProps, SheetRow } from "./types";

/** Cells from one corner to the other, both included; lines and columns by their order. */
export type Range = { top: number; bottom: number; left: number; right: number };

export const rangeOf = (one: Place, other: Place): Range => ({
  top: Math.min(one.line, other.line),
  bottom: Math.max(one.line, other.line),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
});

export const isOne = ({ top, bottom, left, right }: Range) => top === bottom && left === right;

export const sizeOf = ({ top, bottom, left, right }: Range) => (bottom - top + 1) * (right - left + 1);

export function* placesIn({ top, bottom, left, right }: Range): Generator<Place> {
  for (let line = top; line <= bottom; line += 1)
    for (let column = left; column <= right; column += 1) yield { line, column };
}

/** What a sheet is made of, by order: the rows, the foot under them, and what stands in a cell. */
export type Model = {
  columns: readonly SheetColumn[];
  /** Rows and foot. */
  lines: readonly SheetRow[];
  /** How many of the lines are rows. */
  count: number;
  lineOf: ReadonlyMap<string, number>;
  columnOf: ReadonlyMap<string, number>;
  cellAt: (place: Place) => SheetCell | null;
  /** What the editor of a cell starts from, and what filling takes from it: what was typed last, kept yet or not. */
  textAt: (place: Place) => string;
  /** What a copy of a cell says. */
  copiedAt: (place: Place) => string;
  /** How many of a line's first columns its first cell takes. */
  spanAt: (line: number) => number;
  editable: (place: Place) => boolean;
  /** Why nothing can be typed here; null where it can. "" where the reason is plain: nothing stands here. */
  closed: (place: Place) => string | null;
  filled: (place: Place) => boolean;
  choicesAt: (place: Place) => readonly SheetChoice[];
};

type Made = Pick<SheetProps, "columns" | "rows" | "foot" | "cell" | "readOnly"> & {
  /** What was typed and does not stand there yet. */
  held?: ReadonlyMap<string, RowHeld>;
};

export function modelOf({ columns, rows, foot = [], cell, readOnly, held }: Made): Model {
  const lines = [...rows, ...foot];
  const cellAt = ({ line, column }: Place) => {
    const row = lines[line];
    const head = columns[column];
    return row && head ? cell(row, head) : null;
  };
  const heldAt = ({ line, column }: Place) => held?.get(lines[line]?.id ?? "")?.get(columns[column]?.id ?? "");
  const textAt = (place: Place) => heldAt(place)?.text ?? editOf(cellAt(place));
  const choicesAt = (place: Place) => cellAt(place)?.choices ?? columns[place.column]?.choices ?? [];
  const copiedAt = (place: Place) => {
    const own = cellAt(place);
    const typed = heldAt(place);
    if (columns[place.column]?.kind !== "choice") return typed?.text ?? own?.copied ?? editOf(own);
    const chosen = typed && choicesAt(place).find(({ value }) => value === typed.text);
    return chosen?.label ?? typed?.text ?? own?.copied ?? own?.shown ?? "";
  };
  const spanAt = (line: number) => lines[line]?.span ?? 1;
  const closed = (place: Place) => {
    if (readOnly !== undefined) return readOnly;
    const span = spanAt(place.line);
    const own = cellAt(span > 1 && place.column < span ? { ...place, column: 0 } : place);
    if (!own) return "";
    if (own.readOnly !== undefined) return own.readOnly;
    return columns[place.column]?.kind === "computed" || (span > 1 && place.column < span) ? "" : null;
  };
  return {
    columns,
    lines,
    count: rows.length,
    lineOf: new Map(lines.map(({ id }, at) => [id, at])),
    columnOf: new Map(columns.map(({ id }, at) => [id, at])),
    cellAt,
    textAt,
    copiedAt,
    spanAt,
    closed,
    editable: (place) => closed(place) === null,
    filled: (place) => textAt(place) !== "",
    choicesAt,
  };
}

/** A cell by its row and column, as it is named in a message; `added` names a row that is not there yet, by its place from 1. */
export function cellNamed(model: Model, row: string, column: string, added: (number: number) => string): string {
  const head = model.columns[model.columnOf.get(column) ?? -1]?.spoken ?? "";
  const line = model.lines[model.lineOf.get(row) ?? -1];
  return `${line?.name ?? added(Number(row) + 1)}, ${head}`;
}

/** Asks for each cell once: scrolling and moving about ask for the same ones over and over. */
export function remembered(cell: SheetProps["cell"]): SheetProps["cell"] {
  const rows = new Map<string, Map<string, SheetCell>>();
  return (row, column) => {
    let cells = rows.get(row.id);
    if (!cells) {
      cells = new Map();
      rows.set(row.id, cells);
    }
    let found = cells.get(column.id);
    if (!found) {
      found = cell(row, column);
      cells.set(column.id, found);
    }
    return found;
  };
}

/** What stands in a cell as it is typed. */
export const editOf = (cell: SheetCell | null) => cell?.edit ?? cell?.shown ?? "";
