import { expect, test } from "vitest";
import type { Effect, EffectSum, EffectYear } from "../../../ipc";
import { barsOf } from "./chart";
import { nextYear } from "./nextYear";

const sum = (year: number, accumulated: string): EffectSum => ({
  year,
  gross: "0.00",
  refund: "0.00",
  net: "0.00",
  invested: "0.00",
  balance: "0.00",
  accumulated,
  fullYearPersons: "0",
});

test("bars go down while more is put in than saved, and up after", () => {
  const { bars, ground } = barsOf([sum(2016, "-3000000.00"), sum(2017, "-1000000.00"), sum(2018, "1000000.00")]);
  expect(ground).toBe(25);
  expect(bars.map(({ y, height, below }) => [y, height, below])).toEqual([
    [25, 75, true],
    [25, 25, true],
    [0, 25, false],
  ]);
  expect(bars[2]?.x).toBeCloseTo(72.99, 1);
});

test("with nothing at all there is a line and no bar", () => {
  expect(barsOf([sum(2016, "0.00")])).toEqual({
    bars: [expect.objectContaining({ height: 0, below: false })],
    ground: 0,
  });
  expect(barsOf([])).toEqual({ bars: [], ground: 0 });
});

test("a new year begins as the last one, the first where the project begins", () => {
  const effect = { id: 4, method: "persons" } as Effect;
  const view = (periodStart: string | null) => ({ application: { periodStart }, asOf: "2019-03-12" }) as never;
  expect(nextYear(effect, [], view("2020-06"))).toMatchObject({ effectId: 4, year: 2020, months: "12", persons: null });
  expect(nextYear(effect, [], view(null)).year).toBe(2019);
  const last: EffectYear = {
    id: 9,
    version: 3,
    effectId: 4,
    year: 2021,
    persons: "25",
    months: "6",
    rate: "11500",
    amount: null,
  };
  expect(nextYear(effect, [last], view(null))).toEqual({ ...last, id: 0, version: 0, year: 2022 });
  expect(nextYear({ ...effect, method: "amount" }, [{ ...last, amount: "5.00" }], view(null))).toMatchObject({
    persons: null,
    amount: "5.00",
  });
});
