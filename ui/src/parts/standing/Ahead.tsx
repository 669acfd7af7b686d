import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import { formatDate, formatDays, formatWeekday } from "../../format";
import type { CallPlan, PoolStanding } from "../../ipc";
import { DanishText, LocalText } from "../DanishText";
import { DaysLeft } from "../days/DaysLeft";
import { Mark, type Tone } from "../Mark";
import { useDeadline } from "../pool/Deadline";
import { type Fact, Facts } from "../pool/Facts";
import css from "./Standing.module.css";

const tones: Partial<Record<CallPlan["state"], Tone>> = {
  unreachable: "bad",
  last_day: "bad",
  meetings_unknown: "warn",
};

const asDays = (iso: string) => Math.round(Date.parse(`${iso}T00:00Z`) / 86_400_000);

/** The way to the next deadline: how long there is, and for each committee the last meeting before it and the day of its paper. */
export function Ahead({ standing }: { standing: PoolStanding }) {
  const { t } = useLingui();
  const { language } = useSession();
  const deadlineOf = useDeadline();
  const { deadline, deadlineTime, daysLeft, workingDaysLeft, plans } = standing;
  if (!deadline || daysLeft === null || (daysLeft < 0 && plans.length === 0)) return null;
  const day = (iso: string) => formatDate(iso, language, "long");
  const weekday = formatWeekday(deadline, language, "long");
  const today = asDays(deadline) - daysLeft;
  const paper = ({ paperDue, workingDays, state }: CallPlan) =>
    paperDue && (
      <>
        {day(paperDue)}
        {workingDays !== null && (
          <span className={css.more}>
            <Mark tone={tones[state] ?? "plain"} icon={null}>
              <DaysLeft days={asDays(paperDue) - today} workingDays={workingDays} />
            </Mark>
          </span>
        )}
      </>
    );
  const facts: Fact[] = [
    {
      label: t`Deadline`,
      value: (
        <>
          {weekday} {deadlineOf(deadline, deadlineTime)}
          <span className={css.more}>
            {formatDays(daysLeft, language)}
            {workingDaysLeft !== null && daysLeft !== 0 && (
              <>
                {" · "}
                <DaysLeft days={daysLeft} workingDays={workingDaysLeft} />
              </>
            )}
          </span>
        </>
      ),
    },
  ];
  return (
    <div className={css.ahead}>
      <Facts facts={facts} />
      {plans.map((plan) => (
        <div key={plan.committeeId} className={css.told}>
          {plan.meetingOn && plan.paperDue && plan.state !== "unreachable" ? (
            <Facts
              facts={[
                {
                  label: t`Last possible committee meeting`,
                  value: (
                    <>
                      {day(plan.meetingOn)} (<DanishText>{plan.committee}</DanishText>)
                    </>
                  ),
                },
                { label: t`Paper to be handed in`, value: paper(plan) },
              ]}
            />
          ) : (
            <Mark tone={tones[plan.state] ?? "plain"}>
              <LocalText text={plan.sentence} />
            </Mark>
          )}
        </div>
      ))}
    </div>
  );
}
