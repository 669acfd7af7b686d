import type { DocumentKind } from "../../../../ipc";

/** What a document can be, in the order of an application's life. */
export const documentKinds = [
  "call",
  "application",
  "proof_of_sending",
  "award_letter",
  "budget",
  "declaration",
  "account",
  "report",
  "other",
] as const satisfies readonly DocumentKind[];
