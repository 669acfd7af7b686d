import { describe, expect, it } from "vitest";
import { needles } from "../../fold";
import type { DeadlineItem } from "../../ipc";
import { flagged, manyItems, testItem } from "../../parts/days/testItems";
import { everything, read, written } from "./choice";
import { itemsOf, sorted } from "./list/order";
import {
  anyTime,
  counted,
  type Filter,
  filtered,
  filteredMeetings,
  hiddenAsOver,
  idOf,
  linesOf,
  type Names,
} from "./shown";
import { testMeeting } from "./testFrame";

const names: Names = {
  person: new Map([
    [1, "Maria Holm"],
    [2, "Åse Ørsted"],
  ]),
  department: new Map(),
  committee: new Map([[7, "BIU"]]),
};
const none: Filter = { needles: [], facets: {}, period: anyTime, over: false };
const shown = (items: DeadlineItem[], filter: Partial<Filter> = {}) =>
  filtered(linesOf({ items }, names), { ...none, ...filter }).map(({ item }) => item.days);

describe("what is shown of the days", () => {
  it("hides what is done, ended, or passed without being late, and says how much", () => {
    const items = [
      testItem(-30, { flags: [flagged("overdue")] }),
      testItem(-20),
      testItem(-10, { asideUntil: "2019-04-01" }),
      testItem(5, { doneOn: "2019-03-01" }),
      testItem(6, { ended: true }),
      testItem(7),
    ];
    expect(shown(items)).toEqual([-30, -10, 7]);
    expect(shown(items, { over: true })).toHaveLength(6);
    expect(hiddenAsOver(linesOf({ items }, names), none)).toBe(3);
  });

  it("keeps what is late in every period ahead", () => {
    const items = [testItem(-3, { flags: [flagged("overdue")] }), testItem(7), testItem(8)];
    expect(shown(items, { period: { ...anyTime, within: 7 } })).toEqual([-3, 7]);
    expect(shown(items, { period: { within: null, from: "2019-03-19", to: "2019-03-19" } })).toEqual([7]);
  });

  it("finds by title, kind in both languages, step, person and committee, in any spelling", () => {
    const items = [
      testItem(1, { kind: "final_report", personId: 2 }),
      testItem(2, { kind: "step", step: "signature", committeeIds: [7] }),
    ];
    for (const query of ["slutrapport", "final report", "aase oersted", "ressourceforlob"])
      expect(shown(items, { needles: needles(query) })).toContain(1);
    expect(shown(items, { needles: needles("underskrift biu") })).toEqual([2]);
  });

  it("lets through either within a facet and both across facets, and counts what an option would show", () => {
    const items = [
      testItem(1, { kind: "call", personId: 1 }),
      testItem(2, { kind: "paper", personId: 1 }),
      testItem(3, { kind: "paper", personId: 2, flags: [flagged("at_risk")] }),
    ];
    expect(shown(items, { facets: { kind: ["paper", "call"], person: ["1"] } })).toEqual([1, 2]);
    const counts = counted(linesOf({ items }, names), { ...none, facets: { kind: ["paper"] } });
    expect(counts.get("person")?.get("1")).toBe(1);
    expect(counts.get("kind")?.get("call")).toBe(1);
  });
});

it("lets meetings through by committee, kind, period and search, past ones too", () => {
  const meetings = [
    testMeeting(1, "2019-01-18"),
    testMeeting(2, "2019-04-09"),
    testMeeting(3, "2019-06-11", { committeeId: 8, committee: "SSU" }),
  ];
  const ids = (filter: Partial<Filter>) =>
    filteredMeetings(meetings, { ...none, ...filter }, "2019-03-12").map(({ meetingId }) => meetingId);
  expect(ids({})).toEqual([1, 2, 3]);
  expect(ids({ facets: { committee: ["8"], person: ["1"] } })).toEqual([3]);
  expect(ids({ facets: { kind: ["paper"] } })).toEqual([]);
  expect(ids({ facets: { kind: ["meeting", "paper"] } })).toHaveLength(3);
  expect(ids({ period: { ...anyTime, within: 30 } })).toEqual([1, 2]);
  expect(ids({ period: { within: null, from: "2019-04-09", to: "2019-04-09" } })).toEqual([2]);
  expect(ids({ needles: needles("udvalgsmøde ssu") })).toEqual([3]);
});

describe("the order of the list", () => {
  it("puts weeks and months above their days, and folds them", () => {
    const lines = linesOf({ items: [testItem(-1), testItem(0), testItem(6), testItem(30)] }, names);
    const ids = lines.map(({ id }) => id);
    expect([...itemsOf(lines, "month", new Set()).items]).toEqual([-201903, ids[0], ids[1], ids[2], -201904, ids[3]]);
    const weeks = itemsOf(lines, "week", new Set([-201911]));
    expect([...weeks.items]).toEqual([-201911, -201912, ids[2], -201915, ids[3]]);
    expect(weeks.groups.get(-201911)?.count).toBe(2);
    expect([...itemsOf(lines, "none", new Set()).items]).toEqual(ids);
  });

  it("sorts by a column, what has nothing in it last either way", () => {
    const items = [testItem(1), testItem(2, { personId: 2 }), testItem(3, { personId: 1 })];
    const by = (down: boolean) =>
      sorted(linesOf({ items }, names), { column: "person", down }, names, "da").map(({ item }) => item.days);
    expect(by(false)).toEqual([3, 2, 1]);
    expect(by(true)).toEqual([2, 3, 1]);
    const turned = sorted(linesOf({ items }, names), { column: "day", down: true }, names, "da");
    expect(turned.map(({ item }) => item.days)).toEqual([3, 2, 1]);
  });

  it("knows a day by the same number when it is loaded anew", () => {
    const [first] = linesOf({ items: [testItem(1)] }, names);
    expect(first?.id).toBe(idOf("application:1:task:1"));
  });
});

describe("a saved view", () => {
  it("is read as it was written", () => {
    const choice = { ...everything, search: "rapport", facets: { kind: ["call"] }, period: { ...anyTime, within: 30 } };
    expect(read(written(choice))).toEqual(choice);
  });

  it("leaves out what is not known", () => {
    expect(
      read('{"view":"wall","period":{"from":"i morgen"},"group":3,"columns":["day","colour"],"facets":7}'),
    ).toEqual({
      ...everything,
      columns: ["day"],
    });
    expect(read("7")).toBeNull();
  });
});

it("filters and groups ten thousand days well within a frame", () => {
  const lines = linesOf({ items: manyItems(10_000) }, names);
  const filter = { ...none, needles: needles("opgave 99"), over: true };
  const run = () => itemsOf(sorted(filtered(lines, filter), null, names, "da"), "month", new Set());
  // The best of ten: what else the machine does is not measured.
  const times = Array.from({ length: 10 }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  });
  expect(Math.min(...times)).toBeLessThan(16);
});
