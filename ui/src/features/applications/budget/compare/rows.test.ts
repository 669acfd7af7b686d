import { expect, test } from "vitest";
import type { CompareFigure, CompareRow } from "../../../../ipc";
import { changeOf, compareColumns } from "./rows";

const figure = (left: string | null, right: string | null, difference: string): CompareFigure => ({
  left,
  right,
  difference,
  share: null,
});
const row = (patch: Partial<CompareRow>): CompareRow => ({
  number: 1,
  side: "cost",
  left: "Løn",
  right: "Løn",
  reworded: false,
  figures: [],
  ...patch,
});

test("what became of a line", () => {
  expect(changeOf(row({ left: null }))).toBe("added");
  expect(changeOf(row({ right: null }))).toBe("removed");
  expect(changeOf(row({ figures: [figure("1.00", "1.01", "0.01")] }))).toBe("changed");
  expect(changeOf(row({ figures: [figure(null, "0.00", "0.00")] }))).toBe("changed");
  expect(changeOf(row({ reworded: true, figures: [figure("1.00", "1.00", "0.00")] }))).toBe("reworded");
  expect(changeOf(row({ figures: [figure("1.00", "1.00", "0.00")] }))).toBe("same");
});

test("what is not allotted stands after the years", () => {
  expect(compareColumns([0, 2009]).map(({ place }) => place)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 2, 2, 2, 2]);
});

test("each year has four figures, and so has the total", () => {
  expect(
    compareColumns([2009, 2010])
      .map(({ id }) => id)
      .slice(-4),
  ).toEqual(["left 2", "right 2", "difference 2", "share 2"]);
});
