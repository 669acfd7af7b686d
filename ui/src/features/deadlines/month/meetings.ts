import type { MeetingDay } from "../../../ipc";
import { type Day, dayOf } from "../../../parts/calendar/days";

export type Meetings = readonly MeetingDay[];

/** Nothing, always the same nothing, so that what is drawn of it is not drawn again. */
export const noMeetings: Meetings = [];

/** The committees' meetings by their day. */
export function meetingsByDay(meetings: Meetings): ReadonlyMap<Day, Meetings> {
  const days = new Map<Day, MeetingDay[]>();
  for (const meeting of meetings) {
    const day = dayOf(meeting.on);
    const there = days.get(day);
    if (there) there.push(meeting);
    else days.set(day, [meeting]);
  }
  return days;
}

/** What a meeting is called apart from its committee: one of the year's plan, one outside it, or one that is not held. */
export type Sort = "ordinary" | "extraordinary" | "cancelled";

export const sortOf = ({ extraordinary, cancelled }: MeetingDay): Sort =>
  cancelled ? "cancelled" : extraordinary ? "extraordinary" : "ordinary";

/** Meetings of one sort, with the short names of their committees, each once. */
export type Group = { sort: Sort; committees: string };

/** Meetings in as few words as will do: those held first. */
export function grouped(meetings: Meetings): Group[] {
  const sorts: readonly Sort[] = ["ordinary", "extraordinary", "cancelled"];
  return sorts.flatMap((sort) => {
    const names = new Set(meetings.filter((one) => sortOf(one) === sort).map(({ committee }) => committee));
    return names.size > 0 ? [{ sort, committees: [...names].join(", ") }] : [];
  });
}

/** What a meeting is known by in a list or on a line. */
export const meetingKey = ({ meetingId }: MeetingDay): string => `meeting:${meetingId}`;
