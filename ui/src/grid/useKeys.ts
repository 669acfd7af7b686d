import type { KeyboardEvent } from "react";
import type { GridProps } from "./Grid";
import { nextPlace, type Place, writes } from "./navigate";
import type { Item } from "./types";
import type { Selection } from "./useSelection";

type Keys = Pick<
  GridProps,
  "columns" | "items" | "foot" | "scroller" | "onSort" | "onOpen" | "onToggle" | "onMove" | "onType" | "onEscape"
> & {
  line: number;
  column: number;
  selection: Selection;
  isRow: (item: Item) => boolean;
  span: (line: number) => number;
  goTo: (place: Place) => void;
};

const ROW = 32;

/** What the keys do inside a grid. */
export function useKeys(grid: Keys): (event: KeyboardEvent) => void {
  const { items, line, column, columns, selection, isRow } = grid;
  const item = items[line];
  const row = item !== undefined && isRow(item) ? item : undefined;

  const enter = () => {
    const heading = columns[column];
    if (line < 0) {
      if (heading?.sorts) grid.onSort(heading);
    } else if (row !== undefined) grid.onOpen(row);
    else if (item !== undefined && column < grid.span(line)) grid.onToggle(item);
  };

  const move = (event: KeyboardEvent): boolean => {
    const page = Math.max(1, Math.floor((grid.scroller.current?.clientHeight ?? 0) / ROW) - 3);
    const extent = {
      count: items.length,
      columns: columns.length,
      foot: grid.foot !== undefined,
      page,
      span: grid.span,
    };
    const place = nextPlace({ line, column }, event.key, event.ctrlKey || event.metaKey, extent);
    if (!place) return false;
    const there = items[place.line];
    if (event.shiftKey && place.line !== line) {
      if (item !== undefined && there !== undefined) selection.extend(item, there);
    }
    grid.goTo(place);
    if (there !== undefined && place.line !== line && isRow(there)) grid.onMove?.(there);
    return true;
  };

  const special = (event: KeyboardEvent): boolean => {
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.key === "Enter") enter();
    else if (event.key === " ") {
      if (line < 0 || row === undefined) enter();
      else if (event.shiftKey) selection.extend(row, row);
      else selection.toggle(row);
    } else if (ctrl && event.key.toLowerCase() === "a") selection.all();
    else if (event.key === "Escape") {
      if (selection.selected.size > 0) selection.clear();
      else grid.onEscape();
    } else if (event.key === "/") grid.onType("");
    else if (writes(event)) grid.onType(event.key);
    else return false;
    return true;
  };

  return (event) => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    if (!move(event) && !special(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
