import { expect, test } from "vitest";
import { shownNumber } from "./number";

test.each([
  ["0", 0, "0", "0"],
  ["1725104", 2, "1.725.104,00", "1,725,104.00"],
  ["-1234.565", 2, "-1.234,57", "-1,234.57"],
  ["-0.04", 1, "0,0", "0.0"],
  ["999.95", 1, "1.000,0", "1,000.0"],
  ["22.2", 1, "22,2", "22.2"],
  ["0.05", 1, "0,1", "0.1"],
  ["-0.5", 0, "-1", "-1"],
  ["12345678901234567890.125", 2, "12.345.678.901.234.567.890,13", "12,345,678,901,234,567,890.13"],
] as const)("%s with %i decimals is written as the core writes it", (value, decimals, da, en) => {
  expect([shownNumber(value, decimals, "da"), shownNumber(value, decimals, "en")]).toEqual([da, en]);
});

test("what is no number is not shown as one", () => {
  expect(() => shownNumber("1,5", 1, "da")).toThrow(RangeError);
});
