/** Reading back what a saved view keeps. What is not known, say from a later version, is left out. */

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

export const isText = (value: unknown): value is string => typeof value === "string";

export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : []);

/** The parts of something kept; none where it has no parts. */
export const partsOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/** What a view keeps, by name; null where the text is no view at all. */
export function readKept(json: string): Record<string, unknown> | null {
  try {
    const found: unknown = JSON.parse(json);
    return isRecord(found) ? found : null;
  } catch {
    return null;
  }
}

/** The values chosen in each facet that is known and has any. */
export function chosenOf<K extends string>(facets: unknown, keys: readonly K[]): Partial<Record<K, readonly string[]>> {
  const kept = partsOf(facets);
  const chosen: Partial<Record<K, readonly string[]>> = {};
  for (const key of keys) {
    const values = texts(kept[key]);
    if (values.length > 0) chosen[key] = values;
  }
  return chosen;
}

/** The column sorted by, and which way. */
export function sortOf(sort: unknown): { column: string; down: boolean } | null {
  const { column, down } = partsOf(sort);
  return isText(column) ? { column, down: down === true } : null;
}
