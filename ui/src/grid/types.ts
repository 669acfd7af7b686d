import type { ReactNode } from "react";

/** A line of a grid is known by a whole number that stays its own while lines are filtered and sorted around it. */
export type Item = number;

export type Column = {
  key: string;
  /** Its name: read out, and the heading of what is copied. */
  title: string;
  /** Shown in its heading where that is shorter than the name. */
  heading?: ReactNode;
  /** In pixels, padding included. */
  width: number;
  align?: "end";
  /** Stays in sight while the rest is scrolled sideways; pinned columns stand first. */
  pinned?: boolean;
  /** Its cell names the row. */
  names?: boolean;
  /** Whether its heading sorts. */
  sorts?: boolean;
};

/** A line that is not a row of its own: a group's heading with its sums, or the foot. */
export type Wide = {
  /** How many of the first columns its heading takes. */
  span: number;
  heading: ReactNode;
  /** Whether its rows are shown; left out where there is nothing to fold. */
  expanded?: boolean;
  /** 0 for the outermost. */
  depth: number;
  /** The other cells. */
  cell: (column: Column) => ReactNode;
};

export type Sorted = { column: string; down: boolean } | null;

/** What a column's cell says in a sheet. `figure` is a number with a decimal comma and no thousands mark. */
export type Copied = { text: string; figure?: boolean };

export type GridHandle = {
  /** Puts the focus on the line where it was last, or on the first row. */
  focus: (first?: boolean) => void;
  /** Puts the focus on this row, in the column it was in or this one. */
  goTo: (item: Item, column?: number) => void;
};
