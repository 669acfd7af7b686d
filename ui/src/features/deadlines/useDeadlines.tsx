import { createContext, useContext } from "react";
import type { ApplicationBar, DeadlineItem, DeadlinesView, MeetingDay } from "../../ipc";
import type { DayActions } from "../../parts/days/useDayActions";
import type { Filter, Line, Names } from "./shown";

/** What list, month and timeline show alike: the same days under the same filter, and the same one of them chosen. */
export type Deadlines = {
  view: DeadlinesView;
  /** Every day, and those the filter lets through, soonest first. */
  all: readonly Line[];
  lines: readonly Line[];
  filter: Filter;
  names: Names;
  /** The days the filter lets through, soonest first. */
  items: readonly DeadlineItem[];
  /** The applications it lets through, in the order they start. */
  bars: readonly ApplicationBar[];
  /** The committees' meetings it lets through, soonest first. */
  meetings: readonly MeetingDay[];
  byKey: ReadonlyMap<string, DeadlineItem>;
  /** The key of the day whose detail stands beside. */
  selected: string | null;
  /** Shows a day's detail, or none; the focus stays where it is. */
  select: (key: string | null) => void;
  /** Shows a day's detail and puts the focus there; Escape leads back to where it was. */
  open: (key: string) => void;
  /** What can be done about a day. */
  actions: DayActions;
};

export const DeadlinesContext = createContext<Deadlines | null>(null);

export function useDeadlines(): Deadlines {
  const deadlines = useContext(DeadlinesContext);
  if (!deadlines) throw new Error("useDeadlines outside the screen of deadlines");
  return deadlines;
}
