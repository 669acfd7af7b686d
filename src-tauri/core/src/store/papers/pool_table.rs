//! The appendix of pools as a paper of its own.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::committee::{AppendixPool, CaseAppendix, CommitteeCase};
use crate::error::Result;
use crate::office::Committee;
use crate::report::{AppendixColumn, AppendixRow, Block, Front, PaperKind, Report, Section, appendix, appendix_title, file_name};
use crate::store::Store;
use crate::store::catalogue::agreement;
use crate::store::papers::case_item::{may_stand, name};
use crate::store::papers::copies::{copies_by, kept, standing};
use crate::store::papers::pool_rows::pool_rows;
use crate::store::papers::reports::Made;
use crate::store::records::{record, records};
use crate::views::{OfficeView, PaperAsked, PaperOf};

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
    let rows = store.query(|connection| pool_rows(connection, municipality, pools, as_of))?;
    let year = store.query(|connection| year_of(connection, &rows))?;
    let title = appendix_title(year, committee.as_ref().map(|it| it.name.as_str()), asked.language);
    let day = as_of.to_string();
    let file_name = file_name(&[committee.as_ref().map_or("", |it| &it.short_name), &day, &title]);
    let section = appendix(&rows, columns, &title, asked.language);
    let report = paper(front(title, asked, office, as_of), section);
    Ok(Made { report, file_name, left_out: 0 })
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
    let section = match handed_in.and_then(|report| kept_section(report, &row.title)) {
        Some(section) => section,
        None => {
            let pools: Vec<AppendixPool> = records(connection, "WHERE case_appendix_id = ?1 ORDER BY position, id", [row.id])?;
            let pools: Vec<u32> = pools.into_iter().map(|pool| pool.pool_id).collect();
            let columns: Vec<AppendixColumn> = row.columns.split(',').filter_map(AppendixColumn::from_code).collect();
            let rows = pool_rows(connection, case.municipality_id, &pools, as_of)?;
            appendix(&rows, &columns, &row.title, asked.language)
        }
    };
    let mut report = paper(front(row.title, asked, office, as_of), section);
    report.closed = case.closed;
    Ok(Made { report, file_name, left_out: 0 })
}

/// The pages of an appendix in a paper that was handed in.
fn kept_section(report: Report, title: &str) -> Option<Section> {
    let begins = |section: &Section| matches!(section.blocks.first(), Some(Block::Heading { text, .. }) if text == title);
    report.sections.into_iter().skip(1).find(begins)
}

/// The appendix with a title of its own in the place of its heading.
fn paper(front: Front<'_>, mut section: Section) -> Report {
    if matches!(section.blocks.first(), Some(Block::Heading { .. })) {
        section.blocks.remove(0);
    }
    front.report(vec![section])
}
