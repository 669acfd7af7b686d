import { foldA, foldB, found, type Needle } from "../../fold";
import type { ApplicationBar, DeadlineItem, DeadlinesView, MeetingDay, OfficeView } from "../../ipc";
import { words } from "../../ipc/words";
import { dayOf } from "../../parts/calendar/days";

export const facetKeys = ["person", "department", "committee", "kind", "flag"] as const;
export type FacetKey = (typeof facetKeys)[number];

/** What is chosen in each facet; nothing chosen lets everything through. Within a facet either, across facets both. */
export type Chosen = Partial<Record<FacetKey, readonly string[]>>;
export type Sort = { column: string; down: boolean } | null;

/** Which days are looked at: at most so many calendar days ahead, or from a day to another; null where it is open. */
export type Period = { within: number | null; from: string | null; to: string | null };
export const anyTime: Period = { within: null, from: null, to: null };

/** Stands where a day has nothing in a facet. */
export const NONE_OF = "none";
/** A flag of the list's own: the day is put aside. */
export const ASIDE = "aside";

/** A day with what it is in each facet and what is searched, made once when it is loaded. */
export type Line = {
  item: DeadlineItem;
  /** The number the grid knows it by. */
  id: number;
  /** Whether there is nothing left to do about it: done, ended, or passed without being a thing to do. */
  over: boolean;
  values: Readonly<Record<FacetKey, readonly string[]>>;
  /** The searched text, folded two ways. */
  search: readonly [string, string];
};

const ids = new Map<string, number>();

/** The number of a day, the same as long as the program runs: a focus stays with its day when days are loaded anew. */
export function idOf(key: string): number {
  const known = ids.get(key);
  if (known !== undefined) return known;
  ids.set(key, ids.size + 1);
  return ids.size;
}

const isOver = ({ doneOn, ended, days, asideUntil, flags }: DeadlineItem): boolean =>
  doneOn !== null || ended || (days < 0 && asideUntil === null && !flags.some(({ flag }) => flag === "overdue"));

/** Names by id, of people, departments and committees. */
export type Names = Readonly<Record<"person" | "department" | "committee", ReadonlyMap<number, string>>>;

export function namesOf(office: OfficeView | undefined): Names {
  return {
    person: new Map(office?.people.map(({ id, name }) => [id, name])),
    department: new Map(office?.departments.map(({ id, name, shortName }) => [id, shortName || name])),
    committee: new Map(office?.committees.map(({ id, name, shortName }) => [id, shortName || name])),
  };
}

/** Folding each text once: titles and names stand in many lines. */
function folder() {
  const known = new Map<string, readonly [string, string]>();
  return (text: string): readonly [string, string] => {
    const held = known.get(text) ?? ([foldA(text), foldB(text)] as const);
    known.set(text, held);
    return held;
  };
}

const one = (id: number | null): string[] => [id === null ? NONE_OF : String(id)];

export function linesOf({ items }: Pick<DeadlinesView, "items">, names: Names): Line[] {
  const fold = folder();
  return items.map((item) => {
    const { kind, step, title, detail, personId, departmentId, committeeIds, flags, asideUntil, waitingFor } = item;
    const spoken = [...(words[`deadline_kind.${kind}`] ?? []), ...((step && words[`plan_step.${step}`]) || [])];
    const texts = [
      title,
      detail,
      waitingFor,
      ...spoken,
      names.person.get(personId ?? 0) ?? "",
      ...committeeIds.map((id) => names.committee.get(id) ?? ""),
    ].map(fold);
    const raised = flags.map(({ flag }) => flag as string);
    return {
      item,
      id: idOf(item.key),
      over: isOver(item),
      values: {
        person: one(personId),
        department: one(departmentId),
        committee: committeeIds.length > 0 ? committeeIds.map(String) : [NONE_OF],
        kind: [kind],
        flag: asideUntil ? [ASIDE] : raised,
      },
      search: [texts.map(([a]) => a).join("\n"), texts.map(([, b]) => b).join("\n")],
    };
  });
}

