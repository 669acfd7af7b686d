//! Workbooks as Excel and LibreOffice save them: `.xlsx`, and `.xlsm` without running its macros.

use std::io::Cursor;
use std::path::Path;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use chrono::TimeDelta;

use crate::error::{Error, ErrorCode, Result};
use crate::import::sheet::package::{has_macros, hides};
use crate::import::sheet::{Cell, Facts, Grid, MOST_COLUMNS, MOST_ROWS, Places, Row, about, place_name, too_long};

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// A sheet of a workbook by name, or the first whose rows are wanted.
pub fn workbook(path: &Path, bytes: &[u8], sheet: Option<&str>, wanted: fn(&[Row]) -> bool) -> Result<Grid> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(path, error))?;
    let names = book.sheet_names();
    if let Some(wanted) = sheet
        && !names.iter().any(|name| name == wanted)
    {
        let expected = names.iter().map(|name| format!("»{name}«")).collect::<Vec<_>>().join(", ");
        return Err(about(path, ErrorCode::SheetNotFound).with("sheet", wanted).with("expected", expected));
    }
    // A front page has nothing to read.
    let mut empty = about(path, ErrorCode::SheetUnreadable).because("no sheet");
    for (place, name) in names.iter().enumerate().filter(|(_, name)| sheet.is_none_or(|sheet| sheet == *name)) {
        let (rows, formulas) = xlsx(path, &mut book, name)?;
        if wanted(&rows) {
            let mut merged = Places::default();
            for range in book.merge_cells_by_sheet_name(name).unwrap_or_default() {
                merged.add(|| format!("{}:{}", place_name(range.start.0, range.start.1), place_name(range.end.0, range.end.1)));
            }
            let facts = Facts { formulas, merged, macros: has_macros(bytes), hidden: hides(bytes, place) };
            return Ok(Grid { names: names.clone(), name: name.clone(), rows, facts });
        }
        empty = about(path, ErrorCode::SheetEmpty).with("sheet", name);
    }
    Err(empty)
}

fn unreadable(path: &Path, error: XlsxError) -> Error {
    let code = match &error {
        XlsxError::Password => ErrorCode::SheetLocked,
        // Parts every workbook has: what lies there is a zip of something else.
        XlsxError::FileNotFound(_) | XlsxError::WorksheetNotFound(_) => ErrorCode::SheetIsArchive,
        _ => ErrorCode::SheetUnreadable,
    };
    about(path, code).because(error)
}

/// The rows of a sheet that are not wholly empty, and the cells that have formulas.
fn xlsx(path: &Path, book: &mut Book<'_>, name: &str) -> Result<(Vec<Row>, Places)> {
    let unreadable = |error: XlsxError| about(path, ErrorCode::SheetUnreadable).because(error);
    let mut reader = match book.worksheet_cells_reader(name) {
        // A chart on a sheet of its own.
        Err(XlsxError::NotAWorksheet(_)) => return Ok((Vec::new(), Places::default())),
        reader => reader.map_err(unreadable)?,
    };
    let mut rows: Vec<Row> = Vec::new();
    let mut formulas = Places::default();
    while let Some(found) = reader.next_cell_with_formula_metadata().map_err(unreadable)? {
        let (row, column) = found.pos;
        let mut cell = of_excel(&found.value);
        if found.formula.is_some() {
            formulas.add(|| place_name(row, column));
            // An empty text is a result; nothing at all is none.
            if matches!(found.value, DataRef::Empty) {
                cell = Cell::Unsaved(place_name(row, column));
            }
        }
        if cell == Cell::Empty || column as usize >= MOST_COLUMNS {
            continue;
        }
        if rows.last().is_none_or(|(number, _)| *number != row + 1) {
            // Headings and a title above them do not count, but this is no place to be exact.
            if rows.len() > MOST_ROWS as usize + 100 {
                return Err(too_long(path));
            }
            rows.push((row + 1, Vec::new()));
        }
        if let Some((_, cells)) = rows.last_mut() {
            if cells.len() <= column as usize {
                cells.resize(column as usize + 1, Cell::Empty);
            }
            if let Some(place) = cells.get_mut(column as usize) {
                *place = cell;
            }
        }
    }
    Ok((rows, formulas))
}

fn of_excel(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(number.to_string()),
        DataRef::Float(number) if number.is_finite() => Cell::Number(number.to_string()),
        DataRef::Float(number) => Cell::Fault(number.to_string()),
        DataRef::String(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(truth) => Cell::text(if *truth { "SAND" } else { "FALSK" }),
        DataRef::DateTime(moment) => of_moment(*moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::Error(fault) => Cell::Fault(fault.to_string()),
    }
}

/// Midnight is how a sheet writes a day without a time.
fn of_moment(moment: ExcelDateTime) -> Cell {
    let Some(exact) = moment.as_datetime() else { return Cell::Fault(moment.as_f64().to_string()) };
    let minute = exact.checked_add_signed(TimeDelta::seconds(30)).unwrap_or(exact);
    let time = Some(minute.format("%H:%M").to_string()).filter(|time| time != "00:00");
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return Cell::Text(time.unwrap_or_else(|| "00:00".to_owned()));
    }
    Cell::Day(minute.date(), time)
}
