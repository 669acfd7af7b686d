import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { formatPartialDate } from "../format";
import { readPartialDate } from "./date";
import type { FieldProps } from "./Field";
import { TextField } from "./TextField";

/**
 * A date as far as it is known: a year, a month or a day, typed as text; says what it understood. `onChange` is called with
 * `2019`, `2019-06` or `2019-03-12`, or null when it is emptied.
 */
export function PartialDateField({
  value,
  onChange,
  description,
  error,
  ...field
}: FieldProps & {
  value: string | null;
  onChange: (iso: string | null) => void;
  disabled?: boolean;
  placeholder?: string;
}) {
  const { t, i18n } = useLingui();
  const language = i18n.locale === "en" ? "en" : "da";
  const [text, setText] = useState(value ? formatPartialDate(value, language, "short") : "");
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value ? formatPartialDate(value, language, "short") : "");
  }, [value, language]);
  const understood = readPartialDate(text);
  const wrong = text.trim() !== "" && !understood;
  return (
    <TextField
      {...field}
      value={text}
      onChange={(next) => {
        setText(next);
        const iso = readPartialDate(next);
        if (!iso && next.trim() !== "") return;
        told.current = iso;
        onChange(iso);
      }}
      description={understood ? formatPartialDate(understood, language) : description}
      error={error ?? (wrong ? t`Not a date yet. Write for example 2019, June 2019 or 12.3.2019.` : undefined)}
    />
  );
}
