//! Areas and themes with their sums, each taken of its initiatives.

use serde_json::json;
use tilsagn_core::views::{InitiativeRow, RegisterView};
use tilsagn_core::{Language, Money};

use crate::failure::Failure;
use crate::output::{self, Format, money};
use crate::show::{amount_columns, mio, of, over, printed_order, sums};
use crate::table::{Side, Table};
use crate::words::words;

/// One line: an area (level 1), a theme in it (level 2), or everything (level 0).
struct Line<'v> {
    level: u8,
    area: &'v str,
    theme: &'v str,
    title: String,
    amounts: Vec<Option<Money>>,
}

/// The sums of a view.
pub fn totals(view: &RegisterView, format: Format, language: Language) -> Result<String, Failure> {
    let lines = lines(view, language);
    match format {
        Format::Table => Ok(table(view, &lines, language)),
        Format::Csv => {
            let mut heading = vec!["area".to_owned(), "theme".to_owned()];
            heading.extend(view.periods.iter().map(|period| period.key.clone()));
            let rows = lines.iter().map(|line| {
                let mut cells = vec![line.area.to_owned(), line.theme.to_owned()];
                cells.extend(line.amounts.iter().map(|&amount| output::cell(amount)));
                cells
            });
            output::csv(&heading, rows)
        }
        Format::Json => {
            let object = |line: &Line<'_>| {
                let amounts: serde_json::Map<_, _> = (view.periods.iter().zip(&line.amounts))
                    .filter(|(_, amount)| amount.is_some())
                    .map(|(period, &amount)| (period.key.clone(), money(amount)))
                    .collect();
                let text = |name: &str| (!name.is_empty()).then(|| name.to_owned());
                json!({ "area": text(line.area), "theme": text(line.theme), "amounts": amounts })
            };
            output::json(&lines.iter().map(object).collect())
        }
    }
}

fn lines<'v>(view: &'v RegisterView, language: Language) -> Vec<Line<'v>> {
    let of_rows = |wanted: &dyn Fn(&InitiativeRow) -> bool| {
        sums(view.initiatives.iter().filter(|row| wanted(row)).map(|row| row.amounts.as_slice()), view.periods.len())
    };
    let mut lines = Vec::new();
    for area in &view.areas {
        lines.push(Line {
            level: 1,
            area: &area.name.da,
            theme: "",
            title: of(&area.name, language).to_owned(),
            amounts: of_rows(&|row| row.area_id == area.id),
        });
        for theme in view.themes.iter().filter(|theme| theme.area_id == area.id) {
            lines.push(Line {
                level: 2,
                area: &area.name.da,
                theme: &theme.title.da,
                title: format!("  {}", of(&theme.title, language)),
                amounts: of_rows(&|row| row.theme_id == Some(theme.id)),
            });
        }
    }
    let title = words(language).grand_total.to_owned();
    lines.push(Line { level: 0, area: "", theme: "", title, amounts: of_rows(&|_| true) });
    lines
}

fn table(view: &RegisterView, lines: &[Line<'_>], language: Language) -> String {
    let amounts = printed_order(&view.periods, language);
    let mut columns = vec![(String::new(), Side::Left)];
    columns.extend(amount_columns(&amounts));
    let mut table = Table::new(&columns);
    for line in lines {
        if line.level == 0 {
            table.rule();
        }
        let mut cells = vec![line.title.clone()];
        cells.extend(amounts.iter().map(|(index, _)| mio(line.amounts[*index], view.price_level.converted, language)));
        table.row(cells);
    }
    over(view, language) + &table.text()
}
