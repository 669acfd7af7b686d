/** Reads a date as people write it: `2019-03-12`, `12.3.2019`, `12/3-2019`, `12.3.19`. Null when it is no day in the calendar. */
export function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const danish = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})$/.exec(text.trim());
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : danish ? [danish[3], danish[2], danish[1]] : [];
  if (!year || !month || !day) return null;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const at = new Date(Date.UTC(full, Number(month) - 1, Number(day)));
  const same = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
  return same && full > 999 ? at.toISOString().slice(0, 10) : null;
}
