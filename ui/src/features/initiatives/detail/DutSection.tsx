import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMunicipality } from "../../../app/municipality";
import { useSession } from "../../../app/session";
import { formatDate, formatNumber, useWord } from "../../../format";
import type { DutView, RegisterView, ShareEstimate } from "../../../ipc";
import { formatAmount, oere } from "../../../money";
import { NoFigure } from "../../../parts/Figure";
import { Heading } from "../../../parts/Heading";
import { Mark } from "../../../parts/Mark";
import { Facts } from "../../../parts/pool/Facts";
import { Place } from "../../../parts/pool/Place";
import { usePeriodName } from "./AmountsSection";
import css from "./Detail.module.css";

/** What »D« says, whom the money may reach, and the estimated share where, and only where, it can be estimated. */
export function DutSection({ dut, register }: { dut: DutView; register: RegisterView }) {
  const { t } = useLingui();
  const word = useWord();
  return (
    <section className={css.section} aria-labelledby="detail-dut">
      <Heading level={3} id="detail-dut">
        {t`DUT`}
      </Heading>
      <p>
        {t`“D” means that the initiative, or parts of it, is to be DUT-negotiated. The money may reach municipalities or regions through the block grant. There is nothing to apply for.`}
      </p>
      <Facts
        facts={[
          {
            label: t`Recipient`,
            value: (
              <>
                {word("dut_recipient", dut.recipient)}
                {dut.place && (
                  <span className={`${css.soft} ${css.block}`}>
                    <Place>{dut.place}</Place>
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
      {dut.share ? <Share share={dut.share} register={register} /> : <NoShare dut={dut} />}
    </section>
  );
}

function Share({ share, register }: { share: ShareEstimate; register: RegisterView }) {
  const { t } = useLingui();
  const { language } = useSession();
  const name = usePeriodName(register);
  const { municipality } = share;
  const own = formatNumber(share.population, language);
  const all = formatNumber(share.countryPopulation, language);
  const day = formatDate(share.date, language, "long");
  const level = `${register.agreement.priceLevel}-pl`;
  return (
    <>
      <Mark tone="info" filled>
        {t`Estimate by population: ${municipality} ${own} of Denmark's ${all} inhabitants on ${day}. The agreement itself states no share.`}
      </Mark>
      <table className={css.table}>
        <caption>{t`Estimated share for ${municipality}, DKK (${level})`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Period`}</th>
            <th scope="col" className={css.amount}>
              {t`Estimated`}
            </th>
          </tr>
        </thead>
        <tbody>
          {register.periods.map((period, index) => {
            const text = share.amounts[index] ?? null;
            const shown = text === null ? null : formatAmount(oere(text), "kr", language, "rounded");
            const look = { year: undefined, total: css.total, permanent: css.apart };
            return (
              <tr key={period.key} className={look[period.kind]}>
                <th scope="row">{name(period)}</th>
                <td>{shown === null ? <NoFigure /> : shown}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function NoShare({ dut }: { dut: DutView }) {
  const { t } = useLingui();
  const municipality = useMunicipality();
  if (dut.recipient === "municipal") {
    const why = municipality
      ? t`No population figures are known for the municipality and Denmark on the same date.`
      : t`No municipality has been chosen.`;
    return (
      <p>
        <Mark tone="soft">{t`Municipal share not estimated`}</Mark>
        <span className={`${css.soft} ${css.block}`}>
          {why}{" "}
          <Link to="/settings/$section" params={{ section: municipality ? "population" : "municipality" }}>
            {municipality ? t`Add them in Settings` : t`Choose it in Settings`}
          </Link>
        </span>
      </p>
    );
  }
  const reasons = {
    regional: t`The agreement gives the amount to the regions.`,
    split: t`The amount goes to both municipalities and regions, and the agreement has no figure for each.`,
    not_stated: t`The agreement does not say whom the amount goes to.`,
  };
  return (
    <p>
      <Mark tone="soft">{t`Municipal share not stated`}</Mark>
      <span className={`${css.soft} ${css.block}`}>{reasons[dut.recipient]}</span>
    </p>
  );
}
