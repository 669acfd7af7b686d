import { modelOf } from "./model";
import type { SheetCell, SheetColumn, SheetRow } from "./types";

/** A little budget for tests: text, category, and two years of quantity, rate and amount; a heading over the last lines. */
export const columns: SheetColumn[] = [
  { id: "text", heading: "Text", spoken: "Text", width: 120, pinned: true, names: true, kind: "text" },
  {
    id: "kind",
    heading: "Category",
    spoken: "Category",
    width: 100,
    kind: "choice",
    choices: [
      { value: "w", label: "Løn" },
      { value: "t", label: "Transport" },
    ],
  },
  ...[2009, 2010].flatMap((year): SheetColumn[] => [
    {
      id: `${year}q`,
      heading: "Quantity",
      spoken: `${year}, quantity`,
      width: 60,
      align: "end",
      group: `${year}`,
      measure: "q",
      kind: "number",
    },
    {
      id: `${year}r`,
      heading: "Rate",
      spoken: `${year}, rate`,
      unit: "kr.",
      width: 80,
      align: "end",
      group: `${year}`,
      measure: "r",
      kind: "number",
    },
    {
      id: `${year}a`,
      heading: "Amount",
      spoken: `${year}, amount`,
      unit: "kr.",
      width: 90,
      align: "end",
      group: `${year}`,
      measure: "a",
      kind: "computed",
    },
  ]),
];

export const rows: SheetRow[] = [
  { id: "a", name: "Wages", kind: "line" },
  { id: "b", name: "Cars", kind: "line" },
  { id: "g", name: "Others", kind: "group", span: 2 },
  { id: "c", name: "Audit", kind: "line" },
];
export const foot: SheetRow[] = [{ id: "sum", name: "Total", kind: "sum", span: 2 }];

export type Data = Record<string, string>;
export const first = (): Data => ({
  "a text": "Wages",
  "a kind": "w",
  "a 2009q": "2",
  "a 2009r": "425000",
  "b text": "Cars",
  "b kind": "t",
  "b 2009q": "1",
  "b 2009r": "90000",
  "g text": "Others",
  "c text": "Audit",
});

export const cellIn =
  (data: Data) =>
  (row: SheetRow, column: SheetColumn): SheetCell => {
    const text = data[`${row.id} ${column.id}`] ?? "";
    if (row.kind !== "line") return { shown: column.id === "text" ? row.name : text, readOnly: "Added up." };
    if (column.kind === "choice")
      return { shown: column.choices?.find(({ value }) => value === text)?.label ?? "", edit: text };
    if (column.kind === "computed") return { shown: "", readOnly: "Quantity times rate." };
    return { shown: text.replace(/\B(?=(\d{3})+$)/g, "."), edit: text };
  };

export const model = modelOf({ columns, rows, foot, cell: cellIn(first()) });
