import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import Pin from "lucide-react/icons/pin";
import { useId } from "react";
import { useSession } from "../../../app/session";
import { formatClock, formatDate, formatWeekday, useWord } from "../../../format";
import type { PlanStepView } from "../../../ipc";
import { DanishText, LocalText } from "../../../parts/DanishText";
import { DaysLeft } from "../../../parts/days/DaysLeft";
import { DayMarks } from "../../../parts/days/FlagMark";
import { MarkMenu } from "../../../parts/days/MarkMenu";
import { unmarked, useQuickMark } from "../../../parts/days/useMark";
import { Mark } from "../../../parts/Mark";
import css from "./plan.module.css";

/** A step with its last possible day, why it is that day, and what a person did about it. */
export function StepLine({ step, asOf, editable }: { step: PlanStepView; asOf: string; editable: boolean }) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const quick = useQuickMark();
  const name = useId();
  const { item } = step;
  const day = (iso: string) => formatDate(iso, language, "short");
  const done = item.doneOn !== null;
  const ruled = item.ruledOn && day(item.ruledOn);
  const why = item.mark?.pinnedReason;
  // Where the reason says how many already, they are not said twice.
  const apart = step.slack !== null && step.slack > 0 && !step.reason.da.startsWith(`${step.slack} `) ? step.slack : 0;
  const slack =
    apart > 0 && plural(apart, { one: "# working day to the next step", other: "# working days to the next step" });
  const tick = (now: boolean) =>
    now ? quick(item, { doneOn: asOf }, t`Marked as done`) : quick(item, unmarked.done, t`No longer marked as done`);
  return (
    <li className={css.step} data-done={done || undefined} data-past={(!done && item.days < 0) || undefined}>
      {editable && item.canDo ? (
        <input
          type="checkbox"
          checked={done}
          aria-labelledby={name}
          title={t`Done`}
          onChange={(event) => void tick(event.target.checked)}
        />
      ) : (
        <span aria-hidden className={css.dot} />
      )}
      <div className={css.what}>
        <span id={name} className={css.stepName}>
          {word("plan_step", step.step)}
          {step.committee && (
            <>
              {" "}
              <DanishText>{step.committee}</DanishText>
            </>
          )}
        </span>
        <span className={css.soft}>
          <LocalText text={step.reason} />
          {slack && ` · ${slack}`}
        </span>
        {item.origin === "pinned" && (
          <Mark tone="plain" icon={<Pin size={13} aria-hidden />}>
            {ruled ? t`Moved by hand; the plan says ${ruled}` : t`Moved by hand`}
            {why && (
              <>
                {": "}
                <DanishText>{why}</DanishText>
              </>
            )}
          </Mark>
        )}
        {item.waitingFor && (
          <span className={css.soft}>
            {t`waits on`} <DanishText>{item.waitingFor}</DanishText>
          </span>
        )}
        <DayMarks item={item} />
      </div>
      <div className={css.when}>
        <span>
          <span className={css.weekday}>{formatWeekday(item.on, language, "short")}</span> {day(item.on)}
        </span>
        {item.time && <span>{formatClock(item.time, language)}</span>}
        {!done && !item.ended && (
          <span className={css.soft}>
            <DaysLeft days={item.days} workingDays={item.workingDays} />
          </span>
        )}
      </div>
      {editable ? <MarkMenu item={item} today={asOf} /> : <span />}
    </li>
  );
}
