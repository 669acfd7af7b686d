import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "../../../app/session";
import type { InitiativeRow, PeriodView, RegisterView } from "../../../ipc";
import { formatAmount, oere } from "../../../money";
import { Figure, NoFigure } from "../../../parts/Figure";
import { Heading } from "../../../parts/Heading";
import css from "./Amounts.module.css";
import { barsOf, columnsOf } from "./bars";
import detail from "./Detail.module.css";

type Shown = { period: PeriodView; amount: number | null; text: string };

/** What a period is called here: the year, the years together, or »Varigt, pr. år«. */
export function usePeriodName(register: RegisterView): (period: PeriodView) => string {
  const { t } = useLingui();
  const { firstYear, lastYear } = register.agreement;
  const last = String(lastYear).slice(2);
  return ({ kind, key }) => {
    if (kind === "total") return t`Total ${firstYear}-${last}`;
    return kind === "permanent" ? t`Permanent, per year` : key;
  };
}

/** The initiative's amounts in the register's unit and price level: as bars with figures, and as a table. */
export function AmountsSection({ row, register }: { row: InitiativeRow; register: RegisterView }) {
  const { t } = useLingui();
  const { preferences, language } = useSession();
  const name = usePeriodName(register);
  const [asTable, setAsTable] = useState(false);
  const { unit } = preferences;
  const precision = register.priceLevel.converted ? "rounded" : "exact";
  const shown: Shown[] = register.periods.map((period, index) => {
    const text = row.amounts[index] ?? null;
    const amount = text === null ? null : oere(text);
    return { period, amount, text: formatAmount(amount, unit, language, precision) };
  });
  const level = `${register.priceLevel.year}-pl`;
  const heading = unit === "mio" ? t`Amounts, DKK m` : t`Amounts, DKK`;
  const converted = register.priceLevel.converted;
  // Figures in kroner do not fit under narrow bars: the table carries them.
  const tableOnly = unit === "kr";
  return (
    <section className={detail.section} aria-labelledby="detail-amounts">
      <div className={detail.sectionHead}>
        <Heading level={3} id="detail-amounts" aside={converted ? t`(${level}, converted)` : `(${level})`}>
          {heading}
        </Heading>
        {!tableOnly && (
          <button type="button" className={detail.link} onClick={() => setAsTable(!asTable)}>
            {asTable ? t`Show as bars` : t`Show as table`}
          </button>
        )}
      </div>
      {!(asTable && !tableOnly) && <Bars shown={shown} name={name} figures={!tableOnly} label={heading} />}
      {(asTable || tableOnly) && <AmountsTable shown={shown} name={name} caption={`${heading} (${level})`} />}
    </section>
  );
}

type Parts = { shown: Shown[]; name: (period: PeriodView) => string };

function Bars({ shown, name, figures, label }: Parts & { figures: boolean; label: string }) {
  const { t } = useLingui();
  const years = shown.filter(({ period }) => period.kind === "year");
  const total = shown.find(({ period }) => period.kind === "total");
  const permanent = shown.find(({ period }) => period.kind === "permanent");
  const { bars, width, yearsWidth, lastingX } = barsOf(
    years.map(({ amount }) => amount),
    permanent?.amount,
  );
  const none = t`none`;
  const told = shown.map(({ period, amount, text }) => `${name(period)}: ${amount === null ? none : text}`).join("; ");
  const drawn = permanent ? [...years, permanent] : years;
  return (
    <figure className={css.figure}>
      <svg
        className={css.bars}
        viewBox={`0 0 ${width} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}. ${told}`}
      >
        {bars.map((bar) => (
          <rect
            key={bar.x}
            className={bar.lasting ? css.lasting : css.bar}
            x={bar.x}
            y={99 - bar.height}
            width={bar.width}
            height={bar.height}
          />
        ))}
        <line className={css.ground} x1="0" x2={yearsWidth} y1="99.5" y2="99.5" />
        {permanent && <line className={css.ground} x1={lastingX} x2={width} y1="99.5" y2="99.5" />}
      </svg>
      <div
        className={css.labels}
        style={{ gridTemplateColumns: columnsOf(years.length, permanent !== undefined) }}
        aria-hidden
      >
        {drawn.map(({ period, text }) => (
          <span key={period.key} className={css.label} style={period.kind === "permanent" ? { gridColumn: -2 } : {}}>
            {figures && <span className={css.value}>{text}</span>}
            {name(period)}
          </span>
        ))}
      </div>
      {figures && total && (
        <div className={css.sum} aria-hidden>
          <span className={detail.soft}>{name(total.period)}</span>
          <Figure strong>{total.text}</Figure>
        </div>
      )}
    </figure>
  );
}

function AmountsTable({ shown, name, caption }: Parts & { caption: string }) {
  const { t } = useLingui();
  const className = { year: undefined, total: detail.total, permanent: detail.apart };
  return (
    <table className={detail.table} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{t`Period`}</th>
          <th scope="col" className={detail.amount}>
            {t`Amount`}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ period, amount, text }) => (
          <tr key={period.key} className={className[period.kind]}>
            <th scope="row">{name(period)}</th>
            <td>{amount === null ? <NoFigure /> : text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
