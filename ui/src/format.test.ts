import { expect, test } from "vitest";
import {
  formatClock,
  formatDateTime,
  formatDays,
  formatPartialDate,
  formatWeekday,
  formatWorkingDays,
  isoWeek,
} from "./format";

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

test.each([
  [0, 0, "i dag", "today"],
  [1, 1, "1 arbejdsdag", "1 working day"],
  [14, 10, "10 arbejdsdage", "10 working days"],
  [-4, -3, "3 arbejdsdage siden", "3 working days ago"],
  [1, 0, "om 1 dag", "in 1 day"],
])("%d days of which %d are working days", (days, working, danish, english) => {
  expect([formatWorkingDays(days, working, "da"), formatWorkingDays(days, working, "en")]).toEqual([danish, english]);
});

test.each([
  ["2019-03-12", 2019, 11],
  ["2018-12-31", 2019, 1],
  ["2021-01-03", 2020, 53],
  ["2024-12-30", 2025, 1],
  ["2016-01-01", 2015, 53],
])("%s lies in its ISO week", (iso, year, week) => {
  expect(isoWeek(iso)).toEqual({ year, week });
});

test("weekdays and times of day are written as people write them", () => {
  expect([formatWeekday("2019-03-12", "da", "long"), formatWeekday("2019-03-12", "da", "short")]).toEqual([
    "tirsdag",
    "ti.",
  ]);
  expect(formatWeekday("2019-03-10", "da", "short")).toBe("sø.");
  expect(formatWeekday("2019-03-12", "en", "short")).toBe("Tue");
  expect([formatClock("12:00", "da"), formatClock("23:59", "en")]).toEqual(["kl. 12.00", "at 23:59"]);
});

test.each([
  ["2019-07-01T20:28:00Z", "01.07.2019 kl. 22.28", "01.07.2019 22:28"],
  ["2019-03-11T23:30:00Z", "12.03.2019 kl. 00.30", "12.03.2019 00:30"],
])("%s is told by the Danish clock, wherever the machine stands", (utc, danish, english) => {
  expect([formatDateTime(utc, "da"), formatDateTime(utc, "en")]).toEqual([danish, english]);
});
