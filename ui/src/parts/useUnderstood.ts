import { useCallback, useEffect, useRef } from "react";

/** How what stands in a field was read: `pending` while the program is asked. */
export type Reading = "understood" | "pending" | "wrong";

/**
 * Keeps the form around a field from being sent before what stands in the field is understood: what was typed is neither
 * dropped unseen nor is an earlier value kept in its place. A form sent while the field is `pending` waits for `answered`; one
 * sent while it is `wrong` leads to the field.
 */
export function useUnderstood(reading: () => Reading) {
  const field = useRef<HTMLInputElement>(null);
  const waits = useRef(false);
  const newest = useRef(reading);
  newest.current = reading;
  useEffect(() => {
    const form = field.current?.form;
    if (!form) return;
    const hold = (event: Event) => {
      const now = newest.current();
      // A form with `noValidate` looks through all of its fields itself, and says at once what each of them lacks.
      if (now === "understood" || (now === "wrong" && form.noValidate)) return;
      event.preventDefault();
      event.stopPropagation();
      if (now === "pending") waits.current = true;
      else field.current?.focus();
    };
    form.addEventListener("submit", hold, true);
    return () => form.removeEventListener("submit", hold, true);
  }, []);
  const answered = useCallback(() => {
    if (!waits.current) return;
    waits.current = false;
    field.current?.form?.requestSubmit();
  }, []);
  return { field, answered };
}
