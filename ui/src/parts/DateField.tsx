import { useLingui } from "@lingui/react/macro";
import { formatDate, formatWeekday } from "../format";
import type { Language } from "../ipc";
import { readDate } from "./date";
import { type DateProps, TypedDate } from "./TypedDate";

/** With its weekday where it is read, so that a slip shows. */
const show = (iso: string, language: Language, style: "long" | "short") =>
  style === "long"
    ? `${formatWeekday(iso, language, "long")} ${formatDate(iso, language, style)}`
    : formatDate(iso, language, style);

/** A date typed as text; says which day it understood. */
export function DateField(props: DateProps) {
  const { t } = useLingui();
  return (
    <TypedDate
      {...props}
      inputMode="numeric"
      read={readDate}
      show={show}
      unread={t`Not a date yet. Write for example 12.3.2019.`}
    />
  );
}
