//! Tables: headings that repeat, rows that break only where they must.

use tilsagn_core::report::{Cell, Column, ColumnGroup, ColumnKind, Row, RowKind, Run, Table};

use super::body::{CELL_SIZE, Place, Writer};
use crate::columns::{self, Need};
use crate::measure;

/// What the margins of a cell take, in twentieths of a point, and what a font may be wider than the one measured by.
const MARGINS: u32 = 200;
const WIDER: f64 = 1.03;
/// Where nothing may be broken, also the widest font a template or a machine has in its place.
const WIDEST: f64 = 1.16;
/// A row with no more lines than this stays on one page.
const SHORT: usize = 14;
/// A table with no more lines than this stays on one page.
const TOGETHER: usize = 14;
/// What is behind the headings of columns, and behind those of rows.
const HEAD: &str = "F0EEE9";
const GROUP: &str = "F7F6F3";

/// How a cell lies in its table.
#[derive(Clone, Copy, Debug, Default)]
struct Frame {
    /// In twentieths of a point.
    width: u32,
    /// Over how many columns; one where it is 0.
    columns: usize,
    /// `restart` where it goes on below, `continue` where it comes from above.
    merged: Option<&'static str>,
    /// The colour behind it; empty for none.
    fill: &'static str,
    /// A line above it.
    line: bool,
}

