import { screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Scenario, WhatIfView, WhatIfYear } from "../../../ipc";
import { show } from "../testFrame";
import Panel from "./Panel";

const program = vi.hoisted(() => ({ whatIf: vi.fn() }));
vi.mock("../../../ipc", async (whole) => ({ ...(await whole<typeof import("../../../ipc")>()), commands: program }));

const year = (of: number | null, own: string): WhatIfYear => ({
  year: of,
  planCost: "100.00",
  cost: "100.00",
  planGrant: "60.00",
  grant: "60.00",
  planOwn: "40.00",
  own,
  planHours: "10",
  hours: "10",
  repayment: "0.00",
});
const answer = (scenario: Scenario): WhatIfView => {
  const own = scenario.grantLess === "0" ? "40.00" : "47.50";
  const budget = { title: "Tilsagn", kind: "granted" } as WhatIfView["budget"];
  const reasons = [{ da: "Fordi.", en: "Because." }];
  return { scenario, budget, years: [year(2010, own)], total: year(null, own), reasons };
};
const status = (words: RegExp) => screen.findByText(words, {}, { timeout: 4000 });
const field = (name: string) => screen.getByRole<HTMLInputElement>("spinbutton", { name });

beforeEach(() => {
  vi.resetAllMocks();
  program.whatIf.mockImplementation(async (_: number, scenario: Scenario) => answer(scenario));
});

test("what is typed is asked for as a share, what cannot be is not, and one key takes it back to the plan", async () => {
  const closed = vi.fn();
  const { user } = show(<Panel applicationId={3} onClose={closed} />);
  await status(/DKK 40 itself, as planned/);
  expect(screen.getByText("Because.")).toBeTruthy();

  await user.clear(field("The grant is lower by"));
  await user.type(field("The grant is lower by"), "12.5");
  await status(/DKK 7.50 more than the plan's 40/);
  expect(program.whatIf).toHaveBeenLastCalledWith(3, expect.objectContaining({ grantLess: "0.125" }), null);

  await user.type(field("The grant is lower by"), "x");
  expect(field("The grant is lower by").getAttribute("aria-invalid")).toBe("true");
  expect(field("The grant is lower by").getAttribute("aria-valuenow")).toBe("0");
  await status(/DKK 40 itself, as planned/);
  expect(field("The grant is lower by").value).toBe("12.5x");

  await user.clear(field("Own financing falls by"));
  await user.type(field("Own financing falls by"), "100,000");
  expect(field("Own financing falls by").getAttribute("aria-invalid")).toBe("true");
  expect(field("Own financing falls by").getAttribute("aria-valuenow")).toBe("0");
  expect(screen.getByText(/or up to DKK 40 with kr. after it/)).toBeTruthy();
  await user.clear(field("Own financing falls by"));
  await user.type(field("Own financing falls by"), "10 kr.");
  expect(screen.getByText("25 per cent: 10 of DKK 40")).toBeTruthy();
  await vi.waitFor(() =>
    expect(program.whatIf).toHaveBeenLastCalledWith(3, expect.objectContaining({ ownLess: "0.25" }), null),
  );

  await user.click(screen.getByRole("button", { name: "As planned" }));
  expect(field("The grant is lower by").value).toBe("0");
  await status(/as planned/);

  await user.click(field("The start slips"));
  await user.keyboard("{ArrowUp}{ArrowUp}{PageUp}{ArrowDown}");
  expect(field("The start slips").value).toBe("5");
  await user.keyboard("{Escape}");
  expect(closed).toHaveBeenCalled();
}, 20_000);
