import type { Scenario, WhatIfYear } from "../../../ipc";
import { addAmounts, oere } from "../../../money";
import { decimalLess } from "../../../parts/decimal";

/** Nothing falls short: the plan itself. */
export const asPlanned: Scenario = { ownLess: "0", spendingLess: "0", hoursLess: "0", grantLess: "0", monthsLate: 0 };

export type ShareKey = Exclude<keyof Scenario, "monthsLate">;

export const isPlan = (scenario: Scenario): boolean =>
  (Object.keys(asPlanned) as (keyof Scenario)[]).every((key) => scenario[key] === asPlanned[key]);

/** What is planned, what is expected instead, and how much more (less than zero: less). */
export type Measure = { plan: string; expected: string; more: string };

/** Øre in a number as the program writes amounts. */
const kroner = (amount: number): string => {
  const size = Math.abs(amount);
  return `${amount < 0 ? "-" : ""}${Math.floor(size / 100)}.${String(size % 100).padStart(2, "0")}`;
};

const money = (plan: string, expected: string): Measure => ({
  plan,
  expected,
  more: kroner(addAmounts([oere(expected), -oere(plan)]) ?? 0),
});

/** The measures of a year, each against its plan. Hours are quantities, the rest amounts. */
export function measuresOf(year: WhatIfYear) {
  return {
    cost: money(year.planCost, year.cost),
    grant: money(year.planGrant, year.grant),
    own: money(year.planOwn, year.own),
    hours: { plan: year.planHours, expected: year.hours, more: decimalLess(year.hours, year.planHours) },
  };
}

/** What the municipality must find in all: its own money and what goes back of the grant. */
export function exposureOf(year: WhatIfYear): Measure {
  return money(year.planOwn, kroner(addAmounts([oere(year.own), oere(year.repayment)]) ?? 0));
}
