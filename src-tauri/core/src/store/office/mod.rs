//! Departments, committees, people and the rules of a municipality.

use rusqlite::{Connection, OptionalExtension};

use crate::budgets::WageEstimate;
use crate::calendar::{ClosedDays, Closing, DayUnit, WorkCalendar};
use crate::deadlines::{ClosingDay, LeadTime, usual_lead_times};
use crate::error::{Error, ErrorCode, Result};
use crate::fold::{danish_order, fold};
use crate::office::{Committee, Department, OfficeRules, Person};
use crate::ops::Op;
use crate::record::Record;
use crate::store::blame::gone;
use crate::store::records::{record, records, remove, save, untaken};
use crate::store::refuse::invalid;
use crate::store::schema::SCHEMA;
use crate::store::{Store, Tx};
use crate::views::{Changed, MunicipalityChoice, OfficePart, OfficePartKind, OfficeView};
use crate::words::Language;

impl Store {
    /// The municipalities that have something in the file (a department, committee, person, case, application or assessment), and
    /// `also`, in Danish order.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn municipalities_in_use(&self, also: Option<u32>) -> Result<Vec<MunicipalityChoice>> {
        self.query(|connection| in_use(connection, also))
    }

    /// The municipality to begin with where a person has none in the file: the one whose committee was entered first, else the first
    /// in use. None where the file has nothing of any.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn first_municipality(&self) -> Result<Option<MunicipalityChoice>> {
        let in_use = self.municipalities_in_use(None)?;
        let first: Option<u32> = self.query(|connection| {
            let sql = "SELECT municipality_id FROM committee ORDER BY id LIMIT 1";
            Ok(connection.query_row(sql, [], |row| row.get(0)).optional()?)
        })?;
        Ok(in_use.iter().find(|one| Some(one.id) == first).or(in_use.first()).cloned())
    }

    /// The municipality with this official code, or this name in any spelling: `koebenhavn` is København.
    ///
    /// # Errors
    /// `municipality_not_found`, naming those in use.
    pub fn municipality_named(&self, named: &str) -> Result<MunicipalityChoice> {
        let folded = fold(named.trim());
        let is_named = |choice: &MunicipalityChoice| {
            choice.code == named.trim() || fold(&choice.name).iter().zip(&folded).any(|(name, folded)| name == folded)
        };
        self.query(|connection| match choices(connection, "", [])?.into_iter().find(is_named) {
            Some(choice) => Ok(choice),
            None => {
                let names: Vec<String> = in_use(connection, None)?.into_iter().map(|choice| choice.name).collect();
                let example = || "Lyngby-Taarbæk".to_owned();
                let expected = if names.is_empty() { example() } else { names.join(", ") };
                Err(Error::new(ErrorCode::MunicipalityNotFound).with("found", named).with("expected", expected))
            }
        })
    }

    /// A municipality's departments, committees, people and rules.
    ///
    /// # Errors
    /// `record_changed` where there is no such municipality.
    pub fn office(&self, municipality: u32) -> Result<OfficeView> {
        self.query(|connection| office(connection, municipality))
    }

    /// Adds or corrects a part.
    ///
    /// # Errors
    /// `field_required`, `field_taken`, each naming the field; those of [`Store::transact`].
    pub fn office_save(&mut self, part: &OfficePart) -> Result<Changed<OfficeView>> {
        let municipality = match part {
            OfficePart::Department(row) => row.municipality_id,
            OfficePart::Committee(row) => row.municipality_id,
            OfficePart::Person(row) => row.municipality_id,
            OfficePart::Rules(row) => row.municipality_id,
            OfficePart::WageEstimate(row) => row.municipality_id,
            OfficePart::ClosingDay(row) => row.municipality_id,
            OfficePart::LeadTime(row) => row.municipality_id,
        };
        let op = match part {
            OfficePart::WageEstimate(_) => Op::WageEstimateSave,
            OfficePart::ClosingDay(_) => Op::ClosingDaySave,
            OfficePart::LeadTime(_) => Op::LeadTimeSave,
            _ => Op::OfficeSave,
        };
        let committed = self.transact(op, |tx| match part {
            OfficePart::Department(row) => save_named(tx, row, &["name"]),
            OfficePart::Committee(row) => committee_save(tx, row),
            OfficePart::Person(row) => save_named(tx, row, &["name"]),
            OfficePart::Rules(row) => save(tx, row),
            OfficePart::WageEstimate(row) => save_named(tx, row, &["year"]),
            OfficePart::ClosingDay(row) => closing_day_save(tx, row),
            OfficePart::LeadTime(row) => save_named(tx, row, &["step"]),
        })?;
        Ok(Changed { view: self.office(municipality)?, changed: committed.changed })
    }

    /// Removes a part nothing refers to.
    ///
    /// # Errors
    /// `record_conflicts` where something does; those of [`Store::transact`].
    pub fn office_delete(&mut self, kind: OfficePartKind, id: u32, version: u32) -> Result<Changed<OfficeView>> {
        let op = match kind {
            OfficePartKind::WageEstimate => Op::WageEstimateSave,
            OfficePartKind::ClosingDay => Op::ClosingDaySave,
            OfficePartKind::LeadTime => Op::LeadTimeSave,
            _ => Op::OfficeDelete,
        };
        let committed = self.transact(op, |tx| match kind {
            OfficePartKind::Department => {
                let municipality = record::<Department>(tx.connection(), id)?.municipality_id;
                remove::<Department>(tx, id, version, &[]).map(|()| municipality)
            }
            OfficePartKind::Committee => {
                let municipality = record::<Committee>(tx.connection(), id)?.municipality_id;
                remove::<Committee>(tx, id, version, &[]).map(|()| municipality)
            }
            OfficePartKind::Person => {
                let municipality = record::<Person>(tx.connection(), id)?.municipality_id;
                remove::<Person>(tx, id, version, &[]).map(|()| municipality)
            }
            OfficePartKind::WageEstimate => {
                let municipality = record::<WageEstimate>(tx.connection(), id)?.municipality_id;
                remove::<WageEstimate>(tx, id, version, &[]).map(|()| municipality)
            }
            OfficePartKind::ClosingDay => {
                let municipality = record::<ClosingDay>(tx.connection(), id)?.municipality_id;
                remove::<ClosingDay>(tx, id, version, &[]).map(|()| municipality)
            }
            OfficePartKind::LeadTime => {
                let municipality = record::<LeadTime>(tx.connection(), id)?.municipality_id;
                remove::<LeadTime>(tx, id, version, &[]).map(|()| municipality)
            }
        })?;
        Ok(Changed { view: self.office(committed.value)?, changed: committed.changed })
    }
}

