/** The rows that pass, in their order. Counted loops: an iterator over a hundred thousand numbers costs a frame. */
export function kept(rows: Int32Array, passes: (row: number) => boolean): Int32Array {
  const hits = new Int32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if (!passes(row)) continue;
    hits[count] = row;
    count += 1;
  }
  return hits.subarray(0, count);
}
