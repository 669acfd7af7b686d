import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import type { Place } from "../grid/navigate";

/** How often what is selected grows while the pointer is held outside, in milliseconds. */
const BEAT = 60;

/** The cell under a point; null where there is none. */
export function placeAt(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const line = Number(cell?.parentElement?.dataset.line ?? Number.NaN);
  return cell && !Number.isNaN(line) ? { line, column: Number(cell.dataset.column) } : null;
}

/** Selecting by dragging; held outside the cells it goes on, and what is selected comes into sight. */
export function useDrag(scroller: RefObject<HTMLElement | null>, extend: (to: Place) => void) {
  const newest = useRef(extend);
  newest.current = extend;
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  return (event: PointerEvent) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    stop.current();
    let point = { x: event.clientX, y: event.clientY };
    let last = "";
    const grow = () => {
      const box = scroller.current?.getBoundingClientRect();
      if (!box) return;
      const x = Math.min(Math.max(point.x, box.left + 1), box.right - 2);
      const y = Math.min(Math.max(point.y, box.top + 1), box.bottom - 2);
      if (x !== point.x) scroller.current?.scrollBy({ left: point.x - x });
      if (y !== point.y) scroller.current?.scrollBy({ top: point.y - y });
      const place = placeAt(document.elementFromPoint(x, y));
      const key = `${place?.line},${place?.column}`;
      if (!place || key === last) return;
      last = key;
      newest.current(place);
    };
    let beat: ReturnType<typeof setInterval> | undefined;
    const move = (event: globalThis.PointerEvent) => {
      // Let go where nobody told of it.
      if (event.buttons === 0) return stop.current();
      point = { x: event.clientX, y: event.clientY };
      beat ??= setInterval(grow, BEAT);
      grow();
    };
    stop.current = () => {
      clearInterval(beat);
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", stop.current);
      window.removeEventListener("pointercancel", stop.current);
    };
    last = `${placeAt(event.target)?.line},${placeAt(event.target)?.column}`;
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", stop.current);
    window.addEventListener("pointercancel", stop.current);
  };
}
