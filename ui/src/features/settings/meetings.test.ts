import { expect, test } from "vitest";
import type { CommitteeMeetings, MeetingRead, MeetingsView } from "../../ipc";
import {
  firstYear,
  kindOf,
  newMeeting,
  ofKind,
  patchedMeeting,
  readDayIn,
  showTime,
  yearRead,
  yearsOf,
} from "./meetings";

const plan = (...days: string[]) =>
  ({
    committee: {},
    meetings: days.map((day, at) => ({ meeting: { ...newMeeting(4, day), id: at + 1 } })),
  }) as CommitteeMeetings;

test("the years are those with meetings, this and the next, newest first", () => {
  expect(yearsOf(plan("2019-03-12", "2019-04-09", "2020-01-14"), 2026)).toEqual([2027, 2026, 2020, 2019]);
  expect(yearsOf(plan(), 2026)).toEqual([2027, 2026]);
});

test("one begins with this year, or the newest with meetings", () => {
  expect(firstYear(plan("2019-03-12", "2026-03-10"), 2026)).toBe(2026);
  expect(firstYear(plan("2019-03-12", "2018-03-13"), 2026)).toBe(2019);
  expect(firstYear(plan(), 2026)).toBe(2026);
});

test.each([
  ["12.3", "2019-03-12"],
  ["12/3", "2019-03-12"],
  ["12.3.", "2019-03-12"],
  ["12. marts", "2019-03-12"],
  ["tirsdag den 12. marts", "2019-03-12"],
  ["12.3.2020", "2020-03-12"],
  ["2020-03-12", "2020-03-12"],
  ["29.2", null],
  ["12", null],
  ["", null],
])("a day of the year's plan needs no year: %s", (typed, day) => {
  expect(readDayIn(2019)(typed)).toBe(day);
});

test("what a meeting is, is one choice and back", () => {
  for (const kind of ["ordinary", "extraordinary", "cancelled", "both"] as const)
    expect(kindOf(ofKind(kind))).toBe(kind);
});

test("a time of day is shown as it is typed", () => {
  expect([showTime("16:30", "da"), showTime("16:30", "en"), showTime(null, "da")]).toEqual(["16.30", "16:30", ""]);
});

test("a change is made to the meeting as it is now", () => {
  const [first] = plan("2019-03-12").meetings;
  const now = {
    committees: [{ ...plan("2019-03-12"), meetings: [{ meeting: { ...first?.meeting, version: 4, note: "ny" } }] }],
  };
  if (first)
    expect(patchedMeeting(now as unknown as MeetingsView, first.meeting, { heldTime: "17:00" })).toMatchObject({
      version: 4,
      note: "ny",
      heldTime: "17:00",
    });
});

test("one is shown the year that was read in", () => {
  const row = (action: MeetingRead["action"], day: string) => ({ action, meeting: newMeeting(4, day) }) as MeetingRead;
  expect(yearRead([row("same", "2018-12-11"), row("add", "2019-01-15")])).toBe(2019);
  expect(yearRead([row("same", "2018-12-11")])).toBeNull();
});
