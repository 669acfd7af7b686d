//! Pools, their calls and the history of their deadlines.

use std::collections::HashMap;

use crate::catalogue::*;
use crate::error::Result;
use crate::import::csv::{Files, Keys, Row, Table};
use crate::money::Money;
use crate::views::Text;

/// Every pool of the folder with its calls. `numbers` are the initiatives by number.
pub fn pools(files: &Files, numbers: &HashMap<String, usize>) -> Result<Vec<Pool>> {
    let columns = [
        "key",
        "initiative",
        "parent",
        "title",
        "title_en",
        "amount",
        "price_level",
        "account",
        "authority",
        "applicants_da",
        "applicants_en",
        "can_apply",
        "place",
        "note_da",
        "note_en",
    ];
    let is_year = |name: &str| name.strip_prefix("amount_").and_then(Period::from_key).is_some_and(|p| p.year().is_some());
    let Some(table) = Table::read_if_there(files, "pools.csv", &columns, is_year)? else { return Ok(Vec::new()) };
    let years = table.year_columns("amount_");

    let mut keys = Keys::default();
    let mut pools = Vec::new();
    for row in table.rows() {
        row.unique("key", row.required("key")?.to_owned(), &mut keys)?;
        pools.push(pool(&row, &years, numbers)?);
    }
    // A second pass: a pool may stand before the one it lies inside.
    for (index, row) in table.rows().enumerate() {
        if !row.text("parent").is_empty() {
            let parent = row.reference("parent", row.text("parent"), &keys.index, "pools.csv")?;
            if parent == index || pools[parent].parent == Some(index) {
                return Err(row.bad("parent", "≠ key"));
            }
            pools[index].parent = Some(parent);
        }
    }
    read_calls(files, &keys.index, &mut pools)?;
    Ok(pools)
}

fn pool(row: &Row<'_>, years: &[(i32, String)], numbers: &HashMap<String, usize>) -> Result<Pool> {
    let initiative = match row.text("initiative") {
        "" => None,
        number => Some(row.reference("initiative", number, numbers, "initiatives.csv")?),
    };
    let mut by_year = Vec::new();
    for (year, column) in years {
        if let Some(amount) = row.optional_amount(column)? {
            by_year.push((*year, amount));
        }
    }
    let amount = row.optional_amount("amount")?;
    let sum: Money = by_year.iter().map(|(_, amount)| *amount).sum();
    if let Some(stated) = amount
        && !by_year.is_empty()
        && stated != sum
    {
        return Err(row.bad("amount", sum.mio_da()));
    }
    let price_level = row.optional_year("price_level")?;
    if price_level.is_none() && (amount.is_some() || !by_year.is_empty()) {
        return Err(row.bad("price_level", "2019-pl"));
    }
    Ok(Pool {
        key: row.text("key").to_owned(),
        initiative,
        parent: None,
        title: Text::new(row.required("title")?, row.text("title_en")),
        amount,
        years: by_year,
        price_level,
        account: row.text("account").to_owned(),
        authority: row.text("authority").to_owned(),
        applicants: row.both("applicants"),
        can_apply: can_apply(row)?,
        place: row.text("place").to_owned(),
        note: row.both("note"),
        calls: Vec::new(),
    })
}

/// An empty cell says nothing, which is what unclear means.
fn can_apply(row: &Row<'_>) -> Result<CanApply> {
    match row.text("can_apply") {
        "" => Ok(CanApply::Unclear),
        _ => row.code("can_apply", CanApply::ALL, CanApply::code),
    }
}

fn read_calls(files: &Files, pool_keys: &HashMap<String, usize>, pools: &mut [Pool]) -> Result<()> {
    let columns = [
        "key",
        "pool",
        "title",
        "published",
        "deadline",
        "deadline_time",
        "amount",
        "project_from",
        "project_to",
        "project_text_da",
        "project_text_en",
        "applicants_da",
        "applicants_en",
        "can_apply",
        "outcome_da",
        "outcome_en",
        "source_url",
    ];
    let Some(table) = Table::read_if_there(files, "calls.csv", &columns, |_| false)? else { return Ok(()) };
    let mut keys = Keys::default();
    for row in table.rows() {
        row.unique("key", row.required("key")?.to_owned(), &mut keys)?;
    }
    let mut moved = read_deadlines(files, &keys.index)?;
    for (index, row) in table.rows().enumerate() {
        let pool = row.reference("pool", row.text("pool"), pool_keys, "pools.csv")?;
        let deadlines = deadlines(&row, moved.remove(&index).unwrap_or_default())?;
        let (project_from, project_to) = (row.optional_date("project_from")?, row.optional_date("project_to")?);
        if let (Some(from), Some(to)) = (project_from, project_to)
            && to < from
        {
            return Err(row.bad("project_to", format!("≥ {from}")));
        }
        pools[pool].calls.push(Call {
            key: row.text("key").to_owned(),
            title: row.required("title")?.to_owned(),
            published: row.optional_date("published")?,
            deadlines,
            amount: row.optional_amount("amount")?,
            project_from,
            project_to,
            project_text: row.both("project_text"),
            applicants: row.both("applicants"),
            can_apply: can_apply(&row)?,
            outcome: row.both("outcome"),
            sources: row.text("source_url").split('|').map(|url| url.trim().to_owned()).filter(|url| !url.is_empty()).collect(),
        });
    }
    Ok(())
}

/// The call's own deadline, or its history, whose last must be that same deadline.
fn deadlines(row: &Row<'_>, history: Vec<Deadline>) -> Result<Vec<Deadline>> {
    let Some(date) = row.optional_date("deadline")? else {
        return match history.last() {
            None => Ok(history),
            Some(last) => Err(row.bad("deadline", last.date)),
        };
    };
    let time = row.optional_time("deadline_time")?;
    match history.last() {
        None => Ok(vec![Deadline { date, time, known_from: None, note: Text::default() }]),
        Some(last) if last.date != date => Err(row.bad("deadline", last.date)),
        Some(last) if last.time != time => Err(row.bad("deadline_time", last.time.as_deref().unwrap_or("\"\""))),
        Some(_) => Ok(history),
    }
}

/// Index of the call -> its deadlines in order.
fn read_deadlines(files: &Files, calls: &HashMap<String, usize>) -> Result<HashMap<usize, Vec<Deadline>>> {
    let columns = ["call", "position", "deadline", "deadline_time", "known_from", "note_da", "note_en"];
    let mut moved: HashMap<usize, Vec<Deadline>> = HashMap::new();
    let Some(table) = Table::read_if_there(files, "deadlines.csv", &columns, |_| false)? else { return Ok(moved) };
    for row in table.rows() {
        let history = moved.entry(row.reference("call", row.text("call"), calls, "calls.csv")?).or_default();
        if row.number::<usize>("position")? != history.len() + 1 {
            return Err(row.bad("position", history.len() + 1));
        }
        history.push(Deadline {
            date: row.date("deadline")?,
            time: row.optional_time("deadline_time")?,
            known_from: row.optional_date("known_from")?,
            note: row.both("note"),
        });
    }
    Ok(moved)
}
