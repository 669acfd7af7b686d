import type { Attention, HitRate, OverviewView } from "../../ipc";

/** Whether there is nothing at all to show: the page then tells how to begin. */
export const isEmpty = (view: OverviewView): boolean =>
  view.attention.length + view.stages.length + view.undated.length + view.decisions.length + view.deadlines.length ===
  0;

/** Rates with something sent, those with most answered first; what is alike keeps the order it came in. */
export const withAnswers = (rates: readonly HitRate[]): HitRate[] =>
  rates
    .filter((rate) => rate.answered.length + rate.waiting.length > 0)
    .sort((a, b) => b.answered.length - a.answered.length || b.waiting.length - a.waiting.length);

type Reason = { kind: Attention["kind"]; urgent: boolean; about: Attention[] };

/** What needs action for the same reason, together; the reasons in the order their most urgent came in. */
export function byReason(attention: readonly Attention[]): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const one of attention) {
    const key = `${one.kind} ${one.urgent}`;
    const reason = reasons.get(key) ?? { kind: one.kind, urgent: one.urgent, about: [] };
    reason.about.push(one);
    reasons.set(key, reason);
  }
  return [...reasons.values()];
}
