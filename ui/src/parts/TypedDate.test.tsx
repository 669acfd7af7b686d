import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ComponentType, useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { DateField } from "./DateField";
import { PartialDateField } from "./PartialDateField";
import type { DateProps } from "./TypedDate";

const sent = vi.fn();
const program = vi.hoisted(() => ({ weekdayCheck: vi.fn() }));
vi.mock("../ipc", () => ({ commands: program }));

function Form({ Of }: { Of: ComponentType<DateProps> }) {
  const [value, setValue] = useState<string | null>("2019-03-12");
  return (
    <I18nProvider i18n={i18n}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sent(value);
        }}
      >
        <Of label="Day" value={value} onChange={setValue} />
        <button type="submit">Save</button>
      </form>
    </I18nProvider>
  );
}

beforeEach(() => {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  sent.mockClear();
});

test.each([
  ["a day", DateField],
  ["a partial date", PartialDateField],
])("what is no date is not sent, nor the date it took the place of: %s", async (_, Of) => {
  const user = userEvent.setup();
  render(<Form Of={Of} />);
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Day" });
  await user.clear(field);
  await user.type(field, "31.2.2019");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(sent).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe("31.2.2019");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  await user.clear(field);
  await user.type(field, "28.2.2019");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(sent).toHaveBeenCalledWith("2019-02-28");
  await user.clear(field);
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(sent).toHaveBeenLastCalledWith(null);
});

test("a pasted date is read with its weekday, and one that does not fit is pointed out", async () => {
  program.weekdayCheck.mockResolvedValue({ da: "15. maj 2020 er en fredag", en: "15 May 2020 is a Friday" });
  const user = userEvent.setup();
  render(<Form Of={DateField} />);
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Day" });
  await user.clear(field);
  await user.paste("mandag den 15. maj 2020");
  expect(await screen.findByText("15 May 2020 is a Friday")).toBeTruthy();
  expect(program.weekdayCheck).toHaveBeenCalledWith("mandag den 15. maj 2020");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(sent).toHaveBeenCalledWith("2020-05-15");
});
