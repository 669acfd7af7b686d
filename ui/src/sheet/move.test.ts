import { describe, expect, it } from "vitest";
import { moved, nextInside, nextLine, nextOpen } from "./move";
import { model } from "./testSheet";

const at = (line: number, column: number) => ({ line, column });
const go = (line: number, column: number, key: string, ctrl = false) => moved(model, at(line, column), key, ctrl, 10);

describe("keys in a sheet", () => {
  it("goes from the first line into the foot and no further", () => {
    expect(go(0, 2, "ArrowUp")).toEqual(at(0, 2));
    expect(go(3, 2, "ArrowDown")).toEqual(at(4, 2));
    expect(go(4, 2, "ArrowDown")).toEqual(at(4, 2));
    expect(go(0, 7, "ArrowRight")).toEqual(at(0, 7));
    expect(go(2, 0, "ArrowRight")).toEqual(at(2, 2));
    expect(go(1, 5, "Home")).toEqual(at(1, 0));
    expect(go(1, 5, "Home", true)).toEqual(at(0, 0));
    expect(go(0, 0, "End", true)).toEqual(at(4, 7));
    expect(go(0, 3, "PageDown")).toEqual(at(4, 3));
    expect(go(0, 3, "x")).toBeNull();
  });

  it("goes with Ctrl to the edge of what is filled, then to what is filled next, then to the end", () => {
    expect(go(0, 0, "ArrowRight", true)).toEqual(at(0, 3));
    expect(go(0, 3, "ArrowRight", true)).toEqual(at(0, 7));
    expect(go(0, 7, "ArrowLeft", true)).toEqual(at(0, 3));
    expect(go(0, 2, "ArrowDown", true)).toEqual(at(1, 2));
    expect(go(0, 0, "ArrowDown", true)).toEqual(at(4, 0));
    expect(go(4, 3, "ArrowUp", true)).toEqual(at(1, 3));
  });

  it("goes with Tab to what can be typed in, into the next line, and nowhere at the ends", () => {
    expect(nextOpen(model, at(0, 3), 1)).toEqual(at(0, 5));
    expect(nextOpen(model, at(0, 6), 1)).toEqual(at(1, 0));
    expect(nextOpen(model, at(1, 6), 1)).toEqual(at(3, 0));
    expect(nextOpen(model, at(3, 6), 1)).toBeNull();
    expect(nextOpen(model, at(0, 0), -1)).toBeNull();
    expect(nextOpen(model, at(1, 0), -1)).toEqual(at(0, 6));
  });

  it("goes with Enter to the next line, past headings", () => {
    expect(nextLine(model, at(1, 3), 1)).toEqual(at(3, 3));
    expect(nextLine(model, at(3, 3), 1)).toEqual(at(3, 3));
    expect(nextLine(model, at(3, 3), -1)).toEqual(at(1, 3));
  });

  it("goes round inside what is selected", () => {
    const range = { top: 0, bottom: 1, left: 2, right: 3 };
    expect(nextInside(range, at(0, 3), "row", 1)).toEqual(at(1, 2));
    expect(nextInside(range, at(1, 3), "row", 1)).toEqual(at(0, 2));
    expect(nextInside(range, at(1, 2), "column", 1)).toEqual(at(0, 3));
    expect(nextInside(range, at(0, 2), "column", -1)).toEqual(at(1, 3));
  });
});
