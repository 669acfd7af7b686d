import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { onDataChanged } from "../ipc/events";

/** Which queries show something of a table. A query's key begins with the name of its command. */
const shownBy: Readonly<Record<string, readonly string[]>> = {
  initiative: ["register", "initiative", "pools"],
  pool: ["register", "initiative", "pools"],
  call: ["register", "initiative", "pools"],
  municipality: ["reference", "initiative"],
  population: ["reference", "initiative"],
  price_index: ["reference", "register", "initiative"],
  saved_view: ["savedViews"],
};

/** Loads again what shows these tables; with none named, or an unknown one, everything. */
export function invalidate(client: QueryClient, tables: readonly string[]) {
  const stale = new Set(["history", ...tables.flatMap((table) => shownBy[table] ?? [])]);
  const everything = tables.length === 0 || tables.some((table) => !(table in shownBy));
  client.invalidateQueries({ predicate: ({ queryKey }) => everything || stale.has(String(queryKey[0])) });
}

/** Loads again what shows the tables that a change named; none named is everything. */
export function useChanged(): (tables: string[]) => void {
  const client = useQueryClient();
  return useCallback((tables) => invalidate(client, tables), [client]);
}

/** Follows changes that another process made to the data file. */
export function useChangesElsewhere() {
  const changed = useChanged();
  useEffect(() => onDataChanged(changed), [changed]);
}
