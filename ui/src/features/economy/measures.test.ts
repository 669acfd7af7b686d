import { expect, test } from "vitest";
import type { ExposureFigures, ExposureRow } from "../../ipc";
import { bars, decimalsOf, figureOf, madeOf, orderedYears, sumOf, yearChoices, yearKind } from "./measures";

const figures = (year: number, patch: Partial<ExposureFigures> = {}): ExposureFigures => ({
  year,
  granted: "0.00",
  pending: "0.00",
  ownCash: "0.00",
  ownCashPending: "0.00",
  ownStaff: "0.00",
  ownStaffPending: "0.00",
  ownHours: "0",
  ownFte: "0",
  gap: "0.00",
  ...patch,
});

const years = [
  figures(2009, { granted: "1168000.00", ownStaff: "399000.00", ownHours: "1924", ownFte: "1", gap: "158104.00" }),
  figures(2010, {
    granted: "1168000.00",
    ownStaff: "399000.01",
    ownCashPending: "5.50",
    ownHours: "0.5",
    ownFte: "0.3",
  }),
];

test("amounts add up to the øre and quantities to their fourth decimal", () => {
  expect(sumOf(years, "own")).toBe(79_800_001);
  expect(sumOf(years, "ownAll")).toBe(79_800_551);
  expect(sumOf(years, "ownHours")).toBe(19_245_000);
  expect(figureOf(figures(2009, { ownFte: "0.0625" }), "ownFte")).toBe(625);
});

test("a quantity has the decimals it needs", () => {
  expect([20_000, 25_000, 6237, -10, 0].map(decimalsOf)).toEqual([0, 1, 4, 3, 0]);
});

test("a figure is made of the applications that have something in it, the largest first", () => {
  const row = (applicationId: number, granted: string) => ({ applicationId, years: [figures(2009, { granted })] });
  const rows = [row(1, "1.00"), row(2, "0.00"), row(3, "7.00")] as ExposureRow[];
  const ids = (place: "all" | number, applicationIds?: number[]) =>
    madeOf(rows, "granted", place, applicationIds && { id: 1, name: "", years: [], applicationIds }).map(
      (one) => one.row.applicationId,
    );
  expect(ids(2009)).toEqual([3, 1]);
  expect(ids("all", [1, 2])).toEqual([1]);
  expect(ids(2010)).toEqual([]);
});

test("a year is the budget year, one of three overslagsår, or outside of them", () => {
  const kinds = [0, 2018, 2019, 2020, 2022, 2023].map((year) => yearKind(year, "2019-03-12"));
  expect(kinds).toEqual(["unallotted", "earlier", "budget", "estimate", "estimate", "later"]);
});

test("the years chosen are among the choices, in order, and not endlessly many", () => {
  expect(yearChoices("2019-03-12", [1999, 2031])).toHaveLength(33);
  expect(orderedYears(2022, 2019, "from")).toEqual({ from: 2022, to: 2022 });
  expect(orderedYears(2009, 2040, "from")).toEqual({ from: 2009, to: 2020 });
  expect(orderedYears(2009, 2040, "to")).toEqual({ from: 2029, to: 2040 });
});

test("a bar has only the parts that are there", () => {
  expect(bars(years[0] ?? figures(0)).own.map(({ look }) => look)).toEqual(["staff", "missing"]);
  expect(bars(figures(2011))).toEqual({ grant: [], own: [] });
});
