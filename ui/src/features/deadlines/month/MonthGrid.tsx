// biome-ignore-all lint/a11y/useSemanticElements: days told by where the keys go, each with more than a table's cell holds
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves, one day at a time
import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useMemo, useRef } from "react";
import { useSession } from "../../../app/session";
import { formatWeekday, isoWeek } from "../../../format";
import type { SpecialDay } from "../../../ipc";
import { type Day, dayOf, firstOf, isoOf, type Month, monthOf, weeksOf } from "../../../parts/calendar/days";
import { useDrag } from "../../../parts/useDrag";
import { DayCell } from "./DayCell";
import { type Items, noItems, noSpecials, specialsByDay } from "./days";
import { Ghost } from "./Ghost";
import { type Meetings, noMeetings } from "./meetings";
import css from "./month.module.css";

type Props = {
  label: string;
  month: Month;
  cursor: Day;
  items: ReadonlyMap<Day, Items>;
  meetings: ReadonlyMap<Day, Meetings>;
  specials: readonly SpecialDay[];
  today: Day;
  viewed: Day;
  /** The item whose detail is open. */
  chosen: { key: string; day: Day } | null;
  /** The height of the grid in pixels, headings left out. */
  height: number;
  movable: boolean;
  grid: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
  onDay: (day: Day) => void;
  onPick: (key: string) => void;
  /** The list of a day was asked for, from its cell. */
  onList: (day: Day, cell: HTMLElement) => void;
  onDrop: (key: string, to: Day) => void;
};

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;
/** A Monday, to name the days of the week by. */
const MONDAY = dayOf("2019-03-11");

const dayUnder = (target: EventTarget | Element | null): { day: Day; cell: HTMLElement } | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-day]") : null;
  return cell ? { day: Number(cell.dataset.day), cell } : null;
};

/** The weeks of a month as a grid. What can be moved is dragged to another day. */
export function MonthGrid(props: Props) {
  const { label, month, cursor, items, meetings, specials, today, viewed, chosen, height, movable, grid, onDrop } =
    props;
  const { t } = useLingui();
  const { language } = useSession();
  const weeks = useMemo(() => weeksOf(month), [month]);
  const special = useMemo(() => {
    const first = weeks[0] ?? 0;
    return specialsByDay(specials, first, first + weeks.length * 7 - 1);
  }, [weeks, specials]);
  const dragged = useRef<string | null>(null);
  const { drag, begin } = useDrag<string, Day>({
    area: grid,
    placeAt: (x, y) => dayUnder(document.elementFromPoint(x, y))?.day ?? null,
    onDrop,
  });
  const onPointerDown = (event: PointerEvent) => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-movable]") : null;
    const key = line?.dataset.key;
    if (!key) return;
    dragged.current = line.textContent;
    begin(key, event);
  };
  const onClick = (event: MouseEvent) => {
    const there = dayUnder(event.target);
    if (!there || !(event.target instanceof Element)) return;
    props.onDay(there.day);
    const key = event.target.closest<HTMLElement>("[data-key]")?.dataset.key;
    if (key) props.onPick(key);
    else if (event.target.closest("[data-more]")) props.onList(there.day, there.cell);
  };
  const rowHeight = height / weeks.length;
  return (
    <>
      <div
        ref={grid}
        role="grid"
        aria-label={label}
        aria-colcount={8}
        aria-rowcount={weeks.length + 1}
        className={css.grid}
        data-month={isoOf(firstOf(month)).slice(0, 7)}
        onKeyDown={props.onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => {
          const there = dayUnder(event.target);
          if (there) props.onList(there.day, there.cell);
        }}
        onPointerDown={movable ? onPointerDown : undefined}
      >
        <div role="row" className={css.headings}>
          <div role="columnheader" className={css.weekHead}>
            <abbr title={t`Week`}>{t({ message: "Wk", context: "week, short" })}</abbr>
          </div>
          {weekdays.map((at) => (
            <div role="columnheader" key={at} aria-label={formatWeekday(isoOf(MONDAY + at), language, "long")}>
              {formatWeekday(isoOf(MONDAY + at), language, "short")}
            </div>
          ))}
        </div>
        {weeks.map((monday, row) => {
          const { week } = isoWeek(isoOf(monday));
          return (
            // The rows and days of the month before are drawn over, not made anew.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <div role="row" key={row} className={css.week}>
              <div role="rowheader" className={css.weekHead} aria-label={t`Week ${week}`}>
                {week}
              </div>
              {weekdays.map((at) => {
                const day = monday + at;
                return (
                  <DayCell
                    key={at}
                    day={day}
                    items={items.get(day) ?? noItems}
                    meetings={meetings.get(day) ?? noMeetings}
                    specials={special.get(day) ?? noSpecials}
                    inside={monthOf(day) === month}
                    active={day === cursor}
                    today={day === today}
                    viewed={day === viewed && viewed !== today}
                    past={day < viewed}
                    over={drag?.over === day}
                    chosen={chosen?.day === day ? chosen.key : null}
                    height={rowHeight}
                    movable={movable}
                  />
                );
              })}
            </div>
          );
        })}
      </div>
      {drag && <Ghost drag={drag} text={dragged.current ?? ""} />}
    </>
  );
}
