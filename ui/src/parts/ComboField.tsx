import { useLingui } from "@lingui/react/macro";
import ChevronDown from "lucide-react/icons/chevron-down";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import css from "./ComboField.module.css";
import { Field } from "./Field";
import field from "./Field.module.css";
import { matching } from "./matching";
import type { Option } from "./Select";

/** One of many, found by typing part of its name in any spelling. What is no choice is not kept: Escape or leaving takes it back. */
export function ComboField({
  label,
  value,
  options,
  onChange,
  placeholder,
  error,
}: {
  label: string;
  value: string;
  options: readonly Option<string>[];
  onChange: (value: string) => void;
  placeholder?: string;
  /** What is wrong with it. */
  error?: string;
}) {
  const { t } = useLingui();
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const chosen = options.find((option) => option.value === value);
  const shown = useMemo(() => matching(options, typed ?? ""), [options, typed]);
  // Before anything is typed the choice that holds is the one to start from.
  const start = typed === null ? shown.findIndex((option) => option.value === value) : 0;
  const current = Math.min(at ?? start, shown.length - 1);
  const row = (index: number) => `${list}-${index}`;

  useEffect(() => {
    // What it stands in is scrolled until there is room for the list below it.
    if (open) box.current?.scrollIntoView?.({ block: "nearest" });
  }, [open]);
  useEffect(() => {
    if (open && current >= 0) box.current?.children[current]?.scrollIntoView({ block: "nearest" });
  }, [open, current]);

  const show = () => {
    setOpen(true);
    setAt(null);
  };
  const leave = () => {
    setOpen(false);
    setTyped(null);
    setAt(null);
  };
  const choose = (option: Option<string> | undefined) => {
    if (!option) return;
    leave();
    if (option.value !== value) onChange(option.value);
  };
  const onKey = (key: string): boolean => {
    if (key === "ArrowDown" || key === "ArrowUp") {
      const step = key === "ArrowDown" ? 1 : -1;
      if (open) setAt((current + step + shown.length) % Math.max(1, shown.length));
      else show();
      return true;
    }
    if (!open) return false;
    if (key === "Enter") choose(shown[current]);
    else if (key === "Escape") leave();
    return key === "Enter" || key === "Escape";
  };

  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <div className={css.box}>
          <input
            {...wiring}
            type="text"
            role="combobox"
            className={field.input}
            aria-expanded={open}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={open && current >= 0 ? row(current) : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            value={typed ?? chosen?.label ?? ""}
            onFocus={(event) => event.target.select()}
            onClick={show}
            onBlur={leave}
            onChange={(event) => {
              setTyped(event.target.value);
              show();
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || !onKey(event.key)) return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
          <ChevronDown size={15} aria-hidden />
          <div id={list} role="listbox" aria-label={label} ref={box} tabIndex={-1} className={css.list} hidden={!open}>
            {open &&
              shown.map((option, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
                // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
                <div
                  key={option.value}
                  id={row(index)}
                  role="option"
                  aria-selected={index === current}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(option)}
                >
                  <span>{option.label}</span>
                  {option.more && <span className={css.more}>{option.more}</span>}
                </div>
              ))}
          </div>
          <p role="status" className={css.none}>
            {open && shown.length === 0 && t`None is called that.`}
          </p>
        </div>
      )}
    </Field>
  );
}
