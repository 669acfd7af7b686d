//! The days of cases.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::calendar::WorkCalendar;
use crate::deadlines::list::{CaseDays, Day, Session, Whose};
use crate::deadlines::{DeadlineKind, LeadTime, Meeting, paper_due};
use crate::error::Result;
use crate::office::Committee;
use crate::store::deadlines::load::{Gathered, each};
use crate::store::office::lead_times;
use crate::store::records::records;
use crate::store::row;
use crate::views::MeetingDay;

/// A reading as its row has it.
struct Reading {
    id: u32,
    case: u32,
    committee: u32,
    position: u32,
    on: Option<NaiveDate>,
    chairman: bool,
    decided: bool,
}

/// Adds them, and gives the committees' meetings, soonest first. A meeting or paper that the back-plan of an application the case is about
/// has already is not said twice.
pub fn load(
    conn: &Connection,
    municipality: u32,
    as_of: NaiveDate,
    calendar: &WorkCalendar,
    found: &mut Gathered,
) -> Result<Vec<MeetingDay>> {
    let meetings = Meetings::load(conn, municipality)?;
    let readings = readings(conn, municipality)?;
    let cases = cases(conn, municipality, as_of, &readings)?;
    let about = applications(conn, municipality)?;
    let of_plan = |day: &&Day| day.step.is_some() && matches!(day.kind, DeadlineKind::Meeting | DeadlineKind::Paper);
    let planned: HashSet<(Option<u32>, DeadlineKind, NaiveDate)> =
        found.days.iter().filter(of_plan).map(|day| (day.whose.application_id, day.kind, day.on)).collect();
    for reading in &readings {
        let (Some(case), Some(on)) = (cases.get(&reading.case), reading.on) else { continue };
        let days = case.meeting(&meetings.session(reading, on, calendar), as_of);
        let is_planned = |day: &Day| {
            let about = about.get(&reading.case);
            about.is_some_and(|about| about.iter().any(|id| planned.contains(&(Some(*id), day.kind, day.on))))
        };
        found.days.extend(days.into_iter().filter(|day| !is_planned(day)));
    }
    const PROMISES: &str = "SELECT committee_case_id, case_follow_up.id, case_follow_up.text, due_on, reported_on FROM case_follow_up \
                            JOIN committee_case ON committee_case.id = committee_case_id \
                            WHERE municipality_id = ?1 AND due_on IS NOT NULL ORDER BY case_follow_up.id";
    each(conn, PROMISES, [municipality], |r| {
        if let Some(case) = cases.get(&r.get(0)?) {
            found.days.push(case.promise(r.get(1)?, r.get(2)?, row::date(r, 3)?, row::optional_date(r, 4)?));
        }
        Ok(())
    })?;
    Ok(meetings.days(calendar))
}

fn readings(conn: &Connection, municipality: u32) -> Result<Vec<Reading>> {
    const SQL: &str = "SELECT case_reading.id, committee_case_id, committee_id, position, meeting_date, chairman, \
                       EXISTS (SELECT 1 FROM case_decision WHERE case_reading_id = case_reading.id) FROM case_reading \
                       JOIN committee_case ON committee_case.id = committee_case_id \
                       WHERE municipality_id = ?1 ORDER BY position, case_reading.id";
    let mut readings = Vec::new();
    each(conn, SQL, [municipality], |r| {
        readings.push(Reading {
            id: r.get(0)?,
            case: r.get(1)?,
            committee: r.get(2)?,
            position: r.get(3)?,
            on: row::optional_date(r, 4)?,
            chairman: r.get(5)?,
            decided: r.get(6)?,
        });
        Ok(())
    })?;
    Ok(readings)
}

