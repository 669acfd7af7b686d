import { describe, expect, test } from "vitest";
import { columnOfYear, columnsOf, hasReckoned } from "./columns";
import { readYears } from "./dialogs/years";
import { editsOf, freshRows, type Reading } from "./edits";
import { draftOf, lineOf } from "./lineFields";
import { markKey, marksOf, spotOf } from "./marks";
import { addedBy, patched } from "./patch";
import { RowNames, rowsOf } from "./rows";
import { amountIn, sumsOf } from "./sums";
import { cell, finding, line, patch, sheet, view } from "./testBudget";
import { wageLines } from "./wages";

const plain = { figures: false, unallotted: false };
const ids = (cols: readonly { id: string }[]) => cols.map(({ id }) => id);

describe("columns", () => {
  test("a budget of whole years has a column for each", () => {
    expect(ids(columnsOf(sheet([]), plain))).toEqual([
      "number",
      "text",
      "category",
      "amount 2009.0",
      "amount 2010.0",
      "total",
      "note",
    ]);
  });
  test("quantities and rates stand before the amount they make, and what is not allotted stands last", () => {
    const cols = ids(columnsOf(sheet([], { years: [0, 2009] }), { figures: true, unallotted: false }));
    expect(cols).toEqual([
      "number",
      "text",
      "category",
      "method",
      "unit",
      "quantity 2009.0",
      "rate 2009.0",
      "amount 2009.0",
      "quantity 0.0",
      "rate 0.0",
      "amount 0.0",
      "total",
      "note",
    ]);
    expect(ids(columnsOf(sheet([]), { figures: false, unallotted: true }))).toContain("amount 0.0");
  });
  test("a year in quarters has its sum, and a column for what stands outside of them", () => {
    const split = sheet([line(1, {}, [cell(2010, "5.00")])]);
    const cols = columnsOf({ ...split, budget: { ...split.budget, period: "quarter" } }, plain);
    expect(ids(cols).filter((id) => id.includes("2009"))).toEqual([
      "amount 2009.1",
      "amount 2009.2",
      "amount 2009.3",
      "amount 2009.4",
      "year 2009",
    ]);
    expect(ids(cols)).toContain("amount 2010.0");
    expect(columnOfYear(cols, 2010)?.id).toBe("year 2010");
    expect(columnOfYear(cols, null)?.id).toBe("total");
  });
  test("one line that is reckoned is enough", () => {
    expect(hasReckoned(sheet([line(1)]))).toBe(false);
    expect(hasReckoned(sheet([line(1), line(2, { method: "hours" })]))).toBe(true);
  });
});

/** Rådgiver på hjul: nine costs, two years. */
const costs: readonly [string, string][] = [
  ["850000.00", "850000.00"],
  ["200000.00", "200000.00"],
  ["50000.00", "50000.00"],
  ["75000.00", "75000.00"],
  ["20000.00", "3000.00"],
  ["50000.00", "25000.00"],
  ["355104.00", "355104.00"],
  ["75000.00", "75000.00"],
  ["50000.00", "50000.00"],
];
const raadgiver = sheet([
  ...costs.map(([one, other], at) => line(at + 1, {}, [cell(2009, one), cell(2010, other)])),
  line(10, { side: "financing", source: "grant" }, [cell(0, "2336000.00")]),
  line(11, { side: "financing", source: "own", ownForm: "existing_staff" }, [
    cell(2009, "399000.00"),
    cell(2010, "399000.00"),
  ]),
]);