/// Saves a part whose names no other of the municipality may have.
fn save_named<R: Record>(tx: &mut Tx<'_>, part: &R, names: &[&str]) -> Result<u32> {
    part.check()?;
    for name in names {
        untaken(tx.connection(), part, "municipality_id", name)?;
    }
    save(tx, part)
}

fn office(conn: &Connection, municipality: u32) -> Result<OfficeView> {
    let Some(choice) = choices(conn, "WHERE id = ?1", [municipality])?.pop() else {
        return Err(gone(conn, &SCHEMA, "municipality", i64::from(municipality))?);
    };
    let mut departments: Vec<Department> = records(conn, "WHERE municipality_id = ?1", [municipality])?;
    let mut committees: Vec<Committee> = records(conn, "WHERE municipality_id = ?1", [municipality])?;
    let mut people: Vec<Person> = records(conn, "WHERE municipality_id = ?1", [municipality])?;
    departments.sort_by_cached_key(|department| danish_order(&department.name));
    committees.sort_by_cached_key(|committee| danish_order(&committee.name));
    people.sort_by_cached_key(|person| danish_order(&person.name));
    let rules = office_rules(conn, municipality)?;
    let wage_estimates = records(conn, "WHERE municipality_id = ?1 ORDER BY year", [municipality])?;
    let closing_days = records(conn, "WHERE municipality_id = ?1 ORDER BY first_day, id", [municipality])?;
    let lead_times = lead_times(conn, municipality)?;
    Ok(OfficeView { municipality: choice, departments, committees, people, rules, wage_estimates, closing_days, lead_times })
}

