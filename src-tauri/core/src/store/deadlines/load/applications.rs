//! The applications whose days they are.

use std::collections::HashMap;
use std::rc::Rc;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::applications::{Stage, stage_at};
use crate::calendar::PartialDate;
use crate::deadlines::list::{Whose, Work};
use crate::error::Result;
use crate::store::deadlines::load::each;
use crate::store::row;

/// The applications of a municipality known on a day, oldest first.
pub fn works(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Vec<Work>> {
    const SQL: &str = "SELECT id, title, owner_id, department_id, pool_id, period_start, period_end, trim(embedding) <> '' \
                       FROM application WHERE municipality_id = ?1 ORDER BY id";
    let mut steps = steps(conn, municipality)?;
    let mut committees = committees(conn, municipality)?;
    let mut works = Vec::new();
    each(conn, SQL, [municipality], |r| {
        let id = r.get(0)?;
        let mut steps = steps.remove(&id).unwrap_or_default();
        let Some(at) = stage_at(steps.iter().copied(), as_of) else { return Ok(()) };
        let later = steps.iter().position(|(_, on)| on.is_some_and(|on| on.last_day() > as_of));
        steps.truncate(later.unwrap_or(steps.len()));
        let whose = Whose {
            title: r.get(1)?,
            person_id: r.get(2)?,
            department_id: r.get(3)?,
            committee_ids: committees.remove(&id).unwrap_or_default(),
            application_id: Some(id),
            pool_key: None,
            case_id: None,
        };
        works.push(Work {
            id,
            whose: Rc::new(whose),
            pool_id: r.get(4)?,
            stage: at.stage,
            dated: at.since.is_some(),
            steps,
            period_start: row::optional_code(r, 5, PartialDate::parse)?,
            period_end: row::optional_code(r, 6, PartialDate::parse)?,
            embedded: r.get(7)?,
        });
        Ok(())
    })?;
    Ok(works)
}

/// Steps and when they were taken.
pub type Steps = Vec<(Stage, Option<PartialDate>)>;

/// The steps that count, in order, by application.
pub fn steps(conn: &Connection, municipality: u32) -> Result<HashMap<u32, Steps>> {
    const SQL: &str = "SELECT application_id, stage, taken_on FROM application_step \
                       JOIN application ON application.id = application_id \
                       WHERE municipality_id = ?1 AND taken_back_on IS NULL ORDER BY position";
    let mut found: HashMap<u32, Steps> = HashMap::new();
    each(conn, SQL, [municipality], |r| {
        let step = (row::code(r, 1, Stage::from_code)?, row::optional_code(r, 2, PartialDate::parse)?);
        found.entry(r.get(0)?).or_default().push(step);
        Ok(())
    })?;
    Ok(found)
}

/// The committees each concerns, the first of them first.
pub fn committees(conn: &Connection, municipality: u32) -> Result<HashMap<u32, Vec<u32>>> {
    const SQL: &str = "SELECT application_id, committee_id FROM application_committee \
                       JOIN application ON application.id = application_id \
                       WHERE municipality_id = ?1 ORDER BY application_committee.id";
    let mut found: HashMap<u32, Vec<u32>> = HashMap::new();
    each(conn, SQL, [municipality], |r| {
        found.entry(r.get(0)?).or_default().push(r.get(1)?);
        Ok(())
    })?;
    Ok(found)
}
