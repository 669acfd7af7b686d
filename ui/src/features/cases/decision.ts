import type { CaseReading, CaseView, DecisionDraft, Outcome, PointView, ReadingView } from "../../ipc";
import { moreThan } from "../../parts/standing/said";

export const outcomes: readonly Outcome[] = [
  "approved",
  "approved_with_changes",
  "recommended_finance_committee",
  "recommended_council",
  "noted",
  "discussed",
  "postponed",
  "sent_back",
  "not_approved",
];

const approving: ReadonlySet<Outcome> = new Set(["approved", "approved_with_changes"]);

/** What is being recorded of a meeting: for each point the outcome and wording, where it was decided. */
export type Recording = {
  reading: CaseReading;
  points: Readonly<Record<number, { outcome: Outcome | null; text: string }>>;
  /** Pools that are not to become applications, though they are approved. */
  left: readonly number[];
};

/** Recording begins as the reading stands; what was left out the first time is not asked for again. */
export function recordingOf(view: CaseView, { reading, decisions }: ReadingView): Recording {
  const points = Object.fromEntries(
    decisions.map(({ casePointId, outcome, text }) => [casePointId, { outcome, text }]),
  );
  const recording = { reading, points, left: [] };
  return decisions.length === 0 ? recording : { ...recording, left: becoming(view, recording).map(({ id }) => id) };
}

/** What holds for a point: its own outcome, or that of the one it lies inside. */
export function outcomeOf(recording: Pick<Recording, "points">, { point }: PointView): Outcome | null {
  const own = recording.points[point.id]?.outcome ?? null;
  if (own !== null || point.parentId === null) return own;
  return recording.points[point.parentId]?.outcome ?? null;
}

/** The approved pools that have no application, each once. */
export function becoming(view: CaseView, recording: Pick<Recording, "points">): { id: number; title: string }[] {
  const found = new Map<number, string>();
  for (const point of view.points) {
    const outcome = outcomeOf(recording, point);
    if (outcome === null || !approving.has(outcome)) continue;
    for (const { subject, title, applications } of point.subjects)
      if (subject.poolId !== null && applications.length === 0) found.set(subject.poolId, title);
  }
  return [...found].map(([id, title]) => ({ id, title }));
}

/** What is sent: a decision for each point that has an outcome. */
export function draftOf(view: CaseView, before: ReadingView, recording: Recording): DecisionDraft {
  const { reading, points, left } = recording;
  return {
    reading: {
      ...reading,
      remark: reading.remark.trim(),
      votes: reading.votes.trim(),
      minorityStatement: reading.minorityStatement.trim(),
    },
    decisions: view.points.flatMap(({ point }) => {
      const said = points[point.id];
      if (!said || said.outcome === null) return [];
      const old = before.decisions.find(({ casePointId }) => casePointId === point.id);
      return [
        {
          id: old?.id ?? 0,
          version: old?.version ?? 0,
          caseReadingId: reading.id,
          casePointId: point.id,
          outcome: said.outcome,
          text: said.text.trim(),
        },
      ];
    }),
    applicationsFor: becoming(view, recording)
      .map(({ id }) => id)
      .filter((id) => !left.includes(id)),
  };
}

/**
 * As the minutes have it: »Ad 1) Taget til efterretning.«, and the wording after it where that says more. A wording that begins
 * with the outcome says it itself.
 */
export function asMinutes(label: string, word: string, wording: string): string {
  const more = moreThan(word, wording);
  const begins = more.toLocaleLowerCase("da").startsWith(word.toLocaleLowerCase("da"));
  return [`Ad ${label})`, begins ? "" : `${word}${/[.!?]$/.test(word) ? "" : "."}`, more].filter(Boolean).join(" ");
}
