import { useMemo } from "react";
import { useSession } from "../../app/session";
import type { Column } from "../../grid/types";
import { poolsDiffer, type Texts } from "./cells";
import type { Rows } from "./rows";
import { ruler } from "./rulers";
import { isGroup } from "./view";

/** Columns of words that go to a second line. */
const wrapped: ReadonlySet<string> = new Set([
  "area",
  "theme",
  "mechanism",
  "status",
  "applications",
  "authority",
  "call",
  "left",
  "meeting",
]);
const PADDING = 16;
/** The icon before a status. */
const ICON = 19;

/** Heights of all lines, known before layout: texts are measured against the width of their columns. */
export function useHeights(
  rows: Rows,
  columns: readonly Column[],
  texts: Texts,
  /** Whether the widths are the real ones yet. */
  laidOut: boolean,
): (item: number) => number {
  const { language, preferences } = useSession();
  const least = preferences.density === "comfortable" ? 40 : 32;
  return useMemo(() => {
    if (!laidOut) return () => least;
    const room = (columns.find((column) => column.key === "title")?.width ?? 0) - PADDING;
    const answers = columns.some((column) => column.key === "canApply");
    const wordy = columns.filter((column) => wrapped.has(column.key));
    const [text, gloss, small] = [ruler("text"), ruler("gloss"), ruler("small")];
    const glossed = language === "en";
    // The same words stand in many rows.
    const known = wordy.map(() => new Map<string, number>());
    const heights = Uint16Array.from(rows.register.initiatives, (row) => {
      let height = text.lines(row.title.da, room, glossed ? 2 : 3) * 17;
      if (glossed && row.title.en) height += gloss.lines(row.title.en, room, 2) * 16;
      if (answers && poolsDiffer(row)) height = Math.max(height, 34);
      wordy.forEach((column, at) => {
        const words = texts[column.key]?.(row) ?? "";
        const lines =
          known[at]?.get(words) ?? small.lines(words, column.width - PADDING - (column.key === "status" ? ICON : 0), 5);
        known[at]?.set(words, lines);
        height = Math.max(height, lines * 17);
      });
      return Math.max(least, height + least - 22);
    });
    return (item: number) => (isGroup(item) ? least - 2 : (heights[item] ?? least));
  }, [rows, columns, texts, language, least, laidOut]);
}
