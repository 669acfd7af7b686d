import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { type ApplicationView, CommandError, type MoneyView, type Spending, type SpentYear } from "../../../ipc";
import { show } from "../testFrame";
import MoneyTab from "./MoneyTab";

const program = vi.hoisted(() => ({ money: vi.fn(), moneyPartSave: vi.fn(), amountRead: vi.fn() }));
vi.mock("../../../ipc", async (whole) => ({ ...(await whole<typeof import("../../../ipc")>()), commands: program }));
vi.mock("@tanstack/react-router", () => ({ Link: ({ children }: { children: string }) => <a href="/">{children}</a> }));

const year = (of: number | null, budget: string, spent: string, left: string): SpentYear => ({
  year: of,
  budget,
  spent,
  left,
  forecast: spent,
  forecastTyped: false,
  deviation: "0.00",
});
const voucher: Spending = {
  id: 5,
  version: 2,
  applicationId: 1,
  budgetLineId: 7,
  bookedOn: "2010-03-01",
  voucher: "88101",
  voucherTotal: null,
  text: "Brændstof",
  ledger: "6.45",
  amount: "172500.00",
  hours: null,
};
const years = [year(2010, "160000.00", "172500.00", "-12500.00"), year(null, "160000.00", "172500.00", "-12500.00")];
const view = {
  asOf: "2010-05-20",
  application: { id: 1 },
  budget: { position: 2, kind: "granted", title: "", inForceOn: "2009-01-15", letter: "" },
  instalments: [],
  accounts: [],
  repayments: [],
  carryOvers: [],
  spending: [voucher],
  lines: [{ line: { id: 7, text: "Kørsel" }, years, forecasts: [] }],
  spent: years,
  yearEnds: [],
  standing: {
    granted: "2336000.00",
    received: "1100000.00",
    withheld: "0.00",
    repaid: "0.00",
    spent: "172500.00",
    used: "172500.00",
    expected: "2103000.00",
    toRepay: "450.00",
    belowFloor: true,
    levy: "0.00",
  },
  rules: [],
  findings: [],
} as unknown as MoneyView;
const application = { application: { id: 1 }, documents: [] } as unknown as ApplicationView;

const open = (shown: MoneyView = view, editable = true) => {
  program.money.mockResolvedValue(shown);
  return show(<MoneyTab view={application} editable={editable} />);
};

beforeEach(() => {
  vi.resetAllMocks();
  program.amountRead.mockImplementation(async (text: string) => (text === "" ? null : `${text}.00`));
});

test("an overspent line says so in words, and opens to its vouchers", async () => {
  const { user } = open();
  expect(await screen.findByText("More is spent than the budget has")).toBeTruthy();
  expect(screen.getByText("DKK 233,000 less than granted")).toBeTruthy();
  expect(screen.getByText("so little that the funder does not ask for it")).toBeTruthy();
  expect(screen.queryByText("Kept back by the funder")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Kørsel" }));
  expect(within(screen.getByRole("table", { name: "Charged to Kørsel" })).getByText("Brændstof")).toBeTruthy();
});

test("a line is charged: the form has it chosen, asks for what is missing, and keeps what was typed when it is refused", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "Kørsel" }));
  await user.click(screen.getByRole("button", { name: "Charge this line" }));
  const form = await screen.findByRole("form", { name: "Enter spending" });
  expect(within(form).getByText("Kørsel")).toBeTruthy();
  const field = (name: string) => within(form).getByRole<HTMLInputElement>("textbox", { name });
  await user.type(field("Day"), "20.5.2010");
  await user.type(field("Hours of own staff"), "7.5");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(field("Amount, DKK").getAttribute("aria-invalid")).toBe("true");
  expect(program.moneyPartSave).not.toHaveBeenCalled();

  program.moneyPartSave.mockRejectedValueOnce(
    new CommandError({ code: "voucher_charged", field: "voucher", params: { found: "88101" }, detail: "" }),
  );
  await user.type(field("Amount, DKK"), "500");
  await user.type(field("Voucher"), "88101");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(field("Voucher").getAttribute("aria-invalid")).toBe("true"));
  expect(field("Amount, DKK").value).toBe("500");
  expect(program.moneyPartSave).toHaveBeenCalledWith({
    kind: "spending",
    row: expect.objectContaining({
      id: 0,
      budgetLineId: 7,
      bookedOn: "2010-05-20",
      amount: "500.00",
      hours: "7.5",
      voucher: "88101",
    }),
  });
}, 20_000);

test("without a budget in force there is nothing to charge, and on another day nothing to change", async () => {
  open({ ...view, budget: null, spending: [], lines: [], spent: [] }, false);
  expect(await screen.findByText("No budget is in force.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Enter spending" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Add instalment" })).toBeNull();
});
