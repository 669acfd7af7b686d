import { found, type Needle, narrows, needles } from "../../fold";
import { kept } from "./kept";
import type { Rows } from "./rows";

/**
 * Finds rows by text. Remembers the queries that led to the present one: a longer query looks only at what the shorter
 * one found, and a letter taken away again costs nothing.
 */
export class Searcher {
  private trail: { words: Needle[]; hits: Int32Array }[];

  constructor(private readonly rows: Rows) {
    this.trail = [{ words: [], hits: Int32Array.from({ length: rows.count }, (_, row) => row) }];
  }

  /** Rows whose text has every word of the query, in the agreement's order. */
  find(query: string): Int32Array {
    const words = needles(query);
    for (;;) {
      const last = this.trail[this.trail.length - 1];
      if (!last) return new Int32Array(0);
      if (last.words.length === words.length && narrows(words, last.words) && narrows(last.words, words))
        return last.hits;
      if (this.trail.length === 1 || narrows(words, last.words)) {
        const hits = this.among(last.hits, words);
        this.trail.push({ words, hits });
        return hits;
      }
      this.trail.pop();
    }
  }

  private among(candidates: Int32Array, words: readonly Needle[]): Int32Array {
    const { textA, textB } = this.rows;
    let hits = candidates;
    for (const word of words) hits = kept(hits, (row) => found(word, textA[row] ?? "", textB[row] ?? ""));
    return hits;
  }
}
