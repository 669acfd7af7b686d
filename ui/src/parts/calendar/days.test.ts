import { describe, expect, test } from "vitest";
import { addMonths, dayInMonth, dayOf, firstOf, isoOf, isWeekend, lastOf, mondayOf, monthOf, weeksOf } from "./days";

describe("days as numbers", () => {
  test("a day read and written is the same day, on both sides of 1970 and of daylight saving", () => {
    for (const iso of [
      "1899-12-31",
      "1969-12-31",
      "1970-01-01",
      "2000-02-29",
      "2019-03-31",
      "2019-10-27",
      "2100-03-01",
    ])
      expect(isoOf(dayOf(iso))).toBe(iso);
    expect(dayOf("2019-04-01") - dayOf("2019-03-31")).toBe(1);
  });

  test("a week begins on its Monday", () => {
    expect(isoOf(mondayOf(dayOf("2019-03-12")))).toBe("2019-03-11");
    expect(isoOf(mondayOf(dayOf("1969-12-28")))).toBe("1969-12-22");
    expect(isWeekend(dayOf("2019-03-15"))).toBe(false);
    expect(isWeekend(dayOf("2019-03-16"))).toBe(true);
  });

  test("months have their weeks, and a day its place in the month before and after", () => {
    const month = monthOf(dayOf("2019-03-12"));
    expect([isoOf(firstOf(month)), isoOf(lastOf(month))]).toEqual(["2019-03-01", "2019-03-31"]);
    expect(weeksOf(month).map(isoOf)).toEqual(["2019-02-25", "2019-03-04", "2019-03-11", "2019-03-18", "2019-03-25"]);
    expect(weeksOf(monthOf(dayOf("2021-02-01")))).toHaveLength(4);
    expect(weeksOf(monthOf(dayOf("2020-08-01")))).toHaveLength(6);
    expect(isoOf(addMonths(dayOf("2019-01-31"), 1))).toBe("2019-02-28");
    expect(isoOf(addMonths(dayOf("2020-01-15"), -1))).toBe("2019-12-15");
    expect(dayInMonth(dayOf("2019-03-12"))).toBe(12);
  });
});
