//! A report as Excel: a sheet for every table, with typed cells and sums that are formulas. Each formula carries what the program came
//! to, so that a reader who does not reckon shows the same. What stands outside the tables is on a first sheet of its own.

mod about;
mod formula;
mod looks;
mod names;
mod pieces;
mod sheet;

use rust_xlsxwriter::{DocProperties, Workbook, Worksheet, XlsxError};
use tilsagn_core::report::Report;
use tilsagn_core::{Error, ErrorCode, Result};

use crate::{measure, said};

pub(crate) use looks::{height, nearest};
pub(crate) use pieces::{Placed, pieces};

/// A4, as Excel numbers paper.
pub(crate) const A4: u8 = 9;

/// How much of a title fits beneath an upright page and one on its side, of its size.
const FOOT: (f64, f64) = (50.0, 75.0);

/// Writes a report. A text longer than a cell can hold goes on in the rows below, and says so.
///
/// # Errors
/// `export_failed`.
pub fn xlsx(report: &Report) -> Result<Vec<u8>> {
    workbook(report).map_err(|error| Error::new(ErrorCode::ExportFailed).because(error))
}

fn workbook(report: &Report) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let kind = report.kind.word(report.language);
    let subject = report.closed_mark().map_or_else(|| kind.to_owned(), |closed| format!("{closed} · {kind}"));
    let properties = DocProperties::new()
        .set_title(&report.title)
        .set_subject(subject)
        .set_author("Tilsagn")
        .set_company(&report.municipality)
        .set_creation_datetime(&report.as_of);
    workbook.set_properties(&properties);
    let pieces = pieces(report);
    if pieces.has_something_to_say() || pieces.tables.is_empty() {
        about::about(workbook.add_worksheet(), report, &pieces)?;
    }
    for (at, table) in pieces.tables.iter().enumerate() {
        let page = workbook.add_worksheet();
        // It opens on the first of the data.
        if at == 0 {
            page.set_active(true);
        }
        sheet::sheet(page, report, table)?;
    }
    workbook.save_to_buffer()
}

/// What is said above everything of a sheet: whose, of which day, and whether it is closed or handed in.
fn above(report: &Report) -> String {
    let stamp = said::stamp(report);
    let parts = [report.closed_mark().unwrap_or_default(), &stamp];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn print_setup(page: &mut Worksheet, report: &Report, landscape: bool) {
    let room = if landscape { FOOT.1 } else { FOOT.0 };
    // In a footer an ampersand begins a code.
    let title = measure::shortened(&report.title, room).replace('&', "&&");
    let stamp = above(report).replace('&', "&&");
    let side = if landscape { page.set_landscape() } else { page.set_portrait() };
    side.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    let page_of = report.page_mark().replace("{page}", "&P").replace("{of}", "&N");
    // A figure right after the size would be one of it.
    page.set_footer(format!("&L&8 {title}\n{stamp}&R&8 {page_of}"));
}

#[cfg(test)]
mod tests;
