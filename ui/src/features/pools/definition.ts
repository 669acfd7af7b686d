import { isText, partsOf, readKept, texts } from "../../parts/savedView";
import { type Facets, facetOrder, type Sort, sortKeys } from "./shown";

/** What a saved view of the pools keeps. */
export type Definition = { query: string; facets: Facets; sort: Sort };

export const written = (definition: Definition): string => JSON.stringify(definition);

/** Those of the values that are known, in their usual order. */
function among<T extends string>(known: readonly T[], value: unknown): T[] {
  const kept = texts(value);
  return known.filter((one) => kept.includes(one));
}

/** Reads a view back; what is no view at all is null. */
export function read(json: string): Definition | null {
  const found = readKept(json);
  if (!found) return null;
  const { query } = found;
  const facets = partsOf(found.facets);
  const sort = partsOf(found.sort);
  const key = sortKeys.find((one) => one === sort.key);
  return {
    query: isText(query) ? query : "",
    facets: {
      status: among(facetOrder.status, facets.status),
      canApply: among(facetOrder.canApply, facets.canApply),
      callState: among(facetOrder.callState, facets.callState),
    },
    sort: { key: key ?? "number", down: key !== undefined && sort.down === true },
  };
}
