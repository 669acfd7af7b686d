import type { ReactNode, Ref } from "react";
import type { Tone } from "../parts/Mark";

/** One of the values a choice cell can have. */
export type SheetChoice = { value: string; label: string; more?: string };

export type SheetColumn = {
  id: string;
  /** Shown in its heading, with the unit under it. */
  heading: ReactNode;
  /** Its name as it is read out with every cell, the group's included: `2009, rate`. */
  spoken: string;
  /** `kr.`, `timer`: shown in the heading, read out after each figure. */
  unit?: string;
  /** In pixels, padding included. */
  width: number;
  /** Takes the room that is left over; the first one that may. */
  grow?: boolean;
  align?: "end";
  /** Stays in sight while the rest is scrolled sideways; pinned columns stand first. A narrow window keeps only the first of them. */
  pinned?: boolean;
  /** Its cell names the row. */
  names?: boolean;
  /** Neighbours of the same group stand under one heading, such as a year over its quantity, rate and amount. */
  group?: string;
  /** Filling right takes from the nearest column before it of the same measure (`rate` to `rate`); where none says it, from the neighbour. */
  measure?: string;
  /** A computed column is never typed in. */
  kind: "text" | "number" | "choice" | "computed";
  /** Of a choice column, for cells that say none of their own and for rows not there yet. */
  choices?: readonly SheetChoice[];
  /** Holds what people typed, which is Danish whatever the language of the screen. */
  danish?: boolean;
};

export type SheetRow = {
  id: string;
  /** What the row is called where a cell of it is read out or named in a message. */
  name: string;
  /** A `line` can be added, moved and deleted; a `group` heads lines; a `sum` adds; a `gap` is a difference that asks to be closed. */
  kind: "line" | "group" | "sum" | "gap";
  /** Which lines belong together: a paste never runs on from those of one section into another's, nor does filling down. */
  section?: string;
  /** How many of the first columns its first cell takes; 1 when left out. */
  span?: number;
};

export type SheetCell = {
  /** As it is read in its place, formatted. */
  shown: string;
  /** What the editor starts from: the figure as it is typed, the value of a choice. `shown` when left out. */
  edit?: string;
  /** What a copy of it says in another sheet: decimal comma, no thousands mark. `edit` when left out, for a choice its label. */
  copied?: string;
  /** Read out in place of what is shown and its unit. */
  spoken?: string;
  /** Cannot be typed in: why, in a sentence told to whoever tries. */
  readOnly?: string;
  /** What is wrong with it, in a sentence. */
  problem?: string;
  /** A rule it meets or breaks: an icon here, the words in the name and under the sheet. */
  mark?: { tone: Tone; words: string };
  /** `soft` for what is derived or not there, `strong` for sums. */
  tone?: "soft" | "strong" | Extract<Tone, "ok" | "warn" | "bad">;
  /** Of a choice cell, where they are others than its column's. */
  choices?: readonly SheetChoice[];
};

/** Typed, pasted, filled or emptied: what is to stand in a cell. For a choice cell its value; "" empties. */
export type SheetEdit = { row: string; column: string; text: string };

/** Why an edit was not kept. `row` is `+0`, `+1` … for a row that was to be added. */
export type SheetProblem = { row: string; column: string; message: string };

/** Cells of a row that is to be added. */
export type SheetNewRow = readonly { column: string; text: string }[];

export type SheetHandle = {
  /** Puts the focus on the cell where it was last, or on the first. */
  focus: () => void;
  goTo: (row: string, column?: string) => void;
  /** What the keys do, for buttons and the palette: all of it at the cell or range with the focus. */
  addRow: () => void;
  deleteRows: () => void;
  moveRow: (step: 1 | -1) => void;
  fill: (way: "right" | "down") => void;
};

export type SheetProps = {
  label: string;
  /** Names what is typed here, so that what was refused is still here when someone has looked at something else meanwhile. */
  keptAs?: string;
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
  /** Sums and gaps, in sight under the rows. */
  foot?: readonly SheetRow[];
  /** What stands in a cell, of the foot too. A new function means that what is shown has changed; only cells in sight are asked for. */
  cell: (row: SheetRow, column: SheetColumn) => SheetCell;
  /** The amount in a cell in kroner, `"850000.00"`, for the sum of what is selected; null where there is none. */
  amountOf?: (row: SheetRow, column: SheetColumn) => string | null;
  /**
   * Keeps what was typed: all of one call or nothing, and one call is one step to undo. Called one at a time, in the order
   * typed. Answers with what was wrong; a throw is shown as the refusal it is. Whatever was not kept stays in its cells.
   */
  onEdit: (edits: readonly SheetEdit[]) => Promise<readonly SheetProblem[]>;
  /** Keeps a paste that goes on below the last line of its section: edits and new rows at the end in one. Left out, such a paste is refused. */
  onPasteRows?: (edits: readonly SheetEdit[], added: readonly SheetNewRow[]) => Promise<readonly SheetProblem[]>;
  /** Adds a line below this row (null: the first) and answers with its id, to which the focus goes. */
  onAddRow?: (below: string | null) => Promise<string | null>;
  onDeleteRows?: (rows: readonly string[]) => Promise<void>;
  onMoveRow?: (row: string, step: 1 | -1) => Promise<void>;
  /** Enter or a double click in a computed cell of a line, which has nothing else to do there. */
  onOpen?: (row: string, column: string) => void;
  /** Nothing can be changed, as in a frozen version: why, in a sentence. */
  readOnly?: string;
  /** The cell with the focus is another. */
  onActive?: (row: string, column: string) => void;
  /** Shown where there are no rows. */
  empty?: ReactNode;
  ref?: Ref<SheetHandle>;
};
