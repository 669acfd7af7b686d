import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "../../app/session";
import { formatDate, useWord } from "../../format";
import type { Assessment, FinalChoice, PutView } from "../../ipc";
import { DanishText } from "../DanishText";
import { Mark } from "../Mark";
import css from "./Standing.module.css";
import { moreThan } from "./said";

/** What is said of one of the four values: the word, and under it who and when. */
function Value({ name, word, children }: { name: string; word: ReactNode; children?: ReactNode }) {
  return (
    <div className={css.value}>
      <dt>{name}</dt>
      <dd>
        <span className={css.word}>{word}</span>
        {children}
      </dd>
    </div>
  );
}

/**
 * Assessment, recommendation, decision and final choice: four values side by side, never one. What they say at length stands
 * under them.
 */
export function Values({
  assessment,
  put,
  choice,
}: {
  assessment: Assessment | undefined;
  put: PutView | null;
  choice: FinalChoice | undefined;
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const day = (iso: string) => formatDate(iso, language, "short");
  const open = <span className={css.soft}>{t({ message: "open", context: "not decided" })}</span>;
  const label = put?.label ?? "";
  const more = (parts: readonly (string | null | undefined | false)[]) => (
    <span className={css.more}>{parts.filter(Boolean).join(" · ")}</span>
  );
  const hours = (count: number | null | undefined, about: (hours: number) => string) =>
    typeof count === "number" ? about(count) : null;
  const effort = [
    hours(assessment?.applicationHours, (count) => t`${count} hours to apply`),
    hours(assessment?.reportingHours, (count) => t`${count} hours to report`),
  ].filter(Boolean);
  return (
    <>
      <dl className={css.values}>
        <Value
          name={t`Assessment`}
          word={
            assessment ? (
              word("stance", assessment.stance)
            ) : (
              <span className={css.soft}>{word("pool_status", "not_assessed")}</span>
            )
          }
        >
          {assessment && (
            <>
              {assessment.reason && <span className={css.line}>{word("stance_reason", assessment.reason)}</span>}
              {more([day(assessment.assessedOn), assessment.author])}
            </>
          )}
        </Value>
        <Value
          name={t`Recommendation`}
          word={
            put ? (
              <Link to="/cases/$id" params={{ id: String(put.caseId) }} title={put.caseTitle}>
                {t`Point ${label}`}
              </Link>
            ) : (
              <span className={css.soft}>{t`not recommended`}</span>
            )
          }
        >
          {put && (
            <>
              <span className={css.line}>
                <DanishText>{put.caseTitle}</DanishText>
              </span>
              {more([put.committee, put.meetingDate && day(put.meetingDate)])}
            </>
          )}
        </Value>
        <Value name={t`Decision`} word={put?.outcome ? word("outcome", put.outcome) : open}>
          {put?.outcome && more([put.committee, put.meetingDate && day(put.meetingDate)])}
        </Value>
        <Value name={t`Final choice`} word={choice ? word("choice", choice.choice) : open}>
          {choice && more([day(choice.chosenOn), choice.author])}
        </Value>
      </dl>
      {put && put.condition !== "" && (
        <p className={css.long}>
          {choice ? (
            <span className={css.soft}>
              {t`Condition, answered:`} <DanishText>{put.condition}</DanishText>
            </span>
          ) : (
            <Mark tone="warn" filled>
              {t`On the condition:`} <DanishText>{put.condition}</DanishText>
            </Mark>
          )}
        </p>
      )}
      <Told name={t`The administration's assessment`} text={assessment?.text} />
      {effort.length > 0 && <p className={css.long}>{effort.join(" · ")}</p>}
      <Told
        name={t`Wording of the decision`}
        text={put?.outcome ? moreThan(word("outcome", put.outcome), put.decisionText) : put?.decisionText}
      />
      <Told name={t`The committee's remark`} text={put?.remark} />
      <Told name={t`Reason for the choice`} text={choice?.reason} />
    </>
  );
}

function Told({ name, text }: { name: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <div className={css.told}>
      <span className={css.name}>{name}</span>
      <p>
        <DanishText>{text}</DanishText>
      </p>
    </div>
  );
}
