import { useSession } from "../../app/session";
import { formatDays, formatWorkingDays } from "../../format";
import type { DeadlineItem } from "../../ipc";
import { isCounted } from "./when";

/** Whether one can make something of so many days; beyond that the date says more. */
export const isCountable = (days: number) => Math.abs(days) <= 120;

/** How long there is to a day, in working days; the calendar days as its tooltip. */
export function DaysLeft({ days, workingDays }: { days: number; workingDays: number }) {
  const { language } = useSession();
  return <span title={formatDays(days, language)}>{formatWorkingDays(days, workingDays, language)}</span>;
}

/** The same of a day of the list; nothing where that cannot be said. */
export function ItemDaysLeft({ item }: { item: Pick<DeadlineItem, "partial" | "days" | "workingDays"> }) {
  return isCounted(item) ? <DaysLeft days={item.days} workingDays={item.workingDays} /> : null;
}
