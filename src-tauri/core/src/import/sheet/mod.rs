//! A sheet as an office has it: `.xlsx` or `.csv`, read into headings and cells without knowing what they mean.

mod package;
mod places;
mod separated;
mod workbook;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use chrono::NaiveDate;

use crate::error::{Error, ErrorCode, Result};
use crate::views::{SheetNotice, SheetRemark};

pub(in crate::import) use places::{Places, name as place_name};
pub(in crate::import) use separated::decoded;

/// Rows under the headings that are read at most.
pub const MOST_ROWS: u32 = 50_000;
/// Columns that are read: room for the months of thirty years, each with quantity, rate and amount.
const MOST_COLUMNS: usize = 1_200;
/// Columns of a list that are read; a cell farther out to the right is a slip of the hand.
const MOST_FIELDS: usize = 256;
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
    /// A formula whose result was not saved, as scripts write them, by the name of its cell: `C2`.
    Unsaved(String),
}

impl Cell {
    fn text(text: &str) -> Cell {
        let text = text.trim();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }

    /// Why a formula gives nothing that can be read.
    ///
    /// # Errors
    /// `sheet_formula_fault`, `sheet_formula_unsaved`.
    pub fn reckoned(&self) -> Result<()> {
        match self {
            Cell::Fault(found) => Err(Error::new(ErrorCode::SheetFormulaFault).with("found", found)),
            Cell::Unsaved(cell) => Err(Error::new(ErrorCode::SheetFormulaUnsaved).with("cell", cell)),
            Cell::Empty | Cell::Text(_) | Cell::Number(_) | Cell::Day(..) => Ok(()),
        }
    }

    /// As a person reads it.
    pub fn shown(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Fault(text) => text.clone(),
            Cell::Unsaved(_) => "=".to_owned(),
            Cell::Number(number) => number.replace('.', ","),
            Cell::Day(day, None) => day.format("%d.%m.%Y").to_string(),
            Cell::Day(day, Some(time)) => format!("{} {time}", day.format("%d.%m.%Y")),
        }
    }
}

/// A row by its number in the sheet, from 1.
pub type Row = (u32, Vec<Cell>);

/// What a sheet is besides its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Cells that have formulas: what they gave when the file was saved was read.
    pub formulas: Places,
    /// Cells that are merged: what stands in the first was read.
    pub merged: Places,
    /// The file has macros: they were not run.
    pub macros: bool,
    /// Some rows or columns are hidden: they were read.
    pub hidden: bool,
}

impl Facts {
    /// What a reader must be told, of a file with these sheets.
    pub fn notices(&self, names: &[String]) -> Vec<SheetRemark> {
        let placed = [(&self.formulas, SheetNotice::Formulas), (&self.merged, SheetNotice::Merged)];
        let placed = placed.into_iter().filter(|(places, _)| places.count > 0).map(|(places, notice)| places.remark(notice));
        let others =
            [(self.macros, SheetNotice::Macros), (names.len() > 1, SheetNotice::OtherSheets), (self.hidden, SheetNotice::Hidden)];
        placed.chain(others.into_iter().filter(|(holds, _)| *holds).map(|(_, notice)| SheetRemark::of(notice))).collect()
    }
}

/// A sheet row by row, its headings among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The sheets of the file.
    pub names: Vec<String>,
    /// The one that was read.
    pub name: String,
    /// Every row that is not wholly empty; they need not be equally long.
    pub rows: Vec<Row>,
    /// What else it is.
    pub facts: Facts,
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
    pub rows: Vec<Row>,
    /// What else it is.
    pub facts: Facts,
}

