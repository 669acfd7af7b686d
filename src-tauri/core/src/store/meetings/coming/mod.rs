//! »Kommende sager«.

mod derived;
mod edit;

use std::collections::HashMap;
use std::iter;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::deadlines::{Meeting, Place, Placed, PlannedCase, Setting, place_remarks, placed, typed_reason};
use crate::error::Result;
use crate::fold::danish_order;
use crate::office::Committee;
use crate::ops::Op;
use crate::store::Store;
use crate::store::plans::Surroundings;
use crate::store::records::{record, records, remove};
use crate::views::{Changed, ComingCase, ComingCommittee, ComingMeeting, ComingView};
use crate::words::say::joined_by;
use derived::{Derived, Known, derived, is_dealt_with};

impl Store {
    /// What is planned for the meetings ahead: the papers the back-plans call for, reports that are due, what decisions promised, and what
    /// a person entered; of all committees or one.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn coming(&self, municipality: u32, committee: Option<u32>, as_of: NaiveDate) -> Result<ComingView> {
        let mut view = self.query(|connection| coming(connection, municipality, as_of))?;
        view.committees.retain(|one| committee.is_none_or(|id| one.committee_id == id));
        Ok(view)
    }

    /// Adds or changes a planned case, or moves or drops one that follows from data (`replaces` names it).
    ///
    /// # Errors
    /// `field_required` for the meeting, and for the reason of moving or dropping; `field_invalid` where the meeting is not the
    /// committee's; `field_taken` where what follows from data is moved already; those of [`Store::transact`].
    pub fn planned_case_save(&mut self, row: &PlannedCase, as_of: NaiveDate) -> Result<Changed<ComingView>> {
        let committed = self.transact(Op::PlannedCaseSave, |tx| edit::save_planned(tx, row, as_of))?;
        Ok(Changed { view: self.coming(committed.value, None, as_of)?, changed: committed.changed })
    }

    /// Removes it: what it moved or dropped is planned again as it follows from data.
    ///
    /// # Errors
    /// `record_changed`; those of [`Store::transact`].
    pub fn planned_case_delete(&mut self, id: u32, version: u32, as_of: NaiveDate) -> Result<Changed<ComingView>> {
        let committed = self.transact(Op::PlannedCaseSave, |tx| {
            let committee: Committee = record(tx.connection(), record::<PlannedCase>(tx.connection(), id)?.committee_id)?;
            remove::<PlannedCase>(tx, id, version, &[]).map(|()| committee.municipality_id)
        })?;
        Ok(Changed { view: self.coming(committed.value, None, as_of)?, changed: committed.changed })
    }
}

/// A case with the meeting it comes up at.
struct Coming {
    committee: u32,
    place: Place,
    case: ComingCase,
}

/// The planning list of every committee, in a fixed number of queries.
fn coming(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<ComingView> {
    let surroundings = Surroundings::load(conn, municipality, as_of)?;
    let setting = surroundings.setting();
    let of = "JOIN committee ON committee.id = committee_id WHERE municipality_id = ?1 ORDER BY planned_case.id";
    let rows: Vec<PlannedCase> = records(conn, of, [municipality])?;
    let known = Known::load(conn, municipality, as_of)?;
    let (coming, dropped) = together(derived(conn, municipality, &setting, &known)?, rows, &setting);
    let mut committees: Vec<&Committee> = surroundings.committees.iter().collect();
    committees.sort_by_cached_key(|committee| danish_order(&committee.name));

    let mut by_committee: HashMap<u32, Vec<Coming>> = HashMap::new();
    for one in coming {
        by_committee.entry(one.committee).or_default().push(one);
    }
    let mut dropped_by: HashMap<u32, Vec<ComingCase>> = HashMap::new();
    for (committee, case) in dropped {
        dropped_by.entry(committee).or_default().push(case);
    }
    let committees = committees.into_iter().map(|committee| ComingCommittee {
        committee_id: committee.id,
        name: committee.name.clone(),
        short_name: committee.short_name.clone(),
        meetings: meetings(&setting, committee, by_committee.remove(&committee.id).unwrap_or_default(), &known),
        dropped: dropped_by.remove(&committee.id).unwrap_or_default(),
        ahead: held(&setting, committee.id).iter().filter(|meeting| meeting.held_on >= as_of).cloned().collect(),
    });
    Ok(ComingView { as_of, committees: committees.collect() })
}

fn held<'a>(setting: &Setting<'a>, committee: u32) -> &'a [Meeting] {
    setting.meetings.get(&committee).map_or(&[], Vec::as_slice)
}

