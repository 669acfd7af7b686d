// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table to be made of
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves, one cell at a time

import { useLingui } from "@lingui/react/macro";
import {
  type CSSProperties,
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { useSession } from "../app/session";
import type { Place } from "../grid/navigate";
import { useWidth } from "../grid/useWidth";
import { useKept } from "../parts/standing/useKept";
import type { Leaving } from "./CellEditor";
import { type Editing, Editor } from "./Editor";
import { Head } from "./Head";
import { Line } from "./Line";
import { laidOut } from "./layout";
import { modelOf, rangeOf, remembered } from "./model";
import { moved } from "./move";
import { Note } from "./Note";
import { Outbox } from "./outbox";
import { Status } from "./Status";
import css from "./sheet.module.css";
import type { SheetProps, SheetRow } from "./types";
import { useAbout } from "./useAbout";
import { useChanges } from "./useChanges";
import { useClipboard } from "./useClipboard";
import { placeAt, useDrag } from "./useDrag";
import { useKeys } from "./useKeys";
import { usePlace } from "./usePlace";
import { useTold } from "./useTold";
import { useView } from "./useView";
import { useWords } from "./useWords";

/** An editable sheet: rows and columns by arrow keys, typed into and pasted into as in Excel. */
export function Sheet(props: SheetProps) {
  const { columns, rows, foot, readOnly, onActive } = props;
  const { t } = useLingui();
  const words = useWords();
  const how = useId();
  const { preferences } = useSession();
  const height = preferences.density === "comfortable" ? 40 : 32;
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLElement>(null);
  const room = useWidth(scroller);
  const layout = useMemo(() => laidOut(columns, room), [columns, room]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a cell says follows from its row and column too
  const cell = useMemo(() => remembered(props.cell), [props.cell, columns, rows, foot]);
  const { keptAs } = props;
  const [kept, keep] = useKept<Outbox>(`sheet ${keptAs}`);
  const [outbox] = useState(() => (keptAs === undefined ? null : kept) ?? new Outbox());
  useEffect(() => {
    if (keptAs !== undefined) keep(outbox);
  }, [keep, keptAs, outbox]);
  const held = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  const model = useMemo(
    () => modelOf({ columns, rows, foot, cell, readOnly, held: held.rows }),
    [columns, rows, foot, cell, readOnly, held.rows],
  );
  const places = usePlace(model);
  const { at, to, range } = places;
  const { told, tell, hush } = useTold();
  const changes = useChanges(props, outbox, model, places, tell, (id) => {
    due.current = "at";
    places.setRow(
      id,
      Math.max(
        0,
        columns.findIndex(({ kind }) => kind !== "computed"),
      ),
    );
  });
  const [editing, setEditing] = useState<Editing | null>(null);
  /** Whether the focus is the sheet's, or was when the cell that had it went away. */
  const owned = useRef(false);
  /** The focus is to go to its cell, and that or the other corner of what is selected into sight, once it is drawn. */
  const due = useRef<"at" | "to" | null>(null);

  const scrolls = layout.width > room;
  const view = useView({ scroller, layout, count: rows.length, feet: foot?.length ?? 0, height, at, scrolls });
  const row = model.lines[at.line];
  const column = columns[at.column];
  const about = useAbout(model, at, held);
  const isEditing = editing !== null && editing.row === row?.id && editing.column === column?.id;

  const go = (place: Place, extend = false) => {
    due.current = extend ? "to" : "at";
    hush();
    if (extend) places.set(at, place);
    else places.set(place);
  };
  const edit = (text: string | null) => {
    const why = model.closed(at);
    if (!row || !column) return;
    if (why !== null) return changes.closed();
    hush();
    view.reveal(at);
    setEditing({ row: row.id, column: column.id, typed: text });
  };
  const open = () => {
    if (!props.onOpen || row?.kind !== "line" || column?.kind !== "computed") return false;
    props.onOpen(row.id, column.id);
    return true;
  };
  const leave = (step: 1 | -1) => leaveFrom(frame.current, step);
  const keys = useKeys({
    model,
    places,
    changes,
    outbox,
    readOnly: readOnly !== undefined,
    page: view.page,
    go,
    edit,
    open,
    leave,
    told: (text) => tell(text, "info"),
    leaving: () => t`Tab now leaves the sheet.`,
  });
  useClipboard(root, { model, range, changes, tell });

  const finish = (text: string | null, way: Leaving, key?: string) => {
    setEditing(null);
    if (way !== "away") due.current = "at";
    // What was typed belongs to the cell it was typed in, also when its row is gone from here.
    const line = model.lineOf.get(editing?.row ?? "");
    const place = { line: line ?? -1, column: model.columnOf.get(editing?.column ?? "") ?? -1 };
    if (text !== null && line !== undefined) changes.type(way === "all" ? range : rangeOf(place, place), text);
    else if (text !== null && editing) outbox.put([{ row: editing.row, column: editing.column, text }]);
    if (way === "down" || way === "up") keys.step("column", way === "down" ? 1 : -1);
    else if (way === "right" || way === "left") keys.step("row", way === "right" ? 1 : -1);
    else if (way === "arrow" && key) {
      const place = moved(model, at, key, false, view.page());
      if (place) go(place);
    }
  };

  // Once the cell it goes to is drawn; and where the cell that had it is gone, to the one in its place.
  useLayoutEffect(() => {
    const lost = owned.current && (document.activeElement === document.body || document.activeElement === null);
    if ((!due.current && !lost) || isEditing || !places.arrived) return;
    const shown = due.current === "to" ? to : at;
    if (due.current) view.reveal(shown);
    cellAt(root.current, at)?.focus({ preventScroll: true });
    // In a low window the sheet itself may be out of sight.
    if (due.current) cellAt(root.current, shown)?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    due.current = null;
  });
  const activeRow = row?.id;
  const activeColumn = column?.id;
  useEffect(() => {
    if (activeRow !== undefined && activeColumn !== undefined) onActive?.(activeRow, activeColumn);
  }, [activeRow, activeColumn, onActive]);

  useImperativeHandle(props.ref, () => ({
    focus: () => go(at),
    goTo: (id, name) => {
      const line = model.lineOf.get(id);
      if (line !== undefined) go({ line, column: (name && model.columnOf.get(name)) || (name ? 0 : at.column) });
    },
    addRow: changes.addRow,
    deleteRows: changes.deleteRows,
    moveRow: changes.moveRow,
    fill: changes.fill,
  }));

  const drag = useDrag(scroller, (place) => go(place, true));
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || isField(event.target)) return;
    const heading = event.target instanceof Element && event.target.closest<HTMLElement>("[data-heading]");
    if (heading) {
      const column = Number(heading.dataset.heading);
      due.current = "at";
      return places.set({ line: 0, column }, { line: Math.max(0, rows.length - 1), column });
    }
    const place = placeAt(event.target);
    if (!place) return;
    if (opens(event.target)) return;
    go(place, event.shiftKey);
    keys.settle();
    if (!event.shiftKey) drag(event);
  };
  const onMouseDown = (event: MouseEvent) => {
    // The focus is put where it belongs here; the browser would give it to what is drawn now.
    if (!isField(event.target) && placeAt(event.target)) event.preventDefault();
  };
  // Once the press is over, for it would take the focus from what opens under it.
  const onClick = (event: MouseEvent) => {
    if (opens(event.target)) edit(null);
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (!isField(event.target) && placeAt(event.target) && !open()) edit(null);
  };
  const onBlur = (event: FocusEvent) => {
    const inside = event.relatedTarget instanceof Node && frame.current?.contains(event.relatedTarget);
    // A cell that is taken away with the focus in it has nowhere to lose it to.
    if (!inside && event.target.isConnected) {
      owned.current = false;
      keys.settle();
    }
  };

  const line = (shownRow: SheetRow, index: number, top?: number) => {
    const inside = index >= range.top && index <= range.bottom;
    const active = index === at.line ? at.column : -1;
    const single = range.top === range.bottom && range.left === range.right;
    return (
      <Line
        key={shownRow.id}
        row={shownRow}
        line={index}
        rowIndex={index + 1 + view.headRows}
        top={top}
        layout={layout}
        shown={view.columns}
        cell={cell}
        readOnly={readOnly !== undefined}
        held={held.rows.get(shownRow.id)}
        active={active}
        from={inside && !single ? range.left : active >= 0 && single ? active : 0}
        to={inside && !single ? range.right : active >= 0 && single ? active : -1}
        editor={
          active >= 0 && isEditing ? (
            <Editor model={model} at={at} editing={editing} held={held} note={about?.note} finish={finish} />
          ) : null
        }
        words={words}
      />
    );
  };

  const style = {
    "--width": `${layout.width}px`,
    "--head": `${view.head}px`,
    height: view.natural,
    minHeight: view.least,
  } as CSSProperties;
  return (
    <section
      ref={frame}
      aria-label={props.label}
      className={css.sheet}
      onFocus={() => (owned.current = true)}
      onBlur={onBlur}
    >
      <p id={how} hidden>
        {readOnly === undefined
          ? t`Arrow keys move, typing replaces, F2 edits. Tab goes to the next cell; Escape and then Tab, or F6, leaves the sheet.`
          : t`Arrow keys move, Ctrl+C copies, Tab leaves the sheet.`}
      </p>
      <div ref={scroller} className={css.scroller} style={style}>
        <div
          ref={root}
          role="grid"
          aria-label={props.label}
          aria-describedby={how}
          aria-rowcount={model.lines.length + view.headRows}
          aria-colcount={columns.length}
          aria-readonly={readOnly !== undefined || undefined}
          aria-multiselectable
          className={css.grid}
          onKeyDown={keys.onKeyDown}
          onPointerDown={onPointerDown}
          onMouseDown={onMouseDown}
          onClick={onClick}
          onDoubleClick={onDoubleClick}
        >
          <Head layout={layout} shown={view.columns} active={at.column} />
          <div role="rowgroup" className={css.body} style={{ height: rows.length * height }}>
            {view.lines.map((index) => {
              const shownRow = rows[index];
              return shownRow && line(shownRow, index, index * height);
            })}
          </div>
          {rows.length === 0 && props.empty && <div className={css.empty}>{props.empty}</div>}
          {foot && foot.length > 0 && (
            <div role="rowgroup" className={css.foot}>
              {foot.map((shownRow, index) => line(shownRow, rows.length + index))}
            </div>
          )}
        </div>
      </div>
      {about?.note && (
        <Note id={about.note} text={about.text} tone={about.tone} cell={() => cellAt(root.current, at)} place={at} />
      )}
      <Status
        told={told}
        about={about}
        refused={held.refused}
        show={({ edits, problems }) => {
          const first = problems.find(({ row }) => model.lineOf.has(row)) ?? edits[0];
          const line = first && model.lineOf.get(first.row);
          if (first && line !== undefined) go({ line, column: model.columnOf.get(first.column) ?? 0 });
        }}
        again={(batch) => outbox.again(batch)}
        takeBack={changes.takeBack}
        model={model}
        range={range}
        amountOf={props.amountOf}
        readOnly={readOnly !== undefined}
      />
    </section>
  );
}

const opens = (target: EventTarget | null) => target instanceof Element && target.closest("[data-opens]") !== null;
const isField = (target: EventTarget | null) => target instanceof Element && target.matches("input, textarea");

function cellAt(root: HTMLElement | null, { line, column }: Place): HTMLElement | null {
  const row = root?.querySelector(`[data-line="${line}"]`);
  return row?.querySelector<HTMLElement>(`[data-column="${column}"], [data-column][tabindex="0"]`) ?? null;
}

const stops =
  'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex]:not([tabindex="-1"])';

/** To the stop before or after an element, as Tab would go. */
function leaveFrom(frame: HTMLElement | null, step: 1 | -1) {
  if (!frame) return;
  const all = [...document.querySelectorAll<HTMLElement>(stops)].filter(
    (one) => one.tabIndex >= 0 && !frame.contains(one),
  );
  const after = all.findIndex((one) => frame.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  const to = step > 0 ? all[after] : all[(after < 0 ? all.length : after) - 1];
  (to ?? all[0])?.focus();
}
