//! An agreement's folder, read and proven.

use std::collections::HashMap;

use crate::catalogue::*;
use crate::error::{Error, ErrorCode, Result};
use crate::import::csv::{Files, Keys, Row, Table};
use crate::import::{financing, pools};
use crate::views::Text;

/// Every file an agreement may have.
const FILES: [&str; 13] = [
    "agreement.csv",
    "areas.csv",
    "themes.csv",
    "initiatives.csv",
    "total.csv",
    "reprioritised-appropriations.csv",
    "reprioritised-savings.csv",
    "declared-differences.csv",
    "source-notes.csv",
    "facts.csv",
    "pools.csv",
    "calls.csv",
    "deadlines.csv",
];

/// Reads an agreement and proves that it adds up. The first thing that is wrong is the error; where sums do not hold, the others
/// are in its detail.
pub fn agreement(files: &Files) -> Result<Agreement> {
    if let Some(unknown) = files.keys().find(|name| !FILES.contains(&name.as_str())) {
        return Err(Error::new(ErrorCode::CsvUnknownFile).with("file", unknown).with("expected", FILES.join(", ")));
    }
    let agreement = read(files)?;
    let mut errors = reconcile(&agreement.figures()).into_iter();
    match errors.next() {
        None => Ok(agreement),
        Some(first) => Err(first.because(errors.map(|error| error.to_string()).collect::<Vec<_>>().join("\n"))),
    }
}

fn read(files: &Files) -> Result<Agreement> {
    let columns =
        ["key", "title_da", "title_en", "date", "price_level", "first_year", "last_year", "pages", "source_da", "source_en"];
    let table = Table::read(files, "agreement.csv", &columns, |_| false)?;
    let row = table.only_row()?;
    let first_year = row.year("first_year")?;
    let last_year = row.year("last_year")?;
    if !(first_year..first_year + 50).contains(&last_year) {
        return Err(row.bad("last_year", format!("{first_year}–")));
    }
    let is_period = |name: &str| Period::from_key(name).is_some();
    let areas_table = Table::read(files, "areas.csv", &["key", "title", "short_title", "title_en", "total", "page"], is_period)?;
    let themes_table = Table::read(files, "themes.csv", &["key", "area", "title", "title_en", "total", "page"], is_period)?;
    let initiatives_table =
        Table::read(files, "initiatives.csv", &["number", "dut", "area", "theme", "title", "total", "page"], is_period)?;
    let total_table = Table::read(files, "total.csv", &["total"], is_period)?;
    let periods = periods(first_year, last_year, areas_table.periods().any(|period| period == Period::Permanent));
    for (file, table) in [
        ("areas.csv", &areas_table),
        ("themes.csv", &themes_table),
        ("initiatives.csv", &initiatives_table),
        ("total.csv", &total_table),
    ] {
        check_periods(file, table, &periods)?;
    }

    let mut area_keys = Keys::default();
    let mut areas = Vec::new();
    for row in areas_table.rows() {
        row.unique("key", row.required("key")?.to_owned(), &mut area_keys)?;
        areas.push(Area {
            line: row.line,
            key: row.text("key").to_owned(),
            title: row.required("title")?.to_owned(),
            name: Text::new(row.required("short_title")?, row.text("title_en")),
            amounts: row.amounts(&periods)?,
            page: row.number("page")?,
        });
    }
    let mut theme_keys = Keys::default();
    let mut themes = Vec::new();
    for row in themes_table.rows() {
        row.unique("key", row.required("key")?.to_owned(), &mut theme_keys)?;
        themes.push(Theme {
            line: row.line,
            key: row.text("key").to_owned(),
            area: row.reference("area", row.text("area"), &area_keys.index, "areas.csv")?,
            title: Text::new(row.required("title")?, row.text("title_en")),
            amounts: row.amounts(&periods)?,
            page: row.number("page")?,
        });
    }
    let mut numbers = Keys::default();
    let mut initiatives = Vec::new();
    for row in initiatives_table.rows() {
        let initiative = initiative(&row, &periods, &area_keys, &theme_keys, &themes)?;
        row.unique("number", initiative.number.to_string(), &mut numbers)?;
        initiatives.push(initiative);
    }
    read_facts(files, &numbers.index, &mut initiatives)?;
    let total_row = total_table.only_row()?;
    let total = Total { line: total_row.line, amounts: total_row.amounts(&periods)? };

    Ok(Agreement {
        key: row.required("key")?.to_owned(),
        title: Text::new(row.required("title_da")?, row.text("title_en")),
        date: row.date("date")?,
        price_level: row.year("price_level")?,
        first_year,
        last_year,
        pages: if row.text("pages").is_empty() { None } else { Some(row.number("pages")?) },
        source: row.both("source"),
        appropriations: financing::appropriations(files)?,
        savings: financing::savings(files)?,
        differences: financing::differences(files)?,
        notes: read_notes(files, &numbers.index)?,
        pools: pools::pools(files, &numbers.index)?,
        periods,
        areas,
        themes,
        initiatives,
        total,
    })
}

