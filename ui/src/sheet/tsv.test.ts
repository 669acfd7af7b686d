import { describe, expect, it } from "vitest";
import { cellsOf, inTsv } from "./tsv";

describe("a clipboard's text", () => {
  it("is cells by tabs and line ends of any kind, with no line after the last", () => {
    expect(cellsOf("a\tb\r\n1.725.104\t\r\n")).toEqual([
      ["a", "b"],
      ["1.725.104", ""],
    ]);
    expect(cellsOf("a\nb")).toEqual([["a"], ["b"]]);
    expect(cellsOf("a\rb\r")).toEqual([["a"], ["b"]]);
    expect(cellsOf("850000")).toEqual([["850000"]]);
    expect(cellsOf("a\r\n\r\nb")).toEqual([["a"], [""], ["b"]]);
  });

  it("fills short lines up, so that the block has corners", () => {
    expect(cellsOf("a\tb\tc\nd\n")).toEqual([
      ["a", "b", "c"],
      ["d", "", ""],
    ]);
  });

  it("reads quoted cells with line breaks, tabs and doubled quotes", () => {
    expect(cellsOf('"Løn\r\n2 konsulenter"\t"say ""hej"""\t7\r\n')).toEqual([["Løn\n2 konsulenter", 'say "hej"', "7"]]);
    expect(cellsOf('"a\tb"\tc')).toEqual([["a\tb", "c"]]);
    expect(cellsOf('""\t1')).toEqual([["", "1"]]);
  });

  it("takes a quote that closes nothing as a letter", () => {
    expect(cellsOf('"Rådgiver" på hjul\t1')).toEqual([['"Rådgiver" på hjul', "1"]]);
    expect(cellsOf('12" skærm\t1\n"åben\t2')).toEqual([
      ['12" skærm', "1"],
      ['"åben', "2"],
    ]);
  });

  it("is read back as it was written", () => {
    for (const text of ["Løn", "a\tb", "a\nb", '"a"', 'a "b" c', '"', ""]) {
      expect(cellsOf(`${inTsv(text)}\t1`)).toEqual([[text, "1"]]);
    }
  });
});
