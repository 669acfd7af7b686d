import type { DeadlineItem, MeetingDay } from "../../../ipc";
import { type Day, dayOf } from "../../../parts/calendar/days";
import { meetingKey } from "../month/meetings";
import type { Row } from "./rows";

/** The width of a mark, and so how near two of them can stand. */
export const MARK = 22;

/** What stands on a line: its name, the work until the deadline, the project, the days to keep, or committees' meetings. */
export type Cell = {
  /** `head`, `work`, `project`, or the key of the first day to keep or meeting. */
  key: string;
  from: Day;
  /** The last day of it. */
  to: Day;
  /** The days to keep, where it is a mark: one, or several too near each other to stand apart. */
  items: readonly DeadlineItem[];
  /** The committees' meetings, where it is a mark of those. */
  meetings: readonly MeetingDay[];
  /** Pixels until the next mark: room for its words. */
  room: number;
};

const noItems: readonly DeadlineItem[] = [];
const noMeetings: readonly MeetingDay[] = [];

/** Whether it is a stretch of days, not a mark on them. */
export const isBar = ({ items, meetings }: Cell): boolean => items.length + meetings.length === 0;

function barCells({ bar }: Row): Cell[] {
  if (!bar) return [];
  const stretch = (key: string, from: string | null, to: string | null): Cell[] =>
    from !== null && to !== null && from <= to
      ? [{ key, from: dayOf(from), to: dayOf(to), items: noItems, meetings: noMeetings, room: 0 }]
      : [];
  return [...stretch("work", bar.from, bar.deadline), ...stretch("project", bar.periodStart, bar.periodEnd)];
}

type Joined<T> = { first: T; all: T[]; from: Day; to: Day; room: number };

/** Days nearer than a mark is wide stand as one. */
function joined<T extends { on: string }>(all: readonly T[], scale: number): Joined<T>[] {
  const marks: Joined<T>[] = [];
  for (const one of all) {
    const day = dayOf(one.on);
    const last = marks.at(-1);
    if (last && (day - last.from) * scale < MARK) {
      last.all.push(one);
      last.to = day;
      continue;
    }
    if (last) last.room = (day - last.from) * scale;
    marks.push({ first: one, all: [one], from: day, to: day, room: Number.POSITIVE_INFINITY });
  }
  return marks;
}

/** The marks of a line, of its days to keep or of meetings. */
export const marksOf = (items: readonly DeadlineItem[], scale: number): Cell[] =>
  joined(items, scale).map(({ first, all, ...where }) => ({
    key: first.key,
    items: all,
    meetings: noMeetings,
    ...where,
  }));

const meetingMarks = (meetings: readonly MeetingDay[], scale: number): Cell[] =>
  joined(meetings, scale).map(({ first, all, ...where }) => ({
    key: meetingKey(first),
    items: noItems,
    meetings: all,
    ...where,
  }));

/** All of a line but its name, in the order the keys go. */
export const cellsOf = (row: Row, scale: number): readonly Cell[] =>
  [...barCells(row), ...meetingMarks(row.meetings, scale), ...marksOf(row.items, scale)].sort(
    (a, b) => a.from - b.from,
  );

/** The place of a cell on its line, also after marks were joined or parted by another scale; 0 is the name. */
export function placeOf(cells: readonly Cell[], key: string): number {
  const own = cells.findIndex((cell) => cell.key === key);
  const holds = ({ items, meetings }: Cell) =>
    items.some((item) => item.key === key) || meetings.some((meeting) => meetingKey(meeting) === key);
  return (own >= 0 ? own : cells.findIndex(holds)) + 1;
}

/** The place nearest a day; 0 where a line has nothing. */
export function nearest(cells: readonly Cell[], day: Day): number {
  let best = 0;
  let gap = Number.POSITIVE_INFINITY;
  cells.forEach((cell, at) => {
    const away = isBar(cell) && cell.from <= day && day <= cell.to ? 0.5 : Math.abs(cell.from - day);
    if (away >= gap) return;
    gap = away;
    best = at + 1;
  });
  return best;
}
