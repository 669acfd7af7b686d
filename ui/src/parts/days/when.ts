import { formatDate, formatPartialDate, formatWeekday } from "../../format";
import type { DeadlineItem, Language } from "../../ipc";

type Known = Pick<DeadlineItem, "on" | "partial">;

/** A day as far as it is known: where its source gives only a month or a year, that. */
export const formatKnown = ({ on, partial }: Known, language: Language, style: "long" | "short"): string =>
  partial === null ? formatDate(on, language, style) : formatPartialDate(partial, language, style);

/** The same with its weekday before it, which only a day has. */
export const formatKnownDay = (known: Known, language: Language, style: "long" | "short"): string => {
  const said = formatKnown(known, language, style);
  return known.partial === null ? `${formatWeekday(known.on, language, style)} ${said}` : said;
};

/** Whether it can be said how long there is to it: not from a month or a year that has begun or is over. */
export const isCounted = ({ partial, days }: Pick<DeadlineItem, "partial" | "days">): boolean =>
  partial === null || days >= 0;
