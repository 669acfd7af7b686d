import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from "react";

/** Something on its way: where the pointer is, and over which place. */
export type Drag<Id, Place> = { id: Id; x: number; y: number; over: Place | null };

/** How far the pointer goes before it is a drag and no click. */
const THRESHOLD = 6;
/** How near the edge the area begins to scroll, and how far at a time. */
const EDGE = 48;
const SPEED = 14;

type Dragging<Id, Place> = {
  /** Scrolls sideways when the pointer nears its edges. */
  area: React.RefObject<HTMLElement | null>;
  /** The place under the pointer; null where nothing can be let go. */
  placeAt: (x: number, y: number) => Place | null;
  onStart?: (id: Id) => void;
  onDrop: (id: Id, to: Place) => void;
};

/**
 * Dragging by pointer; Escape lets it go where it was. The web view's own drag and drop is not used: where files can be
 * dropped on the window, some systems keep it for themselves.
 */
export function useDrag<Id, Place>({ area, placeAt, onStart, onDrop }: Dragging<Id, Place>) {
  const [drag, setDrag] = useState<Drag<Id, Place> | null>(null);
  const newest = useRef({ placeAt, onStart, onDrop });
  newest.current = { placeAt, onStart, onDrop };
  const ending = useRef<(() => void) | null>(null);
  useEffect(() => () => ending.current?.(), []);

  const begin = (id: Id, event: ReactPointerEvent) => {
    if (event.button !== 0) return;
    const from = { x: event.clientX, y: event.clientY };
    let now: Drag<Id, Place> | null = null;
    const onMove = (moved: PointerEvent) => {
      const { clientX: x, clientY: y } = moved;
      if (!now) {
        if (Math.hypot(x - from.x, y - from.y) < THRESHOLD) return;
        newest.current.onStart?.(id);
      }
      now = { id, x, y, over: newest.current.placeAt(x, y) };
      setDrag(now);
      const edges = area.current?.getBoundingClientRect();
      if (edges && x < edges.left + EDGE) area.current?.scrollBy({ left: -SPEED });
      if (edges && x > edges.right - EDGE) area.current?.scrollBy({ left: SPEED });
    };
    const end = () => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", end);
      window.removeEventListener("keydown", onKey, true);
      ending.current = null;
      setDrag(null);
    };
    const onUp = () => {
      const dropped = now;
      end();
      if (!dropped) return;
      // The click that follows a drag would open what was dragged.
      const swallow = (click: Event) => {
        click.preventDefault();
        click.stopPropagation();
      };
      window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", swallow, true), 0);
      if (dropped.over !== null) newest.current.onDrop(id, dropped.over);
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== "Escape" || !now) return;
      key.preventDefault();
      key.stopPropagation();
      end();
    };
    ending.current?.();
    ending.current = end;
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", end);
    window.addEventListener("keydown", onKey, true);
  };
  return { drag, begin };
}
