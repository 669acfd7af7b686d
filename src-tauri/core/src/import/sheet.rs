//! A sheet as an office has it: `.xlsx` or `.csv`, read into headings and cells without knowing what they mean.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use ::csv::ReaderBuilder;
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use chrono::{NaiveDate, TimeDelta};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::error::{Error, ErrorCode, Result};

/// Rows under the headings that are read at most.
pub const MOST_ROWS: u32 = 50_000;
/// Columns that are read; a cell far out to the right is a slip of the hand.
const MOST_COLUMNS: usize = 256;
/// Bytes of a file that are read at most: more is no sheet a person keeps.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, or blanks only.
    #[default]
    Empty,
    /// Text, without the blanks around it.
    Text(String),
    /// A number, by its shortest decimal text: `1725104`, `1.7`.
    Number(String),
    /// A date the sheet knows as one, with a time of day as `12:00`.
    Day(NaiveDate, Option<String>),
    /// What a formula gives that cannot be reckoned: `#DIV/0!`.
    Fault(String),
}

impl Cell {
    fn text(text: &str) -> Cell {
        let text = text.trim();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }

    /// As a person reads it.
    pub fn shown(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Fault(text) => text.clone(),
            Cell::Number(number) => number.replace('.', ","),
            Cell::Day(day, None) => day.format("%d.%m.%Y").to_string(),
            Cell::Day(day, Some(time)) => format!("{} {time}", day.format("%d.%m.%Y")),
        }
    }
}

/// A sheet with its headings and every row under them that is not wholly empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The sheets of the file.
    pub names: Vec<String>,
    /// The one that was read.
    pub name: String,
    /// Its headings; a column without one is called by its letter.
    pub headings: Vec<String>,
    /// Rows by number in the sheet, from 1, each with as many cells as there are headings.
    pub rows: Vec<(u32, Vec<Cell>)>,
}

/// Reads a sheet of a file by name, or the first that has rows. Its headings are the first row with at least two texts.
///
/// # Errors
/// `file_missing`, `file_unreadable`, `sheet_unreadable`, `sheet_not_found`, `sheet_empty`, `sheet_too_long`.
pub fn read_sheet(path: &Path, sheet: Option<&str>) -> Result<Sheet> {
    let file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => about(path, ErrorCode::FileMissing).because(error),
        _ => about(path, ErrorCode::FileUnreadable).because(error),
    })?;
    let size = file.metadata().map_err(|error| about(path, ErrorCode::FileUnreadable).because(error))?;
    if !size.is_file() {
        return Err(about(path, ErrorCode::SheetUnreadable).because("not a file"));
    }
    if size.len() > MOST_BYTES {
        return Err(too_long(path));
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "xlsx" => workbook(path, file, sheet),
        "csv" => {
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            headed(path, std::slice::from_ref(&name), &name, csv(path, file)?)
        }
        _ => Err(about(path, ErrorCode::SheetUnreadable).because("neither .xlsx nor .csv")),
    }
}

/// A row by its number in the sheet.
type Row = (u32, Vec<Cell>);

/// Rows that are not wholly empty, as headings and what stands under them.
fn headed(path: &Path, names: &[String], name: &str, rows: Vec<Row>) -> Result<Sheet> {
    let empty = || about(path, ErrorCode::SheetEmpty).with("sheet", name);
    let is_text = |cell: &&Cell| matches!(cell, Cell::Text(_));
    let heading = rows.iter().position(|(_, cells)| cells.iter().filter(is_text).count() >= 2).ok_or_else(empty)?;
    let mut rows = rows.into_iter().skip(heading);
    let headings = rows.next().map(|(_, cells)| cells).unwrap_or_default();
    let mut rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return Err(empty());
    }
    if rows.len() > MOST_ROWS as usize {
        return Err(too_long(path));
    }
    let width = rows.iter().map(|(_, cells)| cells.len()).chain([headings.len()]).max().unwrap_or(0);
    for (_, cells) in &mut rows {
        cells.resize(width, Cell::Empty);
    }
    let called = |column: usize| headings.get(column).map(Cell::shown).filter(|name| !name.is_empty());
    let headings = (0..width).map(|column| called(column).unwrap_or_else(|| letters(column))).collect();
    Ok(Sheet { names: names.to_vec(), name: name.to_owned(), headings, rows })
}

