// biome-ignore-all lint/a11y/useSemanticElements: days told by where the keys go, each with more than a table's cell holds
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { useSession } from "../../../app/session";
import { formatDate, formatWeekday } from "../../../format";
import type { SpecialDay } from "../../../ipc";
import { type Day, dayInMonth, isoOf, isWeekend, weekdayOf } from "../../../parts/calendar/days";
import { LocalText } from "../../../parts/DanishText";
import { useDayName } from "../../../parts/days/looks";
import { Unseen } from "../../../parts/Figure";
import type { Items } from "./days";
import { ItemLine } from "./ItemLine";
import { MeetingLine } from "./MeetingLine";
import type { Meetings } from "./meetings";
import css from "./month.module.css";
import { fitting, LINE } from "./place";
import { useMeetingWords } from "./useMeetingWords";
import { useSpecialName } from "./useSpecialName";

export type CellProps = {
  day: Day;
  items: Items;
  meetings: Meetings;
  specials: readonly SpecialDay[];
  /** In the month shown, not beside it. */
  inside: boolean;
  /** Whether it is the one day the Tab key reaches. */
  active: boolean;
  /** Today by the clock, and the day the view stands on where that is another. */
  today: boolean;
  viewed: boolean;
  /** Whether it lies before the day the view stands on. */
  past: boolean;
  /** What is dragged is over it. */
  over: boolean;
  /** The item whose detail is open, where it is on this day. */
  chosen: string | null;
  /** The cell's height in pixels. */
  height: number;
  movable: boolean;
};

/** How many items are read out with their day; the rest are in its list. */
const SAID = 5;

/** A day of the month with what stands on it, as far as there is room. */
export const DayCell = memo(function DayCell(props: CellProps) {
  const { day, items, meetings, specials, inside, active, today, viewed, past, over, chosen, height, movable } = props;
  const { t } = useLingui();
  const { language } = useSession();
  const name = useDayName();
  const special = useSpecialName();
  const { names: held } = useMeetingWords();
  const iso = isoOf(day);
  const most = fitting(items.length, meetings.length > 0 ? height - LINE : height);
  const more = items.length - most;
  const recess = specials.find((one) => one.recess);
  const named = specials.filter((one) => !one.recess);
  // A recess is named where it begins and on each Monday of it.
  const begins = recess && (recess.first === iso || weekdayOf(day) === 0 || dayInMonth(day) === 1);
  const first = items.slice(0, SAID).map((item) => `${name(item)}, ${item.title}`);
  const count = plural(items.length, { 0: "no deadlines", one: "# deadline", other: "# deadlines" });
  const label = [
    `${formatWeekday(iso, language, "long")} ${formatDate(iso, language, "long")}`,
    today && t`today`,
    viewed && t`the day shown`,
    ...specials.map(special),
    held(meetings),
    items.length > 0 ? `${count}: ${first.join("; ")}` : count,
  ];
  return (
    <div
      role="gridcell"
      tabIndex={active ? 0 : -1}
      className={css.day}
      aria-current={today ? "date" : undefined}
      aria-selected={chosen !== null}
      data-day={day}
      data-outside={!inside || undefined}
      data-free={isWeekend(day) || named.length > 0 || undefined}
      data-recess={recess ? true : undefined}
      data-over={over || undefined}
    >
      {/* All of it in words; what is seen is for the pointer, line by line, and for the keys in the day's list. */}
      <Unseen>{label.filter(Boolean).join(", ")}</Unseen>
      <div className={css.dayHead} aria-hidden>
        <span className={css.number} data-today={today || undefined} data-viewed={viewed || undefined}>
          {dayInMonth(day)}
        </span>
        {today ? <b>{t`today`}</b> : viewed && <b>{t`the day shown`}</b>}
        {named.map((one) => (
          <span key={one.first} className={css.special} title={special(one)}>
            {one.holiday ? special(one) : <LocalText text={one.title} />}
          </span>
        ))}
        {named.length === 0 && recess && begins && (
          <span className={css.special} title={special(recess)}>
            <LocalText text={recess.title} />
          </span>
        )}
      </div>
      <div className={css.lines} aria-hidden>
        {meetings.length > 0 && <MeetingLine meetings={meetings} past={past} />}
        {items.slice(0, most).map((item) => (
          <ItemLine key={item.key} item={item} chosen={item.key === chosen} movable={movable} />
        ))}
        {more > 0 && (
          <button type="button" tabIndex={-1} className={css.more} data-more>
            {most === 0
              ? plural(more, { one: "# deadline", other: "# deadlines" })
              : plural(more, { one: "+# more", other: "+# more" })}
          </button>
        )}
      </div>
    </div>
  );
});
