import type { Block, Cell, FigureChange, Report, Row, Run } from "../../ipc";

export const run = (text: string, more: Partial<Run> = {}): Run => ({
  text,
  bold: false,
  italic: false,
  figure: "",
  ...more,
});

export const paragraph = (...runs: Run[]): Block => ({ block: "paragraph", runs });

export const number = (value: string, decimals: number, figure = ""): Cell => ({
  cell: "number",
  value,
  decimals,
  reckoned: null,
  figure,
});

export const text = (...runs: Run[]): Cell => ({ cell: "text", blocks: [paragraph(...runs)] });

export const row = (kind: Row["kind"], ...cells: Cell[]): Row => ({ kind, cells });

/** A table of pools as the appendix has it. */
export const pools = (many: number): Block => ({
  block: "table",
  title: "Satspuljer 2019 der kan søges af kommunerne",
  columns: [
    { heading: "Initiativ og aktivitetsområde", kind: "text", width: 24 },
    { heading: "2019", kind: "number", width: 7 },
    { heading: "2020", kind: "number", width: 7 },
    { heading: "2021", kind: "number", width: 7 },
    { heading: "2022", kind: "number", width: 7 },
    { heading: "Beskrivelse", kind: "text", width: 48 },
  ],
  groups: [{ heading: "Økonomi, mio. kr. (2019-pl)", from: 1, columns: 4 }],
  rows: [
    row("heading", text(run("Beskæftigelse"))),
    ...Array.from({ length: many }, (_, at) =>
      row(
        "body",
        text(run(`${at + 1}. Unge med handicap (beskæftigelse)`)),
        number("10", 1, `pool.${at}.2019`),
        number("12.35", 1),
        number("-1234.565", 2),
        { cell: "empty" },
        text(run("Puljen giver til forløb. "), run("Forvaltningens vurdering:", { bold: true }), run(" Bør søges.")),
      ),
    ),
    row(
      "sum",
      text(run("I alt")),
      number("10", 1),
      number("12.4", 1),
      number("0", 1),
      { cell: "empty" },
      {
        cell: "empty",
      },
    ),
  ],
  note: "Afrundet hver for sig.",
});

/** A paper with one of each thing there is. */
export const report = (patch: Partial<Report> = {}): Report => ({
  schema: "tilsagn-report-1",
  kind: "case",
  title: "Satspuljen 2019 (Beslutning)",
  language: "da",
  municipality: "Lyngby-Taarbæk Kommune",
  asOf: "2019-03-12",
  handedIn: null,
  closed: false,
  sections: [
    {
      landscape: false,
      blocks: [
        { block: "label", text: "Punkt 3" },
        { block: "heading", level: 1, text: "Satspuljen 2019 (Beslutning)" },
        { block: "heading", level: 2, text: "Resumé" },
        {
          block: "draft",
          blocks: [paragraph(run("Aftalen giver "), run("10,0 mio. kr.", { figure: "pool.91.2019" }), run(" i 2019."))],
        },
        { block: "heading", level: 2, text: "Indstilling" },
        paragraph(run("Forvaltningen foreslår, at")),
        {
          block: "list",
          style: "numbers",
          items: [
            {
              runs: [run("der søges om midler fra")],
              inside: [
                {
                  block: "list",
                  style: "letters",
                  items: [
                    { runs: [run("pulje 91")], inside: [] },
                    { runs: [run("pulje 92,\nsom ændret")], inside: [] },
                  ],
                },
              ],
            },
            { runs: [run("sagen drøftes.", { italic: true })], inside: [] },
          ],
        },
        { block: "pageBreak" },
        { block: "list", style: "bullets", items: [{ runs: [run("Bilag 1")], inside: [] }] },
      ],
    },
    { landscape: true, blocks: [{ block: "heading", level: 2, text: "Bilag" }, pools(2)] },
  ],
  ...patch,
});

/** A figure of a text that has changed since the text was accepted. */
export const changedFigure: FigureChange = {
  code: "pool.91.2019",
  label: { da: "Beløb 2019", en: "Amount 2019" },
  was: "9,5 mio. kr.",
  now: "10,0 mio. kr.",
  subject: "Idræt",
  wasInCell: null,
  nowInCell: null,
};
