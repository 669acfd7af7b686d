import { useReducer } from "react";
import { useSession } from "../../../app/session";
import type { CanApply, InitiativeView } from "../../../ipc";

/** What a person may correct of our reading. */
export type Fields = {
  canApply: CanApply;
  canApplyPlace: string;
  applicants: string;
  authority: string;
  summary: string;
};

export const fieldKeys = ["canApply", "canApplyPlace", "applicants", "authority", "summary"] as const;
export type FieldKey = (typeof fieldKeys)[number];

/** A correction being written: what the person saw, which version that was, and what is written now. */
export type Draft = { seen: Fields; version: number; written: Fields };

export function fieldsOf(view: InitiativeView): Fields {
  const { canApply, canApplyPlace, authority, summary } = view;
  return { canApply, canApplyPlace, applicants: view.applicants.da, authority, summary };
}

export const draftOf = (view: InitiativeView): Draft => ({
  seen: fieldsOf(view),
  version: view.version,
  written: fieldsOf(view),
});

/** The fields that are not the same in both. */
export const differing = (one: Fields, other: Fields): FieldKey[] => fieldKeys.filter((key) => one[key] !== other[key]);

/**
 * The draft after someone else changed the initiative: what the person did not touch follows the newer version, what
 * was written stays, and the version is the newer one, so that saving again is a choice made with both in view.
 */
export function onto(draft: Draft, newer: InitiativeView): { draft: Draft; theirs: Partial<Fields> } {
  const now = fieldsOf(newer);
  const touched = differing(draft.seen, draft.written);
  const written = { ...now, ...Object.fromEntries(touched.map((key) => [key, draft.written[key]])) };
  const clashing = touched.filter((key) => now[key] !== draft.seen[key] && now[key] !== draft.written[key]);
  const theirs: Partial<Fields> = Object.fromEntries(clashing.map((key) => [key, now[key]]));
  return { draft: { seen: now, version: newer.version, written }, theirs };
}

// Kept while the program runs, so that looking at another initiative, or closing the detail, loses nothing written.
const drafts = new Map<string, Draft>();

/** The draft of an initiative, if one is being written, and how to change it; null drops it. */
export function useDraft(id: number): [Draft | null, (draft: Draft | null) => void] {
  const { session } = useSession();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const key = `${session.file.path} ${id}`;
  const put = (draft: Draft | null) => {
    if (draft) drafts.set(key, draft);
    else drafts.delete(key);
    redraw();
  };
  return [drafts.get(key) ?? null, put];
}
