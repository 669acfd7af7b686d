import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import { formatDate, formatPartialDate } from "../../format";
import type { CallView, PoolView } from "../../ipc";
import { LocalText } from "../DanishText";
import { useAmounts } from "./amounts";
import { CanApplyMark } from "./CanApplyMark";
import { useDeadline } from "./Deadline";
import { Facts } from "./Facts";
import css from "./Pool.module.css";
import { Sources } from "./Sources";

/** The project period: two days where both are known, else what the call says of it. */
function useProjectPeriod(): (call: CallView) => string | null {
  const { t } = useLingui();
  const { language } = useSession();
  return ({ projectFrom, projectTo }) => {
    const from = projectFrom && formatDate(projectFrom, language, "long");
    const to = projectTo && formatDate(projectTo, language, "long");
    if (from && to) return t`${from} to ${to}`;
    if (from) return t`from ${from}`;
    return to ? t`until ${to}` : null;
  };
}

/** One published round of a pool. What the pool already says of applicants is not said again. */
export function CallBlock({ call, pool }: { call: CallView; pool: PoolView }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { sum } = useAmounts();
  const deadline = useDeadline();
  const period = useProjectPeriod();
  const moved = call.earlierDeadlines.map((earlier) => ({
    key: `${earlier.deadline} ${earlier.deadlineTime}`,
    text: deadline(earlier.deadline, earlier.deadlineTime),
    note: earlier.note,
  }));
  const hasText = call.projectText.da !== "" || call.projectText.en !== "";
  return (
    <div className={css.call}>
      <Facts
        facts={[
          call.title === pool.title.da ? null : { label: t`Call`, value: <span lang="da">{call.title}</span> },
          {
            label: t`Deadline`,
            value: call.deadline ? (
              <strong>{deadline(call.deadline, call.deadlineTime)}</strong>
            ) : (
              <span className={css.soft}>{t`not stated`}</span>
            ),
          },
          moved.length > 0
            ? {
                label: t`Moved from`,
                value: (
                  <ul>
                    {moved.map(({ key, text, note }) => (
                      <li key={key}>
                        {text}
                        {note.da && (
                          <span className={css.aside}>
                            <LocalText text={note} />
                          </span>
                        )}
                      </li>
                    ))}
                  </ul>
                ),
              }
            : null,
          { label: t`Announced`, value: call.amount && sum(call.amount) },
          { label: t`Published`, value: call.published && formatDate(call.published, language, "long") },
          { label: t`Opens on`, value: call.opensOn && formatDate(call.opensOn, language, "long") },
          {
            label: t`Questions until`,
            value: call.questionsUntil && formatDate(call.questionsUntil, language, "long"),
          },
          {
            label: t`Answer expected`,
            value: call.answerExpected && formatPartialDate(call.answerExpected, language, "long"),
          },
          { label: t`Project period`, value: hasText ? <LocalText text={call.projectText} /> : period(call) },
          // With one call the pool's own line already has what it says of applicants.
          pool.calls.length > 1 || pool.applicants.da === ""
            ? { label: t`Applicants`, value: call.applicants.da && <LocalText text={call.applicants} /> }
            : null,
          call.canApply === pool.canApply
            ? null
            : { label: t`Municipality can apply`, value: <CanApplyMark canApply={call.canApply} /> },
          { label: t`Outcome`, value: call.outcome.da && <LocalText text={call.outcome} /> },
          call.sources.length > 0 ? { label: t`Published at`, value: <Sources addresses={call.sources} /> } : null,
        ]}
      />
    </div>
  );
}
