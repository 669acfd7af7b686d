import { useLingui } from "@lingui/react/macro";
import type { YearEnd } from "../../../ipc";
import { oere } from "../../../money";
import { Kroner } from "../page/Kroner";
import { Scrolled } from "../page/Scrolled";
import { Section } from "../page/Section";
import { useShown } from "../page/shown";
import css from "./money.module.css";
import { standings } from "./shown";

/** At the end of each year, and on the day: what the funder has paid ahead, what it owes, and what is moved to later years. */
export function YearEnds({ ends }: { ends: readonly YearEnd[] }) {
  const { t } = useLingui();
  const { day } = useShown();
  const title = t`At the end of the year`;
  const columns: { label: string; of: keyof YearEnd }[] = [
    { label: t`Received`, of: "received" },
    { label: t`Repaid`, of: "repaid" },
    { label: t`Used of the grant`, of: "used" },
    { label: t`Received in advance`, of: "inAdvance" },
    { label: t`Owed by the funder`, of: "outstanding" },
    { label: t`Carried over`, of: "carriedOver" },
    { label: t`Kept back`, of: "withheld" },
  ];
  if (ends.length === 0) return null;
  return (
    <Section title={title}>
      <p className={css.soft}>
        {t`In DKK. Received in advance is what came and is not used; owed by the funder is what is used and has not come.`}
      </p>
      <Scrolled label={title}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t`Day`}</th>
              {columns.map(({ label, of }) => (
                <th key={of} scope="col" data-end>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {standings(ends).map(({ end, until }) => (
              <tr key={end.on}>
                <th scope="row">{end.on === until ? day(end.on) : `${day(end.on)} – ${day(until)}`}</th>
                {columns.map(({ of }) => (
                  <td key={of} data-end data-none={oere(end[of]) === 0 || undefined}>
                    <Kroner amount={end[of]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Section>
  );
}
