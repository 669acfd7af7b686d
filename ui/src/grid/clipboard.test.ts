import { describe, expect, it } from "vitest";
import { asHtml, asTsv } from "./clipboard";

describe("what is copied", () => {
  it("keeps a cell in one cell", () => {
    expect(asTsv([[{ text: "a\tb\nc" }, { text: "1,5", figure: true }], [{ text: "" }]])).toBe("a b c\t1,5\r\n");
  });

  it("is a table whose text stays text", () => {
    const html = asHtml(["Nr.", "<Titel>"], [[{ text: "7", figure: true }, { text: '17.49 & "mere"' }]]);
    expect(html).toContain("<th>&lt;Titel&gt;</th>");
    expect(html).toContain('<td align="right">7</td>');
    expect(html).toContain("mso-number-format:'\\@'\">17.49 &amp; &quot;mere&quot;</td>");
  });
});