export type Filter = {
  needles: readonly Needle[];
  facets: Chosen;
  period: Period;
  /** Whether those are shown too about which there is nothing left to do. */
  over: boolean;
};

/** What has not been done in time belongs to every period ahead. */
const inPeriod = ({ item }: Line, { within, from, to }: Period): boolean =>
  (within === null || item.days <= within) && (from === null || item.on >= from) && (to === null || item.on <= to);

const matches = (line: Line, { needles, period, over }: Filter) =>
  (over || !line.over) &&
  inPeriod(line, period) &&
  needles.every((needle) => found(needle, line.search[0], line.search[1]));

const noFacets: readonly FacetKey[] = [];

/** The facets that keep a line out. */
function failing(line: Line, { facets }: Filter): readonly FacetKey[] {
  let out = noFacets;
  for (const key of facetKeys) {
    const chosen = facets[key];
    if (chosen && chosen.length > 0 && !line.values[key].some((value) => chosen.includes(value))) out = [...out, key];
  }
  return out;
}

export const filtered = (lines: readonly Line[], filter: Filter): Line[] =>
  lines.filter((line) => matches(line, filter) && failing(line, filter).length === 0);

/** The applications of the timeline that person, department, committee and search let through. */
export function filteredBars(
  bars: readonly ApplicationBar[],
  filter: Filter,
  shown: readonly Line[],
): ApplicationBar[] {
  const { person, department, committee } = filter.facets;
  const among = (chosen: readonly string[] | undefined, values: readonly string[]) =>
    !chosen || chosen.length === 0 || values.some((value) => chosen.includes(value));
  const withDays = new Set(shown.map(({ item }) => item.applicationId));
  const narrowed =
    filter.needles.length > 0 || (filter.facets.kind?.length ?? 0) + (filter.facets.flag?.length ?? 0) > 0;
  return bars.filter((bar) => {
    if (bar.ended && !filter.over) return false;
    // A search, a kind or a flag is about days: an application stays where one of its days does.
    if (narrowed) return withDays.has(bar.applicationId) || (filter.needles.length > 0 && titled(bar, filter.needles));
    return (
      among(person, one(bar.personId)) &&
      among(department, one(bar.departmentId)) &&
      among(committee, bar.committeeIds.length > 0 ? bar.committeeIds.map(String) : [NONE_OF])
    );
  });
}

const titled = ({ title }: ApplicationBar, needles: readonly Needle[]) => {
  const [a, b] = [foldA(title), foldB(title)];
  return needles.every((needle) => found(needle, a, b));
};

/**
 * The committees' meetings that committee, kind, period and search let through, past ones too. They are no one's to do: person,
 * department and flag say nothing of them.
 */
export function filteredMeetings(meetings: readonly MeetingDay[], filter: Filter, asOf: string): readonly MeetingDay[] {
  const { committee = [], kind = [] } = filter.facets;
  const { within, from, to } = filter.period;
  if (kind.length > 0 && !kind.includes("meeting")) return [];
  const spoken = words["deadline_kind.meeting"] ?? [];
  const last = within === null ? null : dayOf(asOf) + within;
  return meetings.filter((meeting) => {
    if (committee.length > 0 && !committee.includes(String(meeting.committeeId))) return false;
    if ((from !== null && meeting.on < from) || (to !== null && meeting.on > to)) return false;
    if (last !== null && dayOf(meeting.on) > last) return false;
    const said = [...spoken, meeting.committee].join("\n");
    const [a, b] = [foldA(said), foldB(said)];
    return filter.needles.every((needle) => found(needle, a, b));
  });
}

export type Counts = ReadonlyMap<FacetKey, ReadonlyMap<string, number>>;

/** How many each option would show under the search, the period and the other facets. */
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

/** How many the filter hides for no other reason than that there is nothing left to do about them. */
export function hiddenAsOver(lines: readonly Line[], filter: Filter): number {
  if (filter.over) return 0;
  const wide = { ...filter, over: true };
  return lines.filter((line) => line.over && matches(line, wide) && failing(line, wide).length === 0).length;
}
