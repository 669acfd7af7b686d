import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useCallback, useState } from "react";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { writes } from "../../../grid/navigate";
import type { Column, GridHandle } from "../../../grid/types";
import type { ApplicationRow } from "../../../ipc";
import { asFailure, errorWords } from "../../../parts/ErrorText";
import { CellEditor, type Leaving } from "./CellEditor";
import { editable } from "./columns";
import { Conflict, type QuickField, type QuickPatch, useQuick } from "./useQuick";

/** The cell being changed. */
export type Editing = { row: ApplicationRow; column: string; typed: string | null; cell: HTMLElement };

const fields: Readonly<Record<string, QuickField>> = {
  title: "title",
  owner: "ownerId",
  department: "departmentId",
  requested: "requested",
};
/** How long a list takes to close, in milliseconds. */
const CLOSING = 60;
const isChoice = (column: string) => column === "owner" || column === "department";

type List = {
  columns: readonly Column[];
  items: Int32Array;
  rowOf: (item: number) => ApplicationRow | undefined;
  grid: RefObject<GridHandle | null>;
};

/** Changing cells of the list in place, by keys and by a double click. */
export function useEditing({ columns, items, rowOf, grid }: List) {
  const { t } = useLingui();
  const { writable, language } = useSession();
  const notify = useNotify();
  const quick = useQuick();
  const [editing, setEditing] = useState<Editing | null>(null);

  const placeOf = (target: EventTarget) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
    const line = Number(cell?.parentElement?.dataset.line ?? Number.NaN);
    const at = Number(cell?.dataset.column ?? Number.NaN);
    const column = columns[at];
    const item = items[line];
    const row = item === undefined ? undefined : rowOf(item);
    return cell && column && item !== undefined && row ? { cell, at, column, item, row } : null;
  };

  /** The neighbouring cell that can be changed, in reading order. */
  const nextTo = (from: Editing, step: 1 | -1): { item: number; at: number } | null => {
    const line = items.indexOf(from.row.id);
    const at = columns.findIndex(({ key }) => key === from.column);
    for (let place = line * columns.length + at + step; ; place += step) {
      const item = items[Math.floor(place / columns.length)];
      const column = columns[((place % columns.length) + columns.length) % columns.length];
      if (place < 0 || item === undefined || !column) return null;
      if (editable.has(column.key)) return { item, at: columns.indexOf(column) };
    }
  };

  const leave = (from: Editing, to: Leaving) => {
    setEditing(null);
    if (to === "away") return;
    const at = columns.findIndex(({ key }) => key === from.column);
    const next = to === "stay" ? null : nextTo(from, to === "next" ? 1 : -1);
    const go = () => {
      grid.current?.goTo(next?.item ?? from.row.id, next?.at ?? at);
      if (!next) return;
      // Once the focus is there, which may first have to be scrolled to.
      requestAnimationFrame(() => {
        const place = document.activeElement && placeOf(document.activeElement);
        if (place && place.item === next.item && place.at === next.at) begin(place, null);
      });
    };
    // A list that closes first gives the focus back to its own cell.
    if (isChoice(from.column)) setTimeout(go, CLOSING);
    else go();
  };

  const begin = (place: NonNullable<ReturnType<typeof placeOf>>, typed: string | null) =>
    setEditing({ row: place.row, column: place.column.key, typed, cell: place.cell });

  const choose = async (from: Editing, value: number | null, to: Leaving) => {
    leave(from, to);
    const field = fields[from.column];
    if (!field || from.row[field] === value) return;
    const patch: QuickPatch = { [field]: value };
    try {
      await quick(from.row, field, patch);
    } catch (refusal) {
      if (!(refusal instanceof Conflict))
        return notify({ tone: "bad", text: errorWords(asFailure(refusal), language) });
      const { who, now } = refusal;
      const name = (field === "ownerId" ? now.owner : now.department) ?? t({ message: "None", context: "choice" });
      notify({
        tone: "bad",
        text: who ? t`${who} changed this meanwhile to “${name}”.` : t`This was changed meanwhile to “${name}”.`,
        action: { label: t`Put mine in its place`, run: () => void choose({ ...from, row: now }, value, "stay") },
      });
    }
  };

  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (!writable || event.nativeEvent.isComposing || event.target instanceof HTMLInputElement) return;
    const place = placeOf(event.target);
    if (!place || !editable.has(place.column.key)) return;
    const erases = event.key === "Delete" || event.key === "Backspace";
    if (event.key === "F2") begin(place, null);
    else if (erases && !isChoice(place.column.key)) begin(place, "");
    else if (writes(event) && event.key !== "/") begin(place, event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** A click in a cell that can be changed goes there, a second one changes it; the title opens the application. */
  const onClickCapture = (event: MouseEvent) => {
    if (!writable || event.shiftKey || event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement)
      return;
    const place = placeOf(event.target);
    if (!place || place.column.key === "title" || !editable.has(place.column.key)) return;
    event.stopPropagation();
    if (event.detail > 1) begin(place, null);
    else grid.current?.goTo(place.item, place.at);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: `leave` is made of columns and items
  const editor = useCallback(
    (item: number, column: Column): ReactNode => {
      if (!editing || editing.row.id !== item || editing.column !== column.key || isChoice(column.key)) return null;
      const field = column.key === "title" ? "title" : "requested";
      return (
        <CellEditor
          label={column.title}
          field={field}
          row={editing.row}
          typed={editing.typed}
          save={(seen, value) => quick(seen, field, { [field]: value })}
          leave={(to) => leave(editing, to)}
        />
      );
    },
    [editing, columns, items, quick],
  );

  const choosing = editing && isChoice(editing.column) ? editing : null;
  return { choosing, choose, leave, editor, onKeyDownCapture, onClickCapture };
}
