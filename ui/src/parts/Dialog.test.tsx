import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { act, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Dialog } from "./Dialog";

afterEach(() => {
  vi.useRealTimers();
});

test("has the keyboard as it is drawn, and does not take it later from what closes within it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  i18n.loadAndActivate({ locale: "en", messages: {} });
  render(
    <I18nProvider i18n={i18n}>
      <Dialog open title="Export" onClose={() => {}}>
        A paper
      </Dialog>
    </I18nProvider>,
  );
  await act(() => vi.dynamicImportSettled());
  const dialog = screen.getByRole("dialog", { name: "Export" });
  expect(document.activeElement).toBe(dialog);
  // A list that closes leaves the keyboard nowhere until the next frame.
  dialog.blur();
  act(() => vi.advanceTimersByTime(2000));
  expect(document.activeElement).toBe(document.body);
});
