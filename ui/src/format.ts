import { useLingui } from "@lingui/react";
import { useCallback } from "react";
import type { Language } from "./ipc";
import { words } from "./ipc/words";

const locales = { da: "da-DK", en: "en-GB" } as const;
const made = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const found = made.get(key) ?? new Intl.DateTimeFormat(locales[language], options);
  made.set(key, found);
  return found;
}

/** `2019-03-12` as `12. marts 2019` or `12 March 2019`; short as `12.03.2019` in both, for figures under figures. */
export function formatDate(iso: string, language: Language, style: "long" | "short"): string {
  const [year, month, day] = iso.slice(0, 10).split("-");
  if (style === "short" || !year || !month || !day) return `${day}.${month}.${year}`;
  const key = `${language}${iso}`;
  const known = longDates.get(key);
  if (known !== undefined) return known;
  const noon = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), 12));
  const said = dateFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(noon);
  longDates.set(key, said);
  return said;
}

/** Dates in words as they were said before: a calendar says the same ones over and over, within a frame. */
const longDates = new Map<string, string>();

/** A date known as far as it is: `2019`, `juni 2019`, `12. marts 2019`; short as `2019`, `06.2019`, `12.03.2019`. */
export function formatPartialDate(iso: string, language: Language, style: "long" | "short" = "long"): string {
  const [year, month, day] = iso.split("-");
  if (day) return formatDate(iso, language, style);
  if (!month) return iso;
  if (style === "short") return `${month}.${year}`;
  const middle = new Date(Date.UTC(Number(year), Number(month) - 1, 15));
  return dateFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }).format(middle);
}

/** Calendar days from the day of the view: `i dag`, `om 12 dage`, `3 dage siden`. */
export function formatDays(days: number, language: Language): string {
  const size = Math.abs(days);
  if (language === "da") {
    if (days === 0) return "i dag";
    const word = size === 1 ? "1 dag" : `${formatNumber(size, language)} dage`;
    return days > 0 ? `om ${word}` : `${word} siden`;
  }
  if (days === 0) return "today";
  const word = size === 1 ? "1 day" : `${formatNumber(size, language)} days`;
  return days > 0 ? `in ${word}` : `${word} ago`;
}

/**
 * Working days to a day, as the core counts them: `10 arbejdsdage`, `i dag`, `3 arbejdsdage siden`. Where none lie between,
 * over a weekend, in calendar days.
 */
export function formatWorkingDays(days: number, workingDays: number, language: Language): string {
  if (days === 0 || workingDays === 0) return formatDays(days, language);
  const size = Math.abs(workingDays);
  const many = size === 1 ? 0 : 1;
  const unit = (language === "da" ? ["arbejdsdag", "arbejdsdage"] : ["working day", "working days"])[many];
  const count = `${formatNumber(size, language)} ${unit}`;
  if (workingDays > 0) return count;
  return language === "da" ? `${count} siden` : `${count} ago`;
}

/** The day of the week: `tirsdag`, `Tuesday`; short as `ti.`, `Tue`. */
export function formatWeekday(iso: string, language: Language, style: "long" | "short"): string {
  const noon = new Date(`${iso.slice(0, 10)}T12:00Z`);
  const key = `${language}${style}${noon.getUTCDay()}`;
  const known = weekdays.get(key);
  if (known !== undefined) return known;
  const name = dateFormat(language, { weekday: style, timeZone: "UTC" }).format(noon);
  // Two letters tell Danish weekdays apart: ma., ti., on., to., fr., lø., sø.
  const said = language === "da" && style === "short" ? `${name.slice(0, 2)}.` : name;
  weekdays.set(key, said);
  return said;
}

const weekdays = new Map<string, string>();

/** A time of day, `12:00`, as `kl. 12.00` or `at 12:00`. */
export const formatClock = (time: string, language: Language): string =>
  language === "da" ? `kl. ${time.slice(0, 5).replace(":", ".")}` : `at ${time.slice(0, 5)}`;

/** The ISO week a day lies in, and the year that week belongs to. */
export function isoWeek(iso: string): { year: number; week: number } {
  const day = new Date(`${iso.slice(0, 10)}T12:00Z`);
  // A week belongs to the year its Thursday is in.
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const year = day.getUTCFullYear();
  const first = Date.UTC(year, 0, 1, 12);
  return { year, week: Math.floor((day.getTime() - first) / 604_800_000) + 1 };
}

/** A moment in UTC by the Danish clock, as papers have it wherever the machine stands: `12.03.2019 kl. 15.05`, `12.03.2019 15:05`. */
export function formatDateTime(utc: string, language: Language): string {
  const { day, month, year } = danishClock(utc);
  return `${day}.${month}.${year} ${formatTime(utc, language)}`;
}

/** The time of day alone: `kl. 15.05`, `15:05`. */
export function formatTime(utc: string, language: Language): string {
  const { hour, minute } = danishClock(utc);
  return language === "da" ? `kl. ${hour}.${minute}` : `${hour}:${minute}`;
}

/** What a clock and a calendar in Denmark show at a moment, each part in two digits, the year in four. */
function danishClock(utc: string): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const parts = dateFormat("en", {
    timeZone: "Europe/Copenhagen",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(new Date(utc));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** A count or share that is not money: `55.240`, `55,240`. Money goes through `money.ts`. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const key = `${language}${decimals}`;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const found = numbers.get(key) ?? new Intl.NumberFormat(locales[language], options);
  numbers.set(key, found);
  return found.format(value);
}

const numbers = new Map<string, Intl.NumberFormat>();

/** The words of a domain code, e.g. `word("mechanism", "law_dut")`; the code itself where there are none. */
export function useWord(): (group: string, code: string) => string {
  const { i18n } = useLingui();
  const column = i18n.locale === "en" ? 1 : 0;
  return useCallback((group, code) => words[`${group}.${code}`]?.[column] ?? code, [column]);
}
