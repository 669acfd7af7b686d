//! Pools and applications as an office's sheet has them: which column is what, what each cell says, and what becomes of each row.
//! Knows nothing of where they are kept: what is there already is given.

pub(in crate::import) mod cells;
mod columns;
mod known;
mod values;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

pub(in crate::import) use cells::month_named;
pub(in crate::import) use columns::unit;
pub use columns::{choices, match_columns};
pub use known::{Known, KnownApplication, KnownInitiative, KnownName, KnownPool};
pub use values::{Named, Value};

use crate::calendar::long;
use crate::error::{Error, ErrorCode};
use crate::import::sheet::{Cell, Sheet};
use crate::views::{IntakeAction, IntakeField, IntakePlan, IntakeRow, IntakeTarget};
use crate::words::Language;
use known::Index;

/// A row and what is to be written of it.
#[derive(Clone, Debug)]
pub struct RowPlan {
    /// As a person sees it.
    pub row: IntakeRow,
    /// What its cells say, by field; an empty cell says nothing.
    pub values: BTreeMap<IntakeField, Value>,
    /// The record it is the same as.
    pub same: Option<u32>,
}

/// The fields that have no column and must have one: a title, and who gives; of an application the pool says that too.
pub fn missing(target: IntakeTarget, fields: &[Option<IntakeField>]) -> Vec<IntakeField> {
    let has = |field: IntakeField| fields.contains(&Some(field));
    let gives = has(IntakeField::Funder) || target == IntakeTarget::Applications && has(IntakeField::Pool);
    let missing = [(IntakeField::Title, has(IntakeField::Title)), (IntakeField::Funder, gives)];
    missing.into_iter().filter(|(_, there)| !there).map(|(field, _)| field).collect()
}

/// What becomes of every row. `plan` has the field of every column; a stage does not begin after today.
pub fn plan_rows(sheet: &Sheet, plan: &IntakePlan, known: &Known, today: NaiveDate) -> Vec<RowPlan> {
    let index = Index::new(known, plan.target);
    let units: Vec<u32> = sheet.headings.iter().map(|heading| columns::unit(heading)).collect();
    let (skip, add): (HashSet<u32>, HashSet<u32>) =
        (plan.skip.iter().copied().collect(), plan.add_anyway.iter().copied().collect());
    let mut seen = HashMap::new();
    let mut rows = Vec::with_capacity(sheet.rows.len());
    for (number, cells) in &sheet.rows {
        let mut read = read_row(cells, &plan.fields, &units, &index);
        let same = index.same(&read.values);
        let adds = add.contains(number);
        let action = if skip.contains(number) {
            IntakeAction::Skip
        } else {
            read.problems.extend(lacks(plan, &read.values, today));
            if !adds {
                read.problems.extend(seen_before(*number, &index, &read.values, same, &mut seen));
            }
            match same {
                _ if !read.problems.is_empty() => IntakeAction::Bad,
                Some(_) if !adds => IntakeAction::Update,
                _ => IntakeAction::Add,
            }
        };
        if action == IntakeAction::Update {
            read.tell_what_stays(plan, same.and_then(|id| index.pool(id)));
        }
        let same_as = same.map(|id| index.called(id));
        let row = IntakeRow { number: *number, understood: read.understood, problems: read.problems, same_as, action };
        rows.push(RowPlan { row, values: read.values, same });
    }
    rows
}

/// What was made of a row's cells.
struct Read {
    understood: Vec<String>,
    problems: Vec<Error>,
    values: BTreeMap<IntakeField, Value>,
}

impl Read {
    /// A pool that was read in with an agreement is not changed itself; its calls and its assessment are ours.
    fn tell_what_stays(&mut self, plan: &IntakePlan, pool: Option<&KnownPool>) {
        use IntakeField::{Amount, Applicants, Initiative, Note};
        if plan.target != IntakeTarget::Pools || pool.is_none_or(|pool| pool.own) {
            return;
        }
        for (understood, field) in self.understood.iter_mut().zip(&plan.fields) {
            let stays = field.is_some_and(|field| matches!(field, Amount | Applicants | Initiative | Note));
            if stays && !understood.is_empty() {
                understood.push_str(" (aftalens egen ændres ikke)");
            }
        }
    }
}

