import { useEffect, useState } from "react";
import { type Ruler, rulerFor } from "../../grid/measure";

const family = '"IBM Plex Sans", system-ui, sans-serif';
/** The fonts of the list: titles, words in the other columns, glosses and headings, sums. */
const fonts = {
  text: `13px ${family}`,
  small: `12.5px ${family}`,
  gloss: `12px ${family}`,
  sum: `600 13px ${family}`,
} as const;

const made = new Map<string, Ruler>();

export function ruler(use: keyof typeof fonts): Ruler {
  const found = made.get(use) ?? rulerFor(fonts[use]);
  made.set(use, found);
  return found;
}

/** Headings and buttons are not measured, but the first picture of the window must not be without their words. */
const seen = `500 13px ${family}`;

/** Asked for at once, beside the data: text cannot be measured before its font is there. */
const loading = Promise.all([...Object.values(fonts), seen].map((font) => document.fonts?.load(font, "Aæ1"))).catch(
  () => [],
);
const LONGEST_WAIT = 400;

/** Whether text can be measured. A font that does not come is not waited for long. */
export function useFonts(): boolean {
  const [ready, setReady] = useState(
    () => !document.fonts || [fonts.sum, seen].every((font) => document.fonts.check(font)),
  );
  useEffect(() => {
    if (ready) return;
    const clock = setTimeout(() => setReady(true), LONGEST_WAIT);
    loading.then(() => setReady(true));
    return () => clearTimeout(clock);
  }, [ready]);
  return ready;
}
