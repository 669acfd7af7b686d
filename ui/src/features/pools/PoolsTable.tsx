import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useSession } from "../../app/session";
import { formatDate } from "../../format";
import { DanishText } from "../../parts/DanishText";
import { NoFigure, Unseen } from "../../parts/Figure";
import { useAmounts } from "../../parts/pool/amounts";
import { CallStateMark } from "../../parts/pool/CallStateMark";
import { CanApplyMark } from "../../parts/pool/CanApplyMark";
import css from "./Pools.module.css";
import type { Line, Sort, SortKey } from "./shown";

type Props = {
  lines: readonly Line[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  openKey: string | null;
  /** Opens a pool beside the list; `replace` while one walks through them. */
  onShow: (key: string, replace: boolean) => void;
};

/** The pools, a line each. Up, Down, Home and End move; Enter opens; while a pool is open, it follows. */
export function PoolsTable({ lines, sort, onSort, openKey, onShow }: Props) {
  const { t } = useLingui();
  const { heading } = useAmounts();
  const [visited, setVisited] = useState<string | null>(null);
  const has = (key: string | null) => lines.some(({ pool }) => pool.key === key);
  const reachable = has(visited) ? visited : has(openKey) ? openKey : (lines[0]?.pool.key ?? null);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (openKey !== null) body.current?.querySelector("tr[data-open]")?.scrollIntoView({ block: "nearest" });
  }, [openKey]);
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const here = lines.findIndex(({ pool }) => pool.key === reachable);
    const places: Record<string, number> = {
      ArrowDown: Math.min(here + 1, lines.length - 1),
      ArrowUp: Math.max(here - 1, 0),
      Home: 0,
      End: lines.length - 1,
    };
    const place = places[event.key];
    const next = place === undefined ? undefined : lines[place]?.pool.key;
    if (place === undefined || next === undefined) return;
    event.preventDefault();
    event.currentTarget.rows[place]?.querySelector<HTMLElement>("a[data-pool]")?.focus();
    if (openKey !== null) onShow(next, true);
  };
  const columns: { key: SortKey; title: string; className?: string }[] = [
    { key: "number", title: t`No.`, className: css.number },
    { key: "title", title: t`Pool` },
    { key: "canApply", title: t`Municipality can apply`, className: css.answer },
    { key: "deadline", title: t`Deadline`, className: css.day },
    { key: "callState", title: t`Call`, className: css.state },
    { key: "agreed", title: t`Agreement, ${heading}`, className: css.figure },
    { key: "announced", title: t`Announced, ${heading}`, className: `${css.figure} ${css.announced}` },
    { key: "authority", title: t`Authority`, className: css.authority },
  ];
  return (
    <table className={css.table} aria-label={t`Pools`}>
      <thead>
        <tr>
          {columns.map(({ key, title, className }) => {
            const on = sort.key === key;
            return (
              <th
                key={key}
                scope="col"
                className={className}
                aria-sort={on ? (sort.down ? "descending" : "ascending") : undefined}
              >
                <button type="button" onClick={() => onSort({ key, down: on && !sort.down })}>
                  {title}
                  {on && (sort.down ? <ChevronDown size={13} aria-hidden /> : <ChevronUp size={13} aria-hidden />)}
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {lines.map((line) => (
          <PoolLine
            key={line.pool.key}
            line={line}
            open={line.pool.key === openKey}
            reachable={line.pool.key === reachable}
            onFocus={() => setVisited(line.pool.key)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Nothing to show in a column of words: quieter than saying so line after line. */
function NoneHere() {
  const { t } = useLingui();
  return (
    <span className={css.soft}>
      <span aria-hidden>–</span>
      <Unseen>{t`no call known`}</Unseen>
    </span>
  );
}

type LineProps = { line: Line; open: boolean; reachable: boolean; onFocus: () => void };

function PoolLine({ line: { pool, call }, open, reachable, onFocus }: LineProps) {
  const { t } = useLingui();
  const { language } = useSession();
  const { figure } = useAmounts();
  const { initiative, title } = pool;
  const number = initiative?.number;
  const tabIndex = reachable ? 0 : -1;
  const time = call?.deadlineTime ?? null;
  const clock = language === "da" ? time?.replace(":", ".") : time;
  return (
    <tr data-open={open || undefined}>
      <td className={css.number}>
        {number === undefined ? (
          <span className={css.soft}>{t`no initiative number`}</span>
        ) : (
          <Link
            to="/initiatives/$number"
            params={{ number: String(number) }}
            tabIndex={tabIndex}
            className={css.initiative}
            aria-label={t`Initiative ${number}`}
            title={t`Open initiative ${number} in the register`}
          >
            {number}
          </Link>
        )}
      </td>
      <th scope="row">
        <Link
          to="/pools/$key"
          params={{ key: pool.key }}
          tabIndex={tabIndex}
          data-pool
          className={css.open}
          aria-current={open ? "true" : undefined}
          onFocus={onFocus}
        >
          <DanishText>{title.da}</DanishText>
        </Link>
        {language === "en" && title.en && <span className={css.gloss}>{title.en}</span>}
      </th>
      <td className={css.answer}>
        <CanApplyMark canApply={pool.canApply} />
      </td>
      <td className={css.day}>
        {call?.deadline ? (
          <>
            {formatDate(call.deadline, language, "short")}
            <span className={css.gloss}>{time === null ? t`time not stated` : t`at ${clock}`}</span>
          </>
        ) : (
          <NoneHere />
        )}
      </td>
      <td className={css.state}>
        {pool.callState === "none" ? <NoneHere /> : <CallStateMark state={pool.callState} />}
      </td>
      <td className={css.figure}>{pool.amount ? figure(pool.amount) : <NoFigure />}</td>
      <td className={`${css.figure} ${css.announced}`}>{call?.amount ? figure(call.amount) : <NoFigure />}</td>
      <td className={css.authority}>
        <DanishText>{pool.authority}</DanishText>
      </td>
    </tr>
  );
}
