import { formatPartialDate, formatWeekday, isoWeek } from "../../../format";
import type { Language } from "../../../ipc";
import { type Day, dayInMonth, firstOf, isoOf, mondayOf, monthOf } from "../../../parts/calendar/days";

/** How near one looks: what a screen is about. */
export const zooms = ["week", "month", "quarter", "year"] as const;
export type Zoom = (typeof zooms)[number];

/** Pixels of a day. */
export const pixels: Record<Zoom, number> = { week: 48, month: 13, quarter: 4.5, year: 1.3 };

/** One step nearer or farther; null where there is none. */
export const zoomed = (zoom: Zoom, nearer: boolean): Zoom | null =>
  zooms[zooms.indexOf(zoom) + (nearer ? -1 : 1)] ?? null;

/** A stretch of the axis with its name. */
export type Tick = { day: Day; days: number; text: string };

export type TickWords = {
  week: (week: number) => string;
  quarter: (quarter: number, year: number) => string;
};

function stretches(
  first: Day,
  last: Day,
  start: (day: Day) => Day,
  next: (day: Day) => Day,
  text: (day: Day) => string,
) {
  const ticks: Tick[] = [];
  for (let day = start(first); day <= last; ) {
    const then = next(day);
    ticks.push({ day, days: then - day, text: text(day) });
    day = then;
  }
  return ticks;
}

const months = (by: number) => ({
  start: (day: Day) => firstOf(Math.floor(monthOf(day) / by) * by),
  next: (day: Day) => firstOf(monthOf(day) + by),
});

const yearMonth = (day: Day) => isoOf(day).slice(0, 7);

/** The two lines of the axis from one day to another. */
export function ticksOf(
  zoom: Zoom,
  first: Day,
  last: Day,
  language: Language,
  say: TickWords,
): { upper: readonly Tick[]; lower: readonly Tick[] } {
  const week = (day: Day) => say.week(isoWeek(isoOf(day)).week);
  const weeks = (text: (day: Day) => string) => stretches(first, last, mondayOf, (day) => day + 7, text);
  const [monthly, quarterly, yearly] = [months(1), months(3), months(12)];
  const whole = (day: Day) => formatPartialDate(yearMonth(day), language);
  const short = (day: Day) => whole(day).slice(0, 3);
  switch (zoom) {
    case "week":
      return {
        upper: weeks((day) => `${week(day)} · ${whole(day + 3)}`),
        lower: stretches(
          first,
          last,
          (day) => day,
          (day) => day + 1,
          (day) => `${formatWeekday(isoOf(day), language, "short")} ${dayInMonth(day)}.`,
        ),
      };
    case "month":
      return { upper: stretches(first, last, monthly.start, monthly.next, whole), lower: weeks(week) };
    case "quarter":
      return {
        upper: stretches(first, last, quarterly.start, quarterly.next, (day) =>
          say.quarter(Math.floor((monthOf(day) % 12) / 3) + 1, Number(isoOf(day).slice(0, 4))),
        ),
        lower: stretches(first, last, monthly.start, monthly.next, (day) => whole(day).split(" ")[0] ?? ""),
      };
    case "year":
      return {
        upper: stretches(first, last, yearly.start, yearly.next, (day) => isoOf(day).slice(0, 4)),
        lower: stretches(first, last, monthly.start, monthly.next, short),
      };
  }
}
