import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useSession } from "../../app/session";
import { formatDate, useWord } from "../../format";
import type { Assessment, FinalChoice, PutView } from "../../ipc";
import { DanishText } from "../DanishText";
import css from "./Standing.module.css";

type Props = {
  assessments: readonly Assessment[];
  choices: readonly FinalChoice[];
  puts: readonly PutView[];
  /** The point that stands above already. */
  shown: PutView | null;
};

/** Everything thought, asked and chosen before, folded away. */
export function Earlier({ assessments, choices, puts, shown }: Props) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const day = (iso: string) => formatDate(iso, language, "short");
  const others = puts.filter(({ pointId }) => pointId !== shown?.pointId);
  const count = assessments.length + choices.length + others.length;
  if (count === 0) return null;
  return (
    <details className={css.earlier}>
      <summary>
        <ChevronRight size={14} aria-hidden />
        {t`Earlier versions (${count})`}
      </summary>
      <ul>
        {assessments.map((one) => (
          <li key={`assessment ${one.id}`}>
            <span className={css.name}>
              {[t`Assessment`, day(one.assessedOn), one.author].filter(Boolean).join(" · ")}
            </span>
            <span className={css.word}>
              {[word("stance", one.stance), one.reason && word("stance_reason", one.reason)].filter(Boolean).join(": ")}
            </span>
            {one.text && (
              <p>
                <DanishText>{one.text}</DanishText>
              </p>
            )}
          </li>
        ))}
        {others.map((one) => (
          <li key={`point ${one.pointId} ${one.meetingDate}`}>
            <span className={css.name}>
              {[t`Recommendation`, one.committee, one.meetingDate && day(one.meetingDate)].filter(Boolean).join(" · ")}
            </span>
            <Link to="/cases/$id" params={{ id: String(one.caseId) }}>
              <DanishText>{one.caseTitle}</DanishText>
            </Link>
            {one.outcome && <span className={css.word}>{word("outcome", one.outcome)}</span>}
          </li>
        ))}
        {choices.map((one) => (
          <li key={`choice ${one.id}`}>
            <span className={css.name}>
              {[t`Final choice`, day(one.chosenOn), one.author].filter(Boolean).join(" · ")}
            </span>
            <span className={css.word}>{word("choice", one.choice)}</span>
            {one.reason && (
              <p>
                <DanishText>{one.reason}</DanishText>
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
