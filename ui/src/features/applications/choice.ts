import { useSyncExternalStore } from "react";
import type { Unit } from "../../ipc";
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

/** Outlives the screen: who comes back from an application finds the list as it was left. */
class ChoiceStore {
  /** The columns drawn last, where a person's own choice begins. */
  drawn: readonly ColumnKey[] = [];
  private choice: Choice = everything;
  private scope = "";
  private listeners = new Set<() => void>();

  get = (): Choice => this.choice;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  choose(patch: Partial<Choice>) {
    this.choice = { ...this.choice, ...patch };
    for (const listener of this.listeners) listener();
  }

  /** Looks at another file or municipality: what was looked for in the one before means nothing there. */
  enter(scope: string) {
    if (scope === this.scope) return;
    this.scope = scope;
    const { search, facets } = everything;
    this.choose({ search, facets });
  }
}

export const store = new ChoiceStore();

export const useChoice = (): Choice => useSyncExternalStore(store.subscribe, store.get);

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
