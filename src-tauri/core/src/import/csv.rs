//! CSV as it comes: one header row, separator `;`, UTF-8. A byte-order mark, CRLF, blank lines and a stray separator at the end
//! of a line are taken politely; anything else that is not as expected is refused, naming file, line, column, what was found and
//! what was expected.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::path::Path;
use std::str::FromStr;

use ::csv::{ReaderBuilder, StringRecord};
use chrono::NaiveDate;

use crate::calendar;
use crate::catalogue::Period;
use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::views::Text;

/// A folder of CSV files: name -> text.
pub type Files = BTreeMap<String, String>;

/// What amounts may look like, for messages.
const AMOUNT: &str = "1.139,2";

/// Reads the CSV files of a folder. Other files are left alone.
pub fn folder(path: &Path) -> Result<Files> {
    let unreadable = |cause: std::io::Error| Error::new(ErrorCode::FolderUnreadable).with("path", path.display()).because(cause);
    let mut files = Files::new();
    for entry in std::fs::read_dir(path).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".csv") {
            continue;
        }
        let bytes = std::fs::read(entry.path()).map_err(unreadable)?;
        let text = String::from_utf8(bytes).map_err(|error| not_utf8(&name, error.as_bytes(), error.utf8_error()))?;
        files.insert(name, text);
    }
    Ok(files)
}

fn not_utf8(file: &str, bytes: &[u8], error: std::str::Utf8Error) -> Error {
    let (before, rest) = bytes.split_at(error.valid_up_to());
    let line = 1 + before.iter().filter(|&&b| b == b'\n').count();
    let found = rest.first().map(|byte| format!("0x{byte:02X}")).unwrap_or_default();
    Error::new(ErrorCode::CsvNotUtf8).with("file", file).with("line", line).with("found", found)
}

/// One file, its header checked.
pub struct Table {
    file: &'static str,
    columns: HashMap<String, usize>,
    order: Vec<String>,
    rows: Vec<(u64, StringRecord)>,
}

impl Table {
    /// Reads a file that must be there. `required` columns must be in the header; others only if `optional` knows them.
    pub fn read(files: &Files, file: &'static str, required: &[&str], optional: impl Fn(&str) -> bool) -> Result<Table> {
        Table::read_if_there(files, file, required, optional)?
            .ok_or_else(|| Error::new(ErrorCode::CsvMissingFile).with("file", file))
    }

    /// Reads a file that may be missing.
    pub fn read_if_there(
        files: &Files,
        file: &'static str,
        required: &[&str],
        optional: impl Fn(&str) -> bool,
    ) -> Result<Option<Table>> {
        let Some(text) = files.get(file) else { return Ok(None) };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut records = reader.records();

        let header = match records.next() {
            Some(record) => record.map_err(|error| unreadable(file, &error))?,
            None => StringRecord::new(),
        };
        let mut order: Vec<String> = header.iter().map(|name| name.trim().to_owned()).collect();
        while order.last().is_some_and(String::is_empty) {
            order.pop();
        }
        if let Some(missing) = required.iter().find(|name| !order.iter().any(|column| column == *name)) {
            return Err(Error::new(ErrorCode::CsvMissingColumn)
                .with("file", file)
                .with("column", missing)
                .with("found", order.join(";")));
        }
        let mut columns = HashMap::new();
        for (index, name) in order.iter().enumerate() {
            if !required.contains(&name.as_str()) && !optional(name) {
                return Err(Error::new(ErrorCode::CsvUnknownColumn)
                    .with("file", file)
                    .with("column", name)
                    .with("expected", required.join(";")));
            }
            if columns.insert(name.clone(), index).is_some() {
                return Err(Error::new(ErrorCode::CsvDuplicate)
                    .with("file", file)
                    .with("line", 1)
                    .with("column", name)
                    .with("found", name)
                    .with("first", 1));
            }
        }

        let mut rows = Vec::new();
        for record in records {
            let record = record.map_err(|error| unreadable(file, &error))?;
            let line = record.position().map_or(0, |position| line_of(position, text));
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if record.len() < order.len() || record.iter().skip(order.len()).any(|cell| !cell.trim().is_empty()) {
                return Err(Error::new(ErrorCode::CsvRowWidth)
                    .with("file", file)
                    .with("line", line)
                    .with("found", record.len())
                    .with("expected", order.len()));
            }
            rows.push((line, record));
        }
        Ok(Some(Table { file, columns, order, rows }))
    }

