import { useLingui } from "@lingui/react/macro";
import type { PoolView } from "../../ipc";
import { DanishText, LocalText } from "../DanishText";
import { Mark } from "../Mark";
import { differingCalls, useAmounts } from "./amounts";
import { CallBlock } from "./CallBlock";
import { CallStateMark } from "./CallStateMark";
import { CanApplyMark } from "./CanApplyMark";
import { Facts } from "./Facts";
import { Place } from "./Place";
import css from "./Pool.module.css";

/** What is known of one pool under its title and amount: can we apply and by when, its calls, and who hands it out. */
export function PoolBlock({ pool }: { pool: PoolView }) {
  const { t } = useLingui();
  const { sum, figure } = useAmounts();
  const stated = pool.years.map(({ year, amount }) => `${year}: ${figure(amount)}`).join(" · ");
  return (
    <div className={css.pool}>
      <div className={css.marks}>
        <CanApplyMark canApply={pool.canApply}>{useAnswer(pool)}</CanApplyMark>
        <CallStateMark state={pool.callState} />
      </div>
      {differingCalls(pool).map(({ title, agreed, announced }) => {
        const inAgreement = sum(agreed);
        const inCall = sum(announced);
        return (
          <Mark key={title + announced} tone="warn" filled>
            {pool.calls.length > 1 && (
              <>
                <DanishText>{title}</DanishText>
                {". "}
              </>
            )}
            {t`The agreement: ${inAgreement}; the call: ${inCall}`}
          </Mark>
        );
      })}
      {pool.calls.map((call) => (
        <CallBlock key={call.id} call={call} pool={pool} />
      ))}
      <Facts
        facts={[
          { label: t`Applicants`, value: pool.applicants.da && <LocalText text={pool.applicants} /> },
          { label: t`Authority`, value: pool.authority && <DanishText>{pool.authority}</DanishText> },
          { label: t`Account`, value: pool.account },
          {
            label: t`In the agreement`,
            // A pool of one's own stands in none.
            value: !pool.own && (
              <>
                {pool.amount === null && pool.years.length === 0 && (
                  <span className={css.block}>{t`amount not stated`}</span>
                )}
                {stated && <span className={css.block}>{stated}</span>}
                <Place>{pool.place}</Place>
              </>
            ),
          },
        ]}
      />
      {pool.note.da && (
        <p className={css.note}>
          <LocalText text={pool.note} />
        </p>
      )}
    </div>
  );
}

function useAnswer({ canApply }: PoolView): string {
  const { t } = useLingui();
  if (canApply === "yes") return t`The municipality can apply`;
  if (canApply === "partner") return t`The municipality can take part as a partner`;
  if (canApply === "no") return t`The municipality cannot apply`;
  return t`Unclear whether the municipality can apply`;
}
