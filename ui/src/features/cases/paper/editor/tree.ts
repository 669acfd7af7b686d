import type { JSONContent } from "@tiptap/core";
import type { Inline, ProseBlock, ProseItem } from "../../../../ipc";

/** The level a sub-heading has in the editor: under the heading of its part. */
export const subHeading = 3;

/** A text as the editor takes it. */
export const toEditor = (prose: readonly ProseBlock[]): JSONContent => ({
  type: "doc",
  content: prose.length > 0 ? prose.map(blockOut) : [{ type: "paragraph" }],
});

function blockOut(block: ProseBlock): JSONContent {
  switch (block.type) {
    case "paragraph":
      return { type: "paragraph", content: block.content.flatMap(inlineOut) };
    case "heading":
      return { type: "heading", attrs: { level: subHeading }, content: block.content.flatMap(inlineOut) };
    case "bulletList":
    case "orderedList":
      return { type: block.type, content: block.content.map(itemOut) };
    case "live":
      return { type: "live", attrs: { code: block.code } };
  }
}

function itemOut({ content }: ProseItem): JSONContent {
  const blocks = content.map(blockOut);
  // In the editor an item begins with a line of text, which may be empty.
  return { type: "listItem", content: blocks[0]?.type === "paragraph" ? blocks : [{ type: "paragraph" }, ...blocks] };
}

/** The editor knows no text without letters. */
function inlineOut(inline: Inline): JSONContent[] {
  if (inline.type === "figure") return [{ type: "figure", attrs: { code: inline.code } }];
  if (inline.type === "hardBreak") return [{ type: "hardBreak" }];
  if (inline.text === "") return [];
  const marks = [inline.bold && { type: "bold" }, inline.italic && { type: "italic" }].filter((mark) => mark !== false);
  return [{ type: "text", text: inline.text, ...(marks.length > 0 && { marks }) }];
}

/** What stands in the editor, as it is kept: without the empty lines before and after it. */
export function fromEditor(doc: JSONContent): ProseBlock[] {
  const blocks = (doc.content ?? []).flatMap(blockIn);
  const first = blocks.findIndex((block) => !isBlank(block));
  if (first < 0) return [];
  return blocks.slice(first, blocks.findLastIndex((block) => !isBlank(block)) + 1);
}

const isBlank = (block: ProseBlock) => block.type === "paragraph" && block.content.length === 0;

function blockIn(node: JSONContent): ProseBlock[] {
  switch (node.type) {
    case "paragraph":
    case "heading":
      return [{ type: node.type, content: (node.content ?? []).flatMap(inlineIn) }];
    case "bulletList":
    case "orderedList":
      return [{ type: node.type, content: (node.content ?? []).map(itemIn) }];
    case "live":
      return [{ type: "live", code: String(node.attrs?.code ?? "") }];
    default:
      return [];
  }
}

function itemIn(node: JSONContent): ProseItem {
  const [first, ...rest] = (node.content ?? []).flatMap(blockIn);
  if (!first) return { content: [] };
  return { content: isBlank(first) && rest.length > 0 ? rest : [first, ...rest] };
}

function inlineIn(node: JSONContent): Inline[] {
  if (node.type === "figure") return [{ type: "figure", code: String(node.attrs?.code ?? "") }];
  if (node.type === "hardBreak") return [{ type: "hardBreak" }];
  if (node.type !== "text" || !node.text) return [];
  const has = (type: string) => node.marks?.some((mark) => mark.type === type) ?? false;
  return [{ type: "text", text: node.text, bold: has("bold"), italic: has("italic") }];
}
