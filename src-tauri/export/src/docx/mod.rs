//! A report as Word: in our own look, or in a template of the municipality's own (see `docs/templates.md`).

mod body;
mod fields;
mod numbering;
mod package;
mod parts;
mod place;
mod relations;
mod run;
mod styles;
mod table;
mod template;
mod tree;
mod xml;

use tilsagn_core::Result;
use tilsagn_core::report::Report;

use crate::paper::Template;

pub use template::try_template;

/// Writes a report. The same report gives the same bytes.
///
/// # Errors
/// `template_unreadable`, `template_styles_missing`; `export_failed`.
pub fn docx(report: &Report, template: Option<&Template>) -> Result<Vec<u8>> {
    match template {
        Some(template) => template::filled(report, template),
        None => parts::own(report),
    }
}
