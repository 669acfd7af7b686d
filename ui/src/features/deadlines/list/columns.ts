import { thoseThatFit } from "../../../grid/fit";
import type { Column } from "../../../grid/types";

/** Columns a person can show, hide and order; the day always stands first. */
export const columnKeys = [
  "day",
  "time",
  "kind",
  "title",
  "detail",
  "person",
  "committees",
  "left",
  "flags",
  "origin",
] as const;
export type ColumnKey = (typeof columnKeys)[number];

export const isColumn = (key: string): key is ColumnKey => (columnKeys as readonly string[]).includes(key);

const widths: Record<ColumnKey, number> = {
  day: 120,
  time: 86,
  kind: 158,
  title: 200,
  detail: 150,
  person: 112,
  committees: 76,
  left: 146,
  flags: 136,
  origin: 112,
};

/** Always among the usual ones. */
const always: ReadonlySet<ColumnKey> = new Set(["day", "kind", "title", "left", "flags"]);
/** The order in which the others are given room. */
const wishes: readonly ColumnKey[] = ["time", "person", "detail", "committees", "origin"];
const COMFORTABLE_TITLE = 200;

/** The columns a person chose, or the usual ones that fit. `bare` are those no day has anything in. */
export function columnsFor(
  chosen: readonly string[],
  room: number,
  bare: ReadonlySet<ColumnKey>,
): readonly ColumnKey[] {
  if (chosen.length > 0) return ["day", ...chosen.filter(isColumn).filter((key) => key !== "day")];
  const shown = thoseThatFit(room, { widths, always, wishes, bare, grows: "title", comfortable: COMFORTABLE_TITLE });
  return columnKeys.filter((key) => shown.has(key));
}

/** The columns as wide as the room allows: what is left over goes to the title, or to the last where there is none. */
export function laidOut(keys: readonly ColumnKey[], room: number, names: Record<ColumnKey, string>): readonly Column[] {
  const grows = keys.includes("title") ? "title" : keys.at(-1);
  const others = keys.reduce((sum, key) => sum + (key === grows ? 0 : widths[key]), 0);
  return keys.map((key) => ({
    key,
    title: names[key],
    width: key === grows ? Math.max(widths[key], room - others) : widths[key],
    pinned: key === "day" && room >= 620,
    names: key === "title",
    sorts: true,
  }));
}
