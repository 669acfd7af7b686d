import { useSession } from "../../../app/session";
import { formatDate, formatWeekday } from "../../../format";
import { type Day, isoOf } from "../../../parts/calendar/days";
import type { Drag } from "../../../parts/useDrag";
import css from "./month.module.css";

/** What is dragged, beside the pointer, with the day it is over. */
export function Ghost({ drag, text }: { drag: Drag<string, Day>; text: string }) {
  const { language } = useSession();
  const iso = drag.over === null ? null : isoOf(drag.over);
  return (
    <div className={css.ghost} style={{ transform: `translate(${drag.x + 8}px, ${drag.y + 8}px)` }} aria-hidden>
      <span>{text}</span>
      {iso && <b>{`→ ${formatWeekday(iso, language, "short")} ${formatDate(iso, language, "short")}`}</b>}
    </div>
  );
}
