import type { BudgetSheet, Category, LineView } from "../../../ipc";

/** The lines whose wages can be projected: reckoned by hours or full-time years, and wages typed as amounts. */
export function wageLines({ lines }: BudgetSheet, categories: readonly Category[]): readonly LineView[] {
  const wages = new Set(categories.filter(({ kind }) => kind === "wage").map(({ code }) => code));
  return lines.filter(
    ({ line }) =>
      line.method === "hours" || line.method === "fte" || (line.method === "amount" && wages.has(line.category)),
  );
}
