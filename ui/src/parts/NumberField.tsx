import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { formatDecimal, formatShare, readDecimal, readShare } from "./decimal";
import type { FieldProps } from "./Field";
import { TextField } from "./TextField";
import { useUnderstood } from "./useUnderstood";

/**
 * A number that is not money, typed as text: how many, or with `share` a part of a whole in per cent. `onChange` is called
 * with it as it crosses to the program, null when it is emptied, and whether what stands in the field was understood; while
 * it was not, the value is the last one that was, and the form around it is not sent.
 */
export function NumberField({
  value,
  onChange,
  share = false,
  decimals = 4,
  unit,
  description,
  error,
  ...field
}: FieldProps & {
  value: string | null;
  onChange: (value: string | null, understood: boolean) => void;
  share?: boolean;
  /** How many are kept; a share has four of a per cent. */
  decimals?: number;
  /** Said after what was understood. */
  unit?: string;
  disabled?: boolean;
  autoFocus?: boolean;
}) {
  const { t, i18n } = useLingui();
  const language = i18n.locale === "en" ? "en" : "da";
  const written = (known: string | null) =>
    known === null ? "" : share ? formatShare(known, language) : formatDecimal(known, language, false);
  const read = (text: string) => (share ? readShare(text, language) : readDecimal(text, decimals, language));
  const [text, setText] = useState(() => written(value));
  const told = useRef(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the value became another from outside
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(written(value));
  }, [value]);
  const understood = read(text);
  const wrong = text.trim() !== "" && understood === null;
  const { field: input } = useUnderstood(() => (wrong ? "wrong" : "understood"));
  const shown =
    understood !== null && (share ? formatShare(understood, language) : formatDecimal(understood, language));
  const example = formatDecimal(decimals > 0 ? "12.5" : "12", language);
  const said = shown && (share ? t`${shown} per cent` : unit ? `${shown} ${unit}` : undefined);
  return (
    <TextField
      {...field}
      ref={input}
      inputMode="decimal"
      value={text}
      onChange={(next) => {
        setText(next);
        const found = read(next);
        const good = next.trim() === "" || found !== null;
        if (good) told.current = found;
        onChange(good ? found : told.current, good);
      }}
      description={said || description}
      error={error ?? (wrong ? t`Not a number. Write for example ${example}.` : undefined)}
    />
  );
}
