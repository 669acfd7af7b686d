//! How cells look, and how much room they need.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};
use tilsagn_core::report::RowKind;

use crate::measure;

/// Days as Danish sheets have them.
const DAY: &str = "dd.mm.yyyy";
/// The height of a line, in points.
const LINE: f64 = 15.0;
/// The highest a row of a sheet may be, in points, and the most lines one has.
pub const HIGHEST: f64 = 409.0;
const MOST_LINES: usize = 27;

/// How much larger a title is than other text.
pub const TITLE: f64 = 14.0 / 11.0;

/// The looks of a sheet.
pub struct Looks {
    /// The title of all.
    pub title: Format,
    /// A heading of a column.
    pub heading: Format,
    /// A heading over several.
    pub group: Format,
    /// A note or paragraph.
    pub note: Format,
}

impl Looks {
    pub fn new() -> Looks {
        let bold = Format::new().set_bold();
        let heading = bold.clone().set_text_wrap().set_align(FormatAlign::Bottom).set_border_bottom(FormatBorder::Thin);
        Looks {
            title: bold.clone().set_font_size(14).set_quote_prefix(),
            group: heading.clone().set_align(FormatAlign::Center).set_quote_prefix(),
            heading,
            note: text(),
        }
    }
}

/// Text over several lines, which stays a text also when someone edits it.
pub fn text() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top).set_align(FormatAlign::Left).set_quote_prefix()
}

/// Text of a row.
pub fn text_of(kind: RowKind) -> Format {
    match kind {
        // Over the cells beside it, which are empty.
        RowKind::Heading => of_kind(Format::new().set_align(FormatAlign::Top).set_quote_prefix(), kind),
        RowKind::Part => of_kind(text().set_indent(2), kind),
        RowKind::Body | RowKind::Sum => of_kind(text().set_indent(1), kind),
    }
}

/// A number of a row, with so many decimals: the reader's own settings choose point and comma.
pub fn number_of(kind: RowKind, decimals: u32) -> Format {
    let code = match decimals {
        0 => "#,##0".to_owned(),
        decimals => format!("#,##0.{}", "0".repeat(decimals as usize)),
    };
    of_kind(Format::new().set_num_format(code).set_align(FormatAlign::Top), kind)
}

/// A day of a row.
pub fn day_of(kind: RowKind) -> Format {
    of_kind(Format::new().set_num_format(DAY).set_align(FormatAlign::Top).set_align(FormatAlign::Left).set_indent(1), kind)
}

fn of_kind(format: Format, kind: RowKind) -> Format {
    match kind {
        RowKind::Heading => format.set_bold(),
        RowKind::Sum => format.set_bold().set_border_top(FormatBorder::Thin),
        RowKind::Body | RowKind::Part => format.set_border_bottom(FormatBorder::Hair),
    }
}

/// The room of a column of so many figures, of the size of the letters papers are measured by: a figure is 0.6 of it there, and the
/// letters of sheets are a little wider beside their figures.
fn room(figures: usize) -> f64 {
    figures.saturating_sub(1).max(1) as f64 * 0.6 / 1.1
}

/// How many lines texts take, each with the room in figures that its column has.
pub fn lines<'a>(texts: impl Iterator<Item = (&'a str, usize)>, bold: bool) -> usize {
    texts.map(|(text, figures)| measure::lines(text, room(figures), bold)).max().unwrap_or(1)
}

/// How high a row of one line or more is so that its texts are seen whole: not every reader works that out itself.
pub fn height<'a>(texts: impl Iterator<Item = (&'a str, usize)>, bold: bool) -> f64 {
    lines(texts, bold).clamp(1, MOST_LINES) as f64 * LINE
}

/// How high the rows are that a text of so many lines stands over: none is higher than a sheet allows.
pub fn heights(lines: usize) -> Vec<f64> {
    let rows = lines.div_ceil(MOST_LINES).max(1);
    vec![lines.max(1).div_ceil(rows) as f64 * LINE; rows]
}

/// The number a workbook keeps: the one nearest to the decimal that a file's format can hold. The program reckons on with its own.
pub fn nearest(number: Decimal) -> f64 {
    number.to_string().parse().unwrap_or_default()
}
