//! The days of what belongs to applications.

use chrono::NaiveDate;
use rusqlite::{Connection, Row};

use crate::calendar::PartialDate;
use crate::deadlines::list::{Day, Work};
use crate::deadlines::{Deadline, DeadlineKind};
use crate::error::Result;
use crate::store::deadlines::load::{Embedding, Gathered, each};
use crate::store::records::records;
use crate::store::row;

/// Of what belongs to the applications of municipality `?1`.
const OF_APPLICATIONS: &str = "JOIN application ON application.id = application_id WHERE municipality_id = ?1";

/// Adds them; gives the applications for which a person set the day of the embedding.
pub fn load(conn: &Connection, municipality: u32, as_of: NaiveDate, found: &mut Gathered) -> Result<Embedding> {
    dated(conn, municipality, found)?;
    documents(conn, municipality, as_of, found)?;
    undated(conn, municipality, as_of, found)?;
    let mut embedding = Embedding::new();
    let rows: Vec<Deadline> = records(conn, OF_APPLICATIONS, [municipality])?;
    for row in rows {
        if row.kind == DeadlineKind::Embedding {
            embedding.insert(row.application_id);
        }
        let day = found.work(row.application_id).map(|work| work.entered(row, as_of));
        found.days.extend(day);
    }
    Ok(embedding)
}

type ToDay = fn(&Work, &Row<'_>) -> rusqlite::Result<Day>;

/// What each table's rows with a day come to: its columns after `application_id` and `id`, when it counts, and the day it gives.
const PARTS: [(&str, &str, &str, ToDay); 6] = [
    ("application_task", "application_task.title, due_on, done_on, person_id, waiting_for", "due_on", |work, r| {
        Ok(Day {
            done_on: row::optional_date(r, 4)?,
            person_id: r.get(5)?,
            waiting_for: r.get(6)?,
            ..work.task(r.get(1)?, r.get(2)?, row::date(r, 3)?)
        })
    }),
    ("application_condition", "application_condition.text, due_on, closed_on", "due_on", |work, r| {
        Ok(Day { done_on: row::optional_date(r, 4)?, ..work.condition(r.get(1)?, r.get(2)?, row::date(r, 3)?) })
    }),
    ("application_target", "application_target.title, due, trim(result) <> ''", "due", |work, r| {
        Ok(work.target(r.get(1)?, r.get(2)?, row::code(r, 3, PartialDate::parse)?, r.get(4)?))
    }),
    ("application_milestone", "application_milestone.title, ends, done_on", "ends", |work, r| {
        let ends = row::code(r, 3, PartialDate::parse)?;
        Ok(Day { done_on: row::optional_date(r, 4)?, ..work.milestone(r.get(1)?, r.get(2)?, ends) })
    }),
    ("instalment", "instalment.title, due_on, coalesce(requested_on, received_on)", "due_on", |work, r| {
        Ok(Day { done_on: row::optional_date(r, 4)?, ..work.instalment(r.get(1)?, r.get(2)?, row::date(r, 3)?) })
    }),
    ("account", "account.title, due_on, coalesce(sent_on, approved_on)", "due_on", |work, r| {
        Ok(Day { done_on: row::optional_date(r, 4)?, ..work.account(r.get(1)?, r.get(2)?, row::date(r, 3)?) })
    }),
];

fn dated(conn: &Connection, municipality: u32, found: &mut Gathered) -> Result<()> {
    for (table, columns, when, day) in PARTS {
        let sql = format!(
            "SELECT application_id, {table}.id, {columns} FROM {table} {OF_APPLICATIONS} AND {when} IS NOT NULL ORDER BY {table}.id"
        );
        let (works, places, days) = (&found.works, &found.places, &mut found.days);
        each(conn, &sql, [municipality], |r| {
            let work = places.get(&r.get(0)?).and_then(|&place| works.get(place));
            days.extend(work.map(|work| day(work, r)).transpose()?);
            Ok(())
        })?;
    }
    Ok(())
}

/// Documents whose content is to be removed, known on the day.
fn documents(conn: &Connection, municipality: u32, as_of: NaiveDate, found: &mut Gathered) -> Result<()> {
    let sql = format!(
        "SELECT application_id, document.id, name, keep_until, content_removed_on FROM document {OF_APPLICATIONS} \
         AND keep_until IS NOT NULL AND (added_on <= ?2 OR dated_on <= ?2) ORDER BY document.id"
    );
    let (works, places, days) = (&found.works, &found.places, &mut found.days);
    each(conn, &sql, (municipality, as_of.to_string()), |r| {
        if let Some(work) = places.get(&r.get(0)?).and_then(|&place| works.get(place)) {
            let removed = row::optional_date(r, 4)?;
            days.push(Day { done_on: removed, ..work.retention(r.get(1)?, r.get(2)?, row::date(r, 3)?) });
        }
        Ok(())
    })
}

/// Counts the open tasks, and the open conditions of grants, that have no day.
fn undated(conn: &Connection, municipality: u32, as_of: NaiveDate, found: &mut Gathered) -> Result<()> {
    let open = |table: &str, done: &str| {
        format!("SELECT application_id FROM {table} {OF_APPLICATIONS} AND due_on IS NULL AND ({done} IS NULL OR {done} > ?2)")
    };
    type Ought = fn(&Work) -> bool;
    let count: [(String, Ought); 2] = [
        (open("application_task", "done_on"), |work| !work.stage.is_end()),
        (open("application_condition", "closed_on"), |work| work.stage.is_granted() && !work.stage.is_end()),
    ];
    for (sql, ought) in count {
        let mut lacking = 0;
        each(conn, &sql, (municipality, as_of.to_string()), |r| {
            lacking += u32::from(found.work(r.get(0)?).is_some_and(ought));
            Ok(())
        })?;
        found.undated += lacking;
    }
    Ok(())
}
