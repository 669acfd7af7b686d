import { useLingui } from "@lingui/react/macro";
import { useWord } from "../../format";
import { commands, type DayUnit, type LeadTime, type OfficeView, type PlanStep } from "../../ipc";
import { EditableTable } from "./EditableTable";
import { readDays } from "./figures";
import css from "./Settings.module.css";
import { useOfficeChange } from "./useChange";

/** How long each step of a back-plan takes before the one that follows it. */
export function LeadTimes({ office }: { office: OfficeView }) {
  const { t } = useLingui();
  const word = useWord();
  const change = useOfficeChange();
  const before: Readonly<Partial<Record<PlanStep, string>>> = {
    kick_off: t`before the draft is ready`,
    draft: t`before the budget is signed off`,
    declarations: t`before the signature`,
    budget: t`before the signature`,
    signature: t`before sending`,
    sending: t`before the deadline`,
    case_draft: t`before finance has read the case`,
    finance: t`before the director approves`,
    director: t`before the paper is handed in`,
    hearing: t`before the paper is handed in`,
    paper: t`before the meeting`,
    agenda_meeting: t`before the meeting`,
    decision: t`after the last meeting, before sending`,
  };
  const units: readonly DayUnit[] = ["working_days", "weekdays", "weekdays_saturday", "days"];
  const save = (step: LeadTime, patch: Partial<LeadTime>) =>
    change((now) => {
      const row = now.leadTimes.find((one) => one.step === step.step) ?? step;
      return commands.officeSave({ kind: "lead_time", row: { ...row, ...patch } });
    });
  return (
    <>
      <p className={css.about}>
        {t`The plan of an application counts backwards by these. A committee's own rule for papers goes before that of the paper here.`}
      </p>
      <EditableTable
        label={t`Lead times of the back-plan`}
        rows={office.leadTimes}
        rowKey={(row) => row.step}
        name={(row) => word("plan_step", row.step)}
        empty=""
        columns={[
          { title: t`Step`, shown: (row) => word("plan_step", row.step) },
          {
            title: t`How many`,
            width: 90,
            figure: true,
            shown: (row) => String(row.amount),
            read: (text) => readDays(text)?.toString() ?? null,
            wrong: t`Not a number of days. Write 0 to 366.`,
            save: (row, days) => save(row, { amount: Number(days) }),
          },
          {
            title: t`Of what`,
            width: 190,
            options: units.map((value) => ({ value, label: word("day_unit", value) })),
            shown: (row) => row.unit,
            save: (row, unit) => save(row, { unit: unit as DayUnit }),
          },
          { title: t`Counted`, shown: (row) => before[row.step] ?? "" },
        ]}
        remove={(row) => change((now) => commands.officeDelete("lead_time", row.id, versionOf(now, row)))}
        removable={(row) => row.id !== 0}
        removeLabel={(name) => t`Back to the program's own: ${name}`}
      />
    </>
  );
}

const versionOf = (office: OfficeView, row: LeadTime) =>
  office.leadTimes.find((one) => one.id === row.id)?.version ?? row.version;
