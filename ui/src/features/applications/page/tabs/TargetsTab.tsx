import { useLingui } from "@lingui/react/macro";
import type { ApplicationActivity, ApplicationTarget } from "../../../../ipc";
import { RecordList } from "../list/RecordList";
import { type TabProps, usePart } from "../part";
import { Section } from "../Section";
import { useShown } from "../shown";
import { Written } from "../Written";

/** What is to be reached, from where, by when and what came of it; and what is done for it. */
export default function TargetsTab({ view, editable }: TabProps) {
  const { t } = useLingui();
  const { partial } = useShown();
  const part = usePart(view);
  const applicationId = view.application.id;
  const targets = t`Targets`;
  const activities = t`Activities`;
  return (
    <>
      <Section title={targets}>
        <RecordList<ApplicationTarget>
          label={targets}
          editable={editable}
          rows={view.targets}
          name={(one) => one.title}
          columns={[
            { label: t({ message: "Target", context: "to reach" }), cell: (one) => <Written>{one.title}</Written> },
            { label: t`Measured in`, cell: (one) => <Written>{one.measure}</Written> },
            { label: t`Baseline`, cell: (one) => <Written>{one.baseline}</Written> },
            { label: t`Goal`, cell: (one) => <Written>{one.goal}</Written> },
            { label: t`By when`, cell: (one) => partial(one.due) },
            { label: t`Result`, cell: (one) => <Written>{one.result}</Written> },
          ]}
          fields={[
            { key: "title", label: t`What is to be reached`, kind: "area", required: true },
            { key: "measure", label: t`Measured in`, kind: "text", hint: t`What is counted, and its unit.` },
            { key: "baseline", label: t`Baseline`, kind: "text" },
            { key: "goal", label: t`Goal`, kind: "text" },
            { key: "due", label: t`By when`, kind: "partial" },
            { key: "result", label: t`Result`, kind: "area" },
          ]}
          blank={() => ({
            id: 0,
            version: 0,
            applicationId,
            position: 0,
            title: "",
            measure: "",
            baseline: "",
            goal: "",
            due: null,
            result: "",
          })}
          save={(one) => part.save({ kind: "target", row: one })}
          remove={(one) => part.remove("target", one.id, one.version)}
          add={t`Add target`}
          empty={t`What the project is to reach: what is measured, where it starts, where it shall be and by when.`}
        />
      </Section>
      <Section title={activities}>
        <RecordList<ApplicationActivity>
          label={activities}
          editable={editable}
          rows={view.activities}
          name={(one) => one.title}
          columns={[
            { label: t`Activity`, cell: (one) => <Written>{one.title}</Written> },
            { label: t`Description`, cell: (one) => <Written>{one.text}</Written> },
          ]}
          fields={[
            { key: "title", label: t`Activity`, kind: "text", required: true, wide: true },
            { key: "text", label: t`Description`, kind: "area" },
          ]}
          blank={() => ({ id: 0, version: 0, applicationId, position: 0, title: "", text: "" })}
          save={(one) => part.save({ kind: "activity", row: one })}
          remove={(one) => part.remove("activity", one.id, one.version)}
          add={t`Add activity`}
          empty={t`What the project does to reach its targets.`}
        />
      </Section>
    </>
  );
}
