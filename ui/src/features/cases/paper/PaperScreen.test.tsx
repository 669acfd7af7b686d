import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { ActionsProvider } from "../../../app/actions";
import { NotifyProvider } from "../../../app/notify";
import { SessionProvider } from "../../../app/session";
import type { CaseText, CaseView, CopyView, PaperPart, PaperView, ProseBlock, SessionView } from "../../../ipc";
import { changedFigure, report } from "../../../parts/report/testReport";
import PaperScreen from "./PaperScreen";

const program = vi.hoisted(() => ({
  paper: vi.fn(),
  paperTextSave: vi.fn(),
  paperTextDiscard: vi.fn(),
  paperAccept: vi.fn(),
  paperHandIn: vi.fn(),
  paperTakeBack: vi.fn(),
  paperPreview: vi.fn(),
  paperAppendixSave: vi.fn(),
  caseSave: vi.fn(),
  register: vi.fn(),
  pools: vi.fn(),
  applications: vi.fn(),
}));
const Refusal = vi.hoisted(
  () =>
    class extends Error {
      constructor(readonly failure: unknown) {
        super();
      }
    },
);
vi.mock("../../../ipc", () => ({ commands: program, CommandError: Refusal }));

// What is loaded late is waited for, however slow the machine.
configure({ asyncUtilTimeout: 20_000 });

const line = (words: string, code?: string): ProseBlock => ({
  type: "paragraph",
  content: [
    { type: "text", text: words, bold: false, italic: false },
    ...(code ? [{ type: "figure" as const, code }] : []),
  ],
});
const part = (key: string, patch: Partial<PaperPart>) =>
  ({
    key,
    content: "own",
    heading: key,
    state: "draft",
    prose: [],
    draft: null,
    row: null,
    changed: [],
    ...patch,
  }) as PaperPart;
const row = { id: 7, version: 3, acceptedOn: "2019-03-01" } as CaseText;
const copy: CopyView = {
  id: 4,
  version: 1,
  handedIn: { at: "2019-03-12T09:15:00Z", by: "Mette Holm", number: 1 },
  withdrawnOn: null,
  reason: "",
};
const paper = (patch: Partial<PaperView> = {}): PaperView => ({
  committeeCaseId: 1,
  title: "Satspuljen",
  asOf: "2019-03-12",
  form: "a",
  forms: [
    { key: "a", name: "Lyngby-Taarbæk", own: false, template: false },
    { key: "b", name: "København", own: false, template: false },
  ],
  parts: [
    part("Sagsfremstilling", {
      state: "accepted",
      row,
      prose: [line("Rammen er ", "pool.91.2019")],
      draft: [line("Aftalen rummer ", "pool.91.2019")],
      changed: [changedFigure],
    }),
    part("Lovgrundlag", { prose: [line("Aftalen af 13. november 2018.")] }),
    part("Økonomi", { state: "empty" }),
  ],
  leftOver: [part("Resumé", { state: "accepted", row: { ...row, id: 9 }, prose: [line("Gammelt.")] })],
  figures: [{ code: "pool.91.2019", label: changedFigure.label, shown: "10,0 mio. kr.", subject: "91 Idræt" }],
  lives: [],
  changed: [changedFigure],
  appendices: [],
  documents: [],
  drafts: 1,
  missing: [
    { da: "Udkast, som ingen har godkendt (1): Lovgrundlag.", en: "Drafts that nobody has accepted (1): Lovgrundlag." },
  ],
  handedIn: null,
  copies: [],
  report: report(),
  ...patch,
});
const reply = (view: PaperView) => Promise.resolve({ view, changed: [] });

beforeEach(() => {
  vi.clearAllMocks();
});

