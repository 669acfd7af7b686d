import { useLingui } from "@lingui/react/macro";
import { useWord } from "../../../format";
import type { Chain, PlanView } from "../../../ipc";
import { Section } from "../page/Section";
import css from "./plan.module.css";
import { StepLine } from "./StepLine";

const chains: readonly Chain[] = ["case", "application"];

/** The two chains that meet at sending, side by side, each in the order its steps come. */
export function Chains({ plan, editable }: { plan: PlanView; editable: boolean }) {
  const { t } = useLingui();
  const word = useWord();
  if (plan.steps.length === 0)
    return (
      <p className={css.soft}>
        {t`The steps to the committee and to sending stand here once there is a deadline to reckon back from.`}
      </p>
    );
  return (
    <div className={css.chains}>
      {chains.map((chain) => {
        const steps = plan.steps.filter((step) => step.chain === chain);
        const about = { case: t`to the committee's decision`, application: t`to sending` }[chain];
        return (
          <Section
            key={chain}
            title={
              <>
                {word("chain", chain)} <span className={css.aside}>{about}</span>
              </>
            }
          >
            {steps.length === 0 ? (
              <p className={css.soft}>{t`Nothing to plan.`}</p>
            ) : (
              <ol className={css.steps}>
                {steps.map((step) => (
                  <StepLine key={step.item.key} step={step} asOf={plan.asOf} editable={editable} />
                ))}
              </ol>
            )}
          </Section>
        );
      })}
    </div>
  );
}