fn about(path: &Path, code: ErrorCode) -> Error {
    Error::new(code).with("file", path.display())
}

fn too_long(path: &Path) -> Error {
    about(path, ErrorCode::SheetTooLong).with("limit", MOST_ROWS)
}

/// The letters Excel calls a column by: A … Z, AA …
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

fn workbook(path: &Path, file: File, sheet: Option<&str>) -> Result<Sheet> {
    let unreadable = |error: XlsxError| about(path, ErrorCode::SheetUnreadable).because(error);
    let mut book = Xlsx::new(BufReader::new(file)).map_err(unreadable)?;
    let names = book.sheet_names();
    if let Some(wanted) = sheet {
        if !names.iter().any(|name| name == wanted) {
            let expected = names.iter().map(|name| format!("»{name}«")).collect::<Vec<_>>().join(", ");
            return Err(about(path, ErrorCode::SheetNotFound).with("sheet", wanted).with("expected", expected));
        }
        return headed(path, &names, wanted, xlsx(path, &mut book, wanted)?);
    }
    // A front page has nothing to read.
    let mut empty = about(path, ErrorCode::SheetUnreadable).because("no sheet");
    for name in &names {
        match headed(path, &names, name, xlsx(path, &mut book, name)?) {
            Err(error) if error.code == ErrorCode::SheetEmpty => empty = error,
            read => return read,
        }
    }
    Err(empty)
}

fn xlsx(path: &Path, book: &mut Xlsx<BufReader<File>>, name: &str) -> Result<Vec<Row>> {
    let unreadable = |error: XlsxError| about(path, ErrorCode::SheetUnreadable).because(error);
    let mut reader = match book.worksheet_cells_reader(name) {
        // A chart on a sheet of its own.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        reader => reader.map_err(unreadable)?,
    };
    let mut rows: Vec<Row> = Vec::new();
    while let Some(found) = reader.next_cell().map_err(unreadable)? {
        let (row, column) = found.get_position();
        let cell = of_excel(found.get_value());
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
    Ok(rows)
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

fn csv(path: &Path, mut file: File) -> Result<Vec<Row>> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(|error| about(path, ErrorCode::FileUnreadable).because(error))?;
    let text = decoded(&bytes).replace("\r\n", "\n").replace('\r', "\n");
    if text.contains('\0') {
        return Err(about(path, ErrorCode::SheetUnreadable).because("a NUL in the text"));
    }
    // Excel's own way to name the separator.
    let named = text.split('\n').next().filter(|line| line.len() == 5 && line.to_lowercase().starts_with("sep="));
    let separator = named.and_then(|line| line.bytes().last()).unwrap_or_else(|| separator(&text));
    let mut reader = ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = ::csv::ByteRecord::new();
    let mut rows = Vec::new();
    // Lines inside cells, so that a row has the number it would have in Excel.
    let mut inside = 0;
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(about(path, ErrorCode::SheetUnreadable).because(error)),
        }
        inside += record.iter().flatten().filter(|byte| **byte == b'\n').count() as u64;
        let ends = u64::from(!reader_is_past_line(&text, reader.position().byte()));
        let number = reader.position().line() - 1 + ends - inside;
        let cells: Vec<Cell> = record.iter().take(MOST_COLUMNS).map(|cell| Cell::text(&String::from_utf8_lossy(cell))).collect();
        let is_separator_line = named.is_some() && rows.is_empty() && number == 1;
        if cells.iter().all(|cell| *cell == Cell::Empty) || is_separator_line {
            continue;
        }
        if rows.len() > MOST_ROWS as usize + 100 {
            return Err(too_long(path));
        }
        rows.push((u32::try_from(number).unwrap_or(u32::MAX), cells));
    }
    Ok(rows)
}

/// Whether the reader stands behind the end of a line, not at the end of a text that has none.
fn reader_is_past_line(text: &str, byte: u64) -> bool {
    usize::try_from(byte).ok().and_then(|byte| byte.checked_sub(1)).is_some_and(|last| text.as_bytes().get(last) == Some(&b'\n'))
}

