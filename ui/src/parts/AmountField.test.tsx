import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { CommandError } from "../ipc";
import { AmountField } from "./AmountField";

const program = vi.hoisted(() => ({ amountRead: vi.fn() }));
vi.mock("../ipc", async (whole) => ({ ...(await whole<typeof import("../ipc")>()), commands: program }));

const told = vi.fn();

function Form({ start }: { start: string | null }) {
  const [value, setValue] = useState(start);
  return (
    <I18nProvider i18n={i18n}>
      <AmountField
        label="Amount"
        value={value}
        onChange={(next, understood) => {
          told(next, understood);
          setValue(next);
        }}
      />
    </I18nProvider>
  );
}

const sent = vi.fn();

function Sent() {
  const [value, setValue] = useState<string | null>("45000.00");
  return (
    <I18nProvider i18n={i18n}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sent(value);
        }}
      >
        <AmountField label="Amount" value={value} onChange={setValue} />
      </form>
    </I18nProvider>
  );
}

beforeEach(() => {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  told.mockClear();
  const refused = { code: "not_an_amount", field: null, params: { found: "en million" }, detail: "" } as const;
  program.amountRead.mockImplementation(async (text: string) => {
    if (text === "") return null;
    if (text === "1,7 mio.") return "1700000.00";
    if (/^\d+$/.test(text)) return `${text}.00`;
    throw new CommandError(refused);
  });
});

const field = () => screen.getByLabelText<HTMLInputElement>("Amount");

test("says what it understood, and keeps what was typed", async () => {
  const user = userEvent.setup();
  render(<Form start={null} />);
  await user.click(field());
  await user.paste("1,7 mio.");
  await screen.findByText("DKK 1,700,000");
  expect(told).toHaveBeenLastCalledWith("1700000.00", true);
  expect(field().value).toBe("1,7 mio.");
});

test("what is no amount stays in the field, with the last amount understood", async () => {
  const user = userEvent.setup();
  render(<Form start="45000.00" />);
  expect(field().value).toBe("45,000");
  await user.clear(field());
  await user.paste("en million");
  await waitFor(() => expect(field().getAttribute("aria-invalid")).toBe("true"));
  expect(field().value).toBe("en million");
  expect(told.mock.lastCall?.[1]).toBe(false);
  await user.clear(field());
  await waitFor(() => expect(told).toHaveBeenLastCalledWith(null, true));
  expect(field().getAttribute("aria-invalid")).toBeNull();
});

test("a form that is sent before the amount is understood waits for it", async () => {
  const answers: (() => void)[] = [];
  program.amountRead.mockImplementation(
    (text: string) => new Promise((resolve) => answers.push(() => resolve(`${text}.00`))),
  );
  const user = userEvent.setup();
  render(<Sent />);
  await user.click(field());
  await user.keyboard("{Control>}a{/Control}");
  await user.paste("70");
  field().form?.requestSubmit();
  expect(sent).not.toHaveBeenCalled();
  for (const answer of answers) answer();
  await waitFor(() => expect(sent).toHaveBeenCalledWith("70.00"));
  expect(sent).toHaveBeenCalledTimes(1);
  field().form?.requestSubmit();
  expect(sent).toHaveBeenCalledTimes(2);
});
