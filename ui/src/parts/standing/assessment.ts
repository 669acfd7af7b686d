import type { Assessment, AssessmentDraft, Stance, StanceReason } from "../../ipc";

export const stances: readonly Stance[] = ["apply", "do_not_apply", "awaiting_details", "existing_practice", "unclear"];
export const reasons: readonly StanceReason[] = [
  "target_group_small",
  "overlaps_own_effort",
  "no_co_financing",
  "deadline_unreachable",
  "no_embedding",
  "applied_elsewhere",
  "not_eligible",
  "past_winners_excluded",
  "other",
];

/** What is assessed: a pool, or an initiative that has none yet. */
export type About = { poolId: number } | { initiativeId: number };

/** The name its form is kept under. */
export const nameOf = (about: About) =>
  "poolId" in about ? `assessment pool ${about.poolId}` : `assessment initiative ${about.initiativeId}`;

/** The same for the final choice. */
export const choiceName = (poolId: number) => `choice ${poolId}`;

/** An assessment being written. Hours are kept as typed. */
export type Written = {
  stance: Stance | null;
  reason: StanceReason | null;
  text: string;
  assessedOn: string | null;
  applicationHours: string;
  reportingHours: string;
};

/** Whole hours as people type them, `1.200` included; null for none, undefined for what is no number of hours. */
export function readHours(text: string): number | null | undefined {
  const digits = text.trim().replace(/^(\d{1,3})((?:[. ]\d{3})+)$/, (whole) => whole.replace(/[. ]/g, ""));
  if (digits === "") return null;
  return /^\d{1,6}$/.test(digits) ? Number(digits) : undefined;
}

/** A new version begins as the newest one reads; its day is its own. */
export function writtenOf(newest: Assessment | undefined): Written {
  return {
    stance: newest?.stance ?? null,
    reason: newest?.reason ?? null,
    text: newest?.text ?? "",
    assessedOn: null,
    applicationHours: newest?.applicationHours?.toString() ?? "",
    reportingHours: newest?.reportingHours?.toString() ?? "",
  };
}

export type Mistake = "stance" | "reason" | "applicationHours" | "reportingHours";

/** What must be mended before it can be saved. */
export function mistakesOf(written: Written): Mistake[] {
  const found: Mistake[] = [];
  if (written.stance === null) found.push("stance");
  if (written.stance === "do_not_apply" && written.reason === null) found.push("reason");
  for (const key of ["applicationHours", "reportingHours"] as const)
    if (readHours(written[key]) === undefined) found.push(key);
  return found;
}

/** A reason is one for not applying: it must be given there, and may be where the municipality does it already. */
export const takesReason = (stance: Stance | null) => stance === "do_not_apply" || stance === "existing_practice";

/** What is sent. */
export function draftOf(about: About, written: Written): AssessmentDraft | null {
  const { stance, reason, text, assessedOn } = written;
  if (stance === null || mistakesOf(written).length > 0) return null;
  return {
    poolId: "poolId" in about ? about.poolId : null,
    initiativeId: "initiativeId" in about ? about.initiativeId : null,
    stance,
    reason: takesReason(stance) ? reason : null,
    text: text.trim(),
    assessedOn,
    applicationHours: readHours(written.applicationHours) ?? null,
    reportingHours: readHours(written.reportingHours) ?? null,
  };
}
