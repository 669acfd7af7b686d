use std::collections::HashMap;

use super::*;
use crate::applications::Stage;
use crate::calendar::{ClosedDays, Closing, WorkCalendar};
use crate::deadlines::{Chain, DeadlineKind, LeadTime, Meeting, Plan, PlanStep, StepOutcome, usual_lead_times};
use crate::office::Committee;

mod chains;
mod laws;
mod standing;
mod ways;

const BIU: u32 = 1;
const OU: u32 = 2;
const KB: u32 = 3;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A municipality with three committees.
#[derive(Clone, Debug)]
struct Town {
    committees: Vec<Committee>,
    meetings: HashMap<u32, Vec<Meeting>>,
    lead_times: Vec<LeadTime>,
    calendar: WorkCalendar,
    between_readings: u32,
}

fn committee(id: u32, short_name: &str, reading: Reading, next: Option<u32>) -> Committee {
    Committee {
        id,
        version: 1,
        municipality_id: 1,
        name: short_name.to_owned(),
        short_name: short_name.to_owned(),
        covers: String::new(),
        reading,
        next_committee_id: next,
        paper_amount: None,
        paper_unit: None,
    }
}

fn meeting(id: u32, committee_id: u32, held_on: NaiveDate) -> Meeting {
    Meeting {
        id,
        version: 1,
        committee_id,
        held_on,
        held_time: None,
        extraordinary: false,
        cancelled: false,
        agenda_meeting_on: None,
        paper_due_on: None,
        source: String::new(),
        source_uid: String::new(),
        note: String::new(),
    }
}

impl Town {
    fn new(meetings: &[(u32, &[&str])]) -> Town {
        let recess =
            Closing { title: "sommerferien".to_owned(), first: day("2019-07-01"), last: day("2019-08-04"), recess: true };
        let held = |(committee, days): &(u32, &[&str])| {
            let all = days.iter().enumerate();
            (*committee, all.map(|(at, held)| meeting(committee * 100 + at as u32, *committee, day(held))).collect())
        };
        Town {
            committees: vec![
                committee(BIU, "BIU", Reading::Committee, Some(OU)),
                committee(OU, "ØU", Reading::Finance, Some(KB)),
                committee(KB, "KB", Reading::Council, None),
            ],
            meetings: meetings.iter().map(held).collect(),
            lead_times: usual_lead_times(1),
            calendar: WorkCalendar::new(vec![recess], ClosedDays::default()),
            between_readings: crate::office::BETWEEN_READINGS,
        }
    }

    fn spring() -> Town {
        Town::new(&[(BIU, &["2019-03-12", "2019-04-09", "2019-05-14", "2019-06-11"])])
    }

    fn setting(&self, as_of: &str) -> Setting<'_> {
        Setting {
            committees: &self.committees,
            meetings: &self.meetings,
            lead_times: &self.lead_times,
            calendar: &self.calendar,
            between_readings: self.between_readings,
            as_of: day(as_of),
        }
    }

    fn plan(&self, as_of: &str, it: &ToPlan<'_>) -> PlanOutcome {
        back_plan(&self.setting(as_of), it)
    }
}

fn application<'a>(deadline: &str, time: Option<&'a str>) -> ToPlan<'a> {
    ToPlan {
        application_id: 8,
        deadline: Some(day(deadline)),
        deadline_time: time,
        approval: Some(Approval::Committee),
        approval_state: ApprovalState::Missing,
        approved_on: None,
        refused_on: None,
        stage: Stage::Assessing,
        drafting_since: None,
        submitted: None,
        granted: None,
        period_start: None,
        answer_expected: None,
        partners: false,
        committees: &[BIU],
        plan: None,
        marks: &[],
        put: &[],
    }
}

fn settled_plan() -> Plan {
    Plan {
        id: 1,
        version: 1,
        application_id: 8,
        committee_id: None,
        reading: Reading::Committee,
        meeting_id: None,
        hearing_elderly: false,
        hearing_disability: false,
        hearing_staff: false,
        way: None,
        way_reason: String::new(),
        note: String::new(),
    }
}

/// A mark of a step that a person moved, for no reason given.
fn moved(kind: DeadlineKind, part: &str, on: &str) -> StepMark {
    StepMark { kind, part: part.to_owned(), pinned_on: Some(day(on)), pinned_reason: String::new(), done_on: None }
}

fn days(outcome: &PlanOutcome, chain: Chain) -> Vec<(PlanStep, String)> {
    let of = outcome.steps.iter().filter(|step| step.chain == chain);
    of.map(|step| (step.step, step.on.to_string()[5..].to_owned())).collect()
}

fn step<'a>(outcome: &'a PlanOutcome, part: &str) -> &'a StepOutcome {
    outcome.steps.iter().find(|step| step.part == part).unwrap()
}
