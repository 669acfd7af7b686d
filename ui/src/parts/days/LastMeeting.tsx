import { useLingui } from "@lingui/react/macro";
import CalendarCheck from "lucide-react/icons/calendar-check";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useSession } from "../../app/session";
import { formatDate, formatWorkingDays, useWord } from "../../format";
import type { CallPlan, PlanState } from "../../ipc";
import { DanishText } from "../DanishText";
import { Mark } from "../Mark";
import css from "./days.module.css";

/** Days from which a paper is soon to be handed in. */
const soon = 10;

const late: ReadonlySet<PlanState> = new Set<PlanState>(["unreachable", "last_day"]);

/** In a list: the last committee meeting before a deadline, and how long there is to hand in its paper. The sentence is its tooltip. */
export function LastMeeting({ plan }: { plan: CallPlan }) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const { state, meetingOn, paperDue, workingDays, committee, sentence } = plan;
  const hint = sentence[language] || sentence.da;
  const named = <DanishText>{committee}</DanishText>;
  // Where no meeting can be named the state says why.
  if (!meetingOn || state === "unreachable")
    return (
      <span className={css.meeting} title={hint}>
        <Mark
          tone={late.has(state) ? "bad" : "soft"}
          icon={late.has(state) ? <TriangleAlert size={14} aria-hidden /> : null}
        >
          {word("plan_state", state)}
        </Mark>
        <span className={css.below}>{named}</span>
      </span>
    );
  const due = paperDue && formatDate(paperDue, language, "short");
  const left = workingDays !== null && formatWorkingDays(workingDays, workingDays, language);
  const isSoon = state === "at_risk" || (state === "reachable" && (workingDays ?? soon + 1) <= soon);
  const tone = late.has(state) ? "bad" : isSoon ? "warn" : "plain";
  return (
    <span className={css.meeting} title={hint}>
      <Mark tone={tone} icon={tone === "plain" ? null : <CalendarCheck size={14} aria-hidden />}>
        {formatDate(meetingOn, language, "short")} {named}
      </Mark>
      {due && (
        <span className={css.below}>
          {t`paper ${due}`}
          {left && `, ${left}`}
        </span>
      )}
    </span>
  );
}
