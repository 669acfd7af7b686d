import { foldA, foldB, found, type Needle, needles } from "../fold";
import type { ApplicationRow, CaseRow, InitiativeRow, PoolView } from "../ipc";
import type { Action } from "./actions";

/** Something the palette offers: run it, open it. */
export type Hit =
  | { kind: "action"; key: string; action: Action }
  | { kind: "initiative"; key: string; row: InitiativeRow }
  | { kind: "pool"; key: string; pool: PoolView }
  | { kind: "application"; key: string; application: ApplicationRow }
  | { kind: "case"; key: string; committeeCase: CaseRow };

/** What there is to find. */
export type Things = {
  actions: readonly Action[];
  initiatives: readonly InitiativeRow[];
  pools: readonly PoolView[];
  applications: readonly ApplicationRow[];
  cases: readonly CaseRow[];
};

const most = { action: 40, application: 8, case: 6, initiative: 12, pool: 6 };

const all = (words: Needle[], text: string) => {
  const a = foldA(text);
  const b = foldB(text);
  return words.every((word) => found(word, a, b));
};

/** How near an initiative is to the query, 0 the nearest; null when it is not found. */
function rank(row: InitiativeRow, words: Needle[], query: string): number | null {
  const number = query.trim();
  if (/^\d+$/.test(number)) return String(row.number) === number ? 0 : String(row.number).startsWith(number) ? 1 : null;
  if (all(words, row.title.da) || all(words, row.title.en)) return 2;
  return words.every((word) => found(word, row.search[0], row.search[1])) ? 3 : null;
}

/** What the query finds, the nearest first within its kind. With no query the actions alone. */
export function find(query: string, things: Things): Hit[] {
  const words = needles(query);
  const acts = things.actions
    .filter((action) => all(words, `${action.group} ${action.title}`))
    .slice(0, most.action)
    .map((action): Hit => ({ kind: "action", key: action.id, action }));
  if (words.length === 0) return acts;
  const rows = things.initiatives
    .map((row) => ({ row, near: rank(row, words, query) }))
    .filter((one): one is { row: InitiativeRow; near: number } => one.near !== null)
    .sort((a, b) => a.near - b.near || a.row.number - b.row.number)
    .slice(0, most.initiative)
    .map(({ row }): Hit => ({ kind: "initiative", key: `initiative-${row.id}`, row }));
  const ponds = things.pools
    .filter((pool) => all(words, `${pool.key} ${pool.title.da} ${pool.title.en} ${pool.authority}`))
    .slice(0, most.pool)
    .map((pool): Hit => ({ kind: "pool", key: `pool-${pool.id}`, pool }));
  const applications = things.applications
    .filter((row) => words.every((word) => found(word, row.search[0], row.search[1])))
    .sort((a, b) => Number(all(words, b.title)) - Number(all(words, a.title)))
    .slice(0, most.application)
    .map((application): Hit => ({ kind: "application", key: `application-${application.id}`, application }));
  const cases = things.cases
    .filter((row) => all(words, `${row.title} ${row.caseNumber} ${row.committees.join(" ")}`))
    .slice(0, most.case)
    .map((committeeCase): Hit => ({ kind: "case", key: `case-${committeeCase.id}`, committeeCase }));
  const own = [...applications, ...cases];
  // A number is an initiative before it is anything else.
  return /^\d+$/.test(query.trim()) ? [...rows, ...ponds, ...own, ...acts] : [...acts, ...own, ...rows, ...ponds];
}
