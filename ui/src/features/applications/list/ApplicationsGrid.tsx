import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import {
  lazy,
  type ReactNode,
  type Ref,
  Suspense,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from "react";
import { useSession } from "../../../app/session";
import { END, Grid } from "../../../grid/Grid";
import lines from "../../../grid/lines.module.css";
import type { Column, GridHandle, Wide } from "../../../grid/types";
import { useWidth } from "../../../grid/useWidth";
import { formatAmount } from "../../../money";
import { NoFigure } from "../../../parts/Figure";
import { store, useChoice } from "../choice";
import type { Line, Sums } from "../shown";
import { useColumnNames } from "../useNames";
import { useCells } from "./cells";
import { type ColumnKey, columnsFor, figures, laidOut } from "./columns";
import { useEditing } from "./useEditing";

const CellChoice = lazy(() => import("./CellChoice"));

/** A click sorts figures largest first and texts from A, a second one turns it, a third gives back the program's order. */
function sortBy(column: Column) {
  const { sort } = store.get();
  const first = column.align === "end";
  if (sort?.column !== column.key) store.choose({ sort: { column: column.key, down: first } });
  else store.choose({ sort: sort.down === first ? { column: column.key, down: !first } : null });
}

/** The usual columns no application has anything in. */
function bareOf(all: readonly Line[]): ReadonlySet<ColumnKey> {
  const bare = new Set<ColumnKey>([
    "pool",
    "committees",
    "period",
    "tasks",
    "differences",
    "department",
    "next",
    "deadline",
  ]);
  for (const { row } of all) {
    if (row.pool !== null) bare.delete("pool");
    if (row.committees.length > 0) bare.delete("committees");
    if (row.periodStart !== null || row.periodEnd !== null) bare.delete("period");
    if (row.tasksOpen > 0) bare.delete("tasks");
    if (row.discrepancies > 0) bare.delete("differences");
    if (row.department !== null) bare.delete("department");
    if (row.next !== null) bare.delete("next");
    if (row.deadline !== null) bare.delete("deadline");
  }
  return bare;
}

type Props = {
  /** Every application there is. */
  all: readonly Line[];
  /** Those shown, in order. */
  shown: readonly Line[];
  sums: Sums;
  onOpen: (id: number) => void;
  onType: (character: string) => void;
  onSelected: (count: number) => void;
  /** Stands over the grid where nothing is shown. */
  nothing: ReactNode;
  ref: Ref<GridHandle>;
};

/** The list of applications: sorted, summed and changed in place. */
export function ApplicationsGrid({ all, shown, sums, onOpen, onType, onSelected, nothing, ref }: Props) {
  const { t } = useLingui();
  const { preferences, language } = useSession();
  const { unit, density } = preferences;
  const { sort, columns: chosen, search, facets, ended } = useChoice();
  const names = useColumnNames();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<GridHandle>(null);
  const room = useWidth(scroller);
  const unitName = unit === "mio" ? t`DKK m` : t`DKK`;
  const bare = useMemo(() => bareOf(all), [all]);
  useImperativeHandle(ref, () => ({
    focus: (first) => grid.current?.focus(first),
    goTo: (item, column) => grid.current?.goTo(item, column),
  }));

  // Words change with the language, which `t` follows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `names` is made of `t`
  const columns = useMemo(
    () => laidOut(columnsFor(chosen, room - END, bare), room - END, names).map((column) => headed(column, unitName)),
    [chosen, room, bare, unitName, t],
  );
  useEffect(() => {
    store.drawn = columns.map(({ key }) => key as ColumnKey);
  }, [columns]);

  const lineOf = useMemo(() => new Map(all.map((line) => [line.row.id, line])), [all]);
  const items = useMemo(() => Int32Array.from(shown, ({ row }) => row.id), [shown]);
  const { cell, copied } = useCells(lineOf);
  const { choosing, choose, leave, editor, onKeyDownCapture, onClickCapture } = useEditing({
    columns,
    items,
    rowOf: (item) => lineOf.get(item)?.row,
    grid,
  });
  const drawn = useCallback(
    (item: number, column: Column) => editor(item, column) ?? cell(item, column),
    [editor, cell],
  );
  const height = density === "comfortable" ? 50 : 42;
  const heightOf = useCallback(() => height, [height]);
  const topFor = useMemo(() => [search, facets, ended, sort], [search, facets, ended, sort]);
  const copiedHeading = useCallback(
    (column: Column) => (column.align === "end" ? `${column.title}, ${unitName}` : column.title),
    [unitName],
  );

  const foot = useMemo((): Wide => {
    const scrolls = columns.reduce((sum, { width }) => sum + width, 0) > room;
    const figure = columns.findIndex(({ key }) => figures.has(key));
    const count = shown.length;
    const { unknown } = sums;
    return {
      span: scrolls ? 1 : Math.max(1, figure < 0 ? columns.length : figure),
      depth: 0,
      heading: (
        <span className={lines.along}>
          <span>{t`Total shown, our part`}</span>
          <span>{plural(count, { one: "# application", other: "# applications" })}</span>
          {unknown > 0 && <span>{plural(unknown, { one: "# without an amount", other: "# without an amount" })}</span>}
        </span>
      ),
      cell: ({ key }) => {
        if (!figures.has(key)) return null;
        const sum = key === "requested" || key === "ourRequested" ? sums.requested : sums.awarded;
        return sum === null ? <NoFigure /> : formatAmount(sum, unit, language);
      },
    };
  }, [columns, room, shown.length, sums, unit, language, t]);

  return (
    <div className={lines.list} onKeyDownCapture={onKeyDownCapture} onClickCapture={onClickCapture}>
      <Grid
        ref={grid}
        label={t`Applications`}
        columns={columns}
        items={items}
        heightOf={heightOf}
        wideOf={noWide}
        cell={drawn}
        copied={copied}
        copiedHeading={copiedHeading}
        foot={foot}
        sorted={sort}
        onSort={sortBy}
        open={null}
        topFor={topFor}
        onOpen={onOpen}
        onToggle={nothingToFold}
        onType={onType}
        onEscape={nothingToFold}
        onSelected={onSelected}
        scroller={scroller}
        room={room}
      />
      {shown.length === 0 && <div className={lines.nothing}>{nothing}</div>}
      {choosing && (
        <Suspense>
          <CellChoice
            label={columns.find(({ key }) => key === choosing.column)?.title ?? ""}
            field={choosing.column === "owner" ? "ownerId" : "departmentId"}
            value={choosing.column === "owner" ? choosing.row.ownerId : choosing.row.departmentId}
            cell={choosing.cell}
            choose={(value, to) => void choose(choosing, value, to)}
            leave={(to) => leave(choosing, to)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Figures say their unit in the heading. */
function headed(column: Column, unit: string): Column {
  if (!figures.has(column.key)) return column;
  return {
    ...column,
    heading: (
      <>
        {column.title}
        <br />
        {unit}
      </>
    ),
  };
}

const noWide = () => null;
const nothingToFold = () => undefined;
