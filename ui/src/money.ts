/**
 * Amounts on the screen. They cross from the program as decimal strings in kroner and are held here as whole øre in a
 * number: exact up to 90 billion kroner times a thousand, far above any agreement. Only adding and comparing happens
 * here, so that sums follow a filter at once; converting, splitting and percentages belong to the core.
 */
import type { Language, Unit } from "./ipc";

const OERE_PER_MIO = 100_000_000;

/** `"73200000.00"` to øre. Throws on anything the core does not write, for a wrong figure is worse than none. */
export function oere(text: string): number {
  const parts = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!parts) throw new RangeError(`not an amount: ${text}`);
  const [, sign, kroner = "", decimals = ""] = parts;
  const value = Number(kroner + decimals.padEnd(2, "0"));
  if (!Number.isSafeInteger(value)) throw new RangeError(`too large: ${text}`);
  return sign && value !== 0 ? -value : value;
}

/** The sum of what is there; null where nothing is, for none is not zero. */
export function addAmounts(amounts: Iterable<number | null>): number | null {
  let sum: number | null = null;
  for (const amount of amounts) if (amount !== null) sum = (sum ?? 0) + amount;
  return sum;
}

/** Whether two amounts are the same to the øre; none is only the same as none. */
export function sameAmount(one: number | null, other: number | null): boolean {
  return one === other;
}

/** Shown where there is no amount; screen readers are told in words. */
export const NONE = "–";

function grouped(whole: number, mark: string): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, mark);
}

/** `rounded` shortens a converted amount to the tenth of a million or the whole krone, half away from zero. */
export type Precision = "exact" | "rounded";

function digits(amount: number, unit: Unit, precision: Precision): { whole: number; decimals: string } {
  const size = Math.abs(amount);
  if (unit === "kr") {
    if (precision === "rounded") return { whole: Math.floor((size + 50) / 100), decimals: "" };
    const rest = size % 100;
    return { whole: (size - rest) / 100, decimals: rest ? String(rest).padStart(2, "0") : "" };
  }
  const step = OERE_PER_MIO / 10;
  const shown = precision === "rounded" ? Math.floor((size + step / 2) / step) * step : size;
  const rest = shown % OERE_PER_MIO;
  const decimals = String(rest).padStart(8, "0").replace(/0+$/, "").padEnd(1, "0");
  return { whole: (shown - rest) / OERE_PER_MIO, decimals };
}

function written(amount: number, unit: Unit, precision: Precision, point: string, thousands: string): string {
  const { whole, decimals } = digits(amount, unit, precision);
  const sign = amount < 0 && (whole > 0 || /[1-9]/.test(decimals)) ? "-" : "";
  return sign + grouped(whole, thousands) + (decimals ? point + decimals : "");
}

/** In millions with one decimal (more only where the amount needs it) or in kroner (øre only where there are any). */
export function formatAmount(
  amount: number | null,
  unit: Unit,
  language: Language,
  precision: Precision = "exact",
): string {
  if (amount === null) return NONE;
  return language === "da" ? written(amount, unit, precision, ",", ".") : written(amount, unit, precision, ".", ",");
}

/** To the tenth of a million, or the whole krone; an amount that would be nothing then is shown whole. */
export function formatAtAGlance(amount: number, unit: Unit, language: Language): string {
  const small = unit === "mio" && Math.abs(amount) < OERE_PER_MIO / 10;
  return formatAmount(amount, unit, language, small ? "exact" : "rounded");
}

/** How much of the largest of some amounts each is, from 0 to 1: for the length of a bar, never for a figure. */
export function shares(amounts: readonly number[]): number[] {
  const largest = Math.max(0, ...amounts);
  return amounts.map((amount) => (largest === 0 ? 0 : amount / largest));
}

/** For a sheet: decimal comma and no thousands mark, so that a Danish Excel reads a number; empty where there is none. */
export function sheetAmount(amount: number | null, unit: Unit, precision: Precision = "exact"): string {
  return amount === null ? "" : written(amount, unit, precision, ",", "");
}
