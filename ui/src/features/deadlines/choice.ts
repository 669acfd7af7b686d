import { ChoiceStore, useChosen } from "../../parts/choiceStore";
import { chosenOf, isText, partsOf, readKept, sortOf, texts } from "../../parts/savedView";
import { type ColumnKey, isColumn } from "./list/columns";
import { anyTime, type Chosen, facetKeys, type Period, type Sort } from "./shown";
import { isView, type View } from "./views";

export const groupings = ["none", "week", "month"] as const;
export type Grouping = (typeof groupings)[number];
export const isGrouping = (value: unknown): value is Grouping => (groupings as readonly unknown[]).includes(value);

/** What a person chose to see of the days; a saved view is made of it. */
export type Choice = {
  view: View;
  search: string;
  facets: Chosen;
  period: Period;
  /** Whether those are shown too about which there is nothing left to do. */
  over: boolean;
  sort: Sort;
  group: Grouping;
  /** Own choice of columns in order; empty is the usual ones. */
  columns: readonly string[];
};

export const everything: Choice = {
  view: "list",
  search: "",
  facets: {},
  period: anyTime,
  over: false,
  sort: null,
  group: "month",
  columns: [],
};

export const store = new ChoiceStore<Choice, ColumnKey>(everything, ["search", "facets", "period"]);

export const useChoice = (): Choice => useChosen(store);

/** Whether anything is looked for that can be let go of. */
export const isNarrowed = ({ search, facets, period }: Choice): boolean =>
  search.trim() !== "" || Object.keys(facets).length > 0 || isLimited(period);

export const isLimited = ({ within, from, to }: Period): boolean => within !== null || from !== null || to !== null;

export const written = (choice: Choice): string => JSON.stringify(choice);

const day = (value: unknown) => (isText(value) && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null);

/** Reads a view back; what is no view at all is null. */
export function read(json: string): Choice | null {
  const kept = readKept(json);
  if (!kept) return null;
  const { view, search, facets, period, over, sort, group, columns } = kept;
  const { within, from, to } = partsOf(period);
  return {
    view: isView(view) ? view : everything.view,
    search: isText(search) ? search : "",
    facets: chosenOf(facets, facetKeys),
    period: { within: typeof within === "number" ? within : null, from: day(from), to: day(to) },
    over: over === true,
    sort: sortOf(sort),
    group: isGrouping(group) ? group : everything.group,
    columns: texts(columns).filter(isColumn),
  };
}
