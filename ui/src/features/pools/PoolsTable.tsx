import { useLingui } from "@lingui/react/macro";
import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useAmounts } from "../../parts/pool/amounts";
import { PoolLine } from "./PoolLine";
import css from "./Pools.module.css";
import { type Line, type Sort, type SortKey, underItsOwn } from "./shown";

type Props = {
  lines: readonly Line[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  openKey: string | null;
  /** Opens a pool beside the list; `replace` while one walks through them. */
  onShow: (key: string, replace: boolean) => void;
  selected: ReadonlySet<number>;
  onSelect: (selected: ReadonlySet<number>) => void;
  /** Whether where we stand is known: a municipality is chosen. */
  ours: boolean;
};

/** The pools, a line each. Up, Down, Home and End move; Enter opens; Space selects; while a pool is open, it follows. */
export function PoolsTable({ lines, sort, onSort, openKey, onShow, selected, onSelect, ours }: Props) {
  const { t } = useLingui();
  const { heading } = useAmounts();
  const [visited, setVisited] = useState<string | null>(null);
  const has = (key: string | null) => lines.some(({ pool }) => pool.key === key);
  const reachable = has(visited) ? visited : has(openKey) ? openKey : (lines[0]?.pool.key ?? null);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (openKey !== null) body.current?.querySelector("tr[data-open]")?.scrollIntoView({ block: "nearest" });
  }, [openKey]);

  const toggle = (id: number, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    onSelect(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const here = lines.findIndex(({ pool }) => pool.key === reachable);
    const onTitle = event.target instanceof HTMLElement && event.target.matches("a[data-pool]");
    const pool = lines[here]?.pool;
    if (event.key === " " && onTitle && pool) {
      event.preventDefault();
      toggle(pool.id, !selected.has(pool.id));
      return;
    }
    const places: Record<string, number> = {
      ArrowDown: Math.min(here + 1, lines.length - 1),
      ArrowUp: Math.max(here - 1, 0),
      Home: 0,
      End: lines.length - 1,
    };
    const place = places[event.key];
    const next = place === undefined ? undefined : lines[place]?.pool;
    if (place === undefined || next === undefined) return;
    // With Shift the selection grows by what is passed.
    if (event.shiftKey && pool) onSelect(new Set([...selected, pool.id, next.id]));
    event.preventDefault();
    event.currentTarget.rows[place]?.querySelector<HTMLElement>("a[data-pool]")?.focus();
    if (openKey !== null && !event.shiftKey) onShow(next.key, true);
  };
  const every: { key: SortKey; title: string; className?: string; ours?: boolean }[] = [
    { key: "number", title: t`No.`, className: css.number },
    { key: "title", title: t`Pool` },
    { key: "status", title: t`Status with us`, className: css.status, ours: true },
    { key: "canApply", title: t`Municipality can apply`, className: css.answer },
    { key: "deadline", title: t`Deadline`, className: css.day },
    { key: "meeting", title: t`Last possible committee meeting`, className: css.meeting, ours: true },
    { key: "applications", title: t`Our applications`, className: css.ours, ours: true },
    { key: "callState", title: t`Call`, className: css.state },
    { key: "agreed", title: t`Agreement, ${heading}`, className: css.figure },
    { key: "announced", title: t`Announced, ${heading}`, className: `${css.figure} ${css.announced}` },
    { key: "authority", title: t`Authority`, className: css.authority },
  ];
  // Where no call is ahead there is no meeting to name, and the titles need the room.
  const meetings = ours && lines.some(({ standing }) => (standing?.plans.length ?? 0) > 0);
  const columns = every.filter(({ key, ours: own }) => (ours || !own) && (meetings || key !== "meeting"));
  const all = lines.every(({ pool }) => selected.has(pool.id));
  return (
    <table className={css.table} aria-label={t`Pools`} data-meetings={meetings || undefined}>
      <thead>
        <tr>
          {ours && (
            <th scope="col" className={css.select}>
              <input
                type="checkbox"
                aria-label={t`Select all that are shown`}
                checked={all}
                ref={(box) => {
                  if (box) box.indeterminate = !all && lines.some(({ pool }) => selected.has(pool.id));
                }}
                onChange={() => onSelect(new Set(all ? [] : lines.map(({ pool }) => pool.id)))}
              />
            </th>
          )}
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
        {lines.map((line, at) => (
          <PoolLine
            key={line.pool.key}
            line={line}
            under={underItsOwn(lines, at)}
            open={line.pool.key === openKey}
            reachable={line.pool.key === reachable}
            onFocus={() => setVisited(line.pool.key)}
            meetings={meetings}
            selected={ours ? selected.has(line.pool.id) : null}
            onOpen={() => onShow(line.pool.key, openKey !== null)}
            onSelect={(on) => toggle(line.pool.id, on)}
          />
        ))}
      </tbody>
    </table>
  );
}
