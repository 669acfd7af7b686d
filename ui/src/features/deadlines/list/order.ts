import { isoWeek } from "../../../format";
import type { Language } from "../../../ipc";
import { words } from "../../../ipc/words";
import { flagOrder, kindOrder } from "../../../parts/days/looks";
import type { Grouping } from "../choice";
import type { Line, Names, Sort } from "../shown";

type Key = number | string | null;

/** What a column is sorted by; null where there is nothing, which always stands last. */
function keyOf({ item }: Line, column: string, names: Names, language: Language): Key {
  switch (column) {
    case "time":
      return item.time;
    case "kind":
      return kindOrder.indexOf(item.kind);
    case "title":
      return item.title;
    case "detail":
      return item.detail || null;
    case "person":
      return (item.personId !== null && names.person.get(item.personId)) || null;
    case "committees":
      return item.committeeIds.map((id) => names.committee.get(id) ?? "").join(", ") || null;
    case "flags":
      return item.flags[0] ? flagOrder.indexOf(item.flags[0].flag) : null;
    case "origin":
      return words[`deadline_origin.${item.origin}`]?.[language === "da" ? 0 : 1] ?? item.origin;
    default:
      return item.on;
  }
}

/** By day and the time of it, as the days come; so also how long there is to them. */
export const isByDay = (sort: Sort): boolean => sort === null || sort.column === "day" || sort.column === "left";

/** In the order of a column, by day within it. What people wrote is Danish. */
export function sorted(lines: readonly Line[], sort: Sort, names: Names, language: Language): readonly Line[] {
  if (!sort || isByDay(sort)) return sort?.down ? lines.toReversed() : lines;
  const { compare } = new Intl.Collator("da", { numeric: true });
  const turn = sort.down ? -1 : 1;
  const keyed = lines.map((line, place) => ({ line, place, key: keyOf(line, sort.column, names, language) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null) || a.place - b.place;
    const apart =
      typeof a.key === "number" && typeof b.key === "number" ? a.key - b.key : compare(String(a.key), String(b.key));
    return apart * turn || a.place - b.place;
  });
  return keyed.map(({ line }) => line);
}

/** A week or a month with the days shown that lie in it. */
export type Group = { id: number; year: number; part: number; first: string; count: number };

function groupOf(on: string, by: "week" | "month"): { year: number; part: number } {
  if (by === "month") return { year: Number(on.slice(0, 4)), part: Number(on.slice(5, 7)) };
  const { year, week } = isoWeek(on);
  return { year, part: week };
}

export type Items = { items: Int32Array; groups: ReadonlyMap<number, Group> };

/** The lines of the grid: rows, and before each week or month its heading, numbered below zero. */
export function itemsOf(lines: readonly Line[], by: Grouping, folded: ReadonlySet<number>): Items {
  const groups = new Map<number, Group>();
  if (by === "none") return { items: Int32Array.from(lines, ({ id }) => id), groups };
  const items: number[] = [];
  let group: Group = { id: 0, year: 0, part: 0, first: "", count: 0 };
  for (const { item, id } of lines) {
    // Days come in order: the many on one day are looked up once.
    if (item.on !== group.first) {
      const { year, part } = groupOf(item.on, by);
      const number = -(year * 100 + part);
      if (number !== group.id) {
        group = { id: number, year, part, first: item.on, count: 0 };
        groups.set(number, group);
        items.push(number);
      }
    }
    group.count += 1;
    if (!folded.has(group.id)) items.push(id);
  }
  return { items: Int32Array.from(items), groups };
}
