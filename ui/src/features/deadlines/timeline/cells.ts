import type { DeadlineItem } from "../../../ipc";
import { type Day, dayOf } from "../../../parts/calendar/days";
import type { Row } from "./rows";

/** The width of a mark, and so how near two of them can stand. */
export const MARK = 22;

/** What stands on a line: its name, the work until the deadline, the project, or the days to keep. */
export type Cell = {
  /** `head`, `work`, `project`, or the key of the first day to keep. */
  key: string;
  from: Day;
  /** The last day of it. */
  to: Day;
  /** The days to keep, where it is a mark: one, or several too near each other to stand apart. */
  items: readonly DeadlineItem[];
  /** Pixels until the next mark: room for its words. */
  room: number;
};

const noItems: readonly DeadlineItem[] = [];

function barCells({ bar }: Row): Cell[] {
  if (!bar) return [];
  const stretch = (key: string, from: string | null, to: string | null): Cell[] =>
    from !== null && to !== null && from <= to
      ? [{ key, from: dayOf(from), to: dayOf(to), items: noItems, room: 0 }]
      : [];
  return [...stretch("work", bar.from, bar.deadline), ...stretch("project", bar.periodStart, bar.periodEnd)];
}

/** The marks of a line. Days nearer than a mark is wide stand as one. */
export function marksOf(items: readonly DeadlineItem[], scale: number): Cell[] {
  const marks: (Cell & { items: DeadlineItem[] })[] = [];
  for (const item of items) {
    const day = dayOf(item.on);
    const last = marks.at(-1);
    if (last && (day - last.from) * scale < MARK) {
      last.items.push(item);
      last.to = day;
      continue;
    }
    if (last) last.room = (day - last.from) * scale;
    marks.push({ key: item.key, from: day, to: day, items: [item], room: Number.POSITIVE_INFINITY });
  }
  return marks;
}

/** All of a line but its name, in the order the keys go. */
export const cellsOf = (row: Row, scale: number): readonly Cell[] =>
  [...barCells(row), ...marksOf(row.items, scale)].sort((a, b) => a.from - b.from);

/** The place of a cell on its line, also after marks were joined or parted by another scale; 0 is the name. */
export function placeOf(cells: readonly Cell[], key: string): number {
  const own = cells.findIndex((cell) => cell.key === key);
  return (own >= 0 ? own : cells.findIndex(({ items }) => items.some((item) => item.key === key))) + 1;
}

/** The place nearest a day; 0 where a line has nothing. */
export function nearest(cells: readonly Cell[], day: Day): number {
  let best = 0;
  let gap = Number.POSITIVE_INFINITY;
  cells.forEach((cell, at) => {
    const away = cell.items.length === 0 && cell.from <= day && day <= cell.to ? 0.5 : Math.abs(cell.from - day);
    if (away >= gap) return;
    gap = away;
    best = at + 1;
  });
  return best;
}