async function show(view: PaperView, access = "write") {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  program.register.mockResolvedValue({ agreement: { id: 1, firstYear: 2019 } });
  program.pools.mockResolvedValue({ pools: [] });
  program.applications.mockResolvedValue({ applications: [] });
  program.paper.mockResolvedValue(view);
  const started = {
    preferences: { language: "en" },
    file: { path: "/tmp/a.db", access },
    municipality: { id: 1, code: "173", name: "Lyngby-Taarbæk" },
    municipalities: [],
  } as unknown as SessionView;
  const caseView = {
    committeeCase: { id: 1, form: "a" },
    points: [],
    readings: [],
    history: [],
  } as unknown as CaseView;
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <SessionProvider started={started}>
          <NotifyProvider>
            <ActionsProvider>
              <PaperScreen view={caseView} />
            </ActionsProvider>
          </NotifyProvider>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  await screen.findByRole("region", { name: "Sagsfremstilling" }).catch(() => screen.findByText(/Handed in/));
  return userEvent.setup();
}
const region = (name: string) => within(screen.getByRole("region", { name }));

test("each part says how it stands, and an accepted one what its figure said", async () => {
  await show(paper());
  const body = region("Sagsfremstilling");
  body.getByText("Accepted");
  body.getByText("was 9,5 mio. kr.", { exact: false });
  region("Lovgrundlag").getByText("Draft from data, not accepted");
  region("Økonomi").getByText("Empty");
  const changed = region("1 figure has changed since its text was accepted");
  changed.getByText("9,5 mio. kr.");
  changed.getByText("10,0 mio. kr.");
  region("Not in the paper").getByText("Gammelt.");
});

test("a draft is accepted as it is", async () => {
  const user = await show(paper());
  program.paperTextSave.mockImplementation(() => reply(paper({ drafts: 0 })));
  await user.click(screen.getByRole("button", { name: "Accept “Lovgrundlag”" }));
  expect(program.paperTextSave).toHaveBeenCalledWith({
    committeeCaseId: 1,
    key: "Lovgrundlag",
    id: 0,
    version: 0,
    prose: [line("Aftalen af 13. november 2018.")],
  });
  await screen.findByRole("button", { name: "Correct “Lovgrundlag”" });
});

test("the points the program wrote are accepted, and the keyboard goes on to them", async () => {
  const points = (state: PaperPart["state"]) =>
    paper({
      parts: [...paper().parts, part("recommendation", { content: "recommendation", heading: "Indstilling", state })],
    });
  const user = await show(points("draft"));
  program.paperAccept.mockImplementation(() => {
    program.paper.mockResolvedValue(points("from_case"));
    return reply(points("from_case"));
  });
  await user.click(screen.getByRole("button", { name: "Accept “Indstilling”" }));
  expect(program.paperAccept).toHaveBeenCalledWith(1, "recommendation");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "New point" })));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Accept “Indstilling”" })).toBeNull());
});

test("a text with changed figures is accepted again, or given back to its draft", async () => {
  const user = await show(paper());
  program.paperTextSave.mockImplementation(() => reply(paper()));
  program.paperTextDiscard.mockImplementation(() => reply(paper()));
  await user.click(screen.getByRole("button", { name: "Accept again with the new figures" }));
  expect(program.paperTextSave.mock.lastCall?.[0]).toMatchObject({ id: 7, version: 3 });
  await user.click(screen.getByText("The draft now says …"));
  await user.click(screen.getByRole("button", { name: "Use the draft again" }));
  await waitFor(() => expect(program.paperTextDiscard).toHaveBeenCalledWith(7, 3));
});

test("handing in says what is not done, and closes the texts", async () => {
  const user = await show(paper());
  program.paperHandIn.mockImplementation(() => {
    program.paper.mockResolvedValue(paper({ handedIn: copy, copies: [copy] }));
    return reply(paper({ handedIn: copy, copies: [copy] }));
  });
  await user.click(screen.getByRole("button", { name: "Hand in …" }));
  const dialog = within(await screen.findByRole("dialog"));
  dialog.getByText("2 things are not in place:");
  dialog.getByText("Drafts that nobody has accepted (1): Lovgrundlag.");
  dialog.getByText(/1 figure has changed/);
  await user.click(dialog.getByRole("button", { name: "Hand in" }));
  await screen.findByRole("button", { name: "Take back …" });
  expect(screen.queryByRole("button", { name: /^Correct/ })).toBeNull();
  screen.getByText(/1 figure has changed since the paper was handed in/);
});

