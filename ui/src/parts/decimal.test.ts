import { expect, test } from "vitest";
import { decimalLess, formatDecimal, formatHundredths, formatShare, readDecimal, readShare, signOf } from "./decimal";

test.each([
  ["1.924", "1924"],
  ["0,5", "0.5"],
  ["\u221212", "-12"],
  ["1\u2009924,2500", "1924.25"],
  ["007", "7"],
  ["-0", "0"],
])("%s is read as %s", (typed, value) => {
  expect(readDecimal(typed, 4, "da")).toBe(value);
});

test.each(["", "1.2", "1.2.3", "1e9", "0,00001", "12,345,6", "to", "1.2345", "9999999999999"])(
  "%s is no number",
  (typed) => {
    expect(readDecimal(typed, 4, "da")).toBeNull();
  },
);

test("in the English screen numbers are read as they are shown there, and Danish ones where they cannot be mistaken", () => {
  expect(readDecimal("0.5", 4, "en")).toBe("0.5");
  expect(readDecimal("1,924", 4, "en")).toBe("1924");
  expect(readDecimal("0,5", 4, "en")).toBe("0.5");
  expect(formatDecimal("1924.5", "en")).toBe("1,924.5");
});

test("a share is typed and shown in per cent", () => {
  expect(readShare("17,5", "da")).toBe("0.175");
  expect(readShare("10 %", "da")).toBe("0.1");
  expect(readShare("12,3456 pct.", "da")).toBe("0.123456");
  expect(readShare("100", "da")).toBe("1");
  expect(readShare("0", "da")).toBe("0");
  expect(readShare("12,34567", "da")).toBeNull();
  for (const share of ["0.175", "1", "0", "0.05", "0.123456"])
    expect(readShare(formatShare(share, "da"), "da")).toBe(share);
  expect(formatShare("0.05", "da")).toBe("5");
  expect(formatShare("1.5", "da")).toBe("150");
});

test("differences are exact", () => {
  expect(decimalLess("1924.5", "2000")).toBe("-75.5");
  expect(decimalLess("0.3", "0.1")).toBe("0.2");
  expect(decimalLess("5", "5")).toBe("0");
  expect(signOf("-0.0001")).toBe(-1);
  expect(signOf("0")).toBe(0);
});

test("what is reckoned is shown to the hundredth", () => {
  expect(formatHundredths("1082.2501", "da")).toBe("1.082,25");
  expect(formatHundredths("-841.7499", "da")).toBe("-841,75");
  expect(formatHundredths("0.005", "da")).toBe("0,01");
  expect(formatHundredths("-0.0049", "da")).toBe("0");
  expect(formatHundredths("3848", "en")).toBe("3,848");
});
