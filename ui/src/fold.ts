/** Folding for search, the same two ways as the core folds what is searched. */

const toOe: Readonly<Record<string, string>> = { æ: "ae", ø: "oe", å: "aa" };
const toO: Readonly<Record<string, string>> = { æ: "ae", ø: "o", å: "a" };

function folded(text: string, letters: Readonly<Record<string, string>>): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

/** æ→ae, ø→oe, å→aa; small letters, no accents. */
export const foldA = (text: string): string => folded(text, toOe);

/** æ→ae, ø→o, å→a; small letters, no accents. */
export const foldB = (text: string): string => folded(text, toO);

/** A word looked for, in both folds. */
export type Needle = {
  a: string;
  b: string;
  /**
   * Whether fold A alone tells: with neither o nor a in it, a match in fold B cannot touch a letter the folds write
   * differently, so it is in fold A too. Halves the work on large registers.
   */
  aOnly: boolean;
};

/** The words of a query; all of them must match. */
export function needles(query: string): Needle[] {
  return query
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const a = foldA(word);
      const b = foldB(word);
      return { a, b, aOnly: a === b && !/[oa]/.test(a) };
    })
    .filter((needle) => needle.a !== "");
}

/** Whether a word is in a text folded both ways. */
export function found(needle: Needle, a: string, b: string): boolean {
  return a.includes(needle.a) || (!needle.aOnly && b.includes(needle.b));
}

/** Whether whatever matches `later` also matched `earlier`, so that only the earlier matches need be looked at. */
export function narrows(later: readonly Needle[], earlier: readonly Needle[]): boolean {
  return earlier.every((old) => later.some((word) => word.a.includes(old.a) && word.b.includes(old.b)));
}
