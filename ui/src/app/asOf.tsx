import { useLingui } from "@lingui/react/macro";
import CalendarDays from "lucide-react/icons/calendar-days";
import { useState, useSyncExternalStore } from "react";
import { formatDate } from "../format";
import { Button } from "../parts/Button";
import { DateField } from "../parts/DateField";
import { Mark } from "../parts/Mark";
import { PanelButton } from "../parts/PanelButton";
import banner from "./AccessBanner.module.css";
import css from "./asOf.module.css";
import { useSession } from "./session";

let day: string | null = null;
const listeners = new Set<() => void>();

/** Makes every screen stand on a day, as `2019-03-12`; null is today. Lasts until it is set back or another file is opened. */
export function setAsOf(iso: string | null) {
  day = iso;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The day every view, flag and count stands on; null is today. */
export const useAsOf = (): string | null => useSyncExternalStore(subscribe, () => day);

/** Says which day the screen stands on, and changes it. */
export function AsOfControl() {
  const { t } = useLingui();
  const { language } = useSession();
  const asOf = useAsOf();
  const shown = asOf && formatDate(asOf, language, "long");
  return (
    <PanelButton
      label={t`Show as of a day`}
      icon={<CalendarDays size={15} aria-hidden />}
      panel={(close) => <AsOfPanel close={close} />}
    >
      {shown ? t`As of ${shown}` : t`As of today`}
    </PanelButton>
  );
}

function AsOfPanel({ close }: { close: () => void }) {
  const { t } = useLingui();
  const asOf = useAsOf();
  const [wish, setWish] = useState(asOf);
  const show = (iso: string | null) => {
    close();
    setAsOf(iso);
  };
  return (
    <form
      className={css.panel}
      onSubmit={(event) => {
        event.preventDefault();
        if (wish) show(wish);
      }}
    >
      <DateField label={t`Show as of`} value={wish} onChange={setWish} description={t`Write for example 12.3.2019.`} />
      <p className={css.about}>
        {t`Everything is shown as it stood on that day, each fact by its own date. Nothing can be changed meanwhile.`}
      </p>
      <div className={css.buttons}>
        <Button tone="primary" type="submit" disabled={wish === null}>{t`Show`}</Button>
        <Button disabled={asOf === null} onClick={() => show(null)}>{t`Back to today`}</Button>
      </div>
    </form>
  );
}

/** Over every screen while it stands on another day: why nothing can be changed, and the way back. Told as it comes. */
export function AsOfBanner() {
  const { t } = useLingui();
  const { language } = useSession();
  const asOf = useAsOf();
  const shown = asOf && formatDate(asOf, language, "long");
  return (
    <div role="status">
      {shown && (
        <div className={banner.banner} data-tone="info">
          <Mark tone="info" icon={<CalendarDays size={14} aria-hidden />}>
            {t`Shown as of ${shown}. Nothing can be changed.`}
          </Mark>
          <Button onClick={() => setAsOf(null)}>{t`Back to today`}</Button>
        </div>
      )}
    </div>
  );
}
