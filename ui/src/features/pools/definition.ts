import { type Facets, facetOrder, noFacets, type Sort, sortKeys } from "./shown";

/** What a saved view of the pools keeps. */
export type Definition = { query: string; facets: Facets; sort: Sort };

export const written = (definition: Definition): string => JSON.stringify(definition);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Those of the values that are known, in their usual order. */
function among<T extends string>(known: readonly T[], value: unknown): T[] {
  return Array.isArray(value) ? known.filter((one) => value.includes(one)) : [];
}

/** Reads a view back; what it does not know, say from a later version, is left out, what is no view at all is null. */
export function read(json: string): Definition | null {
  let found: unknown;
  try {
    found = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isRecord(found)) return null;
  const { query, facets, sort } = found;
  const key = isRecord(sort) ? sortKeys.find((one) => one === sort.key) : undefined;
  return {
    query: typeof query === "string" ? query : "",
    facets: isRecord(facets)
      ? {
          status: among(facetOrder.status, facets.status),
          canApply: among(facetOrder.canApply, facets.canApply),
          callState: among(facetOrder.callState, facets.callState),
        }
      : noFacets,
    sort: { key: key ?? "number", down: key !== undefined && isRecord(sort) && sort.down === true },
  };
}
