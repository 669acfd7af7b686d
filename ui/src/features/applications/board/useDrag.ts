import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from "react";
import type { Stage } from "../../../ipc";

/** A card on its way: where the pointer is, and over which stage. */
export type Drag = { id: number; x: number; y: number; over: Stage | null };

/** How far the pointer goes before it is a drag and no click. */
const THRESHOLD = 6;
/** How near the edge the board begins to scroll, and how far at a time. */
const EDGE = 48;
const SPEED = 14;

type Board = {
  board: React.RefObject<HTMLElement | null>;
  onStart: (id: number) => void;
  onDrop: (id: number, to: Stage) => void;
};

/** Dragging a card by pointer; Escape lets it go where it was. */
export function useDrag({ board, onStart, onDrop }: Board) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const newest = useRef({ onStart, onDrop });
  newest.current = { onStart, onDrop };
  const ending = useRef<(() => void) | null>(null);
  useEffect(() => () => ending.current?.(), []);

  const begin = (id: number, event: ReactPointerEvent) => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest("button"))) return;
    const from = { x: event.clientX, y: event.clientY };
    let now: Drag | null = null;
    const onMove = (moved: PointerEvent) => {
      const { clientX: x, clientY: y } = moved;
      if (!now) {
        if (Math.hypot(x - from.x, y - from.y) < THRESHOLD) return;
        newest.current.onStart(id);
      }
      const under = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-stage]");
      now = { id, x, y, over: (under?.dataset.stage as Stage | undefined) ?? null };
      setDrag(now);
      const edges = board.current?.getBoundingClientRect();
      if (edges && x < edges.left + EDGE) board.current?.scrollBy({ left: -SPEED });
      if (edges && x > edges.right - EDGE) board.current?.scrollBy({ left: SPEED });
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
      // The click that follows a drag would open the application.
      const swallow = (click: Event) => {
        click.preventDefault();
        click.stopPropagation();
      };
      window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", swallow, true), 0);
      if (dropped.over) newest.current.onDrop(id, dropped.over);
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
