import { type ReactNode, useId } from "react";
import css from "./Segments.module.css";

type Segment<Value> = { value: Value; label: string; icon?: ReactNode };

/** One of a few ways to look at the same, side by side; the arrows go from one to the next. */
export function Segments<Value extends string>({
  label,
  value,
  segments,
  onChange,
}: {
  label: string;
  value: Value;
  segments: readonly Segment<Value>[];
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className={css.segments}>
      <legend>{label}</legend>
      {segments.map((one) => (
        <label key={one.value} data-chosen={one.value === value || undefined}>
          <input type="radio" name={name} checked={one.value === value} onChange={() => onChange(one.value)} />
          {one.icon}
          {one.label}
        </label>
      ))}
    </fieldset>
  );
}
