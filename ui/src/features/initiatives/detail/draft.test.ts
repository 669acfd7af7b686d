import { expect, test } from "vitest";
import type { InitiativeView } from "../../../ipc";
import { differing, draftOf, fieldsOf, onto } from "./draft";

const view = {
  version: 3,
  canApply: "unclear",
  canApplyPlace: "bilag 4, s. 61",
  applicants: { da: "Partnerskaber", en: "" },
  authority: "Kulturministeriet",
  summary: "To puljer.",
} as InitiativeView;

test("a fresh draft differs in nothing", () => {
  const draft = draftOf(view);
  expect(differing(draft.seen, draft.written)).toEqual([]);
  expect(draft.version).toBe(3);
});

test("another's change of a field one left alone is taken over without asking", () => {
  const draft = { ...draftOf(view), written: { ...fieldsOf(view), summary: "Mine" } };
  const rebased = onto(draft, { ...view, version: 4, authority: "Socialstyrelsen" });
  expect(rebased.draft.version).toBe(4);
  expect(rebased.draft.written).toMatchObject({ summary: "Mine", authority: "Socialstyrelsen" });
  expect(rebased.theirs).toEqual({});
});

test("where both changed the same, what was written stays and the other's is shown", () => {
  const draft = { ...draftOf(view), written: { ...fieldsOf(view), summary: "Mine" } };
  const rebased = onto(draft, { ...view, version: 4, summary: "Theirs" });
  expect(rebased.draft.written.summary).toBe("Mine");
  expect(rebased.theirs).toEqual({ summary: "Theirs" });
});

test("both having written the same is no clash", () => {
  const draft = { ...draftOf(view), written: { ...fieldsOf(view), summary: "Same" } };
  expect(onto(draft, { ...view, version: 4, summary: "Same" }).theirs).toEqual({});
});
