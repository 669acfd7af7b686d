import type { FormDraft, FormView, PaperForm, PaperFormPart, PartContent } from "../../../ipc";

/** What can stand under a heading once, in the order of most papers. */
export const contents: readonly PartContent[] = [
  "summary",
  "recommendation",
  "problem",
  "solution",
  "body",
  "targets",
  "legal_basis",
  "economy",
  "process",
  "competence",
  "decision",
  "appendices",
];

/** A part in hand; `at` tells it from the others while it has no row yet. */
export type PartDraft = PaperFormPart & { at: number };

export type Draft = { form: PaperForm; parts: PartDraft[]; next: number };

/** A form to change. */
export const drafted = ({ form, parts }: FormView): Draft => ({
  form,
  parts: parts.map((part, at) => ({ ...part, at })),
  next: parts.length,
});

/** A form of one's own made of another; the template is not taken along. */
export const copied = (of: FormView, name: string, municipalityId: number): Draft => ({
  form: { ...of.form, id: 0, version: 0, key: "", municipalityId, name, templateName: "", templateSha256: "" },
  parts: of.parts.map((part, at) => ({ ...part, id: 0, version: 0, paperFormId: 0, at })),
  next: of.parts.length,
});

export const toSave = ({ form, parts }: Draft): FormDraft => ({
  form,
  parts: parts.map(({ at: _, ...part }, position) => ({ ...part, position })),
});

/** The contents that do not stand in it; a heading of one's own can always be added. */
export const lacking = (parts: readonly PartDraft[]): PartContent[] => [
  ...contents.filter((content) => parts.every((part) => part.content !== content)),
  "own",
];

export function added({ form, parts, next }: Draft, content: PartContent, heading: string): Draft {
  const part = {
    id: 0,
    version: 0,
    paperFormId: form.id,
    position: 0,
    key: "",
    content,
    heading,
    phrase: "",
    at: next,
  };
  return { form, parts: [...parts, part], next: next + 1 };
}

/** With a part moved up (-1) or down (1); at the end of the list it stays. */
export function moved(draft: Draft, at: number, by: -1 | 1): Draft {
  const from = draft.parts.findIndex((part) => part.at === at);
  const part = draft.parts[from];
  if (!part || from + by < 0 || from + by >= draft.parts.length) return draft;
  const parts = draft.parts.filter((other) => other !== part);
  parts.splice(from + by, 0, part);
  return { ...draft, parts };
}

export const changed = (draft: Draft, at: number, patch: Partial<PartDraft>): Draft => ({
  ...draft,
  parts: draft.parts.map((part) => (part.at === at ? { ...part, ...patch } : part)),
});

export const removed = (draft: Draft, at: number): Draft => ({
  ...draft,
  parts: draft.parts.filter((part) => part.at !== at),
});

/** Whether two drafts say the same. */
export const same = (one: Draft, other: Draft): boolean =>
  JSON.stringify(toSave(one)) === JSON.stringify(toSave(other));
