import { useLingui } from "@lingui/react/macro";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ExposureView } from "../../ipc";
import { Heading } from "../../parts/Heading";
import css from "./Economy.module.css";
import { Figure } from "./Figure";
import { figureOf, type Measure, type Place, sumOf } from "./measures";
import { Sheet } from "./Sheet";
import { useFigures, useMeasureWords, useYears } from "./useMeasures";

/** Everything by year: what is given, what is promised of one's own, and what nobody pays. */
export function YearsTable({ view }: { view: ExposureView }) {
  const { t } = useLingui();
  const { unit, glance } = useFigures();
  const words = useMeasureWords();
  const years = useYears(view);
  const groups: { name: string | null; rows: { measure: Measure; name: string; strong?: boolean }[] }[] = [
    {
      name: t`Grants`,
      rows: [
        { measure: "granted", name: t`Granted` },
        { measure: "pending", name: t`Applied for and not answered` },
      ],
    },
    {
      name: t`Own financing`,
      rows: [
        { measure: "ownCash", name: t`Cash` },
        { measure: "ownStaff", name: t`Own staff` },
        { measure: "own", name: t`Promised in all`, strong: true },
        { measure: "ownCashPending", name: t`Cash, if granted` },
        { measure: "ownStaffPending", name: t`Own staff, if granted` },
        { measure: "ownAll", name: t`If all is granted`, strong: true },
      ],
    },
    {
      name: t`Time of own staff`,
      rows: [
        { measure: "ownHours", name: t`Hours` },
        { measure: "ownFte", name: t`Full-time years` },
      ],
    },
    { name: null, rows: [{ measure: "gap", name: t`Financing missing`, strong: true }] },
  ];
  return (
    <div className={css.section}>
      <Heading level={2} id="years" aside={unit("granted")}>
        {t`By year`}
      </Heading>
      <Sheet heading="years">
        <YearHead view={view} first={t`What`} />
        {groups.map((group) => (
          <tbody key={group.name}>
            {group.name && (
              <tr className={css.group}>
                <th scope="rowgroup" colSpan={years.length + 2}>
                  {group.name}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <Row key={row.measure} view={view} words={words} years={years} glance={glance} {...row} />
            ))}
          </tbody>
        ))}
      </Sheet>
    </div>
  );
}

/** The years over their columns, and all of them together. */
export function YearHead({
  view,
  first,
  bare = false,
}: {
  view: ExposureView;
  first: string;
  /** What the years are to the day is said elsewhere. */
  bare?: boolean;
}) {
  const { t } = useLingui();
  const years = useYears(view);
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {years.map(({ name, gloss }) => (
          <th key={name} scope="col" className={css.figure}>
            {name}
            {!bare && <span className={css.gloss}> {gloss}</span>}
          </th>
        ))}
        <th scope="col" className={css.figure}>
          {t`Total`}
        </th>
      </tr>
    </thead>
  );
}

type Look = {
  words: ReturnType<typeof useMeasureWords>;
  years: readonly { name: string }[];
  glance: (measure: Measure, value: number) => string;
};

function Row({
  view,
  measure,
  name,
  strong,
  words,
  years,
  glance,
}: {
  view: ExposureView;
  measure: Measure;
  name: string;
  strong?: boolean | undefined;
} & Look) {
  const { t } = useLingui();
  const sum = sumOf(view.total, measure);
  const alarm = measure === "gap" && sum !== 0;
  const figure = (place: Place, when: string, value: number) => (
    <Figure
      measure={measure}
      name={words[measure].name}
      place={place}
      when={when}
      value={value}
      shown={glance(measure, value)}
    />
  );
  return (
    <tr data-strong={strong || undefined} data-alarm={alarm || undefined}>
      <th scope="row" title={words[measure].how}>
        {alarm && <TriangleAlert size={14} className={css.alarm} aria-hidden />}
        {name}
      </th>
      {view.total.map((figures, at) => (
        <td key={figures.year} className={css.figure}>
          {figure(figures.year, years[at]?.name ?? "", figureOf(figures, measure))}
        </td>
      ))}
      <td className={css.figure}>{figure("all", t`all years shown`, sum)}</td>
    </tr>
  );
}
