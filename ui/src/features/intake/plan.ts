import type {
  Error as CommandFailure,
  IntakeAction,
  IntakeField,
  IntakePlan,
  IntakePreview,
  IntakeRow,
  IntakeTarget,
} from "../../ipc";

/** A plan to read a file, with everything left to be matched by name. */
export const begun = (path: string, target: IntakeTarget): IntakePlan => ({
  path,
  target,
  sheet: null,
  fields: [],
  skip: [],
  addAnyway: [],
});

/** Another sheet of the file: its columns and rows are others. */
export const onSheet = (plan: IntakePlan, sheet: string): IntakePlan => ({ ...begun(plan.path, plan.target), sheet });

/** Reads a column as a field, or leaves it out; the column that was read as it gives way. */
export function withField(plan: IntakePlan, column: number, field: IntakeField | null): IntakePlan {
  const fields = plan.fields.map((other, at) => {
    if (at === column) return field;
    return field !== null && other === field ? null : other;
  });
  return { ...plan, fields };
}

const without = (numbers: readonly number[], number: number) => numbers.filter((other) => other !== number);

/** What a person can choose for a row. */
export type RowChoice = "take" | "skip" | "add";

/** Takes a row as it comes, leaves it out, or adds it though it looks like one that is there. */
export function withRow(plan: IntakePlan, number: number, choice: RowChoice): IntakePlan {
  const skip = without(plan.skip, number);
  const addAnyway = without(plan.addAnyway, number);
  return {
    ...plan,
    skip: choice === "skip" ? [...skip, number] : skip,
    addAnyway: choice === "add" ? [...addAnyway, number] : addAnyway,
  };
}

/** Leaves out every row that cannot be read. */
export function withoutBad({ plan, rows }: IntakePreview): IntakePlan {
  const bad = rows.filter(({ action }) => action === "bad").map(({ number }) => number);
  return { ...plan, skip: [...plan.skip, ...bad] };
}

/** What can be chosen for a row as it stands. */
export function choicesOf(plan: IntakePlan, row: IntakeRow): readonly RowChoice[] {
  if (row.action === "skip") return ["take"];
  const added = plan.addAnyway.includes(row.number);
  // A row like an earlier one of the sheet is bad until it is added all the same.
  const alike = row.sameAs !== null || row.problems.some(({ code }) => code === "field_taken");
  if (added) return ["take", "skip"];
  return alike ? ["add", "skip"] : ["skip"];
}

/** The problems of a row by the column they are about; those of no column under -1. */
export function problemsByColumn(plan: IntakePlan, row: IntakeRow): ReadonlyMap<number, readonly CommandFailure[]> {
  const found = new Map<number, CommandFailure[]>();
  for (const problem of row.problems) {
    const column = plan.fields.findIndex((field) => field !== null && field === problem.field);
    found.set(column, [...(found.get(column) ?? []), problem]);
  }
  return found;
}

export type Shown = IntakeAction | null;

/** The rows an action becomes of; null is all of them. */
export const shownRows = (rows: readonly IntakeRow[], shown: Shown): readonly IntakeRow[] =>
  shown === null ? rows : rows.filter(({ action }) => action === shown);
