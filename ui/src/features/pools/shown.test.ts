import { expect, test } from "vitest";
import { needles } from "../../fold";
import type { CallView, PoolStanding, PoolView } from "../../ipc";
import { type Definition, read, written } from "./definition";
import { counts, daysBetween, filtered, linesOf, noFacets, sorted, underItsOwn } from "./shown";

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
const lines = linesOf(pools, [], "2019-10-01");
const keys = (found: { pool: PoolView }[]) => found.map(({ pool }) => pool.key);

test("search forgives a missing ring and a written-out å", () => {
  expect(keys(filtered(lines, needles("maend"), noFacets))).toEqual(["9-a"]);
  expect(keys(filtered(lines, needles("paa recept"), noFacets))).toEqual(["91-b"]);
  expect(keys(filtered(lines, needles("91"), noFacets))).toEqual(["91-b"]);
});

test("facets widen within and narrow between", () => {
  expect(keys(filtered(lines, [], { ...noFacets, canApply: ["yes"] }))).toEqual(["91-b", "repatriering"]);
  expect(keys(filtered(lines, [], { ...noFacets, canApply: ["yes"], callState: ["closed"] }))).toEqual(["91-b"]);
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
  expect(counts(lines, (one) => one.pool.canApply).get("yes")).toBe(2);
});

test("days are whole across the change of the clock", () => {
  expect(daysBetween("2019-03-30", "2019-04-01")).toBe(2);
  expect(daysBetween("2019-10-28", "2019-10-26")).toBe(-2);
});

test("deadlines to come stand first, the nearest first, then the past ones", () => {
  const at = linesOf(pools, [], "2019-11-01");
  expect(at.find(({ pool }) => pool.key === "91-b")?.deadline?.days).toBe(-1);
  expect(keys(sorted(at, { key: "deadline", down: false }))).toEqual(["repatriering", "91-b", "9-a"]);
});

test("a pool stands after the one it lies inside, and is filtered by where it stands", () => {
  const nested = [
    pool({ id: 3, key: "inner", parentId: 1 }),
    pool({ id: 2, key: "other", initiative: { id: 2, number: 2 } }),
    pool({ id: 1, key: "outer" }),
  ];
  const standings = [{ poolId: 1, status: "apply", applications: [], deadline: null }] as unknown as PoolStanding[];
  const all = linesOf(nested, standings, "2019-03-12");
  expect(keys(all)).toEqual(["other", "outer", "inner"]);
  expect(all.map((line, at) => [line.depth, underItsOwn(all, at)])).toEqual([
    [0, false],
    [0, false],
    [1, true],
  ]);
  expect(all[2]?.inside).toBe("Pulje");
  expect(keys(filtered(all, [], { ...noFacets, status: ["apply"] }))).toEqual(["outer"]);
});

test("a saved view reads back, leaves out what it does not know, and refuses what is no view", () => {
  const view: Definition = {
    query: "motion",
    facets: { status: ["apply_if_relevant"], canApply: [], callState: ["open"] },
    sort: { key: "deadline", down: true },
  };
  expect(read(written(view))).toEqual(view);
  expect(read('{"query":4,"facets":{"status":["apply","gone"]},"sort":{"key":"colour","down":true}}')).toEqual({
    query: "",
    facets: { status: ["apply"], canApply: [], callState: [] },
    sort: { key: "number", down: false },
  });
  for (const text of ["", "{", "null", "3"]) expect(read(text), text).toBeNull();
});
