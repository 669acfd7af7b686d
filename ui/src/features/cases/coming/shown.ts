import type { ComingCase, ComingCommittee, ComingMeeting, ComingView, PlannedCase } from "../../../ipc";

/** What is being written of a coming case: a new one, a correction, another meeting, or that it does not come. */
export type Asked = { what: "write" | "move" | "drop"; row: PlannedCase };

/** A case as its form begins: at the meeting, or the first after the day where none is known. */
export const blankCase = (committeeId: number, meetingId: number | null, day: string | null): PlannedCase => ({
  id: 0,
  version: 0,
  committeeId,
  meetingId,
  afterOn: meetingId === null ? day : null,
  title: "",
  kind: "other",
  applicationId: null,
  committeeCaseId: null,
  replaces: "",
  movedFrom: null,
  dropped: false,
  reason: "",
  source: "",
  note: "",
});

/** The row of a case that is changed: its own, or a new one in the place of what follows from data. */
export function rowOf(one: ComingCase, committeeId: number, meeting: ComingMeeting | null): PlannedCase {
  if (one.row) return one.row;
  return {
    ...blankCase(committeeId, meeting?.meeting?.id ?? null, meeting?.afterOn ?? null),
    title: one.title,
    kind: one.kind,
    applicationId: one.applicationId,
    committeeCaseId: one.caseId,
    replaces: one.key,
  };
}

/** A meeting is known by its id, one whose day is not known by the day it comes after. */
export const meetingKey = ({ meeting, afterOn }: ComingMeeting) => (meeting ? `${meeting.id}` : `after ${afterOn}`);

/** What was dropped, or stands at another meeting than it was planned for; one that came back to its own is none of them. */
export function away({ meetings, dropped }: ComingCommittee): ComingCase[] {
  const back = ({ key, movedFrom, row }: ComingCase) =>
    row?.dropped === false &&
    meetings.some(({ meeting, cases }) => meeting?.heldOn === movedFrom && cases.some((one) => one.key === key));
  return dropped.filter((one) => !back(one));
}

/** The committees with something to show, of all or of one. */
export function shownCommittees(view: ComingView, committeeId: number | null): ComingCommittee[] {
  return view.committees.filter((one) => committeeId === null || one.committeeId === committeeId);
}

export const casesOf = (committees: readonly ComingCommittee[]): number =>
  committees.flatMap(({ meetings }) => meetings).reduce((sum, { cases }) => sum + cases.length, 0);

type Words = {
  heading: string;
  meeting: (meeting: ComingMeeting) => string;
  paper: (day: string) => string;
  kind: (one: ComingCase) => string;
  reason: (one: ComingCase) => string;
};

/** The planning list as plain text, as it is pasted into an agenda. */
export function asText(committees: readonly ComingCommittee[], words: Words): string {
  const lines = [words.heading];
  for (const committee of committees) {
    if (committee.meetings.length === 0) continue;
    lines.push("", committee.name);
    for (const meeting of committee.meetings) {
      const paper = meeting.paperDue ? ` (${words.paper(meeting.paperDue)})` : "";
      lines.push("", words.meeting(meeting) + paper);
      for (const one of meeting.cases) {
        const reason = words.reason(one);
        lines.push(`- ${one.title} (${words.kind(one)})${reason ? `: ${reason}` : ""}`);
      }
    }
  }
  return `${lines.join("\n")}\n`;
}
