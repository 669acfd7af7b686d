import { useCallback, useMemo, useRef, useState } from "react";
import type { Place } from "../grid/navigate";
import { type Model, type Range, rangeOf } from "./model";
import { nextOpen } from "./move";

/** A cell by the ids of its row and column, which stay its own while lines come, go and move. */
type Spot = { row: string; column: string };

export type Places = {
  /** The cell with the focus; line -1 where there are no lines. */
  at: Place;
  /** The corner of what is selected that Shift moves. */
  to: Place;
  range: Range;
  /** Whether the line the focus goes to is there yet. */
  arrived: boolean;
  set: (at: Place, to?: Place) => void;
  /** Moves the focus inside what is selected. */
  within: (at: Place) => void;
  /** To a row by its id, which may not be there yet. */
  setRow: (row: string, column: number) => void;
};

/** Where the keyboard begins: the first cell that can be typed in, else the first of all. */
const beginning = (model: Model): Place => nextOpen(model, { line: 0, column: -1 }, 1) ?? { line: 0, column: 0 };

/** Where the focus is and what is selected. A line that goes leaves its place to the one that follows. */
export function usePlace(model: Model): Places {
  const [spots, setSpots] = useState<{ at: Spot; from: Spot; to: Spot } | null>(null);
  const [begins] = useState(() => beginning(model));
  const last = useRef(begins);
  const newest = useRef(model);
  newest.current = model;

  const resolved = (spot: Spot | undefined): Place => ({
    line: (spot && model.lineOf.get(spot.row)) ?? Math.min(last.current.line, model.lines.length - 1),
    column: (spot && model.columnOf.get(spot.column)) ?? Math.min(last.current.column, model.columns.length - 1),
  });
  const at = resolved(spots?.at);
  // What was selected is no more once one of its ends is gone.
  const whole = spots && model.lineOf.has(spots.from.row) && model.lineOf.has(spots.to.row);
  const from = whole ? resolved(spots.from) : at;
  const to = whole ? resolved(spots.to) : at;
  last.current = at;

  const spotOf = useCallback(
    ({ line, column }: Place): Spot => ({
      row: newest.current.lines[line]?.id ?? "",
      column: newest.current.columns[column]?.id ?? "",
    }),
    [],
  );
  const set = useCallback(
    (at: Place, to: Place = at) => setSpots({ at: spotOf(at), from: spotOf(at), to: spotOf(to) }),
    [spotOf],
  );
  const within = useCallback((at: Place) => setSpots((now) => (now ? { ...now, at: spotOf(at) } : now)), [spotOf]);
  const setRow = useCallback((row: string, column: number) => {
    const spot = { row, column: newest.current.columns[column]?.id ?? "" };
    setSpots({ at: spot, from: spot, to: spot });
  }, []);
  const { line: fromLine, column: fromColumn } = from;
  const { line: toLine, column: toColumn } = to;
  const range = useMemo(
    () => rangeOf({ line: fromLine, column: fromColumn }, { line: toLine, column: toColumn }),
    [fromLine, fromColumn, toLine, toColumn],
  );
  // One that was there and is gone is not waited for.
  const been = useRef("");
  if (spots && model.lineOf.has(spots.at.row)) been.current = spots.at.row;
  const arrived = !spots || been.current === spots.at.row;
  return { at, to, range, arrived, set, within, setRow };
}
