import { foldA, foldB } from "../fold";

/** What a typed part of a name finds, in any spelling; names that begin with it come first. */
export function matching<T extends { label: string }>(options: readonly T[], typed: string): T[] {
  const a = foldA(typed.trim());
  const b = foldB(typed.trim());
  if (a === "") return [...options];
  const begins = (one: T) => foldA(one.label).startsWith(a) || foldB(one.label).startsWith(b);
  const hits = options.filter((one) => foldA(one.label).includes(a) || foldB(one.label).includes(b));
  return [...hits.filter(begins), ...hits.filter((one) => !begins(one))];
}
