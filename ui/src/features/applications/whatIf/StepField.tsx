import { useLingui } from "@lingui/react/macro";
import Minus from "lucide-react/icons/minus";
import Plus from "lucide-react/icons/plus";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { readDecimal } from "../../../parts/decimal";
import { Field } from "../../../parts/Field";
import field from "../../../parts/Field.module.css";
import { IconButton } from "../../../parts/IconButton";
import css from "./whatIf.module.css";

/** The numbers the field goes to by step: the next whole step, never beyond the ends. */
export function stepped(value: number, by: number, most: number): number {
  const next = by > 0 ? Math.floor(value / by + 1) * by : Math.ceil(value / -by - 1) * -by;
  return Math.min(most, Math.max(0, next));
}

/** How a field reads what is not a plain number, and what it says of it. */
export type Reading = {
  /** The number a text means; null where it means none. */
  read: (text: string) => number | null;
  /** What can be typed, said where something else was. */
  refusal: string;
  /** How what stands there is understood, or what can be typed. */
  about: string;
};

/** A number from 0 to an end, typed or gone up and down in steps by arrow keys (Page Up and Page Down by larger ones) and buttons. */
export function StepField({
  label,
  unit,
  value,
  most,
  step,
  leap,
  decimals,
  reading,
  onChange,
}: {
  label: string;
  unit: string;
  value: number;
  most: number;
  step: number;
  leap: number;
  decimals: number;
  /** Left out where only plain numbers are typed. */
  reading?: Reading;
  onChange: (value: number) => void;
}) {
  const { t, i18n } = useLingui();
  const language = i18n.locale === "en" ? "en" : "da";
  const shown = (known: number) => (language === "da" ? String(known).replace(".", ",") : String(known));
  const plain = (text: string) => {
    const found = text.trim() === "" ? "0" : readDecimal(text, decimals, language);
    const known = found === null ? null : Number(found);
    return known === null || known < 0 || known > most ? null : known;
  };
  const read = reading?.read ?? plain;
  const [text, setText] = useState(() => shown(value));
  const told = useRef(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the value became another from outside
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(shown(value));
  }, [value]);
  const wrong = read(text) === null;
  const take = (next: number) => {
    told.current = next;
    setText(shown(next));
    onChange(next);
  };
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowUp: step, ArrowDown: -step, PageUp: leap, PageDown: -leap }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    take(stepped(value, by, most));
  };
  return (
    <Field
      label={label}
      description={!wrong && reading?.about}
      error={wrong && (reading?.refusal ?? t`Write a number from 0 to ${most}.`)}
    >
      {(wiring) => (
        <div className={css.step}>
          <IconButton label={t`${label}: less`} tabIndex={-1} onClick={() => take(stepped(value, -step, most))}>
            <Minus size={14} aria-hidden />
          </IconButton>
          <input
            {...wiring}
            type="text"
            role="spinbutton"
            inputMode="decimal"
            autoComplete="off"
            className={field.input}
            aria-valuenow={value}
            aria-valuemin={0}
            aria-valuemax={most}
            aria-valuetext={`${shown(value)} ${unit}`}
            value={text}
            onFocus={(event) => event.target.select()}
            onKeyDown={onKey}
            onChange={(event) => {
              setText(event.target.value);
              // What is refused counts for nothing, nor does what was read of it on the way.
              const next = read(event.target.value) ?? 0;
              told.current = next;
              onChange(next);
            }}
          />
          <span aria-hidden className={css.unit}>
            {/^[\d.,\s]*$/.test(text) && unit}
          </span>
          <IconButton label={t`${label}: more`} tabIndex={-1} onClick={() => take(stepped(value, step, most))}>
            <Plus size={14} aria-hidden />
          </IconButton>
        </div>
      )}
    </Field>
  );
}
