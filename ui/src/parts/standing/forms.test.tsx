import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { ActionsProvider } from "../../app/actions";
import { NotifyProvider } from "../../app/notify";
import { SessionProvider } from "../../app/session";
import type { PutView, SessionView } from "../../ipc";
import AssessForm from "./AssessForm";
import ChoiceForm from "./ChoiceForm";

const program = vi.hoisted(() => ({ assessmentSave: vi.fn(), choiceSave: vi.fn() }));
vi.mock("../../ipc", () => ({ commands: program, CommandError: class extends Error {} }));

let files = 0;
function show(form: ReactNode) {
  // A file of its own for each test, for what is typed is kept by file while the program runs.
  files += 1;
  const started: SessionView = {
    version: "0.1.0",
    preferences: { language: "en" },
    file: { path: `/tmp/${files}.db`, bytes: null, access: "write", problem: null, choices: [], lastBackup: null },
    municipality: { id: 1, code: "173", name: "Lyngby-Taarbæk" },
    municipalities: [],
    example: false,
  };
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <SessionProvider started={started}>
          <NotifyProvider>
            <ActionsProvider>{form}</ActionsProvider>
          </NotifyProvider>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  return userEvent.setup();
}

beforeEach(() => {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  vi.resetAllMocks();
});

test("an assessment asks for a stance, and for the reason where we do not apply, before anything is sent", async () => {
  const onEnd = vi.fn();
  const user = show(<AssessForm about={{ poolId: 5 }} newest={undefined} onEnd={onEnd} />);
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(screen.getByText("Choose what you think.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /^Assessment/ }));
  await user.click(await screen.findByRole("option", { name: "Do not apply" }));
  await user.click(screen.getByRole("button", { name: "Save assessment" }));
  expect(await screen.findByText("Choose why not.")).toBeTruthy();
  expect(program.assessmentSave).not.toHaveBeenCalled();

  await user.click(screen.getByRole("button", { name: /^Reason/ }));
  await user.click(await screen.findByRole("option", { name: "Target group too small" }));
  await user.type(screen.getByRole("textbox", { name: "Hours to apply" }), "1.200");
  program.assessmentSave.mockResolvedValueOnce({ view: { standing: {} }, changed: ["assessment"] });
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onEnd).toHaveBeenCalledOnce());
  expect(program.assessmentSave).toHaveBeenCalledWith({
    poolId: 5,
    initiativeId: null,
    stance: "do_not_apply",
    reason: "target_group_small",
    text: "",
    assessedOn: null,
    applicationHours: 1200,
    reportingHours: null,
  });
});

test("a refused assessment keeps what was typed, and Escape asks before it is lost", async () => {
  const onEnd = vi.fn();
  const newest = { stance: "unclear", reason: null, text: "", applicationHours: null, reportingHours: null };
  const user = show(<AssessForm about={{ poolId: 6 }} newest={newest as never} onEnd={onEnd} />);
  const words = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "In words" });
  await user.type(words, "Afventer »udspil«");
  program.assessmentSave.mockRejectedValueOnce(new Error("changed meanwhile"));
  await user.click(screen.getByRole("button", { name: "Save assessment" }));
  expect(await screen.findByText(/^Something unforeseen/)).toBeTruthy();
  expect(words.value).toBe("Afventer »udspil«");
  await user.click(words);
  await user.keyboard("{Escape}");
  expect(onEnd).not.toHaveBeenCalled();
  await user.click(await screen.findByRole("button", { name: "Discard" }));
  expect(onEnd).toHaveBeenCalledOnce();
});

test("the final choice shows the condition it answers, and not to apply wants a reason", async () => {
  const put = { condition: "hvis forvaltningen vurderer den relevant" } as PutView;
  const user = show(<ChoiceForm poolId={7} open={put} onEnd={vi.fn()} />);
  expect(screen.getByText(/hvis forvaltningen vurderer den relevant/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /^Final choice/ }));
  await user.click(await screen.findByRole("option", { name: "Do not apply" }));
  await user.click(screen.getByRole("button", { name: "Save choice" }));
  expect(screen.getByText("Say why it is not applied for.")).toBeTruthy();
  await user.type(screen.getByRole("textbox", { name: "Answer to the condition" }), "For lille");
  program.choiceSave.mockResolvedValueOnce({ view: { standing: {} }, changed: ["final_choice"] });
  await user.click(screen.getByRole("button", { name: "Save choice" }));
  expect(program.choiceSave).toHaveBeenCalledWith({
    poolId: 7,
    choice: "do_not_apply",
    reason: "For lille",
    chosenOn: null,
  });
});
