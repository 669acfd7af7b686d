import { expect, test } from "vitest";
import type { DateRule, DateRuleView } from "../../ipc";
import { dateDraftOf, dateRowOf, emptyDateDraft, readDaysOfYear, showDaysOfYear } from "./dateRules";

const row = { id: 5, version: 2, termsId: 3, applies: true, reason: "§ 7" } as DateRule;
const rule: DateRuleView = {
  key: "begin_by",
  kind: "begin_by",
  title: "",
  basis: "period_start",
  amount: -6,
  unit: "months",
  series: "once",
  every: 0,
  days: "",
  applies: true,
  text: { da: "", en: "" },
  origin: "preset",
  source: { da: "", en: "" },
  url: "",
  row: null,
};

test.each([
  ["1. april og 1. oktober", "04-01 10-01"],
  ["1.10., 1.4.", "04-01 10-01"],
  ["1/4; 29/2", "02-29 04-01"],
  ["1 April, 1 October", "04-01 10-01"],
  ["04-01 10-01", "04-01 10-01"],
  ["1. april, 1. april", "04-01"],
])("days of each year are read as people write them: %s", (typed, kept) => {
  expect(readDaysOfYear(typed)).toBe(kept);
});

test.each(["", "31. februar", "hvert kvartal", "1. april, måske"])(
  "what is no day of a year is not one: %s",
  (typed) => {
    expect(readDaysOfYear(typed)).toBeNull();
  },
);

test("days of each year are shown in words, and read back", () => {
  expect(showDaysOfYear("04-01 10-01", "da")).toBe("1. april, 1. oktober");
  for (const language of ["da", "en"] as const)
    expect(readDaysOfYear(showDaysOfYear("02-29 04-01 10-01", language))).toBe("02-29 04-01 10-01");
});

test("a usual rule is changed from what it says, before or after, with a reason of one's own", () => {
  const draft = dateDraftOf(rule, true, "da");
  expect(draft).toMatchObject({ amount: "6", before: true, reason: "", key: "begin_by" });
  expect(dateRowOf({ ...draft, kind: "begin_by", amount: "3" }, null)).toMatchObject({ id: 0, amount: -3 });
  expect(dateRowOf({ ...draft, kind: "begin_by", amount: "0" }, null).amount).toBe(0);
  expect(dateDraftOf({ ...rule, row }, true, "da").reason).toBe("§ 7");
  expect(dateDraftOf({ ...rule, row }, false, "da").reason).toBe("");
});

test("what a series has no use for is not sent", () => {
  const draft = { ...emptyDateDraft, kind: "account" as const, every: "6", days: "1. april" };
  expect(dateRowOf(draft, row)).toMatchObject({ id: 5, version: 2, every: 0, days: "" });
  expect(dateRowOf({ ...draft, series: "months" }, null)).toMatchObject({ every: 6, days: "" });
  expect(dateRowOf({ ...draft, series: "dates" }, null)).toMatchObject({ every: 0, days: "04-01" });
});
