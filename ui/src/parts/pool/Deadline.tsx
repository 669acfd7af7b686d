import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import { formatDate } from "../../format";

/** A deadline in words. A time of day that was not stated is said to be so: nobody may read it as midnight. */
export function useDeadline(): (date: string, time: string | null, length?: "long" | "short") => string {
  const { t } = useLingui();
  const { language } = useSession();
  return (date, time, length = "long") => {
    const day = formatDate(date, language, length);
    if (time === null) return t`${day}, time of day not stated`;
    const clock = language === "da" ? time.replace(":", ".") : time;
    return t`${day} at ${clock}`;
  };
}
