import { describe, expect, it } from "vitest";
import vectors from "../../tests/fixtures/money.json";
import { addAmounts, formatAmount, formatAtAGlance, oere, sameAmount, shares, sheetAmount } from "./money";

describe("amounts", () => {
  it("reads what the program writes, and nothing else", () => {
    expect(oere("73200000.00")).toBe(7_320_000_000);
    expect(oere("0.1")).toBe(10);
    expect(oere("-12.5")).toBe(-1250);
    expect(Object.is(oere("-0.00"), 0)).toBe(true);
    for (const text of ["", "-", "1,5", "1.234", "1e6", "99999999999999999"])
      expect(() => oere(text), text).toThrow(RangeError);
  });

  it("adds what is there and keeps none apart from zero", () => {
    expect(addAmounts([null, null])).toBeNull();
    expect(addAmounts([null, 0])).toBe(0);
    expect(addAmounts([10, null, 20])).toBe(30);
    expect(sameAmount(null, 0)).toBe(false);
    expect(sameAmount(5, 5)).toBe(true);
  });

  it("writes millions with one decimal, more where needed", () => {
    expect(formatAmount(oere("3316900000.00"), "mio", "da")).toBe("3.316,9");
    expect(formatAmount(oere("30000000.00"), "mio", "da")).toBe("30,0");
    expect(formatAmount(-123_456_750, "mio", "da")).toBe("-1,2345675");
    expect(formatAmount(oere("3316900000.00"), "mio", "en")).toBe("3,316.9");
    expect(formatAmount(null, "mio", "da")).toBe("–");
  });

  it("writes kroner with øre only where there are any", () => {
    expect(formatAmount(172_510_400, "kr", "da")).toBe("1.725.104");
    expect(formatAmount(172_510_405, "kr", "da")).toBe("1.725.104,05");
    expect(formatAmount(172_510_405, "kr", "en")).toBe("1,725,104.05");
  });

  it("rounds converted amounts half away from zero", () => {
    expect(formatAmount(1_314_999_999, "mio", "da", "rounded")).toBe("13,1");
    expect(formatAmount(1_315_000_000, "mio", "da", "rounded")).toBe("13,2");
    expect(formatAmount(-1_315_000_000, "mio", "da", "rounded")).toBe("-13,2");
    expect(formatAmount(-1, "mio", "da", "rounded")).toBe("0,0");
    expect(formatAmount(150, "kr", "da", "rounded")).toBe("2");
  });

  it("shows an amount at a glance, and a small one whole", () => {
    expect(formatAtAGlance(oere("2336000.00"), "mio", "da")).toBe("2,3");
    expect(formatAtAGlance(oere("45000.00"), "mio", "da")).toBe("0,045");
    expect(formatAtAGlance(oere("2336000.50"), "kr", "en")).toBe("2,336,001");
    expect(shares([200, 50, 0])).toEqual([1, 0.25, 0]);
    expect(shares([0])).toEqual([0]);
  });

  it("writes for a sheet without thousands marks", () => {
    expect(sheetAmount(oere("3316900000.00"), "mio")).toBe("3316,9");
    expect(sheetAmount(172_510_405, "kr")).toBe("1725104,05");
    expect(sheetAmount(null, "kr")).toBe("");
  });

  it("agrees with the core on every vector", () => {
    for (const { text, oere: expected, mio, kr, mioEn, krEn } of vectors.written) {
      const amount = oere(text);
      expect(amount, text).toBe(expected);
      const shown = [formatAmount(amount, "mio", "da"), formatAmount(amount, "kr", "da")];
      expect(shown, text).toEqual([mio, kr]);
      expect([formatAmount(amount, "mio", "en"), formatAmount(amount, "kr", "en")], text).toEqual([mioEn, krEn]);
    }
    for (const { texts, sum } of vectors.sums) expect(addAmounts(texts.map(oere)) ?? 0, sum).toBe(oere(sum));
    for (const text of vectors.refused) expect(() => oere(text), text).toThrow(RangeError);
  });
});
