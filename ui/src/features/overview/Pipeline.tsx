import { Plural, useLingui } from "@lingui/react/macro";
import type { CSSProperties } from "react";
import { useWord } from "../../format";
import type { AmountOf, OverviewView, StageSum } from "../../ipc";
import { oere, shares } from "../../money";
import { Unseen } from "../../parts/Figure";
import { Heading } from "../../parts/Heading";
import { useSums } from "../../parts/useSums";
import { Made } from "./Made";
import css from "./Overview.module.css";

/** A sum that has something in it. */
const known = ({ applications, unknown }: AmountOf) => applications.length > unknown;

const partly = (of: AmountOf) => known(of) && of.unknown > 0;

/** Every application by its stage: how many, what is applied for, and what was granted. */
export function Pipeline({ view }: { view: OverviewView }) {
  const { t } = useLingui();
  const { stages, undated } = view;
  const lengths = shares(stages.flatMap(({ requested, awarded }) => [oere(requested.amount), oere(awarded.amount)]));
  return (
    <section aria-labelledby="pipeline" className={css.section}>
      <Heading level={2} id="pipeline" aside={t`number and amount`}>
        {t`Applications by status`}
      </Heading>
      {stages.length === 0 ? (
        <p className={css.soft}>{t`No applications yet.`}</p>
      ) : (
        <table className={`${css.table} ${css.stages}`}>
          <thead>
            <tr>
              <th scope="col">{t`Status`}</th>
              <th scope="col" className={css.barHead}>
                <Unseen>{t`Bars`}</Unseen>
              </th>
              <th scope="col" className={css.number}>{t`Number`}</th>
              <th scope="col" className={css.number} data-bar="requested">
                {t`Applied for`}
              </th>
              <th scope="col" className={css.number} data-bar="awarded">
                {t`Granted`}
              </th>
            </tr>
          </thead>
          <tbody>
            {stages.map((one, index) => (
              <Row key={one.stage} one={one} lengths={[lengths[2 * index] ?? 0, lengths[2 * index + 1] ?? 0]} />
            ))}
          </tbody>
        </table>
      )}
      {stages.some(({ requested, awarded }) => partly(requested) || partly(awarded)) && (
        <p className={css.soft}>* {t`some without an amount`}</p>
      )}
      {undated.length > 0 && (
        <Made
          making={{
            title: t`Without a date`,
            how: t`The day of their newest step is not known, so they stand in no figure on this page.`,
            ids: undated,
          }}
          className={css.undated}
        >
          <Plural
            value={undated.length}
            one="# application without a date is not counted"
            other="# applications without a date are not counted"
          />
        </Made>
      )}
    </section>
  );
}

function Row({ one, lengths }: { one: StageSum; lengths: [requested: number, awarded: number] }) {
  const { t } = useLingui();
  const word = useWord();
  const { stage, requested, awarded } = one;
  const name = word("stage", stage);
  const ids = requested.applications;
  const bar = (length: number) => ({ "--length": length }) as CSSProperties;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={css.bars} aria-hidden>
        <span className={css.bar} data-bar="requested" style={bar(lengths[0])} />
        <span className={css.bar} data-bar="awarded" style={bar(lengths[1])} />
      </td>
      <td className={css.number}>
        <Made
          making={{
            title: name,
            how: t`Applications whose newest step led to this status.`,
            ids,
            column: "ourRequested",
          }}
        >
          {ids.length}
        </Made>
      </td>
      <Sum
        of={requested}
        title={t`${name}: applied for`}
        how={t`Our part of what the applications of this status ask for.`}
        column="ourRequested"
      />
      <Sum
        of={awarded}
        title={t`${name}: granted`}
        how={t`Our part of what was granted to the applications of this status.`}
        column="ourAwarded"
      />
    </tr>
  );
}

type SumProps = { of: AmountOf; title: string; how: string; column: "ourRequested" | "ourAwarded" };

function Sum({ of, title, how, column }: SumProps) {
  const { t } = useLingui();
  const { glance } = useSums();
  if (of.applications.length === 0)
    return (
      <td className={css.number}>
        <span className={css.none} aria-hidden>
          –
        </span>
        <Unseen>{t`none`}</Unseen>
      </td>
    );
  return (
    <td className={css.number}>
      <Made making={{ title, how, ids: of.applications, column, sum: of.amount }}>
        {known(of) ? glance(of.amount) : t`unknown`}
        {partly(of) && (
          <>
            <span aria-hidden>*</span>
            <Unseen>{t`some without an amount`}</Unseen>
          </>
        )}
      </Made>
    </td>
  );
}
