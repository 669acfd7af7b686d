import { expect, test } from "vitest";
import { needles } from "../../fold";
import type { CaseReading, CaseRow, CaseView, PointView, ReadingView } from "../../ipc";
import { asMinutes, becoming, draftOf, outcomeOf, type Recording, recordingOf } from "./decision";
import { conditionOf, conditionsOf, lastPlace, misplaced, moved } from "./points";
import { byMeeting, committeesOf, filtered, idsOf, noFilter } from "./shown";

const point = (id: number, parentId: number | null, position: number, patch: Partial<PointView> = {}, condition = "") =>
  ({
    point: { id, version: 1, committeeCaseId: 1, parentId, position, text: `Punkt ${id}`, condition },
    label: String(id),
    subjects: [],
    ...patch,
  }) as PointView;
const about = (poolId: number, applications: number[] = []) => ({
  subjects: [
    {
      subject: { id: poolId, version: 1, casePointId: 1, poolId, applicationId: null },
      title: `Pulje ${poolId}`,
      initiative: null,
      poolKey: null,
      applications: applications.map((id) => ({ id, title: "", stage: "idea" as const })),
      remarks: [],
    },
  ],
});
// As the agenda of 12 March 2019: 1, 2 and inside it a–c.
const points = [
  point(10, null, 0),
  point(20, null, 1, {}, "hvis relevant"),
  point(21, 20, 0, about(91)),
  point(22, 20, 1, about(93, [7])),
  point(23, 20, 2, about(107)),
];
const view = { points } as CaseView;
const order = (places: ReturnType<typeof moved>) => (places ? Object.fromEntries(places) : null);

test("points move among their siblings, in and out, and no further", () => {
  expect(order(moved(points, 22, "up"))).toEqual({ null: [10, 20], 20: [22, 21, 23] });
  expect(moved(points, 21, "up")).toBeNull();
  expect(moved(points, 23, "down")).toBeNull();
  expect(order(moved(points, 23, "out"))).toEqual({ null: [10, 20, 23], 20: [21, 22] });
  expect(moved(points, 20, "in")).toBeNull();
  expect(moved(points, 10, "in")).toBeNull();
  expect(order(moved([point(1, null, 0), point(2, null, 1)], 2, "in"))).toEqual({ null: [1], 1: [2] });
});

test("only what stands elsewhere is saved, the moved point first", () => {
  const places = moved(points, 22, "up");
  if (!places) throw new Error("it moves");
  expect(misplaced(points, places, 22)).toMatchObject({ id: 22, position: 0 });
  const half = points.map((one) => (one.point.id === 22 ? { ...one, point: { ...one.point, position: 0 } } : one));
  expect(misplaced(half, places, 22)).toMatchObject({ id: 21, position: 1 });
  expect(misplaced(points, new Map([[null, [10, 20]]]), 10)).toBeNull();
  expect(lastPlace(points, 20)).toBe(3);
  expect(lastPlace(points, 10)).toBe(0);
});

test("a condition holds for the points inside", () => {
  const [, , first] = points;
  if (!first) throw new Error("a point");
  expect(conditionOf(view, first.point)).toBe("hvis relevant");
  expect(conditionsOf(view).map(({ point: one, about: what }) => [one.point.id, what.length])).toEqual([[20, 3]]);
});

const reading: ReadingView = {
  reading: { id: 5, version: 2, remark: " Viden indarbejdes ", votes: "", minorityStatement: "" } as CaseReading,
  committee: "Beskæftigelses- og Integrationsudvalget",
  shortName: "BIU",
  decisions: [],
};

