import { type RefObject, useLayoutEffect } from "react";

/**
 * Gives the keyboard to the first such element in a box as soon as it is drawn: not a frame later, when someone quick may
 * already have gone on with Tab.
 */
export function useFirstFocus(box: RefObject<HTMLElement | null>, selector: string) {
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>(selector)?.focus(), [box, selector]);
}
