import { useLingui } from "@lingui/react/macro";
import { type Ref, useMemo } from "react";
import { useSession } from "../../../../app/session";
import { useWord } from "../../../../format";
import type { BudgetColumn, BudgetImport, BudgetImportPreview, BudgetRowKind } from "../../../../ipc";
import { errorWords } from "../../../../parts/ErrorText";
import { Sheet } from "../../../../sheet/Sheet";
import type { SheetCell, SheetColumn, SheetHandle, SheetRow } from "../../../../sheet/types";
import { useNames } from "../useNames";
import { shownIn, withRows } from "./plan";

const kinds: readonly BudgetRowKind[] = ["line", "sum", "heading", "ignored"];
const figures: ReadonlySet<BudgetColumn> = new Set<BudgetColumn>(["amount", "quantity", "rate", "total"]);

/** Of a letter, and the room beside it. */
const LETTER = 7;
const BESIDE = 34;

/** The rows as they stand in the sheet and as they were understood; how a row is read can be changed in its place. */
export function PreviewSheet({
  preview,
  plan,
  onPlan,
  ref,
}: {
  preview: BudgetImportPreview;
  plan: BudgetImport;
  onPlan: (plan: BudgetImport) => void;
  ref: Ref<SheetHandle>;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const names = useNames();
  const byNumber = useMemo(() => new Map(preview.rows.map((row) => [String(row.row), row])), [preview.rows]);

  const columns = useMemo((): SheetColumn[] => {
    const choices = kinds.map((value) => ({ value, label: word("budget_row_kind", value) }));
    return [
      { id: "row", heading: t`Row`, spoken: t`Row`, width: 66, align: "end", pinned: true, kind: "computed" },
      { id: "reads", heading: t`Read as`, spoken: t`Read as`, width: 112, pinned: true, kind: "choice", choices },
      ...preview.columns.map(({ heading, choice }, at): SheetColumn => {
        const of = choice.year === null ? "" : names.year(choice.year);
        const role = [word("budget_column", choice.reads), of].filter(Boolean).join(" ");
        const longest = preview.rows.slice(0, 200).reduce((most, { cells }) => {
          const cell = cells[at];
          return cell ? Math.max(most, shownIn(cell.shown, cell.understood).length) : most;
        }, heading.length);
        return {
          id: String(at),
          heading,
          unit: role,
          spoken: `${heading}, ${role}`,
          width: Math.min(320, Math.max(90, longest * LETTER + BESIDE)),
          align: figures.has(choice.reads) ? "end" : undefined,
          names: choice.reads === "text",
          danish: true,
          kind: "text",
        };
      }),
    ];
  }, [preview, names, word, t]);

  const cell = (row: SheetRow, column: SheetColumn): SheetCell => {
    const own = byNumber.get(row.id);
    if (!own) return { shown: "" };
    if (column.id === "row") return { shown: String(own.row), tone: "soft" };
    if (column.id === "reads") return { shown: word("budget_row_kind", own.reads), edit: own.reads };
    const at = own.cells[Number(column.id)];
    const reads = preview.columns[Number(column.id)]?.choice.reads ?? "ignored";
    if (!at) return { shown: "", readOnly: mendIt };
    const words = at.problem ? errorWords(at.problem, language) : undefined;
    const left = own.reads === "ignored" || reads === "ignored";
    return {
      shown: left ? at.shown : shownIn(at.shown, at.understood),
      readOnly: mendIt,
      problem: at.mild ? undefined : words,
      mark: words && at.mild ? { tone: "warn", words } : undefined,
      tone: left ? "soft" : own.reads === "line" ? undefined : "strong",
    };
  };
  const mendIt = t`What stands in the sheet is mended there. Here you choose how rows and columns are read.`;
  const rows = useMemo(
    () =>
      preview.rows.map(
        ({ row, cells }): SheetRow => ({
          id: String(row),
          name: cells.find(({ shown }) => shown !== "")?.shown ?? t`row ${row}`,
          kind: "line",
        }),
      ),
    [preview.rows, t],
  );
  return (
    <Sheet
      ref={ref}
      label={t`Rows of the sheet`}
      columns={columns}
      rows={rows}
      cell={cell}
      onEdit={async (edits) => {
        const kind = kinds.find((one) => one === edits[0]?.text) ?? "line";
        onPlan(
          withRows(
            plan,
            edits.map(({ row }) => Number(row)),
            kind,
          ),
        );
        return [];
      }}
    />
  );
}
