import { describe, expect, it } from "vitest";
import { type Change, choiceOf, filledDown, filledRight, pasted, same } from "./fill";
import { modelOf } from "./model";
import { cellIn, columns, first, foot, model, rows } from "./testSheet";

const range = (top: number, left: number, bottom = top, right = left) => ({ top, bottom, left, right });
const told = ({ edits }: Change) => edits.map(({ row, column, text }) => `${row} ${column}=${text}`);
const paste = (where: ReturnType<typeof range>, block: string[][]) => pasted(model, where, block) as Change;
const right = (...of: Parameters<typeof range>) => filledRight(model, range(...of)) as Change;

describe("filling", () => {
  it("fills right by measure: a year's quantity into the next year's, never into a rate", () => {
    expect(told(right(0, 2, 1, 7))).toEqual(["a 2010q=2", "b 2010q=1", "a 2010r=425000", "b 2010r=90000"]);
    expect(told(right(0, 6))).toEqual(["a 2010r=425000"]);
    expect(told(right(0, 2))).toEqual([]);
  });

  it("fills nothing into a column of another kind, alone or with others", () => {
    expect(filledRight(model, range(0, 1))).toEqual({ from: 0, to: 1 });
    expect(filledRight(model, range(0, 0, 1, 1))).toEqual({ from: 0, to: 1 });
    expect(filledRight(model, range(0, 0, 0, 7))).toEqual({ from: 0, to: 1 });
  });

  it("fills down no choice that is none of those of the cell", () => {
    const odd = modelOf({ columns, rows, foot, cell: cellIn({ ...first(), "a kind": "gone" }) });
    expect(filledDown(odd, range(0, 1, 1, 1)).unknown).toMatchObject([{ row: "b", column: "kind", text: "gone" }]);
    expect(same(model, range(0, 1), "gone").unknown).toHaveLength(1);
    expect(same(model, range(0, 1), "").unknown).toEqual([]);
  });

  it("fills down into lines, past headings, and takes one line from the one above", () => {
    expect(told(filledDown(model, range(0, 2, 3, 3)))).toEqual([
      "b 2009q=2",
      "b 2009r=425000",
      "c 2009q=2",
      "c 2009r=425000",
    ]);
    expect(told(filledDown(model, range(3, 1)))).toEqual(["c kind=t"]);
    expect(told(filledDown(model, range(0, 1)))).toEqual([]);
  });

  it("empties what can be typed in, and says nothing of the rest", () => {
    const change = same(model, range(0, 2, 0, 4), "");
    expect(told(change)).toEqual(["a 2009q=", "a 2009r="]);
    expect(change.passed).toBe(0);
    expect(same(model, range(0, 4), "").passed).toBe(1);
  });

  it("leaves out what stands there already", () => {
    expect(told(same(model, range(0, 2, 1, 2), "2"))).toEqual(["b 2009q=2"]);
  });
});

describe("pasting", () => {
  it("puts a block in its place and passes over what is computed", () => {
    const change = paste(range(0, 2), [
      ["3", " 500.000 ", "1.500.000"],
      ["4", "−1", ""],
    ]);
    expect(told(change)).toEqual(["a 2009q=3", "a 2009r=500.000", "b 2009q=4", "b 2009r=−1"]);
    expect(change.passed).toBe(2);
  });

  it("puts lines into lines, past headings, and the rest into new ones", () => {
    const change = paste(range(1, 2), [["1"], ["2"], ["3"], [""], ["5"]]);
    expect(told(change)).toEqual(["c 2009q=2"]);
    expect(change.added).toEqual([[{ column: "2009q", text: "3" }], [{ column: "2009q", text: "5" }]]);
  });

  it("stays in the section it begins in, where new lines come of what goes on below", () => {
    const section = (row: (typeof rows)[number]) => ({ ...row, section: row.id === "c" ? "other" : "first" });
    const parted = modelOf({ columns, rows: rows.map(section), foot, cell: cellIn(first()) });
    const change = pasted(parted, range(1, 2), [["1"], ["2"]]) as Change;
    expect(told(change)).toEqual([]);
    expect(change.added).toEqual([[{ column: "2009q", text: "2" }]]);
    expect(told(filledDown(parted, range(3, 2)))).toEqual([]);
  });

  it("fills a range with one text, or with a block that goes into it a whole number of times", () => {
    expect(told(paste(range(0, 2, 3, 3), [["7"]]))).toHaveLength(6);
    expect(told(paste(range(0, 2, 3, 2), [["7"]]))).toEqual(["a 2009q=7", "b 2009q=7", "c 2009q=7"]);
    // Two lines of it, but never two and a half times across.
    expect(told(paste(range(0, 2, 1, 6), [["8", "9"]]))).toEqual(["a 2009q=8", "a 2009r=9", "b 2009q=8", "b 2009r=9"]);
  });

  it("takes nothing that is too wide", () => {
    expect(pasted(model, range(0, 6), [["1", "2", "3"]])).toEqual({ wide: 1 });
  });

  it("knows choices by their names in any spelling, and says which it does not know", () => {
    expect(choiceOf(model.columns[1]?.choices ?? [], " LØN ")).toBe("w");
    expect(choiceOf(model.columns[1]?.choices ?? [], "")).toBe("");
    const change = paste(range(0, 1), [["transport"], ["Biler"]]);
    expect(told(change)).toEqual(["a kind=t", "b kind=Biler"]);
    expect(change.unknown).toEqual([{ row: "b", column: "kind", text: "Biler", choices: model.columns[1]?.choices }]);
  });
});
