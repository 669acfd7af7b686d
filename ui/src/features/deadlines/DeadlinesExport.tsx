import { useLingui } from "@lingui/react/macro";
import CalendarSync from "lucide-react/icons/calendar-sync";
import { useOffice } from "../../app/office";
import type { PaperOf } from "../../ipc";
import { ExportMenu } from "../../parts/export/ExportMenu";
import { useCommittees } from "../../parts/export/useCommittees";
import { OptionalSelect } from "../../parts/OptionalSelect";

type Of = Extract<PaperOf, { kind: "deadlines" }>;

/** How far ahead, in calendar days. */
const ahead = ["30", "90", "180", "365"] as const;

/** The days to keep as a paper, a sheet or a calendar; and the calendar file that is kept fresh. */
export function DeadlinesExport({ onCalendar }: { onCalendar: () => void }) {
  const { t } = useLingui();
  return (
    <ExportMenu
      papers={[
        {
          of: { kind: "deadlines", within: null, person_id: null, committee_id: null },
          options: (of, choose) => of.kind === "deadlines" && <Which of={of} choose={choose} />,
        },
      ]}
      more={[
        {
          id: "calendar",
          label: t`Calendar file for Outlook …`,
          icon: <CalendarSync size={15} aria-hidden />,
          onAction: onCalendar,
        },
      ]}
    />
  );
}

function Which({ of, choose }: { of: Of; choose: (of: PaperOf) => void }) {
  const { t } = useLingui();
  const { data: office } = useOffice();
  const people = (office?.people ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
  const number = (value: string | null) => (value === null ? null : Number(value));
  const text = (value: number | null) => (value === null ? null : String(value));
  return (
    <>
      <OptionalSelect
        label={t`How far ahead`}
        labelAbove
        none={t`All of them`}
        value={text(of.within)}
        options={ahead.map((days) => ({ value: String(days), label: t`${days} days` }))}
        onChange={(within) => choose({ ...of, within: number(within) })}
      />
      <OptionalSelect
        label={t`Person`}
        labelAbove
        none={t`Everyone`}
        value={text(of.person_id)}
        options={people}
        onChange={(id) => choose({ ...of, person_id: number(id) })}
      />
      <OptionalSelect
        label={t`Committee`}
        labelAbove
        none={t({ message: "All", context: "committees" })}
        value={text(of.committee_id)}
        options={useCommittees()}
        onChange={(id) => choose({ ...of, committee_id: number(id) })}
      />
    </>
  );
}
