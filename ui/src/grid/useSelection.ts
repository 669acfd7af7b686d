import { useCallback, useMemo, useRef, useState } from "react";
import type { Item } from "./types";

export type Selection = {
  selected: ReadonlySet<Item>;
  /** Takes in the rows from the anchor to here, and only them. */
  extend: (from: Item, to: Item) => void;
  toggle: (item: Item) => void;
  all: () => void;
  clear: () => void;
};

const none: ReadonlySet<Item> = new Set();

/** The rows a person has marked. A range runs from its anchor through what is shown between. */
export function useSelection(items: Int32Array, isRow: (item: Item) => boolean): Selection {
  const [selected, setSelected] = useState(none);
  const anchor = useRef<Item | null>(null);
  const shown = useRef({ items, isRow });
  shown.current = { items, isRow };

  const extend = useCallback((from: Item, to: Item) => {
    const { items, isRow } = shown.current;
    const start = anchor.current ?? from;
    anchor.current = start;
    const ends = [items.indexOf(start), items.indexOf(to)].sort((a, b) => a - b);
    const [first = 0, last = 0] = ends;
    setSelected(new Set(items.subarray(Math.max(first, 0), last + 1).filter(isRow)));
  }, []);
  const toggle = useCallback((item: Item) => {
    anchor.current = item;
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(item)) after.add(item);
      return after;
    });
  }, []);
  const all = useCallback(() => {
    anchor.current = null;
    const { items, isRow } = shown.current;
    setSelected(new Set(items.filter(isRow)));
  }, []);
  const clear = useCallback(() => {
    anchor.current = null;
    setSelected(none);
  }, []);
  return useMemo(() => ({ selected, extend, toggle, all, clear }), [selected, extend, toggle, all, clear]);
}
