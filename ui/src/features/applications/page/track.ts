import type { ApplicationStep, Stage } from "../../../ipc";

export type TrackState = "passed" | "current" | "ahead";
export type TrackStop = { stage: Stage; state: TrackState; on: string | null };

const way: readonly Stage[] = [
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
];
const ends: ReadonlySet<Stage> = new Set(["rejected", "withdrawn", "not_applied"]);

/** Where an application can end without having come the whole way. */
export const isEnd = (stage: Stage): boolean => ends.has(stage) || stage === "closed";

/**
 * The stages on the way with the one it is at: those it is recorded to have passed with the day of their newest step, then those
 * ahead. A grant on conditions is not ahead of anyone, for most go without; an end in between stands after what was passed.
 */
export function trackOf(steps: readonly ApplicationStep[], current: Stage): TrackStop[] {
  const taken = new Map<Stage, string | null>();
  for (const step of steps) if (step.takenBackOn === null) taken.set(step.stage, step.takenOn);
  const stop = (stage: Stage, state: TrackState): TrackStop => ({ stage, state, on: taken.get(stage) ?? null });
  if (ends.has(current)) {
    const passed = way.filter((stage) => taken.has(stage)).map((stage) => stop(stage, "passed"));
    return [...passed, stop(current, "current")];
  }
  const at = way.indexOf(current);
  return way.flatMap((stage, index) => {
    if (stage === current) return [stop(stage, "current")];
    if (index > at) return stage === "conditionally_granted" ? [] : [{ stage, state: "ahead", on: null } as const];
    return taken.has(stage) ? [stop(stage, "passed")] : [];
  });
}

/** Steps that still hold, in order. */
export const live = (steps: readonly ApplicationStep[]) => steps.filter(({ takenBackOn }) => takenBackOn === null);
