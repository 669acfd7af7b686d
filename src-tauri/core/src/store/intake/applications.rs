//! A row of applications written: the application, its stage, its committees and its note.

use std::collections::{BTreeMap, HashMap};

use crate::applications::{Application, ApplicationCommittee, ApplicationNote, ApplicationStep, Stage};
use crate::calendar::PartialDate;
use crate::error::Result;
use crate::fold::fold;
use crate::import::intake::{Named, Value};
use crate::office::{Committee, Department, Person, PersonRole};
use crate::store::Tx;
use crate::store::applications::blank;
use crate::store::intake::Reading;
use crate::store::records::{record, records, save};
use crate::views::IntakeField;

/// Departments, committees and people made along, by field and folded name: the next row that names one means the same.
#[derive(Default)]
pub struct NewParts(HashMap<(IntakeField, String), u32>);

impl NewParts {
    /// The id of a part, made now where it is new.
    fn id(&mut self, tx: &mut Tx<'_>, field: IntakeField, named: &Named, municipality_id: u32) -> Result<u32> {
        let name = match named {
            Named::Known(id, _) => return Ok(*id),
            Named::New(name) => name.clone(),
        };
        let [folded, _] = fold(&name);
        if let Some(id) = self.0.get(&(field, folded.clone())) {
            return Ok(*id);
        }
        let id = match field {
            IntakeField::Committee => {
                let short_name = name.clone();
                save(tx, &Committee::named(municipality_id, name, short_name))?
            }
            IntakeField::Owner => {
                save(tx, &Person { id: 0, version: 0, municipality_id, name, role: PersonRole::Officer, department_id: None })?
            }
            _ => save(tx, &Department { id: 0, version: 0, municipality_id, name, short_name: String::new() })?,
        };
        self.0.insert((field, folded), id);
        Ok(id)
    }
}

/// Adds an application, or updates the one it is the same as: an empty cell changes nothing.
pub fn write(
    tx: &mut Tx<'_>,
    same: Option<u32>,
    values: &BTreeMap<IntakeField, Value>,
    reading: &Reading<'_>,
    parts: &mut NewParts,
) -> Result<()> {
    let mut application = match same {
        Some(id) => record(tx.connection(), id)?,
        None => blank(reading.municipality),
    };
    let mut committees = Vec::new();
    for (field, value) in values {
        match (field, value) {
            (IntakeField::Department, Value::Names(names)) => {
                for named in names {
                    application.department_id = Some(parts.id(tx, *field, named, reading.municipality)?);
                }
            }
            (IntakeField::Owner, Value::Names(names)) => {
                for named in names {
                    application.owner_id = Some(parts.id(tx, *field, named, reading.municipality)?);
                }
            }
            (IntakeField::Committee, Value::Names(names)) => {
                for named in names {
                    committees.push(parts.id(tx, *field, named, reading.municipality)?);
                }
            }
            _ => fill(&mut application, *field, value),
        }
    }
    application.id = save(tx, &application)?;
    write_stage(tx, application.id, values, reading)?;
    write_committees(tx, application.id, &committees)?;
    match values.get(&IntakeField::Note) {
        Some(Value::Text(note)) => write_note(tx, application.id, note, reading),
        _ => Ok(()),
    }
}

fn fill(application: &mut Application, field: IntakeField, value: &Value) {
    match (field, value) {
        (IntakeField::Title, Value::Text(title)) => application.title.clone_from(title),
        (IntakeField::Funder, Value::Text(funder)) => application.funder.clone_from(funder),
        (IntakeField::Pool, Value::Pool(id)) => application.pool_id = Some(*id),
        (IntakeField::Requested, Value::Amount(amount)) => application.requested = Some(*amount),
        (IntakeField::Awarded, Value::Amount(amount)) => application.awarded = Some(*amount),
        (IntakeField::PeriodStart, Value::Partial(date)) => application.period_start = Some(*date),
        (IntakeField::PeriodEnd, Value::Partial(date)) => application.period_end = Some(*date),
        (IntakeField::JournalNumber, Value::Text(number)) => application.journal_number.clone_from(number),
        (IntakeField::FunderReference, Value::Text(reference)) => application.funder_reference.clone_from(reference),
        (IntakeField::Purpose, Value::Text(purpose)) => application.purpose.clone_from(purpose),
        _ => {}
    }
}

/// A step to the stage the row gives, whatever the stage before: the sheet says how it stands, not how it came there. A new
/// application without a stage is an idea of today.
fn write_stage(tx: &mut Tx<'_>, application_id: u32, values: &BTreeMap<IntakeField, Value>, reading: &Reading<'_>) -> Result<()> {
    let steps: Vec<ApplicationStep> = records(tx.connection(), "WHERE application_id = ?1 ORDER BY position", [application_id])?;
    let newest = steps.iter().rfind(|step| step.taken_back_on.is_none());
    let since = match values.get(&IntakeField::StageSince) {
        Some(Value::Partial(since)) => Some(*since),
        _ => None,
    };
    let (stage, taken_on) = match (values.get(&IntakeField::Stage), newest) {
        (Some(Value::Stage(stage)), Some(newest)) if newest.stage == *stage => {
            return match since {
                Some(since) => save(tx, &ApplicationStep { taken_on: Some(since), ..newest.clone() }).map(drop),
                None => Ok(()),
            };
        }
        (Some(Value::Stage(stage)), _) => (*stage, since),
        (_, Some(_)) => return Ok(()),
        (_, None) => (Stage::Idea, since.or(Some(PartialDate::Day(reading.today)))),
    };
    let step = ApplicationStep {
        id: 0,
        version: 0,
        application_id,
        position: steps.last().map_or(0, |step| step.position) + 1,
        stage,
        taken_on,
        taken_time: None,
        person: reading.actor.to_owned(),
        reason: String::new(),
        journalised: false,
        record_number: String::new(),
        taken_back_on: None,
        taken_back_reason: String::new(),
    };
    save(tx, &step).map(drop)
}

fn write_committees(tx: &mut Tx<'_>, application_id: u32, committees: &[u32]) -> Result<()> {
    if committees.is_empty() {
        return Ok(());
    }
    let mut there: Vec<u32> = records::<ApplicationCommittee>(tx.connection(), "WHERE application_id = ?1", [application_id])?
        .iter()
        .map(|row| row.committee_id)
        .collect();
    for &committee_id in committees {
        if !there.contains(&committee_id) {
            save(tx, &ApplicationCommittee { id: 0, version: 0, application_id, committee_id })?;
            there.push(committee_id);
        }
    }
    Ok(())
}

/// A note, unless it is there already.
fn write_note(tx: &mut Tx<'_>, application_id: u32, text: &str, reading: &Reading<'_>) -> Result<()> {
    let notes: Vec<ApplicationNote> = records(tx.connection(), "WHERE application_id = ?1", [application_id])?;
    if notes.iter().any(|note| note.text == text) {
        return Ok(());
    }
    let (text, author) = (text.to_owned(), reading.actor.to_owned());
    save(tx, &ApplicationNote { id: 0, version: 0, application_id, text, author, written_on: reading.today }).map(drop)
}
