import { addMonths, type Day, firstOf, lastOf, monthOf, weekdayOf } from "../../../parts/calendar/days";

/** The day a key leads to from another; null for a key that leads nowhere. */
export function nextDay(from: Day, key: string, { ctrl, shift }: { ctrl: boolean; shift: boolean }): Day | null {
  switch (key) {
    case "ArrowLeft":
      return from - 1;
    case "ArrowRight":
      return from + 1;
    case "ArrowUp":
      return from - 7;
    case "ArrowDown":
      return from + 7;
    case "Home":
      return ctrl ? firstOf(monthOf(from)) : from - weekdayOf(from);
    case "End":
      return ctrl ? lastOf(monthOf(from)) : from + 6 - weekdayOf(from);
    case "PageUp":
      return addMonths(from, shift ? -12 : -1);
    case "PageDown":
      return addMonths(from, shift ? 12 : 1);
    default:
      return null;
  }
}

const HEAD = 25;
export const LINE = 20;

/** How many of a day's items are shown in a cell so high: all where they fit, else one line is left for »+3 mere«. */
export function fitting(count: number, height: number): number {
  const lines = Math.max(0, Math.floor((height - HEAD) / LINE));
  return count <= lines ? count : Math.max(0, lines - 1);
}

/** Whether a key typed is the single letter that stands for something. */
export const isKey = (typed: string, letter: string): boolean => typed.toLowerCase() === letter.toLowerCase();
