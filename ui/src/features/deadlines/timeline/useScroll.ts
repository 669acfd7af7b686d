import { type RefObject, useCallback, useMemo, useRef, useState } from "react";

/** What is drawn, in pixels of the whole: somewhat more than is seen, so that most steps draw nothing new. */
export type Drawn = { left: number; right: number; top: number; bottom: number };

const STEP = 240;

export type Scroll = {
  drawn: Drawn;
  /** Where the scroller stands now. */
  at: RefObject<{ left: number; top: number }>;
  onScroll: () => void;
  /** Goes there, and draws it in the same breath. */
  to: (place: { left?: number; top?: number }) => void;
};

/** Follows a scroller, and says what of its content is to be drawn. */
export function useScroll(scroller: RefObject<HTMLElement | null>, width: number, height: number): Scroll {
  const at = useRef({ left: 0, top: 0 });
  const [step, setStep] = useState({ left: 0, top: 0 });
  const settle = useCallback((left: number, top: number) => {
    at.current = { left, top };
    const next = { left: Math.floor(left / STEP), top: Math.floor(top / STEP) };
    setStep((before) => (before.left === next.left && before.top === next.top ? before : next));
  }, []);
  const onScroll = useCallback(() => {
    const { scrollLeft, scrollTop } = scroller.current ?? { scrollLeft: 0, scrollTop: 0 };
    settle(scrollLeft, scrollTop);
  }, [scroller, settle]);
  const to = useCallback(
    ({ left = at.current.left, top = at.current.top }: { left?: number; top?: number }) => {
      const place = { left: Math.max(0, Math.round(left)), top: Math.max(0, Math.round(top)) };
      if (place.left === at.current.left && place.top === at.current.top) return;
      scroller.current?.scrollTo?.({ ...place, behavior: "instant" });
      settle(place.left, place.top);
    },
    [scroller, settle],
  );
  const drawn = useMemo<Drawn>(
    () => ({
      left: step.left * STEP - STEP,
      right: (step.left + 2) * STEP + width,
      top: step.top * STEP - STEP,
      bottom: (step.top + 2) * STEP + height,
    }),
    [step, width, height],
  );
  return { drawn, at, onScroll, to };
}
