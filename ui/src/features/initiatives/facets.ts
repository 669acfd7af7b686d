import { kept } from "./kept";
import type { FacetColumn, FacetKey, Rows } from "./rows";

/** What is chosen in each facet; nothing chosen lets everything through. Within a facet either, across facets both. */
export type Chosen = Partial<Record<FacetKey, readonly string[]>>;

/** A chosen facet made ready: which codes pass. */
type Gate = { facet: FacetColumn; codes: Uint16Array; passes: Uint8Array };

export function gates(rows: Rows, chosen: Chosen): Gate[] {
  return rows.facets.flatMap((facet) => {
    const values = chosen[facet.key];
    if (!values || values.length === 0) return [];
    const wanted = facet.options.filter((option) => values.includes(option.value));
    const passes = new Uint8Array(facet.size + 1);
    for (let code = 0; code <= facet.size; code += 1)
      passes[code] = wanted.some((option) => option.takes(code)) ? 1 : 0;
    return [{ facet, codes: rows.codes[facet.key], passes }];
  });
}

export function passing(candidates: Int32Array, through: readonly Gate[]): Int32Array {
  let hits = candidates;
  for (const { codes, passes } of through) hits = kept(hits, (row) => passes[codes[row] ?? 0] === 1);
  return hits;
}

export type Counts = ReadonlyMap<FacetKey, ReadonlyMap<string, number>>;

/** How many rows each option would show under the other facets and the search: one pass, counting codes. */
export function countOptions(rows: Rows, candidates: Int32Array, chosen: Chosen): Counts {
  const through = gates(rows, chosen);
  const tallies = rows.facets.map((facet) => ({
    facet,
    codes: rows.codes[facet.key],
    seen: new Uint32Array(facet.size + 1),
  }));
  for (const row of candidates) {
    let failed = 0;
    let failing: FacetColumn | null = null;
    for (const gate of through) {
      if (gate.passes[gate.codes[row] ?? 0]) continue;
      failed += 1;
      failing = gate.facet;
    }
    if (failed > 1) continue;
    for (const { facet, codes, seen } of tallies) {
      if (failed === 1 && failing !== facet) continue;
      const code = codes[row] ?? 0;
      seen[code] = (seen[code] ?? 0) + 1;
    }
  }
  return new Map(
    tallies.map(({ facet, seen }) => [
      facet.key,
      new Map(
        facet.options.map((option) => {
          let sum = 0;
          for (let code = 0; code < seen.length; code += 1) if (option.takes(code)) sum += seen[code] ?? 0;
          return [option.value, sum];
        }),
      ),
    ]),
  );
}
