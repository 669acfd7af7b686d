//! All reference data into an empty file.

use rusqlite::{Connection, params};

use crate::error::Result;
use crate::import::Reference;

/// Writes reference data that was read and checked; the id of the first municipality, by which history knows it.
pub fn insert_reference(conn: &Connection, reference: &Reference) -> Result<u32> {
    const MUNICIPALITY: &str = "INSERT INTO municipality (code, name, region, source) VALUES (?1, ?2, ?3, ?4) RETURNING id";
    const POPULATION: &str = "INSERT INTO population (municipality_id, date, population, source) VALUES (?1, ?2, ?3, ?4)";
    const PRICE_INDEX: &str = "INSERT INTO price_index (year, general_per_mille, vintage, source) VALUES (?1, ?2, ?3, ?4)";
    let mut ids: Vec<u32> = Vec::with_capacity(reference.municipalities.len());
    for m in &reference.municipalities {
        let values = params![m.code, m.name, m.region, m.source];
        ids.push(conn.prepare_cached(MUNICIPALITY)?.query_row(values, |r| r.get(0))?);
    }
    for p in &reference.population {
        let municipality = p.municipality.map(|index| ids[index]);
        conn.prepare_cached(POPULATION)?.execute(params![municipality, p.date.to_string(), p.population, p.source])?;
    }
    for y in &reference.price_index {
        conn.prepare_cached(PRICE_INDEX)?.execute(params![y.year, y.general_per_mille, y.vintage, y.source])?;
    }
    Ok(ids.first().copied().unwrap_or(1))
}