/// A table must have the agreement's columns, all and no more.
fn check_periods(file: &str, table: &Table, periods: &[Period]) -> Result<()> {
    for period in periods {
        table.require(&period.to_string())?;
    }
    match table.periods().find(|period| !periods.contains(period)) {
        None => Ok(()),
        Some(unknown) => Err(Error::new(ErrorCode::CsvUnknownColumn)
            .with("file", file)
            .with("column", unknown)
            .with("expected", periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(";"))),
    }
}

fn initiative(row: &Row<'_>, periods: &[Period], areas: &Keys, theme_keys: &Keys, themes: &[Theme]) -> Result<Initiative> {
    let area = row.reference("area", row.text("area"), &areas.index, "areas.csv")?;
    let theme = match row.text("theme") {
        "" => None,
        key => Some(row.reference("theme", key, &theme_keys.index, "themes.csv")?),
    };
    if let Some(theme) = theme.map(|index| &themes[index])
        && theme.area != area
    {
        let of_area: Vec<&str> = themes.iter().filter(|theme| theme.area == area).map(|theme| theme.key.as_str()).collect();
        return Err(row.bad("theme", of_area.join(" / ")));
    }
    let dut = match row.text("dut") {
        "D" => true,
        "" => false,
        _ => return Err(row.bad("dut", "D")),
    };
    Ok(Initiative {
        line: row.line,
        number: row.number("number")?,
        dut,
        area,
        theme,
        title: row.required("title")?.to_owned(),
        amounts: row.amounts(periods)?,
        page: row.number("page")?,
        facts: Facts::unread(dut),
    })
}

fn read_facts(files: &Files, numbers: &HashMap<String, usize>, initiatives: &mut [Initiative]) -> Result<()> {
    let columns = [
        "number",
        "mechanism",
        "can_apply",
        "can_apply_place",
        "can_apply_reason_da",
        "can_apply_reason_en",
        "applicants_da",
        "applicants_en",
        "authority",
        "dut_recipient",
        "dut_place",
        "title_en",
        "summary_da",
    ];
    let Some(table) = Table::read_if_there(files, "facts.csv", &columns, |_| false)? else { return Ok(()) };
    let mut seen = Keys::default();
    for row in table.rows() {
        row.unique("number", row.text("number").to_owned(), &mut seen)?;
        let initiative = &mut initiatives[row.reference("number", row.text("number"), numbers, "initiatives.csv")?];
        let mut mechanisms = Vec::new();
        for code in row.text("mechanism").split('+') {
            let mechanism = row.code_in("mechanism", code.trim(), Mechanism::ALL, Mechanism::code)?;
            if !mechanisms.contains(&mechanism) {
                mechanisms.push(mechanism);
            }
        }
        let dut_recipient = match (initiative.dut, row.text("dut_recipient")) {
            (false, "") => None,
            (false, _) => return Err(row.bad("dut_recipient", "\"\"")),
            (true, _) => Some(row.code("dut_recipient", DutRecipient::ALL, DutRecipient::code)?),
        };
        initiative.facts = Facts {
            title_en: row.text("title_en").to_owned(),
            mechanisms,
            can_apply: row.code("can_apply", CanApply::ALL, CanApply::code)?,
            can_apply_place: row.text("can_apply_place").to_owned(),
            can_apply_reason: row.both("can_apply_reason"),
            applicants: row.both("applicants"),
            authority: row.text("authority").to_owned(),
            dut_recipient,
            dut_place: row.text("dut_place").to_owned(),
            summary: row.text("summary_da").to_owned(),
        };
    }
    Ok(())
}

fn read_notes(files: &Files, numbers: &HashMap<String, usize>) -> Result<Vec<SourceNote>> {
    let columns = ["key", "kind", "initiatives", "place", "stated", "other", "difference", "text_da", "text_en"];
    let Some(table) = Table::read_if_there(files, "source-notes.csv", &columns, |_| false)? else { return Ok(Vec::new()) };
    let mut keys = Keys::default();
    let mut notes = Vec::new();
    for row in table.rows() {
        row.unique("key", row.required("key")?.to_owned(), &mut keys)?;
        let about = row.text("initiatives").split_whitespace();
        notes.push(SourceNote {
            key: row.text("key").to_owned(),
            kind: row.code("kind", NoteKind::ALL, NoteKind::code)?,
            initiatives: about
                .map(|number| row.reference("initiatives", number, numbers, "initiatives.csv"))
                .collect::<Result<_>>()?,
            place: row.text("place").to_owned(),
            stated: row.text("stated").to_owned(),
            other: row.text("other").to_owned(),
            difference: row.text("difference").to_owned(),
            text: row.both("text"),
        });
    }
    Ok(notes)
}