impl Writer<'_> {
    /// Writes a table, its note below it. Its title is said of it and not shown: where it is to be read, a heading stands above.
    pub fn table(&mut self, table: &Table, place: Place) {
        if table.columns.is_empty() {
            return;
        }
        if self.new_page {
            self.space(20, "");
        }
        let widths = self.widths(table, place.width);
        // What is in the cells begins anew: it is in no list, and is of the table's own width.
        let inside = Place { cell: true, draft: place.draft, ..Place::default() };
        self.xml.0.push_str("<w:tbl>");
        self.properties(table, place.width, &widths);
        let groups = groups(table);
        if !groups.is_empty() {
            self.head(&above(table, &groups), &widths, inside);
        }
        let cells = table.columns.iter().enumerate().map(|(at, column)| match (groups.is_empty(), covers(&groups, at)) {
            // The lower half of a heading that stands beside the groups.
            (false, None) => Head { merged: Some("continue"), ..Head::of(column, "") },
            _ => Head::of(column, &column.heading),
        });
        self.head(&cells.collect::<Vec<_>>(), &widths, inside);
        let lines: Vec<usize> = table.rows.iter().map(|row| self.lines(row, &widths)).collect();
        let whole = lines.iter().sum::<usize>() <= TOGETHER;
        for (at, row) in table.rows.iter().enumerate() {
            // What belongs to the next is kept on its page: a small table whole, what stands before a sum or a part of
            // it, and the last row before the note.
            let keep = match table.rows.get(at + 1) {
                Some(next) => whole || matches!(next.kind, RowKind::Sum | RowKind::Part) && lines[at] <= SHORT,
                None => !table.note.is_empty() && lines[at] <= SHORT,
            };
            self.row(table, row, &widths, Place { keep, ..inside }, lines[at] <= SHORT);
        }
        self.xml.0.push_str("</w:tbl>");
        if !table.note.is_empty() {
            let style = if place.cell { "TilsagnCell" } else { "Caption" };
            self.line(style, &table.note, Place { depth: 0, list: None, ..place });
        } else if !place.cell {
            self.space(160, "");
        }
    }

    fn properties(&mut self, table: &Table, width: u32, widths: &[u32]) {
        let style = self.styles.id("TableGrid");
        let headings: Vec<_> =
            table.columns.iter().map(|column| column.heading.as_str()).filter(|text| !text.is_empty()).collect();
        self.xml.inside("w:tblPr", &[], |xml| {
            xml.val("w:tblStyle", &style);
            xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            xml.empty("w:tblLook", &[("w:val", "0620"), ("w:firstRow", "1"), ("w:noHBand", "1"), ("w:noVBand", "1")]);
            xml.val("w:tblCaption", &table.title);
            xml.val("w:tblDescription", headings.join("; "));
        });
        self.xml.inside("w:tblGrid", &[], |xml| {
            for width in widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
    }

    /// A row of headings, said again on every page.
    fn head(&mut self, cells: &[Head<'_>], widths: &[u32], place: Place) {
        self.xml.0.push_str("<w:tr>");
        self.xml.inside("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            xml.empty("w:tblHeader", &[]);
        });
        let mut from = 0;
        for cell in cells {
            let to = (from + cell.columns).min(widths.len());
            let width: u32 = widths[from..to].iter().sum();
            let frame = Frame { width, columns: cell.columns, merged: cell.merged, fill: HEAD, line: false };
            let place = Place { right: cell.right, middle: cell.columns > 1, width: width.saturating_sub(MARGINS), ..place };
            self.cell(frame, |writer| writer.line("TilsagnHead", cell.heading, place));
            from = to;
        }
        self.xml.0.push_str("</w:tr>");
    }

    fn row(&mut self, table: &Table, row: &Row, widths: &[u32], place: Place, short: bool) {
        self.xml.0.push_str("<w:tr>");
        if short {
            self.xml.inside("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
        }
        if row.kind == RowKind::Heading {
            let frame = Frame { width: widths.iter().sum(), columns: widths.len(), fill: GROUP, ..Frame::default() };
            let place = Place { bold: true, keep: true, width: frame.width.saturating_sub(MARGINS), ..place };
            self.cell(frame, |writer| writer.content(row.cells.first().unwrap_or(&Cell::Empty), place));
        } else {
            let sum = row.kind == RowKind::Sum;
            for (at, (column, width)) in table.columns.iter().zip(widths).enumerate() {
                let right = column.kind == ColumnKind::Number;
                // A part of a sum stands a little further in.
                let depth = usize::from(at == 0 && row.kind == RowKind::Part && !right);
                let place = Place { bold: sum, right, depth, width: width.saturating_sub(MARGINS), ..place };
                let frame = Frame { width: *width, line: sum, ..Frame::default() };
                self.cell(frame, |writer| writer.content(row.cells.get(at).unwrap_or(&Cell::Empty), place));
            }
        }
        self.xml.0.push_str("</w:tr>");
    }

    fn cell(&mut self, frame: Frame, content: impl FnOnce(&mut Self)) {
        self.xml.0.push_str("<w:tc>");
        self.xml.inside("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &frame.width.to_string()), ("w:type", "dxa")]);
            if frame.columns > 1 {
                xml.val("w:gridSpan", frame.columns);
            }
            if let Some(merged) = frame.merged {
                xml.val("w:vMerge", merged);
            }
            if frame.line {
                let line = [("w:val", "single"), ("w:sz", "8"), ("w:space", "0"), ("w:color", "595650")];
                xml.inside("w:tcBorders", &[], |xml| xml.empty("w:top", &line));
            }
            if !frame.fill.is_empty() {
                xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", frame.fill)]);
            }
            if frame.fill == HEAD {
                xml.val("w:vAlign", "bottom");
            }
        });
        content(self);
        // Word wants a paragraph last in every cell.
        if !self.xml.0.ends_with("</w:p>") {
            self.line("TilsagnCell", "", Place { cell: true, ..Place::default() });
        }
        self.xml.0.push_str("</w:tc>");
    }

    fn content(&mut self, cell: &Cell, place: Place) {
        match cell {
            Cell::Text { blocks } => self.blocks(blocks, place),
            Cell::Empty | Cell::Number { .. } | Cell::Date { .. } => {
                let text = [Run::plain(cell.shown(self.language))];
                self.plain(&text, place);
            }
        }
    }

    /// How wide the columns are: by their parts, but no number, day or word is broken where others have room to give. Where all have
    /// too little the longest words are broken first.
    fn widths(&self, table: &Table, whole: u32) -> Vec<u32> {
        let in_place = |ems: f64| if ems > 0.0 { room_for(ems) } else { 0.0 };
        let needs: Vec<Need> = columns::needs(table, self.language)
            .into_iter()
            .map(|need| Need { figures: in_place(need.figures), words: in_place(need.words) })
            .collect();
        let least = columns::fitting(&needs, f64::from(whole));
        let least: Vec<u32> = least.iter().map(|need| need.floor() as u32).collect();
        let widths = balanced(shares(&table.columns, whole), &least);
        let [widths, least] = [widths, least].map(|all| all.into_iter().map(f64::from).collect::<Vec<_>>());
        let shared = columns::shared(table, self.language, widths, &least, lines_of);
        whole_widths(&shared, whole)
    }

    /// About how many lines a row takes.
    fn lines(&self, row: &Row, widths: &[u32]) -> usize {
        let whole = [widths.iter().sum()];
        let widths = if row.kind == RowKind::Heading { &whole } else { widths };
        let of_cell = |(cell, width): (&Cell, &u32)| {
            measure::lines(&cell.shown(self.language), lines_of(f64::from(*width)), row.kind == RowKind::Sum)
        };
        row.cells.iter().zip(widths).map(of_cell).max().unwrap_or(0).max(1)
    }
}

/// How wide a column is for a text so wide to stand on one line in it, in twentieths of a point.
fn room_for(width: f64) -> f64 {
    (width * CELL_SIZE * WIDEST).ceil() + f64::from(MARGINS)
}

/// How much text of its size a line has room for in a column so wide.
fn lines_of(width: f64) -> f64 {
    (width - f64::from(MARGINS)).max(0.0) / CELL_SIZE / WIDER
}

/// Widths in whole twentieths of a point that fill the page exactly: the last edge is where the page ends.
fn whole_widths(widths: &[f64], whole: u32) -> Vec<u32> {
    let mut edge = 0.0;
    let mut before = 0;
    let mut of = |width: &f64| {
        edge += width;
        let at = (edge.round() as u32).min(whole);
        let width = at.saturating_sub(before);
        before = at;
        width
    };
    widths.iter().map(&mut of).collect()
}

/// A cell of a row of headings.
#[derive(Clone, Copy, Debug)]
struct Head<'a> {
    heading: &'a str,
    columns: usize,
    merged: Option<&'static str>,
    right: bool,
}

