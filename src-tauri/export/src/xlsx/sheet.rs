//! A table as a sheet.

use rust_xlsxwriter::{ColNum, Format, FormatAlign, Formula, RowNum, Worksheet, XlsxError};
use tilsagn_core::Language;
use tilsagn_core::report::{Cell, Column, ColumnKind, Report, RowKind, Table, draft_mark, number};

use super::looks::{Looks, day_of, height, nearest, number_of, text_of};
use super::pieces::Placed;
use super::{above, formula, print_setup};
use crate::said::said;

/// The room of a page in characters, upright and on its side.
const ROOM: [usize; 2] = [95, 140];
/// The longest text that is put in one cell, in UTF-16 units: a cell holds 32,767, and what is said of its going on needs some.
const LONGEST: usize = 32_000;

/// Writes it.
pub fn sheet(page: &mut Worksheet, report: &Report, placed: &Placed<'_>) -> Result<(), XlsxError> {
    let (table, language) = (placed.table, report.language);
    let looks = Looks::new();
    page.set_name(&placed.name)?;
    page.write_string_with_format(0, 0, &report.title, &looks.title)?;
    page.write_string(1, 0, above(report))?;
    let mut names: Vec<&str> = vec![&placed.heading, &table.title];
    names.dedup();
    names.retain(|name| !name.is_empty() && *name != report.title);
    if placed.draft {
        names.insert(0, draft_mark(language));
    }
    let mut next = 2;
    if !names.is_empty() {
        page.write_string_with_format(2, 0, names.join(" · "), &Format::new().set_bold().set_quote_prefix())?;
        next = 3;
    }
    let widths = widths(table, placed.landscape, language);
    for (at, width) in widths.iter().enumerate() {
        page.set_column_width(col(at), *width as f64)?;
    }
    let first = next + 1;
    let last = headings(page, table, first, &widths, &looks)?;
    let end = rows(page, table, last + 1, language)?;
    if !table.note.is_empty() {
        note(page, table, end + 1, &widths, (&looks, language))?;
    }
    page.set_freeze_panes(row_num(last + 1), 0)?;
    print_setup(page, report, placed.landscape);
    page.set_repeat_rows(row_num(first), row_num(last))?;
    let plain = table.rows.iter().all(|row| row.kind == RowKind::Body);
    if plain && table.rows.len() > 1 && end == last + 1 + table.rows.len() {
        page.autofilter(row_num(last), 0, row_num(end - 1), col(table.columns.len().saturating_sub(1)))?;
    }
    Ok(())
}

pub fn row_num(place: usize) -> RowNum {
    RowNum::try_from(place).unwrap_or(RowNum::MAX)
}

fn col(place: usize) -> ColNum {
    ColNum::try_from(place).unwrap_or(ColNum::MAX)
}

/// How many characters each column has room for: texts by their width beside the others, numbers and days what they need, for a sheet
/// shows crosses where a number has too little.
fn widths(table: &Table, landscape: bool, language: Language) -> Vec<usize> {
    let all: usize = table.columns.iter().map(|column| column.width as usize).sum::<usize>().max(1);
    let room = ROOM[usize::from(landscape)];
    let longest = |at: usize| {
        let written = |cell: &Cell| match cell {
            Cell::Number { value, decimals, .. } => number(*value, *decimals, language).chars().count() + 3,
            Cell::Date { .. } => 13,
            Cell::Empty | Cell::Text { .. } => 0,
        };
        table.rows.iter().filter_map(|row| row.cells.get(at)).map(written).max().unwrap_or_default()
    };
    let word = |column: &Column| column.heading.split_whitespace().map(|word| word.chars().count() + 2).max().unwrap_or_default();
    let of = |(at, column): (usize, &Column)| {
        let share = (room * column.width as usize / all).min(90);
        let needed = longest(at).max(word(column).min(20));
        match column.kind {
            ColumnKind::Text => share.max(needed).max(8),
            ColumnKind::Number | ColumnKind::Date => needed.max(8),
        }
    };
    table.columns.iter().enumerate().map(of).collect()
}

/// The headings of the columns and, above them, those over several; gives the row of the lower.
fn headings(page: &mut Worksheet, table: &Table, first: usize, widths: &[usize], looks: &Looks) -> Result<usize, XlsxError> {
    let last = if table.groups.is_empty() { first } else { first + 1 };
    let mut grouped = vec![false; table.columns.len()];
    for group in &table.groups {
        let (from, to) = (group.from as usize, (group.from + group.columns).saturating_sub(1) as usize);
        if group.columns > 1 {
            page.merge_range(row_num(first), col(from), row_num(first), col(to), &group.heading, &looks.group)?;
        } else {
            page.write_string_with_format(row_num(first), col(from), &group.heading, &looks.group)?;
        }
        grouped.iter_mut().skip(from).take(group.columns as usize).for_each(|grouped| *grouped = true);
    }
    for (at, column) in table.columns.iter().enumerate() {
        let side = if column.kind == ColumnKind::Number { FormatAlign::Right } else { FormatAlign::Left };
        let format = looks.heading.clone().set_align(side);
        let format = if column.kind == ColumnKind::Number { format } else { format.set_indent(1) };
        let alone = last > first && !grouped.get(at).copied().unwrap_or_default();
        if alone {
            page.merge_range(row_num(first), col(at), row_num(last), col(at), &column.heading, &format)?;
            continue;
        }
        match column.heading.parse::<u16>() {
            // A year as a number, as people type it.
            Ok(year) => page.write_number_with_format(row_num(last), col(at), year, &format)?,
            Err(_) => page.write_string_with_format(row_num(last), col(at), &column.heading, &format.set_quote_prefix())?,
        };
    }
    let texts = table.columns.iter().map(|column| column.heading.as_str()).zip(widths.iter().copied());
    page.set_row_height(row_num(last), height(texts))?;
    if last > first {
        let room = |group: &tilsagn_core::report::ColumnGroup| {
            widths.iter().skip(group.from as usize).take(group.columns as usize).sum::<usize>()
        };
        page.set_row_height(row_num(first), height(table.groups.iter().map(|group| (group.heading.as_str(), room(group)))))?;
    }
    Ok(last)
}