/// By its byte-order mark; else UTF-8 where it is that, and what Danish Windows writes where it is not.
fn decoded(bytes: &[u8]) -> String {
    let (encoding, mark) =
        Encoding::for_bom(bytes).unwrap_or_else(|| (if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 }, 0));
    encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned()
}

/// The separator of the heading line: the first of the first ten lines that has a semicolon or a tab, or two commas.
fn separator(text: &str) -> u8 {
    for line in text.split('\n').take(10) {
        let mut quoted = false;
        let mut counts = [0; 3];
        for byte in line.bytes() {
            match byte {
                b'"' => quoted = !quoted,
                b';' if !quoted => counts[0] += 1,
                b'\t' if !quoted => counts[1] += 1,
                b',' if !quoted => counts[2] += 1,
                _ => {}
            }
        }
        match counts {
            [0, 0, 0 | 1] => {}
            [semicolons, tabs, _] if tabs > semicolons => return b'\t',
            [0, 0, _] => return b',',
            _ => return b';',
        }
    }
    if text.contains(';') || !text.contains(',') { b';' } else { b',' }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Sheet> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Puljer.csv");
        std::fs::write(&path, bytes).unwrap();
        read_sheet(&path, None)
    }

    fn shown(sheet: &Sheet) -> Vec<(u32, Vec<String>)> {
        sheet.rows.iter().map(|(number, cells)| (*number, cells.iter().map(Cell::shown).collect())).collect()
    }

    #[test]
    fn csv_comes_in_many_ways() {
        let danish = "Titel;Giver\nBørn;Fonden\n";
        let [windows, utf16] = [WINDOWS_1252.encode(danish).0.into_owned(), utf16(danish)];
        for bytes in [
            danish.as_bytes(),
            "\u{feff}Titel;Giver\r\nBørn;Fonden".as_bytes(),
            &windows,
            &utf16,
            b"sep=,\r\nTitel,Giver\r\n\"B\xc3\xb8rn\",Fonden\r\n",
            "Titel\tGiver\nBørn\tFonden\n".as_bytes(),
            "Titel,Giver\nBørn,Fonden\n".as_bytes(),
        ] {
            let sheet = read(bytes).unwrap();
            assert_eq!(sheet.headings, ["Titel", "Giver"], "{bytes:?}");
            assert_eq!(shown(&sheet)[0].1, ["Børn", "Fonden"], "{bytes:?}");
        }
        assert_eq!(read(danish.as_bytes()).unwrap().name, "Puljer");
    }

    fn utf16(text: &str) -> Vec<u8> {
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    }

    #[test]
    fn a_row_has_the_number_it_has_in_excel() {
        let text = "Vores puljer, 2019\n\nTitel;Giver;\n\"To\nlinjer\";A\n\n;;\nTre;C;D";
        let sheet = read(text.as_bytes()).unwrap();
        assert_eq!(sheet.headings, ["Titel", "Giver", "C"]);
        assert_eq!(
            shown(&sheet),
            [(4, vec!["To\nlinjer".into(), "A".into(), String::new()]), (7, vec!["Tre".into(), "C".into(), "D".into()])]
        );
    }

    #[test]
    fn what_is_no_sheet_is_refused() {
        for (bytes, code) in [
            (&b""[..], ErrorCode::SheetEmpty),
            (b"Titel;Giver\n", ErrorCode::SheetEmpty),
            (b"kun en tekst\nog en til\n", ErrorCode::SheetEmpty),
            (b"a;b\0\nc;d", ErrorCode::SheetUnreadable),
        ] {
            assert_eq!(read(bytes).unwrap_err().code, code, "{bytes:?}");
        }
        assert_eq!(read_sheet(Path::new("/nowhere/x.csv"), None).unwrap_err().code, ErrorCode::FileMissing);
        assert_eq!(read_sheet(&std::env::temp_dir(), None).unwrap_err().code, ErrorCode::SheetUnreadable);
        let long = "a;b\n".repeat(MOST_ROWS as usize + 2);
        assert_eq!(read(long.as_bytes()).unwrap_err().code, ErrorCode::SheetTooLong);
    }

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 51, 52, 255].map(letters), ["A", "Z", "AA", "AZ", "BA", "IV"]);
    }
}
