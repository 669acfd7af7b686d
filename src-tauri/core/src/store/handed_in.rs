//! What was handed in stays as it is: a copy for ever, and the texts and appendices of a paper until it is taken back. Whoever
//! writes, undoes, does again or reads in: all pass here before their operation is kept.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use crate::committee::{AppendixPool, CaseAppendix, CaseText, CommitteeCase, PaperCopy};
use crate::error::{Error, ErrorCode, Result};
use crate::record::Record;
use crate::store::names::name;
use crate::store::record::{Row, Touched, read};
use crate::store::schema::Schema;

/// What may still be said of a copy: that it was taken back, and why.
const LOOSE: [&str; 3] = ["withdrawn_on", "reason", "version"];

/// That an operation leaves every copy as it was handed in, and the paper of a case alone that stands with the committee. Taking back
/// the operation that handed it in is allowed; so is removing a copy with its case.
///
/// # Errors
/// `paper_handed_in`, naming the case.
pub(super) fn stays(connection: &Connection, schema: &Schema, touched: &[Touched], takes_back: bool) -> Result<()> {
    if schema.editable(PaperCopy::TABLE).is_err() {
        return Ok(());
    }
    let of = |table: &'static str| touched.iter().filter(move |touched| touched.table.table == table);
    let gone: BTreeSet<i64> = of(CommitteeCase::TABLE).filter(|touched| touched.after.is_none()).map(|it| it.id).collect();
    for copy in of(PaperCopy::TABLE) {
        let Some(case) = both(copy).find_map(|row| column(row, "committee_case_id")) else { continue };
        let stays = match (&copy.before, &copy.after) {
            (Some(was), Some(is)) => tightly(was) == tightly(is),
            (Some(_), None) => takes_back || gone.contains(&case),
            (None, _) => true,
        };
        if !stays || stand(connection, case)? > 1 {
            return Err(refused(connection, schema, case)?);
        }
    }
    let mut cases: BTreeSet<i64> = BTreeSet::new();
    for part in of(CaseText::TABLE).chain(of(CaseAppendix::TABLE)) {
        cases.extend(both(part).filter_map(|row| column(row, "committee_case_id")));
    }
    let appendices: BTreeSet<i64> =
        of(AppendixPool::TABLE).flat_map(both).filter_map(|row| column(row, "case_appendix_id")).collect();
    for appendix in appendices {
        cases.extend(case_of(connection, appendix)?);
    }
    for case in cases.difference(&gone) {
        if stand(connection, *case)? > 0 {
            return Err(refused(connection, schema, *case)?);
        }
    }
    Ok(())
}

fn both(touched: &Touched) -> impl Iterator<Item = &Row> {
    touched.before.iter().chain(&touched.after)
}

fn column(row: &Row, column: &str) -> Option<i64> {
    row.get(column).and_then(Value::as_i64)
}

/// What must stay.
fn tightly(row: &Row) -> Row {
    row.iter()
        .filter(|(column, _)| !LOOSE.contains(&column.as_str()))
        .map(|(column, value)| (column.clone(), value.clone()))
        .collect()
}

/// How many copies of a case stand.
fn stand(connection: &Connection, case: i64) -> Result<u32> {
    let sql = "SELECT count(*) FROM paper_copy WHERE committee_case_id = ?1 AND withdrawn_on IS NULL";
    Ok(connection.prepare_cached(sql)?.query_row([case], |row| row.get(0))?)
}

/// The case of an appendix that is there; the one of an appendix that is gone is known by the appendix itself.
fn case_of(connection: &Connection, appendix: i64) -> Result<Option<i64>> {
    let mut statement = connection.prepare_cached("SELECT committee_case_id FROM case_appendix WHERE id = ?1")?;
    Ok(statement.query_row([appendix], |row| row.get(0)).optional()?)
}

fn refused(connection: &Connection, schema: &Schema, case: i64) -> Result<Error> {
    let named = match read(connection, schema.editable(CommitteeCase::TABLE)?, case)? {
        Some(row) => name(connection, schema, CommitteeCase::TABLE, &row)?,
        None => String::new(),
    };
    Ok(Error::new(ErrorCode::PaperHandedIn).with("record", named))
}
