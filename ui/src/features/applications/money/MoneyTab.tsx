import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { Button } from "../../../parts/Button";
import { ErrorText } from "../../../parts/ErrorText";
import { Loading } from "../../../parts/Loading";
import { useKept } from "../../../parts/standing/useKept";
import { Findings } from "../findings/Findings";
import type { Draft } from "../page/list/fields";
import type { TabProps } from "../page/part";
import { Section } from "../page/Section";
import { WhatIfPanel } from "../whatIf/WhatIfPanel";
import { InForce } from "./InForce";
import css from "./money.module.css";
import { Accounts, CarryOvers, Instalments, Repayments } from "./Records";
import { RuleSentences } from "./RuleSentences";
import type { SpendingEntry } from "./SpendingForm";
import { SpendingSection } from "./SpendingSection";
import { SpentLines } from "./SpentLines";
import { Standing } from "./Standing";
import { useMoney, useMoneyPart } from "./useMoney";
import { YearEnds } from "./YearEnds";

/** What came in and what was spent, on which lines, and what is accounted for, repaid and carried over. */
export default function MoneyTab({ view: { application, documents }, editable }: TabProps) {
  const { t } = useLingui();
  const query = useMoney(application.id);
  const actions = useMoneyPart(application.id);
  const [draft, keep] = useKept<Draft<SpendingEntry>>(`application ${application.id} spending`);
  const [wondering, setWondering] = useState(false);
  const wonder = useRef<HTMLButtonElement>(null);
  const spending = useRef<HTMLDivElement>(null);
  if (query.isError && !query.data) return <ErrorText error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const view = query.data;
  const begin = (next: Draft<SpendingEntry>) => {
    // What is being written is seen to first.
    if (draft === null || Object.keys(draft.patch).length === 0) keep({ ...next, begun: next.patch });
    requestAnimationFrame(() => spending.current?.querySelector<HTMLElement>("form input")?.focus());
  };
  return (
    <>
      {query.isError && <ErrorText error={query.error} retry={() => void query.refetch()} />}
      <div className={css.top}>
        <Standing standing={view.standing} known={view.budget !== null || application.awarded !== null} />
        <Button ref={wonder} disabled={wondering} onClick={() => setWondering(true)}>{t`What if …`}</Button>
      </div>
      {wondering && (
        <WhatIfPanel
          applicationId={application.id}
          onClose={() => {
            setWondering(false);
            requestAnimationFrame(() => wonder.current?.focus());
          }}
        />
      )}
      <div className={css.said}>
        <InForce budget={view.budget} />
        <Findings findings={view.findings} />
      </div>
      {view.budget && (
        <SpentLines
          view={view}
          actions={actions}
          editable={editable}
          onCharge={(budgetLineId) => begin({ id: 0, patch: { budgetLineId } })}
          onOpen={({ id }) => begin({ id, patch: {} })}
        />
      )}
      {(view.budget || view.spending.length > 0) && (
        <div ref={spending}>
          <SpendingSection view={view} actions={actions} editable={editable} draft={draft} keep={keep} />
        </div>
      )}
      <Instalments view={view} actions={actions} editable={editable} />
      <Accounts view={view} actions={actions} editable={editable} documents={documents} />
      <Repayments view={view} actions={actions} editable={editable} />
      <CarryOvers view={view} actions={actions} editable={editable} />
      <YearEnds ends={view.yearEnds} />
      {view.rules.length > 0 && (
        <Section title={t`Rules about payment, audit and repayment`}>
          <RuleSentences rules={view.rules} />
        </Section>
      )}
    </>
  );
}
