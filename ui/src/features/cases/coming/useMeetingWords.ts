import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../../app/session";
import { formatDate, formatWeekday } from "../../../format";
import type { ComingMeeting } from "../../../ipc";

/** A meeting and the day of its papers, in words. */
export function useMeetingWords() {
  const { t } = useLingui();
  const { language } = useSession();
  const day = (iso: string) => formatDate(iso, language, "long");
  return {
    meeting: ({ meeting, afterOn }: Pick<ComingMeeting, "meeting" | "afterOn">): string => {
      if (meeting) {
        const weekday = formatWeekday(meeting.heldOn, language, "long");
        return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${day(meeting.heldOn)}`;
      }
      if (!afterOn) return t`No meeting yet`;
      const after = day(afterOn);
      return t`Next meeting after ${after}`;
    },
    paper: (iso: string): string => {
      const on = day(iso);
      return t`papers by ${on}`;
    },
  };
}
