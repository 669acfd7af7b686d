//! Appendices of a case.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::applications::Document;
use crate::committee::{AppendixKind, AppendixPool, CaseAppendix};
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::report::{AppendixColumn, appendix_title};
use crate::store::catalogue::agreement;
use crate::store::committee::arrange;
use crate::store::papers::copies::not_handed_in;
use crate::store::papers::texts::after;
use crate::store::records::{record, records, remove, save as put};
use crate::store::{Store, Tx};
use crate::views::{AppendixDraft, AppendixView, Changed, DocumentChoice, PaperView};
use crate::words::Language;

pub fn save(store: &mut Store, draft: &AppendixDraft, today: NaiveDate) -> Result<Changed<PaperView>> {
    let committed = store.transact(Op::PaperAppendix, |tx| {
        let case = match draft.id {
            0 => draft.committee_case_id,
            id => record::<CaseAppendix>(tx.connection(), id)?.committee_case_id,
        };
        not_handed_in(tx.connection(), case)?;
        let is_pools = draft.kind == AppendixKind::Pools;
        let document_id = draft.document_id.filter(|_| draft.kind == AppendixKind::Document);
        if draft.kind == AppendixKind::Document && document_id.is_none() {
            return Err(Error::new(ErrorCode::FieldRequired).in_field("document_id"));
        }
        let row = CaseAppendix {
            id: draft.id,
            version: draft.version,
            committee_case_id: case,
            position: draft.position,
            kind: draft.kind,
            title: draft.title.clone(),
            document_id,
            columns: if is_pools { columns(&draft.columns) } else { String::new() },
        };
        let id = put(tx, &row)?;
        put_pools(tx, id, if is_pools { &draft.pools } else { &[] })?;
        let others: Vec<CaseAppendix> =
            records(tx.connection(), "WHERE committee_case_id = ?1 AND id <> ?2 ORDER BY position, id", params![case, id])?;
        arrange(tx, others, Some((id, draft.position)), |appendix| appendix.position)?;
        Ok(case)
    })?;
    after(store, committed, today)
}

pub fn delete(store: &mut Store, id: u32, version: u32, today: NaiveDate) -> Result<Changed<PaperView>> {
    let committed = store.transact(Op::PaperAppendix, |tx| {
        let case = record::<CaseAppendix>(tx.connection(), id)?.committee_case_id;
        not_handed_in(tx.connection(), case)?;
        remove::<CaseAppendix>(tx, id, version, &[("case_appendix_pool", "case_appendix_id")])?;
        let left: Vec<CaseAppendix> = records(tx.connection(), "WHERE committee_case_id = ?1 ORDER BY position, id", [case])?;
        arrange(tx, left, None, |appendix| appendix.position)?;
        Ok(case)
    })?;
    after(store, committed, today)
}

/// Appends the table of these pools to a new case, in the usual columns.
pub(in crate::store) fn add_pool_table(tx: &mut Tx<'_>, case: u32, committee: Option<&str>, pools: &[u32]) -> Result<()> {
    let numbered: Vec<u32> = {
        let mut statement = tx.connection().prepare_cached("SELECT id FROM pool WHERE initiative_id IS NOT NULL")?;
        statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?
    };
    let of_agreement = numbered.iter().any(|pool| pools.contains(pool));
    let year = of_agreement.then(|| agreement(tx.connection(), None)).transpose()?.map(|(agreement, _)| agreement.first_year);
    let row = CaseAppendix {
        id: 0,
        version: 0,
        committee_case_id: case,
        position: 0,
        kind: AppendixKind::Pools,
        title: appendix_title(year, committee, Language::Da),
        document_id: None,
        columns: String::new(),
    };
    let id = put(tx, &row)?;
    put_pools(tx, id, pools)
}

/// Brings the rows of an appendix to these pools in their order, each once.
fn put_pools(tx: &mut Tx<'_>, appendix: u32, pools: &[u32]) -> Result<()> {
    let was: Vec<AppendixPool> = records(tx.connection(), "WHERE case_appendix_id = ?1", [appendix])?;
    for gone in was.iter().filter(|was| !pools.contains(&was.pool_id)) {
        remove::<AppendixPool>(tx, gone.id, gone.version, &[])?;
    }
    let mut placed: Vec<u32> = Vec::with_capacity(pools.len());
    for &pool_id in pools {
        if placed.contains(&pool_id) {
            continue;
        }
        let position = u32::try_from(placed.len()).unwrap_or(u32::MAX);
        let (id, version) = was.iter().find(|was| was.pool_id == pool_id).map_or((0, 0), |was| (was.id, was.version));
        put(tx, &AppendixPool { id, version, case_appendix_id: appendix, pool_id, position })?;
        placed.push(pool_id);
    }
    Ok(())
}

/// Columns as they are kept.
fn columns(columns: &[AppendixColumn]) -> String {
    columns.iter().map(|column| column.code()).collect::<Vec<_>>().join(",")
}

/// The same read again.
pub(super) fn columns_of(kept: &str) -> Vec<AppendixColumn> {
    kept.split(',').filter_map(AppendixColumn::from_code).collect()
}

/// The appendices of a case as the screen shows them, in order.
pub(super) fn appendices(conn: &Connection, case: u32) -> Result<Vec<AppendixView>> {
    let rows: Vec<CaseAppendix> = records(conn, "WHERE committee_case_id = ?1 ORDER BY position, id", [case])?;
    let of_case = "JOIN case_appendix ON case_appendix.id = case_appendix_id WHERE committee_case_id = ?1";
    let pools: Vec<AppendixPool> = records(conn, &format!("{of_case} ORDER BY case_appendix_pool.position"), [case])?;
    let appended = "JOIN case_appendix ON case_appendix.document_id = document.id WHERE committee_case_id = ?1";
    let documents: Vec<Document> = records(conn, appended, [case])?;
    let view = |(number, row): (u32, CaseAppendix)| AppendixView {
        number,
        document: documents.iter().find(|it| Some(it.id) == row.document_id).map(|it| it.name.clone()).unwrap_or_default(),
        draft: AppendixDraft {
            id: row.id,
            version: row.version,
            committee_case_id: row.committee_case_id,
            position: row.position,
            kind: row.kind,
            title: row.title,
            document_id: row.document_id,
            columns: columns_of(&row.columns),
            pools: pools.iter().filter(|pool| pool.case_appendix_id == row.id).map(|pool| pool.pool_id).collect(),
        },
    };
    Ok((1..).zip(rows).map(view).collect())
}

/// The documents of some applications of a municipality whose content is there; applications by id with their titles.
pub(super) fn choices(conn: &Connection, municipality: u32, applications: &[(u32, &str)]) -> Result<Vec<DocumentChoice>> {
    let of_municipality = "JOIN application ON application.id = application_id \
                           WHERE application.municipality_id = ?1 AND content_removed_on IS NULL ORDER BY document.id";
    let documents: Vec<Document> = records(conn, of_municipality, [municipality])?;
    let choice = |document: Document| {
        let (_, application) = applications.iter().find(|(id, _)| *id == document.application_id)?;
        Some(DocumentChoice { id: document.id, name: document.name, application: (*application).to_owned() })
    };
    Ok(documents.into_iter().filter_map(choice).collect())
}
