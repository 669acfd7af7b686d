import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { DateField } from "../../parts/DateField";
import { store, useChoice } from "./choice";
import css from "./deadlines.module.css";
import { anyTime } from "./shown";
import { usePeriods } from "./usePeriods";

/** Which days are looked at: so many ahead, or from a day to another. */
export default function PeriodPanel() {
  const { t } = useLingui();
  const { period } = useChoice();
  const { ahead } = usePeriods();
  const name = useId();
  const { within, from, to } = period;
  const between = from !== null || to !== null;
  return (
    <div className={css.period}>
      <fieldset>
        <legend>{t`Period`}</legend>
        {ahead.map((choice) => (
          <label key={choice.within}>
            <input
              type="radio"
              name={name}
              checked={!between && within === choice.within}
              onChange={() => store.choose({ period: { ...anyTime, within: choice.within } })}
            />
            {choice.label}
          </label>
        ))}
      </fieldset>
      <div className={css.dates}>
        <DateField
          label={t`From`}
          value={from}
          onChange={(day) => store.choose({ period: { within: null, from: day, to } })}
        />
        <DateField
          label={t`To`}
          value={to}
          onChange={(day) => store.choose({ period: { within: null, from, to: day } })}
        />
      </div>
    </div>
  );
}