test("a file that is read only is not written in", async () => {
  await show(paper(), "read_only");
  expect(screen.queryByRole("button", { name: /^(Correct|Accept “|Write)/ })).toBeNull();
  expect(screen.getByRole("button", { name: "Hand in …" })).toHaveProperty("disabled", true);
});

test("an earlier copy is looked at as it was handed in", async () => {
  const earlier = { ...copy, withdrawnOn: "2019-03-13", reason: "Et tal var forkert." };
  const user = await show(paper({ copies: [earlier] }));
  program.paperPreview.mockResolvedValue({ report: report() });
  await user.click(screen.getByRole("button", { name: "Show copy 1" }));
  expect(program.paperPreview.mock.lastCall?.[0].of).toEqual({ kind: "case", id: 1, form: null, copy: 4 });
  await screen.findByRole("region", { name: "Copy 1 as it was handed in" });
});

test("the button that accepts every draft stays when there are none, and keeps the keyboard", async () => {
  const user = await show(paper());
  program.paperAccept.mockImplementation(() => {
    program.paper.mockResolvedValue(paper({ drafts: 0 }));
    return reply(paper({ drafts: 0 }));
  });
  await user.click(screen.getByRole("button", { name: "Accept all drafts (1)" }));
  const none = await screen.findByRole("button", { name: "Accept all drafts (0)" });
  expect(document.activeElement).toBe(none);
  await user.click(none);
  expect(program.paperAccept).toHaveBeenCalledTimes(1);
});

test("handing in names the tables that are left out because they are empty", async () => {
  const lives = [
    { code: "economy", label: { da: "Økonomi pr. budgetår", en: "Economy by year" }, empty: true },
    { code: "pools", label: { da: "Puljer", en: "Pools" }, empty: false },
    { code: "plan", label: { da: "Plan", en: "Plan" }, empty: true },
  ];
  const prose: ProseBlock[] = [
    { type: "live", code: "economy" },
    { type: "live", code: "pools" },
  ];
  const user = await show(paper({ lives, parts: [part("Sagsfremstilling", { state: "accepted", row, prose })] }));
  await user.click(screen.getByRole("button", { name: "Hand in …" }));
  const dialog = within(await screen.findByRole("dialog"));
  dialog.getByText("1 table has nothing in it now and is left out of the paper: Economy by year.");
});

async function append(kind: string) {
  const user = await show(paper({ documents: [{ id: 3, name: "Budget.xlsx", application: "91 Idræt" }] }));
  await waitFor(() => expect(program.register).toHaveBeenCalled());
  await user.click(screen.getByRole("button", { name: "Add appendix" }));
  await user.click(await screen.findByRole("menuitem", { name: kind }));
  await screen.findByRole("form", { name: "New appendix" });
  return user;
}

test("a table of pools has its usual title, ready to be changed", async () => {
  await append("Table of pools");
  const title = screen.getByRole("textbox", { name: "Title" }) as HTMLInputElement;
  expect(title.value).toBe("Satspuljer 2019 der kan søges af kommunerne");
});

test("what is wrong with an appendix is told at its field, until the field is changed", async () => {
  const user = await append("Document");
  program.paperAppendixSave.mockRejectedValue(
    new Refusal({ code: "field_required", field: "document_id", params: {}, detail: "" }),
  );
  await user.click(screen.getByRole("button", { name: "Save" }));
  const field = screen.getByRole("combobox", { name: "Document" });
  await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
  await user.type(screen.getByRole("textbox", { name: "Title" }), "B");
  expect(screen.getByRole("combobox", { name: "Document" }).getAttribute("aria-invalid")).toBeNull();
});
