import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import { formatClock } from "../../format";
import type { DeadlineItem } from "../../ipc";

type Timed = Pick<DeadlineItem, "kind" | "time"> & { flags?: DeadlineItem["flags"] };

/** The time of day in words; »klokkeslæt ikke oplyst« where the hour decides and is not stated; else nothing. */
export function useDayTime(): (item: Timed) => string {
  const { t } = useLingui();
  const { language } = useSession();
  return ({ kind, time, flags }) => {
    if (time) return formatClock(time, language);
    // Only a deadline of a call is missed by the hour.
    const decides = kind === "call" || flags?.some(({ flag }) => flag === "time_unknown");
    return decides ? t`time not stated` : "";
  };
}

export function DayTime({ item }: { item: Timed }) {
  return useDayTime()(item);
}
