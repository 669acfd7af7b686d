import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useMemo, useRef } from "react";
import type { Place } from "../grid/navigate";
import type { Layout } from "./layout";

type Asked = {
  scroller: RefObject<HTMLDivElement | null>;
  layout: Layout;
  count: number;
  feet: number;
  /** Of a line, in pixels. */
  height: number;
  at: Place;
  /** Whether it is wider than its room. */
  scrolls: boolean;
};

export type View = {
  /** The columns in sight, the pinned ones first, and the one with the focus wherever it is. */
  columns: readonly number[];
  lines: readonly number[];
  /** How many rows the headings are, and how high. */
  headRows: number;
  head: number;
  /** As high as all its lines, and as few as it must show. */
  natural: number;
  least: number;
  page: () => number;
  /** Scrolls as little as brings a cell into sight, past what is pinned. */
  reveal: (place: Place) => void;
};

/** Room under the last line for a scroll bar that lies over the sheet. */
const BAR = 12;

const withOne = (shown: number[], one: number) =>
  one < 0 || shown.includes(one) ? shown : [...shown, one].sort((a, b) => a - b);

/** Which lines and columns are in sight: only these are drawn. */
export function useView({ scroller, layout, count, feet, height, at, scrolls }: Asked): View {
  const { widths, starts, pinned, pinnedWidth } = layout;
  const headRows = layout.groups.length > 0 ? 2 : 1;
  const head = (layout.groups.length > 0 ? 64 : 44) + 1;
  const footHeight = feet * height + (feet > 0 ? 1 : 0);

  const line = at.line < count ? at.line : -1;
  const down = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    rangeExtractor: useCallback((range: Range) => withOne(defaultRangeExtractor(range), line), [line]),
    overscan: 4,
  });
  const free = at.column - pinned;
  const across = useVirtualizer({
    horizontal: true,
    count: widths.length - pinned,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => widths[pinned + index] ?? 0,
    paddingStart: pinnedWidth,
    rangeExtractor: useCallback((range: Range) => withOne(defaultRangeExtractor(range), free), [free]),
    overscan: 2,
  });
  const measured = useRef({ layout, height });
  if (measured.current.layout !== layout || measured.current.height !== height) {
    measured.current = { layout, height };
    down.measure();
    across.measure();
  }

  const drawn = across.getVirtualItems().map(({ index }) => index + pinned);
  const key = drawn.join();
  // The same columns are the same list, so that lines that only scroll are not drawn again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says what is in `drawn`
  const columns = useMemo(() => [...Array(pinned).keys(), ...drawn], [key, pinned]);

  const page = () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - head - footHeight) / height) - 1);
  const reveal = ({ line, column }: Place) => {
    const box = scroller.current;
    if (!box) return;
    if (line < count) {
      const top = line * height;
      const inSight = box.clientHeight - head - footHeight;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + height > box.scrollTop + inSight) box.scrollTop = top + height - inSight;
    }
    if (column >= pinned) {
      const left = (starts[column] ?? 0) - pinnedWidth;
      const width = widths[column] ?? 0;
      const inSight = box.clientWidth - pinnedWidth;
      if (left < box.scrollLeft) box.scrollLeft = left;
      else if (left + width > box.scrollLeft + inSight) box.scrollLeft = left + Math.min(width, inSight) - inSight;
    }
  };
  const least = head + footHeight + Math.min(count, 3) * height;
  return {
    columns,
    lines: down.getVirtualItems().map(({ index }) => index),
    headRows,
    head,
    natural: head + footHeight + count * height + (scrolls ? BAR : 0) + 1,
    least,
    page,
    reveal,
  };
}
