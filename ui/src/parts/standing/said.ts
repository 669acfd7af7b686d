import type { Assessment, FinalChoice, PoolStanding, PoolStandingView } from "../../ipc";

/** A decision's wording where it says more than the outcome's own word: »Godkendt.« beside »Godkendt« does not. */
export function moreThan(word: string, wording: string): string {
  const bare = (text: string) =>
    text
      .trim()
      .replace(/[.\s]+$/, "")
      .toLocaleLowerCase("da");
  return bare(wording) === bare(word) ? "" : wording.trim();
}

/** What is said of a pool now, and what was said before. Its own goes before that of the pool it lies inside. */
export function saidOf({ standing, assessments, choices }: PoolStandingView): {
  assessment: Assessment | undefined;
  earlier: Assessment[];
  choice: FinalChoice | undefined;
  earlierChoices: FinalChoice[];
} {
  const { poolId } = standing;
  const assessment = assessments.find((one) => one.poolId === poolId) ?? assessments[0];
  const choice = choices.find((one) => one.poolId === poolId) ?? choices[0];
  return {
    assessment,
    earlier: assessments.filter((one) => one !== assessment),
    choice,
    earlierChoices: choices.filter((one) => one !== choice),
  };
}

/** Whether all that is said of a pool is said of the one it lies inside. */
export function restsWholly({ standing, assessments, choices }: PoolStandingView, over: PoolStanding): boolean {
  const own = (one: { poolId: number }) => one.poolId === standing.poolId;
  return (
    standing.restsOn === over.poolId &&
    !assessments.some(own) &&
    !choices.some(own) &&
    standing.put?.pointId === over.put?.pointId
  );
}
