import { describe, expect, it } from "vitest";
import { rulerFor } from "./measure";

// Every character ten wide.
const ruler = rulerFor("13px test", (text) => text.length * 10);

describe("a ruler", () => {
  it("adds the widths of the characters", () => {
    expect(ruler.width("abc")).toBe(30);
    expect(ruler.width("»æ–「")).toBe(40);
  });

  it("breaks lines at spaces and after hyphens, and long words inside", () => {
    expect(ruler.lines("aaa bbb", 71, 3)).toBe(1);
    expect(ruler.lines("aaa bbb", 70, 3)).toBe(2);
    expect(ruler.lines("aaa bbb ccc", 41, 9)).toBe(3);
    expect(ruler.lines("aaa-bbb", 41, 9)).toBe(2);
    expect(ruler.lines("aaa-bbb ccc", 71, 9)).toBe(2);
    expect(ruler.lines("abcdefghij", 41, 9)).toBe(3);
    expect(ruler.lines("aaa bbb ccc ddd", 41, 2)).toBe(2);
  });

  it("measures a line as a whole where the letters alone cannot tell", () => {
    // Letters stand closer together than alone.
    const close = rulerFor("13px test", (text) => text.length * 10 - (text.length - 1));
    expect(close.lines("aaa bbb", 65, 3)).toBe(1);
    expect(close.lines("aaa bbb", 64, 3)).toBe(2);
  });
});
