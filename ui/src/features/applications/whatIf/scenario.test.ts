import { expect, test } from "vitest";
import type { WhatIfYear } from "../../../ipc";
import { stepped } from "./StepField";
import { asPlanned, exposureOf, isPlan, measuresOf, partAt, readFall, type Whole, wholeOf } from "./scenario";

const year: WhatIfYear = {
  year: 2010,
  planCost: "1683104.00",
  cost: "1500000.50",
  planGrant: "1160000.00",
  grant: "1033000.00",
  planOwn: "399000.00",
  own: "420000.00",
  planHours: "1924",
  hours: "1443.5",
  repayment: "127000.05",
};

test("differences are exact, also with øre and with half hours", () => {
  const { cost, grant, own, hours } = measuresOf(year);
  expect(cost.more).toBe("-183103.50");
  expect(grant.more).toBe("-127000.00");
  expect(own.more).toBe("21000.00");
  expect(hours.more).toBe("-480.5");
});

test("what the municipality must find is its own money and what goes back", () => {
  expect(exposureOf(year)).toEqual({ plan: "399000.00", expected: "547000.05", more: "148000.05" });
});

test("only with nothing falling short it is the plan", () => {
  expect(isPlan({ ...asPlanned })).toBe(true);
  expect(isPlan({ ...asPlanned, grantLess: "0.1" })).toBe(false);
  expect(isPlan({ ...asPlanned, monthsLate: 1 })).toBe(false);
});

test.each([
  [0, 5, 5],
  [12, 5, 15],
  [12.5, -5, 10],
  [10, -5, 5],
  [98, 5, 100],
  [2, -5, 0],
  [0, -1, 0],
])("from %d by %d it goes to %d", (value, by, next) => {
  expect(stepped(value, by, 100)).toBe(next);
});

test("a fall is read in per cent, and of the plan in kroner or hours; what cannot be is refused, never taken for something else", () => {
  const own: Whole = wholeOf("ownLess", year);
  const hours: Whole = wholeOf("hoursLess", year);
  const read = (text: string, whole: Whole | null = own) => readFall(text, whole, "da");
  expect(["", "10", "10 %", "12,5 pct.", "100"].map((text) => read(text))).toEqual(["0", "0.1", "0.1", "0.125", "1"]);
  expect(["100.000", "101", "-1", "x", "10 timer", "kr.", "%"].map((text) => read(text))).toEqual(Array(7).fill(null));
  expect(["399.000 kr.", "kr. 39.900", "99.750,00 kr", "0 kr."].map((text) => read(text))).toEqual([
    "1",
    "0.1",
    "0.25",
    "0",
  ]);
  expect(["399.000,01 kr.", "-1 kr.", "1 kr. x"].map((text) => read(text))).toEqual([null, null, null]);
  expect(["481 timer", "1.924 t", "962 hours"].map((text) => read(text, hours))).toEqual(["0.25", "1", "0.5"]);
  expect(["1.925 timer", "481 kr."].map((text) => read(text, hours))).toEqual([null, null]);
  expect(["100 kr.", "100"].map((text) => read(text, null))).toEqual([null, "1"]);
  // To the millionth of the plan, and what that comes to.
  expect(read("100.000 kr.")).toBe("0.250627");
  expect(partAt("0.250627", own)).toBe("100000.17");
  expect(partAt("0.25", hours)).toBe("481");
});
