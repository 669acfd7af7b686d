import type { Finding, FindingState } from "../../../ipc";

/** What is broken first. */
export const states: readonly FindingState[] = ["broken", "open", "note", "met"];

/** The findings of each state, in their own order; states without any are left out. */
export function byState(findings: readonly Finding[]): { state: FindingState; found: readonly Finding[] }[] {
  return states
    .map((state) => ({ state, found: findings.filter((finding) => finding.state === state) }))
    .filter(({ found }) => found.length > 0);
}
