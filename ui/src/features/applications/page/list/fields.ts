/**
 * How a field of a record is typed. `partial` is a date as far as it is known, `time` a time of day, `number` a whole number,
 * `quantity` one with decimals, `share` a part of a whole in per cent.
 */
export type FieldKind =
  | "text"
  | "area"
  | "amount"
  | "date"
  | "partial"
  | "time"
  | "number"
  | "quantity"
  | "share"
  | "select"
  | "tick";

/** One field of a record's form: data, so that every list of records has the same form. */
export type Field<R> = {
  key: keyof R & string;
  label: string;
  kind: FieldKind;
  /** For a choice. "" is none and becomes null; one that is required has no such choice unless it is among these. */
  options?: readonly { value: string; label: string }[];
  /** Values of the choice are numbers. */
  numeric?: boolean;
  required?: boolean;
  /** Over the whole width; always so for text of several lines. */
  wide?: boolean;
  /** Begins a line, so that what belongs together stands together. */
  first?: boolean;
  /** A line under the field: what belongs in it. */
  hint?: string;
};

/** What a person is about to write in a record: which (0 is a new one), and only the fields that were touched; `begun` was filled in for them. */
export type Draft<R> = { id: number; patch: Partial<R>; begun?: Partial<R> };

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === "string" && value.trim() === "");

/** The required fields that are empty. */
export function emptyOf<R>(fields: readonly Field<R>[], row: R): string[] {
  return fields.filter(({ key, required }) => required && isEmpty(row[key])).map(({ key }) => key);
}

/** Whether anything written differs from the record. */
export function differs<R>(row: R, patch: Partial<R>): boolean {
  return (Object.keys(patch) as (keyof R)[]).some((key) => row[key] !== patch[key]);
}

/** The record as it is saved: what was written over what stands, texts without blanks around them. */
export function merged<R>(row: R, patch: Partial<R>): R {
  const trimmed = Object.entries(patch).map(([key, value]) => [key, typeof value === "string" ? value.trim() : value]);
  return { ...row, ...Object.fromEntries(trimmed) };
}

/** `due_on` as `dueOn`: the program names a field by its column. */
export const camel = (field: string) => field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Reads a whole number; null when it is none. */
export function readNumber(text: string): number | null {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
