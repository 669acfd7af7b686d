import { expect, test } from "vitest";
import type { Assessment } from "../../ipc";
import { draftOf, mistakesOf, readHours, writtenOf } from "./assessment";

test.each([
  ["", null],
  [" 40 ", 40],
  ["1.200", 1200],
  ["1 200", 1200],
  ["40,5", undefined],
  ["fyrre", undefined],
  ["-3", undefined],
])("%s is %s hours", (text, hours) => {
  expect(readHours(text)).toBe(hours);
});

test("a new version begins as the newest reads, on a day of its own", () => {
  const newest = {
    stance: "do_not_apply",
    reason: "no_embedding",
    text: "Nej",
    assessedOn: "2019-01-02",
  } as Assessment;
  expect(writtenOf(newest)).toMatchObject({
    stance: "do_not_apply",
    reason: "no_embedding",
    text: "Nej",
    assessedOn: null,
  });
});

test("not applying wants a reason, and a reason belongs nowhere else", () => {
  const written = { ...writtenOf(undefined), stance: "do_not_apply" as const };
  expect(mistakesOf(written)).toEqual(["reason"]);
  expect(draftOf({ poolId: 1 }, written)).toBeNull();
  expect(draftOf({ poolId: 1 }, { ...written, stance: "apply", reason: "other" })).toMatchObject({
    poolId: 1,
    initiativeId: null,
    stance: "apply",
    reason: null,
  });
  expect(draftOf({ initiativeId: 9 }, { ...written, stance: "unclear", text: " Afventer " })).toMatchObject({
    poolId: null,
    initiativeId: 9,
    text: "Afventer",
  });
});

test("nothing is sent without a stance or with hours that are no number", () => {
  expect(mistakesOf(writtenOf(undefined))).toEqual(["stance"]);
  expect(mistakesOf({ ...writtenOf(undefined), stance: "apply", reportingHours: "mange" })).toEqual(["reportingHours"]);
});
