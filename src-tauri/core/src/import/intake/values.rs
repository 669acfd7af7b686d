//! What the cell of a field says.

use chrono::NaiveDate;

use crate::applications::Stage;
use crate::calendar::PartialDate;
use crate::import::intake::cells::{self, Expected};
use crate::import::intake::known::Index;
use crate::import::sheet::Cell;
use crate::money::Money;
use crate::pools::Stance;
use crate::record::tidy;
use crate::views::IntakeField;
use crate::words::Language;

/// A department, committee or person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// One that is there.
    Known(u32, String),
    /// One that is made along.
    New(String),
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// An amount.
    Amount(Money),
    /// A day, with a time of day where one is given.
    Day(NaiveDate, Option<String>),
    /// A year, a month or a day.
    Partial(PartialDate),
    /// What the administration thinks.
    Stance(Stance),
    /// A stage.
    Stage(Stage),
    /// An initiative, by id and number.
    Initiative(u32, u32),
    /// A pool.
    Pool(u32),
    /// Departments, committees or people.
    Names(Vec<Named>),
}

impl Value {
    /// The text, where it is one.
    pub fn text(&self) -> Option<&str> {
        if let Value::Text(text) = self { Some(text) } else { None }
    }

    /// The pool, where it is one.
    pub fn pool(&self) -> Option<u32> {
        if let Value::Pool(id) = self { Some(*id) } else { None }
    }

    /// The initiative's number, where it is one.
    pub fn initiative(&self) -> Option<u32> {
        if let Value::Initiative(_, number) = self { Some(*number) } else { None }
    }

    /// As a person reads what was understood, in Danish.
    pub fn written(&self, index: &Index<'_>) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Amount(amount) => format!("{} kr.", amount.kroner_da()),
            Value::Day(day, time) => cells::written(*day, time.as_deref()),
            Value::Partial(date) => date.long(Language::Da),
            Value::Stance(stance) => stance.word(Language::Da).to_owned(),
            Value::Stage(stage) => stage.word(Language::Da).to_owned(),
            Value::Initiative(_, number) => {
                let title = index.initiative(*number).map(|initiative| initiative.title.as_str()).unwrap_or_default();
                format!("{number} {title}")
            }
            Value::Pool(id) => index.pool(*id).map(|pool| pool.title.clone()).unwrap_or_default(),
            Value::Names(names) => {
                let written = names.iter().map(|named| match named {
                    Named::Known(_, name) => name.clone(),
                    Named::New(name) => format!("{name} (ny)"),
                });
                written.collect::<Vec<_>>().join("; ")
            }
        }
    }
}

/// Reads the cell of a field that is not empty.
pub fn read(cell: &Cell, field: IntakeField, unit: u32, index: &Index<'_>) -> Result<Value, Expected> {
    use IntakeField::*;
    // A dash stands for nothing: all that can take the place of what a formula could not reckon.
    if cell.reckoned().is_err() {
        return Err("-".to_owned());
    }
    match field {
        Title | Funder | Applicants | Source | JournalNumber | FunderReference | Purpose | Note => {
            Ok(Value::Text(tidy(&cell.shown())))
        }
        Amount | Requested | Awarded => cells::amount(cell, unit).map(Value::Amount),
        Published | Deadline => cells::day(cell).map(|(day, time)| Value::Day(day, time)),
        StageSince | PeriodStart | PeriodEnd => cells::partial(cell).map(Value::Partial),
        Stance => stance(cell).map(Value::Stance),
        Stage => stage(cell).map(Value::Stage),
        Initiative => {
            let number = cells::number(cell)?;
            let known = index.initiative(number).ok_or_else(|| index.numbers())?;
            Ok(Value::Initiative(known.id, number))
        }
        Pool => {
            let pool = index.pool_named(&cell.shown()).ok_or_else(|| index.some_pool())?;
            Ok(Value::Pool(pool.id))
        }
        Department | Owner => Ok(Value::Names(vec![named(field, &cell.shown(), index)])),
        Committee => Ok(Value::Names(committees(&cell.shown(), index))),
    }
}

fn stance(cell: &Cell) -> Result<Stance, Expected> {
    let words = |stance: Stance| [stance.word(Language::Da), stance.word(Language::En), stance.code()];
    let others =
        [("søges", Stance::Apply), ("ja", Stance::Apply), ("nej", Stance::DoNotApply), ("afventer", Stance::AwaitingDetails)];
    cells::code(cell, Stance::ALL, words, &others)
}

fn stage(cell: &Cell) -> Result<Stage, Expected> {
    let words = |stage: Stage| [stage.word(Language::Da), stage.word(Language::En), stage.code()];
    let others = [
        ("ansøgt", Stage::Submitted),
        ("søgt", Stage::Submitted),
        ("sendt", Stage::Submitted),
        ("kladde", Stage::Drafting),
        ("bevilget", Stage::Granted),
        ("igangværende", Stage::Running),
        ("i drift", Stage::Running),
        ("færdig", Stage::Closed),
        ("slut", Stage::Closed),
        ("trukket", Stage::Withdrawn),
    ];
    cells::code(cell, Stage::ALL, words, &others)
}

fn named(field: IntakeField, text: &str, index: &Index<'_>) -> Named {
    let text = tidy(text);
    index.named(field, &text).map_or_else(|| Named::New(text.clone()), |id| Named::Known(id, text.clone()))
}

/// Several stand with semicolons or on lines of their own; with commas or strokes only where all of them are known, for a
/// committee's own name may hold them.
fn committees(text: &str, index: &Index<'_>) -> Vec<Named> {
    let split = |text: &str, at: &[char]| -> Vec<Named> {
        let parts = text.split(at).map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| named(IntakeField::Committee, part, index)).collect()
    };
    let mut found = Vec::new();
    for part in text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let whole = named(IntakeField::Committee, part, index);
        let parts = split(part, &[',', '/']);
        if matches!(whole, Named::New(_)) && parts.len() > 1 && parts.iter().all(|part| matches!(part, Named::Known(..))) {
            found.extend(parts);
        } else {
            found.push(whole);
        }
    }
    found
}