describe("sums", () => {
  const cols = columnsOf({ ...raadgiver, years: [0, 2009, 2010] }, plain);
  const of = (year: number | null) => {
    const found = columnOfYear(cols, year);
    if (!found) throw new Error("no column");
    return found;
  };
  test("each side and what they differ by, to the øre", () => {
    const all = sumsOf(raadgiver.lines);
    expect(all.side("cost", of(2009))).toBe(172_510_400);
    expect(all.side("cost", of(2010))).toBe(168_310_400);
    expect(all.side("cost", of(null))).toBe(340_820_800);
    expect(all.side("financing", of(null))).toBe(313_400_000);
    expect(all.gap(of(null))).toBe(27_420_800);
  });
  test("none is not zero, and amounts below zero count", () => {
    expect(sumsOf([]).side("cost", of(2009))).toBeNull();
    expect(sumsOf([]).gap(of(null))).toBeNull();
    const income = sumsOf([line(1, {}, [cell(2009, "100.00")]), line(2, {}, [cell(2009, "-100.05")])]);
    expect(income.side("cost", of(2009))).toBe(-5);
    expect(income.gap(of(2009))).toBe(-5);
  });
  test("a year in parts is the sum of its parts and of what stands outside of them", () => {
    const split = line(1, {}, [
      cell(2009, "1.10", { period: 1 }),
      cell(2009, "2.20", { period: 4 }),
      cell(2009, "3.00"),
    ]);
    expect(amountIn(split, { id: "", holds: "year", year: 2009, period: 0 })).toBe(630);
    expect(amountIn(split, { id: "", holds: "amount", year: 2009, period: 4 })).toBe(220);
    expect(amountIn(split, { id: "", holds: "total", year: 0, period: 0 })).toBe(630);
  });
});

describe("a patch", () => {
  const before = view(sheet([line(1, { position: 0 }), line(2, { position: 1 })]));
  test("takes the place of what it touched and leaves the rest the same objects", () => {
    const touched = line(2, { position: 1, text: "Løn" }, [cell(2009, "5.00")]);
    const after = patched(before, patch({ lines: [touched] }));
    expect(after.sheet?.lines[0]).toBe(before.sheet?.lines[0]);
    expect(after.sheet?.lines[1]).toBe(touched);
  });
  test("adds in order, costs first, and removes", () => {
    const added = [line(4, { side: "financing", source: "grant", position: 0 }), line(3, { position: 1 })];
    const answer = patch({ lines: [...added, line(2, { position: 2 })], removed: [1] });
    const after = patched(before, answer);
    expect(after.sheet?.lines.map((one) => one.line.id)).toEqual([3, 2, 4]);
    expect(after.versions[0]?.lines).toBe(3);
    expect(addedBy(before, answer).map((one) => one.line.id)).toEqual([3, 4]);
  });
});

describe("rows", () => {
  test("a new row that became a line keeps its name, and the next new one has another", () => {
    const names = new RowNames();
    const one = () => 1;
    expect(ids(rowsOf([line(1)], names, one))).toEqual([
      "group cost",
      "1",
      "new cost 0",
      "group financing",
      "new financing 0",
    ]);
    names.became("new cost 0", 7);
    // Until the line is there, the row in which someone types on stays.
    expect(ids(rowsOf([line(1)], names, one)).slice(0, 3)).toEqual(["group cost", "1", "new cost 0"]);
    names.shown([line(1), line(7)]);
    expect(ids(rowsOf([line(1), line(7)], names, one)).slice(0, 4)).toEqual([
      "group cost",
      "1",
      "new cost 0",
      "new cost 1",
    ]);
    expect(names.lineOf("new cost 0")).toBe(7);
    expect(names.lineOf("new cost 1")).toBeNull();
    expect(names.lineOf("12")).toBe(12);
  });
});

describe("edits", () => {
  const names = new RowNames();
  const columns = new Map(columnsOf(sheet([]), { figures: true, unallotted: false }).map((col) => [col.id, col]));
  const reading = (side: "cost" | "financing"): Reading => ({
    names,
    columns,
    side,
    payer: "grant",
    sideOf: () => null,
  });
  test("name the line, the year and what was typed", () => {
    const all = editsOf([{ row: "4", column: "amount 2010.0", text: "1,7 mio." }], [], reading("cost"));
    expect(all.map(({ edit }) => edit)).toEqual([
      { lineId: 4, newLine: 0, field: "amount", year: 2010, period: 0, text: "1,7 mio." },
    ]);
  });
  test("who pays is two fields, and both problems lead to its cell", () => {
    const all = editsOf([{ row: "4", column: "category", text: "own.existing_staff" }], [], reading("financing"));
    expect(all.map(({ edit }) => [edit.field, edit.text])).toEqual([
      ["source", "own"],
      ["own_form", "existing_staff"],
    ]);
    expect(all.every(({ column }) => column === "category")).toBe(true);
  });
  test("new rows are numbered in order, and financing among them says who pays", () => {
    const all = editsOf(
      [{ row: "new financing 0", column: "text", text: "Fond" }],
      [[{ column: "amount 2009.0", text: "5" }]],
      reading("financing"),
    );
    expect(all.map(({ edit }) => [edit.newLine, edit.field, edit.text])).toEqual([
      [0, "source", "grant"],
      [0, "own_form", ""],
      [1, "source", "grant"],
      [1, "own_form", ""],
      [0, "text", "Fond"],
      [1, "amount", "5"],
    ]);
    expect(freshRows(all)).toEqual(["new financing 0", "+0"]);
  });
  test("the last column is the note of a cost and the origin of financing", () => {
    const at = (side: "cost" | "financing") => editsOf([{ row: "4", column: "note", text: "x" }], [], reading(side));
    expect(at("cost")[0]?.edit.field).toBe("note");
    expect(at("financing")[0]?.edit.field).toBe("origin");
  });
});

