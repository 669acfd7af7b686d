import { expect, test } from "vitest";
import { barsOf, columnsOf } from "./bars";

test("the highest amount fills the drawing and none draws nothing", () => {
  const { bars } = barsOf([1000, 500, null, 1000], null);
  expect(bars.map((bar) => bar.height)).toEqual([98, 49, 98]);
});

test("the smallest amount is still seen", () => {
  const { bars } = barsOf([1_000_000, 1], undefined);
  expect(bars[1]?.height).toBe(2);
});

test("the permanent amount stands apart from the years", () => {
  const { bars, yearsWidth, lastingX } = barsOf([10, 10], 10);
  expect(lastingX).toBeGreaterThan(yearsWidth);
  expect(bars.at(-1)).toMatchObject({ lasting: true });
  expect(bars.at(-1)?.x).toBeGreaterThanOrEqual(lastingX);
});

test("figures stand in the same division as the bars", () => {
  expect(columnsOf(4, false)).toBe("repeat(4, 100fr)");
  expect(columnsOf(4, true)).toBe("repeat(4, 100fr) 24fr 136fr");
});
