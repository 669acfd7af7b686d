import type { PoolStatus, Stage } from "../../ipc";

/** Where a pool can stand, what is furthest on first. */
export const poolStatuses: readonly PoolStatus[] = [
  "apply",
  "apply_if_relevant",
  "recommended",
  "should_apply",
  "awaiting_details",
  "unclear",
  "existing_practice",
  "do_not_apply",
  "not_assessed",
];

/** The stages of an application in the order they are passed through, the ends last. */
export const stages: readonly Stage[] = [
  "idea",
  "assessing",
  "drafting",
  "submitted",
  "conditionally_granted",
  "granted",
  "accepted",
  "running",
  "reporting",
  "closed",
  "rejected",
  "withdrawn",
  "not_applied",
];
