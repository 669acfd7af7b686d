import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { FormActions } from "./FormActions";

const saved = vi.fn();
const left = vi.fn();

function show(props: { dirty?: boolean; busy?: boolean }) {
  render(
    <I18nProvider i18n={i18n}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          saved();
        }}
      >
        <textarea aria-label="Text" />
        <FormActions onCancel={left} {...props} />
      </form>
    </I18nProvider>,
  );
  return userEvent.setup();
}

beforeEach(() => {
  // jsdom escapes nothing.
  i18n.loadAndActivate({ locale: "en", messages: {} });
  saved.mockClear();
  left.mockClear();
});

test("Ctrl+Enter saves from a field of several lines, Escape leaves where nothing is lost", async () => {
  const user = show({});
  await user.click(screen.getByLabelText("Text"));
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(saved).toHaveBeenCalledOnce();
  await user.keyboard("{Escape}");
  expect(left).toHaveBeenCalledOnce();
});

test("Escape asks first where something typed would be lost", async () => {
  const user = show({ dirty: true });
  await user.click(screen.getByLabelText("Text"));
  await user.keyboard("{Escape}");
  expect(left).not.toHaveBeenCalled();
  await user.click(await screen.findByRole("button", { name: "Discard" }));
  expect(left).toHaveBeenCalledOnce();
});

test("what is under way is not begun again", async () => {
  const user = show({ busy: true });
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(saved).not.toHaveBeenCalled();
});
