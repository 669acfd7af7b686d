import type { CommitteeMeetings, Language, Meeting, MeetingRead, MeetingsView } from "../../ipc";
import { readDate } from "../../parts/date";

export const yearOf = (iso: string): number => Number(iso.slice(0, 4));

/** The years to look at, newest first: those with meetings, this one and the next. */
export function yearsOf({ meetings }: CommitteeMeetings, thisYear: number): number[] {
  const held = meetings.map(({ meeting }) => yearOf(meeting.heldOn));
  return [...new Set([...held, thisYear, thisYear + 1])].sort((a, b) => b - a);
}

/** The year one begins with: this one, but the newest that has meetings where they are all of other years. */
export function firstYear({ meetings }: CommitteeMeetings, thisYear: number): number {
  const held = meetings.map(({ meeting }) => yearOf(meeting.heldOn));
  return held.length === 0 || held.includes(thisYear) ? thisYear : Math.max(...held);
}

/** Reads a day as people write it in a plan of a year: as any date, or without the year, `12.3`, `12/3`, `12. marts`. */
export function readDayIn(year: number): (text: string) => string | null {
  return (text) => {
    const typed = text.trim();
    const whole = readDate(typed);
    if (whole || typed === "") return whole;
    const short = typed.replace(/[./-]$/, "");
    return readDate(`${short}${/\p{L}$/u.test(short) ? " " : "."}${year}`);
  };
}

/** What a meeting is, as one choice of four. */
export type MeetingKind = "ordinary" | "extraordinary" | "cancelled" | "both";

export const kindOf = ({ extraordinary, cancelled }: Pick<Meeting, "extraordinary" | "cancelled">): MeetingKind => {
  if (extraordinary) return cancelled ? "both" : "extraordinary";
  return cancelled ? "cancelled" : "ordinary";
};

export const ofKind = (kind: string): Pick<Meeting, "extraordinary" | "cancelled"> => ({
  extraordinary: kind === "extraordinary" || kind === "both",
  cancelled: kind === "cancelled" || kind === "both",
});

/** A time of day as a person types it: `16.30`. */
export const showTime = (time: string | null, language: Language): string =>
  time === null ? "" : language === "da" ? time.replace(":", ".") : time;

export const newMeeting = (committeeId: number, heldOn: string): Meeting => ({
  id: 0,
  version: 0,
  committeeId,
  heldOn,
  heldTime: null,
  extraordinary: false,
  cancelled: false,
  agendaMeetingOn: null,
  paperDueOn: null,
  source: "",
  sourceUid: "",
  note: "",
});

/** The meeting as it is now, with one field changed. */
export function patchedMeeting(view: MeetingsView, row: Meeting, patch: Partial<Meeting>): Meeting {
  const all = view.committees.flatMap(({ meetings }) => meetings.map(({ meeting }) => meeting));
  return { ...(all.find(({ id }) => id === row.id) ?? row), ...patch };
}

/** The year of the first meeting that was read in. */
export function yearRead(rows: readonly MeetingRead[]): number | null {
  const read = rows.find(({ action }) => action === "add" || action === "change")?.meeting;
  return read ? yearOf(read.heldOn) : null;
}
