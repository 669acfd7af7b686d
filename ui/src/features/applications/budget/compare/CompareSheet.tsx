import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useSession } from "../../../../app/session";
import { formatNumber, useWord } from "../../../../format";
import type { CompareFigure, CompareView } from "../../../../ipc";
import { formatAmount, oere, sheetAmount } from "../../../../money";
import { signOf } from "../../../../parts/decimal";
import type { Tone } from "../../../../parts/Mark";
import { Sheet } from "../../../../sheet/Sheet";
import type { SheetCell, SheetColumn, SheetRow } from "../../../../sheet/types";
import { useNames } from "../useNames";
import { type Change, type Col, compareColumns, compareRows, type Part, type Row } from "./rows";

const tones: Readonly<Record<Exclude<Change, "same">, Tone>> = {
  added: "ok",
  removed: "bad",
  changed: "warn",
  reworded: "info",
};

const NOTHING: SheetCell = { shown: "" };

/** The comparison as a sheet to look through and copy from. */
export function CompareSheet({
  view,
  only,
  left,
  right,
}: {
  view: CompareView;
  only: boolean;
  left: string;
  right: string;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const names = useNames();
  const rows = useMemo(() => compareRows(view, only), [view, only]);
  const cols = useMemo(() => compareColumns(view.years), [view.years]);
  const rowOf = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const colOf = useMemo(() => new Map(cols.map((col) => [col.id, col])), [cols]);

  const headings: Readonly<Record<Part, string>> = {
    left,
    right,
    difference: t`Difference`,
    share: t`Per cent`,
  };
  const changes: Readonly<Record<Exclude<Change, "same">, string>> = {
    added: t`New`,
    removed: t`Gone`,
    changed: t`Changed`,
    reworded: t`Reworded`,
  };
  const yearOf = ({ place }: Col) => {
    const year = view.years[place];
    return year === undefined ? t`Total` : names.year(year);
  };
  const columns: SheetColumn[] = [
    { id: "number", heading: t`No.`, spoken: t`No.`, width: 46, pinned: true, kind: "computed" },
    {
      id: "text",
      heading: t({ message: "Text", context: "of a budget line" }),
      spoken: t({ message: "Text", context: "of a budget line" }),
      width: 210,
      grow: true,
      pinned: true,
      names: true,
      kind: "computed",
      danish: true,
    },
    { id: "change", heading: t`Change`, spoken: t`Change`, width: 106, kind: "computed" },
    ...cols.map(
      (col): SheetColumn => ({
        id: col.id,
        heading: headings[col.part],
        spoken: `${yearOf(col)}, ${headings[col.part]}`,
        unit: col.part === "share" ? undefined : t`DKK`,
        width: col.part === "share" ? 76 : Math.min(164, Math.max(108, headings[col.part].length * 6.6 + 18)),
        align: "end",
        group: yearOf(col),
        kind: "computed",
      }),
    ),
  ];

  const figure = (
    { left: was, right: is, difference, share }: CompareFigure,
    part: Part,
    strong: boolean,
  ): SheetCell => {
    const tone = strong ? "strong" : undefined;
    if (part === "share") {
      if (share === null || signOf(share) === 0) return NOTHING;
      return { shown: (signOf(share) > 0 ? "+" : "") + formatNumber(Number(share) * 100, language, 1), tone };
    }
    const text = part === "left" ? was : part === "right" ? is : difference;
    const amount = text === null ? null : oere(text);
    if (amount === null || (part === "difference" && amount === 0)) return NOTHING;
    const sign = part === "difference" && amount > 0 ? "+" : "";
    return { shown: sign + formatAmount(amount, "kr", language), copied: sheetAmount(amount, "kr"), tone };
  };
  const stands = (row: Row, column: SheetColumn): SheetCell => {
    const col = colOf.get(column.id);
    if (row.is === "group") return column.id === "number" ? { shown: word("side", row.side), tone: "strong" } : NOTHING;
    if (row.is === "sum") {
      if (column.id === "number") return { shown: nameOf(row), tone: "strong" };
      const own = col && row.figures[col.place];
      return own && col ? figure(own, col.part, true) : NOTHING;
    }
    if (column.id === "number") return { shown: String(row.row.number), tone: "soft" };
    if (column.id === "text") return { shown: nameOf(row) };
    if (column.id === "change") {
      if (row.change === "same") return NOTHING;
      const words = changes[row.change];
      return { shown: words, mark: { tone: tones[row.change], words } };
    }
    const own = col && row.row.figures[col.place];
    return own && col ? figure(own, col.part, false) : NOTHING;
  };
  const nameOf = (row: Row): string => {
    if (row.is === "group") return word("side", row.side);
    if (row.is === "sum") return row.side === "cost" ? t`Costs, total` : t`Financing, total`;
    const { left: was, right: is, number } = row.row;
    const name = is ?? was ?? "";
    if (row.change === "reworded" && was && is && was !== is) return t`${is} (was: ${was})`;
    return name || t`line ${number}`;
  };
  return (
    <Sheet
      label={t`Comparison of ${left} and ${right}`}
      columns={columns}
      rows={rows.map(
        (row): SheetRow => ({ id: row.id, name: nameOf(row), kind: row.is, span: row.is === "line" ? 1 : 2 }),
      )}
      cell={(row, column) => {
        const at = rowOf.get(row.id);
        return at ? stands(at, column) : NOTHING;
      }}
      onEdit={async () => []}
      readOnly={t`A comparison is only looked at. Change the versions themselves.`}
    />
  );
}
