import { expect, test } from "vitest";
import type { WhatIfYear } from "../../../ipc";
import { stepped } from "./StepField";
import { asPlanned, exposureOf, isPlan, measuresOf } from "./scenario";

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
