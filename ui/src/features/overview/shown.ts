import type { Attention, FlagView, HitRate, OverviewView } from "../../ipc";

/** Whether there is nothing at all to show: the page then tells how to begin. */
export const isEmpty = (view: OverviewView): boolean =>
  view.attention.length + view.stages.length + view.undated.length + view.decisions.length + view.deadlines.length ===
  0;

/** Rates with something sent, those with most answered first; what is alike keeps the order it came in. */
export const withAnswers = (rates: readonly HitRate[]): HitRate[] =>
  rates
    .filter((rate) => rate.answered.length + rate.waiting.length > 0)
    .sort((a, b) => b.answered.length - a.answered.length || b.waiting.length - a.waiting.length);

/** `flag` is the gravest that is to be said of days, where they are what needs action. */
type Reason = { kind: Attention["kind"]; urgent: boolean; flag: FlagView["flag"] | null; about: Attention[] };

/** What needs action for the same reason, together; the reasons in the order their most urgent came in. Days go by their flag. */
export function byReason(attention: readonly Attention[]): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const one of attention) {
    const flag = one.day?.flags[0]?.flag ?? null;
    const key = `${one.kind} ${flag} ${one.urgent}`;
    const reason = reasons.get(key) ?? { kind: one.kind, urgent: one.urgent, flag, about: [] };
    reason.about.push(one);
    reasons.set(key, reason);
  }
  return [...reasons.values()];
}
