import { found, type Needle } from "../../fold";
import type { ApplicationRow, Language } from "../../ipc";
import { words } from "../../ipc/words";
import { addAmounts, oere } from "../../money";
import { stages } from "../../parts/standing/orders";

export const facetKeys = [
  "stage",
  "flag",
  "approval",
  "appropriation",
  "department",
  "committee",
  "owner",
  "funder",
] as const;
export type FacetKey = (typeof facetKeys)[number];

/** What is chosen in each facet; nothing chosen lets everything through. Within a facet either, across facets both. */
export type Chosen = Partial<Record<FacetKey, readonly string[]>>;
export type Sort = { column: string; down: boolean } | null;

/** Stands where a row has nothing in a facet. */
export const NONE_OF = "none";

/** An application with its amounts in øre and what it is in each facet, made once when it is loaded. */
export type Line = {
  row: ApplicationRow;
  requested: number | null;
  awarded: number | null;
  /** Our part of them. */
  ourRequested: number | null;
  ourAwarded: number | null;
  values: Readonly<Record<FacetKey, readonly string[]>>;
};

const amount = (text: string | null): number | null => (text === null ? null : oere(text));
const orNone = (values: readonly (string | number)[]): string[] => (values.length > 0 ? values.map(String) : [NONE_OF]);
const one = (value: string | number | null): string[] => orNone(value === null || value === "" ? [] : [value]);

function flagsOf(row: ApplicationRow): string[] {
  const flags: [string, boolean][] = [
    ["condition", row.conditionOpen],
    ["task", row.tasksOverdue > 0],
    ["difference", row.discrepancies > 0],
  ];
  return flags.flatMap(([flag, raised]) => (raised ? [flag] : []));
}

export function linesOf(rows: readonly ApplicationRow[]): Line[] {
  return rows.map((row) => ({
    row,
    requested: amount(row.requested),
    awarded: amount(row.awarded),
    ourRequested: amount(row.ourRequested),
    ourAwarded: amount(row.ourAwarded),
    values: {
      stage: [row.stage],
      flag: flagsOf(row),
      approval: [row.approval],
      appropriation: [row.appropriation],
      department: one(row.departmentId),
      committee: orNone(row.committeeIds),
      owner: one(row.ownerId),
      funder: one(row.funder),
    },
  }));
}

export type Filter = {
  needles: readonly Needle[];
  facets: Chosen;
  /** Whether ended ones are shown where no stage is chosen. */
  ended: boolean;
  /** Only these, ended or not: what a figure elsewhere is made of. */
  ids: ReadonlySet<number> | null;
};

const matches = (line: Line, { needles, ids }: Filter) => {
  const [a, b] = line.row.search;
  return (ids === null || ids.has(line.row.id)) && needles.every((needle) => found(needle, a, b));
};

/** The facets that keep a line out. An ended one is kept out by the facet of stages. */
function failing(line: Line, { facets, ended, ids }: Filter): FacetKey[] {
  return facetKeys.filter((key) => {
    const chosen = facets[key];
    if (chosen && chosen.length > 0) return !line.values[key].some((value) => chosen.includes(value));
    return key === "stage" && line.row.ended && !ended && ids === null;
  });
}

export function filtered(lines: readonly Line[], filter: Filter): Line[] {
  return lines.filter((line) => matches(line, filter) && failing(line, filter).length === 0);
}

export type Counts = ReadonlyMap<FacetKey, ReadonlyMap<string, number>>;

/** How many each option would show under the search and the other facets. */
export function counted(lines: readonly Line[], filter: Filter): Counts {
  const counts = new Map(facetKeys.map((key) => [key, new Map<string, number>()]));
  for (const line of lines) {
    if (!matches(line, filter)) continue;
    const out = failing(line, filter);
    if (out.length > 1) continue;
    for (const key of out.length === 1 ? out : facetKeys)
      for (const value of line.values[key]) {
        const of = counts.get(key);
        of?.set(value, (of.get(value) ?? 0) + 1);
      }
  }
  return counts;
}

/** How many the filter hides for no other reason than that they are ended. */
export const hiddenAsEnded = (lines: readonly Line[], filter: Filter): number =>
  filtered(lines, { ...filter, ended: true }).length - filtered(lines, filter).length;

const word = (group: string, code: string, language: Language) =>
  words[`${group}.${code}`]?.[language === "da" ? 0 : 1] ?? code;

type Key = number | string | null;

/** What a column is sorted by; null where there is nothing, which always stands last. */
function keyOf({ row, ...line }: Line, column: string, language: Language): Key {
  switch (column) {
    case "title":
      return row.title;
    case "funder":
      return row.funder || null;
    case "pool":
      return row.pool;
    case "stage":
      return stages.indexOf(row.stage);
    case "approval":
      return word("approval_state", row.approval, language);
    case "appropriation":
      return word("appropriation_state", row.appropriation, language);
    case "department":
      return row.department;
    case "committees":
      return row.committees.join(", ") || null;
    case "owner":
      return row.owner;
    case "requested":
    case "awarded":
    case "ourRequested":
    case "ourAwarded":
      return line[column];
    case "period":
      return row.periodStart ?? row.periodEnd;
    case "next":
      return row.next && `${row.next.on} ${row.next.time ?? ""}`;
    case "deadline":
      return row.deadline;
    case "tasks":
      return row.tasksOpen === 0 ? null : row.tasksOverdue * 1000 + row.tasksOpen;
    case "differences":
      return row.discrepancies || null;
    default:
      return null;
  }
}

/** In the order of a column, the program's own order within it and where none is chosen. What people wrote is Danish. */
export function sorted(lines: readonly Line[], sort: Sort, language: Language): readonly Line[] {
  if (!sort) return lines;
  const { compare } = new Intl.Collator("da", { numeric: true });
  const turn = sort.down ? -1 : 1;
  const keyed = lines.map((line, place) => ({ line, place, key: keyOf(line, sort.column, language) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null) || a.place - b.place;
    const apart =
      typeof a.key === "number" && typeof b.key === "number" ? a.key - b.key : compare(String(a.key), String(b.key));
    return apart * turn || a.place - b.place;
  });
  return keyed.map(({ line }) => line);
}

/** Sums of what is shown: our part, and how many are without a figure. */
export type Sums = {
  requested: number | null;
  awarded: number | null;
  unknown: number;
};

export function summed(lines: readonly Line[]): Sums {
  return {
    requested: addAmounts(lines.map((line) => line.ourRequested)),
    awarded: addAmounts(lines.map((line) => line.ourAwarded)),
    unknown: lines.filter((line) => line.ourRequested === null).length,
  };
}
