import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useAsOf } from "../../app/asOf";
import { useMunicipality } from "../../app/municipality";
import { useSession } from "../../app/session";
import { formatDate, formatDays, formatWeekday } from "../../format";
import { type CallPlan, commands, type PoolStanding } from "../../ipc";
import { DanishText, LocalText } from "../DanishText";
import { DaysLeft } from "../days/DaysLeft";
import { Mark, type Tone } from "../Mark";
import { type Fact, Facts } from "../pool/Facts";
import css from "./Standing.module.css";

const tones: Partial<Record<CallPlan["state"], Tone>> = {
  unreachable: "bad",
  last_day: "bad",
  at_risk: "warn",
  meetings_unknown: "warn",
};

const asDays = (iso: string) => Math.round(Date.parse(`${iso}T00:00Z`) / 86_400_000);

/** The way to a pool's next deadline; as a list already has it until the whole is loaded. */
export function Ahead({ poolId, known }: { poolId: number; known: PoolStanding | undefined }) {
  const municipality = useMunicipality();
  const asOf = useAsOf();
  const query = useQuery({
    queryKey: ["poolStanding", poolId, asOf],
    queryFn: () => commands.poolStanding(poolId, asOf),
    enabled: municipality !== null,
    placeholderData: keepPreviousData,
  });
  const standing = query.data?.standing ?? known;
  return standing?.poolId === poolId ? <Known standing={standing} /> : null;
}

/** How long there is, and for each committee the last meeting before the deadline and the day of its paper. */
function Known({ standing }: { standing: PoolStanding }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { deadline, daysLeft, workingDaysLeft, plans } = standing;
  if (!deadline || daysLeft === null || (daysLeft < 0 && plans.length === 0)) return null;
  const day = (iso: string) => formatDate(iso, language, "long");
  const weekday = formatWeekday(deadline, language, "long");
  const today = asDays(deadline) - daysLeft;
  const paper = ({ paperDue, workingDays, state }: CallPlan) =>
    paperDue && (
      <>
        {day(paperDue)}
        {workingDays !== null && (
          <span className={css.below}>
            <Mark tone={tones[state] ?? "plain"} icon={null}>
              <DaysLeft days={asDays(paperDue) - today} workingDays={workingDays} />
            </Mark>
          </span>
        )}
      </>
    );
  const until = [formatDays(daysLeft, language), `${weekday} ${day(deadline)}`].join(" · ");
  const facts: Fact[] = [
    {
      label: t`To the deadline`,
      value: (
        <>
          {workingDaysLeft !== null && <DaysLeft days={daysLeft} workingDays={workingDaysLeft} />}
          <span className={css.below}>{until}</span>
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
