import { sameAmount } from "../../money";
import type { Rows } from "./rows";

/** Sums of what is shown: a line of periods for each group, and one more for all. */
export type Sums = {
  /** Øre, line after line. */
  amounts: Float64Array;
  /** How many amounts each sum is made of; 0 is »–«. */
  parts: Uint32Array;
  /** Rows shown, line after line. */
  shown: Uint32Array;
};

/** Adds up the rows shown in one pass. */
export function sumsOf(rows: Rows, hits: Int32Array): Sums {
  const { periods, groups, leaf, amounts } = rows;
  const lines = groups.length + 1;
  const sums = {
    amounts: new Float64Array(lines * periods),
    parts: new Uint32Array(lines * periods),
    shown: new Uint32Array(lines),
  };
  // First into the innermost groups, then outwards: a row is added once.
  for (let hit = 0; hit < hits.length; hit += 1) {
    const row = hits[hit] ?? 0;
    const line = leaf[row] ?? 0;
    sums.shown[line] = (sums.shown[line] ?? 0) + 1;
    for (let period = 0; period < periods; period += 1) {
      const amount = amounts[row * periods + period] ?? Number.NaN;
      if (Number.isNaN(amount)) continue;
      const at = line * periods + period;
      sums.amounts[at] = (sums.amounts[at] ?? 0) + amount;
      sums.parts[at] = (sums.parts[at] ?? 0) + 1;
    }
  }
  const into = (from: number, to: number) => {
    sums.shown[to] = (sums.shown[to] ?? 0) + (sums.shown[from] ?? 0);
    for (let period = 0; period < periods; period += 1) {
      const at = to * periods + period;
      sums.amounts[at] = (sums.amounts[at] ?? 0) + (sums.amounts[from * periods + period] ?? 0);
      sums.parts[at] = (sums.parts[at] ?? 0) + (sums.parts[from * periods + period] ?? 0);
    }
  };
  groups.forEach((group, line) => {
    if (group.kind === "theme") into(line, group.area);
  });
  groups.forEach((group, line) => {
    if (group.kind === "area") into(line, groups.length);
  });
  return sums;
}

/** The sum of a line in a period; null where it is made of nothing. */
export function sumAt(rows: Rows, sums: Sums, line: number, period: number): number | null {
  const at = line * rows.periods + period;
  return sums.parts[at] ? (sums.amounts[at] ?? 0) : null;
}

/** How a line of sums stands to the agreement's printed one. */
export type Proof =
  /** Nothing is filtered away and every column equals the printed one. */
  | "equal"
  /** Nothing is filtered away, yet a column differs. */
  | "differs"
  /** A filter hides part of it. */
  | "part"
  /** Nothing is printed in the price level shown. */
  | "converted";

export function proofOf(rows: Rows, sums: Sums, line: number, total: number, stated: (number | null)[] | null): Proof {
  if ((sums.shown[line] ?? 0) < total) return "part";
  if (!stated) return "converted";
  return stated.every((amount, period) => sameAmount(amount, sumAt(rows, sums, line, period))) ? "equal" : "differs";
}

/** A line of the grid: a row by its place, or a group as `-1 - place`. */
export const groupItem = (place: number): number => -1 - place;
export const isGroup = (item: number): boolean => item < 0;
export const groupOf = (item: number): number => -1 - item;

/** What the grid shows, from top to bottom. */
export function itemsOf(
  rows: Rows,
  hits: Int32Array,
  order: Int32Array,
  grouped: boolean,
  folded: ReadonlySet<number>,
): Int32Array {
  const shown = new Uint8Array(rows.count);
  for (let hit = 0; hit < hits.length; hit += 1) shown[hits[hit] ?? 0] = 1;
  const items = new Int32Array(hits.length + (grouped ? rows.groups.length : 0));
  let count = 0;
  let leaf = -1;
  let area = -1;
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place] ?? 0;
    if (!shown[row]) continue;
    if (grouped) {
      const inner = rows.leaf[row] ?? 0;
      if (inner !== leaf) {
        leaf = inner;
        const outer = rows.groups[inner]?.area ?? inner;
        if (outer !== area) {
          area = outer;
          items[count] = groupItem(area);
          count += 1;
        }
        if (inner !== area && !folded.has(area)) {
          items[count] = groupItem(inner);
          count += 1;
        }
      }
      if (folded.has(area) || folded.has(leaf)) continue;
    }
    items[count] = row;
    count += 1;
  }
  return items.subarray(0, count);
}
