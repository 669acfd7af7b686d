import { expect, test } from "vitest";
import type { ComingCase, ComingCommittee, ComingMeeting, Meeting } from "../../../ipc";
import { asText, away, blankCase, casesOf, rowOf } from "./shown";

const one = (key: string, title: string, patch: Partial<ComingCase> = {}): ComingCase => ({
  key,
  title,
  kind: "final_report",
  reason: { da: "Slutrapporten skal afleveres 30. juni 2019", en: "The final report is due 30 June 2019" },
  dueOn: "2019-06-30",
  missedOn: null,
  movedFrom: null,
  movedReason: "",
  applicationId: 4,
  caseId: null,
  row: null,
  ...patch,
});
const april = { id: 9, heldOn: "2019-04-09" } as Meeting;
const known: ComingMeeting = {
  meeting: april,
  afterOn: null,
  paperDue: "2019-03-26",
  workingDays: 10,
  cases: [one("application:4:final_report:", "Håndholdt ressourceforløb")],
};
const unknown: ComingMeeting = { ...known, meeting: null, afterOn: "2019-04-09", paperDue: null, workingDays: null };
const biu = {
  committeeId: 2,
  name: "Beskæftigelses- og Integrationsudvalget",
  shortName: "BIU",
  meetings: [known, unknown],
  dropped: [],
  ahead: [april],
} satisfies ComingCommittee;

test("what follows from data is moved or dropped by a row that takes its place", () => {
  const [first] = known.cases;
  if (!first) throw new Error("no case");
  const row = rowOf(first, 2, known);
  expect(row).toMatchObject({ id: 0, committeeId: 2, meetingId: 9, replaces: first.key, applicationId: 4 });
  expect(rowOf({ ...first, row: { ...row, id: 3 } }, 2, known).id).toBe(3);
});

test("the list as text has each committee with its meetings, also the one whose day is not known", () => {
  const text = asText([biu, { ...biu, name: "Nobody", meetings: [] }], {
    heading: "Kommende sager",
    meeting: ({ meeting, afterOn }) => meeting?.heldOn ?? `Næste møde efter ${afterOn}`,
    paper: (day) => `sag afleveres ${day}`,
    kind: () => "Slutrapport",
    reason: ({ reason }) => reason.da,
  });
  expect(text).toBe(`Kommende sager

Beskæftigelses- og Integrationsudvalget

2019-04-09 (sag afleveres 2019-03-26)
- Håndholdt ressourceforløb (Slutrapport): Slutrapporten skal afleveres 30. juni 2019

Næste møde efter 2019-04-09
- Håndholdt ressourceforløb (Slutrapport): Slutrapporten skal afleveres 30. juni 2019
`);
  expect(casesOf([biu])).toBe(2);
});

test("a case that came back to its own meeting is no longer moved", () => {
  const moved = one("planned_case:3", "Status", { movedFrom: "2019-04-09", row: { ...blankCase(2, 9, null), id: 3 } });
  const gone = { ...moved, key: "planned_case:4", row: { ...blankCase(2, 9, null), id: 4, dropped: true } };
  expect(away({ ...biu, meetings: [{ ...known, cases: [moved] }], dropped: [moved, gone] })).toEqual([gone]);
  expect(away({ ...biu, meetings: [{ ...unknown, cases: [moved] }], dropped: [moved] })).toEqual([moved]);
});
