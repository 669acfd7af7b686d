/**
 * A day of the calendar as a whole number, counted from 1 January 1970: days are added, subtracted and compared as numbers,
 * with no clock and no time zone.
 */
export type Day = number;

const MS = 86_400_000;

/** The day of `2019-03-12`. */
export const dayOf = (iso: string): Day =>
  Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / MS;

/** `2019-03-12` of a day. */
export const isoOf = (day: Day): string => new Date(day * MS).toISOString().slice(0, 10);

/** 0 is Monday, 6 Sunday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

export const isWeekend = (day: Day): boolean => weekdayOf(day) > 4;

/** The Monday of its week. */
export const mondayOf = (day: Day): Day => day - weekdayOf(day);

/** A month of a year as a whole number, counted from January of year 0. */
export type Month = number;

export function monthOf(day: Day): Month {
  const at = new Date(day * MS);
  return at.getUTCFullYear() * 12 + at.getUTCMonth();
}

/** The first day of a month. */
export const firstOf = (month: Month): Day => Date.UTC(Math.floor(month / 12), ((month % 12) + 12) % 12, 1) / MS;

/** The last. */
export const lastOf = (month: Month): Day => firstOf(month + 1) - 1;

/** The day of the month, from 1. */
export const dayInMonth = (day: Day): number => new Date(day * MS).getUTCDate();

/** The same day so many months on; the last day of a shorter month stands for a day it does not have. */
export function addMonths(day: Day, months: number): Day {
  const month = monthOf(day) + months;
  return Math.min(firstOf(month) + dayInMonth(day) - 1, lastOf(month));
}

/** The Mondays of the weeks a month has days in. */
export function weeksOf(month: Month): readonly Day[] {
  const weeks: Day[] = [];
  for (let monday = mondayOf(firstOf(month)); monday <= lastOf(month); monday += 7) weeks.push(monday);
  return weeks;
}
