import { foldA, foldB, found, type Needle } from "../../fold";
import type { AppropriationRow, SavingRow } from "../../ipc";
import { addAmounts, oere } from "../../money";

const amountOf = (text: string | null) => (text === null ? null : oere(text));

/** The rows whose number, account or title holds every word looked for. */
export function matching<T extends { number: number; account: string; title: string }>(
  rows: readonly T[],
  words: readonly Needle[],
): T[] {
  return rows.filter(({ number, account, title }) => {
    const text = `${number} ${account} ${title}`;
    return words.every((word) => found(word, foldA(text), foldB(text)));
  });
}

/** Table 2's columns added up; null where nothing stands in a column. */
export function columnSums(rows: readonly AppropriationRow[], columns: number): (number | null)[] {
  return Array.from({ length: columns }, (_, column) =>
    addAmounts(rows.map((row) => amountOf(row.amounts[column] ?? null))),
  );
}

/** Table 3 added up; `<0,1` counts as nothing, for nobody knows how much it is. */
export function savingsSum(rows: readonly SavingRow[]): number | null {
  return addAmounts(rows.map((row) => amountOf(row.amount)));
}