test("an outcome holds for the points inside, and approved pools without an application become one", () => {
  const recording: Recording = {
    ...recordingOf(view, reading),
    points: {
      10: { outcome: "noted", text: "" },
      20: { outcome: "approved", text: "" },
      23: { outcome: "postponed", text: "" },
    },
  };
  expect(points.map((one) => outcomeOf(recording, one))).toEqual([
    "noted",
    "approved",
    "approved",
    "approved",
    "postponed",
  ]);
  expect(becoming(view, recording)).toEqual([{ id: 91, title: "Pulje 91" }]);
  const draft = draftOf(view, reading, recording);
  expect(draft.decisions.map(({ casePointId, outcome }) => [casePointId, outcome])).toEqual([
    [10, "noted"],
    [20, "approved"],
    [23, "postponed"],
  ]);
  expect(draft.applicationsFor).toEqual([91]);
  expect(draft.reading.remark).toBe("Viden indarbejdes");
  expect(draftOf(view, reading, { ...recording, left: [91] }).applicationsFor).toEqual([]);
});

test("correcting a decision keeps its rows and begins no application that was left out", () => {
  const decided: ReadingView = {
    ...reading,
    decisions: [{ id: 3, version: 4, caseReadingId: 5, casePointId: 20, outcome: "approved", text: "" }],
  };
  const recording = recordingOf(view, decided);
  expect(recording.left).toEqual([91, 107]);
  expect(draftOf(view, decided, recording)).toMatchObject({ decisions: [{ id: 3, version: 4 }], applicationsFor: [] });
});

test("a decision reads as in the minutes", () => {
  expect(asMinutes("1", "Taget til efterretning", "")).toBe("Ad 1) Taget til efterretning.");
  expect(asMinutes("1", "Taget til efterretning", "Taget til efterretning.")).toBe("Ad 1) Taget til efterretning.");
  expect(asMinutes("2 a", "Godkendt", "Ordningen evalueres.")).toBe("Ad 2 a) Godkendt. Ordningen evalueres.");
  expect(asMinutes("2", "Godkendt", "Godkendt for 2019.")).toBe("Ad 2) Godkendt for 2019.");
});

const row = (patch: Partial<CaseRow>) =>
  ({
    title: "Sag",
    caseNumber: "",
    committees: ["BIU"],
    meetingDate: "2019-03-12",
    itemNumber: "",
    followUpsOpen: 0,
    conditionsOpen: 0,
    handedIn: false,
    figuresChanged: 0,
    ...patch,
  }) as CaseRow;

test("cases are found by committee, what is open, and words in any spelling", () => {
  const rows = [
    row({ title: "Prioritering af puljeansøgninger", followUpsOpen: 1 }),
    row({ title: "Rådgiver på hjul", committees: ["SUD", "SOU"], conditionsOpen: 2, caseNumber: "2009-12453" }),
  ];
  const titles = (found: CaseRow[]) => found.map(({ title }) => title);
  expect(titles(filtered(rows, needles("puljeansoegninger"), noFilter))).toEqual(["Prioritering af puljeansøgninger"]);
  expect(titles(filtered(rows, needles("12453"), noFilter))).toEqual(["Rådgiver på hjul"]);
  expect(titles(filtered(rows, [], { ...noFilter, committee: "SOU" }))).toEqual(["Rådgiver på hjul"]);
  expect(titles(filtered(rows, [], { ...noFilter, followUps: true }))).toEqual(["Prioritering af puljeansøgninger"]);
  expect(titles(filtered(rows, [], { ...noFilter, conditions: true }))).toEqual(["Rådgiver på hjul"]);
  expect(committeesOf(rows)).toEqual(["BIU", "SOU", "SUD"]);
});

test("cases stand by meeting, and there by item number", () => {
  const rows = [
    row({ itemNumber: "10", meetingDate: null }),
    row({ itemNumber: "12" }),
    row({ itemNumber: "3" }),
    row({ itemNumber: "1", committees: ["SOU"] }),
  ];
  expect(byMeeting(rows).map(({ key, cases }) => [key, cases.map(({ itemNumber }) => itemNumber)])).toEqual([
    ["null BIU", ["10"]],
    ["2019-03-12 BIU", ["3", "12"]],
    ["2019-03-12 SOU", ["1"]],
  ]);
});

test("ids in an address are read, the rest is left out", () => {
  expect(idsOf("12,3,12,x,-1,")).toEqual([12, 3]);
  expect(idsOf(undefined)).toEqual([]);
});
