import { useEffect, useRef } from "react";

/** Gives the keyboard back to where a form was opened from, once the form is gone and that is on the screen again. */
export function useReturn(open: boolean, find: () => HTMLElement | null | undefined) {
  const was = useRef(open);
  const newest = useRef(find);
  newest.current = find;
  useEffect(() => {
    if (was.current && !open) newest.current()?.focus();
    was.current = open;
  }, [open]);
}
