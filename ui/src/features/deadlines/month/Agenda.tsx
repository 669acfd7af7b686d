import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useSession } from "../../../app/session";
import { formatDate, formatWeekday, isoWeek } from "../../../format";
import type { DeadlineItem, SpecialDay } from "../../../ipc";
import { type Day, firstOf, isoOf, lastOf, type Month } from "../../../parts/calendar/days";
import { DayList } from "./DayList";
import { type Items, noItems, specialsByDay } from "./days";
import { type Meetings, noMeetings } from "./meetings";
import css from "./month.module.css";
import { useSpecialName } from "./useSpecialName";

type Props = {
  label: string;
  month: Month;
  items: ReadonlyMap<Day, Items>;
  meetings: ReadonlyMap<Day, Meetings>;
  specials: readonly SpecialDay[];
  today: string;
  chosen: string | null;
  onPick: (item: DeadlineItem) => void;
  onKey: (item: DeadlineItem, key: string) => boolean;
};

/** The month as a list of the days that have something, where there is no room for its weeks. */
export function Agenda({ label, month, items, meetings, specials, today, chosen, onPick, onKey }: Props) {
  const { t } = useLingui();
  const { language } = useSession();
  const special = useSpecialName();
  const [first, last] = [firstOf(month), lastOf(month)];
  const named = useMemo(() => specialsByDay(specials, first, last), [specials, first, last]);
  const days: Day[] = [];
  for (let day = first; day <= last; day++)
    if (items.has(day) || meetings.has(day) || named.get(day)?.some((one) => one.holiday)) days.push(day);
  return (
    <section className={css.agenda} aria-label={label} data-month={isoOf(first).slice(0, 7)}>
      {days.length === 0 && <p className={css.none}>{t`No deadlines in this month.`}</p>}
      {days.map((day) => {
        const iso = isoOf(day);
        const own = items.get(day) ?? noItems;
        const held = meetings.get(day) ?? noMeetings;
        const { week } = isoWeek(iso);
        const names = (named.get(day) ?? []).map(special);
        return (
          <section key={day} aria-labelledby={`agenda-${iso}`}>
            <h3 id={`agenda-${iso}`} className={css.agendaDay}>
              {formatWeekday(iso, language, "long")} {formatDate(iso, language, "long")}
              <span className={css.soft}>
                {[iso === today ? t`today` : null, t`week ${week}`, ...names].filter(Boolean).join(" · ")}
              </span>
            </h3>
            {own.length + held.length > 0 && (
              <DayList items={own} meetings={held} chosen={chosen} onPick={onPick} onKey={onKey} />
            )}
          </section>
        );
      })}
    </section>
  );
}
