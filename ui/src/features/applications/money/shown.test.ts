import { expect, test } from "vitest";
import { needles } from "../../../fold";
import type { Spending, SpendingImport, SpendingImportRow, SpentYear, YearEnd } from "../../../ipc";
import {
  alike,
  basisOf,
  excess,
  isOut,
  matching,
  newest,
  sorted,
  standings,
  vouchersOf,
  withLine,
  withoutProblems,
} from "./shown";

const year = (patch: Partial<SpentYear>): SpentYear => ({
  year: 2010,
  budget: "100.00",
  spent: "40.00",
  left: "60.00",
  forecast: "100.00",
  forecastTyped: false,
  deviation: "0.00",
  ...patch,
});

test("a forecast says what it rests on", () => {
  expect(basisOf(year({ forecastTyped: true }), "2010-06-01")).toBe("typed");
  expect(basisOf(year({}), "2010-06-01")).toBe("hitherto");
  expect(basisOf(year({}), "2011-01-01")).toBe("over");
  expect(basisOf(year({}), "2009-12-31")).toBe("budget");
  expect(basisOf(year({ year: null, forecastTyped: true }), "2010-06-01")).toBeNull();
});

test("what is spent beyond the budget goes before what is expected to be", () => {
  expect(excess(year({}))).toBeNull();
  expect(excess(year({ deviation: "0.01" }))).toBe("expected");
  expect(excess(year({ left: "-0.01", deviation: "10.00" }))).toBe("spent");
  expect(excess(year({ deviation: "-5.00" }))).toBeNull();
});

const spent = (id: number, patch: Partial<Spending>): Spending => ({
  id,
  version: 1,
  applicationId: 1,
  budgetLineId: 7,
  bookedOn: "2010-03-01",
  voucher: "",
  voucherTotal: null,
  text: "",
  ledger: "",
  amount: "10.00",
  hours: null,
  ...patch,
});
const all = [
  spent(1, { voucher: "9", amount: "-50.00", text: "Tilbageført" }),
  spent(2, { voucher: "10", amount: "2466.00", bookedOn: "2009-12-31", text: "Løn", hours: "7.4" }),
  spent(3, { voucher: "2", budgetLineId: 8, hours: "12" }),
];
const names = new Map([
  [7, "Rådgiver"],
  [8, "Ørsted"],
]);
const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

test("sorted by number in a voucher, by Danish letters, by amounts with minus, and never in place", () => {
  expect(ids(sorted(all, newest, names))).toEqual([3, 1, 2]);
  expect(ids(sorted(all, { key: "voucher", down: false }, names))).toEqual([3, 1, 2]);
  expect(ids(sorted(all, { key: "line", down: true }, names))).toEqual([3, 1, 2]);
  expect(ids(sorted(all, { key: "amount", down: false }, names))).toEqual([1, 3, 2]);
  expect(ids(sorted(all, { key: "hours", down: true }, names))).toEqual([3, 2, 1]);
  expect(ids(all)).toEqual([1, 2, 3]);
});

test("found by text, by the line's name and by the amount", () => {
  const find = (typed: string) => ids(matching(all, needles(typed), names));
  expect(find("")).toEqual([1, 2, 3]);
  expect(find("lon")).toEqual([2]);
  expect(find("oersted")).toEqual([3]);
  expect(find("2466")).toEqual([2]);
  expect(find("radgiver tilbage")).toEqual([1]);
});

test("vouchers of a line, in a year or in all", () => {
  expect(ids(vouchersOf(all, 7, null))).toEqual([1, 2]);
  expect(ids(vouchersOf(all, 7, 2009))).toEqual([2]);
  expect(ids(vouchersOf(all, 8, 2009))).toEqual([]);
});

const row = (at: number, patch: Partial<SpendingImportRow> = {}): SpendingImportRow => ({
  row: at,
  bookedOn: "2010-03-01",
  voucher: String(at),
  text: "",
  ledger: "6.45.51",
  amount: "10.00",
  lineId: null,
  chosen: false,
  known: false,
  problem: null,
  ...patch,
});

test("a line chosen for a row is chosen for those of the same account that have none", () => {
  const rows = [row(2), row(3), row(4, { lineId: 8 }), row(5, { ledger: "" }), row(6, { known: true }), row(7)];
  const plan: SpendingImport = { applicationId: 1, path: "a.xlsx", sheet: null, lines: [{ row: 9, lineId: 1 }] };
  const [first, , , other] = rows;
  if (!first || !other) throw new Error("rows");
  expect(withLine(plan, rows, first, 7).lines).toEqual([
    { row: 9, lineId: 1 },
    { row: 2, lineId: 7 },
    { row: 3, lineId: 7 },
    { row: 7, lineId: 7 },
  ]);
  expect(withLine(plan, rows, first, null).lines).toEqual([
    { row: 9, lineId: 1 },
    { row: 2, lineId: null },
  ]);
  expect(alike(rows, other)).toEqual([]);
});

test("a row is out where a person left it out, not where the line chosen for it was refused", () => {
  const problem = { code: "line_not_approved", field: null, params: {}, detail: "" } as const;
  expect(isOut(row(2))).toBe(false);
  expect(isOut(row(2, { known: true }))).toBe(true);
  expect(isOut(row(2, { chosen: true }))).toBe(true);
  expect(isOut(row(2, { chosen: true, problem }))).toBe(false);
  expect(isOut(row(2, { chosen: true, lineId: 7 }))).toBe(false);
});

test("rows with a problem are left out at once, and what was chosen for others stays", () => {
  const problem = { code: "field_required", field: null, params: {}, detail: "" } as const;
  const rows = [row(2), row(3, { problem }), row(4, { problem })];
  const plan: SpendingImport = {
    applicationId: 1,
    path: "a.csv",
    sheet: null,
    lines: [
      { row: 2, lineId: 7 },
      { row: 3, lineId: 8 },
    ],
  };
  expect(withoutProblems(plan, { rows } as never).lines).toEqual([
    { row: 2, lineId: 7 },
    { row: 3, lineId: null },
    { row: 4, lineId: null },
  ]);
});

test("years in which nothing moved stand as one", () => {
  const end = (on: string, received: string): YearEnd => ({
    on,
    received,
    repaid: "0.00",
    used: "0.00",
    inAdvance: received,
    outstanding: "0.00",
    carriedOver: "0.00",
    withheld: "0.00",
  });
  const ends = [
    end("2009-12-31", "5.00"),
    end("2010-12-31", "5.00"),
    end("2011-12-31", "9.00"),
    end("2012-05-01", "9.00"),
  ];
  expect(standings(ends).map(({ until, end: { on } }) => [on, until])).toEqual([
    ["2009-12-31", "2010-12-31"],
    ["2011-12-31", "2012-05-01"],
  ]);
});
