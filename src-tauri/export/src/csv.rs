//! A report as csv, as Excel in Danish opens it: UTF-8 with its mark, semicolons, decimal commas, lines ended by CR and LF.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};
use rust_decimal::Decimal;
use tilsagn_core::report::{Cell, ColumnKind, Report, RowKind, Table};
use tilsagn_core::{Error, ErrorCode, Result};

use crate::xlsx::{Placed, pieces};

/// Writes the tables of a report: one alone begins with its headings; several stand one after the other, each under its title and apart
/// by an empty line. Rows are data only: a table's note is left out, and so is the heading over the rows of a month, which each says by
/// its own day. Where there is no table, its text stands instead. Numbers are exact, with a comma
/// and nothing between their thousands; a text that a spreadsheet would take for a formula has an apostrophe before it, as in the sheets
/// of budgets.
///
/// # Errors
/// `export_failed`.
pub fn csv(report: &Report) -> Result<Vec<u8>> {
    let pieces = pieces(report);
    let mut rows: Vec<Vec<String>> = Vec::new();
    rows.extend(report.closed_mark().map(|closed| vec![closed.to_owned()]));
    if pieces.tables.is_empty() {
        rows.extend(pieces.lines.iter().map(|line| vec![guarded(&line.text)]));
    }
    for (at, placed) in pieces.tables.iter().enumerate() {
        if at > 0 {
            rows.push(Vec::new());
        }
        if pieces.tables.len() > 1 {
            rows.push(vec![guarded(&title(placed))]);
        }
        rows.extend(table(placed.table, report));
    }
    written(&rows)
}

fn title(placed: &Placed<'_>) -> String {
    let mut parts = vec![placed.heading.as_str(), placed.table.title.as_str()];
    parts.dedup();
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn table<'a>(table: &'a Table, report: &'a Report) -> impl Iterator<Item = Vec<String>> + 'a {
    let heading = |(at, column): (usize, &tilsagn_core::report::Column)| {
        let over = table.groups.iter().find(|group| (group.from as usize..(group.from + group.columns) as usize).contains(&at));
        match over {
            Some(group) if !group.heading.is_empty() => guarded(&format!("{}: {}", group.heading, column.heading)),
            _ => guarded(&column.heading),
        }
    };
    let headings = table.columns.iter().enumerate().map(heading).collect();
    let row = |row: &tilsagn_core::report::Row| {
        let mut cells: Vec<String> = row.cells.iter().map(|cell| content(cell, report)).collect();
        cells.resize(table.columns.len().max(cells.len()), String::new());
        cells
    };
    let by_day = table.columns.first().is_some_and(|column| column.kind == ColumnKind::Date);
    let rows = table.rows.iter().filter(move |row| !(by_day && row.kind == RowKind::Heading));
    std::iter::once(headings).chain(rows.map(row))
}

fn content(cell: &Cell, report: &Report) -> String {
    match cell {
        Cell::Number { value, decimals, .. } => danish(*value, *decimals),
        Cell::Text { .. } => guarded(&cell.shown(report.language)),
        Cell::Empty | Cell::Date { .. } => cell.shown(report.language),
    }
}

/// A number exactly, with at least so many decimals.
fn danish(value: Decimal, decimals: u32) -> String {
    let exact = value.normalize();
    let places = exact.scale().max(decimals) as usize;
    format!("{exact:.places$}").replace('.', ",")
}

/// A text that stays one. A dash alone, for what is none, is no formula.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) && text != "-" { format!("'{text}") } else { text.to_owned() }
}

fn written(rows: &[Vec<String>]) -> Result<Vec<u8>> {
    let failed = |cause: String| Error::new(ErrorCode::ExportFailed).because(cause);
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    for row in rows {
        if row.is_empty() {
            bytes.extend(b"\r\n");
            continue;
        }
        let mut builder = WriterBuilder::new();
        builder.delimiter(b';').quote_style(QuoteStyle::Necessary).terminator(Terminator::CRLF);
        let mut writer = builder.from_writer(&mut bytes);
        writer.write_record(row).map_err(|error| failed(error.to_string()))?;
        writer.flush().map_err(|error| failed(error.to_string()))?;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{body, report, table as a_table};
    use tilsagn_core::report::{Block, ColumnGroup, Row};

    fn of(report: &Report) -> String {
        String::from_utf8(csv(report).unwrap()).unwrap()
    }

    #[test]
    fn one_table_begins_with_its_headings_and_holds_no_formula() {
        let mut one = a_table("Puljer", &["Titel", "2019", "2020", "Frist"]);
        one.groups = vec![ColumnGroup { heading: "mio. kr.".to_owned(), from: 1, columns: 2 }];
        let number = |value: &str| Cell::number(value.parse().unwrap(), 1);
        let day = Cell::Date { date: "2019-03-12".parse().unwrap() };
        one.rows = vec![
            body(vec![Cell::text("=1+1;\"å\"\nto"), number("-1234567"), number("22.25"), day]),
            body(vec![Cell::text("+45 12"), Cell::text("-"), Cell::text("- 2"), Cell::Empty]),
        ];
        one.note = "2019-pl".to_owned();
        let expected = "\u{feff}Titel;mio. kr.: 2019;mio. kr.: 2020;Frist\r\n\
            \"'=1+1;\"\"å\"\"\nto\";-1234567,0;22,25;12.03.2019\r\n\
            '+45 12;-;'- 2;\r\n";
        assert_eq!(of(&report(vec![Block::heading(1, "T"), Block::Table(one)])), expected);
    }

    #[test]
    fn the_months_of_a_list_of_days_are_no_rows() {
        let mut days = a_table("Dage", &["Dato", "Hvad"]);
        let day = Cell::Date { date: "2019-03-12".parse().unwrap() };
        let heading = Row { kind: RowKind::Heading, ..body(vec![Cell::text("marts 2019")]) };
        days.rows = vec![heading, body(vec![day, Cell::text("Frist")])];
        let of_texts = report(vec![Block::Table(days.clone())]);
        assert!(of(&of_texts).contains("marts 2019"), "other headings say what no row does");
        days.columns[0].kind = ColumnKind::Date;
        assert_eq!(of(&report(vec![Block::Table(days)])), "\u{feff}Dato;Hvad\r\n12.03.2019;Frist\r\n");
    }

    #[test]
    fn several_tables_stand_under_their_titles() {
        let one = |title: &str| {
            let mut one = a_table(title, &["A"]);
            one.rows = vec![body(vec![Cell::text("x")])];
            Block::Table(one)
        };
        let mut both = report(vec![one("Første"), Block::heading(2, "Udvalg"), one("Anden")]);
        assert_eq!(of(&both), "\u{feff}Første\r\nA\r\nx\r\n\r\nUdvalg · Anden\r\nA\r\nx\r\n");
        both.closed = true;
        assert!(of(&both).starts_with("\u{feff}LUKKET PUNKT\r\n"));
        assert_eq!(of(&report(vec![Block::paragraph("Der er ingen.")])), "\u{feff}Der er ingen.\r\n");
    }
}
