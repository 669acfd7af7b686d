import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render, screen, within } from "@testing-library/react";
import axe from "axe-core";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import type { Block } from "../../ipc";
import { ReportPreview } from "./ReportPreview";
import { changedFigure, paragraph, pools, report, run } from "./testReport";

function show(part: ReactNode) {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  return render(<I18nProvider i18n={i18n}>{part}</I18nProvider>);
}

test("a paper has its headings in order, lists that number themselves and letters within", () => {
  show(<ReportPreview report={report()} level={3} />);
  const levels = screen.getAllByRole("heading").map((heading) => `${heading.tagName} ${heading.textContent}`);
  expect(levels).toEqual(["H3 Satspuljen 2019 (Beslutning)", "H4 Resumé", "H4 Indstilling", "H4 Bilag"]);
  const [numbers, letters] = [...document.querySelectorAll("ol")];
  expect(numbers?.type).toBe("1");
  expect(letters?.type).toBe("a");
  expect(letters?.querySelectorAll("br")).toHaveLength(1);
  expect(screen.getByRole("article").lang).toBe("da");
});

test("a draft says so, and a figure that changed says what it was, in the screen's language", () => {
  show(<ReportPreview report={report()} changed={[changedFigure]} />);
  const draft = document.querySelector("[data-draft]");
  expect(draft?.textContent).toContain("Draft, not accepted");
  const figure = document.querySelector<HTMLElement>("[data-figure='pool.91.2019']");
  expect(figure?.textContent).toBe("10,0 mio. kr. was 9,5 mio. kr.");
  expect(figure?.querySelector("[lang]")?.getAttribute("lang")).toBe("en");
});

test("a figure of a table says what it was in the unit of the table", () => {
  const label = { da: "I alt", en: "In all" };
  const change = { code: "application.8.own", label, subject: "Rådgiver", was: "798.000 kr.", now: "899.000 kr." };
  const table: Block = {
    block: "table",
    title: "Økonomi",
    columns: [
      { heading: "Hvad", kind: "text", width: 40 },
      { heading: "1.000 kr.", kind: "number", width: 10 },
    ],
    groups: [],
    rows: [
      {
        kind: "body",
        cells: [
          { cell: "text", blocks: [paragraph(run("Egne"))] },
          { cell: "number", value: "899", decimals: 0, reckoned: null, figure: "application.8.own" },
        ],
      },
    ],
    note: "",
  };
  const report_ = { ...report(), sections: [{ landscape: false, blocks: [table] }] };
  show(<ReportPreview report={report_} changed={[{ ...change, wasInCell: "798", nowInCell: "899" }]} />);
  expect(document.querySelector("[data-figure]")?.textContent).toBe("899 was 798");
});

test("a figure is marked under the heading whose text it has changed in, and under no other", () => {
  const figure = run("10,0 mio. kr.", { figure: "pool.91.2019" });
  const blocks: Block[] = ["Resumé", "Økonomi"].flatMap((text) => [
    { block: "heading", level: 2, text },
    paragraph(figure),
  ]);
  const twice = { ...report(), sections: [{ landscape: false, blocks }] };
  show(<ReportPreview report={twice} changed={new Map([["Økonomi", [changedFigure]]])} />);
  const said = [...document.querySelectorAll("[data-figure]")].map(({ textContent }) => textContent);
  expect(said).toEqual(["10,0 mio. kr.", "10,0 mio. kr. was 9,5 mio. kr."]);
});

test("a paper that is handed in says what it said, and beside it what a figure says now", () => {
  const change = { ...changedFigure, was: "10,0 mio. kr.", now: "11,0 mio. kr." };
  const handedIn = { at: "2019-03-01T10:00:00Z", by: "Anna", number: 1 };
  const { unmount } = show(<ReportPreview report={{ ...report(), handedIn }} changed={[change]} />);
  const figure = () => document.querySelector("[data-figure='pool.91.2019']");
  expect(figure()?.textContent).toBe("10,0 mio. kr. now 11,0 mio. kr.");
  unmount();
  show(<ReportPreview report={{ ...report(), handedIn }} changed={[{ ...change, now: null }]} />);
  expect(figure()?.textContent).toBe("10,0 mio. kr. no longer there");
});

test("a table has a caption, headings over several columns, and numbers as every format writes them", () => {
  show(<ReportPreview report={report()} />);
  const table = screen.getByRole("table", { name: "Satspuljer 2019 der kan søges af kommunerne" });
  const [over, under] = [...table.querySelectorAll("thead tr")];
  expect(over?.querySelector("[scope=colgroup]")?.getAttribute("colspan")).toBe("4");
  expect(
    within(under as HTMLElement)
      .getAllByRole("columnheader")
      .map((cell) => cell.textContent),
  ).toEqual(["2019", "2020", "2021", "2022"]);
  const body = table.querySelectorAll("tbody tr");
  expect([...(body[1]?.children ?? [])].slice(1, 5).map((cell) => cell.textContent)).toEqual([
    "10,0",
    "12,4",
    "-1.234,57",
    "",
  ]);
  expect(body[1]?.firstElementChild?.getAttribute("scope")).toBe("row");
});

test("a paper that was handed in, or is closed, says so once at its top", () => {
  const handedIn = { at: "2019-03-01T10:15:00Z", by: "Anna", number: 2 };
  show(<ReportPreview report={report({ closed: true, handedIn })} />);
  expect(screen.getByText("Closed item: not for the public")).toBeTruthy();
  expect(screen.getByText(/^Handed in 01\.03\.2019 .* by Anna, copy 2$/)).toBeTruthy();
});

test("only some of its sections can be shown", () => {
  show(<ReportPreview report={report()} onlySections={[1]} />);
  expect(screen.getAllByRole("heading").map((heading) => heading.textContent)).toEqual(["Bilag"]);
});

test("nothing in a paper is in the way of anyone who reads it by ear or keyboard", async () => {
  const { container } = show(<ReportPreview report={report({ closed: true })} />);
  const { violations } = await axe.run(container, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});

test("a table of 117 rows comes at once", () => {
  const long = report({ sections: [{ landscape: true, blocks: [pools(117)] }] });
  show(<ReportPreview report={long} />);
  expect(document.querySelectorAll("tbody tr")).toHaveLength(119);
});