impl<'a> Head<'a> {
    fn of(column: &Column, heading: &'a str) -> Head<'a> {
        Head { heading, columns: 1, merged: None, right: column.kind == ColumnKind::Number }
    }
}

/// The groups that lie within the table and not over each other, in order.
fn groups(table: &Table) -> Vec<&ColumnGroup> {
    let mut groups: Vec<_> = table.groups.iter().filter(|group| group.columns > 0).collect();
    groups.sort_by_key(|group| group.from);
    let mut free = 0;
    groups.retain(|group| {
        let to = group.from as usize + group.columns as usize;
        let fits = group.from as usize >= free && to <= table.columns.len();
        if fits {
            free = to;
        }
        fits
    });
    groups
}

fn covers<'a>(groups: &[&'a ColumnGroup], column: usize) -> Option<&'a ColumnGroup> {
    groups.iter().copied().find(|group| (group.from as usize..(group.from + group.columns) as usize).contains(&column))
}

/// The row of groups; beside them, the upper half of the headings that have none.
fn above<'a>(table: &'a Table, groups: &[&'a ColumnGroup]) -> Vec<Head<'a>> {
    let mut cells = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        match covers(groups, at) {
            Some(group) if group.from as usize == at => {
                cells.push(Head { heading: &group.heading, columns: group.columns as usize, merged: None, right: false });
            }
            Some(_) => {}
            None => cells.push(Head { merged: Some("restart"), ..Head::of(column, &column.heading) }),
        }
    }
    cells
}

/// How wide the columns are: by their parts, what is left over going to those who lost most.
fn shares(columns: &[Column], whole: u32) -> Vec<u32> {
    let parts: Vec<u64> = columns.iter().map(|column| u64::from(column.width).max(1)).collect();
    let (sum, whole) = (parts.iter().sum::<u64>(), u64::from(whole));
    let mut widths: Vec<u64> = parts.iter().map(|part| part * whole / sum).collect();
    let left = whole - widths.iter().sum::<u64>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(parts[*at] * whole % sum));
    for at in order.into_iter().take(left as usize) {
        widths[at] += 1;
    }
    widths.into_iter().map(|width| width as u32).collect()
}

