import type { Unit } from "../../ipc";
import type { Chosen } from "./facets";
import { isColumn } from "./layout";
import { facetKeys } from "./rows";
import type { Choice } from "./store";

/** What a saved view keeps. */
export type Definition = Choice & { columns: string[]; unit: Unit; priceLevel: number | null };

export const written = (definition: Definition): string => JSON.stringify(definition);

const isText = (value: unknown): value is string => typeof value === "string";
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : []);

/** Reads a view back. What it does not know, say from a later version, is left out; what is no view at all is null. */
export function read(json: string): Definition | null {
  let found: unknown;
  try {
    found = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isRecord(found)) return null;
  const { search, facets, sort, grouped, columns, unit, priceLevel } = found;
  const chosen: Chosen = {};
  if (isRecord(facets))
    for (const key of facetKeys) {
      const values = texts(facets[key]);
      if (values.length > 0) chosen[key] = values;
    }
  return {
    search: isText(search) ? search : "",
    facets: chosen,
    sort: isRecord(sort) && isText(sort.column) ? { column: sort.column, down: sort.down === true } : null,
    grouped: grouped !== false,
    columns: texts(columns).filter(isColumn),
    unit: unit === "kr" ? "kr" : "mio",
    priceLevel: typeof priceLevel === "number" ? priceLevel : null,
  };
}
