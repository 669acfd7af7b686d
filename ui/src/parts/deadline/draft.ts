import type { Deadline, DeadlineKind } from "../../ipc";

/** The kinds a person can enter for an application; the others are entered where they belong, or follow from something. */
export const enteredKinds: readonly DeadlineKind[] = [
  "call",
  "questions",
  "answer",
  "acceptance",
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

/** A day as its form begins. `dueOn` is empty until it is typed. */
export const blankDeadline = (applicationId: number): Deadline => ({
  id: 0,
  version: 0,
  applicationId,
  kind: "other",
  title: "",
  dueOn: "",
  dueTime: null,
  movedFrom: null,
  movedOn: null,
  movedReason: "",
  personId: null,
  source: "",
  documentId: null,
  doneOn: null,
  note: "",
});