/// Reads a sheet of a file by name, or the first that has rows. Its headings are the first row with at least two texts.
///
/// # Errors
/// Those of [`read_grid`].
pub fn read_sheet(path: &Path, sheet: Option<&str>) -> Result<Sheet> {
    let Grid { names, name, mut rows, facts } = read_grid(path, sheet, |rows| heading_row(rows).is_some())?;
    let mut rows = rows.split_off(heading_row(&rows).unwrap_or_default()).into_iter();
    let headings = rows.next().map(|(_, cells)| cells).unwrap_or_default();
    let mut rows: Vec<Row> = rows.collect();
    if rows.len() > MOST_ROWS as usize {
        return Err(too_long(path));
    }
    let width = width(&rows).max(headings.len()).min(MOST_FIELDS);
    for (_, cells) in &mut rows {
        cells.resize(width, Cell::Empty);
    }
    let headings = (0..width).map(|column| heading(&headings, column)).collect();
    Ok(Sheet { names, name, headings, rows, facts })
}

/// The place of the first row with at least two texts that has rows under it.
fn heading_row(rows: &[Row]) -> Option<usize> {
    let is_text = |cell: &&Cell| matches!(cell, Cell::Text(_));
    let place = rows.iter().position(|(_, cells)| cells.iter().filter(is_text).count() >= 2)?;
    (place + 1 < rows.len()).then_some(place)
}

/// How many columns the longest row has.
pub fn width(rows: &[Row]) -> usize {
    rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0)
}

/// What a column is called: by its heading, else by its letter.
pub fn heading(headings: &[Cell], column: usize) -> String {
    headings.get(column).map(Cell::shown).filter(|name| !name.is_empty()).unwrap_or_else(|| letters(column))
}

/// Reads a sheet of a file by name, or the first whose rows are wanted. What lies in the file decides how it is read, not its name.
///
/// # Errors
/// `file_missing`, `file_unreadable`, `sheet_too_long`, `sheet_not_found`, `sheet_empty` where its rows are not wanted;
/// `sheet_locked`, `sheet_is_archive`, `sheet_is_page`, `sheet_is_old`, `sheet_unreadable` where it is no sheet the program reads.
pub fn read_grid(path: &Path, sheet: Option<&str>, wanted: fn(&[Row]) -> bool) -> Result<Grid> {
    let bytes = bytes(path)?;
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let begins = |with: &[u8]| bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes).trim_ascii_start().starts_with(with);
    if begins(b"PK") && ending != "csv" {
        return workbook::workbook(path, &bytes, sheet, wanted);
    }
    if begins(b"\xD0\xCF\x11\xE0") {
        // Excel puts a workbook with a password into the container of its old format.
        let package: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = bytes.windows(package.len()).any(|window| window == package);
        return Err(about(path, if locked { ErrorCode::SheetLocked } else { ErrorCode::SheetIsOld }));
    }
    if begins(b"<") {
        return Err(about(path, ErrorCode::SheetIsPage));
    }
    if ending != "csv" {
        return Err(about(path, ErrorCode::SheetUnreadable).because("neither .xlsx nor .csv"));
    }
    let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let rows = separated::csv(path, &bytes)?;
    if !wanted(&rows) {
        return Err(about(path, ErrorCode::SheetEmpty).with("sheet", name));
    }
    Ok(Grid { names: vec![name.clone()], name, rows, facts: Facts::default() })
}

/// What a spreadsheet puts on the clipboard: cells parted by tabs.
///
/// # Errors
/// `sheet_unreadable`, `sheet_too_long`.
pub fn grid_of_text(text: &str) -> Result<Grid> {
    let rows = separated::tabbed(text)?;
    Ok(Grid { names: Vec::new(), name: String::new(), rows, facts: Facts::default() })
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    let unreadable = |error: std::io::Error| about(path, ErrorCode::FileUnreadable).because(error);
    let mut file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => about(path, ErrorCode::FileMissing).because(error),
        _ => unreadable(error),
    })?;
    let size = file.metadata().map_err(unreadable)?;
    if !size.is_file() {
        return Err(about(path, ErrorCode::SheetUnreadable).because("not a file"));
    }
    if size.len() > MOST_BYTES {
        return Err(too_long(path));
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
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

#[cfg(test)]
mod tests {
    use encoding_rs::WINDOWS_1252;

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
