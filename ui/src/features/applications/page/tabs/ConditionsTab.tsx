import { useLingui } from "@lingui/react/macro";
import type { ApplicationCondition } from "../../../../ipc";
import { Button } from "../../../../parts/Button";
import { Due } from "../Due";
import { RecordList } from "../list/RecordList";
import { type TabProps, usePart } from "../part";
import { Section } from "../Section";
import { Written } from "../Written";

/** What the funder demands for the grant, each open until it is met and answered. */
export default function ConditionsTab({ view, editable }: TabProps) {
  const { t } = useLingui();
  const part = usePart(view);
  const { asOf } = view;
  const title = t`Conditions of the grant`;
  return (
    <Section title={title}>
      <RecordList<ApplicationCondition>
        label={title}
        editable={editable}
        rows={view.conditions}
        name={(one) => one.text}
        columns={[
          { label: t`What is demanded`, cell: (one) => <Written>{one.text}</Written> },
          { label: t`State`, cell: (one) => <Due asOf={asOf} due={one.dueOn} done={one.closedOn} /> },
          { label: t`Answer`, cell: (one) => <Written>{one.answer}</Written> },
        ]}
        fields={[
          { key: "text", label: t`What is demanded`, kind: "area", required: true },
          { key: "dueOn", label: t`To be met by`, kind: "date" },
          { key: "closedOn", label: t`Met on`, kind: "date", hint: t`Empty while it is open.` },
          { key: "answer", label: t`Answer`, kind: "area" },
        ]}
        blank={() => ({
          id: 0,
          version: 0,
          applicationId: view.application.id,
          text: "",
          dueOn: null,
          closedOn: null,
          answer: "",
        })}
        save={(one) => part.save({ kind: "condition", row: one })}
        remove={(one) => part.remove("condition", one.id, one.version)}
        actions={(one, begin) =>
          one.closedOn === null && <Button onClick={() => begin({ closedOn: asOf })}>{t`Answer …`}</Button>
        }
        add={t`Add condition`}
        empty={t`What a conditional grant demands. Each condition stays open until you say how it is met.`}
      />
    </Section>
  );
}
