import { type ReactNode, useId } from "react";
import css from "./Field.module.css";

export type FieldProps = {
  label: string;
  hideLabel?: boolean;
  /** A line under the field: what belongs in it, or what was understood. */
  description?: ReactNode;
  /** What is wrong with it. */
  error?: ReactNode;
};

type Wiring = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** Label, field, description and error, joined for a screen reader. */
export function Field({
  label,
  hideLabel,
  description,
  error,
  children,
}: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const described = [description && `${id}-d`, error && `${id}-e`].filter(Boolean).join(" ");
  return (
    <div className={css.field}>
      <label htmlFor={id} className={hideLabel ? css.hidden : css.label}>
        {label}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {description && (
        <p id={`${id}-d`} className={css.description}>
          {description}
        </p>
      )}
      {error && (
        <p id={`${id}-e`} className={css.error}>
          {error}
        </p>
      )}
    </div>
  );
}
