//! The first sheet: what a report says outside its tables.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};
use tilsagn_core::report::Report;

use super::looks::{Looks, text};
use super::pieces::{Look, Pieces};
use super::sheet::{parts, row_num};
use super::{above, print_setup};
use crate::said::said;

/// The room of its one column, in characters.
const ROOM: usize = 100;

/// Writes it.
pub fn about(page: &mut Worksheet, report: &Report, pieces: &Pieces<'_>) -> Result<(), XlsxError> {
    let looks = Looks::new();
    page.set_name(said("about", report.language))?;
    page.set_column_width(0, ROOM as f64)?;
    page.write_string_with_format(0, 0, above(report), &text())?;
    let mut row = 1;
    for line in &pieces.lines {
        let (format, before) = match line.look {
            Look::Heading(1) => (looks.title.clone().set_text_wrap().set_align(FormatAlign::Top), 1),
            Look::Heading(_) => (text().set_bold(), 1),
            Look::Text(deep) => (text().set_indent(deep.min(10)), 0),
            Look::Pointer => (Format::new().set_italic().set_quote_prefix(), 0),
        };
        row += before;
        for part in parts(&line.text, report.language) {
            page.write_string_with_format(row_num(row), 0, &part, &format)?;
            row += 1;
        }
    }
    print_setup(page, report, false);
    Ok(())
}
