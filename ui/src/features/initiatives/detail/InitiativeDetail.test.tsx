import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { ActionsProvider } from "../../../app/actions";
import { NotifyProvider } from "../../../app/notify";
import { SessionProvider } from "../../../app/session";
import type { InitiativeRow, InitiativeView, RegisterView, SessionView } from "../../../ipc";
import InitiativeDetail from "./InitiativeDetail";

const program = vi.hoisted(() => ({ initiative: vi.fn(), initiativeCorrect: vi.fn(), sourceOpen: vi.fn() }));
vi.mock("../../../ipc", () => ({ commands: program, CommandError: class extends Error {} }));
vi.mock("@tanstack/react-router", () => ({
  Link: ({ children }: { children: ReactNode }) => <a href="/">{children}</a>,
}));

const text = (da: string) => ({ da, en: "" });
const view: InitiativeView = {
  id: 91,
  version: 1,
  number: 91,
  title: text("Idræt som vej"),
  area: text("Beskæftigelsesområdet"),
  theme: null,
  page: 5,
  mechanisms: ["application_pool"],
  canApply: "unclear",
  canApplyReason: text("Aftalen nævner det ikke."),
  canApplyPlace: "bilag 4, s. 61",
  applicants: text("Partnerskaber"),
  authority: "Kulturministeriet",
  summary: "To puljer.",
  dut: null,
  pools: [],
  standings: [],
  notes: [],
  history: [],
};
const row = {
  id: 91,
  number: 91,
  dut: false,
  title: view.title,
  areaId: 4,
  canApply: "unclear",
  poolCanApply: null,
  amounts: ["10000000.00", null, "10000000.00", null],
  pools: 0,
  poolsCanApply: 0,
  status: null,
  applications: [],
} as unknown as InitiativeRow;
const register = {
  agreement: { firstYear: 2019, lastYear: 2020, priceLevel: 2019 },
  priceLevel: { year: 2019, converted: false },
  areas: [{ id: 4, name: text("Beskæftigelsesområdet") }],
  periods: [
    { key: "2019", kind: "year", year: 2019 },
    { key: "2020", kind: "year", year: 2020 },
    { key: "total", kind: "total", year: null },
    { key: "permanent", kind: "permanent", year: null },
  ],
} as unknown as RegisterView;

let files = 0;
function show(asOf: string | null = null) {
  // A file of its own for each test, for drafts are kept by file while the program runs.
  files += 1;
  const started: SessionView = {
    version: "0.1.0",
    preferences: { language: "en" },
    file: { path: `/tmp/${files}.db`, bytes: null, access: "write", problem: null, choices: [], lastBackup: null },
    municipality: null,
    municipalities: [],
    example: false,
  };
  const onClose = vi.fn();
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <SessionProvider started={started}>
          <NotifyProvider>
            <ActionsProvider>
              <InitiativeDetail row={row} register={register} asOf={asOf} onClose={onClose} />
            </ActionsProvider>
          </NotifyProvider>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  return { onClose, user: userEvent.setup() };
}

beforeEach(() => {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  vi.resetAllMocks();
  program.initiative.mockResolvedValue(view);
});

test("the bars tell their figures and the table is one press away", async () => {
  const { user } = show();
  expect(screen.getByRole("img").getAttribute("aria-label")).toContain("2019: 10.0; 2020: none");
  await user.click(screen.getByRole("button", { name: "Show as table" }));
  expect(screen.getByRole("rowheader", { name: "2019" })).toBeTruthy();
});

test("a correction keeps what was typed when another was quicker, shows both, and saves onto the newer version", async () => {
  const { user } = show();
  await screen.findByText("To puljer.");
  await user.keyboard("{Control>}e{/Control}");
  const summary = await screen.findByRole("textbox", { name: "Summary" });
  await user.clear(summary);
  await user.type(summary, "Mine");
  program.initiativeCorrect.mockRejectedValueOnce(new Error("changed meanwhile"));
  program.initiative.mockResolvedValue({ ...view, version: 2, summary: "Theirs" });
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Theirs");
  expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Summary" }).value).toBe("Mine");
  program.initiativeCorrect.mockResolvedValueOnce({
    view: { ...view, version: 3, summary: "Mine" },
    changed: ["initiative"],
  });
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("textbox", { name: "Summary" })).toBeNull());
  expect(program.initiativeCorrect).toHaveBeenLastCalledWith(expect.objectContaining({ version: 2, summary: "Mine" }));
});

test("Escape leaves an untouched form at once, asks where something was typed, and then closes the detail", async () => {
  const { user, onClose } = show();
  await screen.findByText("To puljer.");
  await user.click(screen.getByRole("button", { name: "Correct" }));
  await screen.findByRole("textbox", { name: "Stated in" });
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("textbox", { name: "Stated in" })).toBeNull();
  expect(onClose).not.toHaveBeenCalled();

  await user.click(screen.getByRole("button", { name: "Correct" }));
  await user.type(await screen.findByRole("textbox", { name: "Stated in" }), "!");
  await user.keyboard("{Escape}");
  await user.click(await screen.findByRole("button", { name: "Discard" }));
  await user.click(screen.getByRole("button", { name: "Correct" }));
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Stated in" }).value).toBe("bilag 4, s. 61");
  await user.keyboard("{Escape}{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
});

test("nothing is corrected as of a date or in a file opened for reading, and the reason stands there", async () => {
  show("2019-03-12");
  await screen.findByText("To puljer.");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Correct" }).disabled).toBe(true);
  expect(screen.getByText("Corrections are off while the register is shown as of 12 March 2019.")).toBeTruthy();
});

test("the share is said not to be stated where the agreement divides without figures", async () => {
  program.initiative.mockResolvedValue({ ...view, dut: { recipient: "split", place: "bilag 2, s. 32", share: null } });
  show();
  expect(await screen.findByText("Municipal share not stated")).toBeTruthy();
  expect(screen.getByText(/has no figure for each/)).toBeTruthy();
});
