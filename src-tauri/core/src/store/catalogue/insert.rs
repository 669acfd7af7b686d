//! A whole agreement into the file.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use crate::catalogue::*;
use crate::error::{Error, ErrorCode, Result};
use crate::store::pools::insert_pools;

/// Writes an agreement that was read and proven; the id of its row. An agreement that is there already is refused.
pub fn insert_agreement(conn: &Connection, agreement: &Agreement) -> Result<u32> {
    let there: bool = conn.query_row("SELECT EXISTS (SELECT 1 FROM agreement WHERE key = ?1)", [&agreement.key], |r| r.get(0))?;
    if there {
        return Err(Error::new(ErrorCode::AgreementExists).with("found", &agreement.key));
    }
    const SQL: &str = "INSERT INTO agreement (key, title_da, title_en, date, price_level, first_year, last_year, has_permanent, \
                       pages, source_da, source_en) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) RETURNING id";
    let values = params![
        agreement.key,
        agreement.title.da,
        agreement.title.en,
        agreement.date.to_string(),
        agreement.price_level,
        agreement.first_year,
        agreement.last_year,
        agreement.periods.contains(&Period::Permanent),
        agreement.pages,
        agreement.source.da,
        agreement.source.en,
    ];
    let id: u32 = conn.query_row(SQL, values, |r| r.get(0))?;
    insert_amounts(conn, "agreement_amount", "agreement_id", id, &agreement.periods, &agreement.total.amounts)?;
    let (areas, themes) = insert_headings(conn, id, agreement)?;
    let initiatives = insert_initiatives(conn, id, agreement, &areas, &themes)?;
    insert_pools(conn, id, &agreement.pools, &initiatives)?;
    insert_notes(conn, id, &agreement.notes, &initiatives)?;
    insert_financing(conn, id, agreement)?;
    Ok(id)
}

/// One row per amount; none is no row. Table and column are names of the program's own.
fn insert_amounts(conn: &Connection, table: &str, owner: &str, id: u32, periods: &[Period], amounts: &Amounts) -> Result<()> {
    let mut insert = conn.prepare_cached(&format!("INSERT INTO {table} ({owner}, period, amount_oere) VALUES (?1, ?2, ?3)"))?;
    for (period, amount) in periods.iter().zip(amounts) {
        if let Some(amount) = amount {
            insert.execute(params![id, period.to_string(), amount.oere()])?;
        }
    }
    Ok(())
}

/// The ids of areas and themes, in order.
fn insert_headings(conn: &Connection, id: u32, agreement: &Agreement) -> Result<(Vec<u32>, Vec<u32>)> {
    const AREA: &str = "INSERT INTO area (agreement_id, key, position, title, name_da, name_en, page) \
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id";
    const THEME: &str =
        "INSERT INTO theme (area_id, key, position, title_da, title_en, page) VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id";
    let mut areas = Vec::new();
    for (position, area) in agreement.areas.iter().enumerate() {
        let values = params![id, area.key, position as u32, area.title, area.name.da, area.name.en, area.page];
        let area_id = conn.prepare_cached(AREA)?.query_row(values, |r| r.get(0))?;
        insert_amounts(conn, "area_amount", "area_id", area_id, &agreement.periods, &area.amounts)?;
        areas.push(area_id);
    }
    let mut themes = Vec::new();
    for (position, theme) in agreement.themes.iter().enumerate() {
        let values = params![areas[theme.area], theme.key, position as u32, theme.title.da, theme.title.en, theme.page];
        let theme_id = conn.prepare_cached(THEME)?.query_row(values, |r| r.get(0))?;
        insert_amounts(conn, "theme_amount", "theme_id", theme_id, &agreement.periods, &theme.amounts)?;
        themes.push(theme_id);
    }
    Ok((areas, themes))
}

