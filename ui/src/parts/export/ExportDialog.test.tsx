import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { ActionsProvider } from "../../app/actions";
import { NotifyProvider } from "../../app/notify";
import { SessionProvider } from "../../app/session";
import type { PaperPreview, SessionView } from "../../ipc";
import { report } from "../report/testReport";
import { ExportButton } from "./ExportButton";

const program = vi.hoisted(() => ({
  paperPreview: vi.fn(),
  paperPick: vi.fn(),
  paperWrite: vi.fn(),
  paperProgress: vi.fn(),
  paperStop: vi.fn(),
  paperOpen: vi.fn(),
  paperShow: vi.fn(),
}));
const Refusal = vi.hoisted(
  () =>
    class extends Error {
      constructor(readonly failure: unknown) {
        super();
      }
    },
);
vi.mock("../../ipc", () => ({ commands: program, CommandError: Refusal }));

const preview = (patch: Partial<PaperPreview> = {}): PaperPreview => ({
  report: report(),
  files: [],
  formats: ["docx", "pdf", "json"],
  fileName: "Punkt 3 - Satspuljen 2019",
  leftOut: 0,
  remarks: [],
  ...patch,
});

const refusal = (code: string, params: Record<string, string> = {}) =>
  new Refusal({ code, field: null, params, detail: "" });

beforeEach(() => {
  vi.clearAllMocks();
  program.paperPreview.mockResolvedValue(preview());
  program.paperWrite.mockImplementation((_asked: unknown, _format: unknown, path: string) =>
    Promise.resolve({ path, bytes: 48_200, withoutGlyph: [] }),
  );
  program.paperProgress.mockResolvedValue(null);
  program.paperStop.mockResolvedValue(null);
  program.paperShow.mockResolvedValue(null);
});

async function open() {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  const started = {
    preferences: { language: "en" },
    file: { path: "/tmp/a.db", access: "write" },
    municipality: { id: 1, code: "173", name: "Lyngby-Taarbæk" },
    municipalities: [],
  } as unknown as SessionView;
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <SessionProvider started={started}>
          <NotifyProvider>
            <ActionsProvider>
              <ExportButton of={{ kind: "case", id: 4, form: null, copy: null }} title="Satspuljen 2019" />
            </ActionsProvider>
          </NotifyProvider>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Export …" }));
  // The dialog is loaded when it is first asked for.
  const first = await screen.findByRole("radio", { name: /^Word/ }, { timeout: 20_000 });
  await waitFor(() => expect(document.activeElement).toBe(first));
  return user;
}

const field = () => screen.getByRole("textbox", { name: "File" });

test("shows the paper, and writes it to a typed path with the ending of its format", async () => {
  const user = await open();
  expect(screen.getByRole("heading", { name: "Satspuljen 2019 (Beslutning)", level: 3 })).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: /^PDF/ }));
  await user.clear(field());
  await user.type(field(), "/papirer/Punkt 3");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText(/The file lies at/)).toBeTruthy();
  expect(program.paperWrite).toHaveBeenCalledWith(
    { of: { kind: "case", id: 4, form: null, copy: null }, asOf: null, language: "da", closed: false },
    "pdf",
    "/papirer/Punkt 3.pdf",
    false,
  );
  expect(screen.getByText("48 kB")).toBeTruthy();
  const [start] = screen.getAllByRole("button", { name: "Open" });
  expect(document.activeElement).toBe(start);
  await user.click(screen.getByRole("button", { name: "Show in folder" }));
  expect(program.paperShow).toHaveBeenCalledWith("/papirer/Punkt 3.pdf");
});

test("a typed ending of one of the formats chooses it", async () => {
  const user = await open();
  await user.clear(field());
  await user.type(field(), "/papirer/item.pdf");
  expect((screen.getByRole("radio", { name: /^PDF/ }) as HTMLInputElement).checked).toBe(true);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText(/The file lies at/);
  expect(program.paperWrite).toHaveBeenLastCalledWith(expect.anything(), "pdf", "/papirer/item.pdf", false);
});

test("what the paper does not say is said beside it", async () => {
  const remarks = [{ da: "Mødets dag er ikke oplyst: BIU.", en: "The day of the meeting is not stated: BIU." }];
  program.paperPreview.mockResolvedValue(preview({ remarks }));
  await open();
  expect(screen.getByText("1 thing to know before it is handed on:")).toBeTruthy();
  expect(screen.getByText("The day of the meeting is not stated: BIU.")).toBeTruthy();
});

