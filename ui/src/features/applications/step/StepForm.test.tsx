import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Requirement, Stage } from "../../../ipc";
import { show } from "../testFrame";
import { rowOf } from "../testRows";
import StepForm from "./StepForm";

const program = vi.hoisted(() => ({ applicationAdvance: vi.fn(), amountRead: vi.fn() }));
vi.mock("../../../ipc", () => ({ commands: program, CommandError: class extends Error {} }));

const view = { application: { id: 7, title: "Flere skal med" }, row: rowOf({ id: 7 }) };

function open(to: Stage, lacks: readonly Requirement[] = []) {
  const onDone = vi.fn();
  const onCancel = vi.fn();
  const shown = show(
    <StepForm
      application={{ id: 7, version: 3, title: "Flere skal med" }}
      to={to}
      lacks={lacks}
      today="2019-03-12"
      requested="1000.00"
      onDone={onDone}
      onCancel={onCancel}
    />,
  );
  return { ...shown, onDone, onCancel };
}

beforeEach(() => {
  vi.clearAllMocks();
  program.applicationAdvance.mockResolvedValue({ view, changed: [] });
  program.amountRead.mockImplementation((text: string) => Promise.resolve(text === "" ? null : `${text}.00`));
});

test("a rejection asks why before it is sent", async () => {
  const { user, onDone } = open("rejected");
  await user.click(screen.getByRole("button", { name: "Take the step" }));
  expect(await screen.findByText("The reason is missing")).toBeTruthy();
  expect(program.applicationAdvance).not.toHaveBeenCalled();
  await user.type(screen.getByLabelText("Reason"), "Too few citizens");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onDone).toHaveBeenCalledWith(view));
  expect(program.applicationAdvance).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      applicationId: 7,
      version: 3,
      stage: "rejected",
      takenOn: "2019-03-12",
      reason: "Too few citizens",
    }),
  );
});

test("what blocks is said in words and keeps the step from being taken", async () => {
  const { user } = open("submitted", [
    { missing: "approval", blocks: true },
    { missing: "proof_of_sending", blocks: false },
  ]);
  expect(screen.getByText("Political approval is missing")).toBeTruthy();
  expect(screen.getByText("Proof of sending is missing")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Take the step" }).getAttribute("aria-disabled")).toBe("true");
  await user.click(screen.getByRole("button", { name: "Take the step" }));
  expect(program.applicationAdvance).not.toHaveBeenCalled();
});

test("a conditional grant is sent with its amount and its conditions", async () => {
  const { user, onDone } = open("conditionally_granted");
  await user.type(screen.getByLabelText("Amount granted, DKK"), "900");
  await user.click(screen.getByRole("button", { name: "Add condition" }));
  await user.type(screen.getByLabelText("Condition 1"), "New budget");
  await user.type(screen.getByLabelText("Condition 1 to be met by"), "17.5.2019");
  await user.click(screen.getByRole("button", { name: "Take the step" }));
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(program.applicationAdvance).toHaveBeenCalledWith(
    expect.objectContaining({ awarded: "900.00", conditions: [{ text: "New budget", dueOn: "2019-05-17" }] }),
  );
});

test("a refusal is told and keeps what was typed", async () => {
  program.applicationAdvance.mockRejectedValue({
    code: "step_blocked",
    field: null,
    params: { record: "Flere skal med", missing: "approval" },
    detail: "",
  });
  const { user, onDone } = open("rejected");
  await user.type(screen.getByLabelText("Reason"), "Too few{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Political approval is missing")).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>("Reason").value).toBe("Too few");
  expect(onDone).not.toHaveBeenCalled();
});
