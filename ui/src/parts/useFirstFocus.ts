import { type RefObject, useEffect, useLayoutEffect } from "react";

/**
 * Gives the keyboard to the first such element in a box as soon as it is drawn: not a frame later, when someone quick may
 * already have gone on with Tab. A menu the box was opened from takes the keyboard back as it closes, so it is seen to once more.
 */
export function useFirstFocus(box: RefObject<HTMLElement | null>, selector: string) {
  useLayoutEffect(() => first(box, selector)?.focus(), [box, selector]);
  useEffect(() => {
    if (!box.current?.contains(document.activeElement)) first(box, selector)?.focus();
  }, [box, selector]);
}

function first(box: RefObject<HTMLElement | null>, selector: string) {
  return box.current?.querySelector<HTMLElement>(selector);
}
