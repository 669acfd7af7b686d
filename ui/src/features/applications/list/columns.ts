import { thoseThatFit } from "../../../grid/fit";
import type { Column } from "../../../grid/types";

/** Columns a person can show, hide and order; the title always stands first. */
export const columnKeys = [
  "title",
  "funder",
  "pool",
  "stage",
  "approval",
  "appropriation",
  "department",
  "committees",
  "owner",
  "requested",
  "awarded",
  "ourRequested",
  "ourAwarded",
  "period",
  "next",
  "deadline",
  "tasks",
  "differences",
] as const;
export type ColumnKey = (typeof columnKeys)[number];

export const isColumn = (key: string): key is ColumnKey => (columnKeys as readonly string[]).includes(key);

const widths: Record<ColumnKey, number> = {
  title: 220,
  funder: 150,
  pool: 170,
  stage: 160,
  approval: 132,
  appropriation: 118,
  department: 130,
  committees: 84,
  owner: 116,
  requested: 92,
  awarded: 92,
  ourRequested: 92,
  ourAwarded: 92,
  period: 108,
  next: 222,
  deadline: 104,
  tasks: 128,
  differences: 92,
};

/** Always among the usual ones. */
const always: ReadonlySet<ColumnKey> = new Set(["title", "stage", "requested", "awarded"]);
/** The order in which the others are given room. */
const wishes: readonly ColumnKey[] = [
  "next",
  "owner",
  "funder",
  "appropriation",
  "approval",
  "department",
  "tasks",
  "deadline",
  "period",
  "committees",
  "pool",
  "differences",
];
/** The order in which they stand. */
const order: readonly ColumnKey[] = [
  "title",
  "funder",
  "pool",
  "stage",
  "next",
  "deadline",
  "owner",
  "department",
  "committees",
  "approval",
  "appropriation",
  "tasks",
  "period",
  "differences",
  "requested",
  "awarded",
];
const COMFORTABLE_TITLE = 250;

/** Columns changed in place. */
export const editable: ReadonlySet<string> = new Set(["title", "owner", "department", "requested"]);

/** Columns of figures with a sum under them. */
export const figures: ReadonlySet<string> = new Set(["requested", "awarded", "ourRequested", "ourAwarded"]);

/** The columns a person chose, or the usual ones that fit. `bare` are those no row has anything in. */
export function columnsFor(
  chosen: readonly string[],
  room: number,
  bare: ReadonlySet<ColumnKey>,
): readonly ColumnKey[] {
  if (chosen.length > 0) return ["title", ...chosen.filter(isColumn).filter((key) => key !== "title")];
  const shown = thoseThatFit(room, { widths, always, wishes, bare, grows: "title", comfortable: COMFORTABLE_TITLE });
  return order.filter((key) => shown.has(key));
}

/** The columns as wide as the room allows: what is left over goes to the title. */
export function laidOut(keys: readonly ColumnKey[], room: number, names: Record<ColumnKey, string>): readonly Column[] {
  const others = keys.reduce((sum, key) => sum + (key === "title" ? 0 : widths[key]), 0);
  return keys.map((key) => ({
    key,
    title: names[key],
    width: key === "title" ? Math.max(widths.title, room - others) : widths[key],
    align: figures.has(key) ? "end" : undefined,
    pinned: key === "title" && room >= 620,
    names: key === "title",
    sorts: true,
  }));
}
