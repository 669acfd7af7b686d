import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { MoneyView, Spending } from "../../../ipc";
import { Select } from "../../../parts/Select";
import { Kroner } from "../page/Kroner";
import { Scrolled } from "../page/Scrolled";
import { Section } from "../page/Section";
import css from "./money.module.css";
import { SpentRow } from "./SpentRow";
import { firstYear, ofYear, yearsOf } from "./shown";
import type { MoneyPartActions } from "./useMoney";

const ALL = "all";

/** What each line of the budget in force has cost, what is left, and what it is expected to come to. */
export function SpentLines({
  view,
  actions,
  editable,
  onCharge,
  onOpen,
}: {
  view: MoneyView;
  actions: MoneyPartActions;
  editable: boolean;
  /** Begins to charge a line. */
  onCharge: (line: number) => void;
  /** Opens something spent, to correct it. */
  onOpen: (spending: Spending) => void;
}) {
  const { t } = useLingui();
  const years = yearsOf(view);
  const [chosen, setChosen] = useState<number | null | undefined>(undefined);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const wish = chosen === undefined ? firstYear(view) : chosen;
  const year = wish !== null && years.includes(wish) ? wish : null;
  const total = ofYear(view.spent, year);
  const title = t`Spending by line`;
  const toggle = (line: number) =>
    setOpen((now) => (now.has(line) ? new Set([...now].filter((one) => one !== line)) : new Set([...now, line])));
  return (
    <Section
      title={title}
      tools={
        <Select
          label={t`Year`}
          value={year === null ? ALL : String(year)}
          options={[
            ...years.map((one) => ({ value: String(one), label: String(one) })),
            { value: ALL, label: t`All years` },
          ]}
          onChange={(next) => setChosen(next === ALL ? null : Number(next))}
        />
      }
    >
      <Scrolled label={title}>
        <table className={css.table}>
          <caption>{t`Amounts in DKK`}</caption>
          <thead>
            <tr>
              <th scope="col">{t`Line`}</th>
              <th scope="col" data-end>{t`Budget`}</th>
              <th scope="col" data-end>{t`Spent`}</th>
              <th scope="col" data-end>{t`Left`}</th>
              <th scope="col" data-end>{t`Expected`}</th>
              <th scope="col" data-end>{t`Deviation`}</th>
            </tr>
          </thead>
          <tbody>
            {view.lines.map((one) => (
              <SpentRow
                key={one.line.id}
                view={view}
                spent={one}
                year={year}
                open={open.has(one.line.id)}
                onToggle={() => toggle(one.line.id)}
                actions={actions}
                editable={editable}
                onCharge={onCharge}
                onOpen={onOpen}
              />
            ))}
          </tbody>
          {total && (
            <tfoot>
              <tr>
                <th scope="row">{t`Total`}</th>
                {([total.budget, total.spent, total.left, total.forecast, total.deviation] as const).map(
                  (amount, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                    <td key={at} data-end>
                      <Kroner amount={amount} />
                    </td>
                  ),
                )}
              </tr>
            </tfoot>
          )}
        </table>
      </Scrolled>
      <p className={css.soft}>
        {t`A year that goes on is expected to cost as much a day as until now, a year to come what the budget says, unless you write a forecast of your own.`}
      </p>
    </Section>
  );
}
