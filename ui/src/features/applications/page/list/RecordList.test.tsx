import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { ActionsProvider } from "../../../../app/actions";
import { NotifyProvider } from "../../../../app/notify";
import { SessionProvider } from "../../../../app/session";
import type { SessionView } from "../../../../ipc";
import { type Field, RecordList } from "./RecordList";

vi.mock("../../../../ipc", () => ({ commands: {}, CommandError: class extends Error {} }));

type Row = { id: number; version: number; title: string; dueOn: string | null };
const fields: Field<Row>[] = [
  { key: "title", label: "Title", kind: "text", required: true },
  { key: "dueOn", label: "Due", kind: "date" },
];
const rows: Row[] = [
  { id: 1, version: 1, title: "Budget", dueOn: null },
  { id: 2, version: 4, title: "CV", dueOn: "2019-04-01" },
];
const save = vi.fn<(row: Row) => Promise<void>>();
const remove = vi.fn<(row: Row) => Promise<void>>();

let files = 0;
function show(shown: readonly Row[], editable = true) {
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
            <ActionsProvider>
              <RecordList<Row>
                label="Enclosures"
                rows={shown}
                columns={[{ label: "Title", cell: (row) => row.title }]}
                fields={fields}
                blank={() => ({ id: 0, version: 0, title: "", dueOn: null })}
                name={(row) => row.title}
                save={save}
                remove={remove}
                add="Add enclosure"
                empty="What is to be enclosed."
                editable={editable}
              />
            </ActionsProvider>
          </NotifyProvider>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  return userEvent.setup();
}

const box = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });

beforeEach(() => {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  vi.resetAllMocks();
});

test("a refusal stands at its field, keeps everything that was typed, and the row's button gets the keyboard back", async () => {
  const user = show(rows);
  screen.getByRole("button", { name: "Correct CV" }).focus();
  await user.keyboard("{F2}");
  expect(document.activeElement).toBe(box("Title"));
  await user.clear(box("Title"));
  await user.type(box("Title"), "CV for all");
  save.mockRejectedValueOnce({ code: "invalid_date", field: "due_on", params: {}, detail: "" });
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(box("Due").getAttribute("aria-invalid")).toBe("true"));
  expect(box("Title").value).toBe("CV for all");
  expect(document.activeElement).toBe(box("Due"));

  save.mockResolvedValueOnce();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Correct CV" })));
  expect(save).toHaveBeenLastCalledWith({ id: 2, version: 4, title: "CV for all", dueOn: "2019-04-01" });
});

test("what is required is asked for, what cannot be read is not sent, and Escape asks before it is lost", async () => {
  const user = show([]);
  expect(screen.getByText("What is to be enclosed.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Add enclosure" }));
  await user.type(box("Due"), "tomorrow");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(box("Title").getAttribute("aria-invalid")).toBe("true");
  await user.type(box("Title"), " Budget ");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(save).not.toHaveBeenCalled();
  expect(box("Due").value).toBe("tomorrow");
  await user.keyboard("{Escape}");
  await user.click(await screen.findByRole("button", { name: "Keep writing" }));
  await user.clear(box("Due"));
  save.mockResolvedValueOnce();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Add enclosure" })));
  expect(save).toHaveBeenCalledWith({ id: 0, version: 0, title: "Budget", dueOn: null });
});

test("removal tells how it is brought back, and the keyboard goes to the next", async () => {
  const user = show(rows);
  remove.mockResolvedValueOnce();
  await user.click(screen.getByRole("button", { name: "Remove Budget" }));
  expect(remove).toHaveBeenCalledWith(rows[0]);
  expect(await screen.findByText("Removed. Ctrl+Z brings it back.")).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Correct CV" }));
});

test("on another day there is only the table", () => {
  show(rows, false);
  expect(screen.getByRole("table", { name: "Enclosures" })).toBeTruthy();
  expect(screen.queryAllByRole("button")).toEqual([]);
});
