import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import Users from "lucide-react/icons/users";
import { useSession } from "../../../app/session";
import { formatDate } from "../../../format";
import type { MeetingDay } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import own from "./entries.module.css";
import { meetingKey, sortOf } from "./meetings";
import css from "./month.module.css";
import { useMeetingWords } from "./useMeetingWords";

/** A committee's meeting in the list of a day, with the way to the cases planned for it. */
export function MeetingEntry({ meeting, dated }: { meeting: MeetingDay; dated: boolean | undefined }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { sorts, facts } = useMeetingWords();
  const said = [...(dated ? [formatDate(meeting.on, language, "long")] : []), ...facts(meeting)];
  return (
    <li className={own.entry} data-meetings>
      <p className={own.held}>
        <Users size={15} className={own.icon} aria-hidden />
        <span>
          <b>
            {sorts[sortOf(meeting)]} <DanishText>{meeting.committee}</DanishText>
          </b>
          {said.map((fact) => (
            <span key={fact} className={css.soft}>
              {" · "}
              {fact}
            </span>
          ))}
        </span>
      </p>
      <Link to="/cases/coming" className={own.coming} data-entry={meetingKey(meeting)}>
        {t`Coming cases`}
      </Link>
    </li>
  );
}
