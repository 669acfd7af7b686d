import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useSession } from "../../../app/session";
import { useWord } from "../../../format";
import type { Budget, WhatIfView, WhatIfYear } from "../../../ipc";
import { addAmounts, formatAmount, oere } from "../../../money";
import { DanishText, LocalText } from "../../../parts/DanishText";
import { formatHundredths, signOf } from "../../../parts/decimal";
import { Unseen } from "../../../parts/Figure";
import { Mark } from "../../../parts/Mark";
import { Scrolled } from "../page/Scrolled";
import { exposureOf, type Measure, measuresOf } from "./scenario";
import css from "./whatIf.module.css";

type Row = {
  label: string;
  /** Why it is what it is, under the label. */
  about?: string;
  of: (year: WhatIfYear) => Measure;
  hours?: boolean;
};

/** The plan beside what comes of it, year by year, and how it was reckoned. */
export function Result({ view, budget, waiting }: { view: WhatIfView; budget: Budget; waiting: boolean }) {
  const { t } = useLingui();
  const word = useWord();
  const kind = word("budget_kind", budget.kind);
  // What is not allotted to a year stands after the years.
  const columns = [
    ...view.years.filter(({ year }) => year !== 0),
    ...view.years.filter(({ year }) => year === 0),
    view.total,
  ];
  const nameOf = ({ year }: WhatIfYear) => (year === null ? t`All years` : year === 0 ? t`Not allotted` : String(year));
  const rows: Row[] = [
    { label: t`Costs`, of: (year) => measuresOf(year).cost },
    { label: t`Grant`, of: (year) => measuresOf(year).grant },
    { label: t`Own financing`, about: t`with what nobody else pays`, of: (year) => measuresOf(year).own },
    { label: t`Own hours`, of: (year) => measuresOf(year).hours, hours: true },
  ];
  return (
    <div className={css.result} aria-busy={waiting}>
      <Sentence total={view.total} />
      <Scrolled label={t`The plan and what comes of it`}>
        <table className={css.table}>
          <caption>
            {t`Reckoned from the budget:`} <DanishText>{budget.title || kind}</DanishText>, {t`amounts in DKK`}
          </caption>
          <thead>
            <tr>
              <td colSpan={2} />
              {columns.map((year) => (
                <th key={year.year ?? "all"} scope="col">
                  {nameOf(year)}
                </th>
              ))}
            </tr>
          </thead>
          {rows.map((row) => (
            <tbody key={row.label}>
              <tr>
                <th scope="rowgroup" rowSpan={3}>
                  {row.label}
                  {row.about && <span className={css.about}>{row.about}</span>}
                </th>
                <th scope="row">{t`Plan`}</th>
                {columns.map((year) => (
                  <Amount key={year.year ?? "all"} value={row.of(year).plan} hours={row.hours} />
                ))}
              </tr>
              <tr data-strong>
                <th scope="row">{t`If so`}</th>
                {columns.map((year) => (
                  <Amount key={year.year ?? "all"} value={row.of(year).expected} hours={row.hours} />
                ))}
              </tr>
              <tr data-difference>
                <th scope="row">{t`Difference`}</th>
                {columns.map((year) => (
                  <Amount key={year.year ?? "all"} value={row.of(year).more} hours={row.hours} difference />
                ))}
              </tr>
            </tbody>
          ))}
          <tbody>
            <tr data-strong>
              <th scope="row" colSpan={2}>
                {t`To be repaid of what is received`}
              </th>
              {columns.map((year) => (
                <Amount key={year.year ?? "all"} value={year.repayment} />
              ))}
            </tr>
          </tbody>
        </table>
      </Scrolled>
      {view.reasons.length > 0 && (
        <ul className={css.reasons} aria-label={t`How it is reckoned`}>
          {view.reasons.map((reason) => (
            <li key={reason.da}>
              <LocalText text={reason} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What it comes to for the municipality, in one sentence; read out when it changes. */
function Sentence({ total }: { total: WhatIfYear }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { plan, expected, more } = exposureOf(total);
  const shown = (value: number) => formatAmount(value, "kr", language);
  const [planned, now, by] = [shown(oere(plan)), shown(oere(expected)), shown(Math.abs(oere(more)))];
  const sign = Math.sign(oere(more));
  const repaid = oere(total.repayment) !== 0;
  const words: ReactNode =
    sign === 0 ? (
      <Mark tone="plain">{t`The municipality pays DKK ${planned} itself, as planned.`}</Mark>
    ) : sign > 0 ? (
      <Mark tone="warn">
        {repaid
          ? t`The municipality pays DKK ${now} itself, with what is repaid: DKK ${by} more than the plan's ${planned}.`
          : t`The municipality pays DKK ${now} itself, with what nobody else pays: DKK ${by} more than the plan's ${planned}.`}
      </Mark>
    ) : (
      <Mark tone="plain">{t`The municipality pays DKK ${now} itself: DKK ${by} less than the plan's ${planned}.`}</Mark>
    );
  return (
    <p className={css.sentence} role="status">
      {words}
    </p>
  );
}

function Amount({ value, hours, difference }: { value: string; hours?: boolean; difference?: boolean }) {
  const { t } = useLingui();
  const { language } = useSession();
  const sign = hours ? signOf(value) : Math.sign(addAmounts([oere(value)]) ?? 0);
  if (difference && sign === 0)
    return (
      <td data-none>
        <span aria-hidden>–</span>
        <Unseen>{t({ message: "none", context: "difference" })}</Unseen>
      </td>
    );
  const text = hours ? formatHundredths(value, language) : formatAmount(oere(value), "kr", language);
  return <td data-sign={difference ? sign : undefined}>{difference && sign > 0 ? `+${text}` : text}</td>;
}
