import { useLingui } from "@lingui/react/macro";
import { useCallback, useMemo } from "react";
import { useSession } from "../../../app/session";
import { formatClock, formatDate } from "../../../format";
import type { MeetingDay } from "../../../ipc";
import { grouped, type Meetings, type Sort } from "./meetings";

/** Committees' meetings in words. */
export function useMeetingWords() {
  const { t } = useLingui();
  const { language } = useSession();
  const sorts = useMemo(
    (): Record<Sort, string> => ({
      ordinary: t`Meeting`,
      extraordinary: t`Extraordinary meeting`,
      cancelled: t`Cancelled meeting`,
    }),
    [t],
  );
  /** »Møde BIU, SSU · Aflyst møde ØKU«. */
  const names = useCallback(
    (meetings: Meetings) =>
      grouped(meetings)
        .map(({ sort, committees }) => `${sorts[sort]} ${committees}`)
        .join(" · "),
    [sorts],
  );
  /** Its hour and the last day to hand in papers, where those are known. */
  const facts = useCallback(
    ({ time, paperDue }: MeetingDay): string[] => {
      const on = paperDue && formatDate(paperDue, language, "long");
      return [...(time ? [formatClock(time, language)] : []), ...(on ? [t`papers by ${on}`] : [])];
    },
    [t, language],
  );
  return { sorts, names, facts };
}
