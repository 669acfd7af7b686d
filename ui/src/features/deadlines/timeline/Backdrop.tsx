import { memo } from "react";
import type { SpecialDay } from "../../../ipc";
import { type Day, dayOf, mondayOf } from "../../../parts/calendar/days";
import { useSpecialName } from "../month/useSpecialName";
import { pixels, type Zoom } from "./scale";
import css from "./timeline.module.css";

type Props = {
  zoom: Zoom;
  origin: Day;
  first: Day;
  last: Day;
  asOf: Day;
  now: Day;
  specials: readonly SpecialDay[];
};

/** A day narrower than this is no more seen by itself. */
const SEEN = 3;

/** Behind the lines: weekends, holidays and closing days, recesses hatched, and the line of the day. */
export const Backdrop = memo(function Backdrop({ zoom, origin, first, last, asOf, now, specials }: Props) {
  const name = useSpecialName();
  const scale = pixels[zoom];
  const box = (from: Day, to: Day) => ({ left: (from - origin) * scale, width: (to - from + 1) * scale });
  const weekends: Day[] = [];
  if (scale >= SEEN) for (let monday = mondayOf(first); monday <= last; monday += 7) weekends.push(monday + 5);
  const seen = specials.flatMap((special) => {
    const [from, to] = [dayOf(special.first), dayOf(special.last)];
    const shown = to >= first && from <= last && (to - from + 1) * scale >= SEEN;
    return shown ? [{ special, from, to }] : [];
  });
  return (
    <div className={css.backdrop} aria-hidden>
      {weekends.map((day) => (
        <div key={day} className={`${css.shade} ${css.free}`} style={box(day, day + 1)} />
      ))}
      {seen.map(({ special, from, to }) => (
        <div
          key={`${special.first} ${special.title.da} ${special.holiday}`}
          className={`${css.shade} ${special.recess ? css.recess : css.free}`}
          style={box(from, to)}
          title={name(special)}
        />
      ))}
      {asOf !== now && <div className={`${css.shade} ${css.clock}`} style={{ left: (now - origin + 0.5) * scale }} />}
      <div className={`${css.shade} ${css.now}`} style={{ left: (asOf - origin + 0.5) * scale }} />
    </div>
  );
});
