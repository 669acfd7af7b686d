//! The appendix of pools as a paper of its own.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::committee::{AppendixPool, CaseAppendix, CommitteeCase};
use crate::error::Result;
use crate::office::Committee;
use crate::report::made::said;
use crate::report::{AppendixColumn, AppendixRow, Block, Front, PaperKind, Report, Section, appendix, appendix_title, file_name};
use crate::store::Store;
use crate::store::applications::rows as application_rows;
use crate::store::catalogue::agreement;
use crate::store::committee::{Of, papers};
use crate::store::papers::case_item::{may_stand, name};
use crate::store::papers::copies::{copies_by, kept, not_the_one, standing};
use crate::store::papers::pool_rows::pool_rows;
use crate::store::papers::reports::Made;
use crate::store::pools::{self, PoolsOfCommittees, load_pools};
use crate::store::records::{record, records};
use crate::views::{OfficeView, PaperAsked, PaperOf, Text};
use crate::words::say::{Value, sentence};

/// The appendix that is asked for: one of a case, as it was handed in or as it is now, or of the pools named.
///
/// # Errors
/// `record_missing`, `record_changed`; `case_closed`; those of reading the file.
pub fn pool_table(store: &Store, asked: &PaperAsked, office: &OfficeView, as_of: NaiveDate) -> Result<Made> {
    let PaperOf::Appendix { id, committee_id, columns, pools } = &asked.of else {
        return Err(crate::Error::new(crate::ErrorCode::Unforeseen).because("no appendix"));
    };
    let municipality = office.municipality.id;
    if let Some(id) = id {
        return store.query(|connection| of_case(connection, *id, asked, office, as_of));
    }
    let committee: Option<Committee> = committee_id.map(|id| store.query(|connection| record(connection, id))).transpose()?;
    let of_committees = match &committee {
        Some(_) => Some(store.query(|connection| pools_of_committees(connection, municipality, (as_of, asked.closed)))?),
        None => None,
    };
    let of = committee.as_ref().map(|it| it.id).zip(of_committees.as_ref());
    let rows = store.query(|connection| pool_rows(connection, municipality, pools, of, as_of))?;
    let year = store.query(|connection| year_of(connection, &rows))?;
    let title = appendix_title(year, committee.as_ref().map(|it| it.name.as_str()), asked.language);
    let day = as_of.to_string();
    let file_name = file_name(&[committee.as_ref().map_or("", |it| &it.short_name), &day, &title]);
    let section = match (rows.is_empty(), &committee) {
        (true, Some(_)) => {
            Section { landscape: true, blocks: vec![Block::paragraph(said("no_pools_of_committee", asked.language))] }
        }
        _ => appendix(&rows, columns, &title, asked.language),
    };
    let remarks = match of {
        Some((id, of_committees)) if !pools.is_empty() => {
            store.query(|connection| of_others(connection, pools, (id, of_committees), office, as_of))?
        }
        _ => Vec::new(),
    };
    let report = paper(front(title, asked, office, as_of), section);
    Ok(Made { report, file_name, left_out: 0, remarks })
}

/// Whose the pools are, by the cases that may stand in the paper.
fn pools_of_committees(
    connection: &Connection,
    municipality: u32,
    (as_of, closed): (NaiveDate, bool),
) -> Result<PoolsOfCommittees> {
    let cases = papers(connection, Of::Municipality(municipality), as_of)?;
    let applications = application_rows(connection, municipality, None, as_of)?;
    PoolsOfCommittees::load(connection, cases.iter().filter(|paper| closed || !paper.case.closed), applications.iter())
}

/// Says of the chosen pools which belong to other committees than the one in the title.
fn of_others(
    connection: &Connection,
    chosen: &[u32],
    (committee, of_committees): (u32, &PoolsOfCommittees),
    office: &OfficeView,
    as_of: NaiveDate,
) -> Result<Vec<Text>> {
    let pools = load_pools(connection, pools::Of::All, as_of)?;
    let mut remarks = Vec::new();
    for pool in chosen.iter().filter_map(|id| pools.iter().find(|pool| pool.id == *id)) {
        let theirs = of_committees.committees(pool);
        if theirs.is_empty() || theirs.contains(&committee) {
            continue;
        }
        let names = office.committees.iter().filter(|it| theirs.contains(&it.id)).map(|it| it.name.as_str());
        let names = names.collect::<Vec<_>>().join(", ");
        let values = [("pool", Value::Text(pool.title.clone())), ("committees", Value::Name(&names))];
        remarks.extend(sentence("report.pool_of_others", &values));
    }
    Ok(remarks)
}

fn front<'a>(title: String, asked: &PaperAsked, office: &'a OfficeView, as_of: NaiveDate) -> Front<'a> {
    Front { kind: PaperKind::Appendix, title, municipality: &office.municipality.name, as_of, language: asked.language }
}

/// The first year of the agreement the rows are of; none where they are of none.
fn year_of(connection: &Connection, rows: &[AppendixRow]) -> Result<Option<i32>> {
    if rows.iter().all(|row| row.number.is_none()) {
        return Ok(None);
    }
    Ok(Some(agreement(connection, None)?.0.first_year))
}

fn of_case(connection: &Connection, id: u32, asked: &PaperAsked, office: &OfficeView, as_of: NaiveDate) -> Result<Made> {
    let row: CaseAppendix = record(connection, id)?;
    let case: CommitteeCase = record(connection, row.committee_case_id)?;
    may_stand(&case, asked.closed)?;
    let file_name = name(connection, &case, &row.title)?;
    // What was handed in does not change with the data.
    let handed_in = standing(&copies_by(connection, case.id, as_of)?).map(kept).transpose()?;
    let mut report = match handed_in.and_then(|report| kept_section(report, &row.title)) {
        Some((frozen, section)) => Report {
            as_of: frozen.as_of,
            handed_in: frozen.handed_in,
            ..paper(front(row.title, asked, office, frozen.as_of), section)
        },
        None => {
            let pools: Vec<AppendixPool> = records(connection, "WHERE case_appendix_id = ?1 ORDER BY position, id", [row.id])?;
            let pools: Vec<u32> = pools.into_iter().map(|pool| pool.pool_id).collect();
            let columns: Vec<AppendixColumn> = row.columns.split(',').filter_map(AppendixColumn::from_code).collect();
            let rows = pool_rows(connection, case.municipality_id, &pools, None, as_of)?;
            let section = appendix(&rows, &columns, &row.title, asked.language);
            let mut report = paper(front(row.title, asked, office, as_of), section);
            not_the_one(connection, &case, &mut report, as_of)?;
            report
        }
    };
    report.closed = case.closed;
    Ok(Made { report, file_name, left_out: 0, remarks: Vec::new() })
}

/// The pages of an appendix in a paper that was handed in, with the rest of it.
fn kept_section(mut report: Report, title: &str) -> Option<(Report, Section)> {
    let begins = |section: &Section| matches!(section.blocks.first(), Some(Block::Heading { text, .. }) if text == title);
    let at = report.sections.iter().skip(1).position(begins)? + 1;
    let section = report.sections.swap_remove(at);
    Some((report, section))
}

/// The appendix with a title of its own in the place of its heading.
fn paper(front: Front<'_>, mut section: Section) -> Report {
    if matches!(section.blocks.first(), Some(Block::Heading { .. })) {
        section.blocks.remove(0);
    }
    front.report(vec![section])
}
