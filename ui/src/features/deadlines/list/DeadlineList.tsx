import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { useSession } from "../../../app/session";
import { formatDate } from "../../../format";
import { END, Grid } from "../../../grid/Grid";
import cellLines from "../../../grid/lines.module.css";
import { writes } from "../../../grid/navigate";
import type { Column, GridHandle, Wide } from "../../../grid/types";
import { useWidth } from "../../../grid/useWidth";
import { store, useChoice } from "../choice";
import { idOf, type Line } from "../shown";
import { useDeadlines } from "../useDeadlines";
import { useColumnNames } from "../useNames";
import { useCells } from "./cells";
import { type ColumnKey, columnsFor, laidOut } from "./columns";
import { type Group, isByDay, itemsOf, sorted } from "./order";

/** A click sorts upwards, a second one downwards, a third gives back the order of the days. */
function sortBy({ key }: Column) {
  const { sort } = store.get();
  if (sort?.column !== key) store.choose({ sort: { column: key, down: false } });
  else store.choose({ sort: sort.down ? null : { column: key, down: true } });
}

/** The usual columns no day has anything in. */
function bareOf(all: readonly Line[]): ReadonlySet<ColumnKey> {
  const bare = new Set<ColumnKey>(["time", "person", "committees", "detail"]);
  for (const { item } of all) {
    if (item.time !== null || item.kind === "call") bare.delete("time");
    if (item.personId !== null) bare.delete("person");
    if (item.committeeIds.length > 0) bare.delete("committees");
    if (item.detail !== "") bare.delete("detail");
    if (bare.size === 0) break;
  }
  return bare;
}

type Props = {
  onType: () => void;
  onSelected: (count: number) => void;
  /** Stands over the grid where nothing is shown. */
  nothing: ReactNode;
  ref: Ref<GridHandle>;
};

/** The days as a list: by week, by month, or by any column. */
export function DeadlineList({ onType, onSelected, nothing, ref }: Props) {
  const { t } = useLingui();
  const { preferences, language } = useSession();
  const { all, lines, names, byKey, selected, select, actions, filter } = useDeadlines();
  const { sort, columns: chosen, group } = useChoice();
  const titles = useColumnNames();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<GridHandle>(null);
  const room = useWidth(scroller);
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const bare = useMemo(() => bareOf(all), [all]);

  // Words change with the language, which `t` follows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `titles` is made of `t`
  const columns = useMemo(
    () => laidOut(columnsFor(chosen, room - END, bare), room - END, titles),
    [chosen, room, bare, t],
  );
  useEffect(() => {
    store.drawn = columns.map(({ key }) => key as ColumnKey);
  }, [columns]);

  const lineOf = useMemo(() => new Map(all.map((line) => [line.id, line])), [all]);
  const rows = useMemo(() => sorted(lines, sort, names, language), [lines, sort, names, language]);
  const by = isByDay(sort) ? group : "none";
  const { items, groups } = useMemo(() => itemsOf(rows, by, folded), [rows, by, folded]);
  const detailed = columns.some(({ key }) => key === "detail");
  const { cell, copied } = useCells(lineOf, names, detailed);
  const wideOf = useGroups(groups, folded, columns.length, by);
  const height = preferences.density === "comfortable" ? 50 : 42;
  const heightOf = useCallback((item: number) => (item < 0 ? 30 : height), [height]);
  const topFor = useMemo(() => [filter, sort, group], [filter, sort, group]);

  useImperativeHandle(ref, () => ({
    focus: (first) => grid.current?.focus(first),
    goTo: (item, column) => grid.current?.goTo(item, column),
  }));
  const inside = useRef(false);
  // The keyboard stays in the list when the day it was on is done and leaves it, or its column gives room to the detail.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks after each change of rows and columns
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) grid.current?.focus();
  }, [items, columns]);

  const open = useCallback((id: number) => select(lineOf.get(id)?.item.key ?? null), [select, lineOf]);
  const onToggle = useCallback(
    (id: number) =>
      setFolded((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    [],
  );
  const shown = selected !== null && byKey.has(selected) ? idOf(selected) : null;
  // Single keys act on the day they are pressed on; a search begins with the slash.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !writes(event) || !(event.target instanceof Element)) return;
    const at = Number(event.target.closest<HTMLElement>("[data-line]")?.dataset.line ?? Number.NaN);
    const line = lineOf.get(items[at] ?? 0);
    if (!line || !actions.key(line.item, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const copyGroup = useCallback((id: number, column: Column) => (id < 0 ? { text: "" } : copied(id, column)), [copied]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the grid inside
    <div
      className={cellLines.list}
      onKeyDownCapture={onKeyDownCapture}
      onFocus={() => {
        inside.current = true;
      }}
      onBlur={(event) => {
        // What is taken off the page tells of no place the focus went to.
        if (event.relatedTarget !== null) inside.current = false;
      }}
    >
      <Grid
        ref={grid}
        label={t`Deadlines`}
        columns={columns}
        items={items}
        heightOf={heightOf}
        wideOf={wideOf}
        cell={cell}
        copied={copyGroup}
        copiedHeading={headingOf}
        sorted={sort}
        onSort={sortBy}
        open={shown}
        topFor={topFor}
        onOpen={open}
        onToggle={onToggle}
        onMove={shown === null ? undefined : open}
        onType={(character) => character === "" && onType()}
        onEscape={() => selected !== null && select(null)}
        onSelected={onSelected}
        scroller={scroller}
        room={room}
      />
      {lines.length === 0 && <div className={cellLines.nothing}>{nothing}</div>}
    </div>
  );
}

const headingOf = (column: Column) => column.title;

/** The headings of weeks and months. */
function useGroups(
  groups: ReadonlyMap<number, Group>,
  folded: ReadonlySet<number>,
  span: number,
  by: "none" | "week" | "month",
): (item: number) => Wide | null {
  const { t } = useLingui();
  const { language } = useSession();
  return useMemo(() => {
    const monthName = new Intl.DateTimeFormat(language === "da" ? "da-DK" : "en-GB", {
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
    return (item) => {
      const group = item < 0 ? groups.get(item) : undefined;
      if (!group) return null;
      const { year, part, first, count } = group;
      const [from, to] = weekOf(first);
      const days = `${formatDate(from, language, "short")} – ${formatDate(to, language, "short")}`;
      return {
        span,
        depth: 0,
        expanded: !folded.has(item),
        heading: (
          <span className={cellLines.along}>
            <span>{by === "month" ? monthName.format(new Date(`${first}T12:00Z`)) : t`Week ${part}, ${year}`}</span>
            {by === "week" && <span>{days}</span>}
            <span>{plural(count, { one: "# deadline", other: "# deadlines" })}</span>
          </span>
        ),
        cell: () => null,
      };
    };
  }, [groups, folded, span, by, language, t]);
}

/** Monday and Sunday of the week a day lies in. */
function weekOf(iso: string): [string, string] {
  const day = new Date(`${iso}T12:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  const monday = day.toISOString().slice(0, 10);
  day.setUTCDate(day.getUTCDate() + 6);
  return [monday, day.toISOString().slice(0, 10)];
}
