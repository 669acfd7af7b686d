import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { SessionProvider } from "../../app/session";
import { CommandError, type FileAccess, type SessionView } from "../../ipc";
import { CellField } from "./CellField";

function show(save: (value: string) => Promise<void>, value = "Aabenraa", access: FileAccess = "write") {
  const started = {
    version: "0.1.0",
    preferences: { language: "en" },
    file: { path: "/tmp/a.db", bytes: null, access, problem: null, choices: [], lastBackup: null },
  } as unknown as SessionView;
  const all = (shown: string) => (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <SessionProvider started={started}>
          <CellField label="Name" value={shown} beside={shown === "Aabenraa" ? "rule" : null} save={save} />
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
  const { rerender } = render(all(value));
  const field = () => screen.getByLabelText<HTMLInputElement>("Name");
  return { field, user: userEvent.setup(), change: (next: string) => rerender(all(next)) };
}

beforeEach(() => {
  i18n.loadAndActivate({ locale: "en", messages: {} });
});

test("Enter keeps what is typed, and only what differs", async () => {
  const save = vi.fn(() => Promise.resolve());
  const { field, user } = show(save);
  await user.type(field(), "{Enter}");
  expect(save).not.toHaveBeenCalled();
  await user.clear(field());
  await user.type(field(), " Åbenrå {Enter}");
  expect(save).toHaveBeenCalledExactlyOnceWith("Åbenrå");
});

test("Escape takes back what was typed", async () => {
  const save = vi.fn(() => Promise.resolve());
  const { field, user } = show(save);
  await user.type(field(), "xx{Escape}");
  expect(field().value).toBe("Aabenraa");
  await user.tab();
  expect(save).not.toHaveBeenCalled();
});

test("a refusal is said and nothing typed is lost", async () => {
  const refusal = new CommandError({ code: "unforeseen", field: null, params: {}, detail: "" });
  const { field, user } = show(() => Promise.reject(refusal));
  await user.type(field(), "x{Enter}");
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(field().value).toBe("Aabenraax");
  expect(field().getAttribute("aria-invalid")).toBe("true");
});

test("what someone else put there meanwhile is not overwritten unseen", async () => {
  const save = vi.fn(() => Promise.resolve());
  const { field, user, change } = show(save);
  await user.type(field(), "x");
  change("Apenrade");
  await user.type(field(), "{Enter}");
  expect(save).not.toHaveBeenCalled();
  expect(screen.getByRole("alert").textContent).toContain("Apenrade");
  await user.type(field(), "{Enter}");
  expect(save).toHaveBeenCalledExactlyOnceWith("Aabenraax");
});

test("an empty field is refused, and nothing can be typed in a file that is read-only", async () => {
  const save = vi.fn(() => Promise.resolve());
  const { field, user } = show(save);
  await user.clear(field());
  await user.tab();
  expect(save).not.toHaveBeenCalled();
  expect(screen.getByRole("alert")).toBeTruthy();
});

test("a read-only file has read-only fields", () => {
  const { field } = show(() => Promise.resolve(), "Aabenraa", "read_only");
  expect(field().readOnly).toBe(true);
});

test("the keyboard stays in a field whose word beside it goes away", async () => {
  const { field, user, change } = show(() => Promise.resolve());
  await user.click(field());
  expect(field().getAttribute("aria-describedby")).toMatch(/beside/);
  change("Aarhus");
  expect(document.activeElement).toBe(field());
  expect(screen.queryByText("rule")).toBeNull();
});
