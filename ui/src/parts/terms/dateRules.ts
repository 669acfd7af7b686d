import { formatDate } from "../../format";
import type { DateBasis, DateRule, DateRuleView, DayUnit, DeadlineKind, Language, Series } from "../../ipc";
import { readDate } from "../date";

/** What a rule's day can be; other days are entered where they belong. */
export const ruledKinds: readonly DeadlineKind[] = [
  "questions",
  "answer",
  "acceptance",
  "start",
  "begin_by",
  "instalment",
  "status_report",
  "midterm",
  "account",
  "audit",
  "final_report",
  "extension",
  "embedding",
  "other",
];

export const bases: readonly DateBasis[] = [
  "call_published",
  "call_deadline",
  "submitted",
  "granted",
  "accepted",
  "period_start",
  "period_end",
];

export const units: readonly DayUnit[] = ["days", "working_days", "weekdays", "weekdays_saturday", "months"];

export const serieses: readonly Series[] = ["once", "quarter_end", "months", "dates"];

/** What is typed of a rule that days follow from. */
export type DateDraft = {
  /** What it is known by; empty for one of our own that is not saved yet. */
  key: string;
  applies: boolean;
  kind: DeadlineKind | null;
  title: string;
  basis: DateBasis;
  /** How long, never below 0; `before` says to which side. */
  amount: string | null;
  before: boolean;
  unit: DayUnit;
  series: Series;
  every: string | null;
  /** The days of each year as a person writes them. */
  days: string;
  reason: string;
};

export const emptyDateDraft: DateDraft = {
  key: "",
  applies: true,
  kind: null,
  title: "",
  basis: "period_end",
  amount: null,
  before: false,
  unit: "months",
  series: "once",
  every: null,
  days: "",
  reason: "",
};

/** What the form of a rule begins with: the rule as it stands, and the reason only where the same was set here. */
export function dateDraftOf(rule: DateRuleView, applies: boolean, language: Language): DateDraft {
  const { key, kind, title, basis, amount, unit, series, every, days, row } = rule;
  return {
    key,
    applies,
    kind,
    title,
    basis,
    amount: String(Math.abs(amount)),
    before: amount < 0,
    unit,
    series,
    every: every > 0 ? String(every) : null,
    days: showDaysOfYear(days, language),
    reason: row?.applies === applies ? row.reason : "",
  };
}

/** The row that is saved; whose terms it belongs to the program finds. */
export function dateRowOf(draft: DateDraft & { kind: DeadlineKind }, row: DateRule | null): DateRule {
  const amount = Math.abs(Number(draft.amount ?? "0"));
  return {
    id: row?.id ?? 0,
    version: row?.version ?? 0,
    termsId: row?.termsId ?? 0,
    key: draft.key,
    applies: draft.applies,
    kind: draft.kind,
    title: draft.title.trim(),
    basis: draft.basis,
    // Below 0 is before; -0 would be another number where it is compared.
    amount: draft.before && amount > 0 ? -amount : amount,
    unit: draft.unit,
    series: draft.series,
    every: draft.series === "months" ? Number(draft.every ?? "0") : 0,
    days: draft.series === "dates" ? (readDaysOfYear(draft.days) ?? draft.days.trim()) : "",
    reason: draft.reason.trim(),
  };
}

/** A rule of one's own and not in the place of a usual one: there is nothing to go back to. */
export const isOwn = ({ key }: DateRuleView): boolean => key.startsWith("own_");

/**
 * Reads days that come every year: `1. april og 1. oktober`, `1.4., 1.10.`, and as they are kept, `04-01 10-01`, which is what it
 * gives. Null when one of them is none.
 */
export function readDaysOfYear(text: string): string | null {
  const typed = text.trim();
  const parts = /^\d\d-\d\d(\s+\d\d-\d\d)*$/.test(typed)
    ? typed.split(/\s+/).map((day) => `2020-${day}`)
    : typed
        .split(/\s*(?:[,;\n]|\s(?:og|and|&)\s)\s*/u)
        .filter((part) => part !== "")
        // A leap year has every day there is.
        .map((part) => (/\p{L}/u.test(part) ? `${part} 2020` : `${part.replace(/\.$/, "")}.2020`));
  const days = parts.map(readDate);
  if (days.length === 0 || days.includes(null)) return null;
  return [...new Set(days.map((day) => (day ?? "").slice(5)))].sort().join(" ");
}

/** `04-01 10-01` in words: `1. april, 1. oktober`. */
export function showDaysOfYear(kept: string, language: Language): string {
  const days = kept.split(/\s+/).filter((day) => day !== "");
  return days.map((day) => formatDate(`2020-${day}`, language, "long").replace(/ 2020$/, "")).join(", ");
}
