//! A table as a sheet.

use rust_xlsxwriter::{ColNum, Format, FormatAlign, Formula, RowNum, Worksheet, XlsxError};
use tilsagn_core::Language;
use tilsagn_core::report::{Cell, Column, ColumnKind, Report, RowKind, Table, draft_mark, number};

use super::looks::{HIGHEST, Looks, TITLE, day_of, height, heights, lines, nearest, number_of, text_of};
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
    let widths = widths(table, placed.landscape, language);
    // Larger letters have less room.
    let smaller: Vec<usize> = widths.iter().map(|width| (*width as f64 / TITLE) as usize).collect();
    across(page, 0, &smaller, &report.title, &looks.title, (true, TITLE))?;
    across(page, 1, &widths, &above(report), &Format::new(), (false, 1.0))?;
    let mut names: Vec<&str> = vec![&placed.heading, &table.title];
    names.dedup();
    names.retain(|name| !name.is_empty() && *name != report.title);
    if placed.draft {
        names.insert(0, draft_mark(language));
    }
    let mut next = 2;
    if !names.is_empty() {
        across(page, 2, &widths, &names.join(" · "), &Format::new().set_bold().set_quote_prefix(), (true, 1.0))?;
        next = 3;
    }
    for (at, width) in widths.iter().enumerate() {
        page.set_column_width(col(at), *width as f64)?;
    }
    let first = next + 1;
    let last = headings(page, table, first, &widths, &looks)?;
    let end = rows(page, table, last + 1, &widths, language)?;
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
    page.set_row_height(row_num(last), height(texts, true))?;
    if last > first {
        let room = |group: &tilsagn_core::report::ColumnGroup| {
            widths.iter().skip(group.from as usize).take(group.columns as usize).sum::<usize>()
        };
        let texts = table.groups.iter().map(|group| (group.heading.as_str(), room(group)));
        page.set_row_height(row_num(first), height(texts, true))?;
    }
    Ok(last)
}

/// Where a piece of a row stands: its first row of the sheet, and how high that one is and those below it that are one with it.
struct Band {
    first: usize,
    heights: Vec<f64>,
}

impl Band {
    fn last(&self) -> usize {
        self.first + self.heights.len() - 1
    }
}

/// The rows from a place on; gives the place after them. A row whose text is too long for a cell goes on in those below it; one that is
/// higher than a row may be is several that are one cell, so that the text is whole also on paper.
fn rows(page: &mut Worksheet, table: &Table, first: usize, widths: &[usize], language: Language) -> Result<usize, XlsxError> {
    let mut next = first;
    let mut all = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let of = |cell: &Cell| match cell {
            Cell::Text { .. } => parts(&cell.shown(language), language),
            _ => Vec::new(),
        };
        let texts: Vec<Vec<String>> = row.cells.iter().map(of).collect();
        let bands = bands(row.kind, &texts, widths, next);
        next = bands.last().map_or(next, |band| band.last() + 1);
        all.push((texts, bands));
    }
    let places: Vec<RowNum> = all.iter().filter_map(|(_, bands)| bands.first()).map(|band| row_num(band.first)).collect();
    for (place, (row, (texts, bands))) in table.rows.iter().zip(&all).enumerate() {
        for band in bands {
            for (at, height) in band.heights.iter().enumerate() {
                page.set_row_height(row_num(band.first + at), *height)?;
            }
        }
        for (at, told) in texts.iter().enumerate() {
            self::cell(page, table, (place, at), (told, bands), &places)?;
        }
        // What a row has no cell for looks like the rest of it.
        if let (RowKind::Sum, Some(band)) = (row.kind, bands.first()) {
            for at in row.cells.len()..table.columns.len() {
                page.write_blank(row_num(band.first), col(at), &text_of(row.kind))?;
            }
        }
    }
    Ok(next)
}

