import { expect, test } from "vitest";
import type { Assessment, PoolStanding, PoolStandingView } from "../../ipc";
import { draftOf, mistakesOf, readHours, writtenOf } from "./assessment";
import { restsWholly, saidOf } from "./said";

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

test("what is done already may have a reason", () => {
  const written = { ...writtenOf(undefined), stance: "existing_practice" as const };
  expect(draftOf({ poolId: 1 }, written)).toMatchObject({ reason: null });
  expect(draftOf({ poolId: 1 }, { ...written, reason: "overlaps_own_effort" })?.reason).toBe("overlaps_own_effort");
});

test("a pool's own assessment goes before a newer one of the pool it lies inside", () => {
  const assessments = [
    { id: 3, poolId: 9 },
    { id: 2, poolId: 1 },
    { id: 1, poolId: 1 },
  ] as Assessment[];
  const view = { standing: { poolId: 1, restsOn: 9, put: null }, assessments, choices: [], puts: [] };
  const said = saidOf(view as unknown as PoolStandingView);
  expect(said.assessment?.id).toBe(2);
  expect(said.earlier.map(({ id }) => id)).toEqual([3, 1]);
  const over = { poolId: 9, put: null } as PoolStanding;
  expect(restsWholly(view as unknown as PoolStandingView, over)).toBe(false);
  const resting = { ...view, assessments: assessments.slice(0, 1) } as unknown as PoolStandingView;
  expect(saidOf(resting).assessment?.id).toBe(3);
  expect(restsWholly(resting, over)).toBe(true);
});

test("nothing is sent without a stance or with hours that are no number", () => {
  expect(mistakesOf(writtenOf(undefined))).toEqual(["stance"]);
  expect(mistakesOf({ ...writtenOf(undefined), stance: "apply", reportingHours: "mange" })).toEqual(["reportingHours"]);
});
