import { foldA, foldB, found, type Needle } from "../../fold";
import type { CallState, CallView, CanApply, PoolView } from "../../ipc";
import { oere } from "../../money";

export type Facets = { canApply: readonly CanApply[]; callState: readonly CallState[] };
export const noFacets: Facets = { canApply: [], callState: [] };

export const sortKeys = [
  "number",
  "title",
  "canApply",
  "callState",
  "deadline",
  "agreed",
  "announced",
  "authority",
] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = { key: SortKey; down: boolean };

/** A pool with what the list looks at, made once when the pools are loaded. */
export type Line = { pool: PoolView; call: CallView | null; textA: string; textB: string };

/** The newest call with a deadline, or the newest of all: the one a person asks about first. */
const callOf = ({ calls }: PoolView) => calls.find((call) => call.deadline !== null) ?? calls[0] ?? null;

export function linesOf(pools: readonly PoolView[]): Line[] {
  return pools.map((pool) => {
    const { title, applicants, authority, account, note, initiative } = pool;
    const told = [title.da, title.en, applicants.da, applicants.en, authority, account, note.da, note.en];
    const text = [initiative?.number ?? "", ...told, ...pool.calls.map((call) => call.title)].join(" ");
    return { pool, call: callOf(pool), textA: foldA(text), textB: foldB(text) };
  });
}

/** Within a facet any chosen value will do; facets and words must all agree. */
export function filtered(lines: readonly Line[], words: readonly Needle[], facets: Facets): Line[] {
  return lines.filter(
    ({ pool, textA, textB }) =>
      (facets.canApply.length === 0 || facets.canApply.includes(pool.canApply)) &&
      (facets.callState.length === 0 || facets.callState.includes(pool.callState)) &&
      words.every((word) => found(word, textA, textB)),
  );
}

const answers: readonly CanApply[] = ["yes", "partner", "unclear", "no"];
const states: readonly CallState[] = ["open", "undated", "no_deadline", "closed", "none"];
const danish = new Intl.Collator("da-DK", { numeric: true });

const amountOf = (text: string | null | undefined) => (text ? oere(text) : null);

type Value = string | number | null;

const values: Record<SortKey, (line: Line) => Value> = {
  number: ({ pool }) => pool.initiative?.number ?? null,
  title: ({ pool }) => pool.title.da,
  canApply: ({ pool }) => answers.indexOf(pool.canApply),
  callState: ({ pool }) => states.indexOf(pool.callState),
  deadline: ({ call }) => call?.deadline ?? null,
  agreed: ({ pool }) => amountOf(pool.amount),
  announced: ({ call }) => amountOf(call?.amount),
  authority: ({ pool }) => pool.authority || null,
};

function compare(one: Value, other: Value): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return danish.compare(String(one), String(other));
}

/** Sorted either way; what has no value stands last in both, for it is not small or large. */
export function sorted(lines: readonly Line[], { key, down }: Sort): Line[] {
  const value = values[key];
  return [...lines].sort((one, other) => {
    const [left, right] = [value(one), value(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return down ? compare(right, left) : compare(left, right);
  });
}

/** How many of the lines have each value, for the choices of a facet. */
export function counts<T extends string>(lines: readonly Line[], of: (pool: PoolView) => T): Map<T, number> {
  const found = new Map<T, number>();
  for (const { pool } of lines) found.set(of(pool), (found.get(of(pool)) ?? 0) + 1);
  return found;
}

export const facetOrder = { canApply: answers, callState: states } as const;
