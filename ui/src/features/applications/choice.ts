import type { Unit } from "../../ipc";
import { ChoiceStore, useChosen } from "../../parts/choiceStore";
import { chosenOf, isText, readKept, sortOf, texts } from "../../parts/savedView";
import { type ColumnKey, isColumn } from "./list/columns";
import { type Chosen, facetKeys, type Sort } from "./shown";

/** What a person chose to see of the applications; a saved view is made of it. */
export type Choice = {
  search: string;
  facets: Chosen;
  sort: Sort;
  /** Whether ended ones are shown. */
  ended: boolean;
  board: boolean;
  /** Own choice of columns in order; empty is the usual ones. */
  columns: readonly string[];
};

export const everything: Choice = { search: "", facets: {}, sort: null, ended: false, board: false, columns: [] };

export const store = new ChoiceStore<Choice, ColumnKey>(everything, ["search", "facets"]);

export const useChoice = (): Choice => useChosen(store);

/** What a saved view keeps. */
export type Definition = Choice & { unit: Unit };

export const written = (definition: Definition): string => JSON.stringify(definition);

/** Reads a view back; what is no view at all is null. */
export function read(json: string): Definition | null {
  const kept = readKept(json);
  if (!kept) return null;
  const { search, facets, sort, ended, board, columns, unit } = kept;
  return {
    search: isText(search) ? search : "",
    facets: chosenOf(facets, facetKeys),
    sort: sortOf(sort),
    ended: ended === true,
    board: board === true,
    columns: texts(columns).filter(isColumn),
    unit: unit === "kr" ? "kr" : "mio",
  };
}
