import { useLingui } from "@lingui/react/macro";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import type { Language } from "../ipc";
import type { FieldProps } from "./Field";
import { TextField } from "./TextField";
import { useUnderstood } from "./useUnderstood";

export type DateProps = FieldProps & {
  value: string | null;
  onChange: (iso: string | null) => void;
  disabled?: boolean;
  placeholder?: string;
};

/**
 * A date typed as text, which says what it understood. `onChange` is called with what was understood, or null when it is
 * emptied; while it is neither, the form around it is not sent.
 */
export function TypedDate({
  value,
  onChange,
  description,
  error,
  read,
  show,
  unread,
  ...field
}: DateProps & {
  read: (text: string) => string | null;
  show: (iso: string, language: Language, style: "long" | "short") => string;
  /** What to say of text that is no date. */
  unread: string;
} & Pick<ComponentProps<"input">, "inputMode">) {
  const { i18n } = useLingui();
  const language = i18n.locale === "en" ? "en" : "da";
  const [text, setText] = useState(value ? show(value, language, "short") : "");
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value ? show(value, language, "short") : "");
  }, [value, language, show]);
  const understood = read(text);
  const wrong = text.trim() !== "" && !understood;
  const { field: input } = useUnderstood(() => (wrong ? "wrong" : "understood"));
  return (
    <TextField
      {...field}
      ref={input}
      value={text}
      onChange={(next) => {
        setText(next);
        const iso = read(next);
        if (!iso && next.trim() !== "") return;
        told.current = iso;
        onChange(iso);
      }}
      description={understood ? show(understood, language, "long") : description}
      error={error ?? (wrong ? unread : undefined)}
    />
  );
}
