import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useOperation } from "../../../../app/operations";
import { useSession } from "../../../../app/session";
import { formatDateTime, useWord } from "../../../../format";
import type { ApplicationStep } from "../../../../ipc";
import { Button } from "../../../../parts/Button";
import { DanishText } from "../../../../parts/DanishText";
import { Changes } from "../../../../parts/history/Changes";
import { Mark } from "../../../../parts/Mark";
import { type Field, RecordList } from "../list/RecordList";
import css from "../Page.module.css";
import { type TabProps, usePart } from "../part";
import { Section } from "../Section";
import { useShown } from "../shown";

const few = 12;
const isBack = (step: ApplicationStep) => step.takenBackOn !== null;

/** Its steps with who and why, those taken back struck through; and every change. */
export default function HistoryTab(props: TabProps) {
  const { t } = useLingui();
  return (
    <>
      <Section title={t`Steps`}>
        <Steps {...props} />
      </Section>
      <Section title={t`Changes`}>
        <AllChanges {...props} />
      </Section>
    </>
  );
}

function Steps({ view, editable }: TabProps) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const { day, partial } = useShown();
  const { save } = usePart(view);
  const when = (step: ApplicationStep) => {
    const clock = step.takenTime && (language === "da" ? step.takenTime.replace(":", ".") : step.takenTime);
    return [partial(step.takenOn) || t`no day stated`, clock].filter(Boolean).join(" ");
  };
  const why = (step: ApplicationStep) => {
    const on = day(step.takenBackOn);
    return (
      <>
        <DanishText>{step.reason}</DanishText>
        {isBack(step) && (
          <div>
            <Mark tone="warn">
              {t`taken back ${on}`}
              {": "}
              <DanishText>{step.takenBackReason}</DanishText>
            </Mark>
          </div>
        )}
      </>
    );
  };
  const filed = (step: ApplicationStep) =>
    [step.journalised && t`Filed in the case system`, step.recordNumber].filter(Boolean).join(" · ");
  const stage = (step: ApplicationStep) => word("stage", step.stage);
  const fields: Field<ApplicationStep>[] = [
    { key: "takenOn", label: t`Day of the step`, kind: "partial" },
    { key: "takenTime", label: t`Time of day`, kind: "time", hint: t`May be left out.` },
    { key: "reason", label: t`Reason`, kind: "area" },
    { key: "recordNumber", label: t`Number in the case system`, kind: "text" },
    { key: "journalised", label: t`Filed in the case system`, kind: "tick" },
  ];
  return (
    <RecordList<ApplicationStep>
      label={t`Steps`}
      rows={view.steps}
      columns={[
        {
          label: t`Stage`,
          cell: (step) => (isBack(step) ? <s>{stage(step)}</s> : stage(step)),
        },
        { label: t`When`, cell: (step) => (isBack(step) ? <s>{when(step)}</s> : when(step)) },
        { label: t`Who`, cell: (step) => <DanishText>{step.person}</DanishText> },
        { label: t`Reason`, cell: why },
        { label: t`Filing`, cell: filed },
      ]}
      fields={fields}
      name={stage}
      save={(row) => save({ kind: "step", row })}
      empty={t`No steps yet.`}
      struck={isBack}
      editable={editable}
    />
  );
}

function AllChanges({ view }: TabProps) {
  const { t } = useLingui();
  const { language } = useSession();
  const operation = useOperation();
  const [all, setAll] = useState(false);
  const { history } = view;
  const count = history.length;
  if (count === 0)
    return <p className={css.soft}>{t`Every change will stand here: who made it, when, and what stood before.`}</p>;
  return (
    <>
      <ul className={css.history}>
        {(all ? history : history.slice(0, few)).map((entry) => (
          <li key={entry.id}>
            {entry.undone ? <s>{operation(entry.kind)}</s> : operation(entry.kind)}
            {entry.undone && <span className={css.soft}> {t`(undone)`}</span>}
            <span className={css.more}>
              {[formatDateTime(entry.at, language), entry.actor].filter(Boolean).join(" · ")}
            </span>
            {entry.changes.length > 0 && (
              <details>
                <summary>{t`Before and after`}</summary>
                <Changes changes={entry.changes} />
              </details>
            )}
          </li>
        ))}
      </ul>
      {!all && count > few && (
        <div>
          <Button tone="quiet" onClick={() => setAll(true)}>
            {t`Show all ${count}`}
          </Button>
        </div>
      )}
    </>
  );
}
