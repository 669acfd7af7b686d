import type { ComponentProps } from "react";
import { TextField } from "../../parts/TextField";

/** A field whose text is read as it is typed, and says where it cannot be. */
export function ReadField<Value>({
  read,
  wrong,
  told,
  error,
  ...field
}: Omit<ComponentProps<typeof TextField>, "description"> & {
  /** Turns the text into what is kept, or null when it is none. */
  read: (text: string) => Value | null;
  /** What is said then. */
  wrong: string;
  /** What was understood, in words. */
  told?: (value: Value) => string;
}) {
  const understood = read(field.value);
  return (
    <TextField
      {...field}
      description={understood === null ? undefined : told?.(understood)}
      error={error ?? (field.value.trim() !== "" && understood === null ? wrong : undefined)}
    />
  );
}
