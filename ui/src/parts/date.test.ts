import { expect, test } from "vitest";
import { readDate } from "./date";

test.each([
  ["2019-03-12", "2019-03-12"],
  ["12.3.2019", "2019-03-12"],
  ["12.03.2019", "2019-03-12"],
  [" 1/1-19 ", "2019-01-01"],
  ["29.2.2020", "2020-02-29"],
  ["29.2.2019", null],
  ["32.1.2019", null],
  ["0.1.2019", null],
  ["12.3", null],
  ["i morgen", null],
  ["", null],
])("%s is %s", (text, day) => {
  expect(readDate(text)).toBe(day);
});
