import { nextPlace, type Place } from "../grid/navigate";
import { type Model, placesIn, type Range } from "./model";

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { line: -1, column: 0 },
  ArrowDown: { line: 1, column: 0 },
  ArrowLeft: { line: 0, column: -1 },
  ArrowRight: { line: 0, column: 1 },
};

const inside = (model: Model, { line, column }: Place) =>
  line >= 0 && line < model.lines.length && column >= 0 && column < model.columns.length;

/** To the edge of what is filled, as Ctrl and an arrow do: the end of a run, else the beginning of the next, else the last cell. */
function edge(model: Model, from: Place, step: Place): Place {
  const after = (at: Place): Place => ({ line: at.line + step.line, column: at.column + step.column });
  let at = from;
  let next = after(at);
  const running = model.filled(from) && inside(model, next) && model.filled(next);
  while (inside(model, next)) {
    if (running && !model.filled(next)) return at;
    at = next;
    if (!running && model.filled(at)) return at;
    next = after(at);
  }
  return at;
}

/** Where a key leads from a cell; null for a key that leads nowhere. */
export function moved(model: Model, from: Place, key: string, ctrl: boolean, page: number): Place | null {
  const step = steps[key];
  const extent = {
    count: model.lines.length,
    columns: model.columns.length,
    foot: false,
    page,
    span: model.spanAt,
  };
  const to = ctrl && step ? edge(model, from, step) : nextPlace(from, key, ctrl, extent);
  return to && { line: Math.max(0, to.line), column: to.column };
}

/** The cell that can be typed in before or after this one in reading order; null where there is none. */
export function nextOpen(model: Model, from: Place, step: 1 | -1): Place | null {
  const wide = model.columns.length;
  for (let at = from.line * wide + from.column + step; at >= 0 && at < model.count * wide; at += step) {
    const place = { line: Math.floor(at / wide), column: at % wide };
    if (model.editable(place)) return place;
  }
  return null;
}

/** The line below or above with a cell in this column that can be typed in; the same one where there is none. */
export function nextLine(model: Model, from: Place, step: 1 | -1): Place {
  for (let line = from.line + step; line >= 0 && line < model.count; line += step) {
    const place = { line, column: from.column };
    if (model.lines[line]?.kind === "line" || model.editable(place)) return place;
  }
  return from;
}

/** The next cell inside a range, by rows for Tab and by columns for Enter, and round again at its end. */
export function nextInside(range: Range, from: Place, way: "row" | "column", step: 1 | -1): Place {
  const all = [...placesIn(range)];
  if (way === "column") all.sort((a, b) => a.column - b.column || a.line - b.line);
  const at = all.findIndex(({ line, column }) => line === from.line && column === from.column);
  return all[(at + step + all.length) % all.length] ?? from;
}
