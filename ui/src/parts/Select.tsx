import ChevronDown from "lucide-react/icons/chevron-down";
import { lazy, Suspense, useId, useRef, useState } from "react";
import field from "./Field.module.css";
import css from "./Overlay.module.css";
import { openByKey } from "./trigger";

export type Option<T extends string> = { value: T; label: string; more?: string };

const SelectBody = lazy(() => import("./SelectBody"));

/** One choice of a few. The label stands before the value in the button, above it with `labelAbove`, or is a name only. */
export function Select<T extends string>({
  label,
  labelAbove = false,
  hideLabel = false,
  quiet = false,
  value,
  options,
  onChange,
  disabled,
}: {
  label: string;
  labelAbove?: boolean;
  hideLabel?: boolean;
  /** Without a frame, as wide as its place. */
  quiet?: boolean;
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  disabled?: boolean;
}) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  const button = (
    <button
      ref={trigger}
      type="button"
      className={css.trigger}
      data-wide={labelAbove || quiet || undefined}
      data-quiet={quiet || undefined}
      aria-haspopup="listbox"
      aria-expanded={open}
      aria-labelledby={`${id}-l ${id}-v`}
      disabled={disabled}
      onClick={(event) => {
        // A press does not focus a button everywhere; the focus must come back here.
        event.currentTarget.focus();
        setOpen(true);
      }}
      onKeyDown={openByKey(() => setOpen(true))}
    >
      {!labelAbove && (
        <span id={`${id}-l`} className={hideLabel ? field.hidden : css.name}>
          {/* The space parts it from the value where only text counts: the name must be what is seen. */}
          {label}{" "}
        </span>
      )}
      <span id={`${id}-v`} className={css.value}>
        {chosen?.label ?? "–"}
      </span>
      <ChevronDown size={14} aria-hidden />
    </button>
  );
  return (
    <>
      {labelAbove ? (
        <div className={field.field}>
          <span id={`${id}-l`} className={field.label}>
            {label}
          </span>
          {button}
        </div>
      ) : (
        button
      )}
      {open && (
        <Suspense>
          <SelectBody
            label={label}
            value={value}
            options={options}
            trigger={trigger}
            choose={(next) => {
              setOpen(false);
              if (next !== value) onChange(next as T);
            }}
            close={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
