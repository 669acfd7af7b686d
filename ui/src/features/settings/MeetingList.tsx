import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import { formatDate, formatWeekday } from "../../format";
import { type Committee, commands, type Meeting, type MeetingView } from "../../ipc";
import { LocalText } from "../../parts/DanishText";
import { Mark } from "../../parts/Mark";
import { readTime } from "../../parts/time";
import { EditableTable } from "./EditableTable";
import { kindOf, ofKind, patchedMeeting, readDayIn, showTime } from "./meetings";
import css from "./Settings.module.css";
import { useMeetingsChange } from "./useChange";

type Row = MeetingView & { id: number };

/** The meetings of a committee in a year, each corrected where it stands. */
export function MeetingList({
  committee,
  year,
  meetings,
}: {
  committee: Committee;
  year: number;
  meetings: readonly MeetingView[];
}) {
  const { t } = useLingui();
  const { language } = useSession();
  const change = useMeetingsChange();
  const rows: Row[] = meetings.map((view) => ({ ...view, id: view.meeting.id }));
  const save = (row: Row, patch: Partial<Meeting>) =>
    change((now) => commands.meetingSave(patchedMeeting(now, row.meeting, patch)));
  const short = (iso: string | null) => (iso === null ? "" : formatDate(iso, language, "short"));
  const name = committee.shortName || committee.name;
  const readDay = readDayIn(year);
  const wrongDay = t`Not a date. Write for example 12.3.2019.`;
  const byRule = t({ message: "rule", context: "meeting" });
  const kinds = [
    { value: "ordinary", label: t({ message: "Ordinary", context: "meeting" }) },
    { value: "extraordinary", label: t({ message: "Extraordinary", context: "meeting" }) },
    { value: "cancelled", label: t({ message: "Cancelled", context: "meeting" }) },
    { value: "both", label: t({ message: "Extraordinary, cancelled", context: "meeting" }) },
  ];
  /** A day of the meeting that is stated, or follows from a rule. */
  const stated = (title: string, field: "paperDueOn" | "agendaMeetingOn", shown: (row: Row) => string | null) => ({
    title,
    width: 140,
    optional: true,
    shown: (row: Row) => short(shown(row)),
    read: (text: string) => (text.trim() === "" ? "" : readDay(text)),
    wrong: wrongDay,
    beside: (row: Row) => (row.meeting[field] === null && shown(row) !== null ? byRule : null),
    save: (row: Row, iso: string) => save(row, { [field]: iso === "" ? null : iso }),
  });
  return (
    <EditableTable
      label={t`Meetings of ${name} in ${year}`}
      rows={rows}
      name={(row) => formatDate(row.meeting.heldOn, language, "long")}
      remove={(row) =>
        change((now) => {
          const { id, version } = patchedMeeting(now, row.meeting, {});
          return commands.meetingDelete(id, version);
        })
      }
      empty={t`No meetings of ${name} are known for ${year}. Type each date below, paste the year's plan as it stands on the municipality's pages, or read the committee's calendar file. Plans then count back to the meetings, and each shows its last day for papers.`}
      columns={[
        {
          title: t`Day`,
          width: 128,
          shown: (row) => short(row.meeting.heldOn),
          read: readDay,
          wrong: wrongDay,
          beside: (row) => formatWeekday(row.meeting.heldOn, language, "short"),
          save: (row, heldOn) => save(row, { heldOn }),
        },
        {
          title: t`Time of day`,
          width: 88,
          optional: true,
          shown: (row) => showTime(row.meeting.heldTime, language),
          read: (text) => (text.trim() === "" ? "" : readTime(text)),
          wrong: t`Not a time of day. Write for example 16.30.`,
          save: (row, time) => save(row, { heldTime: time === "" ? null : time }),
        },
        stated(t`Paper handed in`, "paperDueOn", (row) => row.paperDue),
        stated(t`Agenda meeting`, "agendaMeetingOn", (row) => row.agendaMeeting),
        {
          title: t`Kind of meeting`,
          width: 140,
          options: kinds,
          shown: (row) => kindOf(row.meeting),
          save: (row, kind) => save(row, ofKind(kind)),
        },
        {
          title: t`Note`,
          optional: true,
          shown: (row) => row.meeting.note,
          beside: ({ cases }) => (cases > 0 ? plural(cases, { one: "# case", other: "# cases" }) : null),
          below: (row) => <Odd row={row} />,
          save: (row, note) => save(row, { note }),
        },
      ]}
    />
  );
}

/** What is odd about a meeting: it lies on a holiday, in a recess. */
function Odd({ row: { remarks } }: { row: Row }) {
  if (remarks.length === 0) return null;
  return (
    <div className={css.said}>
      {remarks.map((remark) => (
        <Mark key={remark.da} tone="warn">
          <LocalText text={remark} />
        </Mark>
      ))}
    </div>
  );
}
