// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table to be made of
import { useLingui } from "@lingui/react/macro";
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useSession } from "../../../app/session";
import { formatDate } from "../../../format";
import type { SpecialDay } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { type Day, isoOf } from "../../../parts/calendar/days";
import { useDrag } from "../../../parts/useDrag";
import { Ghost } from "../month/Ghost";
import { today } from "../month/today";
import { useSize } from "../month/useSize";
import { Axis } from "./Axis";
import { Backdrop } from "./Backdrop";
import { type Cell, cellsOf, isBar, placeOf } from "./cells";
import { extentOf, nearestBeyond, type Row } from "./rows";
import { pixels, type Zoom } from "./scale";
import { nextPlace } from "./step";
import { TimelineRow } from "./TimelineRow";
import css from "./timeline.module.css";
import { useScroll } from "./useScroll";

export const ROW = 48;
const AXIS = 60;
const NAMES = 220;
const NAMES_NARROW = 132;

export type TimelineHandle = {
  /** Brings a day into sight, a little from the left. */
  show: (day: Day) => void;
  /** Makes ready for another scale, in one drawing with it. */
  zoomTo: (zoom: Zoom) => void;
  /** Goes by so many pages of what is seen. */
  turn: (pages: number) => void;
};

type Props = {
  label: string;
  rows: readonly Row[];
  zoom: Zoom;
  asOf: Day;
  specials: readonly SpecialDay[];
  /** The deadline whose detail is open. */
  chosen: string | null;
  /** The day of a deadline; null where there is none. */
  dayOf: (key: string) => Day | null;
  movable: boolean;
  /** The day to begin at. */
  start: Day;
  ref: Ref<TimelineHandle>;
  /** The day in the middle, as the timeline is left. */
  onMiddle: (day: Day) => void;
  /** A line's name, a bar or a mark was taken, by key or pointer. */
  onTake: (row: Row, cell: Cell | null, element: HTMLElement, key: boolean) => void;
  /** A key that is none of the grid's own; whether it stood for something. */
  onKey: (key: string, cell: Cell | null) => boolean;
  /** A bar was pressed twice. */
  onOpen: (row: Row) => void;
  onDrop: (key: string, to: Day) => void;
};

const hit = (target: EventTarget | null) => {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  const row = cell?.closest<HTMLElement>("[data-row]");
  return cell && row ? { cell, key: cell.dataset.cell ?? "", row: row.dataset.row ?? "" } : null;
};

