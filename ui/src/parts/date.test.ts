import { expect, test } from "vitest";
import { hasWeekday, readDate, readPartialDate } from "./date";

test.each([
  ["2019-03-12", "2019-03-12"],
  ["12.3.2019", "2019-03-12"],
  ["12.03.2019", "2019-03-12"],
  [" 1/1-19 ", "2019-01-01"],
  ["29.2.2020", "2020-02-29"],
  ["29.2.2019", null],
  ["32.1.2019", null],
  ["0.1.2019", null],
  ["12. marts 2019", "2019-03-12"],
  ["mandag den 15. maj 2020", "2020-05-15"],
  ["onsdag d. 26.5.2020", "2020-05-26"],
  ["Monday 15 May 2020", "2020-05-15"],
  ["tirs. 12/3-2019", "2019-03-12"],
  ["søndag den 31. februar 2019", null],
  ["mandag", null],
  ["marts 2019", null],
  ["12.3", null],
  ["i morgen", null],
  ["", null],
])("%s is %s", (text, day) => {
  expect(readDate(text)).toBe(day);
});

test.each([
  ["2019", "2019"],
  ["2019-06", "2019-06"],
  ["6.2019", "2019-06"],
  ["juni 2019", "2019-06"],
  ["Jun. 2019", "2019-06"],
  ["oktober 2019", "2019-10"],
  ["october 2019", "2019-10"],
  ["december 2019", "2019-12"],
  ["12. marts 2019", "2019-03-12"],
  ["12 may 2019", "2019-05-12"],
  ["12.3.2019", "2019-03-12"],
  ["13.2019", null],
  ["31. juni 2019", null],
  ["foråret 2019", null],
  ["ju 2019", null],
  ["", null],
])("%s is known as far as %s", (text, date) => {
  expect(readPartialDate(text)).toBe(date);
});

test("a weekday before a date is told from a month", () => {
  expect(["mandag den 15. maj 2020", "Lørdag 1.6.2019", "tue 12.3.2019"].map(hasWeekday)).toEqual([true, true, true]);
  expect(["12.3.2019", "maj 2020", "marts 2019", "man", "mangler"].map(hasWeekday)).toEqual([
    false,
    false,
    false,
    true,
    false,
  ]);
});
