import { type RefObject, useCallback, useMemo, useRef, useState } from "react";

/** What is drawn, in pixels of the whole: somewhat more than is seen, so that most steps draw nothing new. */
export type Drawn = { left: number; right: number; top: number; bottom: number };

/** How far one scrolls before something else is drawn, sideways and downwards; as much is drawn beyond what is seen. */
const ACROSS = 120;
const DOWN = 48;

export type Scroll = {
  drawn: Drawn;
  /** Where the scroller stands now. */
  at: RefObject<{ left: number; top: number }>;
  onScroll: () => void;
  /** Goes there, and draws it in the same breath. */
  to: (place: { left?: number; top?: number }) => void;
  /** Draws what is to be seen from there, before the content is wide enough to go there by `land`. */
  aim: (left: number) => void;
  land: () => void;
};

/** Follows a scroller, and says what of its content is to be drawn. */
export function useScroll(scroller: RefObject<HTMLElement | null>, width: number, height: number): Scroll {
  const at = useRef({ left: 0, top: 0 });
  const [step, setStep] = useState({ left: 0, top: 0 });
  const settle = useCallback((left: number, top: number) => {
    at.current = { left, top };
    const next = { left: Math.floor(left / ACROSS), top: Math.floor(top / DOWN) };
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
  const aim = useCallback((left: number) => settle(Math.max(0, Math.round(left)), at.current.top), [settle]);
  const land = useCallback(() => {
    scroller.current?.scrollTo?.({ ...at.current, behavior: "instant" });
  }, [scroller]);
  const drawn = useMemo<Drawn>(
    () => ({
      left: (step.left - 1) * ACROSS,
      right: (step.left + 2) * ACROSS + width,
      top: (step.top - 1) * DOWN,
      bottom: (step.top + 2) * DOWN + height,
    }),
    [step, width, height],
  );
  return { drawn, at, onScroll, to, aim, land };
}
