//! Reference data: municipalities, population figures and the price index.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::error::Result;
use crate::import::csv::{Files, Keys, Row, Table};
use crate::money::parse_danish;

/// What a population figure for the whole country is called.
pub const COUNTRY: &str = "Danmark";

/// All of it, checked.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Municipalities by code.
    pub municipalities: Vec<Municipality>,
    /// Population figures.
    pub population: Vec<Population>,
    /// The price index by year.
    pub price_index: Vec<PriceIndexYear>,
}

/// A municipality.
#[derive(Clone, Debug)]
pub struct Municipality {
    /// Official code, three digits.
    pub code: String,
    /// Name.
    pub name: String,
    /// Region.
    pub region: String,
    /// Where name and code come from.
    pub source: String,
}

/// A population figure.
#[derive(Clone, Debug)]
pub struct Population {
    /// Index of the municipality; none is the whole country.
    pub municipality: Option<usize>,
    /// The day the figure is for.
    pub date: NaiveDate,
    /// People.
    pub population: u32,
    /// Where the figure comes from.
    pub source: String,
}

/// One year of the state's general price and wage index.
#[derive(Clone, Debug)]
pub struct PriceIndexYear {
    /// The year the rise leads to.
    pub year: i32,
    /// Rise from the year before, in per mille.
    pub general_per_mille: i32,
    /// Edition of the index.
    pub vintage: String,
    /// Where the figure comes from.
    pub source: String,
}

/// Reads the three files of reference data.
pub fn reference(files: &Files) -> Result<Reference> {
    let table = Table::read(files, "municipalities.csv", &["code", "name", "region", "source"], |_| false)?;
    let mut codes = Keys::default();
    let mut names = Keys::default();
    let mut municipalities = Vec::new();
    for row in table.rows() {
        let code = row.text("code");
        if !is_municipality_code(code) {
            return Err(row.bad("code", "173"));
        }
        row.unique("code", code.to_owned(), &mut codes)?;
        row.unique("name", row.required("name")?.to_owned(), &mut names)?;
        municipalities.push(Municipality {
            code: code.to_owned(),
            name: row.text("name").to_owned(),
            region: row.required("region")?.to_owned(),
            source: row.text("source").to_owned(),
        });
    }

    let table = Table::read(files, "population.csv", &["area", "date", "population", "source"], |_| false)?;
    let mut figures = Keys::default();
    let mut population = Vec::new();
    for row in table.rows() {
        let area = row.text("area");
        let municipality =
            if area == COUNTRY { None } else { Some(row.reference("area", area, &names.index, "municipalities.csv")?) };
        let date = row.date("date")?;
        row.unique("date", format!("{area} {date}"), &mut figures)?;
        let people = row.number("population")?;
        if people == 0 {
            return Err(row.bad("population", "55790"));
        }
        population.push(Population { municipality, date, population: people, source: row.text("source").to_owned() });
    }

    let table = Table::read(files, "price-index.csv", &["year", "general_pct", "vintage", "source"], |_| false)?;
    let mut years = Keys::default();
    let mut price_index = Vec::new();
    for row in table.rows() {
        row.unique("year", row.text("year").to_owned(), &mut years)?;
        price_index.push(PriceIndexYear {
            year: row.year("year")?,
            general_per_mille: general_per_mille(&row)?,
            vintage: row.required("vintage")?.to_owned(),
            source: row.text("source").to_owned(),
        });
    }
    Ok(Reference { municipalities, population, price_index })
}

/// Three digits.
pub fn is_municipality_code(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit())
}

/// A rise in per cent with one decimal, as per mille; within what prices can do in a year.
pub fn per_mille(pct: Decimal) -> Option<i32> {
    let per_mille = pct.checked_mul(Decimal::TEN)?;
    if per_mille.fract().is_zero() { per_mille.to_i32().filter(|rise| (-500..=1000).contains(rise)) } else { None }
}

fn general_per_mille(row: &Row<'_>) -> Result<i32> {
    parse_danish(row.text("general_pct")).and_then(per_mille).ok_or_else(|| row.bad("general_pct", "1,3"))
}
