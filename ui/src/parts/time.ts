/** Reads a time of day as people write it: `12:00`, `12.00`, `kl. 9`, `1530`. Null when it is none. */
export function readTime(text: string): string | null {
  const typed = text.trim().replace(/^kl\.?\s*/i, "");
  const parts = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed) ?? /^(\d{2})(\d{2})$/.exec(typed);
  const hours = Number(parts?.[1]);
  const minutes = Number(parts?.[2] ?? "0");
  if (!parts || hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
