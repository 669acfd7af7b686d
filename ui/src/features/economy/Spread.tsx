import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ExposureGroup, ExposureView } from "../../ipc";
import { DanishText } from "../../parts/DanishText";
import { Heading } from "../../parts/Heading";
import { Select } from "../../parts/Select";
import { Applications } from "./Applications";
import css from "./Economy.module.css";
import { Figure } from "./Figure";
import { figureOf, type Measure, measures, type Place, sumOf } from "./measures";
import { Sheet } from "./Sheet";
import { useFigures, useMeasureWords, useYears } from "./useMeasures";
import { YearHead } from "./YearsTable";

/** One measure by committee, by department and by application. */
export function Spread({ view }: { view: ExposureView }) {
  const { t } = useLingui();
  const words = useMeasureWords();
  const { unit } = useFigures();
  const [measure, setMeasure] = useState<Measure>("ownAll");
  return (
    <div className={css.section}>
      <div className={css.top}>
        <Heading level={2} id="spread" aside={unit(measure)}>
          {words[measure].name}
        </Heading>
        <Select
          label={t`Show`}
          value={measure}
          options={measures.map((value) => ({ value, label: words[value].name }))}
          onChange={setMeasure}
        />
      </div>
      <div className={css.pair}>
        <Groups
          view={view}
          id="by-committee"
          title={t`By committee`}
          first={t`Committee`}
          none={t`None, or several together`}
          groups={view.byCommittee}
          measure={measure}
          name={words[measure].name}
        />
        <Groups
          view={view}
          id="by-department"
          title={t`By department`}
          first={t`Department`}
          none={t`None`}
          groups={view.byDepartment}
          measure={measure}
          name={words[measure].name}
        />
      </div>
      <Applications view={view} measure={measure} />
    </div>
  );
}

function Groups({
  view,
  id,
  title,
  first,
  none,
  groups,
  measure,
  name: measured,
}: {
  view: ExposureView;
  id: string;
  title: string;
  first: string;
  /** What is said where there is no name. */
  none: string;
  groups: readonly ExposureGroup[];
  measure: Measure;
  /** What the measure is called. */
  name: string;
}) {
  const { t } = useLingui();
  const years = useYears(view);
  const { glance } = useFigures();
  return (
    <div>
      <Heading level={3} id={id}>
        {title}
      </Heading>
      <Sheet heading={id}>
        <YearHead view={view} first={first} bare />
        <tbody>
          {groups.map((group) => {
            const name = group.name || none;
            const figure = (place: Place, when: string, value: number) => (
              <Figure
                measure={measure}
                name={measured}
                place={place}
                when={when}
                value={value}
                shown={glance(measure, value)}
                group={{ group, name }}
              />
            );
            return (
              <tr key={group.id ?? 0}>
                <th scope="row">
                  {group.name ? <DanishText>{name}</DanishText> : <span className={css.soft}>{name}</span>}
                </th>
                {group.years.map((figures, at) => (
                  <td key={figures.year} className={css.figure}>
                    {figure(figures.year, years[at]?.name ?? "", figureOf(figures, measure))}
                  </td>
                ))}
                <td className={css.figure}>{figure("all", t`all years shown`, sumOf(group.years, measure))}</td>
              </tr>
            );
          })}
        </tbody>
      </Sheet>
    </div>
  );
}
