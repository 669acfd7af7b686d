/** Reads a year as it is typed; null where it is none. */
export function readYear(text: string): number | null {
  const year = /^\s*(\d{4})\s*$/.exec(text)?.[1];
  const number = Number(year);
  return year !== undefined && number >= 1900 && number <= 2200 ? number : null;
}

/** What is wrong with a first and a last year. */
export type YearsProblem = "first" | "last" | "reversed" | "long";

/** Years as they were typed; the last one is the first where it is left empty. */
export function readYears(first: string, last: string): { firstYear: number; lastYear: number } | YearsProblem {
  const firstYear = readYear(first);
  const lastYear = last.trim() === "" ? firstYear : readYear(last);
  if (firstYear === null) return "first";
  if (lastYear === null) return "last";
  if (lastYear < firstYear) return "reversed";
  return lastYear - firstYear >= 30 ? "long" : { firstYear, lastYear };
}
