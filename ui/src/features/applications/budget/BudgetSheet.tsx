import { useLingui } from "@lingui/react/macro";
import { type Ref, useCallback, useState } from "react";
import {
  type BudgetSheet as BudgetOfVersion,
  type BudgetView,
  type CellProblem,
  commands,
  type Side,
} from "../../../ipc";
import { errorWords } from "../../../parts/ErrorText";
import { Sheet } from "../../../sheet/Sheet";
import type { SheetEdit, SheetHandle, SheetNewRow, SheetProblem } from "../../../sheet/types";
import type { Choice } from "./columns";
import { editsOf, freshRows, type Payer, type Sent } from "./edits";
import { addedBy } from "./patch";
import { sideOf } from "./rows";
import type { Budgeting } from "./useBudget";
import { type SheetModel, useSheetModel } from "./useSheetModel";

/** One version as an editable sheet: costs, then financing, their sums and what they differ by under them. */
export function BudgetSheet({
  view,
  sheet,
  shown,
  roomy,
  readOnly,
  budgeting,
  onActive,
  onOpen,
  model: give,
  ref,
}: {
  view: BudgetView;
  sheet: BudgetOfVersion;
  shown: Choice;
  /** Whether the columns need not be sparing. */
  roomy: boolean;
  /** Why nothing can be changed. */
  readOnly: string | undefined;
  budgeting: Budgeting;
  /** The line with the focus; null where it is in none. */
  onActive: (line: number | null) => void;
  onOpen: (line: number) => void;
  /** Is told what the sheet shows, for those who lead into it. */
  model: { current: SheetModel | null };
  ref: Ref<SheetHandle>;
}) {
  const { t, i18n } = useLingui();
  const [active, setActive] = useState<string | null>(null);
  const model = useSheetModel(view, sheet, shown, readOnly === undefined, active, roomy);
  give.current = model;
  const { names, rowOf, colOf } = model;
  const { patch } = budgeting;
  const budgetId = sheet.budget.id;

  const activated = useCallback(
    (row: string) => {
      setActive(row);
      onActive(names.lineOf(row));
    },
    [names, onActive],
  );
  const told = (all: readonly Sent[], problems: readonly CellProblem[]): SheetProblem[] =>
    problems.flatMap(({ index, error }) => {
      const at = all[index];
      return at
        ? [{ row: at.row, column: at.column, message: errorWords(error, i18n.locale === "en" ? "en" : "da") }]
        : [];
    });

  const keep = async (edits: readonly SheetEdit[], added: readonly SheetNewRow[], side: Side) => {
    const payer: Payer = sheet.lines.some(({ line }) => line.source === "grant") ? "own" : "grant";
    const ofRow = (row: string) => sideOf(rowOf.get(row));
    const all = editsOf(edits, added, { names, columns: colOf, sideOf: ofRow, side, payer });
    if (all.length === 0) return [];
    const both = all.find(({ edit, row }) => edit.lineId === null && (ofRow(row) ?? side) !== side);
    if (both) return [{ row: both.row, column: both.column, message: t`New lines are added to one side at a time.` }];
    const edit = { budgetId, side, edits: all.map((one) => one.edit) };
    const { problems } = await patch(
      () => commands.budgetEdit(edit),
      (before, answer) => {
        const lines = addedBy(before, answer);
        freshRows(all).forEach((row, at) => {
          const line = lines[at];
          if (line && rowOf.has(row)) names.became(row, line.line.id);
        });
      },
    );
    return told(all, problems);
  };
  const sideAt = (row: string | null | undefined): Side => sideOf(rowOf.get(row ?? "")) ?? "cost";
  /** The side that is added to: of the new row among what was typed. */
  const sideOfEdits = (edits: readonly SheetEdit[]) =>
    sideAt((edits.find(({ row }) => names.lineOf(row) === null) ?? edits[0])?.row ?? active);

  const lines = (rows: readonly string[]) => rows.flatMap((row) => names.lineOf(row) ?? []);
  return (
    <Sheet
      ref={ref}
      label={t`Budget`}
      keptAs={`budget ${budgetId}`}
      columns={model.columns}
      rows={model.rows}
      foot={model.foot}
      cell={model.cell}
      amountOf={model.amountOf}
      readOnly={readOnly}
      onActive={activated}
      onOpen={(row) => {
        const line = names.lineOf(row);
        if (line !== null) onOpen(line);
      }}
      onEdit={(edits) => keep(edits, [], sideOfEdits(edits))}
      onPasteRows={(edits, added) => keep(edits, added, sideOfEdits(edits))}
      onAddRow={async (below) => {
        const side = sideAt(below ?? active);
        const afterId = below === null ? null : names.lineOf(below);
        const source = side === "financing" ? "own" : null;
        let id: string | null = null;
        await patch(
          () => commands.budgetLineAdd({ budgetId, side, afterId, source, ownForm: null }),
          (before, answer) => {
            const [line] = addedBy(before, answer);
            if (line) id = names.rowOf(line.line.id);
          },
        );
        return id;
      }}
      onDeleteRows={async (rows) => {
        const ids = lines(rows);
        if (ids.length > 0) await patch(() => commands.budgetLinesDelete(budgetId, ids));
      }}
      onMoveRow={async (row, step) => {
        const id = names.lineOf(row);
        if (id !== null) await patch(() => commands.budgetLineMove(id, step));
      }}
    />
  );
}
