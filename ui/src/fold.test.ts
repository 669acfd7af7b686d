import { describe, expect, it } from "vitest";
import vectors from "../../tests/fixtures/fold.json";
import { foldA, foldB, found, narrows, needles } from "./fold";

const matches = (query: string, text: string) =>
  needles(query).every((needle) => found(needle, foldA(text), foldB(text)));

describe("search", () => {
  it("finds Danish letters however they are typed", () => {
    for (const query of ["børn", "boern", "born", "BØRN", "Bo\u0308rn".normalize("NFD"), "raadets", "rådets", "radets"])
      expect(matches(query, "Børnerådets Børneportal"), query).toBe(true);
    for (const query of ["aabenraa", "åbenrå", "abenra"]) expect(matches(query, "Åbenrå"), query).toBe(true);
    expect(matches("laese", "Læse")).toBe(true);
    expect(matches("cafe", "Café")).toBe(true);
    expect(matches("a\u030abent", "Åbent")).toBe(true);
  });

  it("wants every word, in any order", () => {
    expect(matches("portal born", "Børnerådets Børneportal")).toBe(true);
    expect(matches("portal hest", "Børnerådets Børneportal")).toBe(false);
    expect(matches("  ", "anything")).toBe(true);
    expect(matches("15.75", "§ 15.75.10.30")).toBe(true);
  });

  it("looks in one fold only where the other cannot differ", () => {
    expect(needles("rn").map((one) => one.aOnly)).toEqual([true]);
    expect(needles("or")[0]?.aOnly).toBe(false);
    expect(matches("or", "Børn")).toBe(true);
    expect(matches("ern", "Børn")).toBe(true);
  });

  it("knows when a query narrows the last", () => {
    expect(narrows(needles("born"), needles("bor"))).toBe(true);
    expect(narrows(needles("born hest"), needles("born"))).toBe(true);
    expect(narrows(needles("hest"), needles("born"))).toBe(false);
    expect(narrows(needles("bo"), needles("bor"))).toBe(false);
    // ø typed after o is another letter in fold A.
    expect(narrows(needles("bø"), needles("bo"))).toBe(true);
  });

  it("folds and finds as the core does", () => {
    for (const { text, folds } of vectors.fold) expect([foldA(text), foldB(text)], text).toEqual(folds);
    for (const { text, query, finds } of vectors.finds) expect(matches(query, text), `${query} in ${text}`).toBe(finds);
  });
});
