import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { ActionsProvider } from "../../../app/actions";
import { NotifyProvider } from "../../../app/notify";
import { SessionProvider } from "../../../app/session";
import type { ComingView, Meeting, SessionView } from "../../../ipc";
import ComingForm from "./ComingForm";
import { type Asked, blankCase } from "./shown";

const program = vi.hoisted(() => ({ plannedCaseSave: vi.fn(), applications: vi.fn(), register: vi.fn() }));
vi.mock("../../../ipc", () => ({ commands: program, CommandError: class extends Error {} }));

const meeting = (id: number, heldOn: string) => ({ id, heldOn }) as Meeting;
const view: ComingView = {
  asOf: "2019-03-12",
  committees: [
    {
      committeeId: 2,
      name: "BIU",
      shortName: "BIU",
      meetings: [],
      dropped: [],
      ahead: [meeting(9, "2019-04-09"), meeting(10, "2019-05-07")],
    },
  ],
};
const row = {
  ...blankCase(2, 9, null),
  title: "Slutrapport",
  kind: "final_report" as const,
  replaces: "application:4",
};
const onEnd = vi.fn();

function show(asked: Asked) {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  const started = {
    preferences: { language: "en" },
    file: { path: "/tmp/a.db", access: "write" },
    municipality: { id: 1, code: "173", name: "Lyngby-Taarbæk" },
    municipalities: [],
  } as unknown as SessionView;
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <SessionProvider started={started}>
          <NotifyProvider>
            <ActionsProvider>
              <ComingForm asked={asked} view={view} onEnd={onEnd} />
            </ActionsProvider>
          </NotifyProvider>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  return userEvent.setup();
}

beforeEach(() => {
  vi.clearAllMocks();
  program.plannedCaseSave.mockResolvedValue({ view, changed: ["planned_case"] });
  program.applications.mockResolvedValue({ applications: [] });
  program.register.mockResolvedValue({ agreement: { id: 1 } });
});

test("a case is dropped with a reason, in the place of what follows from data", async () => {
  const user = show({ what: "drop", row });
  await user.click(screen.getByRole("button", { name: "Drop the case" }));
  expect(screen.getByText("Write why.")).toBeTruthy();
  expect(program.plannedCaseSave).not.toHaveBeenCalled();
  await user.type(screen.getByRole("textbox", { name: "Reason" }), "Told by mail{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onEnd).toHaveBeenCalled());
  expect(program.plannedCaseSave).toHaveBeenCalledWith({ ...row, dropped: true, reason: "Told by mail" });
});

test("a case is not moved to the meeting it stands on", async () => {
  const user = show({ what: "move", row });
  await user.type(screen.getByRole("textbox", { name: "Reason" }), "Figures are missing");
  await user.click(screen.getByRole("button", { name: "Move the case" }));
  expect(screen.getByText("Choose another meeting.")).toBeTruthy();
  expect(program.plannedCaseSave).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: /^Meeting/ }));
  await user.click(await screen.findByRole("option", { name: /7 May 2019/ }));
  await user.click(screen.getByRole("button", { name: "Move the case" }));
  await waitFor(() => expect(onEnd).toHaveBeenCalled());
  expect(program.plannedCaseSave.mock.lastCall?.[0]).toMatchObject({ meetingId: 10, reason: "Figures are missing" });
});

test("a new case is written for the first meeting ahead", async () => {
  const user = show({ what: "write", row: blankCase(2, 9, null) });
  await user.type(screen.getByRole("textbox", { name: "What it is about" }), "Status");
  await user.click(screen.getByRole("button", { name: "Save the case" }));
  await waitFor(() => expect(onEnd).toHaveBeenCalled());
  expect(program.plannedCaseSave.mock.lastCall?.[0]).toMatchObject({ title: "Status", meetingId: 9, afterOn: null });
});
