import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../../app/session";
import { formatDate, formatWeekday, isoWeek } from "../../../format";
import type { DeadlineItem, SpecialDay } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { type Day, isoOf } from "../../../parts/calendar/days";
import { DayList } from "./DayList";
import type { Items } from "./days";
import type { Meetings } from "./meetings";
import css from "./month.module.css";
import { useSpecialName } from "./useSpecialName";

/** All that stands on one day. */
export function DayPanel({
  day,
  specials,
  onLeave,
  ...list
}: {
  day: Day;
  items: Items;
  meetings: Meetings;
  specials: readonly SpecialDay[];
  chosen: string | null;
  onPick: (item: DeadlineItem) => void;
  onKey: (item: DeadlineItem, key: string) => boolean;
  onLeave: () => void;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const special = useSpecialName();
  const iso = isoOf(day);
  const { week } = isoWeek(iso);
  const names = specials.filter(({ first, last }) => first <= iso && iso <= last).map(special);
  return (
    <div className={css.panel}>
      <h3>
        {formatWeekday(iso, language, "long")} {formatDate(iso, language, "long")}
        <span className={css.soft}>{[t`week ${week}`, ...names].join(" · ")}</span>
      </h3>
      <DayList {...list} onLeave={onLeave} />
      {list.items.length + list.meetings.length === 0 && <Button onClick={onLeave}>{t`Close`}</Button>}
    </div>
  );
}
