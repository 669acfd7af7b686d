import { useSyncExternalStore } from "react";

let chosen: number | null = null;
const listeners = new Set<() => void>();

/** Which agreement is looked at, on every screen; null is the newest. */
export function chooseAgreement(id: number | null) {
  chosen = id;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useChosenAgreement = (): number | null => useSyncExternalStore(subscribe, () => chosen);
