import { useSyncExternalStore } from "react";

/** What a person chose to see of a list. Outlives the screen: who comes back finds the list as it was left. */
export class ChoiceStore<Choice extends object, Column extends string> {
  /** The columns drawn last, where a person's own choice begins. */
  drawn: readonly Column[] = [];
  private choice: Choice;
  private scope = "";
  private listeners = new Set<() => void>();

  constructor(
    private readonly everything: Choice,
    /** What narrows the list: search, filters. */
    private readonly narrowing: readonly (keyof Choice)[],
  ) {
    this.choice = everything;
  }

  get = (): Choice => this.choice;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  choose(patch: Partial<Choice>) {
    this.choice = { ...this.choice, ...patch };
    for (const listener of this.listeners) listener();
  }

  /** Lets go of what narrows the list. */
  clear() {
    const wide = { ...this.choice };
    for (const key of this.narrowing) wide[key] = this.everything[key];
    this.choose(wide);
  }

  /** Looks at another file or municipality: what was looked for in the one before means nothing there. */
  enter(scope: string) {
    if (scope === this.scope) return;
    this.scope = scope;
    this.clear();
  }
}

export const useChosen = <Choice extends object>(
  store: Pick<ChoiceStore<Choice, string>, "subscribe" | "get">,
): Choice => useSyncExternalStore(store.subscribe, store.get);
