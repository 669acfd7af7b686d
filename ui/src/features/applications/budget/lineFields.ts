import type { BudgetLine, Source } from "../../../ipc";
import { type Payer, payerOf } from "./edits";

type Answer = "yes" | "no";

/** A line as its form has it: who pays as one choice, and yes or no as such. */
export type LineDraft = Omit<BudgetLine, "source" | "ownForm" | "construction" | "serviceFrame"> & {
  payer: Payer | null;
  construction: Answer;
  serviceFrame: Answer | null;
};

const answer = (value: boolean): Answer => (value ? "yes" : "no");

export function draftOf({ source, ownForm, construction, serviceFrame, ...line }: BudgetLine): LineDraft {
  return {
    ...line,
    payer: payerOf(source, ownForm) || null,
    construction: answer(construction),
    serviceFrame: serviceFrame === null ? null : answer(serviceFrame),
  };
}

export function lineOf({ payer, construction, serviceFrame, ...line }: LineDraft): BudgetLine {
  const [source, form] = payer === null ? [null, null] : payer.split(".");
  return {
    ...line,
    source: (source ?? null) as Source | null,
    ownForm: (form ?? null) as BudgetLine["ownForm"],
    construction: construction === "yes",
    serviceFrame: serviceFrame === null ? null : serviceFrame === "yes",
  };
}
