import { useLingui } from "@lingui/react/macro";
import { formatClock } from "../format";
import type { Language } from "../ipc";
import { type DateProps, TypedDate } from "./TypedDate";
import { readTime } from "./time";

/** `12:00` as a person types it, `12.00`; long as it stands in a sentence, `kl. 12.00`. */
function show(time: string, language: Language, style: "long" | "short"): string {
  if (style === "long") return formatClock(time, language);
  return language === "da" ? time.replace(":", ".") : time;
}

/** A time of day typed as text. Empty is not stated, never midnight. */
export function TimeField(props: DateProps) {
  const { t } = useLingui();
  return (
    <TypedDate
      {...props}
      inputMode="numeric"
      read={readTime}
      show={show}
      unread={t`Not a time of day yet. Write for example 12.00.`}
    />
  );
}