fn read_row(cells: &[Cell], fields: &[Option<IntakeField>], units: &[u32], index: &Index<'_>) -> Read {
    let mut read = Read { understood: Vec::with_capacity(cells.len()), problems: Vec::new(), values: BTreeMap::new() };
    for (column, cell) in cells.iter().enumerate() {
        let field = fields.get(column).copied().flatten();
        let unit = units.get(column).copied().unwrap_or(1);
        let mut understood = String::new();
        // A dash is how a sheet says that there is nothing; of two columns for a field the first that says something counts.
        let is_empty =
            matches!(cell, Cell::Empty) || matches!(cell, Cell::Text(text) if matches!(text.as_str(), "-" | "–" | "—"));
        if let Some(field) = field.filter(|field| !is_empty && !read.values.contains_key(field)) {
            match values::read(cell, field, unit, index) {
                Ok(value) => {
                    understood = value.written(index);
                    read.values.insert(field, value);
                }
                Err(expected) => {
                    let bad = Error::new(ErrorCode::FieldInvalid).in_field(field.code());
                    read.problems.push(bad.with("found", cell.shown()).with("expected", expected));
                }
            }
        }
        read.understood.push(understood);
    }
    read
}

/// What a row lacks: what must be filled in, a project that ends after it begins, a stage that has begun.
fn lacks(plan: &IntakePlan, values: &BTreeMap<IntakeField, Value>, today: NaiveDate) -> Vec<Error> {
    use IntakeField::{Funder, PeriodEnd, PeriodStart, Pool, StageSince, Title};
    let (target, fields) = (plan.target, &plan.fields);
    let mut problems = Vec::new();
    let required = |field: IntakeField| Error::new(ErrorCode::FieldRequired).in_field(field.code());
    if fields.contains(&Some(Title)) && !values.contains_key(&Title) {
        problems.push(required(Title));
    }
    let by_pool = target == IntakeTarget::Applications && fields.contains(&Some(Pool));
    let gives = values.contains_key(&Funder) || by_pool && values.contains_key(&Pool);
    if (fields.contains(&Some(Funder)) || by_pool) && !gives {
        problems.push(required(Funder));
    }
    if let (Some(Value::Partial(start)), Some(Value::Partial(end))) = (values.get(&PeriodStart), values.get(&PeriodEnd))
        && start.first_day() > end.last_day()
    {
        problems.push(Error::new(ErrorCode::PeriodReversed).in_field(PeriodEnd.code()));
    }
    if let Some(Value::Partial(since)) = values.get(&StageSince)
        && since.last_day() > today
    {
        let late = Error::new(ErrorCode::FieldInvalid).in_field(StageSince.code());
        problems.push(late.with("found", since.long(Language::Da)).with("expected", long(today, Language::Da)));
    }
    problems
}

/// A row that says what an earlier one of the sheet said.
fn seen_before(
    number: u32,
    index: &Index<'_>,
    values: &BTreeMap<IntakeField, Value>,
    same: Option<u32>,
    seen: &mut HashMap<String, u32>,
) -> Option<Error> {
    let keys = index.identities(values).into_iter().chain(same.map(|id| format!("id {id}")));
    let mut earlier = None;
    for identity in keys {
        match seen.get(&identity) {
            Some(row) => earlier = earlier.or(Some(*row)),
            None => _ = seen.insert(identity, number),
        }
    }
    let title = match values.get(&IntakeField::Title) {
        Some(Value::Text(title)) => title.as_str(),
        _ => "",
    };
    let taken = |row: u32| {
        Error::new(ErrorCode::FieldTaken).in_field(IntakeField::Title.code()).with("found", format!("{title} (række {row})"))
    };
    earlier.map(taken)
}
