import { useLingui } from "@lingui/react/macro";
import { memo, useMemo } from "react";
import { useSession } from "../../../app/session";
import { formatDate } from "../../../format";
import type { SpecialDay } from "../../../ipc";
import { type Day, dayOf, isoOf } from "../../../parts/calendar/days";
import { useSpecialName } from "../month/useSpecialName";
import css from "./axis.module.css";
import { pixels, type Tick, type TickWords, ticksOf, type Zoom } from "./scale";

type Props = {
  zoom: Zoom;
  origin: Day;
  /** The days drawn. */
  first: Day;
  last: Day;
  asOf: Day;
  now: Day;
  specials: readonly SpecialDay[];
};

/** The least room for the name of a holiday or recess. */
const NAMED = 40;

/** The lines of dates over the timeline, and the names of holidays and recesses. Every bar and mark says its own dates, so it is for the eyes alone. */
export const Axis = memo(function Axis({ zoom, origin, first, last, asOf, now, specials }: Props) {
  const { t } = useLingui();
  const { language } = useSession();
  const scale = pixels[zoom];
  const ticks = useMemo(() => {
    const say: TickWords = { week: (week) => t`week ${week}`, quarter: (quarter, year) => t`Q${quarter} ${year}` };
    return ticksOf(zoom, first, last, language, say);
  }, [zoom, first, last, language, t]);
  const name = useSpecialName();
  const named = specials.flatMap((special): Tick[] => {
    const [from, to] = [dayOf(special.first), dayOf(special.last)];
    const seen = to >= first && from <= last && (to - from + 1) * scale >= NAMED;
    return seen ? [{ day: from, days: to - from + 1, text: name(special) }] : [];
  });
  const line = (list: readonly Tick[], className: string | undefined) => (
    <div className={`${css.tickLine} ${className}`}>
      {list.map(({ day, days, text }) => (
        <span
          key={`${day} ${text}`}
          style={{ left: (day - origin) * scale, width: days * scale }}
          title={text}
          className={css.tick}
        >
          <span className={className === css.upper ? css.tickText : undefined}>{text}</span>
        </span>
      ))}
    </div>
  );
  return (
    <div className={css.ticks} aria-hidden>
      {line(ticks.upper, css.upper)}
      {line(ticks.lower, css.lower)}
      {line(named, css.specials)}
      <span
        className={css.nowWord}
        style={{ left: (asOf - origin + 0.5) * scale }}
        title={formatDate(isoOf(asOf), language, "long")}
      >
        {asOf === now ? t`today` : t`the day shown`}
      </span>
    </div>
  );
});
