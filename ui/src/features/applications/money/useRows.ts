import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useRef } from "react";

/** Below this all rows are drawn, and the table is as high as it is. */
export const MANY = 120;
const HEAD = 30;
const ROW = 33;

/**
 * Which rows of a table are drawn: all of a few, else those in sight, with the height of the rest before and after. The table
 * stands in a scroller of its own then. Rows may be of any height; each drawn row takes `measure` as its ref and its place as
 * `data-index`.
 */
export function useRows(count: number): {
  scroller: RefObject<HTMLElement | null>;
  many: boolean;
  shown: readonly number[];
  before: number;
  after: number;
  measure: ((row: Element | null) => void) | undefined;
} {
  const scroller = useRef<HTMLElement>(null);
  const many = count > MANY;
  const virtual = useVirtualizer({
    count,
    enabled: many,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    scrollMargin: HEAD,
    overscan: 12,
  });
  if (!many)
    return {
      scroller,
      many,
      shown: Array.from({ length: count }, (_, at) => at),
      before: 0,
      after: 0,
      measure: undefined,
    };
  const items = virtual.getVirtualItems();
  return {
    scroller,
    many,
    shown: items.map(({ index }) => index),
    before: Math.max(0, (items[0]?.start ?? HEAD) - HEAD),
    after: Math.max(0, virtual.getTotalSize() - ((items.at(-1)?.end ?? HEAD) - HEAD)),
    measure: virtual.measureElement,
  };
}