/// Columns that are too narrow for what cannot be broken get what they need from those that have more than they need; as they were
/// where these have too little.
fn balanced(mut widths: Vec<u32>, needs: &[u32]) -> Vec<u32> {
    let lack: u64 = widths.iter().zip(needs).map(|(width, need)| u64::from(need.saturating_sub(*width))).sum();
    let spare: u64 = widths.iter().zip(needs).map(|(width, need)| u64::from(width.saturating_sub(*need))).sum();
    if lack == 0 || lack > spare {
        return widths;
    }
    let mut left = lack;
    for (width, need) in widths.iter_mut().zip(needs) {
        if *width < *need {
            *width = *need;
        } else {
            let gives = (u64::from(*width - *need) * lack).div_ceil(spare).min(left);
            left -= gives;
            *width -= gives as u32;
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(width: u32) -> Column {
        Column { heading: String::new(), kind: ColumnKind::Text, width }
    }

    #[test]
    fn widths_fill_the_page_exactly() {
        assert_eq!(shares(&[column(1), column(1), column(1)], 100), [34, 33, 33]);
        assert_eq!(shares(&[column(0), column(3)], 9638), [2410, 7228]);
        assert_eq!(shares(&[column(u32::MAX), column(u32::MAX)], 9), [5, 4]);
    }

    #[test]
    fn a_number_is_not_broken_where_a_text_has_room() {
        assert_eq!(balanced(vec![100, 800, 100], &[300, 200, 100]), [300, 600, 100]);
        assert_eq!(balanced(vec![100, 350, 550], &[333, 200, 200]), [333, 280, 387]);
        assert_eq!(balanced(vec![100, 100], &[200, 90]), [100, 100], "nobody has enough");
    }

    #[test]
    fn a_column_is_as_wide_as_its_longest_word() {
        use crate::docx::{numbering::Numbering, styles::Styles};
        use crate::fixture::{body, table};
        let mut one = table("Budget", &["Post", "Tekst", "2019", "Note"]);
        let note = "Budgettet siger 850.000 kr. om året for to; satsen er regnet ud af det, og det er kort.";
        one.rows = vec![body(vec![
            Cell::text("Overhead og administration"),
            Cell::text("Projektkoordination og egenfinansiering"),
            Cell::number(850_000.into(), 0),
            Cell::text(note),
        ])];
        one.columns[3].width = 60;
        let (mut styles, mut numbering) = (Styles::Own, Numbering::default());
        let writer = Writer::new(&mut styles, &mut numbering, tilsagn_core::Language::Da);
        let widths = writer.widths(&one, 9_638);
        assert_eq!(widths.iter().sum::<u32>(), 9_638);
        for (at, word) in ["administration", "Projektkoordination", "850.000", "Budgettet"].into_iter().enumerate() {
            assert!(f64::from(widths[at]) >= room_for(measure::width(word, false)).floor() - 1.0, "{word}: {widths:?}");
        }
    }

    #[test]
    fn groups_that_do_not_fit_are_left_out() {
        let group = |from, columns| ColumnGroup { heading: "g".into(), from, columns };
        let table =
            |groups| Table { title: String::new(), columns: vec![column(1); 4], groups, rows: Vec::new(), note: String::new() };
        let table = table(vec![group(2, 2), group(0, 0), group(3, 1), group(1, 1), group(3, 9)]);
        let found: Vec<_> = groups(&table).iter().map(|group| (group.from, group.columns)).collect();
        assert_eq!(found, [(1, 1), (2, 2)]);
        let cells: Vec<_> = above(&table, &groups(&table)).iter().map(|cell| (cell.columns, cell.merged)).collect();
        assert_eq!(cells, [(1, Some("restart")), (1, None), (2, None)]);
    }
}
