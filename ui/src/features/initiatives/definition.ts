import type { Unit } from "../../ipc";
import { chosenOf, isText, readKept, sortOf, texts } from "../../parts/savedView";
import { isColumn } from "./layout";
import { facetKeys } from "./rows";
import type { Choice } from "./store";

/** What a saved view keeps. */
export type Definition = Choice & { columns: string[]; unit: Unit; priceLevel: number | null };

export const written = (definition: Definition): string => JSON.stringify(definition);

/** Reads a view back; what is no view at all is null. */
export function read(json: string): Definition | null {
  const found = readKept(json);
  if (!found) return null;
  const { search, facets, sort, grouped, columns, unit, priceLevel } = found;
  return {
    search: isText(search) ? search : "",
    facets: chosenOf(facets, facetKeys),
    sort: sortOf(sort),
    grouped: grouped !== false,
    columns: texts(columns).filter(isColumn),
    unit: unit === "kr" ? "kr" : "mio",
    priceLevel: typeof priceLevel === "number" ? priceLevel : null,
  };
}
