import { expect, test } from "vitest";
import { formatDays, formatPartialDate } from "./format";

test.each([
  ["2019", "2019", "2019", "2019"],
  ["2019-06", "juni 2019", "June 2019", "06.2019"],
  ["2019-03-12", "12. marts 2019", "12 March 2019", "12.03.2019"],
])("%s is written as far as it is known", (iso, danish, english, short) => {
  expect(formatPartialDate(iso, "da")).toBe(danish);
  expect(formatPartialDate(iso, "en")).toBe(english);
  expect(formatPartialDate(iso, "da", "short")).toBe(short);
});

test.each([
  [0, "i dag", "today"],
  [1, "om 1 dag", "in 1 day"],
  [12, "om 12 dage", "in 12 days"],
  [-1, "1 dag siden", "1 day ago"],
  [-2518, "2.518 dage siden", "2,518 days ago"],
])("%d days from the day of the view", (days, danish, english) => {
  expect([formatDays(days, "da"), formatDays(days, "en")]).toEqual([danish, english]);
});