/// The cases known on a day: recommended by then, or without that day first read by then.
fn cases(conn: &Connection, municipality: u32, as_of: NaiveDate, readings: &[Reading]) -> Result<HashMap<u32, CaseDays>> {
    let mut of_case: HashMap<u32, Vec<&Reading>> = HashMap::new();
    for reading in readings {
        of_case.entry(reading.case).or_default().push(reading);
    }
    let mut cases = HashMap::new();
    const SQL: &str = "SELECT id, title, recommended_on FROM committee_case WHERE municipality_id = ?1";
    each(conn, SQL, [municipality], |r| {
        let id: u32 = r.get(0)?;
        let readings = of_case.get(&id).map_or(&[][..], Vec::as_slice);
        let first = readings.iter().min_by_key(|reading| reading.position).and_then(|reading| reading.on);
        let known_from = row::optional_date(r, 2)?.or(first);
        if known_from.is_none_or(|day| day <= as_of) {
            let whose = Whose {
                title: r.get(1)?,
                committee_ids: readings.iter().map(|reading| reading.committee).collect(),
                case_id: Some(id),
                ..Whose::default()
            };
            let read = readings.iter().any(|reading| reading.on.is_some_and(|day| day <= as_of));
            cases.insert(id, CaseDays { whose: Rc::new(whose), read });
        }
        Ok(())
    })?;
    Ok(cases)
}

/// The applications each case is about.
fn applications(conn: &Connection, municipality: u32) -> Result<HashMap<u32, Vec<u32>>> {
    const SQL: &str = "SELECT committee_case_id, application_id FROM case_point_subject \
                       JOIN case_point ON case_point.id = case_point_id \
                       JOIN committee_case ON committee_case.id = committee_case_id \
                       WHERE municipality_id = ?1 AND application_id IS NOT NULL";
    let mut found: HashMap<u32, Vec<u32>> = HashMap::new();
    each(conn, SQL, [municipality], |r| {
        found.entry(r.get(0)?).or_default().push(r.get(1)?);
        Ok(())
    })?;
    Ok(found)
}

/// What is known of the committees and when they meet.
struct Meetings {
    committees: HashMap<u32, Committee>,
    known: HashMap<(u32, NaiveDate), Meeting>,
    lead_times: Vec<LeadTime>,
}

impl Meetings {
    fn load(conn: &Connection, municipality: u32) -> Result<Meetings> {
        const OF_COMMITTEES: &str = "JOIN committee ON committee.id = committee_id WHERE municipality_id = ?1";
        let committees: Vec<Committee> = records(conn, "WHERE municipality_id = ?1", [municipality])?;
        let known: Vec<Meeting> = records(conn, OF_COMMITTEES, [municipality])?;
        Ok(Meetings {
            committees: committees.into_iter().map(|committee| (committee.id, committee)).collect(),
            known: known.into_iter().map(|meeting| ((meeting.committee_id, meeting.held_on), meeting)).collect(),
            lead_times: lead_times(conn, municipality)?,
        })
    }

    /// Every meeting as a calendar shows it, soonest first.
    fn days(&self, calendar: &WorkCalendar) -> Vec<MeetingDay> {
        let day = |meeting: &Meeting| {
            let committee = self.committees.get(&meeting.committee_id)?;
            let due = || paper_due(meeting, committee, &self.lead_times, calendar);
            Some(MeetingDay {
                meeting_id: meeting.id,
                committee_id: committee.id,
                committee: committee.short_name.clone(),
                on: meeting.held_on,
                time: meeting.held_time.clone(),
                extraordinary: meeting.extraordinary,
                cancelled: meeting.cancelled,
                paper_due: if meeting.cancelled { None } else { due() },
            })
        };
        let mut days: Vec<MeetingDay> = self.known.values().filter_map(day).collect();
        days.sort_by_key(|meeting| (meeting.on, meeting.committee_id));
        days
    }

    /// A reading as a session of its committee; a paper is due only for a meeting that is known.
    fn session(&self, reading: &Reading, on: NaiveDate, calendar: &WorkCalendar) -> Session {
        let committee = self.committees.get(&reading.committee);
        let meeting = self.known.get(&(reading.committee, on));
        let due = committee.zip(meeting).and_then(|(committee, it)| paper_due(it, committee, &self.lead_times, calendar));
        Session {
            id: reading.id,
            committee_id: reading.committee,
            committee: committee.map(|committee| committee.short_name.clone()).unwrap_or_default(),
            on,
            time: meeting.and_then(|meeting| meeting.held_time.clone()),
            chairman: reading.chairman,
            decided: reading.decided,
            paper_due: due,
        }
    }
}
