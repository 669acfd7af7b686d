import { useLingui } from "@lingui/react/macro";
import { formatPartialDate } from "../format";
import { readPartialDate } from "./date";
import { type DateProps, TypedDate } from "./TypedDate";

/** A date as far as it is known: a year, a month or a day (`2019`, `2019-06`, `2019-03-12`), typed as text. */
export function PartialDateField(props: DateProps) {
  const { t } = useLingui();
  return (
    <TypedDate
      {...props}
      read={readPartialDate}
      show={formatPartialDate}
      unread={t`Not a date yet. Write for example 2019, June 2019 or 12.3.2019.`}
    />
  );
}
