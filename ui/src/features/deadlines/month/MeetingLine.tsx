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
      {grouped(meetings).map(({ sort, committees }) => (
        <span key={sort} className={css.group} data-sort={sort}>
          <span>{sorts[sort]}</span>
          <b>
            <DanishText>{committees}</DanishText>
          </b>
        </span>
      ))}
    </button>
  );
});
