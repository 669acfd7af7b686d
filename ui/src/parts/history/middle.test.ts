import { expect, test } from "vitest";
import { middle } from "./middle";

const words = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `word${from + n}`).join(" ");

test("only what changed is kept, with its neighbours", () => {
  const before = `${words(0, 20)} old ${words(20, 40)}`;
  const after = `${words(0, 20)} quite new ${words(20, 40)}`;
  expect(middle(before, after)).toEqual({
    before: `… ${words(16, 20)} old ${words(20, 24)} …`,
    after: `… ${words(16, 20)} quite new ${words(20, 24)} …`,
    trimmed: true,
  });
});

test("an addition at the end, and a word that is repeated", () => {
  const text = words(0, 30);
  expect(middle(text, `${text} word29`).after).toBe(`… ${words(26, 30)} word29`);
  expect(middle(text, `${text} word29`).before).toBe(`… ${words(26, 30)}`);
});

test("short texts and texts with nothing in common stay whole", () => {
  expect(middle("ja", "nej").trimmed).toBe(false);
  const other = words(50, 80);
  expect(middle(words(0, 30), other)).toEqual({ before: words(0, 30), after: other, trimmed: false });
});
