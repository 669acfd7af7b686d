//! What a person settles of a plan.

use chrono::NaiveDate;

use crate::applications::{Application, ApplicationCommittee};
use crate::deadlines::{Meeting, Plan, PlannedCase, PlannedKind, Way};
use crate::error::Result;
use crate::office::Committee;
use crate::record::{Record, filled};
use crate::store::Tx;
use crate::store::plans::load::Surroundings;
use crate::store::plans::view::settled;
use crate::store::records::{only, record, records, remove, save, write};
use crate::store::refuse::invalid;
use crate::views::WayChoice;

/// Where a planned case that a chairman's decision asks for says it comes from.
const OF_CHAIRMAN: &str = "Tilbageplan: formandsbeslutning";

/// What an application is sent with where it has no reservation of its own.
const RESERVATION: &str = "Med forbehold for politisk godkendelse";

/// Settles committee, reading, meeting and hearings; the way chosen stays as it is.
pub(super) fn plan_save(tx: &mut Tx<'_>, plan: &Plan) -> Result<()> {
    let application: Application = record(tx.connection(), plan.application_id)?;
    let committees: Vec<Committee> = records(tx.connection(), "WHERE municipality_id = ?1", [application.municipality_id])?;
    let is_ours = |id: u32| committees.iter().any(|committee| committee.id == id);
    if let Some(committee) = plan.committee_id.filter(|id| !is_ours(*id)) {
        return Err(invalid("committee_id", committee, names(&committees)));
    }
    if let Some(id) = plan.meeting_id {
        let meeting: Meeting = record(tx.connection(), id)?;
        let first = plan.committee_id.or(first_committee(tx, plan.application_id)?);
        if Some(meeting.committee_id) != first {
            let of = committees.iter().find(|committee| Some(committee.id) == first);
            return Err(invalid("meeting_id", meeting.held_on, of.map(|of| of.short_name.as_str()).unwrap_or_default()));
        }
    }
    let mut columns = plan.columns();
    if plan.id != 0 {
        for kept in ["application_id", "way", "way_reason"] {
            columns.remove(kept);
        }
    }
    write::<Plan>(tx, plan.id, plan.version, columns).map(drop)
}

/// The first of the committees an application concerns.
fn first_committee(tx: &Tx<'_>, application: u32) -> Result<Option<u32>> {
    let of: Vec<ApplicationCommittee> = records(tx.connection(), "WHERE application_id = ?1 ORDER BY id", [application])?;
    Ok(of.first().map(|it| it.committee_id))
}

fn names(committees: &[Committee]) -> String {
    committees.iter().map(|committee| committee.short_name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Chooses a way, or takes the choice back, with what an earlier choice planned or wrote.
pub(super) fn choose_way(tx: &mut Tx<'_>, choice: &WayChoice, today: NaiveDate) -> Result<()> {
    if choice.way.is_some() {
        filled("reason", &choice.reason)?;
    }
    let application: Application = record(tx.connection(), choice.application_id)?;
    let plan = settled(tx.connection(), choice.application_id)?;
    let way_reason = if choice.way.is_some() { choice.reason.clone() } else { String::new() };
    save(tx, &Plan { way: choice.way, way_reason, ..plan.clone() })?;
    if choice.way == plan.way {
        return Ok(());
    }
    match plan.way {
        Some(Way::Chairman) => forget_item(tx, application.id)?,
        Some(Way::Reservation) if application.reservation == RESERVATION => reserve(tx, &application, "")?,
        _ => {}
    }
    match choice.way {
        Some(Way::Chairman) => plan_item(tx, &application, &plan, today),
        Some(Way::Reservation) if application.reservation.is_empty() => reserve(tx, &application, RESERVATION),
        _ => Ok(()),
    }
}

fn reserve(tx: &mut Tx<'_>, application: &Application, reservation: &str) -> Result<()> {
    write::<Application>(tx, application.id, application.version, only("reservation", reservation)).map(drop)
}

/// Plans the item that tells the committee that would have decided of the chairman's decision: at its next meeting, or the first after today.
fn plan_item(tx: &mut Tx<'_>, application: &Application, plan: &Plan, today: NaiveDate) -> Result<()> {
    let Some(first) = plan.committee_id.or(first_committee(tx, application.id)?) else { return Ok(()) };
    let surroundings = Surroundings::load(tx.connection(), application.municipality_id, today)?;
    let committee_id = surroundings.setting().way_of(first, plan.reading).last().map_or(first, |last| last.id);
    let held = surroundings.meetings.get(&committee_id).into_iter().flatten();
    let next = held.filter(|meeting| meeting.held_on > today).min_by_key(|meeting| meeting.held_on);
    let item = PlannedCase {
        id: 0,
        version: 0,
        committee_id,
        meeting_id: next.map(|meeting| meeting.id),
        after_on: next.is_none().then_some(today),
        title: format!("Orientering om formandsbeslutning: {}", application.title),
        kind: PlannedKind::Information,
        application_id: Some(application.id),
        committee_case_id: None,
        replaces: String::new(),
        moved_from: None,
        dropped: false,
        reason: String::new(),
        source: OF_CHAIRMAN.to_owned(),
        note: String::new(),
    };
    save(tx, &item).map(drop)
}

fn forget_item(tx: &mut Tx<'_>, application: u32) -> Result<()> {
    for item in records::<PlannedCase>(tx.connection(), "WHERE application_id = ?1", [application])? {
        if item.source == OF_CHAIRMAN && item.kind == PlannedKind::Information {
            remove::<PlannedCase>(tx, item.id, item.version, &[])?;
        }
    }
    Ok(())
}
