import { describe, expect, it } from "vitest";
import { dayOf, isoOf } from "../../../parts/calendar/days";
import { testItem } from "../../../parts/days/testItems";
import { testBar, testMeeting } from "../testFrame";
import { cellsOf, isBar, marksOf, nearest, placeOf } from "./cells";
import { extentOf, laneOf, nearestBeyond, rowsOf } from "./rows";
import { ticksOf, zoomed } from "./scale";
import { nextPlace } from "./step";

const call = testItem(48, { kind: "call", key: "call" });
const paper = testItem(14, { kind: "paper", key: "paper" });
const draft = testItem(13, { kind: "step", step: "draft", key: "draft" });
const pool = testItem(5, { key: "pool", applicationId: null, poolKey: "93", title: "Pulje 93" });
const rows = rowsOf([testBar(1), testBar(2)], [pool, draft, paper, call]);

describe("the lines of the timeline", () => {
  it("are the applications in their order, then what has days of its own", () => {
    expect(rows.map(({ key }) => key)).toEqual(["application:1", "application:2", "pool:93"]);
    expect(rows[0]?.items).toEqual([draft, paper, call]);
    expect(rows[2]).toMatchObject({ title: "Pulje 93", leads: { pool: "93" }, bar: null });
  });

  it("reach from the first day to the last", () => {
    const { first, last } = extentOf(rows, dayOf("2019-03-12"));
    expect(first).toBeLessThan(dayOf("2018-03-12"));
    expect(last).toBeGreaterThan(dayOf("2021-07-31"));
  });

  it("say where the nearest lies from a stretch that has nothing", () => {
    const at = (from: string, to: string) => {
      const day = nearestBeyond(rows, dayOf(from), dayOf(to));
      return day === null ? null : isoOf(day);
    };
    expect(at("2019-03-01", "2019-03-31")).toBeNull();
    expect(at("2020-01-01", "2020-01-31")).toBeNull();
    expect(at("2026-11-01", "2026-12-31")).toBe("2021-07-31");
    expect(at("2018-01-01", "2018-12-31")).toBe("2019-02-01");
  });

  it("join days that are too near to stand apart, and part them again nearer", () => {
    const items = [draft, paper, call];
    expect(marksOf(items, 30).map(({ key }) => key)).toEqual(["draft", "paper", "call"]);
    const joined = marksOf(items, 10);
    expect(joined.map(({ items }) => items.length)).toEqual([2, 1]);
    expect(joined[0]?.room).toBe(350);
    expect(placeOf(joined, "paper")).toBe(1);
    expect(placeOf(joined, "call")).toBe(2);
  });

  it("have the committees' meetings above all others, joined and parted alike", () => {
    const meetings = [testMeeting(1, "2019-03-12"), testMeeting(2, "2019-03-13"), testMeeting(3, "2030-04-09")];
    const lane = laneOf("Meetings", meetings);
    expect(lane.map(({ leads }) => leads)).toEqual(["coming"]);
    expect(laneOf("Meetings", [])).toEqual([]);
    const cells = lane.flatMap((row) => cellsOf(row, 13));
    expect(cells.map((cell) => [cell.key, cell.meetings.length, isBar(cell)])).toEqual([
      ["meeting:1", 2, false],
      ["meeting:3", 1, false],
    ]);
    expect(placeOf(cells, "meeting:2")).toBe(1);
    expect(nearest(cells, dayOf("2019-03-20"))).toBe(1);
    expect(extentOf(lane, dayOf("2019-03-12")).last).toBeGreaterThan(dayOf("2030-04-09"));
    expect(nearestBeyond([...lane, ...rows], dayOf("2030-04-01"), dayOf("2030-04-30"))).toBeNull();
  });

  it("have bars only where both ends are known", () => {
    const keys = (bar: Parameters<typeof testBar>[1]) =>
      cellsOf({ key: "", title: "", leads: null, bar: testBar(1, bar), items: [], meetings: [] }, 10).map(
        ({ key }) => key,
      );
    expect(keys({})).toEqual(["work", "project"]);
    expect(keys({ from: null, periodEnd: null })).toEqual([]);
  });

  it("are gone between by keys, keeping to the day", () => {
    const first = rows[0];
    const cells = (line: number) =>
      cellsOf(
        rows[line] ?? rowsOf([], [])[0] ?? { key: "", title: "", leads: null, bar: null, items: [], meetings: [] },
        30,
      );
    const lines = { count: rows.length, page: 2, cells };
    const own = first ? cellsOf(first, 30) : [];
    expect(own.map(({ key }) => key)).toEqual(["work", "draft", "paper", "call", "project"]);
    expect(nextPlace({ line: 0, at: 0 }, "ArrowRight", false, lines)).toEqual({ line: 0, at: 1 });
    expect(nextPlace({ line: 0, at: 5 }, "ArrowRight", false, lines)).toEqual({ line: 0, at: 5 });
    expect(nextPlace({ line: 0, at: 0 }, "ArrowDown", false, lines)).toEqual({ line: 1, at: 0 });
    expect(nextPlace({ line: 0, at: 3 }, "PageDown", false, lines)).toEqual({ line: 2, at: 1 });
    expect(nextPlace({ line: 2, at: 1 }, "End", true, lines)).toEqual({ line: 2, at: 1 });
    expect(nextPlace({ line: 0, at: 3 }, "x", false, lines)).toBeNull();
    expect(nearest(cells(1), dayOf("2020-01-01"))).toBe(2);
  });
});

describe("the axis", () => {
  const say = { week: (week: number) => `week ${week}`, quarter: (of: number, year: number) => `Q${of} ${year}` };
  const texts = (zoom: Parameters<typeof ticksOf>[0]) => {
    const { upper, lower } = ticksOf(zoom, dayOf("2019-03-12"), dayOf("2019-03-19"), "en", say);
    return [upper.map(({ text }) => text), lower.map(({ text }) => text)];
  };

  it("names days, weeks, months, quarters and years as near as one looks", () => {
    expect(texts("week")[0]).toEqual(["week 11 · March 2019", "week 12 · March 2019"]);
    expect(texts("week")[1]?.[0]).toBe("Tue 12.");
    expect(texts("month")).toEqual([["March 2019"], ["week 11", "week 12"]]);
    expect(texts("quarter")).toEqual([["Q1 2019"], ["March"]]);
    expect(texts("year")).toEqual([["2019"], ["Jan", "Feb", "Mar"].slice(2)]);
  });

  it("is looked at nearer and farther, and no farther than years", () => {
    expect([zoomed("month", true), zoomed("month", false)]).toEqual(["week", "quarter"]);
    expect([zoomed("week", true), zoomed("year", false)]).toEqual([null, null]);
  });
});
