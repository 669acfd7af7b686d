import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ExposureView } from "../../ipc";
import { oere } from "../../money";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { Heading } from "../../parts/Heading";
import { Mark } from "../../parts/Mark";
import { StageMark } from "../../parts/marks";
import css from "./Economy.module.css";
import { Sheet } from "./Sheet";
import { useFigures } from "./useMeasures";

const few = 8;

/** Live applications without a budget: what they promise is not known, which is not the same as nothing. */
export function Missing({ view }: { view: ExposureView }) {
  const { t } = useLingui();
  const { glance, unit } = useFigures();
  const [all, showAll] = useState(false);
  const { withoutBudget } = view;
  if (withoutBudget.length === 0) return null;
  const seen = all ? withoutBudget : withoutBudget.slice(0, few);
  const inUnit = unit("granted");
  const stated = (amount: string | null) =>
    amount === null ? <span className={css.soft}>{t`not stated`}</span> : glance("granted", oere(amount));
  return (
    <div className={css.section}>
      <Heading level={2} id="without-budget" aside={t`in none of the figures`}>
        {t`Without a budget`}
      </Heading>
      <Sheet heading="without-budget">
        <thead>
          <tr>
            <th scope="col">{t`Application`}</th>
            <th scope="col">{t`Status`}</th>
            <th scope="col" className={`${css.figure} ${css.amount}`}>{t`Applied for, ${inUnit}`}</th>
            <th scope="col" className={`${css.figure} ${css.amount}`}>{t`Total cost, ${inUnit}`}</th>
            <th scope="col">{t`Own financing`}</th>
          </tr>
        </thead>
        <tbody>
          {seen.map((one) => (
            <tr key={one.applicationId}>
              <th scope="row" className={css.application}>
                <Link to="/applications/$id" params={{ id: String(one.applicationId) }} search={{ tab: "budget" }}>
                  <DanishText>{one.title}</DanishText>
                </Link>
              </th>
              <td>
                <StageMark stage={one.stage} />
              </td>
              <td className={css.figure}>{stated(one.requested)}</td>
              <td className={css.figure}>{stated(one.total)}</td>
              <td>
                <Mark tone="warn">
                  {one.financingWithoutAmount ? t`missing: named without an amount` : t`missing: not known`}
                </Mark>
              </td>
            </tr>
          ))}
        </tbody>
      </Sheet>
      {seen.length < withoutBudget.length && (
        <Button tone="quiet" onClick={() => showAll(true)}>
          {t`Show all ${withoutBudget.length}`}
        </Button>
      )}
    </div>
  );
}
