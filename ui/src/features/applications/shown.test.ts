import { expect, test } from "vitest";
import { needles } from "../../fold";
import type { ApplicationRow } from "../../ipc";
import { counted, type Filter, filtered, hiddenAsEnded, linesOf, NONE_OF, sorted, summed } from "./shown";
import { rowOf } from "./testRows";

const rows: readonly ApplicationRow[] = [
  rowOf({ id: 1, title: "Børn på vej", stage: "running", requested: "1000.00", awarded: "900.50", departmentId: 4 }),
  rowOf({
    id: 2,
    title: "Aabenraa",
    stage: "submitted",
    requested: "500.00",
    ourRequested: "200.00",
    appropriation: "open",
  }),
  rowOf({ id: 3, title: "Zoo", stage: "rejected", ended: true, requested: "50.00", conditionOpen: true }),
  rowOf({ id: 4, title: "Ås", committeeIds: [7, 8], deadline: "2019-03-12" }),
];
const lines = linesOf(rows);
const filter = (patch: Partial<Filter> = {}): Filter => ({
  needles: [],
  facets: {},
  ended: false,
  ids: null,
  ...patch,
});
const ids = (patch: Partial<Filter>) => filtered(lines, filter(patch)).map(({ row }) => row.id);

test("ended ones are hidden until they are asked for", () => {
  expect(ids({})).toEqual([1, 2, 4]);
  expect(ids({ ended: true })).toEqual([1, 2, 3, 4]);
  expect(ids({ facets: { stage: ["rejected"] } })).toEqual([3]);
  expect(hiddenAsEnded(lines, filter())).toBe(1);
  expect(hiddenAsEnded(lines, filter({ needles: needles("vej") }))).toBe(0);
});

test("the rows of a figure are shown whether they are ended or not", () => {
  expect(ids({ ids: new Set([3, 4]) })).toEqual([3, 4]);
});

test("the search finds either spelling", () => {
  expect(ids({ needles: needles("boern") })).toEqual([1]);
  expect(ids({ needles: needles("born vej") })).toEqual([1]);
});

test("within a facet either, across facets both", () => {
  expect(ids({ facets: { stage: ["running", "submitted"] } })).toEqual([1, 2]);
  expect(ids({ facets: { stage: ["running", "submitted"], appropriation: ["open"] } })).toEqual([2]);
  expect(ids({ facets: { committee: ["8"] } })).toEqual([4]);
  expect(ids({ facets: { department: [NONE_OF] } })).toEqual([2, 4]);
  expect(ids({ facets: { flag: ["condition"] } })).toEqual([]);
  expect(ids({ facets: { flag: ["condition"] }, ended: true })).toEqual([3]);
});

test("an option counts what it would show under the search and the other facets", () => {
  const counts = counted(lines, filter({ facets: { appropriation: ["open"] } }));
  expect(counts.get("appropriation")?.get("not_settled")).toBe(2);
  expect(counts.get("stage")?.get("submitted")).toBe(1);
  expect(counts.get("stage")?.get("running")).toBeUndefined();
  // Choosing an ended stage shows it.
  expect(counted(lines, filter()).get("stage")?.get("rejected")).toBe(1);
});

test("the sums are of our part, and say how many are without a figure", () => {
  expect(summed(filtered(lines, filter()))).toEqual({ requested: 120_000, awarded: 90_050, unknown: 1 });
  expect(summed([])).toEqual({ requested: null, awarded: null, unknown: 0 });
});

test("sorted as a Dane would, with what is missing last either way", () => {
  const order = (column: string, down: boolean) => sorted(lines, { column, down }, "da").map(({ row }) => row.id);
  expect(order("title", false)).toEqual([1, 3, 2, 4]);
  expect(order("requested", true)).toEqual([1, 2, 3, 4]);
  expect(order("requested", false)).toEqual([3, 2, 1, 4]);
  expect(order("stage", false)).toEqual([4, 2, 1, 3]);
  expect(sorted(lines, null, "da")).toBe(lines);
});
