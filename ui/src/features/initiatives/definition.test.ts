import { describe, expect, it } from "vitest";
import { type Definition, read, written } from "./definition";
import { type ColumnKey, columnsFor, isColumn, span, widened } from "./layout";

describe("a saved view", () => {
  const view: Definition = {
    search: "børn",
    facets: { canApply: ["yes", "partner"], area: ["4"] },
    sort: { column: "2020", down: true },
    grouped: false,
    columns: ["number", "title", "years"],
    unit: "kr",
    priceLevel: 2024,
  };

  it("reads back as it was written", () => {
    expect(read(written(view))).toEqual(view);
  });

  it("leaves out what it does not know, and refuses what is no view", () => {
    expect(read('{"search":5,"facets":{"colour":["red"],"dut":["yes",3]},"columns":["title","x"],"sort":{}}')).toEqual({
      search: "",
      facets: { dut: ["yes"] },
      sort: null,
      grouped: true,
      columns: ["title"],
      unit: "mio",
      priceLevel: null,
    });
    for (const text of ["", "{", "null", "3"]) expect(read(text), text).toBeNull();
  });
});

describe("columns", () => {
  const widthOf = () => 50;
  const none = new Set<ColumnKey>();

  it("are the usual ones that fit, the figures always", () => {
    expect(columnsFor([], 300, widthOf, true, none)).toEqual([
      "number",
      "title",
      "canApply",
      "years",
      "total",
      "permanent",
    ]);
    expect(columnsFor([], 800, widthOf, true, new Set(["status", "applications"]))).toContain("mechanism");
    expect(columnsFor([], 2000, widthOf, true, new Set(["call"]))).not.toContain("call");
    expect(columnsFor([], 2000, widthOf, true, none)).toContain("call");
    expect(columnsFor([], 2000, widthOf, true, none)).not.toContain("area");
    expect(columnsFor([], 2000, widthOf, false, none)).toContain("area");
  });

  it("are otherwise those chosen, in their order, after number and title", () => {
    expect(columnsFor(["total", "title", "canApply", "gone"], 300, widthOf, true, none)).toEqual([
      "number",
      "title",
      "total",
      "canApply",
    ]);
    expect(isColumn("2019")).toBe(false);
  });

  it("take some of what a wide title does not need", () => {
    expect(widened(["title", "mechanism"], 500).get("mechanism")).toBe(0);
    expect(widened(["title", "mechanism", "authority"], 620).get("authority")).toBe(50);
  });

  it("name the years of a total", () => {
    const year = (year: number) => ({ key: String(year), kind: "year" as const, year });
    expect(span([year(2019), year(2022), { key: "total", kind: "total", year: null }])).toBe("2019-22");
    expect(span([year(2019)])).toBe("2019");
  });
});
