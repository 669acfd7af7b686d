import { QueryClient } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { ApplicationRow } from "../../../ipc";
import { show } from "../testFrame";
import { rowOf } from "../testRows";
import { CellEditor } from "./CellEditor";
import { useQuick } from "./useQuick";

const program = vi.hoisted(() => ({ applicationQuickSave: vi.fn(), application: vi.fn(), amountRead: vi.fn() }));
vi.mock("../../../ipc", () => ({ commands: program, CommandError: class extends Error {} }));

const seen = rowOf({ id: 7, version: 3, title: "Flere skal med", requested: "1000.00" });
const viewOf = (row: ApplicationRow, history: unknown[] = []) => ({ row, history });
const changed = { code: "record_changed", field: null, params: { record: "7" }, detail: "" };

function Cell({ leave, typed = null }: { leave: (to: string) => void; typed?: string | null }) {
  const quick = useQuick();
  return (
    <CellEditor
      label="Application"
      field="title"
      row={seen}
      typed={typed}
      save={(row, value) => quick(row, "title", { title: value ?? "" })}
      leave={leave}
    />
  );
}

function edit() {
  const client = new QueryClient();
  client.setQueryData(["applications", null], { asOf: "2019-03-12", applications: [seen] });
  const leave = vi.fn();
  const shown = show(<Cell leave={leave} />, client);
  const list = () => client.getQueryData<{ applications: ApplicationRow[] }>(["applications", null])?.applications;
  return { ...shown, leave, list, field: screen.getByLabelText<HTMLInputElement>("Application") };
}

beforeEach(() => {
  vi.clearAllMocks();
});

test("Enter saves the field alone and the list shows it at once", async () => {
  const saved = { ...seen, version: 4, title: "Flere skal med 2" };
  program.applicationQuickSave.mockResolvedValue({ view: viewOf(saved), changed: [] });
  const { user, leave, list } = edit();
  await user.keyboard(" 2{Enter}");
  await waitFor(() => expect(leave).toHaveBeenCalledWith("stay"));
  expect(program.applicationQuickSave).toHaveBeenCalledExactlyOnceWith({
    id: 7,
    version: 3,
    title: "Flere skal med 2",
    ownerId: null,
    departmentId: null,
    requested: "1000.00",
  });
  expect(list()?.[0]?.title).toBe("Flere skal med 2");
});

test("Escape takes back, and what is unchanged is not saved", async () => {
  const { user, leave } = edit();
  await user.keyboard("x{Escape}");
  expect(leave).toHaveBeenCalledWith("stay");
  expect(program.applicationQuickSave).not.toHaveBeenCalled();
});

test("another's change of another field is built upon", async () => {
  const newer = { ...seen, version: 5, requested: "2000.00" };
  program.applicationQuickSave.mockRejectedValueOnce(changed);
  program.application.mockResolvedValue(viewOf(newer));
  program.applicationQuickSave.mockResolvedValueOnce({ view: viewOf({ ...newer, version: 6 }), changed: [] });
  const { user, leave } = edit();
  await user.keyboard(" 2{Tab}");
  await waitFor(() => expect(leave).toHaveBeenCalledWith("next"));
  expect(program.applicationQuickSave).toHaveBeenLastCalledWith(
    expect.objectContaining({ version: 5, title: "Flere skal med 2", requested: "2000.00" }),
  );
});

test("another's change of the same field is told with its author; what was typed stays until it is decided", async () => {
  const theirs = { ...seen, version: 5, title: "Flere med" };
  const history = [
    { actor: "Bo", changes: [{ table: "application_task", field: "title" }] },
    { actor: "Anne", changes: [{ table: "application", field: "title" }] },
  ];
  program.applicationQuickSave.mockRejectedValueOnce(changed);
  program.application.mockResolvedValue(viewOf(theirs, history));
  const { user, leave, field } = edit();
  await user.keyboard(" 2{Enter}");
  expect(await screen.findByText(/Anne changed this meanwhile to “Flere med”/)).toBeTruthy();
  expect(field.value).toBe("Flere skal med 2");
  expect(leave).not.toHaveBeenCalled();
  program.applicationQuickSave.mockResolvedValueOnce({ view: viewOf({ ...theirs, version: 6 }), changed: [] });
  await user.type(field, "{Enter}");
  await waitFor(() => expect(leave).toHaveBeenCalledWith("stay"));
  expect(program.applicationQuickSave).toHaveBeenLastCalledWith(
    expect.objectContaining({ version: 5, title: "Flere skal med 2" }),
  );
});
