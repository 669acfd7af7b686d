import Users from "lucide-react/icons/users";
import { memo } from "react";
import { DanishText } from "../../../parts/DanishText";
import { grouped, type Meetings } from "./meetings";
import css from "./month.module.css";
import { useMeetingWords } from "./useMeetingWords";

/** The committees' meetings of a day in one line, told apart from what is due. It opens the day's list. */
export const MeetingLine = memo(function MeetingLine({ meetings, past }: { meetings: Meetings; past: boolean }) {
  const { sorts, names, facts } = useMeetingWords();
  const whole = meetings.map((one) => [names([one]), ...facts(one)].join(", ")).join(" · ");
  return (
    <button
      type="button"
      tabIndex={-1}
      className={css.meeting}
      title={whole}
      data-more
      data-meetings
      data-past={past || undefined}
    >
      <Users size={13} aria-hidden />
      <span>
        {grouped(meetings).map(({ sort, committees }, at) => (
          <span key={sort} data-sort={sort}>
            {at > 0 && " · "}
            {sorts[sort]}{" "}
            <b>
              <DanishText>{committees}</DanishText>
            </b>
          </span>
        ))}
      </span>
    </button>
  );
});
