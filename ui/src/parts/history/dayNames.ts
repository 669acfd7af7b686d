import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";

type Names = Readonly<Record<string, string>>;

/** What a person calls the tables of meetings, days to keep and plans, and their columns; `own` where a column means another thing elsewhere. */
export function useDayNames(): { tables: Names; fields: Names; own: Names } {
  const { t } = useLingui();
  return useMemo(
    () => ({
      tables: {
        meeting: t`Meeting`,
        closing_day: t`Closing day or recess`,
        lead_time: t`Lead time`,
        deadline: t`Deadline`,
        date_rule: t`Deadline rule`,
        deadline_mark: t`What was done about a deadline`,
        plan: t`Back-plan`,
        planned_case: t`Coming case`,
      },
      fields: {
        // Committees and their meetings.
        reading: t`Reading`,
        next_committee_id: t`Goes on to`,
        paper_amount: t`Paper before the meeting`,
        paper_unit: t`Of what`,
        held_on: t`Day`,
        held_time: t`Time of day`,
        extraordinary: t`Extraordinary`,
        cancelled: t`Cancelled`,
        agenda_meeting_on: t`Agenda meeting`,
        paper_due_on: t`Paper handed in`,
        // The calendar and what takes time.
        first_day: t`First day`,
        last_day: t`Last day`,
        recess: t`Recess`,
        closed_constitution_day: t`Closed on 5 June`,
        closed_christmas_eve: t`Closed on 24 December`,
        closed_new_years_eve: t`Closed on 31 December`,
        near_working_days: t`Working days a deadline is near`,
        between_readings: t`Working days between two committees' meetings`,
        step: t`Step`,
        amount: t`How many`,
        // Days, what they follow from, and what is done about them.
        opens_on: t`Opens`,
        questions_until: t`Last day for questions`,
        answer_expected: t`Answer expected`,
        due_time: t`Time of day`,
        moved_from: t`Moved from`,
        moved_on: t`Moved on`,
        moved_reason: t`Why it is moved`,
        basis: t`Counted from`,
        series: t`How often`,
        every: t`Months between`,
        days: t`Days of each year`,
        pinned_on: t`Moved to`,
        pinned_reason: t`Why it is moved`,
        aside_until: t`Put aside until`,
        aside_reason: t`Why it is put aside`,
        // Plans, and cases for the meetings.
        meeting_id: t`Meeting`,
        hearing_elderly: t`Hearing in the council of the elderly`,
        hearing_disability: t`Hearing in the disability council`,
        hearing_staff: t`Hearing of the staff (MED)`,
        way: t`Way where no meeting is reached`,
        way_reason: t`Why that way`,
        after_on: t`First meeting after`,
        dropped: t`Dropped`,
      },
      own: {
        "lead_time.unit": t`Of what`,
        "date_rule.unit": t`Of what`,
        "date_rule.kind": t`What is due`,
        "deadline.kind": t`What is due`,
        "deadline_mark.kind": t`What is due`,
        "planned_case.kind": t`Kind of case`,
        "planned_case.moved_from": t`Moved from the meeting`,
      },
    }),
    [t],
  );
}
