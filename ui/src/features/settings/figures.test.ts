import { expect, test } from "vitest";
import { readCount, readHours, readPercent, readYear, showPercent } from "./figures";

test.each([
  ["55.240", 55240],
  ["55 240", 55240],
  ["5.806.081", 5806081],
  ["55240", 55240],
  ["55,240", null],
  ["5.52", null],
  ["0", null],
  ["mange", null],
])("%s people are %s", (text, count) => {
  expect(readCount(text)).toBe(count);
});

test.each([
  ["1,3", "1.3"],
  ["1.3", "1.3"],
  ["2", "2.0"],
  ["-0,5", "-0.5"],
  ["1,3 pct.", "1.3"],
  ["1,35", null],
  ["", null],
])("%s per cent is kept as %s", (text, kept) => {
  expect(readPercent(text)).toBe(kept);
});

test("years have four figures, and a full-time year no more hours than a year", () => {
  expect(["2026", " 2026 ", "26", "3026", ""].map(readYear)).toEqual([2026, 2026, null, null, null]);
  expect(["1.924", "8784", "8785", "0", "37,5"].map(readHours)).toEqual([1924, 8784, null, null, null]);
});

test("a rise is shown as the reader writes it", () => {
  expect(showPercent("1.3", "da")).toBe("1,3");
  expect(showPercent("1.3", "en")).toBe("1.3");
});
