import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { Toasts } from "./Toasts";

export type Notice = {
  tone: "ok" | "bad" | "info";
  text: ReactNode;
  action?: { label: string; run: () => void };
};
export type Shown = Notice & { id: number };

const NotifyContext = createContext<((notice: Notice) => void) | null>(null);
let last = 0;

export function NotifyProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const notify = useCallback((notice: Notice) => {
    last += 1;
    const id = last;
    // One of each tone at most, so that what follows from a change stands beside that it is saved: what is newer takes the place
    // of what is older.
    setShown((now) => [...now.filter((one) => one.tone !== notice.tone), { ...notice, id }]);
  }, []);
  const dismiss = useCallback((id: number) => setShown((now) => now.filter((one) => one.id !== id)), []);
  return (
    <NotifyContext value={notify}>
      {children}
      <Toasts shown={shown} dismiss={dismiss} />
    </NotifyContext>
  );
}

/** Tells the person something in passing; errors are read out at once, the rest when there is a pause. */
export function useNotify(): (notice: Notice) => void {
  const notify = useContext(NotifyContext);
  if (!notify) throw new Error("useNotify outside NotifyProvider");
  return notify;
}
