import { expect, test } from "vitest";
import { dayOf, isoOf } from "../../../parts/calendar/days";
import { fitting, nextDay } from "./place";

const from = dayOf("2019-03-12");
const to = (key: string, held: { ctrl?: boolean; shift?: boolean } = {}) => {
  const day = nextDay(from, key, { ctrl: false, shift: false, ...held });
  return day === null ? null : isoOf(day);
};

test("the keys go by day, week, month and year", () => {
  expect([to("ArrowLeft"), to("ArrowRight")]).toEqual(["2019-03-11", "2019-03-13"]);
  expect([to("ArrowUp"), to("ArrowDown")]).toEqual(["2019-03-05", "2019-03-19"]);
  expect([to("Home"), to("End")]).toEqual(["2019-03-11", "2019-03-17"]);
  expect([to("Home", { ctrl: true }), to("End", { ctrl: true })]).toEqual(["2019-03-01", "2019-03-31"]);
  expect([to("PageUp"), to("PageDown", { shift: true })]).toEqual(["2019-02-12", "2020-03-12"]);
  expect(to("x")).toBeNull();
});

test("a day shows all that fits, or one line less and how many more there are", () => {
  expect(fitting(3, 25 + 60)).toBe(3);
  expect(fitting(4, 25 + 60)).toBe(2);
  expect(fitting(4, 25 + 20)).toBe(0);
  expect(fitting(4, 10)).toBe(0);
});
