import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import Table from "lucide-react/icons/table";
import ZoomIn from "lucide-react/icons/zoom-in";
import ZoomOut from "lucide-react/icons/zoom-out";
import { lazy, Suspense, useMemo, useRef, useState } from "react";
import { useActions } from "../../../app/actions";
import { useSession } from "../../../app/session";
import { formatDate } from "../../../format";
import type { DeadlineItem } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { type Day, dayOf, isoOf } from "../../../parts/calendar/days";
import { EmptyState } from "../../../parts/EmptyState";
import { IconButton } from "../../../parts/IconButton";
import { Segments } from "../../../parts/Segments";
import { store } from "../choice";
import { DayList } from "../month/DayList";
import { isKey } from "../month/place";
import { today } from "../month/today";
import { useDeadlines } from "../useDeadlines";
import type { Cell } from "./cells";
import { laneOf, type Row, rowsOf } from "./rows";
import { type Zoom, zoomed, zooms } from "./scale";
import { TimelineGrid, type TimelineHandle } from "./TimelineGrid";
import css from "./timeline.module.css";

const PanelBody = lazy(() => import("../../../parts/PanelBody"));

/** Outlives the screen: who comes back finds the stretch as it was left, as long as the view stands on the same day. */
const left: { asOf: string; middle: Day | null; zoom: Zoom } = { asOf: "", middle: null, zoom: "month" };

/** The applications as bars along the days, with the steps, meetings and deadlines of each as marks. */
export default function Timeline() {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const navigate = useNavigate();
  const { view, items, bars, meetings, byKey, selected, select, open, actions } = useDeadlines();
  const { asOf } = view;
  const laneTitle = t`Committee meetings`;
  const lane = useMemo(() => laneOf(laneTitle, meetings), [laneTitle, meetings]);
  const works = useMemo(() => rowsOf(bars, items), [bars, items]);
  const rows = useMemo(() => [...lane, ...works], [lane, works]);
  const [zoom, setZoom] = useState<Zoom>(left.zoom);
  const [listed, setListed] = useState<{ cell: Cell; element: HTMLElement } | null>(null);
  const grid = useRef<TimelineHandle>(null);
  const { runAction } = useActions();
  const todayKey = t({ message: "T", context: "key: today" });
  const viewed = dayOf(asOf);
  const chooseZoom = (next: Zoom) => {
    left.zoom = next;
    grid.current?.zoomTo(next);
    setZoom(next);
  };
  const choices: Record<Zoom, string> = { week: t`Week`, month: t`Month`, quarter: t`Quarter`, year: t`Year` };

  const go = ({ leads }: Row) => {
    if (leads === null) return;
    if (leads === "coming") navigate({ to: "/cases/coming" });
    else if ("application" in leads)
      navigate({ to: "/applications/$id", params: { id: String(leads.application) }, search: { tab: "plan" } });
    else if ("pool" in leads) navigate({ to: "/pools/$key", params: { key: leads.pool } });
    else navigate({ to: "/cases/$id", params: { id: String(leads.case) } });
  };
  const take = (row: Row, cell: Cell | null, element: HTMLElement, key: boolean) => {
    const [first] = cell?.items ?? [];
    if (cell && (cell.items.length > 1 || cell.meetings.length > 0)) setListed({ cell, element });
    else if (!cell || !first) {
      // A press on a bar puts the keyboard there; opening the application takes Enter, or a second press.
      if (key || !cell) go(row);
    } else if (key) open(first.key);
    else select(first.key);
  };
  const onKey = (key: string, cell: Cell | null) => {
    const [first] = cell?.items ?? [];
    const nearer = key === "+" || key === "=";
    if (nearer || key === "-") {
      const next = zoomed(zoom, nearer);
      if (next) chooseZoom(next);
    } else if (isKey(key, todayKey)) grid.current?.show(viewed);
    else if (key === "/") runAction("deadlines.search");
    else if (key === "Escape" && selected !== null) select(null);
    else return cell?.items.length === 1 && first !== undefined && actions.key(first, key);
    return true;
  };
  const pick = (item: DeadlineItem) => {
    setListed(null);
    open(item.key);
  };
  const listKey = (item: DeadlineItem, key: string) => {
    const done = actions.key(item, key);
    if (done) setListed(null);
    return done;
  };

  if (rows.length === 0)
    return (
      <div className={css.empty}>
        <EmptyState title={t`Nothing to draw`}>
          {t`Applications stand here as bars, from the first work to the end of the project, with their deadlines and meetings as marks. Nothing is shown with the filters as they are.`}
        </EmptyState>
      </div>
    );
  const [nearer, farther] = [zoomed(zoom, true), zoomed(zoom, false)];
  return (
    <div className={css.page} data-view="timeline">
      <div className={css.tools}>
        <Segments
          label={t`Zoom`}
          value={zoom}
          segments={zooms.map((value) => ({ value, label: choices[value] }))}
          onChange={chooseZoom}
        />
        <IconButton label={t`Zoom in`} disabled={!nearer} onClick={() => nearer && chooseZoom(nearer)}>
          <ZoomIn size={16} aria-hidden />
        </IconButton>
        <IconButton label={t`Zoom out`} disabled={!farther} onClick={() => farther && chooseZoom(farther)}>
          <ZoomOut size={16} aria-hidden />
        </IconButton>
        <IconButton label={t`Earlier`} onClick={() => grid.current?.turn(-1)}>
          <ChevronLeft size={17} aria-hidden />
        </IconButton>
        <IconButton label={t`Later`} onClick={() => grid.current?.turn(1)}>
          <ChevronRight size={17} aria-hidden />
        </IconButton>
        <Button onClick={() => grid.current?.show(viewed)}>{viewed === today() ? t`Today` : t`The day shown`}</Button>
        <span className={css.count} role="status">
          {plural(works.length, { one: "# row", other: "# rows" })}
        </span>
        <Button
          tone="quiet"
          icon={<Table size={15} aria-hidden />}
          onClick={() => store.choose({ view: "list" })}
        >{t`Show as table`}</Button>
      </div>
      <TimelineGrid
        ref={grid}
        label={t`Applications over time`}
        rows={rows}
        zoom={zoom}
        asOf={viewed}
        specials={view.specialDays}
        chosen={selected}
        dayOf={(key) => {
          const item = byKey.get(key);
          return item ? dayOf(item.on) : null;
        }}
        movable={writable}
        start={left.asOf === asOf && left.middle !== null ? left.middle : viewed}
        onMiddle={(day) => Object.assign(left, { asOf, middle: day })}
        onTake={take}
        onOpen={go}
        onKey={onKey}
        onDrop={(key, to) => {
          const item = byKey.get(key);
          if (item && dayOf(item.on) !== to) actions.move(item, isoOf(to));
        }}
      />
      {listed && (
        <Suspense>
          <PanelBody
            label={listed.cell.meetings.length > 0 ? laneTitle : t`Deadlines close together`}
            trigger={{ current: listed.element }}
            close={() => setListed(null)}
          >
            <div className={css.panel}>
              <h3>
                {formatDate(isoOf(listed.cell.from), language, "long")}
                {listed.cell.to !== listed.cell.from && ` – ${formatDate(isoOf(listed.cell.to), language, "long")}`}
              </h3>
              <DayList
                items={listed.cell.items}
                meetings={listed.cell.meetings}
                chosen={selected}
                dated
                onPick={pick}
                onKey={listKey}
                onLeave={() => setListed(null)}
              />
            </div>
          </PanelBody>
        </Suspense>
      )}
    </div>
  );
}
