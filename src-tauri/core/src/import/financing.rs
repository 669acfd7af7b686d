//! Tables 2 and 3, and the differences an agreement is known to have.

use crate::catalogue::*;
use crate::error::{Error, ErrorCode, Result};
use crate::import::csv::{Files, Keys, Row, Table};
use crate::money::Money;

/// What the number column holds in the printed total's row.
const TOTAL: &str = "total";

/// Table 2, where the folder has it.
pub fn appropriations(files: &Files) -> Result<Option<Appropriations>> {
    const FILE: &str = "reprioritised-appropriations.csv";
    let columns = ["number", "account", "title", "total", "page"];
    let is_period = |name: &str| Period::from_key(name).is_some_and(|period| period != Period::Permanent);
    let Some(table) = Table::read_if_there(files, FILE, &columns, is_period)? else { return Ok(None) };
    let mut periods: Vec<Period> = table.periods().collect();
    periods.sort();

    let mut keys = Keys::default();
    let mut rows = Vec::new();
    let mut total = None;
    for row in table.rows() {
        row.unique("number", row.text("number").to_owned(), &mut keys)?;
        if row.text("number") == TOTAL {
            total = Some(Total { line: row.line, amounts: row.amounts(&periods)? });
            continue;
        }
        rows.push(Appropriation {
            line: row.line,
            number: row_number(&row)?,
            account: row.required("account")?.to_owned(),
            title: row.required("title")?.to_owned(),
            amounts: row.amounts(&periods)?,
            page: row.number("page")?,
        });
    }
    let total = total.ok_or_else(|| no_total(FILE))?;
    Ok(Some(Appropriations { periods, rows, total }))
}

/// Table 3, where the folder has it.
pub fn savings(files: &Files) -> Result<Option<Savings>> {
    const FILE: &str = "reprioritised-savings.csv";
    let columns = ["number", "account", "title", "amount", "page"];
    let Some(table) = Table::read_if_there(files, FILE, &columns, |_| false)? else { return Ok(None) };
    let mut keys = Keys::default();
    let mut rows = Vec::new();
    let mut total = None;
    for row in table.rows() {
        row.unique("number", row.text("number").to_owned(), &mut keys)?;
        if row.text("number") == TOTAL {
            total = Some((row.amount("amount")?, row.line));
            continue;
        }
        let printed = row.text("amount");
        let amount = match printed.strip_prefix('<') {
            Some(bound) => SavingAmount::Below(Money::parse_mio(bound).ok_or_else(|| row.bad("amount", "1,5 / <0,1"))?),
            None => SavingAmount::Exact(row.amount("amount")?),
        };
        rows.push(Saving {
            line: row.line,
            number: row_number(&row)?,
            account: row.required("account")?.to_owned(),
            title: row.required("title")?.to_owned(),
            amount,
            page: row.number("page")?,
        });
    }
    let (total, total_line) = total.ok_or_else(|| no_total(FILE))?;
    Ok(Some(Savings { rows, total, total_line }))
}

/// The differences the agreement is known to have.
pub fn differences(files: &Files) -> Result<Vec<Difference>> {
    let columns = ["where", "stated", "computed", "reason_da", "reason_en"];
    let Some(table) = Table::read_if_there(files, "declared-differences.csv", &columns, |_| false)? else {
        return Ok(Vec::new());
    };
    let read = |row: Row<'_>| {
        row.required("reason_da")?;
        Ok(Difference {
            line: row.line,
            place: row.required("where")?.to_owned(),
            stated: row.amount("stated")?,
            computed: row.amount("computed")?,
            reason: row.both("reason"),
        })
    };
    table.rows().map(read).collect()
}

fn row_number(row: &Row<'_>) -> Result<u32> {
    row.number("number").map_err(|_| row.bad("number", format!("1 / {TOTAL}")))
}

fn no_total(file: &str) -> Error {
    Error::new(ErrorCode::CsvNoTotal).with("file", file).with("expected", TOTAL)
}
