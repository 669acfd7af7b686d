import { useEffect, useMemo, useState } from "react";
import type { BudgetSheet, BudgetView, Side } from "../../../ipc";
import { useKept } from "../../../parts/standing/useKept";
import type { SheetCell, SheetColumn, SheetRow } from "../../../sheet/types";
import { type Choice, type Col, columnsOf } from "./columns";
import { marksOf } from "./marks";
import { foot, type Row, RowNames, rowsOf, sideOf } from "./rows";
import { amountIn, type Sums, sumsOf } from "./sums";
import { useCells } from "./useCells";
import { useChoices, useColumns } from "./useColumns";
import { useRowWords } from "./useRowWords";

/** So many new rows can stand under each other before the first of them is typed in. */
const FRESH = 50;

export type SheetModel = {
  cols: readonly Col[];
  colOf: ReadonlyMap<string, Col>;
  rowOf: ReadonlyMap<string, Row>;
  names: RowNames;
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
  foot: readonly SheetRow[];
  cell: (row: SheetRow, column: SheetColumn) => SheetCell;
  amountOf: (row: SheetRow, column: SheetColumn) => string | null;
};

/** A version as the sheet shows it. `active` is the row with the focus: in the last new row another one comes under it. */
export function useSheetModel(
  view: BudgetView,
  sheet: BudgetSheet,
  shown: Choice,
  editable: boolean,
  active: string | null,
  roomy: boolean,
): SheetModel {
  const { figures, unallotted } = shown;
  // What the sheet was refused is kept by the names of its rows, and so they are too.
  const [kept, keep] = useKept<RowNames>(`budget rows ${sheet.budget.id}`);
  const [made] = useState(() => new RowNames());
  const names = kept ?? made;
  useEffect(() => {
    if (kept === null) keep(made);
  }, [kept, keep, made]);
  names.shown(sheet.lines);
  const words = useRowWords();

  const cols = useMemo(() => columnsOf(sheet, { figures, unallotted }), [sheet, figures, unallotted]);
  const sums = useMemo(() => sumsOf(sheet.lines), [sheet.lines]);
  const choices = useChoices(view);
  const marks = useMemo(() => marksOf(view.findings, cols, names), [view.findings, cols, names]);
  const columns = useColumns(cols, sums, choices, sheet.budget.period, roomy, marks);
  const fresh = (side: Side) => {
    if (!editable) return 0;
    // There is always an empty one under the one with the focus, so that Enter leads on.
    return active === null ? 1 : names.fresh(side, FRESH).indexOf(active) + 2;
  };
  // How many new rows there are changes seldom; which row has the focus, at every key.
  const [freshCosts, freshFinancing] = [fresh("cost"), fresh("financing")];
  const own = useMemo(
    () => rowsOf(sheet.lines, names, (side) => (side === "cost" ? freshCosts : freshFinancing)),
    [sheet.lines, names, freshCosts, freshFinancing],
  );

  const rowOf = useMemo(() => new Map([...own, ...foot].map((row) => [row.id, row])), [own]);
  const colOf = useMemo(() => new Map(cols.map((col) => [col.id, col])), [cols]);
  const rows = useMemo(() => own.map((row) => shownRow(row, words(row, sheet.budget))), [own, words, sheet.budget]);
  const feet = useMemo(() => foot.map((row) => shownRow(row, words(row, sheet.budget))), [words, sheet.budget]);
  const inside = useCells(sums, choices, marks, figures, sheet.budget, roomy);
  const cell = useMemo(
    () => (row: SheetRow, column: SheetColumn) => {
      const [at, col] = [rowOf.get(row.id), colOf.get(column.id)];
      return at && col ? inside(at, col) : { shown: "" };
    },
    [rowOf, colOf, inside],
  );
  const amountOf = useMemo(
    () => (row: SheetRow, column: SheetColumn) => {
      const [at, col] = [rowOf.get(row.id), colOf.get(column.id)];
      return at && col ? kroner(at, col, sums) : null;
    },
    [rowOf, colOf, sums],
  );
  return { cols, colOf, rowOf, names, columns, rows, foot: feet, cell, amountOf };
}

function shownRow(row: Row, name: string): SheetRow {
  const section = sideOf(row) ?? undefined;
  if (row.is === "line" || row.is === "new") return { id: row.id, name, kind: "line", section };
  return { id: row.id, name, kind: row.is, span: 2 };
}

function kroner(row: Row, col: Col, sums: Sums): string | null {
  const amount =
    row.is === "line"
      ? amountIn(row.view, col)
      : row.is === "sum" && (col.holds === "amount" || col.holds === "year" || col.holds === "total")
        ? sums.side(row.side, col)
        : null;
  return amount === null ? null : written(amount);
}

/** Øre as an amount is written where it crosses. */
function written(amount: number): string {
  const size = Math.abs(amount);
  return `${amount < 0 ? "-" : ""}${Math.floor(size / 100)}.${String(size % 100).padStart(2, "0")}`;
}
