/**
 * Numbers that are not money, as they cross to the program and back: a point, and no more decimals than are kept (`1924`,
 * `0.5`, a share `0.175`). They stay text or whole scaled numbers, so that nothing is lost on the way.
 */
import type { Language } from "../ipc";

const plain = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Without zeros that say nothing: `1924.50` as `1924.5`, `-0` as `0`. */
function tidy(sign: string, whole: string, decimals: string): string {
  const digits = whole.replace(/^0+(?=\d)/, "");
  const rest = decimals.replace(/0+$/, "");
  const none = digits === "0" && rest === "";
  return (none ? "" : sign) + digits + (rest && `.${rest}`);
}

/** Moves the point: `0.175` by 2 is `17.5`, and back by -2. */
function shifted(value: string, places: number): string {
  const [, sign = "", whole = "", decimals = ""] = plain.exec(value) ?? [];
  const all = "0".repeat(Math.max(0, -places)) + whole + decimals + "0".repeat(Math.max(0, places));
  const at = whole.length + Math.max(0, -places) + places;
  return tidy(sign, all.slice(0, at) || "0", all.slice(at));
}

const danish = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/;
const english = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/**
 * Reads a number as a person types it: `1.924`, `0,5`, `−12`; in the English screen also `1,924` and `0.5`. Null where it is
 * none, or has more decimals than are kept.
 */
export function readDecimal(text: string, decimals: number, language: Language): string | null {
  const typed = text.replace(/\s/g, "").replace("\u2212", "-");
  const found = (language === "en" ? english.exec(typed) : null) ?? danish.exec(typed);
  if (!found) return null;
  const [, sign = "", whole = "", rest = ""] = found;
  const value = tidy(sign, whole.replace(/\D/g, ""), rest);
  const kept = value.split(".")[1]?.length ?? 0;
  return kept > decimals || whole.length > 12 ? null : value;
}

/** Reads per cent as a share: `17,5`, `17,5 pct.`, `10 %` as `0.175`, `0.1`. */
export function readShare(text: string, language: Language): string | null {
  const per = readDecimal(text.replace(/\s*(pct\.?|%|per cent)\s*$/i, ""), 4, language);
  return per === null ? null : shifted(per, -2);
}

/** As it is read: `1.924,5`, `1,924.5`; without marks between thousands for a field. */
export function formatDecimal(value: string, language: Language, grouped = true): string {
  const [, sign = "", whole = "", decimals = ""] = plain.exec(value) ?? [];
  const [thousands, point] = language === "da" ? [".", ","] : [",", "."];
  const digits = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, thousands) : whole;
  return sign + digits + (decimals && point + decimals);
}

/** A share in per cent, without the unit: `0.175` as `17,5`. */
export const formatShare = (value: string, language: Language): string => formatDecimal(shifted(value, 2), language);

/** A share in per cent as a number, for a field that steps. */
export const shareNumber = (value: string): number => Number(shifted(value, 2));

const SCALE = 10_000;

/** In ten-thousandths, the finest that quantities have: whole, to be added. */
export function scaled(value: string): number {
  const [, sign = "", whole = "", decimals = ""] = plain.exec(value) ?? [];
  const size = Number(whole) * SCALE + Number(decimals.slice(0, 4).padEnd(4, "0"));
  return sign ? -size : size;
}

/** From ten-thousandths, as it crosses. */
export function unscaled(size: number): string {
  const whole = Math.abs(size);
  return tidy(size < 0 ? "-" : "", String(Math.floor(whole / SCALE)), String(whole % SCALE).padStart(4, "0"));
}

/** One quantity less another, exactly. */
export const decimalLess = (one: string, other: string): string => unscaled(scaled(one) - scaled(other));

/** Below zero -1, above 1. */
export const signOf = (value: string): number => Math.sign(scaled(value));

/** As it is read, to the hundredth, half away from zero: for quantities that are reckoned, such as hours of a part of a year. */
export function formatHundredths(value: string, language: Language): string {
  const size = scaled(value);
  const whole = Math.floor((Math.abs(size) + 50) / 100) * 100;
  return formatDecimal(unscaled(size < 0 ? -whole : whole), language);
}
