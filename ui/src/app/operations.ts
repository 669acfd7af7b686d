import { useCallback } from "react";
import { useWord } from "../format";

/** What was done, in words: the core's own for the kind of operation, else the kind itself. */
export function useOperation(): (kind: string) => string {
  const word = useWord();
  return useCallback((kind) => word("operation", kind), [word]);
}
