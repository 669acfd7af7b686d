import type { Rule, RuleKind, RuleView, Terms, TermsRule, TermsView } from "../../ipc";

/** What a kind of rule holds: a share, an amount, a whole number of months, or one of these choices. */
export type Holds = "share" | "amount" | "months" | readonly string[];

/** Payment on results: its parts in per cent follow the choice, `results:50/40/10`. */
export const onResults = "results";

const holds: Readonly<Record<Exclude<RuleKind, "categories">, Holds>> = {
  co_financing_of_total: "share",
  co_financing_of_grant: "share",
  co_financing_form: ["cash", "own", "own_cash"],
  grant_floor: "amount",
  grant_ceiling: "amount",
  overhead: "share",
  contingency: ["no"],
  vat: ["excl", "incl", "borne"],
  levy: "share",
  wage_cap_hour: "amount",
  wage_cap_year: "amount",
  rounding: "amount",
  change_share: "share",
  change_amount: "amount",
  audit_registered: "amount",
  audit_performance: "amount",
  repayment_floor: "amount",
  payment: ["quarterly_advance", "arrears", onResults],
  withheld: "share",
  net_grant: ["yes"],
  period: ["quarter", "month"],
  indexation: ["none", "letter"],
  financing_equal: ["yes"],
  transfer: ["free", "approval"],
  final_account: "months",
};

const isMonths = (kind: RuleKind): boolean => kind !== "categories" && holds[kind] === "months";

/** The municipality's own list of cost categories. */
export const ownList = "municipality";

/** Every kind, in the order they are read. */
export const kinds = Object.keys(holds).toSpliced(7, 0, "categories") as RuleKind[];

/** What a kind holds; the lists of cost categories are those the presets name, and the municipality's own. */
export function holdsOf(kind: RuleKind, view: TermsView): Holds {
  if (kind !== "categories") return holds[kind];
  const named = view.presets.flatMap(({ rules }) => rules.filter((rule) => rule.kind === "categories"));
  return [...new Set([ownList, ...named.map((rule) => rule.choice)])];
}

/** The choice of a kind that has no other. */
export function onlyChoice(kind: RuleKind, view: TermsView): string {
  const found = holdsOf(kind, view);
  return Array.isArray(found) && found.length === 1 ? (found[0] ?? "") : "";
}

/** The kinds no rule is shown of: those one can add. */
export const missingKinds = (view: TermsView): RuleKind[] =>
  kinds.filter((kind) => !view.rules.some((rule) => rule.kind === kind));

/** What is typed of a rule. */
export type Draft = {
  kind: RuleKind | null;
  applies: boolean;
  share: string | null;
  amount: string | null;
  choice: string;
  /** The parts of a payment on results, or the months. */
  detail: string;
  reason: string;
};

/** `results:50/40/10` as a choice and its parts; months stand alone. */
function parted(kind: RuleKind, choice: string): { choice: string; detail: string } {
  if (kind === "payment" && choice.startsWith(`${onResults}:`))
    return { choice: onResults, detail: choice.slice(onResults.length + 1) };
  return isMonths(kind) ? { choice: "", detail: choice } : { choice, detail: "" };
}

/** What a rule's form begins with: the rule as it stands, and the reason only where the same was set here. */
export function draftOf(view: RuleView, applies: boolean): Draft {
  const { kind, rule, row } = view;
  const from: Rule | TermsRule | null = row?.applies ? row : rule;
  return {
    kind,
    applies,
    share: from?.share ?? null,
    amount: from?.amount ?? null,
    ...parted(kind, from?.choice ?? ""),
    // Where a rule stands is not why it does not hold.
    reason: row?.applies === applies ? row.reason : "",
  };
}

export const emptyDraft: Draft = {
  kind: null,
  applies: true,
  share: null,
  amount: null,
  choice: "",
  detail: "",
  reason: "",
};

/** The row that is saved; the terms it belongs to may not be saved yet. */
export function rowOf(draft: Draft & { kind: RuleKind }, row: TermsRule | null, termsId: number): TermsRule {
  const detail = draft.detail.trim();
  const whole = (typed: string) => typed.replace(/\s|pct\.?|%/gi, "");
  const choice = isMonths(draft.kind)
    ? detail
    : draft.choice === onResults
      ? `${onResults}:${whole(detail)}`
      : draft.choice;
  return {
    id: row?.id ?? 0,
    version: row?.version ?? 0,
    termsId,
    rule: draft.kind,
    applies: draft.applies,
    share: draft.applies ? draft.share : null,
    amount: draft.applies ? draft.amount : null,
    choice: draft.applies ? choice : "",
    reason: draft.reason.trim(),
  };
}

/** The terms as they are before anything is saved: nothing is chosen. */
export const noTerms = (municipalityId: number, poolId: number | null, applicationId: number | null): Terms => ({
  id: 0,
  version: 0,
  municipalityId,
  poolId,
  applicationId,
  preset: "",
  title: "",
  url: "",
  datedOn: null,
  documentId: null,
  note: "",
});

/** Whether an instrument of one's own is recorded. */
export const hasInstrument = ({ title, url, datedOn, documentId, note }: Terms): boolean =>
  [title, url, note].some((text) => text !== "") || datedOn !== null || documentId !== null;
