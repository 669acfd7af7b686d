import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { type KeyboardEvent, lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useActions } from "../../../app/actions";
import { useSession } from "../../../app/session";
import { formatDate, formatPartialDate } from "../../../format";
import type { DeadlineItem } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { addMonths, type Day, dayOf, firstOf, isoOf, lastOf, monthOf } from "../../../parts/calendar/days";
import { IconButton } from "../../../parts/IconButton";
import { PanelButton } from "../../../parts/PanelButton";
import { useDeadlines } from "../useDeadlines";
import { Agenda } from "./Agenda";
import { DayPanel } from "./DayPanel";
import { itemsByDay, noItems } from "./days";
import { GoToDay } from "./GoToDay";
import { MonthGrid } from "./MonthGrid";
import { meetingsByDay, noMeetings } from "./meetings";
import css from "./month.module.css";
import { isKey, nextDay } from "./place";
import { today } from "./today";
import { useSize } from "./useSize";

const PanelBody = lazy(() => import("../../../parts/PanelBody"));

/** With less room than this the weeks give way to a list. */
const NARROWEST = 560;
const LOWEST = 330;
const HEADINGS = 26;

/** Outlives the screen: who comes back finds the month as it was left, as long as the view stands on the same day. */
let left: { asOf: string; cursor: Day } | null = null;

/** The days to keep as a month of weeks, or as a list of its days where there is no room for them. */
export default function Month() {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const { view, items, meetings, byKey, selected, select, open, actions } = useDeadlines();
  const { asOf } = view;
  const { runAction } = useActions();
  const todayKey = t({ message: "T", context: "key: today" });
  const room = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const size = useSize(room);
  const viewed = dayOf(asOf);
  const [cursor, setCursor] = useState<Day>(() => (left?.asOf === asOf ? left.cursor : viewed));
  const [listed, setListed] = useState<{ day: Day; cell: HTMLElement } | null>(null);
  /** Whether the keyboard goes with the cursor. */
  const follow = useRef(false);
  const days = useMemo(() => itemsByDay(items), [items]);
  const held = useMemo(() => meetingsByDay(meetings), [meetings]);
  const chosenOn = selected === null ? null : (byKey.get(selected)?.on ?? null);
  const chosen = selected === null || chosenOn === null ? null : { key: selected, day: dayOf(chosenOn) };

  useEffect(() => {
    left = { asOf, cursor };
  }, [asOf, cursor]);
  const stood = useRef(asOf);
  useEffect(() => {
    if (stood.current === asOf) return;
    stood.current = asOf;
    setCursor(dayOf(asOf));
  }, [asOf]);
  // What is chosen elsewhere, or moved, is looked at where it now is.
  useEffect(() => {
    if (chosenOn !== null) setCursor(dayOf(chosenOn));
  }, [chosenOn]);
  useLayoutEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${cursor}"]`)?.focus({ preventScroll: true });
  }, [cursor]);

  const month = monthOf(cursor);
  const label = formatPartialDate(isoOf(firstOf(month)).slice(0, 7), language);
  const focus = (day: Day) =>
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus({ preventScroll: true });
  const goTo = (day: Day) => {
    if (day === cursor) return focus(day);
    follow.current = true;
    setCursor(day);
  };
  const list = (day: Day, cell: HTMLElement) => {
    setCursor(day);
    setListed({ day, cell });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.metaKey) return;
    const { key, ctrlKey: ctrl, shiftKey: shift } = event;
    const to = nextDay(cursor, key, { ctrl, shift });
    // A letter is about the day's one item; of several one chooses in the list.
    const there = days.get(cursor);
    const only = there?.length === 1 ? there[0] : undefined;
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-day]") : null;
    if (to !== null) goTo(to);
    else if (ctrl) return;
    else if ((key === "Enter" || key === " ") && cell) list(cursor, cell);
    else if (isKey(key, todayKey)) goTo(viewed);
    else if (key === "/") runAction("deadlines.search");
    else if (key === "Escape" && selected !== null) select(null);
    else if (!only || !actions.key(only, key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKey = (item: DeadlineItem, key: string) => {
    const done = actions.key(item, key);
    if (done) setListed(null);
    return done;
  };
  const pick = (item: DeadlineItem) => {
    setListed(null);
    open(item.key);
  };

  const [first, last] = [firstOf(month), lastOf(month)];
  let count = 0;
  for (let day = first; day <= last; day++) count += days.get(day)?.length ?? 0;
  const next =
    count === 0
      ? (items.find((item) => dayOf(item.on) > last) ?? items.findLast((item) => dayOf(item.on) < first))
      : undefined;
  const nextOn = next && formatDate(next.on, language, "long");
  const tight = size !== null && (size.width < NARROWEST || size.height < LOWEST);
  const shared = { label, month, items: days, meetings: held, specials: view.specialDays };
  return (
    <div className={css.page} data-view="month">
      <div className={css.bar}>
        <IconButton label={t`Previous month`} onClick={() => setCursor(addMonths(cursor, -1))}>
          <ChevronLeft size={17} aria-hidden />
        </IconButton>
        <IconButton label={t`Next month`} onClick={() => setCursor(addMonths(cursor, 1))}>
          <ChevronRight size={17} aria-hidden />
        </IconButton>
        <h2 aria-live="polite">{label}</h2>
        <Button onClick={() => setCursor(viewed)} disabled={monthOf(viewed) === month}>
          {viewed === today() ? t`Today` : t`The day shown`}
        </Button>
        <PanelButton
          label={t`Go to a day`}
          panel={(close) => (
            <GoToDay
              value={isoOf(cursor)}
              onGo={(iso) => {
                close();
                setCursor(dayOf(iso));
              }}
            />
          )}
        >
          {t`Go to a day`}
        </PanelButton>
        <span className={css.count} role="status">
          {count > 0 ? (
            plural(count, { one: "# deadline in the month", other: "# deadlines in the month" })
          ) : next ? (
            <Button
              tone="quiet"
              onClick={() => setCursor(dayOf(next.on))}
            >{t`None in the month. Nearest: ${nextOn}`}</Button>
          ) : (
            t`No deadlines are shown`
          )}
        </span>
      </div>
      <div ref={room} className={css.room}>
        {size === null ? null : tight ? (
          <Agenda {...shared} today={asOf} chosen={selected} onPick={pick} onKey={onKey} />
        ) : (
          <MonthGrid
            {...shared}
            cursor={cursor}
            today={today()}
            viewed={viewed}
            chosen={chosen}
            height={size.height - HEADINGS}
            movable={writable}
            grid={grid}
            onKeyDown={onKeyDown}
            onDay={goTo}
            onPick={select}
            onList={list}
            onDrop={(key, to) => {
              const item = byKey.get(key);
              if (item && dayOf(item.on) !== to) actions.move(item, isoOf(to));
            }}
          />
        )}
      </div>
      {listed && !tight && (
        <Suspense>
          <PanelBody label={t`The day's deadlines`} trigger={{ current: listed.cell }} close={() => setListed(null)}>
            <DayPanel
              day={listed.day}
              items={days.get(listed.day) ?? noItems}
              meetings={held.get(listed.day) ?? noMeetings}
              specials={view.specialDays}
              chosen={selected}
              onPick={pick}
              onKey={onKey}
              onLeave={() => setListed(null)}
            />
          </PanelBody>
        </Suspense>
      )}
    </div>
  );
}
