/** A weekday before a date, Danish or English, with »den« after it: `mandag den`, `onsdag d.`, `tir.`, `Monday,`. */
const weekday =
  /^(?:(?:man|tirs?|ons|tors?|fre|lør|søn)(?:dag)?|(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?)\b[.,]?\s*(?:(?:den|d|the)\b\.?\s*)?/iu;

/** Whether a date is given with a weekday, which may not be its own. */
export const hasWeekday = (text: string): boolean => weekday.test(text.trim());

/**
 * Reads a date as people write it: `2019-03-12`, `12.3.2019`, `12/3-2019`, `12.3.19`, `12. marts 2019`, `tirsdag den 12. marts 2019`.
 * Null when it is no day in the calendar.
 */
export function readDate(text: string): string | null {
  const typed = text.trim().replace(weekday, "");
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const danish = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})$/.exec(typed);
  const named = /^(\d{1,2})\.?\s+(\p{L}{3,}\.?)\s+(\d{4})$/u.exec(typed);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : danish
      ? [danish[3], danish[2], danish[1]]
      : named
        ? [named[3], String(monthOf(named[2] ?? "") ?? 0), named[1]]
        : [];
  if (!year || !month || !day) return null;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const at = new Date(Date.UTC(full, Number(month) - 1, Number(day)));
  const same = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
  return same && full > 999 ? at.toISOString().slice(0, 10) : null;
}

const months = {
  da: ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november"],
  en: ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"],
};

/** The month a word means, from three letters on: `juni`, `jun.`, `June`; null when it means none. */
function monthOf(word: string): number | null {
  const letters = word.toLowerCase().replace(/\.$/, "");
  if (letters.length < 3) return null;
  if ("december".startsWith(letters)) return 12;
  const at = [months.da, months.en].map((names) => names.findIndex((name) => name.startsWith(letters)));
  return at.some((index) => index >= 0) ? Math.max(...at) + 1 : null;
}

/**
 * Reads a date as far as it is known: `2019`, `2019-06`, `juni 2019`, `6.2019`, `12. marts 2019`, and all that `readDate`
 * reads. Null when it is none.
 */
export function readPartialDate(text: string): string | null {
  const typed = text.trim();
  const day = readDate(typed);
  if (day) return day;
  if (/^[1-9]\d{3}$/.test(typed)) return typed;
  const iso = /^(\d{4})-(\d{1,2})$/.exec(typed);
  const danish = /^(\d{1,2})\s*[./-]\s*(\d{4})$/.exec(typed);
  const named = /^(\p{L}{3,}\.?)\s+(\d{4})$/u.exec(typed);
  const year = iso?.[1] ?? danish?.[2] ?? named?.[2];
  const month = named ? monthOf(named[1] ?? "") : Number(iso?.[2] ?? danish?.[1]);
  if (!year || Number(year) < 1000 || !month || month > 12) return null;
  return `${year}-${String(month).padStart(2, "0")}`;
}