/// A committee hands its cases on to another of the municipality, never in a circle, and its rule for papers is a number of something.
fn committee_save(tx: &mut Tx<'_>, committee: &Committee) -> Result<u32> {
    if committee.paper_amount.is_some() != committee.paper_unit.is_some() {
        let field = if committee.paper_amount.is_some() { "paper_unit" } else { "paper_amount" };
        return Err(Error::new(ErrorCode::FieldRequired).in_field(field));
    }
    if let Some(amount) = committee.paper_amount.filter(|amount| *amount > 366) {
        return Err(invalid("paper_amount", amount, 10));
    }
    if committee.paper_unit == Some(DayUnit::Months) {
        return Err(invalid("paper_unit", DayUnit::Months.word(Language::Da), DayUnit::WorkingDays.word(Language::Da)));
    }
    let others: Vec<Committee> = records(tx.connection(), "WHERE municipality_id = ?1", [committee.municipality_id])?;
    let mut next = committee.next_committee_id;
    // Each once at most: what goes on longer than there are committees goes round.
    for _ in 0..=others.len() {
        let Some(id) = next else { return save_named(tx, committee, &["name", "short_name"]) };
        match others.iter().find(|other| other.id == id) {
            Some(other) if id != committee.id => next = other.next_committee_id,
            _ => break,
        }
    }
    Err(Error::new(ErrorCode::CommitteesInCircle).in_field("next_committee_id").with("found", &committee.short_name))
}

/// A closing day ends no sooner than it begins.
fn closing_day_save(tx: &mut Tx<'_>, closing: &ClosingDay) -> Result<u32> {
    if closing.last_day < closing.first_day {
        return Err(Error::new(ErrorCode::PeriodReversed).in_field("last_day"));
    }
    save(tx, closing)
}

/// How long each step takes: as the municipality has set, else as the program has it.
pub(in crate::store) fn lead_times(conn: &Connection, municipality: u32) -> Result<Vec<LeadTime>> {
    let set: Vec<LeadTime> = records(conn, "WHERE municipality_id = ?1", [municipality])?;
    let of = |usual: LeadTime| set.iter().find(|one| one.step == usual.step).cloned().unwrap_or(usual);
    Ok(usual_lead_times(municipality).into_iter().map(of).collect())
}

/// How a municipality works: as it has set, else as the program has it.
pub(in crate::store) fn office_rules(conn: &Connection, municipality: u32) -> Result<OfficeRules> {
    let set: Option<OfficeRules> = records(conn, "WHERE municipality_id = ?1", [municipality])?.pop();
    Ok(set.unwrap_or_else(|| OfficeRules::usual(municipality)))
}

/// Which days a municipality works.
pub(in crate::store) fn work_calendar(conn: &Connection, municipality: u32) -> Result<WorkCalendar> {
    let rules = office_rules(conn, municipality)?;
    let closings: Vec<ClosingDay> = records(conn, "WHERE municipality_id = ?1 ORDER BY first_day, id", [municipality])?;
    let closing = |it: ClosingDay| Closing { title: it.title, first: it.first_day, last: it.last_day, recess: it.recess };
    let closed = ClosedDays {
        constitution_day: rules.closed_constitution_day,
        christmas_eve: rules.closed_christmas_eve,
        new_years_eve: rules.closed_new_years_eve,
    };
    Ok(WorkCalendar::new(closings.into_iter().map(closing).collect(), closed))
}

fn in_use(conn: &Connection, also: Option<u32>) -> Result<Vec<MunicipalityChoice>> {
    let used = "WHERE id = ?1 OR id IN (SELECT municipality_id FROM department UNION SELECT municipality_id FROM committee \
                UNION SELECT municipality_id FROM person UNION SELECT municipality_id FROM committee_case \
                UNION SELECT municipality_id FROM application UNION SELECT municipality_id FROM assessment)";
    choices(conn, used, [also])
}

/// The municipalities that match, in Danish order.
fn choices(conn: &Connection, rest: &str, params: impl rusqlite::Params) -> Result<Vec<MunicipalityChoice>> {
    let mut statement = conn.prepare_cached(&format!("SELECT id, code, name FROM municipality {rest}"))?;
    let rows = statement.query_map(params, |r| Ok(MunicipalityChoice { id: r.get(0)?, code: r.get(1)?, name: r.get(2)? }))?;
    let mut choices = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    choices.sort_by_cached_key(|choice| danish_order(&choice.name));
    Ok(choices)
}
