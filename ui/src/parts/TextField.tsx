import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./Field";
import css from "./Field.module.css";

type Own = FieldProps & { value: string; onChange: (value: string) => void };
type Props = Own & Omit<ComponentProps<"input">, keyof Own>;

export function TextField({ label, hideLabel, description, error, value, onChange, ...rest }: Props) {
  return (
    <Field label={label} hideLabel={hideLabel} description={description} error={error}>
      {(wiring) => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...rest}
          {...wiring}
          className={css.input}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type AreaProps = Own & Omit<ComponentProps<"textarea">, keyof Own>;

export function TextArea({ label, hideLabel, description, error, value, onChange, ...rest }: AreaProps) {
  return (
    <Field label={label} hideLabel={hideLabel} description={description} error={error}>
      {(wiring) => (
        <textarea
          rows={4}
          {...rest}
          {...wiring}
          className={css.input}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
