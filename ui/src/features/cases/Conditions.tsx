import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import CircleCheck from "lucide-react/icons/circle-check";
import CircleHelp from "lucide-react/icons/circle-help";
import { useWord } from "../../format";
import type { CaseView, SubjectView } from "../../ipc";
import { DanishText } from "../../parts/DanishText";
import { Mark } from "../../parts/Mark";
import css from "./Case.module.css";
import { Part } from "./Part";
import { conditionsOf } from "./points";
import { useSubjects } from "./useCase";

/** The conditions the case sets, and for each pool whether it is answered. They stay until they are. */
export function Conditions({ view }: { view: CaseView }) {
  const { t } = useLingui();
  const conditions = conditionsOf(view);
  if (conditions.length === 0) return null;
  return (
    <Part title={t`Conditions`}>
      {conditions.map(({ point, about }) => (
        <div key={point.point.id} className={css.block}>
          <p>
            <span className={css.label}>{point.label}</span> <DanishText>{point.point.condition}</DanishText>
          </p>
          {about.length === 0 ? (
            <p className={css.soft}>{t`Tied to no pool, so nothing can answer it.`}</p>
          ) : (
            <ul className={css.answers}>
              {about.map((subject) => (
                <Answer key={subject.subject.id} subject={subject} />
              ))}
            </ul>
          )}
        </div>
      ))}
    </Part>
  );
}

function Answer({ subject }: { subject: SubjectView }) {
  const { t } = useLingui();
  const word = useWord();
  const { pools, applications } = useSubjects();
  const { poolId, applicationId } = subject.subject;
  const standing = pools?.standings.find((one) => one.poolId === poolId);
  const application = applications.find(({ id }) => id === applicationId);
  const open = poolId !== null ? standing?.choice === null : application?.conditionOpen === true;
  const known = standing !== undefined || application !== undefined;
  const answer = standing?.choice ? word("choice", standing.choice) : t`answered`;
  const name = (
    <DanishText>{subject.initiative === null ? subject.title : `${subject.initiative} ${subject.title}`}</DanishText>
  );
  return (
    <li>
      {subject.poolKey !== null ? (
        <Link to="/pools/$key" params={{ key: subject.poolKey }}>
          {name}
        </Link>
      ) : applicationId !== null ? (
        <Link to="/applications/$id" params={{ id: String(applicationId) }}>
          {name}
        </Link>
      ) : (
        name
      )}
      {known &&
        (open ? (
          <Mark tone="warn" icon={<CircleHelp size={14} aria-hidden />}>
            {t`not answered`}
          </Mark>
        ) : (
          <Mark tone="ok" icon={<CircleCheck size={14} aria-hidden />}>
            {answer}
          </Mark>
        ))}
    </li>
  );
}
