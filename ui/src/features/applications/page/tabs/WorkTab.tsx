import { useLingui } from "@lingui/react/macro";
import { useNotify } from "../../../../app/notify";
import { useOffice } from "../../../../app/office";
import type { ApplicationMilestone, ApplicationPart, ApplicationTask } from "../../../../ipc";
import { DanishText } from "../../../../parts/DanishText";
import { ErrorText } from "../../../../parts/ErrorText";
import { Due } from "../Due";
import { RecordList } from "../list/RecordList";
import { type TabProps, usePart } from "../part";
import { Section } from "../Section";
import css from "../Section.module.css";
import { useShown } from "../shown";
import { Written } from "../Written";

/** What has to be done by whom, and the project's own plan. */
export default function WorkTab({ view, editable }: TabProps) {
  const { t } = useLingui();
  const { partial } = useShown();
  const notify = useNotify();
  const office = useOffice();
  const part = usePart(view);
  const people = office.data?.people ?? [];
  const { asOf } = view;
  const applicationId = view.application.id;
  const tasks = t`Tasks`;
  const milestones = t`Milestones`;
  const person = (id: number | null) => people.find((one) => one.id === id)?.name ?? "";
  const tick = (made: (doneOn: string | null) => ApplicationPart) => (done: boolean) =>
    void part
      .save(made(done ? asOf : null))
      .catch((error: unknown) => notify({ tone: "bad", text: <ErrorText error={error} bare /> }));
  return (
    <>
      <Section title={tasks}>
        <RecordList<ApplicationTask>
          label={tasks}
          editable={editable}
          rows={view.tasks}
          name={(one) => one.title}
          columns={[
            {
              label: t`Task`,
              cell: (one) => (
                <Ticked
                  title={one.title}
                  done={one.doneOn !== null}
                  editable={editable}
                  onTick={tick((doneOn) => ({ kind: "task", row: { ...one, doneOn } }))}
                />
              ),
            },
            { label: t`Person`, cell: (one) => <DanishText>{person(one.personId)}</DanishText> },
            { label: t`Waiting for`, cell: (one) => <DanishText>{one.waitingFor}</DanishText> },
            { label: t`Due`, cell: (one) => <Due asOf={asOf} due={one.dueOn} done={one.doneOn} /> },
          ]}
          fields={[
            { key: "title", label: t`What is to be done`, kind: "text", required: true, wide: true },
            {
              key: "personId",
              label: t`Person`,
              kind: "select",
              numeric: true,
              options: people.map(({ id, name }) => ({ value: String(id), label: name })),
            },
            { key: "waitingFor", label: t`Waiting for`, kind: "text", hint: t`Someone outside it waits on.` },
            { key: "dueOn", label: t`Due`, kind: "date" },
            { key: "doneOn", label: t`Done on`, kind: "date" },
          ]}
          blank={() => ({
            id: 0,
            version: 0,
            applicationId,
            title: "",
            personId: null,
            waitingFor: "",
            dueOn: null,
            doneOn: null,
          })}
          save={(one) => part.save({ kind: "task", row: one })}
          remove={(one) => part.remove("task", one.id, one.version)}
          add={t`Add task`}
          empty={t`What has to be done, who does it and by when. Overdue tasks stand in the overview.`}
        />
      </Section>
      <Section title={milestones}>
        <RecordList<ApplicationMilestone>
          label={milestones}
          editable={editable}
          rows={view.milestones}
          name={(one) => one.title}
          columns={[
            {
              label: t`Milestone`,
              cell: (one) => (
                <Ticked
                  title={one.title}
                  done={one.doneOn !== null}
                  editable={editable}
                  onTick={tick((doneOn) => ({ kind: "milestone", row: { ...one, doneOn } }))}
                />
              ),
            },
            { label: t`From`, cell: (one) => partial(one.starts) },
            { label: t`To`, cell: (one) => partial(one.ends) },
            { label: t`Done on`, cell: (one) => partial(one.doneOn) },
          ]}
          fields={[
            { key: "title", label: t`Milestone`, kind: "text", required: true, wide: true },
            { key: "starts", label: t`From`, kind: "partial" },
            { key: "ends", label: t`To`, kind: "partial" },
            { key: "doneOn", label: t`Done on`, kind: "date" },
          ]}
          blank={() => ({
            id: 0,
            version: 0,
            applicationId,
            position: 0,
            title: "",
            starts: null,
            ends: null,
            doneOn: null,
          })}
          save={(one) => part.save({ kind: "milestone", row: one })}
          remove={(one) => part.remove("milestone", one.id, one.version)}
          add={t`Add milestone`}
          empty={t`The project's plan step by step, each from and to a year, a month or a day, as far as it is known.`}
        />
      </Section>
    </>
  );
}

/** What is done or not: ticked with Space where it stands. */
function Ticked({
  title,
  done,
  editable,
  onTick,
}: {
  title: string;
  done: boolean;
  editable: boolean;
  onTick: (done: boolean) => void;
}) {
  if (!editable) return <Written>{title}</Written>;
  return (
    <label className={css.ticked}>
      <input type="checkbox" checked={done} onChange={(event) => onTick(event.target.checked)} />
      <Written>{title}</Written>
    </label>
  );
}
