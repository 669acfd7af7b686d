import type { SheetColumn } from "./types";

/** Where the columns stand, in pixels. */
export type Layout = {
  columns: readonly SheetColumn[];
  starts: readonly number[];
  widths: readonly number[];
  /** How many of the first columns stay in sight, and how wide they are together. */
  pinned: number;
  pinnedWidth: number;
  width: number;
  /** Neighbours under one heading, by their first and last column. */
  groups: readonly { name: string; from: number; to: number }[];
};

/** Pinned columns take at most this much of the room, so that there is something to scroll beside them. */
const PINNED = 0.5;

/** Room after the last column, so that a scroll bar laid over the sheet covers no figure. */
const END = 12;

export function laidOut(columns: readonly SheetColumn[], inside: number): Layout {
  const room = inside - END;
  const needed = columns.reduce((sum, { width }) => sum + width, 0);
  const grows = columns.findIndex(({ grow }) => grow);
  const spare = Math.max(0, room - needed);
  const starts: number[] = [];
  const widths: number[] = [];
  const groups: { name: string; from: number; to: number }[] = [];
  let width = 0;
  let pinned = 0;
  let pinnedWidth = 0;
  columns.forEach((column, at) => {
    starts.push(width);
    widths.push(column.width + (at === grows ? spare : 0));
    width += widths[at] ?? 0;
    const roomy = pinned === 0 || needed <= room || width <= room * PINNED;
    if (column.pinned && pinned === at && roomy) {
      pinned = at + 1;
      pinnedWidth = width;
    }
    const group = groups.at(-1);
    if (group && group.name === column.group && group.to === at - 1) group.to = at;
    else if (column.group !== undefined) groups.push({ name: column.group, from: at, to: at });
  });
  return { columns, starts, widths, pinned, pinnedWidth, width: width + END, groups };
}

/** Whether a column begins a group, and so has a line before it. */
export const begins = ({ columns }: Layout, at: number) => at > 0 && columns[at]?.group !== columns[at - 1]?.group;
