import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "../../../app/session";
import { formatDays } from "../../../format";
import type { ApplicationView } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { AppropriationMark, ApprovalMark, StageMark } from "../../../parts/marks";
import css from "./Page.module.css";
import { useShown } from "./shown";

/** What one asks of an application first, in a line. */
export function Summary({ view, poolKey }: { view: ApplicationView; poolKey: string | undefined }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { sum, day, partial } = useShown();
  const { row } = view;
  const since = partial(row.stageSince);
  const ours = (own: string | null, all: string | null) => {
    const part = own !== null && own !== all ? sum(own) : "";
    return part && t`our part ${part}`;
  };
  // One that was missed is still the deadline.
  const missed = row.deadline === null && row.next?.kind === "call" ? row.next : null;
  const due = row.deadline ?? missed?.on ?? null;
  const left = row.daysLeft ?? missed?.days ?? null;
  const days = left === null ? "" : formatDays(left, language);
  const pool = row.pool && (row.initiative ? `${row.initiative} · ${row.pool}` : row.pool);
  const facts: { label: string; value: ReactNode; more?: ReactNode }[] = [
    { label: t`Stage`, value: <StageMark stage={row.stage} />, more: since && t`since ${since}` },
    { label: t`Political approval`, value: <ApprovalMark state={row.approval} /> },
    { label: t`Appropriation`, value: <AppropriationMark state={row.appropriation} /> },
    { label: t`Applied for`, value: sum(row.requested), more: ours(row.ourRequested, row.requested) },
    { label: t`Granted`, value: sum(row.awarded), more: ours(row.ourAwarded, row.awarded) },
    { label: t`Deadline`, value: day(due), more: days },
    { label: t`Owner`, value: row.owner && <DanishText>{row.owner}</DanishText> },
    {
      label: t`Funder`,
      value: row.funder && <DanishText>{row.funder}</DanishText>,
      more:
        pool &&
        (poolKey ? (
          <Link to="/pools/$key" params={{ key: poolKey }}>
            <DanishText>{pool}</DanishText>
          </Link>
        ) : (
          <DanishText>{pool}</DanishText>
        )),
    },
  ];
  return (
    <dl className={css.summary}>
      {facts.map(({ label, value, more }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value || <span className={css.soft}>{t`not stated`}</span>}
            {more && <span className={css.more}>{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
