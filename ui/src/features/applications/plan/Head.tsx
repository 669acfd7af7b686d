import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import Ban from "lucide-react/icons/ban";
import CalendarClock from "lucide-react/icons/calendar-clock";
import CalendarX from "lucide-react/icons/calendar-x";
import Check from "lucide-react/icons/check";
import CircleHelp from "lucide-react/icons/circle-help";
import Gavel from "lucide-react/icons/gavel";
import Minus from "lucide-react/icons/minus";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";
import { useOffice } from "../../../app/office";
import { useSession } from "../../../app/session";
import { formatClock, formatDate, formatWeekday } from "../../../format";
import type { PlanConflict, PlanState, PlanView } from "../../../ipc";
import { DanishText, LocalText } from "../../../parts/DanishText";
import { DaysLeft } from "../../../parts/days/DaysLeft";
import { Mark, type Tone } from "../../../parts/Mark";
import { daysTo } from "../page/Due";
import { usePools } from "../start/usePools";
import css from "./plan.module.css";

const looks: Record<PlanState, { tone: Tone; Icon: typeof Check }> = {
  not_needed: { tone: "soft", Icon: Minus },
  approved: { tone: "ok", Icon: Check },
  no_deadline: { tone: "soft", Icon: CircleHelp },
  no_committee: { tone: "warn", Icon: CircleHelp },
  meetings_unknown: { tone: "warn", Icon: CircleHelp },
  reachable: { tone: "ok", Icon: CalendarClock },
  last_day: { tone: "bad", Icon: TriangleAlert },
  at_risk: { tone: "warn", Icon: TriangleAlert },
  handed_in: { tone: "ok", Icon: Gavel },
  unreachable: { tone: "bad", Icon: Ban },
  passed: { tone: "soft", Icon: CalendarX },
};

/** How the plan stands, in its one sentence, with the days it hangs on and what is odd about it. */
export function Head({ plan, poolId }: { plan: PlanView; poolId: number | null }) {
  const { t } = useLingui();
  const { language } = useSession();
  const office = useOffice();
  const { way } = plan.plan;
  const look = looks[plan.state];
  // A way that is chosen is what is done about it.
  const settled = plan.options.length > 0 && way !== null;
  const graver = plan.conflicts.length > 0 && { tone: "bad" as const };
  const { tone, Icon } = settled ? { ...look, tone: "warn" as const } : { ...look, ...graver };
  const day = (iso: string) => `${formatWeekday(iso, language, "long")} ${formatDate(iso, language, "long")}`;
  const committee = office.data?.committees.find(({ id }) => id === plan.committeeId);
  const clock = plan.deadlineTime ? formatClock(plan.deadlineTime, language) : t`time not stated`;
  const facts: { label: string; value: ReactNode }[] = [];
  if (plan.deadline) facts.push({ label: t`Deadline`, value: `${day(plan.deadline)}, ${clock}` });
  if (plan.meeting)
    facts.push({
      label: t`Committee meeting`,
      value: (
        <>
          {day(plan.meeting.heldOn)}
          {committee && (
            <>
              {" · "}
              <DanishText>{committee.shortName || committee.name}</DanishText>
            </>
          )}
        </>
      ),
    });
  if (plan.paperDue) {
    const past = plan.workingDays !== null && plan.workingDays < 0;
    facts.push({
      label: t`Last day for the paper`,
      value: (
        <>
          {day(plan.paperDue)}
          {plan.workingDays !== null && (
            <span data-past={past || undefined} className={css.slack}>
              {" · "}
              <DaysLeft days={daysTo(plan.asOf, plan.paperDue)} workingDays={plan.workingDays} />
            </span>
          )}
        </>
      ),
    });
  }
  const { slack } = plan;
  if (slack !== null && slack >= 0)
    facts.push({
      label: t`Slack`,
      value: plural(slack, { one: "# working day to the first step", other: "# working days to the first step" }),
    });
  return (
    <section className={css.head} aria-label={t`How the plan stands`}>
      <p className={css.sentence} role="status">
        <Mark tone={tone} icon={<Icon size={18} aria-hidden />}>
          <LocalText text={plan.sentence} />
        </Mark>
      </p>
      {plan.conflicts.map((conflict) => (
        <Options key={conflict.part} conflict={conflict} />
      ))}
      <Teaching state={plan.state} poolId={poolId} />
      {facts.length > 0 && (
        <dl className={css.facts}>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {plan.remarks.map((remark) => (
        <Mark key={remark.da} tone="warn">
          <LocalText text={remark} />
        </Mark>
      ))}
    </section>
  );
}

/** What cannot be kept as it is planned, and what can be done about it. */
function Options({ conflict }: { conflict: PlanConflict }) {
  return (
    <div>
      <LocalText text={conflict.sentence} />
      <ul className={css.options}>
        {conflict.options.map((option) => (
          <li key={option.da}>
            <LocalText text={option} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where what is missing is put in. */
function Teaching({ state, poolId }: { state: PlanState; poolId: number | null }) {
  const { t } = useLingui();
  const pools = usePools();
  const pool = pools.find(({ id }) => id === poolId);
  if (state === "meetings_unknown")
    return (
      <p className={css.teaching}>
        {t`The meetings are typed, pasted or read from a calendar file in the settings; then the plan shows the last one that can be reached.`}{" "}
        <Link to="/settings/$section" params={{ section: "meetings" }}>{t`Committees and meetings`}</Link>
      </p>
    );
  if (state === "no_deadline")
    return (
      <p className={css.teaching}>
        {t`The plan is reckoned back from the deadline of the call, or from an application deadline entered under Overview.`}{" "}
        {pool && (
          <Link to="/pools/$key" params={{ key: pool.key }}>
            {t`Go to the pool`}
          </Link>
        )}
      </p>
    );
  return null;
}
