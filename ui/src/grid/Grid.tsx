// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table to be made of
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves, one cell at a time

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type ReactNode,
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import css from "./grid.module.css";
import { Header } from "./Header";
import type { Place } from "./navigate";
import { PlainCells, WideCells } from "./Row";
import type { Column, Copied, GridHandle, Item, Sorted, Wide } from "./types";
import { useCopy } from "./useCopy";
import { useKeys } from "./useKeys";
import { useSelection } from "./useSelection";

export type GridProps = {
  label: string;
  columns: readonly Column[];
  items: Int32Array;
  /** Known before layout, so that nothing jumps. A new function means that heights have changed. */
  heightOf: (item: Item) => number;
  /** Null for an ordinary row. A new function draws the wide lines again, and only them. */
  wideOf: (item: Item) => Wide | null;
  /** A new function draws every row again. */
  cell: (item: Item, column: Column) => ReactNode;
  copied: (item: Item, column: Column) => Copied;
  /** A heading as it is copied: with its unit. */
  copiedHeading: (column: Column) => string;
  foot?: Wide;
  sorted: Sorted;
  onSort: (column: Column) => void;
  /** The row whose detail is open. */
  open: Item | null;
  /** What is shown is scrolled to its top when this becomes another. */
  topFor: unknown;
  onOpen: (item: Item) => void;
  onToggle: (item: Item) => void;
  /** The focus came to another row by key. */
  onMove?: (item: Item) => void;
  /** A character was typed: it belongs to the search. */
  onType: (character: string) => void;
  /** Escape, with nothing of the grid's own left to peel. */
  onEscape: () => void;
  onSelected?: (count: number) => void;
  scroller: RefObject<HTMLDivElement | null>;
  /** The inner width of the scroller. */
  room: number;
  ref?: Ref<GridHandle>;
};

type Focus = { zone: "head" | "body" | "foot"; item: Item; column: number };

