import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import X from "lucide-react/icons/x";
import { useEffect, useId, useRef, useState } from "react";
import { useAsOf } from "../../../app/asOf";
import { commands, type Scenario } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { EmptyState } from "../../../parts/EmptyState";
import { ErrorText } from "../../../parts/ErrorText";
import { Heading } from "../../../parts/Heading";
import { IconButton } from "../../../parts/IconButton";
import { Loading } from "../../../parts/Loading";
import { useFirstFocus } from "../../../parts/useFirstFocus";
import { FallField } from "./FallField";
import { Result } from "./Result";
import { StepField } from "./StepField";
import { asPlanned, isPlan, type ShareKey, wholeOf } from "./scenario";
import css from "./whatIf.module.css";

/** While someone types or holds an arrow key down, the program is asked once. */
const PAUSE = 180;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const clock = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(clock);
  }, [value]);
  return settled;
}

/** What falls short, and the plan beside what then comes of it. */
export default function Panel({ applicationId, onClose }: { applicationId: number; onClose?: () => void }) {
  const { t } = useLingui();
  const asOf = useAsOf();
  const heading = useId();
  const box = useRef<HTMLElement>(null);
  const [scenario, setScenario] = useState<Scenario>(asPlanned);
  /** How often the plan was gone back to: then nothing stays in the fields, not even what was refused. */
  const [round, setRound] = useState(0);
  const toPlan = () => {
    setScenario(asPlanned);
    setRound(round + 1);
  };
  const asked = useSettled(scenario);
  const query = useQuery({
    queryKey: ["whatIf", applicationId, asked, asOf],
    queryFn: () => commands.whatIf(applicationId, asked, asOf),
    placeholderData: keepPreviousData,
  });
  useFirstFocus(box, "input");
  const view = query.data;
  const fall = (key: ShareKey, label: string) => (
    <FallField
      label={label}
      share={scenario[key]}
      whole={view?.budget ? wholeOf(key, view.total) : null}
      onChange={(share) => setScenario((now) => ({ ...now, [key]: share }))}
    />
  );
  return (
    <section
      ref={box}
      className={css.panel}
      aria-labelledby={heading}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || !onClose) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={css.head}>
        <Heading level={2} id={heading} aside={t`nothing here is saved`}>
          {t`What if …`}
        </Heading>
        <div className={css.tools}>
          <Button disabled={isPlan(scenario)} onClick={toPlan}>{t`As planned`}</Button>
          {onClose && (
            <IconButton label={t`Close`} onClick={onClose}>
              <X size={16} aria-hidden />
            </IconButton>
          )}
        </div>
      </div>
      <div key={round} className={css.fields}>
        {fall("ownLess", t`Own financing falls by`)}
        {fall("spendingLess", t`Spending falls by`)}
        {fall("hoursLess", t`Own hours fall by`)}
        {fall("grantLess", t`The grant is lower by`)}
        <StepField
          label={t`The start slips`}
          unit={t`months`}
          value={scenario.monthsLate}
          most={60}
          step={1}
          leap={6}
          decimals={0}
          onChange={(monthsLate) => setScenario((now) => ({ ...now, monthsLate }))}
        />
      </div>
      {query.isError ? (
        <ErrorText error={query.error} retry={() => void query.refetch()} />
      ) : !view ? (
        <Loading />
      ) : view.budget === null || view.years.length === 0 ? (
        <EmptyState title={t`There is no budget to reckon from.`}>
          {t`Once the budget has amounts by year, one sees here what becomes of them when money, spending or hours fall short.`}
        </EmptyState>
      ) : (
        <Result view={view} budget={view.budget} waiting={query.isPlaceholderData || asked !== scenario} />
      )}
    </section>
  );
}
