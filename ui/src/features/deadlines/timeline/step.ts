import { type Cell, nearest } from "./cells";

/** Where the keyboard is: which line, and which place on it; 0 is the name. */
export type Place = { line: number; at: number };

export type Lines = {
  count: number;
  /** Lines in a page. */
  page: number;
  cells: (line: number) => readonly Cell[];
};

/** Where a key leads; null for a key that leads nowhere. Between lines it keeps to the day. */
export function nextPlace({ line, at }: Place, key: string, ctrl: boolean, lines: Lines): Place | null {
  const here = lines.cells(line);
  const to = (wish: number): Place => {
    const there = Math.max(0, Math.min(wish, lines.count - 1));
    if (there === line) return { line, at };
    const day = here[at - 1]?.from;
    return { line: there, at: day === undefined ? 0 : nearest(lines.cells(there), day) };
  };
  switch (key) {
    case "ArrowDown":
      return to(line + 1);
    case "ArrowUp":
      return to(line - 1);
    case "PageDown":
      return to(line + lines.page);
    case "PageUp":
      return to(line - lines.page);
    case "ArrowLeft":
      return { line, at: Math.max(0, at - 1) };
    case "ArrowRight":
      return { line, at: Math.min(here.length, at + 1) };
    case "Home":
      return ctrl ? { line: 0, at: 0 } : { line, at: 0 };
    case "End":
      return ctrl ? to(lines.count - 1) : { line, at: here.length };
    default:
      return null;
  }
}
