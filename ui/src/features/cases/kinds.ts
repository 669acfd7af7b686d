import type { CaseKind } from "../../ipc";

/** What a case can ask of a committee. */
export const kinds: readonly CaseKind[] = ["decision", "discussion", "information"];
