/**
 * Widths of text known before it is laid out, from the widths of its characters: cheap enough for a hundred thousand
 * titles, and off by the pixels that letters move closer together. Only a line that ends so near the edge that these
 * decide is measured as a whole.
 */
export type Ruler = { width: (text: string) => number; lines: (text: string, room: number, most: number) => number };

/** What a laid out line may differ from a measured one. */
const SLACK = 1;
/** How near the edge the sum of the characters is not trusted. */
const DOUBT = 8;

function canvasWidths(font: string): (text: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return (text) => text.length * 7;
  context.font = font;
  return (text) => context.measureText(text).width;
}

/** A ruler for a CSS font, e.g. `13px "IBM Plex Sans"`. */
export function rulerFor(font: string, measure: (text: string) => number = canvasWidths(font)): Ruler {
  const known = new Float64Array(0x250).fill(-1);
  const rare = new Map<string, number>();
  const space = measure(" ");
  const of = (character: string): number => {
    const code = character.charCodeAt(0);
    const held = known[code];
    if (held === undefined) {
      const seen = rare.get(character) ?? measure(character);
      rare.set(character, seen);
      return seen;
    }
    if (held >= 0) return held;
    const seen = measure(character);
    known[code] = seen;
    return seen;
  };
  const width = (text: string): number => {
    let sum = 0;
    for (let at = 0; at < text.length; at += 1) sum += of(text.charAt(at));
    return sum;
  };
  const lines = (text: string, room: number, most: number): number => {
    const usable = room - SLACK;
    const fits = (from: number, to: number, size: number) =>
      Math.abs(size - usable) > DOUBT ? size <= usable : measure(text.slice(from, to)) <= usable;
    if (fits(0, text.length, width(text))) return 1;
    let count = 1;
    let filled = 0;
    let start = 0;
    let at = 0;
    // A browser breaks at a space, which hangs over the edge, and after a hyphen or a dash.
    for (const part of text.split(/(?<=[-– ])/)) {
      const word = part.trimEnd();
      const size = width(word);
      if (filled > 0 && !fits(start, at + word.length, filled + size)) {
        count += 1;
        filled = 0;
        start = at;
      }
      filled += size;
      // A word longer than the line is broken inside.
      while (filled > usable && usable > 0) {
        count += 1;
        filled -= usable;
      }
      if (count >= most) return most;
      filled += (part.length - word.length) * space;
      at += part.length;
    }
    return count;
  };
  return { width, lines };
}
