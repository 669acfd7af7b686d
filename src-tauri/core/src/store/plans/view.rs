//! One application's plan as the screen has it.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::applications::Application;
use crate::deadlines::{
    Meeting, Plan, PlanOutcome, Reading, Setting, StepOutcome, back_plan, deadline_key, meeting_choices, not_begun,
};
use crate::error::Result;
use crate::store::deadlines::items;
use crate::store::plans::load::{Surroundings, Work, work};
use crate::store::records::{record, records};
use crate::views::{DeadlineItem, MovedDay, PlanStepView, PlanView};

/// The plan of an application that nothing is settled of.
pub(super) fn unsettled(application_id: u32) -> Plan {
    Plan {
        id: 0,
        version: 0,
        application_id,
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

/// What is settled of an application's plan.
pub(super) fn settled(conn: &Connection, application: u32) -> Result<Plan> {
    let found = records(conn, "WHERE application_id = ?1", [application])?.pop();
    Ok(found.unwrap_or_else(|| unsettled(application)))
}

/// An application's plan on a day.
pub(super) fn view(conn: &Connection, id: u32, as_of: NaiveDate) -> Result<PlanView> {
    let application: Application = record(conn, id)?;
    let surroundings = Surroundings::load(conn, application.municipality_id, as_of)?;
    let setting = surroundings.setting();
    let work = work(conn, application.municipality_id, Some(id), as_of)?.pop();
    let not_before = work.as_ref().and_then(Work::begun).filter(|&first| first > as_of);
    let planned = work.as_ref().filter(|_| not_before.is_none()).map(|work| (work, back_plan(&setting, &work.to_plan())));
    let is_its = |item: &DeadlineItem| item.application_id == Some(id);
    let items: HashMap<String, DeadlineItem> = items(conn, application.municipality_id, as_of)?
        .into_iter()
        .filter(is_its)
        .map(|item| (item.key.clone(), item))
        .collect();
    let none = || not_before.map_or_else(|| PlanOutcome::unplanned(id), |first| not_begun(id, first));
    let outcome = planned.as_ref().map(|(_, outcome)| outcome.clone()).unwrap_or_else(none);
    let committee = setting.committees.iter().find(|committee| Some(committee.id) == outcome.committee_id);
    let choices = planned.as_ref().zip(committee);
    let moved = planned.as_ref().map(|(work, outcome)| moved(&setting, work, outcome)).unwrap_or_default();
    let meeting: Option<Meeting> = surroundings.meetings.values().flatten().find(|it| Some(it.id) == outcome.meeting_id).cloned();
    Ok(PlanView {
        application_id: id,
        title: application.title,
        as_of,
        plan: settled(conn, id)?,
        state: outcome.state,
        sentence: outcome.sentence,
        deadline: outcome.deadline,
        deadline_time: outcome.deadline_time,
        committee_id: outcome.committee_id,
        meeting,
        paper_due: outcome.paper_due,
        working_days: outcome.working_days,
        steps: outcome.steps.into_iter().filter_map(|step| step_view(&setting, id, step, &items)).collect(),
        slack: outcome.slack,
        options: outcome.options,
        conflicts: outcome.conflicts,
        meetings: choices.map(|((work, _), committee)| meeting_choices(&setting, &work.to_plan(), committee)).unwrap_or_default(),
        moved,
        remarks: outcome.remarks,
    })
}

/// A step with its day as »Frister« has it.
fn step_view(
    setting: &Setting<'_>,
    application: u32,
    step: StepOutcome,
    items: &HashMap<String, DeadlineItem>,
) -> Option<PlanStepView> {
    let item = items.get(&deadline_key("application", application, step.kind, &step.part))?.clone();
    let committee = setting.committees.iter().find(|committee| Some(committee.id) == step.committee_id);
    Some(PlanStepView {
        item,
        step: step.step,
        chain: step.chain,
        committee: committee.map(|committee| committee.short_name.clone()).unwrap_or_default(),
        slack: step.slack,
        reason: step.reason,
    })
}

/// Where the steps stood under the deadline before it was moved, against where they stand, soonest first.
fn moved(setting: &Setting<'_>, work: &Work, now: &PlanOutcome) -> Vec<MovedDay> {
    let Some((earlier, time)) = work.call.as_ref().and_then(|call| call.earlier.as_ref()) else { return Vec::new() };
    // Planned from the day itself, so that the earlier deadline counts also where it has passed.
    let before_it = Setting { as_of: setting.as_of.min(*earlier), ..*setting };
    let before = back_plan(&before_it, &work.to_plan_by(Some(*earlier), time.as_deref()));
    let mut earlier: HashMap<&str, &StepOutcome> = before.steps.iter().map(|step| (step.part.as_str(), step)).collect();
    let day = |step: &StepOutcome, from, to| MovedDay {
        key: deadline_key("application", work.id, step.kind, &step.part),
        kind: step.kind,
        step: Some(step.step),
        title: work.title.clone(),
        detail: String::new(),
        from,
        to,
    };
    let mut found = Vec::new();
    for step in &now.steps {
        let from = earlier.remove(step.part.as_str()).map(|was| was.on);
        if from != Some(step.on) {
            found.push(day(step, from, Some(step.on)));
        }
    }
    found.extend(earlier.into_values().map(|step| day(step, Some(step.on), None)));
    found.sort_by_key(|it| (it.to.or(it.from), it.key.clone()));
    found
}
