import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { formatDate } from "../format";
import { readDate } from "./date";
import type { FieldProps } from "./Field";
import { TextField } from "./TextField";

/** A date typed as text; says which day it understood. `onChange` is called with a whole date, or null when it is emptied. */
export function DateField({
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
  const [text, setText] = useState(value ? formatDate(value, language, "short") : "");
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value ? formatDate(value, language, "short") : "");
  }, [value, language]);
  const understood = readDate(text);
  const wrong = text.trim() !== "" && !understood;
  return (
    <TextField
      {...field}
      inputMode="numeric"
      value={text}
      onChange={(next) => {
        setText(next);
        const iso = readDate(next);
        if (!iso && next.trim() !== "") return;
        told.current = iso;
        onChange(iso);
      }}
      description={understood ? formatDate(understood, language, "long") : description}
      error={error ?? (wrong ? t`Not a date yet. Write for example 12.3.2019.` : undefined)}
    />
  );
}
