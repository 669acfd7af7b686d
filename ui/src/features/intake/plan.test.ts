import { expect, test } from "vitest";
import type { IntakePlan, IntakePreview, IntakeRow } from "../../ipc";
import { begun, choicesOf, onSheet, problemsByColumn, shownRows, withField, withoutBad, withRow } from "./plan";

const plan: IntakePlan = {
  ...begun("/office.xlsx", "applications"),
  sheet: "2019",
  fields: ["title", null, "deadline"],
  skip: [4],
  addAnyway: [5],
};
const row = (patch: Partial<IntakeRow>): IntakeRow => ({
  number: 2,
  understood: [],
  problems: [],
  sameAs: null,
  action: "add",
  ...patch,
});
const problem = (code: "field_invalid" | "field_taken", field: string | null) => ({
  code,
  field,
  params: {},
  detail: "",
});

test("a field is at most one column", () => {
  expect(withField(plan, 1, "title").fields).toEqual([null, "title", "deadline"]);
  expect(withField(plan, 0, null).fields).toEqual([null, null, "deadline"]);
});

test("another sheet begins anew", () => {
  expect(onSheet(plan, "2018")).toEqual({ ...begun("/office.xlsx", "applications"), sheet: "2018" });
});

test("a row is taken, left out or added all the same, never two of them", () => {
  expect(withRow(plan, 5, "skip")).toMatchObject({ skip: [4, 5], addAnyway: [] });
  expect(withRow(plan, 4, "add")).toMatchObject({ skip: [], addAnyway: [5, 4] });
  expect(withRow(plan, 5, "take")).toMatchObject({ skip: [4], addAnyway: [] });
});

test("what can be chosen follows from what becomes of the row", () => {
  expect(choicesOf(plan, row({}))).toEqual(["skip"]);
  expect(choicesOf(plan, row({ action: "update", sameAs: "Flere skal med" }))).toEqual(["add", "skip"]);
  expect(choicesOf(plan, row({ number: 5, sameAs: "Flere skal med" }))).toEqual(["take", "skip"]);
  expect(choicesOf(plan, row({ action: "skip" }))).toEqual(["take"]);
  expect(choicesOf(plan, row({ action: "bad", problems: [problem("field_taken", "title")] }))).toEqual(["add", "skip"]);
  expect(choicesOf(plan, row({ action: "bad", problems: [problem("field_invalid", "deadline")] }))).toEqual(["skip"]);
});

test("a problem stands at its column", () => {
  const bad = row({ problems: [problem("field_invalid", "deadline"), problem("field_invalid", "owner")] });
  expect([...problemsByColumn(plan, bad).keys()]).toEqual([2, -1]);
});

test("rows that cannot be read are left out together, and each kind is shown alone", () => {
  const rows = [row({ number: 2 }), row({ number: 3, action: "bad" }), row({ number: 6, action: "bad" })];
  const preview: IntakePreview = {
    plan,
    sheets: [],
    columns: [],
    choices: [],
    rows,
    missing: [],
    adds: 1,
    updates: 0,
    skipped: 0,
    bad: 2,
  };
  expect(withoutBad(preview).skip).toEqual([4, 3, 6]);
  expect(shownRows(rows, "bad").map(({ number }) => number)).toEqual([3, 6]);
  expect(shownRows(rows, null)).toBe(rows);
});
