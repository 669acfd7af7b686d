//! Views as text.

mod applications;
mod budget;
mod cases;
mod coming;
mod deadlines;
mod exposure;
mod financing;
mod history;
mod initiative;
mod initiatives;
mod pipeline;
mod plan;
mod pools;
mod totals;

pub use applications::applications;
pub use budget::budget;
pub use cases::cases;
pub use coming::coming;
pub use deadlines::deadlines;
pub use exposure::exposure;
pub use financing::financing;
pub use history::history;
pub use initiative::initiative;
pub use initiatives::initiatives;
pub use pipeline::{Pipeline, pipeline};
pub use plan::plan;
pub use pools::pools;
pub use totals::totals;

use serde_json::{Value, json};
use tilsagn_core::catalogue::CanApply;
use tilsagn_core::views::{ApplicationRef, InitiativeRow, PeriodKind, PeriodView, RegisterView, Text};
use tilsagn_core::{Language, Money};

use crate::failure::fill;
use crate::table::Side;
use crate::words::words;

/// A text in the reader's language; the Danish where there is no English.
pub fn of(text: &Text, language: Language) -> &str {
    text.in_language(language)
}

/// The amount columns in the agreement's printed order: the years, permanent, total. Index into a row's amounts, and heading.
fn printed_order(periods: &[PeriodView], language: Language) -> Vec<(usize, String)> {
    let words = words(language);
    let mut columns: Vec<(usize, &PeriodView)> = periods.iter().enumerate().collect();
    columns.sort_by_key(|(_, period)| match period.kind {
        PeriodKind::Year => 0,
        PeriodKind::Permanent => 1,
        PeriodKind::Total => 2,
    });
    let heading = |period: &PeriodView| match period.kind {
        PeriodKind::Year => period.key.clone(),
        PeriodKind::Permanent => words.col_permanent.to_owned(),
        PeriodKind::Total => words.col_total.to_owned(),
    };
    columns.into_iter().map(|(index, period)| (index, heading(period))).collect()
}

/// Amount columns of a table.
fn amount_columns(columns: &[(usize, String)]) -> impl Iterator<Item = (String, Side)> {
    columns.iter().map(|(_, heading)| (heading.clone(), Side::Right))
}

/// Millions as a table shows them; the agreement's dash where there is none. A converted amount is shown to the tenth.
fn mio(amount: Option<Money>, converted: bool, language: Language) -> String {
    let Some(amount) = amount else { return "-".to_owned() };
    let shown = if converted { amount.in_tenths_of_mio() } else { amount };
    shown.mio_in(language)
}

/// Which agreement, unit and prices, over a table.
fn over(view: &RegisterView, language: Language) -> String {
    let words = words(language);
    let level = &view.price_level;
    let mut line = format!("{} · {}, {}-pl", of(&view.agreement.title, language), words.mio, level.year);
    if level.converted {
        let base = view.agreement.price_level.to_string();
        let values = [("base", base.as_str()), ("index", of(&level.index_name, language)), ("vintage", &level.vintage)];
        line.push_str(", ");
        line.push_str(&fill(words.converted, &values));
    }
    line + "\n\n"
}

/// What the agreement says and, where it says something else, what a pool or its call does.
fn can_apply(row: &InitiativeRow, language: Language) -> String {
    let own = row.can_apply.word(language);
    match row.pool_can_apply.filter(|said: &CanApply| *said != row.can_apply) {
        Some(said) => format!("{own} · {}", fill(words(language).pool_says, &[("word", said.word(language))])),
        None => own.to_owned(),
    }
}

/// Column sums; none where nothing is summed.
fn sums<'a>(rows: impl Iterator<Item = &'a [Option<Money>]>, columns: usize) -> Vec<Option<Money>> {
    let mut sums: Vec<Option<Money>> = vec![None; columns];
    for row in rows {
        for (sum, amount) in sums.iter_mut().zip(row) {
            if let Some(amount) = amount {
                *sum = Some(sum.unwrap_or_default() + *amount);
            }
        }
    }
    sums
}

/// Applications to go to, as objects.
fn references(applications: &[ApplicationRef]) -> Vec<Value> {
    applications.iter().map(|it| json!({ "id": it.id, "title": it.title, "stage": it.stage })).collect()
}

/// Kroner for a reader, without øre where there are none; empty where the amount is not known.
fn kroner(amount: Option<Money>, language: Language) -> String {
    amount.map_or_else(String::new, |amount| amount.kroner_in(language))
}