/// The rows from a place on; gives the place after them. A row whose text is too long for a cell goes on in those below it. How high
/// they are is left to whoever opens the sheet: each reader fits a row to its texts by the letters it has.
fn rows(page: &mut Worksheet, table: &Table, first: usize, language: Language) -> Result<usize, XlsxError> {
    let texts: Vec<Vec<Vec<String>>> = table
        .rows
        .iter()
        .map(|row| {
            let of = |cell: &Cell| match cell {
                Cell::Text { .. } => parts(&cell.shown(language), language),
                _ => Vec::new(),
            };
            row.cells.iter().map(of).collect()
        })
        .collect();
    let needed = |row: &Vec<Vec<String>>| row.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let mut places = Vec::with_capacity(table.rows.len());
    let mut next = first;
    for row in &texts {
        places.push(row_num(next));
        next += needed(row);
    }
    for (place, (row, texts)) in table.rows.iter().zip(&texts).enumerate() {
        let Some(&at_row) = places.get(place) else { continue };
        for at in 0..row.cells.len() {
            let told = texts.get(at).map(Vec::as_slice).unwrap_or_default();
            self::cell(page, table, (place, at), told, &places)?;
        }
        // What a row has no cell for looks like the rest of it.
        if row.kind == RowKind::Sum {
            for at in row.cells.len()..table.columns.len() {
                page.write_blank(at_row, col(at), &text_of(row.kind))?;
            }
        }
    }
    Ok(next)
}

fn cell(
    page: &mut Worksheet,
    table: &Table,
    (place, at): (usize, usize),
    told: &[String],
    places: &[RowNum],
) -> Result<(), XlsxError> {
    let (Some(row), Some(&at_row)) = (table.rows.get(place), places.get(place)) else { return Ok(()) };
    match row.cells.get(at) {
        Some(Cell::Number { value, decimals, reckoned, .. }) => {
            let format = number_of(row.kind, *decimals);
            let made = reckoned.as_ref().and_then(|how| formula::formula(table, how, *value, (place, at), places));
            match made {
                Some(made) => {
                    let formula = Formula::new(made).set_result(value.normalize().to_string());
                    page.write_formula_with_format(at_row, col(at), formula, &format)?
                }
                None => page.write_number_with_format(at_row, col(at), nearest(*value), &format)?,
            };
        }
        Some(Cell::Date { date }) => {
            page.write_datetime_with_format(at_row, col(at), date, &day_of(row.kind))?;
        }
        Some(Cell::Text { .. }) => {
            let format = text_of(row.kind);
            // »-« for no amount stands under the amounts.
            let is_number = table.columns.get(at).is_some_and(|column| column.kind == ColumnKind::Number);
            let format = if is_number { format.set_align(FormatAlign::Right).set_indent(0) } else { format };
            for (below, part) in told.iter().enumerate() {
                page.write_string_with_format(at_row.saturating_add(row_num(below)), col(at), part, &format)?;
            }
        }
        Some(Cell::Empty) if row.kind == RowKind::Sum => {
            page.write_blank(at_row, col(at), &text_of(row.kind))?;
        }
        Some(Cell::Empty) | None => {}
    }
    Ok(())
}

/// The note under the table, over its whole width.
fn note(
    page: &mut Worksheet,
    table: &Table,
    at: usize,
    widths: &[usize],
    (looks, language): (&Looks, Language),
) -> Result<(), XlsxError> {
    let room = widths.iter().sum();
    for (below, part) in parts(&table.note, language).iter().enumerate() {
        let place = row_num(at + below);
        if widths.len() > 1 {
            page.merge_range(place, 0, place, col(widths.len() - 1), part, &looks.note)?;
        } else {
            page.write_string_with_format(place, 0, part, &looks.note)?;
        }
        page.set_row_height(place, height([(part.as_str(), room)].into_iter()))?;
    }
    Ok(())
}

/// A text in pieces that each have room in a cell, parted between words where there are any; each says that it goes on.
pub fn parts(text: &str, language: Language) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = text;
    while rest.encode_utf16().count() > LONGEST {
        let mut room = LONGEST;
        let full = rest.char_indices().find(|(_, c)| match room.checked_sub(c.len_utf16()) {
            Some(left) => {
                room = left;
                false
            }
            None => true,
        });
        let full = full.map_or(rest.len(), |(at, _)| at);
        let end = rest[..full].rfind(char::is_whitespace).filter(|end| *end > full / 2).unwrap_or(full);
        parts.push(rest[..end].to_owned());
        rest = rest[end..].trim_start();
    }
    parts.push(rest.to_owned());
    let last = parts.len() - 1;
    for (at, part) in parts.iter_mut().enumerate() {
        if at > 0 {
            part.insert_str(0, &format!("{} ", said("continued", language)));
        }
        if at < last {
            part.push_str(&format!(" {}", said("continues", language)));
        }
    }
    parts
}
