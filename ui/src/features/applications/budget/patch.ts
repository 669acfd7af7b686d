import type { BudgetPatch, BudgetView, LineView, Side } from "../../../ipc";

const order: Readonly<Record<Side, number>> = { cost: 0, financing: 1 };

const byPlace = (one: LineView, other: LineView) =>
  order[one.line.side] - order[other.line.side] || one.line.position - other.line.position;

/** The view after an edit, with what did not change left as it is, so that nothing of it is worked out or drawn again. */
export function patched(view: BudgetView, patch: BudgetPatch): BudgetView {
  const { sheet } = view;
  if (!sheet) return view;
  const touched = new Map(patch.lines.map((line) => [line.line.id, line]));
  const removed = new Set(patch.removed);
  const kept = sheet.lines
    .filter(({ line }) => !removed.has(line.id))
    .map((line) => {
      const now = touched.get(line.line.id);
      touched.delete(line.line.id);
      return now ?? line;
    });
  const lines = [...kept, ...touched.values()].sort(byPlace);
  const { cost, financing, grant } = patch.total;
  return {
    ...view,
    findings: patch.findings,
    versions: view.versions.map((version) =>
      version.budget.id === sheet.budget.id ? { ...version, cost, financing, grant, lines: lines.length } : version,
    ),
    sheet: { ...sheet, years: patch.years, lines, sums: patch.sums, total: patch.total },
  };
}

/** The lines a patch added, in order. */
export function addedBy(view: BudgetView, patch: BudgetPatch): readonly LineView[] {
  const known = new Set(view.sheet?.lines.map(({ line }) => line.id));
  return patch.lines.filter(({ line }) => !known.has(line.id)).sort(byPlace);
}
