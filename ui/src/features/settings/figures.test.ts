import { expect, test } from "vitest";
import { readCount, readPercent, showPercent } from "./figures";

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

test("a rise is shown as the reader writes it", () => {
  expect(showPercent("1.3", "da")).toBe("1,3");
  expect(showPercent("1.3", "en")).toBe("1.3");
});
