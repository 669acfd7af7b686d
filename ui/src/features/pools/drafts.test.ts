import { expect, test } from "vitest";
import type { CallView, PoolView } from "../../ipc";
import { callDraft, poolDraft } from "./drafts";

const text = (da: string) => ({ da, en: "" });
const pool = {
  id: 7,
  version: 3,
  initiative: { id: 91, number: 91 },
  title: text("Motion på recept"),
  authority: "STAR",
  amount: "23700000.00",
  applicants: text("Kommuner"),
  canApply: "yes",
  note: text(""),
} as PoolView;

test("a form begins as the pool stands, a new one empty and unclear", () => {
  expect(poolDraft(pool)).toMatchObject({ id: 7, version: 3, initiativeId: 91, applicants: "Kommuner" });
  expect(poolDraft(null)).toMatchObject({ id: 0, version: 0, title: "", amount: null, canApply: "unclear" });
});

test("a new call says of applicants what the pool says, one that stands what it says itself", () => {
  expect(callDraft(pool, null)).toMatchObject({
    poolId: 7,
    id: 0,
    applicants: "Kommuner",
    canApply: "yes",
    sources: "",
  });
  const call = { id: 2, version: 1, title: "Opslag", applicants: text(""), canApply: "partner", sources: ["a", "b"] };
  expect(callDraft(pool, call as CallView)).toMatchObject({ applicants: "", canApply: "partner", sources: "a\nb" });
});
