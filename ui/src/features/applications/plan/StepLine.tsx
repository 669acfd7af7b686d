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
  const late = -step.slack;
  const slack =
    step.slack > 0
      ? plural(step.slack, { one: "# working day of slack", other: "# working days of slack" })
      : step.slack < 0 && plural(late, { one: "# working day too late", other: "# working days too late" });
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
        {item.origin === "pinned" ? (
          <Mark tone="plain" icon={<Pin size={13} aria-hidden />}>
            <LocalText text={step.reason} />
            {ruled && ` · ${t`the plan says ${ruled}`}`}
          </Mark>
        ) : (
          <span className={css.soft}>
            <LocalText text={step.reason} />
          </span>
        )}
        {!done && slack && <span className={css.soft}>{slack}</span>}
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
