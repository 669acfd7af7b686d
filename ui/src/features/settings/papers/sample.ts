import type { Block, FormDraft, PaperFormPart, Report, Run } from "../../../ipc";

/** A case to show a form by. Danish, as every paper is. */
const example: Readonly<Record<string, string>> = {
  item: "3",
  title: "Satspuljen 2019",
  kind: "Beslutning",
  case_number: "2019-0012345",
  committee: "Beskæftigelses- og Integrationsudvalget",
  date: "12. marts 2019",
  day: "12.03.2019",
};

/** A pattern with the example's words in it. */
export const filled = (pattern: string): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => example[name] ?? whole);

const plain = (text: string): Run => ({ text, bold: false, italic: false, figure: "" });
const paragraph = (text: string): Block => ({ block: "paragraph", runs: [plain(text)] });

/** An empty paper in a form: its headings and what always stands under them. */
export function sample({ form, parts }: FormDraft, municipality: string): Report {
  const blocks: Block[] = [];
  const label = filled(form.labelPattern);
  if (label) blocks.push({ block: "label", text: label });
  blocks.push({ block: "heading", level: 1, text: filled(form.titlePattern) });
  for (const part of parts) {
    if (part.heading) blocks.push({ block: "heading", level: 2, text: part.heading });
    for (const text of part.phrase.split(/\n{2,}/)) if (text.trim()) blocks.push(paragraph(text.trim()));
    blocks.push(...under(part, form));
  }
  return {
    schema: "tilsagn-report-1",
    kind: "case",
    title: filled(form.titlePattern),
    language: "da",
    municipality,
    asOf: "2019-03-12",
    handedIn: null,
    closed: false,
    sections: [{ landscape: false, blocks }],
  };
}

function under({ content, phrase }: PaperFormPart, form: FormDraft["form"]): Block[] {
  const point = (text: string) => plain([form.pointPrefix, text].filter(Boolean).join(" "));
  if (content === "recommendation") {
    const points = ["puljen søges,", "medfinansieringen godkendes."].map((text) => ({
      runs: [point(text)],
      inside: [],
    }));
    const list: Block = { block: "list", style: "numbers", items: points };
    return form.intro ? [paragraph(form.intro), list] : [list];
  }
  if (content === "decision") return [paragraph(filled(form.decisionPattern)), paragraph("Ad 1) Godkendt.")];
  return phrase.trim() ? [] : [paragraph("…")];
}