describe("findings", () => {
  const cols = columnsOf(sheet([]), { figures: true, unallotted: false });
  const names = new RowNames();
  const at = (code: Parameters<typeof finding>[0], facts: Parameters<typeof finding>[1] = {}) =>
    spotOf(finding(code, facts), cols, names);
  test("lead to the line, the sum or the gap they are about", () => {
    expect(at({ code: "financing_short_year" }, { year: 2010 })).toEqual({ row: "gap", column: "amount 2010.0" });
    expect(at({ code: "financing_short" })).toEqual({ row: "gap", column: "total" });
    expect(at({ code: "stated_total_not_costs" })).toEqual({ row: "sum cost", column: "total" });
    expect(at({ code: "category_missing" }, { lineId: 3 })).toEqual({ row: "3", column: "category" });
    expect(at({ code: "wage_cap_hour" }, { lineId: 3, year: 2010 })).toEqual({ row: "3", column: "rate 2010.0" });
    expect(at({ code: "rounding" }, { lineId: 3 })).toEqual({ row: "3", column: "total" });
    expect(at({ code: "vat_unlike" })).toBeNull();
  });
  test("where rates are not shown the amount is marked", () => {
    const found = finding({ code: "wage_cap_hour" }, { lineId: 3, year: 2010 });
    expect(spotOf(found, columnsOf(sheet([]), plain), names)?.column).toBe("amount 2010.0");
  });
  test("mark what is broken or missing, the worst first", () => {
    const both = [
      finding({ code: "category_missing", state: "open" }, { lineId: 3 }),
      finding({ code: "category_unknown" }, { lineId: 3 }),
      finding({ code: "grant_floor", state: "met" }),
    ];
    const marks = marksOf(both, cols, names);
    expect([...marks.keys()]).toEqual([markKey("3", "category")]);
    expect(marks.get(markKey("3", "category"))?.state).toBe("broken");
  });
});

test("a line goes through its form unchanged", () => {
  for (const patch of [
    {},
    { side: "financing", source: "own", ownForm: "existing_staff", serviceFrame: false } as const,
  ])
    expect(lineOf(draftOf(line(1, patch).line))).toEqual(line(1, patch).line);
});

test("wages are what is reckoned by hours or full-time years, and amounts of a wage category", () => {
  const categories = [{ list: "x", code: "loen", name: { da: "Løn", en: "" }, kind: "wage" }];
  const lines = [
    line(1, { method: "hours" }),
    line(2, { category: "loen" }),
    line(3),
    line(4, { method: "units", category: "loen" }),
  ];
  expect(wageLines(sheet(lines), categories).map((one) => one.line.id)).toEqual([1, 2]);
});

test("years as they are typed", () => {
  expect(readYears("2019", "")).toEqual({ firstYear: 2019, lastYear: 2019 });
  expect(readYears(" 2019 ", "2022")).toEqual({ firstYear: 2019, lastYear: 2022 });
  expect(readYears("19", "2022")).toBe("first");
  expect(readYears("2019", "x")).toBe("last");
  expect(readYears("2019", "2018")).toBe("reversed");
  expect(readYears("2019", "2049")).toBe("long");
});
