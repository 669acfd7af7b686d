import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../../parts/Button";
import { DateField } from "../../../parts/DateField";
import css from "./month.module.css";

/** Asks for the day to look at. */
export function GoToDay({ value, onGo }: { value: string; onGo: (iso: string) => void }) {
  const { t } = useLingui();
  const [day, setDay] = useState<string | null>(value);
  return (
    <form
      className={css.goTo}
      onSubmit={(event) => {
        event.preventDefault();
        if (day) onGo(day);
      }}
    >
      <DateField label={t`Day`} value={day} onChange={setDay} description={t`Write for example 12.3.2019.`} />
      <Button tone="primary" type="submit" disabled={day === null}>{t`Show`}</Button>
    </form>
  );
}
