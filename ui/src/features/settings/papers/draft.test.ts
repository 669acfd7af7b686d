import { expect, test } from "vitest";
import type { FormView, PaperFormPart, PartContent } from "../../../ipc";
import { added, changed, copied, drafted, lacking, moved, removed, same, toSave } from "./draft";
import { filled, sample } from "./sample";

const part = (id: number, content: PartContent, heading: string, phrase = ""): PaperFormPart => ({
  id,
  version: 1,
  paperFormId: 7,
  position: id - 1,
  key: content,
  content,
  heading,
  phrase,
});

const view: FormView = {
  own: true,
  cases: 2,
  form: {
    id: 7,
    version: 3,
    municipalityId: 1,
    key: "own-form",
    name: "Vores",
    labelPattern: "Punkt {item}",
    titlePattern: "{title} ({kind})",
    intro: "Forvaltningen foreslår,",
    pointPrefix: "at",
    numberSingle: false,
    decisionPattern: "{committee} {day}",
    templateName: "brevpapir.docx",
    templateSha256: "ab",
  },
  parts: [
    part(1, "summary", "Resumé"),
    part(2, "recommendation", "Indstilling"),
    part(3, "legal_basis", "Lovgrundlag", "Serviceloven."),
  ],
};

test("a form of one's own begins as another, without its rows and its template", () => {
  const { form, parts } = toSave(copied(view, "Ny form", 4));
  expect(form).toMatchObject({ id: 0, version: 0, key: "", municipalityId: 4, name: "Ny form", templateName: "" });
  expect(parts.map(({ id, key, heading }) => [id, key, heading])).toEqual([
    [0, "summary", "Resumé"],
    [0, "recommendation", "Indstilling"],
    [0, "legal_basis", "Lovgrundlag"],
  ]);
});

test("parts are added, renamed, moved and removed, and stand in their order when they are saved", () => {
  let draft = added(drafted(view), "own", "Handicap");
  draft = moved(draft, 3, -1);
  draft = changed(draft, 0, { heading: "Kort fortalt" });
  draft = removed(draft, 1);
  expect(toSave(draft).parts.map(({ position, heading }) => [position, heading])).toEqual([
    [0, "Kort fortalt"],
    [1, "Handicap"],
    [2, "Lovgrundlag"],
  ]);
  expect(moved(draft, 0, -1)).toBe(draft);
  expect(same(draft, drafted(view))).toBe(false);
  expect(same(drafted(view), drafted(view))).toBe(true);
});

test("a standard part is offered once, one of one's own always", () => {
  expect(lacking(drafted(view).parts)).not.toContain("summary");
  expect(lacking(drafted(view).parts)).toContain("economy");
  expect(lacking(drafted(view).parts).at(-1)).toBe("own");
});

test("an example is written in the form's own words", () => {
  expect(filled("Punkt {item}: {title} {unknown}")).toBe("Punkt 3: Satspuljen 2019 {unknown}");
  const [section] = sample(view, "Lyngby-Taarbæk Kommune").sections;
  const said = section?.blocks.map((block) =>
    block.block === "paragraph" ? block.runs[0]?.text : block.block === "list" ? "list" : "text" in block && block.text,
  );
  expect(said).toEqual([
    "Punkt 3",
    "Satspuljen 2019 (Beslutning)",
    "Resumé",
    "…",
    "Indstilling",
    "Forvaltningen foreslår,",
    "list",
    "Lovgrundlag",
    "Serviceloven.",
  ]);
});
