import { describe, expect, it } from "vitest";
import { type Extent, nextPlace, type Place, writes } from "./navigate";

const extent: Extent = { count: 100, columns: 6, foot: true, page: 20, span: (line) => (line === 0 ? 3 : 1) };
const go = (from: Place, key: string, ctrl = false) => nextPlace(from, key, ctrl, extent);

describe("keys in a grid", () => {
  it("goes by line, from heading to foot and no further", () => {
    expect(go({ line: -1, column: 2 }, "ArrowUp")).toEqual({ line: -1, column: 2 });
    expect(go({ line: -1, column: 2 }, "ArrowDown")).toEqual({ line: 0, column: 2 });
    expect(go({ line: 99, column: 2 }, "ArrowDown")).toEqual({ line: 100, column: 2 });
    expect(go({ line: 100, column: 2 }, "ArrowDown")).toEqual({ line: 100, column: 2 });
  });

  it("passes over what a group's heading takes", () => {
    expect(go({ line: 0, column: 0 }, "ArrowRight")).toEqual({ line: 0, column: 3 });
    expect(go({ line: 0, column: 3 }, "ArrowLeft")).toEqual({ line: 0, column: 0 });
    expect(go({ line: 5, column: 3 }, "ArrowLeft")).toEqual({ line: 5, column: 2 });
    expect(go({ line: 5, column: 5 }, "ArrowRight")).toEqual({ line: 5, column: 5 });
  });

  it("goes by page and to the ends, within the rows", () => {
    expect(go({ line: 90, column: 1 }, "PageDown")).toEqual({ line: 99, column: 1 });
    expect(go({ line: 5, column: 1 }, "PageUp")).toEqual({ line: 0, column: 1 });
    expect(go({ line: 5, column: 3 }, "Home")).toEqual({ line: 5, column: 0 });
    expect(go({ line: 5, column: 3 }, "End")).toEqual({ line: 5, column: 5 });
    expect(go({ line: 5, column: 3 }, "Home", true)).toEqual({ line: 0, column: 0 });
    expect(go({ line: 5, column: 3 }, "End", true)).toEqual({ line: 99, column: 5 });
  });

  it("stays at the heading where there are no rows", () => {
    expect(nextPlace({ line: -1, column: 0 }, "End", true, { ...extent, count: 0 })).toEqual({ line: -1, column: 5 });
  });

  it("knows what writes", () => {
    const key = (key: string, ctrlKey = false) => ({ key, ctrlKey, altKey: false, metaKey: false });
    expect(["b", "ø", "4", "§"].map((one) => writes(key(one)))).toEqual([true, true, true, true]);
    expect([key(" "), key("F5"), key("c", true)].map(writes)).toEqual([false, false, false]);
  });
});
