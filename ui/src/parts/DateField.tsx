import { useLingui } from "@lingui/react/macro";
import { formatDate } from "../format";
import { readDate } from "./date";
import { type DateProps, TypedDate } from "./TypedDate";

/** A date typed as text; says which day it understood. */
export function DateField(props: DateProps) {
  const { t } = useLingui();
  return (
    <TypedDate
      {...props}
      inputMode="numeric"
      read={readDate}
      show={formatDate}
      unread={t`Not a date yet. Write for example 12.3.2019.`}
    />
  );
}