    /// The amount columns in the header, in its order.
    pub fn periods(&self) -> impl Iterator<Item = Period> {
        self.order.iter().filter_map(|name| Period::from_key(name))
    }

    /// The columns of the header that begin with a prefix followed by a year: `amount_2019`.
    pub fn year_columns(&self, prefix: &str) -> Vec<(i32, String)> {
        let year = |name: &String| Period::from_key(name.strip_prefix(prefix)?)?.year().map(|year| (year, name.clone()));
        self.order.iter().filter_map(year).collect()
    }

    /// Refuses an amount column that is missing from the header.
    pub fn require(&self, column: &str) -> Result<()> {
        if self.columns.contains_key(column) {
            return Ok(());
        }
        Err(Error::new(ErrorCode::CsvMissingColumn)
            .with("file", self.file)
            .with("column", column)
            .with("found", self.order.join(";")))
    }

    /// The rows in order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, record)| Row { table: self, line: *line, record })
    }

    /// The one row of a file that has exactly one.
    pub fn only_row(&self) -> Result<Row<'_>> {
        let wrong = |line: u64, found: usize| {
            Error::new(ErrorCode::CsvRowCount).with("file", self.file).with("line", line).with("found", found)
        };
        if let Some((line, _)) = self.rows.get(1) {
            return Err(wrong(*line, self.rows.len()));
        }
        self.rows().next().ok_or_else(|| wrong(1, 0))
    }
}

/// The line a record begins on. The reader's own position is before any blank lines it passed over.
fn line_of(position: &::csv::Position, text: &str) -> u64 {
    let rest = usize::try_from(position.byte()).ok().and_then(|byte| text.as_bytes().get(byte..)).unwrap_or_default();
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|&&byte| byte == b'\n').count();
    position.line() + blank as u64
}

fn unreadable(file: &str, error: &::csv::Error) -> Error {
    let line = error.position().map_or(0, ::csv::Position::line);
    Error::new(ErrorCode::CsvUnreadable).with("file", file).with("line", line).because(error)
}

/// One row, read column by column.
#[derive(Clone, Copy)]
pub struct Row<'t> {
    table: &'t Table,
    /// Its line in the file, the header being line 1.
    pub line: u64,
    record: &'t StringRecord,
}

