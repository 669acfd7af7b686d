import type {
  Budget,
  BudgetColumn,
  BudgetColumnChoice,
  BudgetImport,
  BudgetImportPreview,
  BudgetRowKind,
  Side,
} from "../../../../ipc";

/** What a budget's sheet is read from, with everything left to be understood by the program. */
export const begun = (budgetId: number, side: Side): BudgetImport => ({
  budgetId,
  path: null,
  text: null,
  sheet: null,
  side,
  source: null,
  columns: [],
  rows: [],
  replace: false,
});

/** Another file, text or sheet: what was said of its columns and rows is of the earlier one. */
export const from = (
  plan: BudgetImport,
  what: Partial<Pick<BudgetImport, "path" | "text" | "sheet">>,
): BudgetImport => ({
  ...plan,
  ...what,
  columns: [],
  rows: [],
});

/** Columns that are of a year, or of all. */
export const ofYears: ReadonlySet<BudgetColumn> = new Set<BudgetColumn>(["amount", "quantity", "rate"]);

/** Reads a column otherwise. */
export function withColumn(plan: BudgetImport, choice: BudgetColumnChoice): BudgetImport {
  const plain = ofYears.has(choice.reads) ? choice : { ...choice, year: null, period: 0 };
  return { ...plan, columns: [...plan.columns.filter(({ column }) => column !== choice.column), plain] };
}

/** Reads rows otherwise. */
export function withRows(plan: BudgetImport, rows: readonly number[], reads: BudgetRowKind): BudgetImport {
  const others = plan.rows.filter(({ row }) => !rows.includes(row));
  return { ...plan, rows: [...others, ...rows.map((row) => ({ row, reads }))] };
}

/** Whether all of it can be read in. */
export const ready = ({ problems, lines }: BudgetImportPreview): boolean => problems === 0 && lines > 0;

/** How a cell is shown: as it stands in the sheet, and after an arrow what was understood where that says something else. */
export function shownIn(shown: string, understood: string | null): string {
  const plain = shown.replace(/kr\.?|,-\s*$/gi, "").trim();
  if (understood === null || understood === shown.trim() || understood === plain) return shown;
  return shown === "" ? understood : `${shown} → ${understood}`;
}

type Years = Pick<Budget, "firstYear" | "lastYear">;

/**
 * The years a budget must have for a sheet to be read into it; null where it has them. One without lines takes those of the
 * sheet, another keeps its own as well.
 */
export function yearsFor(
  { columns }: Pick<BudgetImportPreview, "columns">,
  budget: Years,
  empty: boolean,
): Years | null {
  const years = columns.flatMap(({ choice }) => (ofYears.has(choice.reads) && choice.year ? [choice.year] : []));
  if (years.every((year) => year >= budget.firstYear && year <= budget.lastYear)) return null;
  const all = empty ? years : [...years, budget.firstYear, budget.lastYear];
  return { firstYear: Math.min(...all), lastYear: Math.max(...all) };
}
