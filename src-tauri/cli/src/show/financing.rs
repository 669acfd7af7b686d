//! Tables 2 and 3.

use serde_json::json;
use tilsagn_core::Language;
use tilsagn_core::views::{FinancingView, SavingRow};

use crate::failure::Failure;
use crate::output::{self, Format};
use crate::show::{mio, of};
use crate::table::{Side, Table};
use crate::words::words;

/// Both tables.
pub fn financing(view: &FinancingView, format: Format, language: Language) -> Result<String, Failure> {
    match format {
        Format::Table => Ok(tables(view, language)),
        Format::Json => {
            let value = serde_json::to_value(view).map_err(|cause| Failure::failed(cause.to_string()))?;
            output::json(&json!(value))
        }
        Format::Csv => csv(view),
    }
}

/// A saving as printed: `<0,1` stays that.
fn saving(row: &SavingRow, language: Language) -> String {
    match row.below {
        Some(bound) => format!("<{}", mio(Some(bound), false, language)),
        None => mio(row.amount, false, language),
    }
}

fn tables(view: &FinancingView, language: Language) -> String {
    let words = words(language);
    let left = |name: &str| (name.to_owned(), Side::Left);
    let right = |name: &str| (name.to_owned(), Side::Right);
    let mut columns = vec![right(words.col_number)];
    columns.extend(view.years.iter().map(|year| right(&year.to_string())));
    columns.extend([right(words.col_total), left(words.col_account), left(words.col_title)]);
    let mut second = Table::new(&columns);
    for row in &view.appropriations {
        let mut cells = vec![row.number.to_string()];
        cells.extend(row.amounts.iter().map(|&amount| mio(amount, false, language)));
        cells.extend([row.account.clone(), row.title.clone()]);
        second.row(cells);
    }
    second.rule();
    let mut cells = vec![String::new()];
    cells.extend(view.appropriations_stated.iter().map(|&amount| mio(amount, false, language)));
    cells.extend([String::new(), words.stated.to_owned()]);
    second.row(cells);

    let mut third =
        Table::new(&[right(words.col_number), right(words.col_amount), left(words.col_account), left(words.col_title)]);
    for row in &view.savings {
        third.row(vec![row.number.to_string(), saving(row, language), row.account.clone(), row.title.clone()]);
    }
    third.rule();
    for (amount, what) in [(view.savings_stated, words.stated), (Some(view.savings_computed), words.sum)] {
        third.row(vec![String::new(), mio(amount, false, language), String::new(), what.to_owned()]);
    }
    format!(
        "{} · {}, {}-pl\n\n{}\n{}\n\n{}\n{}\n",
        words.table_2,
        words.mio,
        view.price_level,
        second.text(),
        words.table_3,
        third.text(),
        of(&view.savings_note, language),
    )
}

/// Both tables as one: table 2 has years and total, table 3 an amount or the bound of `<0,1`.
fn csv(view: &FinancingView) -> Result<String, Failure> {
    let mut heading: Vec<String> = ["table", "number", "account", "title"].map(str::to_owned).to_vec();
    heading.extend(view.years.iter().map(ToString::to_string));
    heading.extend(["total", "amount", "below"].map(str::to_owned));
    let second = view.appropriations.iter().map(|row| {
        let mut cells = vec!["2".to_owned(), row.number.to_string(), row.account.clone(), row.title.clone()];
        cells.extend(row.amounts.iter().map(|&amount| output::cell(amount)));
        cells.extend([String::new(), String::new()]);
        cells
    });
    let third = view.savings.iter().map(|row| {
        let mut cells = vec!["3".to_owned(), row.number.to_string(), row.account.clone(), row.title.clone()];
        cells.resize(cells.len() + view.years.len() + 1, String::new());
        cells.extend([output::cell(row.amount), output::cell(row.below)]);
        cells
    });
    output::csv(&heading, second.chain(third))
}
