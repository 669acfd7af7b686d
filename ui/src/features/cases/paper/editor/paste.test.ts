import { getSchema } from "@tiptap/core";
import { DOMParser as Reader } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import type { ProseBlock } from "../../../../ipc";
import { extensions } from "./nodes";
import { fromWord } from "./paste";
import { fromEditor } from "./tree";

const shown = { shown: (code: string) => ({ text: code, label: code }), className: "" };
const schema = getSchema(extensions(shown, shown));

/** What a text becomes when it is pasted: `- a`, `  1. b`, `# heading`, `*bold*`, `_italic_`. */
function pasted(html: string): string[] {
  const page = new DOMParser().parseFromString(fromWord(html), "text/html");
  return lines(fromEditor(Reader.fromSchema(schema).parse(page.body).toJSON()), "");
}

function lines(blocks: readonly ProseBlock[], indent: string): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "live") return [`${indent}{{${block.code}}}`];
    if (block.type === "paragraph" || block.type === "heading") {
      const words = block.content.map((one) => {
        if (one.type !== "text") return one.type;
        const strong = one.bold ? `*${one.text}*` : one.text;
        return one.italic ? `_${strong}_` : strong;
      });
      return [`${indent}${block.type === "heading" ? "# " : ""}${words.join("")}`];
    }
    return block.content.flatMap(({ content }) => {
      const [first = "", ...rest] = lines(content, `${indent}  `);
      return [`${indent}${block.type === "orderedList" ? "1." : "-"} ${first.trimStart()}`, ...rest];
    });
  });
}

const item = (list: number, level: number, mark: string, words: string) =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l${list} level${level} lfo1'><![if !supportLists]><span
  style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>${words}</p>`;

test("paragraphs, lists, bold and italic come along from Word, the rest is dropped", () => {
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
    <h1 style='color:red'>Økonomi</h1>
    <p class=MsoNormal style='font-family:Arial'>Der er <b>10,0 mio. kr.</b> og <span style='font-style:italic'>mere</span><o:p></o:p></p>
    ${item(0, 1, "·", "Et")}${item(0, 2, "o", "<b>indre</b>")}${item(0, 1, "·", "To")}
    <p class=MsoNormal>Mellem <a href="https://example.org">et link</a></p>
    ${item(1, 1, "1.", "Første")}${item(1, 2, "a)", "led")}${item(1, 1, "2.", "Anden")}
    <table><tr><td>celle 1</td><td>celle 2</td></tr></table><img src="x.png"><!--EndFragment--></body></html>`;
  expect(pasted(html)).toEqual([
    "# Økonomi",
    "Der er *10,0 mio. kr.* og _mere_",
    "- Et",
    "  - *indre*",
    "- To",
    "Mellem et link",
    "1. Første",
    "  1. led",
    "1. Anden",
    "celle 1",
    "celle 2",
  ]);
});

test("a list with numbers right after one with dots is a list of its own", () => {
  expect(pasted(item(0, 1, "·", "Punkt") + item(1, 1, "1.", "Tal"))).toEqual(["- Punkt", "1. Tal"]);
});

test("lists of other programs are lists already", () => {
  expect(pasted("<ol><li>Et<ul><li>indre</li></ul></li><li><p>To</p></li></ol>")).toEqual([
    "1. Et",
    "  - indre",
    "1. To",
  ]);
});
