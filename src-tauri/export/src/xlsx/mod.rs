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
use tilsagn_core::{Error, ErrorCode, Result, calendar};

use crate::said::said;

pub(crate) use looks::{height, nearest};
pub(crate) use pieces::{Placed, pieces};

/// A4, as Excel numbers paper.
pub(crate) const A4: u8 = 9;

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
    let subject = if report.closed { format!("{} · {kind}", said("closed_item", report.language)) } else { kind.to_owned() };
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
    for table in &pieces.tables {
        sheet::sheet(workbook.add_worksheet(), report, table)?;
    }
    workbook.save_to_buffer()
}

/// What is said above everything of a sheet: whose, of which day, and whether it is closed or handed in.
fn above(report: &Report) -> String {
    let language = report.language;
    let as_of = format!("{} {}", said("as_of", language), calendar::long(report.as_of, language));
    let mut parts = vec![report.municipality.clone(), as_of];
    if let Some(handed_in) = &report.handed_in {
        parts.push(crate::said::handed_in(handed_in, language));
    }
    if report.closed {
        parts.insert(0, said("closed_item", language).to_owned());
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn print_setup(page: &mut Worksheet, report: &Report, landscape: bool) {
    // In a footer an ampersand begins a code, and the whole of it has room for 255 characters.
    let title: String = report.title.replace('&', "&&").chars().take(120).collect();
    let title = title.trim_end_matches('&');
    let side = if landscape { page.set_landscape() } else { page.set_portrait() };
    side.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    let closed = if report.closed { format!("{} · ", said("closed_item", report.language)) } else { String::new() };
    let day = calendar::long(report.as_of, report.language);
    page.set_footer(format!("&L{closed}{title}&C{}&R{day}", said("page_of", report.language)));
}

#[cfg(test)]
mod tests;
