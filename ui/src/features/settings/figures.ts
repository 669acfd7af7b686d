/** Reads a count as people write it: `55.240`, `55 240`, `55240`. Null when it is none. */
export function readCount(text: string): number | null {
  const plain = text.trim();
  if (!/^\d{1,3}([. \u00a0]\d{3})+$|^\d+$/.test(plain)) return null;
  const count = Number(plain.replace(/[. \u00a0]/g, ""));
  return count > 0 && count <= 4_294_967_295 ? count : null;
}

/** Reads a year of four figures; null when it is none. */
export function readYear(text: string): number | null {
  return /^(19|20|21)\d\d$/.test(text.trim()) ? Number(text) : null;
}

/** Reads how many hours a full-time year is counted as: `1.924`, `1924`; at most those of a whole year. */
export function readHours(text: string): number | null {
  const hours = readCount(text);
  return hours !== null && hours <= 8784 ? hours : null;
}

/** Reads a rise in per cent with at most one decimal, comma or point; as the program keeps it, `1.3`. */
export function readPercent(text: string): string | null {
  const match = /^([-−]?)(\d{1,2})(?:[.,](\d))?\s*(?:%|pct\.?)?$/.exec(text.trim());
  return match ? `${match[1] ? "-" : ""}${match[2]}.${match[3] ?? "0"}` : null;
}

/** `1.3` as the reader writes it. */
export function showPercent(kept: string, language: "da" | "en"): string {
  return language === "da" ? kept.replace(".", ",") : kept;
}

/** Reads a number of days, at most those of a year: `10`; null when it is none. */
export function readDays(text: string): number | null {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return days <= 366 ? days : null;
}
