//! Text in lines: `.csv` as offices save it, and what a spreadsheet puts on the clipboard.

use std::path::Path;

use ::csv::ReaderBuilder;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::error::{ErrorCode, Result};
use crate::import::sheet::{Cell, MOST_COLUMNS, MOST_ROWS, Row, about, too_long};

/// The rows of a `.csv` file that are not wholly empty.
pub fn csv(path: &Path, bytes: &[u8]) -> Result<Vec<Row>> {
    let text = one_line_end(&decoded(bytes));
    // Excel's own way to name the separator.
    let named = text.split('\n').next().filter(|line| line.len() == 5 && line.to_lowercase().starts_with("sep="));
    let first = if named.is_some() { 1 } else { 0 };
    let separator = named.and_then(|line| line.bytes().last()).unwrap_or_else(|| separator(&text));
    let mut rows = rows(path, &text, separator)?;
    rows.retain(|(number, _)| *number > first);
    // What a program put before a text that would else be a formula.
    for cell in rows.iter_mut().flat_map(|(_, cells)| cells) {
        if let Cell::Text(text) = cell
            && let Some(plain) = text.strip_prefix('\'').filter(|plain| plain.starts_with(['=', '+', '-', '@', '\'']))
        {
            *text = plain.to_owned();
        }
    }
    Ok(rows)
}

/// The rows of a text whose cells are parted by tabs.
pub fn tabbed(text: &str) -> Result<Vec<Row>> {
    rows(Path::new(""), &one_line_end(text), b'\t')
}

fn one_line_end(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn rows(path: &Path, text: &str, separator: u8) -> Result<Vec<Row>> {
    if text.contains('\0') {
        return Err(about(path, ErrorCode::SheetUnreadable).because("a NUL in the text"));
    }
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
        let ends = u64::from(!reader_is_past_line(text, reader.position().byte()));
        let number = reader.position().line() - 1 + ends - inside;
        let cells: Vec<Cell> = record.iter().take(MOST_COLUMNS).map(|cell| Cell::text(&String::from_utf8_lossy(cell))).collect();
        if cells.iter().all(|cell| *cell == Cell::Empty) {
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
pub fn decoded(bytes: &[u8]) -> String {
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
