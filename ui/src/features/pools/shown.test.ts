import { expect, test } from "vitest";
import { needles } from "../../fold";
import type { CallView, PoolView } from "../../ipc";
import { counts, filtered, linesOf, noFacets, sorted } from "./shown";

const text = (da: string) => ({ da, en: "" });
const call = (deadline: string | null, amount: string | null) =>
  ({ title: "Opslag", deadline, deadlineTime: null, amount }) as CallView;
const pool = (over: Partial<PoolView>): PoolView => ({
  id: 1,
  version: 1,
  own: false,
  key: "1-a",
  initiative: { id: 1, number: 1 },
  parentId: null,
  title: text("Pulje"),
  amount: null,
  years: [],
  priceLevel: 2019,
  account: "",
  authority: "",
  applicants: text(""),
  canApply: "no",
  place: "",
  note: text(""),
  callState: "none",
  calls: [],
  ...over,
});
const pools = [
  pool({
    key: "91-b",
    initiative: { id: 91, number: 91 },
    title: text("Motion på recept"),
    amount: "23700000.00",
    canApply: "yes",
    callState: "closed",
    calls: [call("2019-10-31", "21700000.00")],
  }),
  pool({ key: "9-a", initiative: { id: 9, number: 9 }, title: text("Mænd i krise"), amount: "4800000.00" }),
  pool({
    key: "repatriering",
    initiative: null,
    title: text("Aabenraa"),
    canApply: "yes",
    callState: "no_deadline",
    calls: [call(null, null), call("2019-11-18", "7000000.00")],
  }),
];
const lines = linesOf(pools);
const keys = (found: { pool: PoolView }[]) => found.map(({ pool }) => pool.key);

test("search forgives a missing ring and a written-out å", () => {
  expect(keys(filtered(lines, needles("maend"), noFacets))).toEqual(["9-a"]);
  expect(keys(filtered(lines, needles("paa recept"), noFacets))).toEqual(["91-b"]);
  expect(keys(filtered(lines, needles("91"), noFacets))).toEqual(["91-b"]);
});

test("facets widen within and narrow between", () => {
  expect(keys(filtered(lines, [], { canApply: ["yes"], callState: [] }))).toEqual(["91-b", "repatriering"]);
  expect(keys(filtered(lines, [], { canApply: ["yes"], callState: ["closed"] }))).toEqual(["91-b"]);
});

test("numbers sort as numbers and what has none stands last either way", () => {
  expect(keys(sorted(lines, { key: "number", down: false }))).toEqual(["9-a", "91-b", "repatriering"]);
  expect(keys(sorted(lines, { key: "number", down: true }))).toEqual(["91-b", "9-a", "repatriering"]);
  expect(keys(sorted(lines, { key: "agreed", down: true }))).toEqual(["91-b", "9-a", "repatriering"]);
});

test("titles sort in Danish order, aa as å", () => {
  expect(keys(sorted(lines, { key: "title", down: false })).at(-1)).toBe("repatriering");
});

test("the call shown is the newest with a deadline", () => {
  expect(lines[2]?.call?.deadline).toBe("2019-11-18");
});

test("choices are counted over all pools", () => {
  expect(counts(lines, (one) => one.canApply).get("yes")).toBe(2);
});