/** Lines of bars and marks over an axis of days. Drawn is what is seen and a little more; keys go from mark to mark. */
export function TimelineGrid(props: Props) {
  const { label, rows, zoom, asOf, specials, chosen, movable, start, onTake, onKey, onDrop } = props;
  const { t } = useLingui();
  const { language } = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const { width, height } = size ?? { width: 0, height: 0 };
  const names = width < 700 ? NAMES_NARROW : NAMES;
  const scale = pixels[zoom];
  const { first: origin, last } = useMemo(() => extentOf(rows, asOf), [rows, asOf]);
  const whole = (last - origin + 1) * scale;
  const scroll = useScroll(scroller, width, height);
  const { drawn, at, to, aim, land } = scroll;
  const seen = Math.max(120, width - names);
  const [focus, setFocus] = useState<{ row: string; cell: string }>({ row: rows[0]?.key ?? "", cell: "head" });
  const due = useRef(false);

  const cellsAt = useMemo(() => {
    const made = new Map<Row, readonly Cell[]>();
    return (line: number): readonly Cell[] => {
      const row = rows[line];
      if (!row) return [];
      const known = made.get(row);
      if (known) return known;
      const cells = cellsOf(row, scale);
      made.set(row, cells);
      return cells;
    };
  }, [rows, scale]);
  const lineOf = useMemo(() => new Map(rows.map((row, line) => [row.key, line])), [rows]);
  const line = lineOf.get(focus.row) ?? 0;
  const place = focus.cell === "head" ? 0 : placeOf(cellsAt(line), focus.cell);

  const show = (day: Day) => to({ left: (day - origin) * scale - seen * 0.3 });
  const middle = () => origin + Math.round((at.current.left + seen / 2) / scale);
  const known = width > 0;
  /** Where to scroll for another axis: what the keyboard is at stays where it is seen, else the day in the middle. */
  const leftFor = (next: { origin: Day; scale: number }, was: { origin: Day; scale: number }) => {
    const held = cellsAt(line)[place - 1];
    const x = held && (held.from - was.origin) * was.scale - at.current.left;
    const share = x !== undefined && x >= 0 && x < seen ? x : seen / 2;
    const day = was.origin + (at.current.left + share) / was.scale;
    return (day - next.origin) * next.scale - share;
  };
  const before = useRef<{ origin: Day; scale: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the axis is another, not when more or less of it is seen
  useLayoutEffect(() => {
    if (!known) return;
    const was = before.current;
    before.current = { origin, scale };
    if (!was) show(start);
    else if (was.scale !== scale) land();
    else to({ left: leftFor({ origin, scale }, was) });
  }, [known, origin, scale]);
  const stood = useRef(asOf);
  useLayoutEffect(() => {
    if (stood.current === asOf) return;
    stood.current = asOf;
    show(asOf);
  });
  const leaving = useRef(() => {});
  leaving.current = () => props.onMiddle(middle());
  useEffect(() => () => leaving.current(), []);
  useImperativeHandle(props.ref, () => ({
    show,
    zoomTo: (next) => {
      // A mark the keyboard is at may be joined with others: it goes on there.
      due.current = scroller.current?.contains(document.activeElement) ?? false;
      aim(leftFor({ origin, scale: pixels[next] }, { origin, scale }));
    },
    turn: (pages) => to({ left: at.current.left + pages * seen * 0.8 }),
  }));

  /** Brings a place into sight, and lets the keyboard stand there. */
  const stand = (next: { line: number; at: number }) => {
    const row = rows[next.line];
    if (!row) return;
    const cell = cellsAt(next.line)[next.at - 1];
    setFocus({ row: row.key, cell: cell?.key ?? "head" });
    to(inSight(next.line, cell));
  };
  const inSight = (line: number, cell: Cell | undefined): { left?: number; top?: number } => {
    const { left, top } = at.current;
    const wish: { left?: number; top?: number } = {};
    const [high, low] = [line * ROW, line * ROW + ROW + AXIS - height];
    if (high < top) wish.top = high;
    else if (low > top) wish.top = low;
    if (!cell) return wish;
    const x = (cell.from - origin) * scale;
    const end = (cell.to + 1 - origin) * scale;
    // A long bar is in sight where some of it is.
    const away = !isBar(cell) ? x < left || x + 90 > left + seen : end < left + 40 || x > left + seen - 40;
    if (away) wish.left = x - seen * 0.3;
    return wish;
  };
  const goTo = (next: { line: number; at: number }) => {
    due.current = true;
    stand(next);
  };
  // What is chosen elsewhere, or moved, comes into sight where it now is.
  const chosenOn = chosen === null ? null : props.dayOf(chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another is chosen, the chosen one is on another day, or less is seen
  useEffect(() => {
    if (chosen === null || !known) return;
    const line = rows.findIndex(({ items }) => items.some(({ key }) => key === chosen));
    if (line >= 0) stand({ line, at: placeOf(cellsAt(line), chosen) });
  }, [chosen, chosenOn, known, seen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the keyboard was moved, or marks were joined or parted
  useLayoutEffect(() => {
    if (!due.current) return;
    due.current = false;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-row="${CSS.escape(focus.row)}"] > [tabindex="0"]`)
      ?.focus({ preventScroll: true });
  }, [focus, scale]);

  const page = Math.max(1, Math.floor((height - AXIS) / ROW) - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.metaKey) return;
    const there = hit(event.target);
    const row = rows[line];
    const cell = cellsAt(line)[place - 1] ?? null;
    const next = nextPlace({ line, at: place }, event.key, event.ctrlKey, { count: rows.length, page, cells: cellsAt });
    if (next) goTo(next);
    else if (event.ctrlKey) return;
    else if ((event.key === "Enter" || event.key === " ") && there && row) onTake(row, cell, there.cell, true);
    else if (!onKey(event.key, cell)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const find = (target: EventTarget | null) => {
    const there = hit(target);
    const found = there && lineOf.get(there.row);
    if (!there || found === undefined || found === null) return null;
    const at = there.key === "head" ? 0 : placeOf(cellsAt(found), there.key);
    return { line: found, at, element: there.cell };
  };
  const onClick = (event: MouseEvent) => {
    const there = find(event.target);
    const row = there && rows[there.line];
    if (!row) return;
    due.current = true;
    const cell = cellsAt(there.line)[there.at - 1] ?? null;
    setFocus({ row: row.key, cell: cell?.key ?? "head" });
    onTake(row, cell, there.element, false);
  };
  const words = useRef("");
  const { drag, begin } = useDrag<string, Day>({
    area: scroller,
    placeAt: (x) => {
      const edge = scroller.current?.getBoundingClientRect().left;
      if (edge === undefined || x < edge + names) return null;
      return origin + Math.floor((x - edge - names + at.current.left) / scale);
    },
    onDrop,
  });
  const onPointerDown = (event: PointerEvent) => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-movable]") : null;
    const key = mark?.dataset.cell;
    if (!key) return;
    words.current = mark.title.split(",")[0] ?? "";
    begin(key, event);
  };

  const [from, until] = [
    Math.max(0, Math.floor(drawn.top / ROW)),
    Math.min(rows.length, Math.ceil(drawn.bottom / ROW)),
  ];
  const shown: number[] = [];
  for (let index = from; index < until; index++) shown.push(index);
  if (line < from || line >= until) shown.push(line);
  const days = {
    zoom,
    origin,
    first: Math.max(origin, origin + Math.floor(drawn.left / scale)),
    last: Math.min(last, origin + Math.ceil(drawn.right / scale)),
    asOf,
    now: today(),
  };
  // Looked for where one has come to, not at each pixel on the way; most often something is found at once.
  const beyond = useMemo(
    () => (known ? nearestBeyond(rows, origin + drawn.left / scale, origin + drawn.right / scale) : null),
    [rows, origin, scale, drawn, known],
  );
  const beyondOn = beyond === null ? null : formatDate(isoOf(beyond), language, "long");
  const style = {
    "--names": `${names}px`,
    "--whole": `${names + whole}px`,
    "--high": `${rows.length * ROW}px`,
  } as CSSProperties;
  return (
    <>
      <div ref={scroller} className={css.scroller} style={style} onScroll={scroll.onScroll} data-zoom={zoom}>
        <div className={css.axis}>
          <div className={css.corner} aria-hidden>
            {t`Application`}
          </div>
          <Axis {...days} specials={specials} />
        </div>
        <div className={css.body}>
          <Backdrop {...days} specials={specials} />
          <div className={css.margin} />
          <div
            role="grid"
            aria-label={label}
            aria-rowcount={rows.length}
            aria-colcount={-1}
            className={css.rows}
            onKeyDown={onKeyDown}
            onClick={onClick}
            onDoubleClick={(event) => {
              const there = find(event.target);
              const row = there && rows[there.line];
              const cell = there && cellsAt(there.line)[there.at - 1];
              if (row && cell && isBar(cell)) props.onOpen(row);
            }}
            onPointerDown={movable ? onPointerDown : undefined}
          >
            {known &&
              shown.map((index) => {
                const row = rows[index];
                if (!row) return null;
                return (
                  <TimelineRow
                    key={row.key}
                    row={row}
                    cells={cellsAt(index)}
                    at={index}
                    top={index * ROW}
                    scale={scale}
                    origin={origin}
                    left={drawn.left}
                    right={drawn.right}
                    active={index === line ? place : null}
                    chosen={chosen !== null && row.items.some(({ key }) => key === chosen) ? chosen : null}
                    movable={movable}
                  />
                );
              })}
          </div>
        </div>
      </div>
      {beyond !== null && (
        <p className={css.beyond}>
          <Button onClick={() => show(beyond)}>{t`Nothing here. Nearest: ${beyondOn}`}</Button>
        </p>
      )}
      {drag && <Ghost drag={drag} text={words.current} />}
    </>
  );
}
