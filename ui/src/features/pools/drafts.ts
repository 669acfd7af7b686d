import type { CallView, OwnCallDraft, OwnPoolDraft, PoolView } from "../../ipc";

/** A pool of one's own as its form begins: empty, or as it stands. */
export function poolDraft(pool: PoolView | null): OwnPoolDraft {
  return {
    id: pool?.id ?? 0,
    version: pool?.version ?? 0,
    initiativeId: pool?.initiative?.id ?? null,
    title: pool?.title.da ?? "",
    authority: pool?.authority ?? "",
    amount: pool?.amount ?? null,
    applicants: pool?.applicants.da ?? "",
    canApply: pool?.canApply ?? "unclear",
    note: pool?.note.da ?? "",
  };
}

/** A call of one's own as its form begins. A new one says of applicants what the pool says. */
export function callDraft(pool: PoolView, call: CallView | null): OwnCallDraft {
  return {
    id: call?.id ?? 0,
    version: call?.version ?? 0,
    poolId: pool.id,
    title: call?.title ?? pool.title.da,
    published: call?.published ?? null,
    opensOn: call?.opensOn ?? null,
    questionsUntil: call?.questionsUntil ?? null,
    answerExpected: call?.answerExpected ?? null,
    deadline: call?.deadline ?? null,
    deadlineTime: call?.deadlineTime ?? null,
    correction: false,
    movedOn: null,
    movedReason: "",
    amount: call?.amount ?? null,
    projectFrom: call?.projectFrom ?? null,
    projectTo: call?.projectTo ?? null,
    applicants: (call ? call.applicants : pool.applicants).da,
    canApply: call?.canApply ?? pool.canApply,
    sources: call?.sources.join("\n") ?? "",
  };
}