/** Rows, figures and groups by arrow keys: the one grid of the program. */
export function Grid(props: GridProps) {
  const { columns, items, heightOf, wideOf, cell, foot, sorted, open, scroller, room, onSelected } = props;
  const isRow = useCallback((item: Item) => wideOf(item) === null, [wideOf]);
  const selection = useSelection(items, isRow);
  const [focus, setFocus] = useState<Focus>({ zone: "body", item: items[0] ?? 0, column: 0 });
  const lastLine = useRef(0);
  /** What is to be done once the place of the focus is drawn. */
  const due = useRef<"focus" | "look" | null>(null);
  const root = useRef<HTMLDivElement>(null);

  // The line of the focus among what is shown now; where it was filtered away, the one that took its place.
  const line = useMemo(() => {
    if (focus.zone !== "body") return focus.zone === "head" ? -1 : items.length;
    const at = items.indexOf(focus.item);
    if (at >= 0) lastLine.current = at;
    return at >= 0 ? at : Math.min(lastLine.current, items.length - 1);
  }, [items, focus]);
  const column = Math.min(focus.column, columns.length - 1);

  const keyOf = useCallback((at: number) => items[at] ?? at, [items]);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (line < 0 || line >= items.length || (line >= (shown[0] ?? 0) && line <= (shown.at(-1) ?? -1))) return shown;
      return [...shown, line].sort((a, b) => a - b);
    },
    [line, items],
  );
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heightOf(items[at] ?? 0),
    getItemKey: keyOf,
    rangeExtractor,
    overscan: 4,
  });
  // Sizes are read again when the items are others (their keys are), and here when the same items have other heights.
  const heights = useRef(heightOf);
  if (heights.current !== heightOf) {
    heights.current = heightOf;
    virtual.measure();
  }

  // Other heights, as when the detail opens and titles take more lines: the row one is at stays where it is.
  const anchor = useRef({ item: 0, start: 0, heightOf });
  useLayoutEffect(() => {
    const start = virtual.measurementsCache[line]?.start ?? 0;
    const before = anchor.current;
    anchor.current = { item: items[line] ?? 0, start, heightOf };
    if (before.heightOf === heightOf || before.item !== anchor.current.item || !scroller.current) return;
    const seen = before.start - scroller.current.scrollTop;
    if (seen >= 0 && seen < scroller.current.clientHeight) scroller.current.scrollTop += start - before.start;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks for the top, whatever else has changed
  useEffect(() => {
    // Asking the element itself would lay the page out once more.
    if (scroller.current && (virtual.scrollOffset ?? 0) > 0) scroller.current.scrollTop = 0;
  }, [props.topFor]);

  const { template, edges, width, pinned } = useMemo(() => laidOut(columns), [columns]);
  const goTo = useCallback(
    (place: Place) => {
      due.current = "focus";
      const zone = place.line < 0 ? "head" : place.line >= items.length ? "foot" : "body";
      setFocus({ zone, item: items[place.line] ?? 0, column: place.column });
    },
    [items],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the focus was moved, not when the lines are
  useLayoutEffect(() => {
    const place = due.current && placeIn(root.current, line, column, wideSpan(line));
    if (place && due.current === "focus") place.focus({ preventScroll: true });
    place
      ?.closest("[data-column]")
      ?.scrollIntoView?.({ block: due.current === "look" ? "center" : "nearest", inline: "nearest" });
    due.current = null;
  }, [focus]);
  // What is opened from elsewhere, by address or palette, comes into sight; the focus stays where it is.
  useEffect(() => {
    if (open === null || root.current?.contains(document.activeElement)) return;
    due.current = "look";
    setFocus((before) => ({ ...before, zone: "body", item: open }));
  }, [open]);
  function wideSpan(at: number): number {
    if (at < 0) return 1;
    return (at >= items.length ? foot?.span : wideOf(items[at] ?? 0)?.span) ?? 1;
  }

  useImperativeHandle(props.ref, () => ({
    focus: (first) => goTo({ line: first || line < 0 ? Math.max(0, items.findIndex(isRow)) : line, column }),
    goTo: (item, column) => {
      due.current = "focus";
      setFocus((before) => ({ zone: "body", item, column: column ?? before.column }));
    },
  }));
  const count = selection.selected.size;
  useEffect(() => onSelected?.(count), [count, onSelected]);

  const onKeyDown = useKeys({ ...props, line, column, selection, isRow, span: wideSpan, goTo });
  useCopy(root, { ...props, line, selection, isRow });

  const onClick = (event: React.MouseEvent) => {
    const hit = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-column]") : null;
    const at = Number(hit?.parentElement?.dataset.line ?? Number.NaN);
    if (!hit || Number.isNaN(at)) return;
    const column = Number(hit.dataset.column);
    goTo({ line: at, column });
    const item = items[at];
    if (at < 0) {
      const sorting = columns[column];
      if (sorting?.sorts) props.onSort(sorting);
    } else if (item !== undefined && !isRow(item)) {
      if (event.target instanceof Element && event.target.closest("[data-toggle]")) props.onToggle(item);
    } else if (item !== undefined) {
      if (event.shiftKey) selection.extend(items[line] ?? item, item);
      else if (event.ctrlKey || event.metaKey) selection.toggle(item);
      else props.onOpen(item);
    }
  };

  const style = { "--template": template, "--width": `${width}px`, "--pinned": `${pinned}px` } as CSSProperties;
  return (
    <div ref={scroller} className={css.scroller} style={style} data-scrolls={width > room || undefined}>
      <div
        ref={root}
        role="grid"
        aria-label={props.label}
        aria-rowcount={items.length + (foot ? 2 : 1)}
        aria-colcount={columns.length}
        aria-multiselectable
        className={css.grid}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div role="rowgroup" className={css.head}>
          <Header columns={columns} edges={edges} active={line === -1 ? column : -1} sorted={sorted} />
        </div>
        <div role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const item = items[index] ?? 0;
            const wide = wideOf(item);
            const active = index === line ? column : -1;
            return (
              <div
                key={item}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={wide ? undefined : selection.selected.has(item)}
                aria-current={item === open ? "true" : undefined}
                data-line={index}
                data-wide={wide?.depth}
                className={css.row}
                style={{ top: start, height: size }}
              >
                {wide ? (
                  <WideCells columns={columns} edges={edges} active={active} wide={wide} />
                ) : (
                  <PlainCells columns={columns} edges={edges} active={active} item={item} cell={cell} />
                )}
              </div>
            );
          })}
        </div>
        {foot && (
          <div role="rowgroup" className={css.foot}>
            <div role="row" aria-rowindex={items.length + 2} data-line={items.length} className={css.row}>
              <WideCells columns={columns} edges={edges} active={line === items.length ? column : -1} wide={foot} />
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

/** Room after the last column, so that a scroll bar laid over the list covers no figure. */
export const END = 12;

function laidOut(columns: readonly Column[]) {
  let width = 0;
  let pinned = 0;
  const edges = columns.map((column) => {
    const edge = width;
    width += column.width;
    if (column.pinned) pinned = width;
    return edge;
  });
  return { template: columns.map((column) => `${column.width}px`).join(" "), edges, width: width + END, pinned };
}

function placeIn(root: HTMLElement | null, line: number, column: number, span: number): HTMLElement | null {
  const row = root?.querySelector(`[data-line="${line}"]`);
  const cell = row?.querySelector<HTMLElement>(`[data-column="${column < span && span > 1 ? 0 : column}"]`);
  return cell?.querySelector<HTMLElement>("[data-focus]") ?? cell ?? null;
}
