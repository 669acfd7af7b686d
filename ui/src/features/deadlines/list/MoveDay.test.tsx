import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import MoveDay from "../../../parts/days/MoveDay";
import { testItem } from "../../../parts/days/testItems";
import { show } from "../testFrame";

const program = vi.hoisted(() => ({ deadlineMarkSave: vi.fn(), weekdayCheck: vi.fn(() => Promise.resolve(null)) }));
vi.mock("../../../ipc", () => ({ commands: program, CommandError: class extends Error {} }));

test("a day is moved with a reason, and what was typed stays where that is refused", async () => {
  const closed = vi.fn();
  const item = testItem(14, { kind: "final_report", subjectId: 8, part: "" });
  const { user } = show(<MoveDay item={item} to="2019-04-02" onClose={closed} />, {});
  const reason = await screen.findByLabelText("Reason");
  const day = screen.getByLabelText<HTMLInputElement>("New day");
  expect(document.activeElement).toBe(day);
  expect(day.value).toBe("02.04.2019");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(program.deadlineMarkSave).not.toHaveBeenCalled();

  fireEvent.change(reason, { target: { value: "Agreed with the ministry" } });
  const refusal = { code: "record_changed", field: null, params: {}, detail: "" };
  program.deadlineMarkSave.mockRejectedValueOnce(refusal);
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByRole("alert")).toBeDefined();
  expect(closed).not.toHaveBeenCalled();
  expect(screen.getByLabelText<HTMLTextAreaElement>("Reason").value).toBe("Agreed with the ministry");

  program.deadlineMarkSave.mockResolvedValueOnce({ view: null, changed: [], moved: [] });
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(program.deadlineMarkSave).toHaveBeenLastCalledWith(
    expect.objectContaining({
      municipalityId: 1,
      subjectId: 8,
      kind: "final_report",
      pinnedOn: "2019-04-02",
      pinnedReason: "Agreed with the ministry",
      doneOn: null,
    }),
  );
});
