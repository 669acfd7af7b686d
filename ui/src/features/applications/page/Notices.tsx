import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useRef, useState } from "react";
import { useSession } from "../../../app/session";
import { formatDays, useWord } from "../../../format";
import type { Attention, AttentionKind, DeadlineKind } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { DanishText, LocalText } from "../../../parts/DanishText";
import { isCountable } from "../../../parts/days/DaysLeft";
import { useDayName } from "../../../parts/days/looks";
import { Loading } from "../../../parts/Loading";
import { Mark } from "../../../parts/Mark";
import css from "./Page.module.css";
import type { TabProps } from "./part";
import { useShown } from "./shown";

const ChoiceForm = lazy(() => import("../../../parts/standing/ChoiceForm"));

/** The tab where something is put right; what is put right by a step has none. */
const places: Partial<Record<AttentionKind, string>> = {
  committee_not_chosen: "plan",
  approval_missing: "politics",
  appropriation_missing: "politics",
  approval_not_settled: "politics",
  appropriation_not_settled: "politics",
  conditional_grant: "conditions",
  document_missing: "documents",
  sources_differ: "sources",
};

/** The tab where a day is kept; those of the application itself have none. */
const dayPlaces: Partial<Record<DeadlineKind, string>> = {
  condition: "conditions",
  milestone: "work",
  retention: "documents",
  step: "plan",
  paper: "plan",
  meeting: "plan",
  task: "work",
};

/** The gravest; they must not push the page's own content out of sight. */
const shownAtFirst = 4;

/** What stands in the way: the mandate's condition until it is answered, spending without permission, and all else that needs action. */
export function Notices({ view, editable }: TabProps) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const { stage, appropriation } = view.row;
  const spending = ["running", "reporting"].includes(stage) && ["open", "not_settled"].includes(appropriation);
  const rest = view.attention.filter(
    ({ kind }) =>
      !(kind === "mandate_condition" && view.mandateCondition) &&
      !(["appropriation_missing", "appropriation_not_settled"].includes(kind) && spending),
  );
  const shown = all ? rest : rest.slice(0, shownAtFirst);
  const more = rest.length - shown.length;
  if (!spending && !view.mandateCondition && rest.length === 0) return null;
  return (
    <section className={css.notices} aria-label={t`Needs action`}>
      {view.mandateCondition && <Mandate view={view} editable={editable} />}
      {spending && (
        // Where nobody has said which permission it takes, nothing is known to be missing.
        <Mark tone={appropriation === "open" ? "bad" : "warn"} filled>
          {appropriation === "open"
            ? t`The project runs without an appropriation. A grant is not permission to spend.`
            : t`The project runs, and its appropriation is not settled. A grant is not permission to spend.`}{" "}
          <Link to="." search={{ tab: "politics" }}>{t`See the appropriation`}</Link>
        </Mark>
      )}
      {rest.length > 0 && (
        <ul className={css.attention}>
          {shown.map((one) => (
            <li key={one.day?.key ?? `${one.kind} ${one.detail} ${one.on}`}>
              <Needed one={one} />
            </li>
          ))}
          {rest.length > shown.length && (
            <li>
              <Button tone="quiet" onClick={() => setAll(true)}>
                {t`Show ${more} more`}
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function Needed({ one }: { one: Attention }) {
  const word = useWord();
  const nameOf = useDayName();
  const { day } = useShown();
  const { language } = useSession();
  const count = one.kind === "sources_differ" ? Number(one.detail) : 0;
  const detail = count > 0 ? plural(count, { one: "# difference", other: "# differences" }) : one.detail;
  const near = one.days !== null && isCountable(one.days) && formatDays(one.days, language);
  const when = [day(one.on), near].filter(Boolean).join(", ");
  const [flag] = one.day?.flags ?? [];
  const tab = one.day ? dayPlaces[one.day.kind] : places[one.kind];
  const what = one.day ? nameOf(one.day) : word("attention", one.kind);
  return (
    <Mark tone={one.urgent ? "bad" : "warn"}>
      {tab ? (
        <Link to="." search={{ tab }}>
          {what}
        </Link>
      ) : (
        what
      )}
      {(detail || when) && (
        <span className={css.soft}>
          {" "}
          <DanishText>{detail}</DanishText>
          {detail && when ? " · " : ""}
          {when}
        </span>
      )}
      {flag && flag.flag !== "near" && (
        <>
          {" · "}
          <LocalText text={flag.reason} />
        </>
      )}
    </Mark>
  );
}

function Mandate({ view, editable }: TabProps) {
  const { t } = useLingui();
  const { day } = useShown();
  const [answering, setAnswering] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { mandateCondition: put, standing } = view;
  if (!put) return null;
  if (answering && editable && standing)
    return (
      <div className={css.answer}>
        <Suspense fallback={<Loading />}>
          <ChoiceForm
            poolId={standing.poolId}
            open={put}
            onEnd={() => {
              setAnswering(false);
              requestAnimationFrame(() => button.current?.focus());
            }}
          />
        </Suspense>
      </div>
    );
  const place = [put.committee, put.meetingDate && day(put.meetingDate)].filter(Boolean).join(" ");
  return (
    <div className={css.mandate}>
      <Mark tone="warn" filled>
        {t`The mandate has a condition that is not answered:`} <DanishText>{put.condition}</DanishText>{" "}
        <Link to="/cases/$id" params={{ id: String(put.caseId) }}>
          <DanishText>{place || put.caseTitle}</DanishText>
        </Link>
      </Mark>
      {editable && standing && (
        <Button ref={button} onClick={() => setAnswering(true)}>{t`Answer the condition`}</Button>
      )}
    </div>
  );
}
