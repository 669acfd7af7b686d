import { expect, test } from "vitest";
import type { Attention, HitRate } from "../../ipc";
import { byReason, withAnswers } from "./shown";

const needs = (kind: Attention["kind"], title: string, urgent = false): Attention => ({
  kind,
  title,
  detail: "",
  on: null,
  days: null,
  urgent,
  applicationId: 1,
  poolKey: null,
  caseId: null,
  conditionOf: null,
  day: null,
});

test("what needs action for the same reason stands together, urgent apart", () => {
  const found = byReason([
    needs("approval_missing", "a", true),
    needs("day", "b", true),
    needs("approval_missing", "c", true),
    needs("approval_missing", "d"),
  ]);
  expect(found.map(({ kind, urgent, about }) => [kind, urgent, about.map((one) => one.title).join("")])).toEqual([
    ["approval_missing", true, "ac"],
    ["day", true, "b"],
    ["approval_missing", false, "d"],
  ]);
});

test("only those with something sent have a rate, most answered first", () => {
  const rate = (name: string, answered: number[], waiting: number[]) => ({ name, answered, waiting }) as HitRate;
  const rates = [rate("none", [], []), rate("one", [1], []), rate("waits", [], [2]), rate("two", [3, 4], [])];
  expect(withAnswers(rates).map(({ name }) => name)).toEqual(["two", "one", "waits"]);
});
