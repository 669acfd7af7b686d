import type { HitRate, OverviewView } from "../../ipc";

/** Whether there is nothing at all to show: the page then tells how to begin. */
export const isEmpty = (view: OverviewView): boolean =>
  view.attention.length + view.stages.length + view.undated.length + view.decisions.length + view.deadlines.length ===
  0;

/** Rates with something sent, those with most answered first; what is alike keeps the order it came in. */
export const withAnswers = (rates: readonly HitRate[]): HitRate[] =>
  rates
    .filter((rate) => rate.answered.length + rate.waiting.length > 0)
    .sort((a, b) => b.answered.length - a.answered.length || b.waiting.length - a.waiting.length);
