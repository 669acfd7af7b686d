import { memo } from "react";
import { useSession } from "../../../app/session";
import { formatClock, useWord } from "../../../format";
import type { DeadlineItem } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { useDayName } from "../../../parts/days/looks";
import { isSettled, lookOf } from "./look";
import css from "./month.module.css";

/** One day to keep in one line: what it is and whose, a meeting told apart from what is due. The pointer takes it; the keys go by the day. */
export const ItemLine = memo(function ItemLine({
  item,
  chosen,
  movable,
}: {
  item: DeadlineItem;
  chosen: boolean;
  movable: boolean;
}) {
  const name = useDayName();
  const word = useWord();
  const { language } = useSession();
  const { tone, Icon, flag } = lookOf(item);
  const said = name(item);
  const clock = item.time && formatClock(item.time, language);
  const whole = [flag && word("flag", flag), said, clock, item.title, item.detail].filter(Boolean).join(" · ");
  return (
    <button
      type="button"
      tabIndex={-1}
      className={css.item}
      title={whole}
      data-key={item.key}
      data-tone={tone}
      data-meeting={item.kind === "meeting" || undefined}
      data-settled={isSettled(item) || undefined}
      data-chosen={chosen || undefined}
      data-movable={(movable && item.canMove) || undefined}
    >
      <Icon size={13} role="img" aria-label={flag ? word("flag", flag) : undefined} aria-hidden={!flag} />
      <span>
        {said}{" "}
        <span className={css.whose}>
          <DanishText>{item.title}</DanishText>
        </span>
      </span>
    </button>
  );
});
