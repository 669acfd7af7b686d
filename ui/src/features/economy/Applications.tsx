import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useRef } from "react";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import { END, Grid } from "../../grid/Grid";
import type { Column } from "../../grid/types";
import { useWidth } from "../../grid/useWidth";
import type { ExposureRow, ExposureView } from "../../ipc";
import { DanishText } from "../../parts/DanishText";
import { ErrorText } from "../../parts/ErrorText";
import { NoFigure } from "../../parts/Figure";
import { Heading } from "../../parts/Heading";
import { Loading } from "../../parts/Loading";
import { Mark } from "../../parts/Mark";
import { StageMark } from "../../parts/marks";
import css from "./Economy.module.css";
import { isMoney, type Measure, valueAt } from "./measures";
import { useFigures, useYears } from "./useMeasures";
import { useNear } from "./useNear";
import { useRows } from "./useRows";

/** Rows in sight at once: with more than these the list scrolls by itself. */
const MOST = 12;
/** Height of the headings, and room for a scroll bar under the rows. */
const AROUND = 46 + 16;

/** The applications with a budget, newest first, with one measure of each by year. */
export function Applications({ view, measure }: { view: ExposureView; measure: Measure }) {
  const { t } = useLingui();
  const { preferences } = useSession();
  const box = useRef<HTMLDivElement>(null);
  const near = useNear(box);
  const { data, error, refetch } = useRows(near);
  const row = preferences.density === "comfortable" ? 50 : 42;
  return (
    <div>
      <Heading level={3} id="by-application" aside={view.applications}>
        {t`By application`}
      </Heading>
      <div ref={box} className={css.rows} style={{ height: Math.min(MOST, view.applications) * row + AROUND }}>
        {error ? (
          <ErrorText error={error} retry={() => void refetch()} />
        ) : data ? (
          <Rows view={view} rows={data} measure={measure} height={row} />
        ) : (
          near && <Loading />
        )}
      </div>
    </div>
  );
}

type Props = { view: ExposureView; rows: readonly ExposureRow[]; measure: Measure; height: number };

function Rows({ view, rows, measure, height }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const room = useWidth(scroller);
  const years = useYears(view);
  const { preferences } = useSession();
  const { unit, sheet } = useFigures();
  const items = useMemo(() => Int32Array.from(rows, ({ applicationId }) => applicationId), [rows]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.applicationId, row])), [rows]);
  // Whole kroner to a thousand million, or millions and hours.
  const figure = isMoney(measure) && preferences.unit === "kr" ? 112 : 76;
  const columns = useMemo((): readonly Column[] => {
    const all: Column[] = [
      { key: "application", title: t`Application`, width: 200, pinned: room >= 620, names: true },
      { key: "stage", title: t`Status`, width: 124 },
      { key: "department", title: t`Department`, width: 140 },
      { key: "committees", title: t`Committees`, width: 84 },
      ...years.map(
        ({ name }, at): Column => ({ key: String(view.years[at]), title: name, width: figure, align: "end" }),
      ),
      { key: "all", title: t`Total`, width: figure + 8, align: "end" },
    ];
    const spare = room - END - all.reduce((sum, { width }) => sum + width, 0);
    return spare > 0 ? all.map((column) => (column.names ? { ...column, width: column.width + spare } : column)) : all;
  }, [years, view, room, figure, t]);
  const cell = useCell(byId, measure);
  const word = useWord();
  const copied = useCallback(
    (item: number, { key }: Column) => {
      const row = byId.get(item);
      if (!row) return { text: "" };
      if (key === "application") return { text: row.title };
      if (key === "stage") return { text: word("stage", row.stage) };
      if (key === "department") return { text: row.department ?? "" };
      if (key === "committees") return { text: row.committees.join(", ") };
      return { text: sheet(measure, valueAt(row.years, measure, key === "all" ? key : Number(key))), figure: true };
    },
    [byId, measure, sheet, word],
  );
  const inUnit = unit(measure);
  const copiedHeading = useCallback(
    ({ title, align }: Column) => (align === "end" ? `${title}, ${inUnit}` : title),
    [inUnit],
  );
  const heightOf = useCallback(() => height, [height]);
  return (
    <Grid
      label={t`By application`}
      columns={columns}
      items={items}
      heightOf={heightOf}
      wideOf={noWide}
      cell={cell}
      copied={copied}
      copiedHeading={copiedHeading}
      sorted={null}
      onSort={nothing}
      open={null}
      topFor={rows}
      onOpen={(id) => void navigate({ to: "/applications/$id", params: { id: String(id) }, search: { tab: "budget" } })}
      onToggle={nothing}
      onType={nothing}
      onEscape={nothing}
      scroller={scroller}
      room={room}
    />
  );
}

/** What stands in a cell. */
function useCell(byId: ReadonlyMap<number, ExposureRow>, measure: Measure) {
  const { t } = useLingui();
  const { glance } = useFigures();
  return useCallback(
    (item: number, { key }: Column) => {
      const row = byId.get(item);
      if (!row) return null;
      if (key === "stage") return <StageMark stage={row.stage} />;
      if (key === "department" || key === "committees") {
        const text = key === "department" ? (row.department ?? "") : row.committees.join(", ");
        return (
          <span className={css.words} title={text}>
            <DanishText>{text}</DanishText>
          </span>
        );
      }
      if (key === "application")
        return (
          <span className={css.named} title={[row.title, row.funder].filter(Boolean).join(" · ")}>
            <span className={css.line}>
              <DanishText>{row.title}</DanishText>
            </span>
            {row.undated ? (
              <span className={css.line}>
                <Mark tone="warn">{t`in force on a day nobody knows: in no sum`}</Mark>
              </span>
            ) : (
              <span className={`${css.line} ${css.soft}`}>
                <DanishText>{row.funder}</DanishText>
              </span>
            )}
          </span>
        );
      const value = valueAt(row.years, measure, key === "all" ? key : Number(key));
      return value === 0 ? <NoFigure /> : <span>{glance(measure, value)}</span>;
    },
    [byId, measure, glance, t],
  );
}

const noWide = () => null;
const nothing = () => undefined;
