//! Reading reference data and saved views.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};
use rust_decimal::Decimal;

use crate::catalogue::price_level::PriceIndex;
use crate::error::Result;
use crate::fold::danish_order;
use crate::import::COUNTRY;
use crate::store::row;
use crate::views::{MunicipalityRow, PopulationRow, PriceIndexRow, ReferenceView, SavedView};

/// The price index, and where its newest year comes from.
pub struct PriceIndexSource {
    /// Per mille by year.
    pub rises: PriceIndex,
    /// Edition.
    pub vintage: String,
    /// Address or document.
    pub source: String,
}

/// The whole index.
pub fn price_index(conn: &Connection) -> Result<PriceIndexSource> {
    let mut index = PriceIndexSource { rises: PriceIndex::new(), vintage: String::new(), source: String::new() };
    for year in price_index_rows(conn)? {
        index.rises.insert(year.0, year.1);
        (index.vintage, index.source) = (year.2.vintage, year.2.source);
    }
    Ok(index)
}

/// Year, per mille, and the row as the screen has it; by year.
fn price_index_rows(conn: &Connection) -> Result<Vec<(i32, i32, PriceIndexRow)>> {
    let mut statement =
        conn.prepare_cached("SELECT id, version, year, general_per_mille, vintage, source FROM price_index ORDER BY year")?;
    let rows = statement.query_map([], |r| {
        let (year, per_mille) = (r.get(2)?, r.get(3)?);
        let view = PriceIndexRow {
            id: r.get(0)?,
            version: r.get(1)?,
            year,
            general_pct: Decimal::new(i64::from(per_mille), 1).to_string(),
            vintage: r.get(4)?,
            source: r.get(5)?,
        };
        Ok((year, per_mille, view))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The id of the municipality with this official code.
pub fn municipality_of(conn: &Connection, code: &str) -> Result<Option<u32>> {
    Ok(conn.prepare_cached("SELECT id FROM municipality WHERE code = ?1")?.query_row([code], |r| r.get(0)).optional()?)
}

/// The population of a municipality and of the country on the same day.
pub struct Populations {
    /// The municipality's name.
    pub municipality: String,
    /// Its people.
    pub population: u32,
    /// The country's.
    pub country: u32,
    /// The day of both.
    pub date: NaiveDate,
}

/// The newest day, no later than `as_of`, on which both are known. None where there is none.
pub fn population_of(conn: &Connection, code: &str, as_of: NaiveDate) -> Result<Option<Populations>> {
    const SQL: &str = "SELECT name, own.population, country.population, own.date FROM municipality \
                       JOIN population AS own ON own.municipality_id = municipality.id \
                       JOIN population AS country ON country.municipality_id IS NULL AND country.date = own.date \
                       WHERE code = ?1 AND own.date <= ?2 ORDER BY own.date DESC LIMIT 1";
    let read = |r: &rusqlite::Row<'_>| {
        Ok(Populations { municipality: r.get(0)?, population: r.get(1)?, country: r.get(2)?, date: row::date(r, 3)? })
    };
    Ok(conn.prepare_cached(SQL)?.query_row([code, &as_of.to_string()], read).optional()?)
}

/// The screen of reference data.
pub fn reference(conn: &Connection) -> Result<ReferenceView> {
    let mut statement = conn.prepare_cached("SELECT id, version, code, name, region, source FROM municipality")?;
    let rows = statement.query_map([], |r| {
        Ok(MunicipalityRow {
            id: r.get(0)?,
            version: r.get(1)?,
            code: r.get(2)?,
            name: r.get(3)?,
            region: r.get(4)?,
            source: r.get(5)?,
        })
    })?;
    let mut municipalities = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    municipalities.sort_by_cached_key(|municipality| danish_order(&municipality.name));
    Ok(ReferenceView {
        municipalities,
        population: population(conn)?,
        price_index: price_index_rows(conn)?.into_iter().map(|(_, _, view)| view).collect(),
    })
}

/// The country first, then the municipalities; newest first.
fn population(conn: &Connection) -> Result<Vec<PopulationRow>> {
    const SQL: &str = "SELECT population.id, population.version, name, date, population, population.source FROM population \
                       LEFT JOIN municipality ON municipality.id = municipality_id ORDER BY date DESC";
    let mut statement = conn.prepare_cached(SQL)?;
    let rows = statement.query_map([], |r| {
        Ok(PopulationRow {
            id: r.get(0)?,
            version: r.get(1)?,
            area: r.get::<_, Option<String>>(2)?.unwrap_or_else(|| COUNTRY.to_owned()),
            date: row::date(r, 3)?,
            population: r.get(4)?,
            source: r.get(5)?,
        })
    })?;
    let mut figures = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    figures.sort_by_cached_key(|figure| (figure.area != COUNTRY, danish_order(&figure.area)));
    Ok(figures)
}

/// The saved views of a screen, in Danish order.
pub fn saved_views(conn: &Connection, screen: &str) -> Result<Vec<SavedView>> {
    let mut statement =
        conn.prepare_cached("SELECT id, version, screen, name, definition FROM saved_view WHERE screen = ?1 ORDER BY id")?;
    let rows = statement.query_map([screen], |r| {
        Ok(SavedView { id: r.get(0)?, version: r.get(1)?, screen: r.get(2)?, name: r.get(3)?, definition: r.get(4)? })
    })?;
    let mut views = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    views.sort_by_cached_key(|view| danish_order(&view.name));
    Ok(views)
}
