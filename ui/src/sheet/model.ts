import type { Place } from "../grid/navigate";
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
  /** The first column of the cell this place is part of: a heading may take several. */
  spanAt: (line: number) => number;
  editable: (place: Place) => boolean;
  /** Why nothing can be typed here; null where it can. "" where the reason is plain: nothing stands here. */
  closed: (place: Place) => string | null;
  filled: (place: Place) => boolean;
  choicesAt: (place: Place) => readonly SheetChoice[];
};

export function modelOf({
  columns,
  rows,
  foot = [],
  cell,
  readOnly,
}: Pick<SheetProps, "columns" | "rows" | "foot" | "cell" | "readOnly">): Model {
  const lines = [...rows, ...foot];
  const cellAt = ({ line, column }: Place) => {
    const row = lines[line];
    const head = columns[column];
    return row && head ? cell(row, head) : null;
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
    spanAt,
    closed,
    editable: (place) => closed(place) === null,
    filled: (place) => Boolean(cellAt(place)?.shown),
    choicesAt: (place) => cellAt(place)?.choices ?? columns[place.column]?.choices ?? [],
  };
}

/** What the editor of a cell starts from. */
export const editOf = (cell: SheetCell | null) => cell?.edit ?? cell?.shown ?? "";

/** What a copy of a cell says. */
export function copiedOf(model: Model, place: Place): string {
  const cell = model.cellAt(place);
  if (!cell) return "";
  const kind = model.columns[place.column]?.kind;
  return cell.copied ?? (kind === "choice" ? cell.shown : editOf(cell));
}
