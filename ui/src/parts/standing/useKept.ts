import { useCallback, useReducer } from "react";
import { useSession } from "../../app/session";

// Kept while the program runs, so that looking at something else loses nothing that was typed.
const drafts = new Map<string, unknown>();

/** What is being typed in a form of this name, or null while none is open; the second puts it, null drops it. */
export function useKept<Draft>(name: string): [Draft | null, (draft: Draft | null) => void] {
  const { session } = useSession();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const key = `${session.file.path} ${session.municipality?.id} ${name}`;
  const put = useCallback(
    (draft: Draft | null) => {
      if (draft === null) drafts.delete(key);
      else drafts.set(key, draft);
      redraw();
    },
    [key],
  );
  return [(drafts.get(key) as Draft | undefined) ?? null, put];
}
