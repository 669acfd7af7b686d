//! How long the steps of a back-plan take until a municipality says otherwise. No law says: each can be changed in Settings.

use crate::calendar::DayUnit;
use crate::deadlines::{LeadTime, PlanStep};

/// Every step with what it takes before the one that follows it.
///
/// Sending: before the deadline. Signature: before sending. Budget, declarations: before signature. Draft: before the budget. Kick-off:
/// before the draft. Decision: from the last meeting to its minutes, on which sending rests. Agenda meeting and paper: before the
/// meeting. Hearing: from the day it is sent out to the paper. Director, finance, case draft: each before the next.
const USUAL: [(PlanStep, u32, DayUnit); 13] = [
    (PlanStep::KickOff, 10, DayUnit::WorkingDays),
    (PlanStep::Draft, 5, DayUnit::WorkingDays),
    (PlanStep::Declarations, 3, DayUnit::WorkingDays),
    (PlanStep::Budget, 3, DayUnit::WorkingDays),
    (PlanStep::Signature, 1, DayUnit::WorkingDays),
    (PlanStep::Sending, 1, DayUnit::WorkingDays),
    (PlanStep::CaseDraft, 3, DayUnit::WorkingDays),
    (PlanStep::Finance, 2, DayUnit::WorkingDays),
    (PlanStep::Director, 2, DayUnit::WorkingDays),
    (PlanStep::Hearing, 10, DayUnit::WorkingDays),
    (PlanStep::Paper, 8, DayUnit::WorkingDays),
    (PlanStep::AgendaMeeting, 6, DayUnit::WorkingDays),
    (PlanStep::Decision, 1, DayUnit::WorkingDays),
];

/// The lead times of a municipality that has set none.
pub fn usual_lead_times(municipality_id: u32) -> Vec<LeadTime> {
    let lead_time = |(step, amount, unit)| LeadTime { id: 0, version: 0, municipality_id, step, amount, unit };
    USUAL.into_iter().map(lead_time).collect()
}
