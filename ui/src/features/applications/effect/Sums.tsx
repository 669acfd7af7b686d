import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../../app/session";
import type { EffectSum, EffectView } from "../../../ipc";
import { formatAmount, oere } from "../../../money";
import { formatDecimal } from "../../../parts/decimal";
import { Mark } from "../../../parts/Mark";
import { Kroner } from "../page/Kroner";
import { Scrolled } from "../page/Scrolled";
import { Section } from "../page/Section";
import { Chart } from "./Chart";
import css from "./effect.module.css";

/** Year by year what is saved after refund, what is invested, and when it has paid for itself. */
export function Sums({ view }: { view: EffectView }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { years, total, breakEven, notAllotted } = view;
  const title = t`Saved and invested by year`;
  const columns: { key: Exclude<keyof EffectSum, "year" | "fullYearPersons">; label: string }[] = [
    { key: "gross", label: t`Saved before refund` },
    { key: "refund", label: t`The state's refund` },
    { key: "net", label: t`Saved net` },
    { key: "invested", label: t`Own financing` },
    { key: "balance", label: t`Net less invested` },
    { key: "accumulated", label: t`Summed` },
  ];
  const aside = notAllotted === null ? "" : formatAmount(oere(notAllotted), "kr", language);
  return (
    <Section title={title}>
      <Verdict view={view} />
      {aside && (
        <p>
          <Mark tone="warn">{t`DKK ${aside} of own financing is not allotted to a year: it is in the total, and in no year.`}</Mark>
        </p>
      )}
      <div className={css.both}>
        <Scrolled label={title}>
          <table className={css.table}>
            <caption>{t`Amounts in DKK`}</caption>
            <thead>
              <tr>
                <th scope="col">{t`Year`}</th>
                {columns.map(({ key, label }) => (
                  <th key={key} scope="col">
                    {label}
                  </th>
                ))}
                <th scope="col">{t`Full-year persons`}</th>
              </tr>
            </thead>
            <tbody>
              {years.map((year) => (
                <tr key={year.year}>
                  <th scope="row">{year.year}</th>
                  {columns.map(({ key }) => (
                    <td key={key}>
                      <Kroner amount={year[key]} />
                    </td>
                  ))}
                  <td>{formatDecimal(year.fullYearPersons, language)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t`Total`}</th>
                {columns.map(({ key }) => (
                  <td key={key}>
                    <Kroner amount={total[key]} />
                  </td>
                ))}
                <td>{formatDecimal(total.fullYearPersons, language)}</td>
              </tr>
            </tfoot>
          </table>
        </Scrolled>
        {years.length > 0 && <Chart years={years} breakEven={breakEven} />}
      </div>
    </Section>
  );
}

/** What a paper would say of it: invested, saved after so many years, and whether and when it is paid back. */
function Verdict({ view: { years, total, breakEven } }: { view: EffectView }) {
  const { t } = useLingui();
  const { language } = useSession();
  const shown = (amount: string) => formatAmount(oere(amount), "kr", language);
  const [invested, net] = [shown(total.invested), shown(total.net)];
  const persons = formatDecimal(total.fullYearPersons, language);
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const period = first === last ? String(first) : `${first}–${last}`;
  return (
    <p className={css.verdict}>
      <span>
        {t`In ${period} DKK ${invested} of own money is invested and DKK ${net} is saved after refund.`}
        {total.fullYearPersons !== "0" && ` ${t`That is ${persons} full-year persons.`}`}
      </span>
      {oere(total.invested) === 0 ? (
        <Mark tone="info">{t`The budget has no own money, so there is nothing to pay back.`}</Mark>
      ) : breakEven === null ? (
        <Mark tone="warn">{t`The own money is not paid back in the years shown.`}</Mark>
      ) : (
        <Mark tone="ok">
          {t`Paid back in ${breakEven}`}
          {first > 0 && `, ${plural(breakEven - first + 1, { one: "the first year", other: "year # of the case" })}`}
        </Mark>
      )}
    </p>
  );
}
