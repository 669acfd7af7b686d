import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useSession } from "../../app/session";
import type { Column, Copied, Wide } from "../../grid/types";
import type { Unit } from "../../ipc";
import { formatAmount, oere, sheetAmount } from "../../money";
import { DanishText } from "../../parts/DanishText";
import { NoFigure } from "../../parts/Figure";
import { Mark } from "../../parts/Mark";
import css from "./initiatives.module.css";
import { precisionOf } from "./layout";
import type { Shown, State } from "./store";
import { groupOf, isGroup, type Proof, proofOf, sumAt } from "./view";

/** Whether sums are the agreement's: with a check mark and a word, or what keeps them from it. */
function ProofMark({ proof, shown, total }: { proof: Proof; shown: number; total: number }) {
  const { t } = useLingui();
  if (proof === "part") return <span className={css.part}>{t`shown: ${shown} of ${total}`}</span>;
  if (proof === "converted") return <span className={css.part}>{t`converted`}</span>;
  if (proof === "differs") return <Mark tone="warn">{t`differs from the agreement`}</Mark>;
  const matches = t`matches the agreement`;
  return (
    <span className={css.matches} title={matches}>
      <Mark tone="ok">{matches}</Mark>
    </span>
  );
}

/** A group's heading takes the columns before the figures; where those scroll sideways, only the pinned ones. */
function headingSpan(columns: readonly Column[], periods: ReadonlyMap<string, number>, room: number): number {
  const scrolls = columns.reduce((sum, column) => sum + column.width, 0) > room;
  const pinned = columns.filter((column) => column.pinned).length;
  if (scrolls && pinned > 1) return pinned;
  const figures = columns.findIndex((column) => periods.has(column.key));
  return Math.max(1, figures < 0 ? columns.length : figures);
}

type Lines = {
  /** Null for an initiative. */
  wideOf: (item: number) => Wide | null;
  foot: Wide;
  copiedLine: (item: number, column: Column) => Copied;
};

/** Groups with their sums, and the foot; made anew when what is shown changes, unlike the rows. */
export function useLines(
  shown: Shown,
  folded: State["folded"],
  columns: readonly Column[],
  unit: Unit,
  room: number,
): Lines {
  const { t } = useLingui();
  const { language } = useSession();
  return useMemo(() => {
    const { rows, sums, hits } = shown;
    const { register, groups } = rows;
    const precision = precisionOf(rows);
    const places = new Map(register.periods.map((period, at) => [period.key, at]));
    const span = headingSpan(columns, places, room);
    const sum = (line: number, column: Column) => {
      const period = places.get(column.key);
      return period === undefined ? undefined : sumAt(rows, sums, line, period);
    };
    const cells = (line: number) => (column: Column) => {
      const amount = sum(line, column);
      if (amount === undefined) return null;
      return amount === null ? <NoFigure /> : formatAmount(amount, unit, language, precision);
    };
    const named = new Map([
      ...register.areas.map((area) => [`area ${area.id}`, area.name] as const),
      ...register.themes.map((theme) => [`theme ${theme.id}`, theme.title] as const),
    ]);
    const wideOf = (item: number): Wide | null => {
      if (!isGroup(item)) return null;
      const place = groupOf(item);
      const group = groups[place];
      if (!group) return null;
      const name = named.get(`${group.kind} ${group.id}`);
      const count = sums.shown[place] ?? 0;
      return {
        span,
        depth: group.kind === "area" ? 0 : 1,
        expanded: !folded.has(place),
        heading: (
          <span className={css.group}>
            <span>{(language === "en" && name?.en) || <DanishText>{name?.da ?? ""}</DanishText>}</span>
            <ProofMark
              proof={proofOf(rows, sums, place, group.total, group.stated)}
              shown={count}
              total={group.total}
            />
          </span>
        ),
        cell: cells(place),
      };
    };
    const all = groups.length;
    const stated =
      register.stated.length > 0 ? register.stated.map((text) => (text === null ? null : oere(text))) : null;
    const count = hits.length;
    const proof = proofOf(rows, sums, all, rows.count, stated);
    const foot: Wide = {
      span,
      depth: 0,
      heading: (
        <span className={css.group}>
          <span>{t`Total, shown`}</span>
          <span className={css.part}>{plural(count, { one: "# initiative", other: "# initiatives" })}</span>
          {proof !== "part" && <ProofMark proof={proof} shown={count} total={rows.count} />}
        </span>
      ),
      cell: cells(all),
    };
    const copiedLine = (item: number, column: Column): Copied => {
      const place = groupOf(item);
      const group = groups[place];
      const amount = sum(place, column);
      if (amount !== undefined) return { text: sheetAmount(amount, unit, precision), figure: true };
      return { text: column.key === "title" && group ? (named.get(`${group.kind} ${group.id}`)?.da ?? "") : "" };
    };
    return { wideOf, foot, copiedLine };
  }, [shown, folded, columns, unit, room, language, t]);
}
