import { expect, test } from "vitest";

const files = import.meta.glob<string>("../**/locales/da.po", { query: "?raw", import: "default", eager: true });

test("a message that stands in several files says the same in each, for they are merged", () => {
  const said = new Map<string, string>();
  const differs: string[] = [];
  for (const text of Object.values(files)) {
    for (const [, context = "", id = "", words = ""] of text.matchAll(
      /(?:msgctxt "(.*)"\n)?msgid "(.+)"\nmsgstr "(.*)"/g,
    )) {
      const key = `${context} ${id}`;
      if ((said.get(key) ?? words) !== words) differs.push(`${id}: ${said.get(key)} / ${words}`);
      said.set(key, words);
    }
  }
  expect(said.size).toBeGreaterThan(100);
  expect(differs).toEqual([]);
});
