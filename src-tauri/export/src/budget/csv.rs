//! A budget as text that Excel in Danish opens as a sheet: UTF-8 with its mark, semicolons, decimal commas.

use ::csv::{QuoteStyle, WriterBuilder};
use rust_decimal::Decimal;
use tilsagn_core::report::budget_table::{Content, table};
use tilsagn_core::views::BudgetView;
use tilsagn_core::{Error, ErrorCode, Language, Result};

/// The version a view looks at as `.csv`: headings, and under them the lines of each side with their sums. A text that a spreadsheet
/// would take for a formula has an apostrophe before it; reading it in again takes that away.
///
/// # Errors
/// `export_failed`.
pub fn budget_csv(view: &BudgetView, language: Language) -> Result<Vec<u8>> {
    let table = table(view, language)?;
    let failed = |cause: String| Error::new(ErrorCode::ExportFailed).because(cause);
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = WriterBuilder::new().delimiter(b';').quote_style(QuoteStyle::Necessary).from_writer(&mut bytes);
    writer.write_record(&table.headings).map_err(|error| failed(error.to_string()))?;
    for row in &table.rows {
        writer.write_record(row.cells.iter().map(written)).map_err(|error| failed(error.to_string()))?;
    }
    writer.flush().map_err(|error| failed(error.to_string()))?;
    drop(writer);
    Ok(bytes)
}

fn written(content: &Content) -> String {
    match content {
        Content::Empty | Content::Unknown => String::new(),
        Content::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) => format!("'{text}"),
        Content::Text(text) => text.clone(),
        Content::Number(number) => danish(*number),
        Content::Amount(amount, _) => danish(amount.kroner()),
    }
}

fn danish(number: Decimal) -> String {
    number.to_string().replace('.', ",")
}