impl<'t> Row<'t> {
    /// A cell without space around it; empty where the file has no such column.
    pub fn text(&self, column: &str) -> &'t str {
        self.table.columns.get(column).and_then(|&index| self.record.get(index)).unwrap_or_default().trim()
    }

    /// A cell that must not be empty.
    pub fn required(&self, column: &str) -> Result<&'t str> {
        match self.text(column) {
            "" => Err(self.bad(column, "…")),
            text => Ok(text),
        }
    }

    /// Two cells, `<name>_da` and `<name>_en`.
    pub fn both(&self, name: &str) -> Text {
        Text::new(self.text(&format!("{name}_da")), self.text(&format!("{name}_en")))
    }

    /// A whole number.
    pub fn number<T: FromStr>(&self, column: &str) -> Result<T> {
        // `parse` alone would take a sign.
        let text = self.text(column);
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|_| digits).ok_or_else(|| self.bad(column, "117"))
    }

    /// A year, written `2019` or `2019-pl`.
    pub fn year(&self, column: &str) -> Result<i32> {
        let text = self.text(column);
        let year = Period::from_key(text.strip_suffix("-pl").unwrap_or(text)).and_then(Period::year);
        year.ok_or_else(|| self.bad(column, "2019"))
    }

    /// A year, or none where the cell is empty.
    pub fn optional_year(&self, column: &str) -> Result<Option<i32>> {
        if self.text(column).is_empty() { Ok(None) } else { self.year(column).map(Some) }
    }

    /// An ISO date.
    pub fn date(&self, column: &str) -> Result<NaiveDate> {
        calendar::parse_iso(self.text(column)).ok_or_else(|| self.bad(column, "2019-10-31"))
    }

    /// An ISO date, or none where the cell is empty.
    pub fn optional_date(&self, column: &str) -> Result<Option<NaiveDate>> {
        if self.text(column).is_empty() { Ok(None) } else { self.date(column).map(Some) }
    }

    /// A time of day, or none where the cell is empty.
    pub fn optional_time(&self, column: &str) -> Result<Option<String>> {
        match self.text(column) {
            "" => Ok(None),
            text => calendar::parse_time(text).map(Some).ok_or_else(|| self.bad(column, "12:00")),
        }
    }

    /// A printed amount in millions; »-« is none. An empty cell is refused: a printed table has something in every cell.
    pub fn printed_amount(&self, column: &str) -> Result<Option<Money>> {
        match self.text(column) {
            "-" => Ok(None),
            text => parse_amount(text).map(Some).ok_or_else(|| self.bad(column, format!("{AMOUNT} / -"))),
        }
    }

    /// An amount in millions.
    pub fn amount(&self, column: &str) -> Result<Money> {
        parse_amount(self.text(column)).ok_or_else(|| self.bad(column, AMOUNT))
    }

    /// An amount in millions, or none where the cell is empty: not stated.
    pub fn optional_amount(&self, column: &str) -> Result<Option<Money>> {
        if self.text(column).is_empty() { Ok(None) } else { self.amount(column).map(Some) }
    }

    /// One printed amount per period.
    pub fn amounts(&self, periods: &[Period]) -> Result<Vec<Option<Money>>> {
        periods.iter().map(|period| self.printed_amount(&period.to_string())).collect()
    }

    /// One of some codes.
    pub fn code<T: Copy>(&self, column: &str, all: &[T], code: impl Fn(T) -> &'static str) -> Result<T> {
        self.code_in(column, self.text(column), all, code)
    }

    /// One of some codes, where a cell holds several.
    pub fn code_in<T: Copy>(&self, column: &str, text: &str, all: &[T], code: impl Fn(T) -> &'static str) -> Result<T> {
        let found = all.iter().copied().find(|&candidate| code(candidate) == text);
        found.ok_or_else(|| self.bad(column, all.iter().map(|&candidate| code(candidate)).collect::<Vec<_>>().join(" / ")))
    }

    /// The index of what a cell names.
    pub fn reference(&self, column: &str, text: &str, known: &HashMap<String, usize>, file: &str) -> Result<usize> {
        known.get(text).copied().ok_or_else(|| {
            Error::new(ErrorCode::CsvUnknownReference)
                .with("file", self.table.file)
                .with("line", self.line)
                .with("column", column)
                .with("found", text)
                .with("expected", file)
        })
    }

    /// Notes a key, refusing one that was there already.
    pub fn unique(&self, column: &str, key: String, seen: &mut Keys) -> Result<()> {
        let index = seen.index.len();
        if let Some(first) = seen.index.insert(key.clone(), index) {
            return Err(Error::new(ErrorCode::CsvDuplicate)
                .with("file", self.table.file)
                .with("line", self.line)
                .with("column", column)
                .with("found", key)
                .with("first", seen.lines.get(first).copied().unwrap_or_default()));
        }
        seen.lines.push(self.line);
        Ok(())
    }

    /// What a cell holds is not what is expected of it; `expected` shows the form.
    pub fn bad(&self, column: &str, expected: impl Display) -> Error {
        Error::new(ErrorCode::CsvBadValue)
            .with("file", self.table.file)
            .with("line", self.line)
            .with("column", column)
            .with("found", self.text(column))
            .with("expected", expected)
    }
}

/// The keys of a file: key -> index, and where each was first.
#[derive(Default)]
pub struct Keys {
    /// Key -> index.
    pub index: HashMap<String, usize>,
    lines: Vec<u64>,
}

/// An amount in millions, within reason.
fn parse_amount(text: &str) -> Option<Money> {
    Money::parse_mio(text).filter(|amount| *amount <= Money::LARGEST && -*amount <= Money::LARGEST)
}
