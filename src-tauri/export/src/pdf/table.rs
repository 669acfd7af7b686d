//! A table as the template draws it.

use serde::Serialize;
use tilsagn_core::report::{Block, Cell, ColumnKind, Row, RowKind, Table};

use super::data::{BlockData, Place, Writer};
use super::letters::Line;
use super::widths::{Drawn, SMALL, WHOLE};

/// A first cell of more letters does not head its row: it would be read aloud before every other.
const HEAD: usize = 200;

/// The most rows that stay together at the end of a table.
const FOOT: usize = 10;

/// A table.
#[derive(Debug, Serialize)]
pub struct TableData {
    summary: Option<String>,
    size: f64,
    inset: f64,
    /// Whether it stays on one page.
    small: bool,
    columns: Vec<ColumnData>,
    headings: Vec<Heading>,
    rows: Vec<RowData>,
    /// How many rows at its end stay together.
    foot: usize,
    note: Option<Line>,
}

#[derive(Debug, Serialize)]
struct ColumnData {
    width: f64,
    right: bool,
}

/// A heading of columns and where it stands.
#[derive(Debug, Serialize)]
struct Heading {
    x: usize,
    y: usize,
    columns: usize,
    rows: usize,
    right: bool,
    lowest: bool,
    #[serde(flatten)]
    line: Line,
}

#[derive(Debug, Serialize)]
struct RowData {
    kind: &'static str,
    /// Whether its first cell heads it.
    headed: bool,
    /// Whether it stays on one page.
    whole: bool,
    cells: Vec<CellData>,
}

/// Null for nothing.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum CellData {
    Empty,
    Plain(String),
    Line(Line),
    Blocks { blocks: Vec<BlockData> },
}

/// A table where it stands.
pub fn table(writer: &mut Writer<'_>, table: &Table, place: Place) -> TableData {
    let drawn = Drawn::of(table, place.width, writer.language);
    let columns = table.columns.iter().zip(&drawn.widths);
    let columns = columns.map(|(column, width)| ColumnData { width: *width, right: column.kind == ColumnKind::Number }).collect();
    let headings = headings(writer, table, &drawn);
    let rows = table.rows.iter().map(|row| self::row(writer, row, table, &drawn)).collect();
    let title = super::letters::clean(&table.title);
    let lines: usize = table.rows.iter().map(|row| drawn.lines(&row.cells, writer.language)).sum();
    TableData {
        summary: Some(title).filter(|title| !title.trim().is_empty()),
        size: drawn.size,
        inset: drawn.inset,
        small: lines <= SMALL,
        columns,
        headings,
        rows,
        foot: foot(&table.rows),
        note: writer.letters.text(&table.note, place.width / 8.5),
    }
}

/// The sums a table ends in with the row they follow, which would say nothing alone on the next page; none where they are many. A row
/// under a heading of its own stays there: the heading keeps with it.
fn foot(rows: &[Row]) -> usize {
    let sums = rows.iter().rev().take_while(|row| matches!(row.kind, RowKind::Sum | RowKind::Part)).count();
    let before = rows.len() - sums;
    let is_under_heading = before < 2 || rows.get(before - 2).is_some_and(|row| row.kind == RowKind::Heading);
    let foot = sums + usize::from(!is_under_heading);
    if sums == 0 || sums == rows.len() || foot > FOOT { 0 } else { foot }
}

