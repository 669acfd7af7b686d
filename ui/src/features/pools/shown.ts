import { foldA, foldB, found, type Needle } from "../../fold";
import type { CallState, CallView, CanApply, PoolStanding, PoolStatus, PoolView } from "../../ipc";
import { oere } from "../../money";
import { poolStatuses } from "../../parts/standing/orders";

export type Facets = {
  status: readonly PoolStatus[];
  canApply: readonly CanApply[];
  callState: readonly CallState[];
};
export type FacetKey = keyof Facets;
export const noFacets: Facets = { status: [], canApply: [], callState: [] };

export const sortKeys = [
  "number",
  "title",
  "status",
  "canApply",
  "deadline",
  "meeting",
  "callState",
  "applications",
  "agreed",
  "announced",
  "authority",
] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = { key: SortKey; down: boolean };

/** A pool with what the list looks at, made once when the pools are loaded. */
export type Line = {
  pool: PoolView;
  call: CallView | null;
  /** The next deadline, or the last one where all are past. */
  deadline: { date: string; time: string | null; days: number; workingDays: number | null } | null;
  standing: PoolStanding | null;
  /** How many pools it lies inside. */
  depth: number;
  /** The title of the pool it lies inside. */
  inside: string | null;
  textA: string;
  textB: string;
};

/** The newest call with a deadline, or the newest of all: the one a person asks about first. */
const callOf = ({ calls }: PoolView) => calls.find((call) => call.deadline !== null) ?? calls[0] ?? null;

/** Calendar days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

function deadlineOf(call: CallView | null, standing: PoolStanding | null, asOf: string): Line["deadline"] {
  if (standing?.deadline) {
    const { deadline: date, deadlineTime: time, daysLeft, workingDaysLeft: workingDays } = standing;
    return { date, time, days: daysLeft ?? daysBetween(asOf, date), workingDays };
  }
  if (!call?.deadline) return null;
  const days = daysBetween(asOf, call.deadline);
  return { date: call.deadline, time: call.deadlineTime, days, workingDays: null };
}

/** The pools as lines, each after the one it lies inside. */
export function linesOf(pools: readonly PoolView[], standings: readonly PoolStanding[], asOf: string): Line[] {
  const standingOf = new Map(standings.map((standing) => [standing.poolId, standing]));
  const byId = new Map(pools.map((pool) => [pool.id, pool]));
  const within = new Map<number | null, PoolView[]>();
  for (const pool of pools) {
    const parent = pool.parentId !== null && byId.has(pool.parentId) ? pool.parentId : null;
    within.set(parent, [...(within.get(parent) ?? []), pool]);
  }
  const lineOf = (pool: PoolView, depth: number): Line => {
    const { title, applicants, authority, account, note, initiative } = pool;
    const standing = standingOf.get(pool.id) ?? null;
    const ours = standing?.applications.map((application) => application.title) ?? [];
    const told = [title.da, title.en, applicants.da, applicants.en, authority, account, note.da, note.en, ...ours];
    const text = [initiative?.number ?? "", ...told, ...pool.calls.map((call) => call.title)].join(" ");
    const call = callOf(pool);
    const inside = pool.parentId === null ? null : (byId.get(pool.parentId)?.title.da ?? null);
    const deadline = deadlineOf(call, standing, asOf);
    return { pool, call, deadline, standing, depth, inside, textA: foldA(text), textB: foldB(text) };
  };
  const below = (parent: number | null, depth: number): Line[] =>
    (within.get(parent) ?? []).flatMap((pool) => [lineOf(pool, depth), ...below(pool.id, depth + 1)]);
  return below(null, 0);
}

const takes = <T>(chosen: readonly T[], value: T | undefined) =>
  chosen.length === 0 || (value !== undefined && chosen.includes(value));

/** Within a facet any chosen value will do; facets and words must all agree. */
export function filtered(lines: readonly Line[], words: readonly Needle[], facets: Facets): Line[] {
  return lines.filter(
    ({ pool, standing, textA, textB }) =>
      takes(facets.status, standing?.status) &&
      takes(facets.canApply, pool.canApply) &&
      takes(facets.callState, pool.callState) &&
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
  status: ({ standing }) => (standing ? poolStatuses.indexOf(standing.status) : null),
  canApply: ({ pool }) => answers.indexOf(pool.canApply),
  callState: ({ pool }) => states.indexOf(pool.callState),
  // What is still to come first, the nearest first; then what is past, the latest first.
  deadline: ({ deadline }) => (deadline ? (deadline.days >= 0 ? deadline.days : 1_000_000 - deadline.days) : null),
  meeting: ({ standing }) => standing?.plans[0]?.paperDue ?? standing?.plans[0]?.meetingOn ?? null,
  applications: ({ standing }) => standing?.applications.length || null,
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

/** Whether a line stands under the one it lies inside, so that it can be set in: what lies inside follows it, or others that do. */
export function underItsOwn(lines: readonly Line[], at: number): boolean {
  const parent = lines[at]?.pool.parentId ?? null;
  for (let above = at - 1; parent !== null && above >= 0; above -= 1) {
    const line = lines[above];
    if (line?.pool.id === parent) return true;
    if (!line || line.depth === 0) return false;
  }
  return false;
}

/** How many of the lines have each value, for the choices of a facet. */
export function counts<T extends string>(lines: readonly Line[], of: (line: Line) => T | undefined): Map<T, number> {
  const found = new Map<T, number>();
  for (const line of lines) {
    const value = of(line);
    if (value !== undefined) found.set(value, (found.get(value) ?? 0) + 1);
  }
  return found;
}

/** What a line has in each facet. */
export const facetOf: Readonly<Record<FacetKey, (line: Line) => string | undefined>> = {
  status: ({ standing }) => standing?.status,
  canApply: ({ pool }) => pool.canApply,
  callState: ({ pool }) => pool.callState,
};

export const facetOrder = { status: poolStatuses, canApply: answers, callState: states } as const;
