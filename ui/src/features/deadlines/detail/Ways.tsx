import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { DeadlineItem } from "../../../ipc";
import css from "./Detail.module.css";

/** Kinds that stand on an application's plan. */
const planned: ReadonlySet<string> = new Set(["call", "step", "paper", "meeting"]);

/** From a day to what it is about. */
export function Ways({ item }: { item: DeadlineItem }) {
  const { t } = useLingui();
  const { applicationId, poolKey, caseId, kind } = item;
  if (applicationId === null && poolKey === null && caseId === null) return null;
  const id = String(applicationId);
  return (
    <nav className={css.ways} aria-label={t`What the deadline is about`}>
      {applicationId !== null && (
        <Link to="/applications/$id" params={{ id }}>
          {t`Open application`}
        </Link>
      )}
      {applicationId !== null && planned.has(kind) && (
        <Link to="/applications/$id" params={{ id }} search={{ tab: "plan" }}>
          {t`See the plan`}
        </Link>
      )}
      {caseId !== null && (
        <Link to="/cases/$id" params={{ id: String(caseId) }}>
          {t`Open case`}
        </Link>
      )}
      {poolKey !== null && (
        <Link to="/pools/$key" params={{ key: poolKey }}>
          {t`Open pool`}
        </Link>
      )}
    </nav>
  );
}
