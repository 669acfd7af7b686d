import type { Language, Scenario, WhatIfYear } from "../../../ipc";
import { addAmounts, oere } from "../../../money";
import { decimalLess, readDecimal, readShare, scaled, unscaled } from "../../../parts/decimal";

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

/** What falls, as it is planned in all: an amount or hours. */
export type Whole = { in: "kr" | "hours"; plan: string };

/** What the plan has in all of what falls by a share. */
export function wholeOf(key: ShareKey, total: WhatIfYear): Whole {
  switch (key) {
    case "ownLess":
      return { in: "kr", plan: total.planOwn };
    case "spendingLess":
      return { in: "kr", plan: total.planCost };
    case "grantLess":
      return { in: "kr", plan: total.planGrant };
    case "hoursLess":
      return { in: "hours", plan: total.planHours };
  }
}

const kronerTyped = /^(?:kr\.?|dkk)(.+)$|^(.+?)(?:kr\.?|dkk|,-)$/i;
const hoursTyped = /^(.+?)(?:timer|time|t\.?|hours?|h)$/i;

/** The finest a share has: a millionth. */
const MILLION = 1_000_000n;

/** A part of a whole, both in the same smallest unit, rounded half up to the millionth; null outside 0 to all of it. */
function partOf(part: number, whole: number): string | null {
  if (part < 0 || part > whole) return null;
  if (part === 0) return "0";
  const millionths = (BigInt(part) * MILLION * 2n + BigInt(whole)) / (BigInt(whole) * 2n);
  const digits = String(millionths).padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, "");
}

/**
 * The share by which something falls, as a person types it: `10`, `10 %`, and of a known whole `100.000 kr.` or `300 timer`.
 * Null for what is no number, less than nothing or more than all of it.
 */
export function readFall(text: string, whole: Whole | null, language: Language): string | null {
  const typed = text.replace(/\s/g, "");
  if (typed === "") return "0";
  const ofPlan = whole?.in === "hours" ? hoursTyped.exec(typed) : kronerTyped.exec(typed);
  if (ofPlan) {
    const decimals = whole?.in === "hours" ? 4 : 2;
    const part = readDecimal(ofPlan[1] ?? ofPlan[2] ?? "", decimals, language);
    if (part === null || whole === null) return null;
    return whole.in === "hours" ? partOf(scaled(part), scaled(whole.plan)) : partOf(oere(part), oere(whole.plan));
  }
  const share = readShare(typed, language);
  return share !== null && scaled(share) >= 0 && Number(share) <= 1 ? share : null;
}

/** What a share of a whole comes to, rounded half up to the øre or the ten-thousandth of an hour. */
export function partAt(share: string, { in: unit, plan }: Whole): string {
  const part = (whole: number) => Math.round(Number(share) * whole);
  return unit === "hours" ? unscaled(part(scaled(plan))) : kroner(part(oere(plan)));
}
