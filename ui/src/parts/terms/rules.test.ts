import { expect, test } from "vitest";
import type { RuleKind, RuleView, TermsRule, TermsView } from "../../ipc";
import { draftOf, emptyDraft, hasInstrument, holdsOf, kinds, missingKinds, noTerms, rowOf } from "./rules";

const row: TermsRule = {
  id: 5,
  version: 2,
  termsId: 3,
  rule: "payment",
  applies: true,
  share: null,
  amount: null,
  choice: "results:50/40/10",
  reason: "§ 4",
};
const shown = (patch: Partial<RuleView>) => ({ kind: "payment", rule: null, row: null, ...patch }) as RuleView;

test("the parts of a payment on results are typed apart from the choice, and join it again", () => {
  const draft = draftOf(shown({ row }), true);
  expect(draft).toMatchObject({ choice: "results", detail: "50/40/10", reason: "§ 4" });
  expect(draftOf(shown({ row }), false).reason).toBe("");
  const saved = rowOf({ ...draft, kind: "payment", detail: " 60 / 40 pct. " }, row, 3);
  expect(saved).toMatchObject({ id: 5, version: 2, choice: "results:60/40" });
});

test("a rule of the preset is changed from what it says, with a reason of one's own", () => {
  const rule = { kind: "levy", share: "0.175", amount: null, choice: "", source: { place: "§ 1" } } as RuleView["rule"];
  const draft = draftOf(shown({ kind: "levy", rule }), true);
  expect(draft).toMatchObject({ share: "0.175", reason: "" });
});

test("a rule out of force holds nothing but its reason", () => {
  const draft = {
    ...emptyDraft,
    kind: "levy" as RuleKind,
    applies: false,
    share: "0.175",
    reason: " offentlig giver ",
  };
  expect(rowOf(draft, null, 3)).toMatchObject({
    id: 0,
    applies: false,
    share: null,
    choice: "",
    reason: "offentlig giver",
  });
});

test("months stand alone", () => {
  const kind = "final_account" as RuleKind;
  expect(draftOf(shown({ kind, row: { ...row, rule: kind, choice: "3" } }), true).detail).toBe("3");
  expect(rowOf({ ...emptyDraft, kind, detail: "4" }, null, 3).choice).toBe("4");
});

test("what can be added is what is not there, and lists of categories are those the presets name", () => {
  const view = {
    rules: [{ kind: "levy" }],
    presets: [{ key: "star", rules: [{ kind: "categories", choice: "star" }] }],
  } as unknown as TermsView;
  expect(missingKinds(view)).toHaveLength(kinds.length - 1);
  expect(holdsOf("categories", view)).toEqual(["municipality", "star"]);
  expect(kinds).toContain("categories");
});

test("an instrument is there once anything of it is", () => {
  const none = noTerms(1, 2, null);
  expect(hasInstrument({ ...none, preset: "star" })).toBe(false);
  expect(hasInstrument({ ...none, datedOn: "2019-02-01" })).toBe(true);
});
