import { expect, test } from "vitest";
import { begun, from, shownIn, withColumn, withRows } from "./plan";

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