/// Where the pieces of a row stand, one for each part of its longest text.
fn bands(kind: RowKind, texts: &[Vec<String>], widths: &[usize], first: usize) -> Vec<Band> {
    let count = texts.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let mut next = first;
    let band = |part: usize| {
        // What is indented has less room; a heading stands over the cells beside it.
        let indent = if kind == RowKind::Part { 3 } else { 1 };
        let of = |(told, width): (&'_ Vec<String>, &usize)| {
            told.get(part)
                .map_or(1, |text| lines([(text.as_str(), width.saturating_sub(indent))].into_iter(), kind == RowKind::Sum))
        };
        let high = texts.iter().zip(widths).map(of).max().unwrap_or(1);
        let heights = heights(if kind == RowKind::Heading { 1 } else { high });
        let band = Band { first: next, heights };
        next = band.last() + 1;
        band
    };
    (0..count).map(band).collect()
}

fn cell(
    page: &mut Worksheet,
    table: &Table,
    (place, at): (usize, usize),
    (told, bands): (&[String], &[Band]),
    places: &[RowNum],
) -> Result<(), XlsxError> {
    let (Some(row), Some(&at_row), Some(band)) = (table.rows.get(place), places.get(place), bands.first()) else { return Ok(()) };
    match row.cells.get(at) {
        Some(Cell::Number { value, decimals, reckoned, .. }) => {
            let format = number_of(row.kind, *decimals);
            one(page, band, at, &format)?;
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
            one(page, band, at, &day_of(row.kind))?;
            page.write_datetime_with_format(at_row, col(at), date, &day_of(row.kind))?;
        }
        Some(Cell::Text { .. }) => {
            let format = text_of(row.kind);
            // »-« for no amount stands under the amounts.
            let is_number = table.columns.get(at).is_some_and(|column| column.kind == ColumnKind::Number);
            let format = if is_number { format.set_align(FormatAlign::Right).set_indent(0) } else { format };
            for (band, part) in bands.iter().zip(told) {
                one(page, band, at, &format)?;
                page.write_string_with_format(row_num(band.first), col(at), part, &format)?;
            }
        }
        // Its row goes on there.
        Some(Cell::Empty) => {
            one(page, band, at, &text_of(row.kind))?;
            page.write_blank(at_row, col(at), &text_of(row.kind))?;
        }
        None => {}
    }
    Ok(())
}

/// Makes one cell of those a piece of a row has in a column.
fn one(page: &mut Worksheet, band: &Band, at: usize, format: &Format) -> Result<(), XlsxError> {
    if band.heights.len() > 1 {
        page.merge_range(row_num(band.first), col(at), row_num(band.last()), col(at), "", format)?;
    }
    Ok(())
}

/// A text over the whole width of the table, on as many lines as it takes.
fn across(
    page: &mut Worksheet,
    place: usize,
    widths: &[usize],
    text: &str,
    format: &Format,
    (bold, line): (bool, f64),
) -> Result<(), XlsxError> {
    let texts = || [(text, widths.iter().sum())].into_iter();
    if lines(texts(), bold) == 1 {
        // Over the cells beside it, which are empty.
        page.write_string_with_format(row_num(place), 0, text, &format.clone().unset_text_wrap())?;
        return Ok(());
    }
    let format = format.clone().set_text_wrap().set_align(FormatAlign::Top);
    if widths.len() > 1 {
        page.merge_range(row_num(place), 0, row_num(place), col(widths.len() - 1), text, &format)?;
    } else {
        page.write_string_with_format(row_num(place), 0, text, &format)?;
    }
    page.set_row_height(row_num(place), (height(texts(), bold) * line).min(HIGHEST))?;
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
    for (below, part) in parts(&table.note, language).iter().enumerate() {
        across(page, at + below, widths, part, &looks.note, (false, 1.0))?;
    }
    Ok(())
}

/// A text in a column of its own, over as many rows as it takes; gives the place after it.
pub fn down(
    page: &mut Worksheet,
    first: usize,
    text: &str,
    format: &Format,
    (figures, bold, line): (usize, bool, f64),
) -> Result<usize, XlsxError> {
    let heights =
        heights(lines([(text, figures)].into_iter(), bold)).into_iter().map(|height| (height * line).min(HIGHEST)).collect();
    let band = Band { first, heights };
    one(page, &band, 0, format)?;
    page.write_string_with_format(row_num(first), 0, text, format)?;
    for (at, height) in band.heights.iter().enumerate() {
        page.set_row_height(row_num(first + at), *height)?;
    }
    Ok(band.last() + 1)
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
