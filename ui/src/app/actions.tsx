import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef } from "react";
import { isTyping, keyOf, mayTake } from "./keys";

export type Action = {
  /** Noun and verb: `initiative.correct`. The same for key, button, menu and palette. */
  id: string;
  title: string;
  /** `Ctrl+E`, `Ctrl+Shift+Z`, `F2`; several are parted by a space, the first is shown. */
  keys?: string;
  /** Heading it stands under in the palette. */
  group: string;
  run: () => void;
  /** Left out when absent; false keeps it from running. */
  enabled?: boolean;
};

type Registry = { all: () => Action[]; add: (action: () => Action) => () => void };
const RegistryContext = createContext<Registry | null>(null);

const runnable = (action: Action) => action.enabled !== false;

export function ActionsProvider({ children }: { children: ReactNode }) {
  const held = useRef(new Set<() => Action>());
  const registry = useMemo<Registry>(
    () => ({
      all: () => [...held.current].map((read) => read()),
      add: (read) => {
        held.current.add(read);
        return () => held.current.delete(read);
      },
    }),
    [],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const keys = keyOf(event);
      if (!mayTake(keys, isTyping(event.target))) return;
      // The newest registered wins, so a screen may take a key from the frame.
      const action = registry
        .all()
        .reverse()
        .find((one) => runnable(one) && one.keys?.split(" ").includes(keys));
      if (!action) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [registry]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

function useRegistry(): Registry {
  const registry = useContext(RegistryContext);
  if (!registry) throw new Error("actions outside ActionsProvider");
  return registry;
}

/** Offers an action while the caller is mounted. */
export function useAction(action: Action) {
  const registry = useRegistry();
  const newest = useRef(action);
  newest.current = action;
  useEffect(() => registry.add(() => newest.current), [registry]);
}

/** The actions that can be run now, and how to run one by its id. */
export function useActions(): { list: () => Action[]; runAction: (id: string) => void } {
  const registry = useRegistry();
  const list = useCallback(() => {
    // A screen may offer an action of the frame in a way of its own: the newest stands.
    const newest = new Map(
      registry
        .all()
        .filter(runnable)
        .map((action) => [action.id, action]),
    );
    return [...newest.values()];
  }, [registry]);
  const runAction = useCallback(
    (id: string) =>
      list()
        .find((action) => action.id === id)
        ?.run(),
    [list],
  );
  return useMemo(() => ({ list, runAction }), [list, runAction]);
}
