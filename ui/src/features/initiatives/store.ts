import { useSyncExternalStore } from "react";
import type { Language } from "../../ipc";
import { type Chosen, gates, passing } from "./facets";
import type { ColumnKey } from "./layout";
import { orderOf, type Sort } from "./order";
import type { Rows } from "./rows";
import { Searcher } from "./search";
import { itemsOf, type Sums, sumsOf } from "./view";

/** What a person chose to see; a saved view is made of it. */
export type Choice = { search: string; facets: Chosen; sort: Sort; grouped: boolean };

/** How the register is asked for. Null stands for the agreement's own price level. */
export type Scope = { priceLevel: number | null };

/** What is shown of the register. */
export type Shown = {
  rows: Rows;
  /** Found by the search alone; the facets are counted among them. */
  found: Int32Array;
  /** Found by search and facets. */
  hits: Int32Array;
  sums: Sums;
  /** Lines of the grid, see `view.ts`. */
  items: Int32Array;
};

export type State = {
  scope: Scope;
  choice: Choice;
  /** Groups folded away, by place. */
  folded: ReadonlySet<number>;
  shown: Shown | null;
};

export const everything: Choice = { search: "", facets: {}, sort: null, grouped: true };
export const here: Scope = { priceLevel: null };

/**
 * The register's state stands outside React, so that a keystroke draws again only what reads what changed. It also
 * outlives the screen: who comes back from another one finds the list as it was left.
 */
export class RegisterStore {
  /** The columns drawn last, where a person's own choice begins. */
  drawn: readonly ColumnKey[] = [];
  private state: State = { scope: here, choice: everything, folded: new Set(), shown: null };
  private listeners = new Set<() => void>();
  private searcher: Searcher | null = null;
  private order: Int32Array = new Int32Array(0);
  private language: Language = "da";

  get = (): State => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(patch: Partial<State>) {
    this.state = { ...this.state, ...patch };
    for (const listener of this.listeners) listener();
  }

  /** Takes in a register just loaded, in the language its words are sorted by. */
  load(rows: Rows, language: Language) {
    if (this.state.shown?.rows === rows && this.language === language) return;
    this.searcher = new Searcher(rows);
    this.language = language;
    const { choice, folded } = this.state;
    this.order = orderOf(rows, choice.sort, choice.grouped, language);
    this.set({ shown: this.filtered(rows, choice, folded) });
  }

  choose(patch: Partial<Choice>) {
    const { choice: before, shown, folded } = this.state;
    const choice = { ...before, ...patch };
    if (!shown) return this.set({ choice });
    if (choice.sort !== before.sort || choice.grouped !== before.grouped)
      this.order = orderOf(shown.rows, choice.sort, choice.grouped, this.language);
    this.set({ choice, shown: this.filtered(shown.rows, choice, folded) });
  }

  ask(patch: Partial<Scope>) {
    this.set({ scope: { ...this.state.scope, ...patch } });
  }

  toggle(group: number) {
    const folded = new Set(this.state.folded);
    if (!folded.delete(group)) folded.add(group);
    this.fold(folded);
  }

  fold(folded: ReadonlySet<number>) {
    const { shown, choice } = this.state;
    if (!shown) return;
    const items = itemsOf(shown.rows, shown.hits, this.order, choice.grouped, folded);
    this.set({ folded, shown: { ...shown, items } });
  }

  private filtered(rows: Rows, choice: Choice, folded: ReadonlySet<number>): Shown {
    const found = this.searcher?.find(choice.search) ?? new Int32Array(0);
    const hits = passing(found, gates(rows, choice.facets));
    const items = itemsOf(rows, hits, this.order, choice.grouped, folded);
    return { rows, found, hits, sums: sumsOf(rows, hits), items };
  }
}

export const store = new RegisterStore();

/** Reads a part of the register's state; `pick` must give what it finds, not something new made of it. */
export function useRegister<T>(pick: (state: State) => T): T {
  return useSyncExternalStore(store.subscribe, () => pick(store.get()));
}
