//! Corrections of reference data.

use std::str::FromStr;

use rusqlite::{Connection, OptionalExtension, params};
use rust_decimal::Decimal;

use crate::error::Result;
use crate::import::{COUNTRY, is_municipality_code, per_mille};
use crate::ops::Op;
use crate::record::filled;
use crate::store::refuse::{invalid, taken};
use crate::store::{Row, Store, Tx};
use crate::views::{Changed, MunicipalityRow, PopulationRow, PriceIndexRow, ReferenceView};

impl Store {
    /// Corrects a municipality's name, code, region or source.
    ///
    /// # Errors
    /// `field_required`, `field_invalid`, `field_taken`, each naming the field; those of [`Store::transact`].
    pub fn municipality_save(&mut self, row: &MunicipalityRow) -> Result<Changed<ReferenceView>> {
        let (name, code, region) = (required("name", &row.name)?, row.code.trim(), required("region", &row.region)?);
        if name == COUNTRY {
            return Err(taken("name", name));
        }
        if !is_municipality_code(code) {
            return Err(invalid("code", code, "173"));
        }
        self.saved(Op::MunicipalityCorrect, |tx| {
            for (column, value) in [("name", name), ("code", code)] {
                let sql = format!("SELECT id FROM municipality WHERE {column} = ?1 AND id <> ?2");
                if exists(tx.connection(), &sql, params![value, row.id])? {
                    return Err(taken(column, value));
                }
            }
            let values = values([("name", name), ("code", code), ("region", region), ("source", row.source.trim())]);
            tx.update("municipality", i64::from(row.id), i64::from(row.version), values).map(drop)
        })
    }

    /// Enters a population figure (row id 0) or corrects one.
    ///
    /// # Errors
    /// `field_invalid`, `field_taken`, each naming the field; those of [`Store::transact`].
    pub fn population_save(&mut self, row: &PopulationRow) -> Result<Changed<ReferenceView>> {
        if row.population == 0 {
            return Err(invalid("population", "0", "55790"));
        }
        self.saved(Op::PopulationSet, |tx| {
            let municipality = match row.area.trim() {
                COUNTRY => None,
                name => Some(municipality(tx.connection(), name)?),
            };
            let date = row.date.to_string();
            let sql = "SELECT id FROM population WHERE coalesce(municipality_id, 0) = ?1 AND date = ?2 AND id <> ?3";
            if exists(tx.connection(), sql, params![municipality.unwrap_or(0), date, row.id])? {
                return Err(taken("date", &date));
            }
            let mut values = values([("date", &date), ("source", row.source.trim())]);
            values.insert("municipality_id".to_owned(), municipality.into());
            values.insert("population".to_owned(), row.population.into());
            put(tx, "population", row.id, row.version, values)
        })
    }

    /// Removes a population figure.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn population_delete(&mut self, id: u32, version: u32) -> Result<Changed<ReferenceView>> {
        self.saved(Op::PopulationDelete, |tx| tx.delete("population", i64::from(id), i64::from(version)))
    }

    /// Enters a year of the price index (row id 0) or corrects one. The rise may be typed with a comma or a point.
    ///
    /// # Errors
    /// `field_required`, `field_invalid`, `field_taken`, each naming the field; those of [`Store::transact`].
    pub fn price_index_save(&mut self, row: &PriceIndexRow) -> Result<Changed<ReferenceView>> {
        let pct = row.general_pct.trim();
        let rise = Decimal::from_str(&pct.replace(',', ".")).ok().and_then(per_mille);
        let rise = rise.ok_or_else(|| invalid("generalPct", pct, "1,3"))?;
        if !(1900..=2200).contains(&row.year) {
            return Err(invalid("year", row.year, "2019"));
        }
        let vintage = required("vintage", &row.vintage)?;
        self.saved(Op::PriceIndexSet, |tx| {
            let sql = "SELECT id FROM price_index WHERE year = ?1 AND id <> ?2";
            if exists(tx.connection(), sql, params![row.year, row.id])? {
                return Err(taken("year", row.year));
            }
            let mut values = values([("vintage", vintage), ("source", row.source.trim())]);
            values.insert("year".to_owned(), row.year.into());
            values.insert("general_per_mille".to_owned(), rise.into());
            put(tx, "price_index", row.id, row.version, values)
        })
    }

    /// One operation on reference data, answered with all of it.
    fn saved(&mut self, op: Op, write: impl FnOnce(&mut Tx<'_>) -> Result<()>) -> Result<Changed<ReferenceView>> {
        let committed = self.transact(op, write)?;
        Ok(Changed { view: self.reference()?, changed: committed.changed })
    }
}

/// Adds a record where the id is 0, changes it otherwise.
pub(super) fn put(tx: &mut Tx<'_>, table: &str, id: u32, version: u32, values: Row) -> Result<()> {
    if id == 0 {
        tx.insert(table, values).map(drop)
    } else {
        tx.update(table, i64::from(id), i64::from(version), values).map(drop)
    }
}

pub(super) fn exists(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<bool> {
    Ok(conn.prepare_cached(sql)?.exists(params)?)
}

pub(super) fn values<const N: usize>(texts: [(&str, &str); N]) -> Row {
    texts.into_iter().map(|(column, text)| (column.to_owned(), text.into())).collect()
}

pub(super) fn required<'a>(field: &str, text: &'a str) -> Result<&'a str> {
    filled(field, text)?;
    Ok(text.trim())
}

fn municipality(conn: &Connection, name: &str) -> Result<u32> {
    conn.query_row("SELECT id FROM municipality WHERE name = ?1", [name], |r| r.get(0))
        .optional()?
        .ok_or_else(|| invalid("area", name, format!("{COUNTRY} / Lyngby-Taarbæk")))
}
