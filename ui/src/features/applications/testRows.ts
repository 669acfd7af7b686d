import { foldA, foldB } from "../../fold";
import type { ApplicationRow } from "../../ipc";

/** An application as the program gives it, for tests. */
export function rowOf(patch: Partial<ApplicationRow>): ApplicationRow {
  const title = patch.title ?? "Flere skal med";
  return {
    id: 1,
    version: 1,
    title,
    funder: "",
    poolId: null,
    pool: null,
    initiative: null,
    stage: "drafting",
    stageSince: null,
    ended: false,
    approval: "not_settled",
    appropriation: "not_settled",
    conditionOpen: false,
    next: null,
    departmentId: null,
    department: null,
    committeeIds: [],
    committees: [],
    ownerId: null,
    owner: null,
    requested: null,
    ourRequested: patch.requested ?? null,
    awarded: null,
    ourAwarded: patch.awarded ?? null,
    periodStart: null,
    periodEnd: null,
    deadline: null,
    daysLeft: null,
    tasksOpen: 0,
    tasksOverdue: 0,
    waitingFor: [],
    discrepancies: 0,
    search: [foldA(title), foldB(title)],
    ...patch,
  };
}
