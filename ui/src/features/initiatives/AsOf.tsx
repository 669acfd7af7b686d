import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import { formatDate } from "../../format";
import { Button } from "../../parts/Button";
import { DateField } from "../../parts/DateField";
import { PanelButton } from "./PanelButton";
import css from "./panels.module.css";
import { store, useRegister } from "./store";

/** The day calls are judged by: today, or any other. */
export function AsOf() {
  const { t } = useLingui();
  const { language } = useSession();
  const asOf = useRegister((state) => state.scope.asOf);
  const day = asOf ? formatDate(asOf, language, "short") : t`today`;
  return (
    <PanelButton
      label={t`As of`}
      panel={
        <div className={css.asOf}>
          <DateField
            label={t`Show as of`}
            value={asOf}
            onChange={(iso) => store.ask({ asOf: iso })}
            description={t`Calls are open or closed as they were on that day. Write for example 12.3.2019.`}
          />
          <Button disabled={asOf === null} onClick={() => store.ask({ asOf: null })}>{t`Back to today`}</Button>
        </div>
      }
    >
      {t`As of ${day}`}
    </PanelButton>
  );
}
