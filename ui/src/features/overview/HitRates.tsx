import { Plural, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "../../app/session";
import { formatNumber } from "../../format";
import type { HitRate, OverviewView } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { Unseen } from "../../parts/Figure";
import { Heading } from "../../parts/Heading";
import { useSums } from "../../parts/useSums";
import { Made } from "./Made";
import css from "./Overview.module.css";
import { withAnswers } from "./shown";

/** How many of the answered applications were granted, by department and by who gives. */
export function HitRates({ view }: { view: OverviewView }) {
  const { t } = useLingui();
  const departments = withAnswers(view.byDepartment);
  const authorities = withAnswers(view.byAuthority);
  return (
    <section aria-labelledby="hit-rate" className={css.section}>
      <Heading level={2} id="hit-rate" aside={t`of answered applications`}>
        {t`Hit rate`}
      </Heading>
      {departments.length + authorities.length === 0 ? (
        <p className={css.soft}>{t`No application has been sent yet.`}</p>
      ) : (
        <>
          <Rates heading={t`Department`} rates={departments} />
          <Rates heading={t`Authority or fund`} rates={authorities} />
        </>
      )}
    </section>
  );
}

const few = 4;

function Rates({ heading, rates }: { heading: string; rates: HitRate[] }) {
  const { t } = useLingui();
  const [all, showAll] = useState(false);
  const seen = all || rates.length <= few + 1 ? rates : rates.slice(0, few);
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" className={css.number}>{t`Granted`}</th>
            <th scope="col" className={css.number}>{t`By money`}</th>
            <th scope="col" className={css.number}>{t`Waiting`}</th>
          </tr>
        </thead>
        <tbody>
          {seen.map((rate) => (
            <Row key={rate.name} rate={rate} />
          ))}
        </tbody>
      </table>
      {seen.length < rates.length && (
        <Button tone="quiet" className={css.more} onClick={() => showAll(true)}>
          {t`Show all ${rates.length}`}
        </Button>
      )}
    </>
  );
}

function Row({ rate }: { rate: HitRate }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { whole } = useSums();
  const name = rate.name || t`Not stated`;
  const answered = rate.answered.length;
  const granted = rate.granted.length;
  const awarded = whole(rate.awarded);
  const requested = whole(rate.requested);
  const percent = rate.moneyPerMille !== null && formatNumber(rate.moneyPerMille / 10, language, 1);
  return (
    <tr>
      <th scope="row">{rate.name ? <DanishText>{rate.name}</DanishText> : <span className={css.soft}>{name}</span>}</th>
      <td className={css.number}>
        {answered === 0 ? (
          <None />
        ) : (
          <Made
            making={{
              title: t`${name}: answered`,
              how: t`Applications granted, also on conditions, out of all that were granted or rejected. Those not answered are not counted.`,
              ids: rate.answered,
            }}
          >
            {t`${granted} of ${answered}`}
          </Made>
        )}
      </td>
      <td className={css.number}>
        {percent ? (
          <Made
            making={{
              title: t`${name}: by money`,
              how: t`${awarded} granted of the ${requested} that the same applications asked for.`,
              ids: rate.answered,
              column: "ourAwarded",
              besides: rate.unknown > 0 && (
                <Plural
                  value={rate.unknown}
                  one="# answered application lacks an amount and is not in the amounts."
                  other="# answered applications lack an amount and are not in the amounts."
                />
              ),
            }}
          >
            {t`${percent} pct.`}
          </Made>
        ) : (
          <None />
        )}
      </td>
      <td className={css.number}>
        {rate.waiting.length === 0 ? (
          <None />
        ) : (
          <Made
            making={{
              title: t`${name}: waiting for an answer`,
              how: t`Applications that are sent and not answered. They are in no hit rate.`,
              ids: rate.waiting,
              column: "ourRequested",
            }}
          >
            {rate.waiting.length}
          </Made>
        )}
      </td>
    </tr>
  );
}

function None() {
  const { t } = useLingui();
  return (
    <>
      <span className={css.none} aria-hidden>
        –
      </span>
      <Unseen>{t`none`}</Unseen>
    </>
  );
}
