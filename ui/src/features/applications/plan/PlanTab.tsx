import { useLingui } from "@lingui/react/macro";
import { ErrorText } from "../../../parts/ErrorText";
import { Loading } from "../../../parts/Loading";
import { MovedList } from "../../../parts/moved/MovedList";
import type { TabProps } from "../page/part";
import { Section } from "../page/Section";
import { Chains } from "./Chains";
import { Head } from "./Head";
import css from "./plan.module.css";
import { Settled } from "./Settled";
import { usePlan } from "./usePlan";
import { Ways } from "./Ways";

/** The plan backwards from the deadline: which meeting, which last day for the paper, and every step before them. */
export default function PlanTab({ view, editable }: TabProps) {
  const { t } = useLingui();
  const { id } = view.application;
  const query = usePlan(id);
  if (query.isError) return <ErrorText error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const plan = query.data;
  return (
    <>
      <Head plan={plan} poolId={view.application.poolId} />
      {(plan.options.length > 0 || plan.plan.way !== null) && <Ways plan={plan} editable={editable} />}
      <div className={css.columns}>
        <Chains plan={plan} editable={editable} />
        <div>
          <Settled plan={plan} editable={editable} />
          {plan.moved.length > 0 && (
            <Section title={t`When the deadline was moved`}>
              <MovedList days={plan.moved} />
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