/// What follows from data as a person left it, and what a person entered; and what was moved or dropped, with its committee.
fn together(derived: Vec<Derived>, rows: Vec<PlannedCase>, setting: &Setting<'_>) -> (Vec<Coming>, Vec<(u32, ComingCase)>) {
    let (mut coming, mut dropped) = (Vec::new(), Vec::new());
    let (replacing, typed): (Vec<PlannedCase>, Vec<PlannedCase>) = rows.into_iter().partition(|row| !row.replaces.is_empty());
    let mut replacing: HashMap<String, PlannedCase> = replacing.into_iter().map(|row| (row.replaces.clone(), row)).collect();
    for Derived { committee, place, case } in derived {
        match replacing.remove(&case.key) {
            None => coming.push(Coming { committee, place, case }),
            Some(row) => left(row, case, committee, setting, &mut coming, &mut dropped),
        }
    }
    // What it followed from is gone: dropped with it, moved it stays as what a person entered.
    let orphans = replacing.into_values().filter(|row| !row.dropped);
    for row in typed.into_iter().chain(orphans) {
        let case = ComingCase {
            key: format!("planned_case:{}", row.id),
            title: row.title.clone(),
            kind: row.kind,
            reason: typed_reason(&row.source),
            due_on: None,
            missed_on: None,
            moved_from: None,
            moved_reason: String::new(),
            application_id: row.application_id,
            case_id: row.committee_case_id,
            row: None,
        };
        left(row, case, 0, setting, &mut coming, &mut dropped);
    }
    (coming, dropped)
}

/// A case as a person's row leaves it: at another meeting, or dropped. `from` is the committee it follows from data for.
fn left(
    row: PlannedCase,
    case: ComingCase,
    from: u32,
    setting: &Setting<'_>,
    coming: &mut Vec<Coming>,
    dropped: &mut Vec<(u32, ComingCase)>,
) {
    let committee = row.committee_id;
    let was_at = if from == 0 { committee } else { from };
    let named = row.meeting_id.and_then(|id| held(setting, committee).iter().find(|meeting| meeting.id == id));
    // A meeting that was called off leaves its cases to the first after the day of the view.
    let place = match (named, row.after_on) {
        (Some(meeting), _) => Place::On(meeting.held_on),
        (None, Some(day)) => Place::After(day),
        (None, None) => Place::After(setting.as_of),
    };
    let (is_dropped, moved) = (row.dropped, row.moved_from.is_some());
    let case = ComingCase { moved_from: row.moved_from, moved_reason: row.reason.clone(), row: Some(row), ..case };
    if is_dropped || moved {
        dropped.push((was_at, case.clone()));
    }
    if !is_dropped {
        coming.push(Coming { committee, place, case });
    }
}

/// The meetings ahead that have cases, soonest first; then those whose day is not known. What was planned for a meeting that is over and
/// not dealt with there goes on.
fn meetings(setting: &Setting<'_>, committee: &Committee, cases: Vec<Coming>, known: &Known) -> Vec<ComingMeeting> {
    let with_paper: Vec<(Meeting, NaiveDate)> =
        held(setting, committee.id).iter().map(|meeting| (meeting.clone(), setting.paper_due(committee, meeting))).collect();
    let mut found: Vec<(Placed, Vec<ComingCase>)> = Vec::new();
    for one in cases {
        let (at, over) = placed(one.place, &with_paper, setting.as_of);
        let missed_on = over.filter(|over| !is_dealt_with(known, &one.case, committee.id, *over));
        // A report that is due or a promise that is open goes on until that is done.
        if over.is_some() && missed_on.is_none() && matches!(one.place, Place::On(_) | Place::After(_)) {
            continue;
        }
        let held_on = match at {
            Placed::At(place) => with_paper.get(place).map(|(meeting, _)| meeting.held_on),
            Placed::After(_) => None,
        };
        let remarks = place_remarks(one.place, missed_on, held_on);
        let reason = joined_by(". ", iter::once(derived::reason(&one.case, one.place, at)).chain(remarks));
        let case = ComingCase { reason, missed_on, ..one.case };
        match found.iter_mut().find(|(known, _)| *known == at) {
            Some((_, cases)) => cases.push(case),
            None => found.push((at, vec![case])),
        }
    }
    let meeting = |(at, mut cases): (Placed, Vec<ComingCase>)| {
        cases.sort_by_cached_key(|case| (case.kind, danish_order(&case.title), case.key.clone()));
        let known = match at {
            Placed::At(place) => with_paper.get(place).cloned(),
            Placed::After(_) => None,
        };
        let paper_due = known.as_ref().map(|(_, paper)| *paper);
        ComingMeeting {
            after_on: if let Placed::After(day) = at { Some(day) } else { None },
            paper_due,
            working_days: paper_due.map(|paper| setting.working_days_to(paper)),
            meeting: known.map(|(meeting, _)| meeting),
            cases,
        }
    };
    let mut meetings: Vec<ComingMeeting> = found.into_iter().map(meeting).collect();
    meetings.sort_by_key(|one| (one.meeting.is_none(), one.meeting.as_ref().map(|meeting| meeting.held_on), one.after_on));
    meetings
}

/// The day a case is planned for now, by its key.
fn planned_for(conn: &Connection, municipality: u32, as_of: NaiveDate, key: &str) -> Result<Option<NaiveDate>> {
    let view = coming(conn, municipality, as_of)?;
    let at = view.committees.iter().flat_map(|one| &one.meetings).find(|one| one.cases.iter().any(|case| case.key == key));
    Ok(at.and_then(|one| one.meeting.as_ref()).map(|meeting| meeting.held_on))
}
