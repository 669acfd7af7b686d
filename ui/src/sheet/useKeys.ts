import { type KeyboardEvent, useRef } from "react";
import { useActions } from "../app/actions";
import { type Place, writes } from "../grid/navigate";
import { isOne, type Model } from "./model";
import { moved, nextInside, nextLine, nextOpen } from "./move";
import type { Outbox } from "./outbox";
import type { Changes } from "./useChanges";
import type { Places } from "./usePlace";

export type Going = {
  model: Model;
  places: Places;
  changes: Changes;
  outbox: Outbox;
  readOnly: boolean;
  page: () => number;
  /** Moves the focus, or with `extend` the other corner of what is selected. */
  go: (to: Place, extend?: boolean) => void;
  /** Opens the editor; a text takes the place of what stands there. */
  edit: (text: string | null) => void;
  /** Opens the line with the focus, where its cell has nothing to type and there is something to open. */
  open: () => boolean;
  /** Puts the focus before or after the sheet. */
  leave: (step: 1 | -1) => void;
  told: (text: string) => void;
  leaving: () => string;
};

/** What the keys do where no cell is being edited. */
export function useKeys(sheet: Going) {
  const { model, places, changes, readOnly } = sheet;
  const { at, to, range } = places;
  const { runAction } = useActions();
  /** Escape was pressed with nothing left to peel: the next Tab leaves. */
  const leaves = useRef(false);
  /** The column a run of Tabs began in, to which Enter goes back. */
  const began = useRef<number | null>(null);

  /** On by Enter or Tab: round inside what is selected, else to the next line or the next cell that can be typed in. */
  const step = (way: "row" | "column", by: 1 | -1): boolean => {
    if (!isOne(range)) {
      places.within(nextInside(range, at, way, by));
      return true;
    }
    if (way === "column") {
      sheet.go(nextLine(model, { line: at.line, column: began.current ?? at.column }, by));
      began.current = null;
      return true;
    }
    const next = nextOpen(model, at, by);
    if (!next) return false;
    began.current ??= at.column;
    sheet.go(next);
    return true;
  };

  const select = (key: string): boolean => {
    const { lines, columns, count } = model;
    const last = { line: lines.length - 1, column: columns.length - 1 };
    if (key === "all") places.set({ line: 0, column: 0 }, { line: Math.max(0, count - 1), column: last.column });
    else if (key === "row") places.set({ line: range.top, column: 0 }, { line: range.bottom, column: last.column });
    else places.set({ line: 0, column: range.left }, { line: Math.max(0, count - 1), column: range.right });
    return true;
  };

  const peel = (): boolean => {
    const row = model.lines[at.line];
    const column = model.columns[at.column];
    const refused = row && column && sheet.outbox.refusedAt(row.id, column.id);
    if (!isOne(range)) sheet.go(at);
    else if (refused) changes.takeBack(refused);
    else if (!leaves.current && !readOnly) {
      leaves.current = true;
      sheet.told(sheet.leaving());
    } else return false;
    return true;
  };

  /** The program's undo, in its order: first what was refused, then what is on its way, by the program itself. */
  const undo = (): boolean => {
    const refused = sheet.outbox.newestRefused();
    if (refused) changes.takeBack(refused);
    else if (sheet.outbox.snapshot().busy) void sheet.outbox.ask(async () => runAction("history.undo"));
    else return false;
    return true;
  };

  const withCtrl = (key: string, shift: boolean): boolean => {
    if (key === "a") return select("all");
    if (key === " ") return select("column");
    if (key === "z") return !shift && undo();
    if (readOnly) return false;
    if (key === "r") changes.fill("right");
    else if (key === "d") changes.fill("down");
    else if (key === "+") changes.addRow();
    else if (key === "-") changes.deleteRows();
    else return false;
    return true;
  };

  const withAlt = (key: string, shift: boolean): boolean => {
    if (readOnly || (key !== "ArrowUp" && key !== "ArrowDown")) return false;
    if (key === "ArrowDown" && !shift && model.columns[at.column]?.kind === "choice") sheet.edit(null);
    else changes.moveRow(key === "ArrowUp" ? -1 : 1);
    return true;
  };

  const plain = (event: KeyboardEvent): boolean => {
    const { key, shiftKey } = event;
    if (key === "Enter" && !shiftKey && sheet.open()) return true;
    if (key === "Enter") return step("column", shiftKey ? -1 : 1);
    if (key === " ") {
      if (shiftKey) return select("row");
      // Never scrolls the sheet away under the focus.
      if (!readOnly && model.columns[at.column]?.kind === "choice") sheet.edit(null);
      return true;
    }
    if (key === "Escape") return peel();
    if (key === "F6") {
      sheet.leave(shiftKey ? -1 : 1);
      return true;
    }
    if (key === "Tab") return !readOnly && step("row", shiftKey ? -1 : 1);
    if (readOnly) {
      if (key !== "F2" && key !== "Delete" && !writes(event)) return false;
      changes.closed();
      return true;
    }
    if (key === "F2") sheet.edit(null);
    else if (key === "Delete" || key === "Backspace") changes.clear();
    else if (key === "Insert") changes.addRow();
    else if (writes(event)) sheet.edit(key);
    else if (key === "Dead") {
      // The accent's letter comes into the editor with the next key.
      sheet.edit("");
      return false;
    } else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
    if (event.target.matches("input, textarea, button")) return;
    const { key, shiftKey } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    if (key === "Tab" && leaves.current) return;
    if (key !== "Escape" && key !== "Shift") leaves.current = false;

    let done: boolean;
    if (event.altKey) done = withAlt(key, shiftKey);
    else {
      const place = moved(model, shiftKey ? to : at, key, ctrl, sheet.page());
      if (place) {
        began.current = null;
        sheet.go(place, shiftKey);
        done = true;
      } else done = ctrl ? withCtrl(key.toLowerCase(), shiftKey) : plain(event);
    }
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Forgets that Escape was pressed and where Tab began: the focus was put somewhere else. */
  const settle = () => {
    leaves.current = false;
    began.current = null;
  };
  return { onKeyDown, step, settle };
}
