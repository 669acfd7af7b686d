/** What differs between two texts, each with a few words of what they share before and after it. */
export type Middle = { before: string; after: string; trimmed: boolean };

/** Shorter texts are seen at a glance whole. */
const glance = 80;
const neighbours = 4;

export function middle(before: string, after: string): Middle {
  const whole = { before, after, trimmed: false };
  if (Math.max(before.length, after.length) <= glance) return whole;
  const [a, b] = [before.split(" "), after.split(" ")];
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const from = Math.max(0, head - neighbours);
  const left = Math.max(0, tail - neighbours);
  if (from + left === 0) return whole;
  const cut = (words: string[]) =>
    [from > 0 ? "…" : "", ...words.slice(from, words.length - left), left > 0 ? "…" : ""].filter(Boolean).join(" ");
  return { before: cut(a), after: cut(b), trimmed: true };
}
