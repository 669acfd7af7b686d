import type { ApplicationBar, DeadlineItem, MeetingDay } from "../../../ipc";
import { type Day, dayOf } from "../../../parts/calendar/days";

/** What a line of the timeline leads to. */
export type Leads = { application: number } | { pool: string } | { case: number } | "coming" | null;

/** A line of the timeline: an application with its bars, a pool, case or other subject that has days of its own, or the meetings. */
export type Row = {
  key: string;
  /** Danish. */
  title: string;
  leads: Leads;
  bar: ApplicationBar | null;
  /** In the order of their days. */
  items: readonly DeadlineItem[];
  /** The committees' meetings, on the line of those; soonest first. */
  meetings: readonly MeetingDay[];
};

const noMeetings: readonly MeetingDay[] = [];

/** The line of the committees' meetings, above all others; none where there are none. */
export const laneOf = (title: string, meetings: readonly MeetingDay[]): readonly Row[] =>
  meetings.length > 0 ? [{ key: "meetings", title, leads: "coming", bar: null, items: [], meetings }] : [];

const keyOf = ({ applicationId, poolKey, caseId, subjectTable, subjectId }: DeadlineItem): string => {
  if (applicationId !== null) return `application:${applicationId}`;
  if (poolKey !== null) return `pool:${poolKey}`;
  return caseId === null ? `${subjectTable}:${subjectId}` : `case:${caseId}`;
};

const leadsOf = ({ applicationId, poolKey, caseId }: DeadlineItem): Leads => {
  if (applicationId !== null) return { application: applicationId };
  if (poolKey !== null) return { pool: poolKey };
  return caseId === null ? null : { case: caseId };
};

/** The lines: the applications in the order they start, then what has days without being one, by its first day. */
export function rowsOf(bars: readonly ApplicationBar[], items: readonly DeadlineItem[]): readonly Row[] {
  const rows = new Map<string, Row & { items: DeadlineItem[] }>();
  for (const bar of bars) {
    const key = `application:${bar.applicationId}`;
    rows.set(key, {
      key,
      title: bar.title,
      leads: { application: bar.applicationId },
      bar,
      items: [],
      meetings: noMeetings,
    });
  }
  for (const item of items) {
    const key = keyOf(item);
    const row = rows.get(key);
    if (row) row.items.push(item);
    else
      rows.set(key, {
        key,
        title: item.title,
        leads: leadsOf(item),
        bar: null,
        items: [item],
        meetings: noMeetings,
      });
  }
  return [...rows.values()];
}

/** From the first day any of it has to the last, whole years, the day itself and a year around it among them. */
export function extentOf(rows: readonly Row[], asOf: Day): { first: Day; last: Day } {
  let [first, last] = [asOf - 366, asOf + 366];
  const take = (iso: string | null) => {
    if (iso === null) return;
    const day = dayOf(iso);
    if (day < first) first = day;
    if (day > last) last = day;
  };
  for (const { bar, items, meetings } of rows) {
    take(meetings[0]?.on ?? null);
    take(meetings.at(-1)?.on ?? null);
    take(items[0]?.on ?? null);
    take(items.at(-1)?.on ?? null);
    if (!bar) continue;
    for (const iso of [bar.from, bar.deadline, bar.periodStart, bar.periodEnd]) take(iso);
  }
  return { first: first - 31, last: last + 31 };
}

/** The day to look at where nothing lies from one day to another: the nearest that anything has; null where something does. */
export function nearestBeyond(rows: readonly Row[], first: Day, last: Day): Day | null {
  const middle = (first + last) / 2;
  let nearest: Day | null = null;
  const take = (day: Day) => {
    if (nearest === null || Math.abs(day - middle) < Math.abs(nearest - middle)) nearest = day;
  };
  for (const { bar, items, meetings } of rows) {
    for (const [from, to] of bar
      ? [[bar.from, bar.deadline] as const, [bar.periodStart, bar.periodEnd] as const]
      : []) {
      if (from === null || to === null) continue;
      const [begins, ends] = [dayOf(from), dayOf(to)];
      if (begins <= last && ends >= first) return null;
      take(begins);
      take(ends);
    }
    for (const { on } of items.length > 0 ? items : meetings) {
      const day = dayOf(on);
      if (first <= day && day <= last) return null;
      take(day);
    }
  }
  return nearest;
}
