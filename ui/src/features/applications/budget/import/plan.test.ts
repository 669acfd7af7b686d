import { expect, test } from "vitest";
import { begun, from, shownIn, withColumn, withRows, yearsFor } from "./plan";

test("what is said of columns and rows stays until another sheet is read", () => {
  const amount = { column: 2, reads: "amount", year: 2010, period: 0 } as const;
  const plan = withRows(withColumn(begun(1, "cost"), amount), [4, 5], "sum");
  expect(withColumn(plan, { ...amount, reads: "note" }).columns).toEqual([
    { column: 2, reads: "note", year: null, period: 0 },
  ]);
  expect(withRows(plan, [5], "line").rows).toEqual([
    { row: 4, reads: "sum" },
    { row: 5, reads: "line" },
  ]);
  const other = from(plan, { sheet: "Ark2" });
  expect([other.columns, other.rows, other.side]).toEqual([[], [], "cost"]);
});

test("a cell says how it was understood where that is not how it stands", () => {
  expect(shownIn("1,7 mio.", "1.700.000")).toBe("1,7 mio. → 1.700.000");
  expect(shownIn("850.000 kr.", "850.000")).toBe("850.000 kr.");
  expect(shownIn("kr. 1.000,-", "1.000")).toBe("kr. 1.000,-");
  expect(shownIn("Løn ", "Løn")).toBe("Løn ");
  expect(shownIn("x", null)).toBe("x");
  expect(shownIn("", "2,00")).toBe("2,00");
});

test("a budget without lines takes the years of the sheet, one with lines keeps its own too", () => {
  const column = (reads: "amount" | "note", year: number | null) => ({
    heading: "",
    choice: { column: 0, reads, year, period: 0 },
  });
  const sheet = {
    columns: [column("amount", 2009), column("amount", 2011), column("amount", 0), column("note", 1999)],
  };
  const own = { firstYear: 2010, lastYear: 2013 };
  expect(yearsFor(sheet, own, true)).toEqual({ firstYear: 2009, lastYear: 2011 });
  expect(yearsFor(sheet, own, false)).toEqual({ firstYear: 2009, lastYear: 2013 });
  expect(yearsFor(sheet, { firstYear: 2009, lastYear: 2012 }, true)).toBeNull();
  expect(yearsFor({ columns: [column("amount", null)] }, own, true)).toBeNull();
});
