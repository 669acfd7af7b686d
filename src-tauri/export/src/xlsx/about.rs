//! The first sheet: what a report says outside its tables.

use rust_xlsxwriter::{FormatAlign, Worksheet, XlsxError};
use tilsagn_core::report::Report;

use super::looks::{Looks, TITLE, text};
use super::pieces::{Look, Pieces};
use super::sheet::{down, parts};
use super::{above, print_setup};
use crate::said::said;

/// The room of its one column, in figures: no wider than an upright page also where the letters are wide, for a page is not made smaller
/// for one column.
const ROOM: usize = 70;

/// Writes it.
pub fn about(page: &mut Worksheet, report: &Report, pieces: &Pieces<'_>) -> Result<(), XlsxError> {
    let looks = Looks::new();
    page.set_name(said("about", report.language))?;
    page.set_column_width(0, ROOM as f64)?;
    let mut row = down(page, 0, &above(report), &text(), (ROOM, false, 1.0))?;
    for line in &pieces.lines {
        let (format, before, room) = match line.look {
            Look::Heading(1) => {
                (looks.title.clone().set_text_wrap().set_align(FormatAlign::Top), 1, (ROOM as f64 / TITLE) as usize)
            }
            Look::Heading(_) => (text().set_bold(), 1, ROOM),
            Look::Text(deep) => (text().set_indent(deep.min(10)), 0, ROOM - 2 * usize::from(deep.min(10))),
            Look::Pointer => (text().set_italic(), 0, ROOM),
        };
        let bold = matches!(line.look, Look::Heading(_));
        let line_height = if line.look == Look::Heading(1) { TITLE } else { 1.0 };
        row += before;
        for part in parts(&line.text, report.language) {
            row = down(page, row, &part, &format, (room, bold, line_height))?;
        }
    }
    print_setup(page, report, false);
    Ok(())
}
