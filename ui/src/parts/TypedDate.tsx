import { useLingui } from "@lingui/react/macro";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { commands, type Language, type Text } from "../ipc";
import { hasWeekday } from "./date";
import type { FieldProps } from "./Field";
import { Mark } from "./Mark";
import { TextField } from "./TextField";
import { useUnderstood } from "./useUnderstood";

export type DateProps = FieldProps & {
  value: string | null;
  onChange: (iso: string | null) => void;
  disabled?: boolean;
  placeholder?: string;
};

/**
 * A date typed as text, which says what it understood, and points out a weekday in it that is not the date's. `onChange` is called with what was understood, or null when it is
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
  const odd = useOddWeekday(understood ? text : "");
  const said = understood ? show(understood, language, "long") : description;
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
      description={
        odd ? (
          <>
            {said} <Mark tone="warn">{odd[language]}</Mark>
          </>
        ) : (
          said
        )
      }
      error={error ?? (wrong ? unread : undefined)}
    />
  );
}

/** What is to be said of a weekday in a text that does not fit its date; the program knows the calendar. */
function useOddWeekday(text: string): Text | null {
  const [odd, setOdd] = useState<Text | null>(null);
  const asked = hasWeekday(text) ? text : "";
  useEffect(() => {
    setOdd(null);
    if (!asked) return;
    let current = true;
    // It is a remark: where it cannot be had, the date is as good.
    commands.weekdayCheck(asked).then(
      (found) => current && setOdd(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [asked]);
  return odd;
}