/// The headings in the order they are read: those over several columns with those that stand beside them, then those beneath.
fn headings(writer: &mut Writer<'_>, table: &Table, drawn: &Drawn) -> Vec<Heading> {
    let count = table.columns.len();
    let grouped = |at: usize| {
        table
            .groups
            .iter()
            .map(|group| (group, group.from as usize))
            .find(|(group, from)| (*from..*from + group.columns as usize).contains(&at))
    };
    let (mut above, mut beneath) = (Vec::new(), Vec::new());
    for (x, column) in table.columns.iter().enumerate() {
        let group = grouped(x);
        if let Some((group, from)) = group.filter(|(_, from)| *from == x) {
            let columns = (group.columns as usize).min(count - from);
            let line = writer.letters.text(&group.heading, drawn.room(x, columns)).unwrap_or_default();
            above.push(Heading { x, y: 0, columns, rows: 1, right: false, lowest: false, line });
        }
        let line = writer.letters.text(&column.heading, drawn.room(x, 1)).unwrap_or_default();
        let (y, rows) = match (table.groups.is_empty(), group.is_some()) {
            (true, _) => (0, 1),
            (false, true) => (1, 1),
            (false, false) => (0, 2),
        };
        let heading = Heading { x, y, columns: 1, rows, right: column.kind == ColumnKind::Number, lowest: true, line };
        if y == 0 { above.push(heading) } else { beneath.push(heading) }
    }
    above.append(&mut beneath);
    above
}

fn row(writer: &mut Writer<'_>, row: &Row, table: &Table, drawn: &Drawn) -> RowData {
    let heads = row.kind == RowKind::Heading;
    let count = if heads { 1 } else { table.columns.len() };
    let mut cells: Vec<CellData> = Vec::with_capacity(count);
    for at in 0..count {
        let columns = if heads { table.columns.len() } else { 1 };
        cells.push(row.cells.get(at).map_or(CellData::Empty, |cell| held(writer, cell, at, columns, drawn)));
    }
    let is_text = table.columns.first().is_some_and(|column| column.kind == ColumnKind::Text);
    let short = |line: &str| !line.is_empty() && line.chars().count() <= HEAD;
    let headed =
        is_text && row.cells.first().is_some_and(|cell| matches!(cell, Cell::Text { .. }) && short(&cell.shown(writer.language)));
    RowData { kind: row.kind.code(), headed, whole: drawn.lines(&row.cells, writer.language) <= WHOLE, cells }
}

fn held(writer: &mut Writer<'_>, cell: &Cell, at: usize, columns: usize, drawn: &Drawn) -> CellData {
    let room = drawn.room(at, columns);
    let one_line = |line: Option<Line>| match line {
        None => CellData::Empty,
        Some(line) => line.plain().map(|text| CellData::Plain(text.to_owned())).unwrap_or(CellData::Line(line)),
    };
    let blocks = match cell {
        Cell::Empty => return CellData::Empty,
        // Its column has room for it, if there is any.
        Cell::Number { .. } | Cell::Date { .. } => {
            return one_line(writer.letters.text(&cell.shown(writer.language), room));
        }
        Cell::Text { blocks } => blocks,
    };
    if let [Block::Paragraph { runs }] = blocks.as_slice() {
        return one_line(writer.letters.line(runs, room));
    }
    let width = drawn.widths.iter().skip(at).take(columns).sum::<f64>() - 2.0 * drawn.inset;
    let blocks = writer.blocks(blocks, Place { width, size: drawn.size, cell: true, inside: true });
    if blocks.is_empty() { CellData::Empty } else { CellData::Blocks { blocks } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sums_at_the_end_stay_with_the_row_before_them() {
        use RowKind::{Body, Heading, Part, Sum};
        let foot = |kinds: &[RowKind]| {
            let rows: Vec<Row> = kinds.iter().map(|kind| Row { kind: *kind, cells: Vec::new() }).collect();
            super::foot(&rows)
        };
        assert_eq!(foot(&[Heading, Body, Body, Sum, Part, Part, Sum]), 5);
        assert_eq!(foot(&[Heading, Body, Sum]), 1, "the row keeps with its heading");
        assert_eq!([foot(&[Body, Body]), foot(&[Sum, Sum]), foot(&[]), foot(&[Body, Sum])], [0, 0, 0, 1]);
        assert_eq!(foot(&[[Body, Body].as_slice(), &[Part; 20]].concat()), 0);
    }
}
