import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import CircleHelp from "lucide-react/icons/circle-help";
import Lock from "lucide-react/icons/lock";
import MessageSquareReply from "lucide-react/icons/message-square-reply";
import PencilLine from "lucide-react/icons/pencil-line";
import Stamp from "lucide-react/icons/stamp";
import { Fragment, type KeyboardEvent, useState } from "react";
import { useSession } from "../../app/session";
import { formatDate, useWord } from "../../format";
import type { CaseRow } from "../../ipc";
import { DanishText } from "../../parts/DanishText";
import { Unseen } from "../../parts/Figure";
import { Mark } from "../../parts/Mark";
import css from "./Cases.module.css";
import { OutcomeMark } from "./OutcomeMark";
import type { Meeting } from "./shown";

/** The cases under their meetings. Up, Down, Home and End move; Enter opens. */
export function CasesTable({ meetings }: { meetings: readonly Meeting[] }) {
  const { t } = useLingui();
  const { language } = useSession();
  const ids = meetings.flatMap(({ cases }) => cases.map(({ id }) => id));
  const [visited, setVisited] = useState<number | null>(null);
  const reachable = visited !== null && ids.includes(visited) ? visited : ids[0];
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const here = ids.indexOf(reachable ?? 0);
    const places: Record<string, number> = {
      ArrowDown: Math.min(here + 1, ids.length - 1),
      ArrowUp: Math.max(here - 1, 0),
      Home: 0,
      End: ids.length - 1,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    const link = event.currentTarget.querySelector<HTMLElement>(`a[data-case="${ids[place]}"]`);
    link?.focus();
    link?.scrollIntoView({ block: "nearest" });
  };
  return (
    <table className={css.table} aria-label={t`Committee cases`} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col" className={css.item}>{t`Item`}</th>
          <th scope="col">{t`Case`}</th>
          <th scope="col" className={css.kind}>{t`Kind`}</th>
          <th scope="col" className={css.committees}>{t`Committees`}</th>
          <th scope="col" className={css.outcome}>{t`Outcome`}</th>
          <th scope="col" className={css.open}>{t`Outstanding`}</th>
        </tr>
      </thead>
      {meetings.map(({ key, date, committee, cases }) => (
        <tbody key={key}>
          <tr className={css.meeting}>
            <th scope="rowgroup" colSpan={6}>
              {date ? formatDate(date, language, "long") : t`No meeting yet`}
              {committee && <span className={css.soft}> · {committee}</span>}
            </th>
          </tr>
          {cases.map((row) => (
            <CaseLine key={row.id} row={row} reachable={row.id === reachable} onFocus={() => setVisited(row.id)} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function CaseLine({ row, reachable, onFocus }: { row: CaseRow; reachable: boolean; onFocus: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const navigate = useNavigate();
  const { followUpsOpen, conditionsOpen, handedIn, figuresChanged } = row;
  return (
    // The link inside takes the keys; a press beside it is as good.
    <tr
      className={css.case}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest("a")) return;
        void navigate({ to: "/cases/$id", params: { id: String(row.id) } });
      }}
    >
      <td className={css.item}>{row.itemNumber}</td>
      <th scope="row">
        <Link
          to="/cases/$id"
          params={{ id: String(row.id) }}
          tabIndex={reachable ? 0 : -1}
          data-case={row.id}
          className={css.link}
          onFocus={onFocus}
        >
          <DanishText>{row.title}</DanishText>
        </Link>
        {(row.caseNumber || row.closed) && (
          <span className={css.gloss}>
            {row.caseNumber}
            {row.closed && (
              <Mark tone="soft" icon={<Lock size={12} aria-hidden />}>
                {t`Closed item`}
              </Mark>
            )}
          </span>
        )}
      </th>
      <td className={css.kind}>{word("case_kind", row.kind)}</td>
      <td className={css.committees}>{row.committees.join(", ")}</td>
      <td className={css.outcome}>
        {row.outcome ? (
          <OutcomeMark outcome={row.outcome} />
        ) : handedIn ? (
          <Mark tone="soft" icon={<Stamp size={14} aria-hidden />}>
            {t`handed in`}
          </Mark>
        ) : (
          <span className={css.soft}>{t`not decided`}</span>
        )}
      </td>
      <td className={css.open}>
        {figuresChanged > 0 && (
          <Fragment>
            <Mark tone="warn" icon={<PencilLine size={14} aria-hidden />}>
              {plural(figuresChanged, { one: "# figure changed", other: "# figures changed" })}
            </Mark>
            <Unseen>, </Unseen>
          </Fragment>
        )}
        {conditionsOpen > 0 && (
          <Fragment>
            <Mark tone="warn" icon={<CircleHelp size={14} aria-hidden />}>
              {conditionsOpen === 1 ? t`1 condition` : t`${conditionsOpen} conditions`}
            </Mark>
            <Unseen>, </Unseen>
          </Fragment>
        )}
        {followUpsOpen > 0 && (
          <Mark tone="warn" icon={<MessageSquareReply size={14} aria-hidden />}>
            {followUpsOpen === 1 ? t`1 follow-up` : t`${followUpsOpen} follow-ups`}
          </Mark>
        )}
      </td>
    </tr>
  );
}
