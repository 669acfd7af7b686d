/** Where the focus of a grid stands: line -1 is the heading, `count` the foot. */
export type Place = { line: number; column: number };

export type Extent = {
  /** Lines between heading and foot. */
  count: number;
  columns: number;
  foot: boolean;
  /** Lines in a page. */
  page: number;
  /** How many of its first columns a line's heading takes; 1 for an ordinary row. */
  span: (line: number) => number;
};

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** Where a key leads; null for a key that leads nowhere. */
export function nextPlace(from: Place, key: string, ctrl: boolean, extent: Extent): Place | null {
  const { count, columns, page } = extent;
  const last = extent.foot ? count : count - 1;
  const to = (line: number, column = from.column): Place => ({
    line: clamp(line, -1, last),
    column: clamp(column, 0, columns - 1),
  });
  const body = (line: number) => (count > 0 ? clamp(line, 0, count - 1) : -1);
  const span = extent.span(from.line);
  switch (key) {
    case "ArrowDown":
      return to(from.line + 1);
    case "ArrowUp":
      return to(from.line - 1);
    case "ArrowRight":
      return to(from.line, from.column < span ? Math.max(span, from.column + 1) : from.column + 1);
    case "ArrowLeft":
      return to(from.line, from.column <= span ? 0 : from.column - 1);
    case "PageDown":
      return to(body(from.line + page));
    case "PageUp":
      return to(body(from.line - page));
    case "Home":
      return ctrl ? to(body(0), 0) : to(from.line, 0);
    case "End":
      return ctrl ? to(body(count - 1), columns - 1) : to(from.line, columns - 1);
    default:
      return null;
  }
}

/** Whether a key writes a character, and so belongs to the search. */
export function writes(event: { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean }): boolean {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  return plain && event.key.length === 1 && event.key !== " ";
}
