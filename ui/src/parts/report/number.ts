import type { Language } from "../../ipc";

/**
 * A number of a report as every format writes it: so many decimals, rounded half away from zero, its thousands apart. The same
 * as the core's `report::number`, in text throughout, so that nothing is lost on the way.
 */
export function shownNumber(value: string, decimals: number, language: Language): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!parts) throw new RangeError(`not a number: ${value}`);
  const [, sign, whole = "", rest = ""] = parts;
  const kept = whole + rest.slice(0, decimals).padEnd(decimals, "0");
  const up = (rest[decimals] ?? "0") >= "5" ? 1n : 0n;
  const digits = (BigInt(kept) + up).toString().padStart(decimals + 1, "0");
  const [thousands, mark] = language === "da" ? [".", ","] : [",", "."];
  const units = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, thousands);
  const part = digits.slice(digits.length - decimals);
  return (sign && /[1-9]/.test(digits) ? "-" : "") + units + (part && mark + part);
}
