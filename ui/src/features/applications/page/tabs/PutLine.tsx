import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useSession } from "../../../../app/session";
import { formatDate, useWord } from "../../../../format";
import type { PutView } from "../../../../ipc";
import { DanishText } from "../../../../parts/DanishText";
import css from "../Section.module.css";

/** A point of a case, with its condition, and what was decided. */
export function PutLine({ put }: { put: PutView }) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const day = put.meetingDate ? formatDate(put.meetingDate, language, "long") : t`no day set`;
  const decided = put.outcome ? word("outcome", put.outcome) : t`not decided`;
  return (
    <li>
      <Link to="/cases/$id" params={{ id: String(put.caseId) }}>
        <DanishText>{put.caseTitle}</DanishText>
      </Link>{" "}
      <span className={css.soft}>
        {put.committee}, {day}
      </span>
      <p>
        {t`Point ${put.label}`}: <DanishText>{put.text}</DanishText>
      </p>
      {put.condition && (
        <p>
          {t`Condition`}: <DanishText>{put.condition}</DanishText>
        </p>
      )}
      <p>
        <strong>{decided}</strong>
        {put.decisionText && (
          <>
            {" "}
            <DanishText>{put.decisionText}</DanishText>
          </>
        )}
      </p>
      {put.remark && (
        <p className={css.soft}>
          <DanishText>{put.remark}</DanishText>
        </p>
      )}
    </li>
  );
}
