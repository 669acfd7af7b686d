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
    expect(ruler.lines("aaa bbb", 73, 3)).toBe(1);
    expect(ruler.lines("aaa bbb", 72, 3)).toBe(2);
    expect(ruler.lines("aaa bbb ccc", 43, 9)).toBe(3);
    expect(ruler.lines("aaa-bbb", 43, 9)).toBe(2);
    expect(ruler.lines("abcdefghij", 43, 9)).toBe(3);
    expect(ruler.lines("aaa bbb ccc ddd", 43, 2)).toBe(2);
  });
});
