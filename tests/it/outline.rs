//! A report as lines: what stands where, and how deep.

use tilsagn_core::Language;
use tilsagn_core::report::{Block, Item, ListStyle, Report, Row, RowKind, Table, plain};

/// Every block of a report on a line of its own: headings with their level, items with their mark and depth, rows with their cells.
pub fn outline(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for section in &report.sections {
        if section.landscape {
            lines.push("=== landscape".to_owned());
        }
        blocks(&section.blocks, 0, &mut lines);
    }
    lines
}

fn blocks(all: &[Block], depth: usize, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    for block in all {
        match block {
            Block::Label { text } => lines.push(format!("{indent}label {text}")),
            Block::Heading { level, text } => lines.push(format!("{indent}{} {text}", "#".repeat((*level).into()))),
            Block::Paragraph { runs } => lines.push(format!("{indent}{}", plain(runs))),
            Block::List { style, items } => items.iter().enumerate().for_each(|(at, it)| item(*style, at, it, depth, lines)),
            Block::Table(it) => table(it, &indent, lines),
            Block::Draft { blocks: inside } => {
                lines.push(format!("{indent}[draft"));
                blocks(inside, depth, lines);
                lines.push(format!("{indent}]"));
            }
            Block::PageBreak => lines.push(format!("{indent}---")),
        }
    }
}

fn item(style: ListStyle, at: usize, it: &Item, depth: usize, lines: &mut Vec<String>) {
    let mark = match style {
        ListStyle::Bullets => "•".to_owned(),
        ListStyle::Numbers => format!("{}.", at + 1),
        ListStyle::Letters => format!("{}.", char::from(b'a' + u8::try_from(at % 26).unwrap())),
    };
    lines.push(format!("{}{mark} {}", "  ".repeat(depth), plain(&it.runs)));
    blocks(&it.inside, depth + 1, lines);
}

fn table(it: &Table, indent: &str, lines: &mut Vec<String>) {
    lines.push(format!("{indent}table {}", it.title));
    for group in &it.groups {
        lines.push(format!("{indent}> {} over {} from {}", group.heading, group.columns, group.from));
    }
    lines.push(format!("{indent}| {}", it.columns.iter().map(|column| column.heading.as_str()).collect::<Vec<_>>().join(" | ")));
    for row in &it.rows {
        lines.push(format!(
            "{indent}{} {}",
            sign(row),
            row.cells.iter().map(|cell| cell.shown(Language::Da)).collect::<Vec<_>>().join(" | ")
        ));
    }
    if !it.note.is_empty() {
        lines.push(format!("{indent}note {}", it.note));
    }
}

fn sign(row: &Row) -> &'static str {
    match row.kind {
        RowKind::Heading => "##",
        RowKind::Body => "|",
        RowKind::Sum => "=",
        RowKind::Part => "|-",
    }
}