test("asks before a file that was typed is replaced, and not where the system's dialog has asked", async () => {
  const user = await open();
  program.paperWrite.mockRejectedValueOnce(refusal("file_exists", { file: "/papirer/a.docx" }));
  await user.clear(field());
  await user.type(field(), "/papirer/a");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await user.click(await screen.findByRole("button", { name: "Replace" }));
  await screen.findByText(/The file lies at/);
  expect(program.paperWrite.mock.calls.map((call) => call.slice(1))).toEqual([
    ["docx", "/papirer/a.docx", false],
    ["docx", "/papirer/a.docx", true],
  ]);
  program.paperPick.mockResolvedValue("/papirer/b.docx");
  await user.click(screen.getByRole("button", { name: "Choose …" }));
  await waitFor(() =>
    expect(program.paperWrite).toHaveBeenLastCalledWith(expect.anything(), "docx", "/papirer/b.docx", true),
  );
});

test("offers another name where a program has the file open, and keeps what was typed", async () => {
  const user = await open();
  program.paperWrite.mockRejectedValueOnce(
    refusal("file_in_use", { file: "/papirer/a.docx", other: "/papirer/a (2).docx" }),
  );
  await user.clear(field());
  await user.type(field(), "/papirer/a.docx");
  await user.keyboard("{Control>}{Enter}{/Control}");
  const other = await screen.findByRole("button", { name: "Save as a (2).docx" });
  expect(document.activeElement).toBe(field());
  expect((field() as HTMLInputElement).value).toBe("/papirer/a.docx");
  await user.click(other);
  await screen.findByText(/The file lies at/);
  expect(program.paperWrite).toHaveBeenLastCalledWith(expect.anything(), "docx", "/papirer/a (2).docx", false);
});

test("a closed item is shown and written only once someone has said that it may be", async () => {
  program.paperPreview.mockImplementation(({ closed }: { closed: boolean }) =>
    closed ? Promise.resolve(preview({ report: report({ closed }) })) : Promise.resolve(preview({ leftOut: 2 })),
  );
  const user = await open();
  expect(screen.getByText("2 closed items are left out.")).toBeTruthy();
  await user.click(screen.getByRole("checkbox", { name: "Include closed items" }));
  expect(await screen.findByText("Closed item: not for the public")).toBeTruthy();
  expect(screen.getByText(/must not be published/)).toBeTruthy();
});

test("what takes long shows how far it has come and can be stopped", async () => {
  let refuse: (why: unknown) => void = () => {};
  program.paperWrite.mockImplementation(() => new Promise((_, reject) => (refuse = reject)));
  program.paperProgress.mockResolvedValue({ done: 3, of: 12, file: "Budget.xlsx" });
  const user = await open();
  await user.clear(field());
  await user.type(field(), "/papirer/a.docx");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Writing: 3 of 12", undefined, { timeout: 5000 })).toBeTruthy();
  expect(screen.getByRole("progressbar", { name: "Written" })).toBeTruthy();
  expect((field() as HTMLInputElement).readOnly).toBe(true);
  await user.click(screen.getByRole("button", { name: "Stop" }));
  expect(program.paperStop).toHaveBeenCalled();
  // It is heard at once, however long it takes to come to a place where it can stop.
  screen.getByText("Stopping …");
  expect(screen.getByRole("button", { name: "Stop" }).getAttribute("aria-disabled")).toBe("true");
  await user.click(screen.getByRole("button", { name: "Stop" }));
  expect(program.paperStop).toHaveBeenCalledTimes(1);
  refuse(refusal("export_stopped", { file: "/papirer/a.docx" }));
  expect(await screen.findByText(/The export was stopped/)).toBeTruthy();
  expect(screen.queryByRole("progressbar")).toBeNull();
});

test("of a single file it is said which, and not how far", async () => {
  let end: (done: unknown) => void = () => {};
  program.paperWrite.mockImplementation(() => new Promise((resolve) => (end = resolve)));
  program.paperProgress.mockResolvedValue({ done: 0, of: 2, file: "" });
  const user = await open();
  await user.clear(field());
  await user.type(field(), "/papirer/a.docx");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Writing a.docx …", undefined, { timeout: 5000 })).toBeTruthy();
  expect(screen.getByRole("progressbar", { name: "Written" }).hasAttribute("value")).toBe(false);
  end({ path: "/papirer/a.docx", bytes: 1, withoutGlyph: [] });
  expect(await screen.findByText(/The file lies at/)).toBeTruthy();
  expect((field() as HTMLInputElement).readOnly).toBe(false);
});
