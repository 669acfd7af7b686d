import type { CellEdit, LineField, OwnForm, Side, Source } from "../../../ipc";
import type { SheetEdit, SheetNewRow } from "../../../sheet/types";
import type { Col } from "./columns";
import type { RowNames } from "./rows";

/** Who pays, with where own money comes from: one choice in the sheet. `own.existing_staff` */
export type Payer = Source | `own.${OwnForm}`;

export const payers: readonly Payer[] = [
  "grant",
  "own.existing_budget",
  "own.existing_staff",
  "own.new_appropriation",
  "own",
  "partner",
  "other_fund",
  "user_payment",
];

export const payerOf = (source: Source | null, form: OwnForm | null): Payer | "" =>
  source === "own" && form !== null ? `own.${form}` : (source ?? "");

const fields: Partial<Record<Col["holds"], LineField>> = {
  text: "text",
  method: "method",
  unit: "unit",
  quantity: "quantity",
  rate: "rate",
  amount: "amount",
};

/** An edit, and the cell of the sheet it came from: row and column, `+0` for the first of the rows that are to be added. */
export type Sent = { edit: CellEdit; row: string; column: string };

type Place = { lineId: number | null; newLine: number };

function sent({ row, column, text }: SheetEdit, col: Col, side: Side, place: Place): Sent[] {
  const made = (field: LineField, typed: string): Sent => ({
    edit: { ...place, field, year: col.year, period: col.period, text: typed },
    row,
    column,
  });
  if (col.holds === "note") return [made(side === "cost" ? "note" : "origin", text)];
  if (col.holds === "category") {
    if (side === "cost") return [made("category", text)];
    const [source = "", form = ""] = text.split(".");
    return [made("source", source), made("own_form", form)];
  }
  const field = fields[col.holds];
  return field ? [made(field, text)] : [];
}

/**
 * What was typed as the program takes it. Rows that are not lines yet become new ones, numbered in order; financing that does
 * not say who pays is given `payer`, for a line must have one.
 */
export function editsOf(
  edits: readonly SheetEdit[],
  added: readonly SheetNewRow[],
  { names, columns, sideOf, side, payer }: Reading,
): Sent[] {
  const fresh = new Map<string, number>();
  const numbered = (row: string) => {
    const known = fresh.get(row) ?? fresh.size;
    fresh.set(row, known);
    return known;
  };
  const placed = (row: string): Place => {
    const lineId = names.lineOf(row);
    return { lineId, newLine: lineId === null ? numbered(row) : 0 };
  };
  const read = (edit: SheetEdit, own: Side): Sent[] => {
    const col = columns.get(edit.column);
    return col ? sent(edit, col, own, placed(edit.row)) : [];
  };
  const all = [
    ...edits.flatMap((edit) => read(edit, sideOf(edit.row) ?? side)),
    ...added.flatMap((row, at) => row.flatMap((cell) => read({ row: `+${at}`, ...cell }, side))),
  ];
  if (side === "cost") return all;
  const unpaid = [...fresh].filter(([row]) => !all.some((one) => one.row === row && one.edit.field === "source"));
  return [
    ...unpaid.flatMap(([row, newLine]) =>
      sent({ row, column: "category", text: payer }, payerColumn, "financing", { lineId: null, newLine }),
    ),
    ...all,
  ];
}

const payerColumn: Col = { id: "category", holds: "category", year: 0, period: 0 };

export type Reading = {
  names: RowNames;
  columns: ReadonlyMap<string, Col>;
  /** The side of a row that is shown. */
  sideOf: (row: string) => Side | null;
  /** The side new lines are on. */
  side: Side;
  payer: Payer;
};

/** The rows that became lines, in the order of the lines: those that are shown under their name, those that were added as `+0`. */
export function freshRows(all: readonly Sent[]): readonly string[] {
  const rows = new Map<number, string>();
  for (const { edit, row } of all) if (edit.lineId === null) rows.set(edit.newLine, row);
  return [...rows].sort(([one], [other]) => one - other).map(([, row]) => row);
}
