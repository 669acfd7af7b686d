import { getSchema } from "@tiptap/core";
import { expect, test } from "vitest";
import type { Inline, ProseBlock } from "../../../../ipc";
import { extensions } from "./nodes";
import { fromEditor, toEditor } from "./tree";

const text = (words: string, bold = false, italic = false): Inline => ({ type: "text", text: words, bold, italic });
const line = (...content: Inline[]): ProseBlock => ({ type: "paragraph", content });
const shown = { shown: (code: string) => ({ text: code, label: code }), className: "" };
const schema = getSchema(extensions(shown, shown));

const prose: ProseBlock[] = [
  line(text("Rammen er "), { type: "figure", code: "pool.91.2019" }, text(" i "), text("2019", true), text(".")),
  { type: "heading", content: [text("Økonomi", false, true)] },
  line(text("Først"), { type: "hardBreak" }, text("så\u00a0{{x}}")),
  line(),
  {
    type: "orderedList",
    content: [
      { content: [line(text("Et"))] },
      {
        content: [line(text("To")), { type: "bulletList", content: [{ content: [line(text("a")), line(text("b"))] }] }],
      },
      { content: [line()] },
    ],
  },
  { type: "live", code: "economy" },
  line(text("مرحبا 🎉")),
];

test("a text goes into the editor and comes back the same", () => {
  const doc = schema.nodeFromJSON(toEditor(prose));
  doc.check();
  expect(fromEditor(doc.toJSON())).toEqual(prose);
});

test("nothing comes back as nothing, and without empty lines around it", () => {
  expect(fromEditor(toEditor([]))).toEqual([]);
  expect(fromEditor(toEditor([line(), line(text("x")), line(), line()]))).toEqual([line(text("x"))]);
});

test("an item that begins with a list has its place in the editor", () => {
  const nested: ProseBlock[] = [
    { type: "bulletList", content: [{ content: [{ type: "bulletList", content: [{ content: [line(text("i"))] }] }] }] },
  ];
  const doc = schema.nodeFromJSON(toEditor(nested));
  doc.check();
  expect(fromEditor(doc.toJSON())).toEqual(nested);
});