/// The ids of the initiatives, in order.
fn insert_initiatives(conn: &Connection, id: u32, agreement: &Agreement, areas: &[u32], themes: &[u32]) -> Result<Vec<u32>> {
    const SQL: &str = "INSERT INTO initiative (agreement_id, area_id, theme_id, number, dut, title_da, title_en, page, can_apply, \
                       can_apply_place, can_apply_reason_da, can_apply_reason_en, applicants_da, applicants_en, authority, \
                       dut_recipient, dut_place, summary, search_spelt, search_plain) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20) \
                       RETURNING id";
    const MECHANISM: &str = "INSERT INTO initiative_mechanism (initiative_id, position, mechanism) VALUES (?1, ?2, ?3)";
    let mut pools: HashMap<usize, Vec<&Pool>> = HashMap::new();
    for pool in &agreement.pools {
        if let Some(initiative) = pool.initiative {
            pools.entry(initiative).or_default().push(pool);
        }
    }
    let mut insert = conn.prepare_cached(SQL)?;
    let mut insert_mechanism = conn.prepare_cached(MECHANISM)?;
    let mut ids = Vec::with_capacity(agreement.initiatives.len());
    for (index, initiative) in agreement.initiatives.iter().enumerate() {
        let facts = &initiative.facts;
        let of_pools = pools.get(&index).into_iter().flatten();
        let [spelt, plain] = searched(
            [&initiative.title, &facts.title_en, &facts.summary, &facts.authority, &facts.applicants.da, &facts.applicants.en]
                .into_iter()
                .chain(of_pools.flat_map(|pool| [&pool.title.da, &pool.title.en, &pool.account]))
                .map(String::as_str),
        );
        let values = params![
            id,
            areas[initiative.area],
            initiative.theme.map(|theme| themes[theme]),
            initiative.number,
            initiative.dut,
            initiative.title,
            facts.title_en,
            initiative.page,
            facts.can_apply.code(),
            facts.can_apply_place,
            facts.can_apply_reason.da,
            facts.can_apply_reason.en,
            facts.applicants.da,
            facts.applicants.en,
            facts.authority,
            facts.dut_recipient.map(DutRecipient::code),
            facts.dut_place,
            facts.summary,
            spelt,
            plain,
        ];
        let initiative_id: u32 = insert.query_row(values, |r| r.get(0))?;
        for (position, mechanism) in facts.mechanisms.iter().enumerate() {
            insert_mechanism.execute(params![initiative_id, position as u32, mechanism.code()])?;
        }
        insert_amounts(conn, "year_amount", "initiative_id", initiative_id, &agreement.periods, &initiative.amounts)?;
        ids.push(initiative_id);
    }
    Ok(ids)
}

fn insert_notes(conn: &Connection, id: u32, notes: &[SourceNote], initiatives: &[u32]) -> Result<()> {
    const SQL: &str = "INSERT INTO source_note (agreement_id, key, kind, place, stated, other, difference, text_da, text_en) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING id";
    const ABOUT: &str = "INSERT INTO source_note_initiative (source_note_id, initiative_id) VALUES (?1, ?2)";
    for note in notes {
        let values = params![
            id,
            note.key,
            note.kind.code(),
            note.place,
            note.stated,
            note.other,
            note.difference,
            note.text.da,
            note.text.en
        ];
        let note_id: u32 = conn.prepare_cached(SQL)?.query_row(values, |r| r.get(0))?;
        for &initiative in &note.initiatives {
            conn.prepare_cached(ABOUT)?.execute(params![note_id, initiatives[initiative]])?;
        }
    }
    Ok(())
}

fn insert_financing(conn: &Connection, id: u32, agreement: &Agreement) -> Result<()> {
    const APPROPRIATION: &str = "INSERT INTO reprioritised_appropriation (agreement_id, number, account, title, page) \
                                 VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id";
    const SAVING: &str = "INSERT INTO reprioritised_saving (agreement_id, number, account, title, amount_oere, below_oere, page) \
                          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    const DIFFERENCE: &str = "INSERT INTO declared_difference (agreement_id, place, stated_oere, computed_oere, reason_da, \
                              reason_en) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    if let Some(table) = &agreement.appropriations {
        let insert = |number: Option<u32>, account: &str, title: &str, page: u32, amounts: &Amounts| -> Result<()> {
            let values = params![id, number, account, title, page];
            let row_id = conn.prepare_cached(APPROPRIATION)?.query_row(values, |r| r.get(0))?;
            let (name, owner) = ("reprioritised_appropriation_amount", "reprioritised_appropriation_id");
            insert_amounts(conn, name, owner, row_id, &table.periods, amounts)
        };
        for row in &table.rows {
            insert(Some(row.number), &row.account, &row.title, row.page, &row.amounts)?;
        }
        insert(None, "", "", 0, &table.total.amounts)?;
    }
    if let Some(table) = &agreement.savings {
        let mut insert = conn.prepare_cached(SAVING)?;
        for row in &table.rows {
            let (amount, below) = match row.amount {
                SavingAmount::Exact(amount) => (Some(amount.oere()), None),
                SavingAmount::Below(bound) => (None, Some(bound.oere())),
            };
            insert.execute(params![id, row.number, row.account, row.title, amount, below, row.page])?;
        }
        insert.execute(params![id, None::<u32>, "", "", table.total.oere(), None::<i64>, 0])?;
    }
    for difference in &agreement.differences {
        let Difference { place, stated, computed, reason, .. } = difference;
        let values = params![id, place, stated.oere(), computed.oere(), reason.da, reason.en];
        conn.prepare_cached(DIFFERENCE)?.execute(values)?;
    }
    Ok(())
}
