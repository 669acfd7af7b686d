import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ExposureRow, ExposureView } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { NoFigure } from "../../parts/Figure";
import { Heading } from "../../parts/Heading";
import { Mark } from "../../parts/Mark";
import { StageMark } from "../../parts/marks";
import css from "./Economy.module.css";
import { figureOf, type Measure, sumOf } from "./measures";
import { Sheet } from "./Sheet";
import { useFigures } from "./useMeasures";
import { YearHead } from "./YearsTable";

const step = 25;

/** The applications with a budget, newest first, with one measure of each by year. */
export function Applications({ view, measure }: { view: ExposureView; measure: Measure }) {
  const { t } = useLingui();
  const [count, setCount] = useState(step);
  const { rows } = view;
  const more = Math.min(rows.length - count, 4 * step);
  return (
    <div>
      <Heading level={3} id="by-application" aside={rows.length}>
        {t`By application`}
      </Heading>
      <Sheet heading="by-application">
        <YearHead view={view} first={t`Application`} more={[t`Status`, t`Department`, t`Committees`]} />
        <tbody>
          {rows.slice(0, count).map((row) => (
            <Row key={row.applicationId} row={row} measure={measure} />
          ))}
        </tbody>
      </Sheet>
      {more > 0 && (
        <Button tone="quiet" onClick={() => setCount(count + more)}>
          {t`Show ${more} more`}
        </Button>
      )}
    </div>
  );
}

function Row({ row, measure }: { row: ExposureRow; measure: Measure }) {
  const { t } = useLingui();
  const { glance } = useFigures();
  const shown = (value: number) => (value === 0 ? <NoFigure /> : glance(measure, value));
  return (
    <tr>
      <th scope="row" className={css.application}>
        <Link to="/applications/$id" params={{ id: String(row.applicationId) }} search={{ tab: "budget" }}>
          <DanishText>{row.title}</DanishText>
        </Link>
        {row.funder && (
          <span className={css.gloss}>
            <DanishText>{row.funder}</DanishText>
          </span>
        )}
        {row.undated && (
          <span className={css.gloss}>
            <Mark tone="warn">{t`in force on a day nobody knows: in no sum`}</Mark>
          </span>
        )}
      </th>
      <td>
        <StageMark stage={row.stage} />
      </td>
      <td>{row.department && <DanishText>{row.department}</DanishText>}</td>
      <td>
        <DanishText>{row.committees.join(", ")}</DanishText>
      </td>
      {row.years.map((figures) => (
        <td key={figures.year} className={css.figure}>
          {shown(figureOf(figures, measure))}
        </td>
      ))}
      <td className={css.figure}>{shown(sumOf(row.years, measure))}</td>
    </tr>
  );
}
