//! The list of initiatives.

use serde_json::{Map, Value, json};
use tilsagn_core::Language;
use tilsagn_core::views::{InitiativeRow, PeriodKind, PoolsView, RegisterView};

use crate::failure::{Failure, fill};
use crate::output::{self, Format, money};
use crate::show::pools::objects_of;
use crate::show::{amount_columns, can_apply, mio, of, over, printed_order, references, sums};
use crate::table::{Side, Table};
use crate::words::words;

/// The initiatives of a view; `pools` are all of the agreement's, for JSON.
pub fn initiatives(view: &RegisterView, pools: &PoolsView, format: Format, language: Language) -> Result<String, Failure> {
    match format {
        Format::Table => Ok(table(view, language)),
        Format::Csv => csv(view),
        Format::Json => {
            let row = |row| object(view, row, pools);
            output::json(&Value::Array(view.initiatives.iter().map(row).collect::<Result<_, _>>()?))
        }
    }
}

/// One initiative as an object. An amount the agreement prints as »-« is absent.
pub fn object(view: &RegisterView, row: &InitiativeRow, pools: &PoolsView) -> Result<Value, Failure> {
    let (area, theme) = headings(view, row);
    let mut amounts = Map::new();
    let mut total = Value::Null;
    for (period, &amount) in view.periods.iter().zip(&row.amounts) {
        match (period.kind, amount) {
            (PeriodKind::Total, amount) => total = money(amount),
            (_, Some(_)) => drop(amounts.insert(period.key.clone(), money(amount))),
            (_, None) => {}
        }
    }
    let pools = objects_of(pools, Some(row.id))?;
    Ok(json!({
        "number": row.number,
        "title": row.title.da,
        "titleEn": row.title.en,
        "area": area,
        "theme": theme,
        "dut": row.dut,
        "amounts": amounts,
        "total": total,
        "priceLevel": view.price_level.year,
        "mechanism": row.mechanisms,
        "canApply": row.can_apply,
        "poolCanApply": row.pool_can_apply,
        "authority": row.authority,
        "callState": row.call_state,
        "nextDeadline": row.next_deadline,
        "status": row.status,
        "applications": references(&row.applications),
        "pools": pools,
    }))
}

/// The names of area and theme.
fn headings<'v>(view: &'v RegisterView, row: &InitiativeRow) -> (Option<&'v str>, Option<&'v str>) {
    let area = view.areas.iter().find(|area| area.id == row.area_id).map(|area| area.name.da.as_str());
    let theme = view.themes.iter().find(|theme| Some(theme.id) == row.theme_id).map(|theme| theme.title.da.as_str());
    (area, theme)
}

fn table(view: &RegisterView, language: Language) -> String {
    let words = words(language);
    let amounts = printed_order(&view.periods, language);
    let converted = view.price_level.converted;
    let mut columns = vec![(words.col_number.to_owned(), Side::Right), ("D".to_owned(), Side::Left)];
    columns.extend(amount_columns(&amounts));
    columns.extend([(words.col_can_apply.to_owned(), Side::Left), (words.col_title.to_owned(), Side::Left)]);
    let mut table = Table::new(&columns);
    for row in &view.initiatives {
        let mut cells = vec![row.number.to_string(), if row.dut { "D".to_owned() } else { String::new() }];
        cells.extend(amounts.iter().map(|(index, _)| mio(row.amounts[*index], converted, language)));
        cells.extend([can_apply(row, language), of(&row.title, language).to_owned()]);
        table.row(cells);
    }
    table.rule();
    let sums = sums(view.initiatives.iter().map(|row| row.amounts.as_slice()), view.periods.len());
    let mut cells = vec![String::new(), String::new()];
    cells.extend(amounts.iter().map(|(index, _)| mio(sums[*index], converted, language)));
    cells.extend([String::new(), fill(words.shown, &[("count", &view.initiatives.len().to_string())])]);
    table.row(cells);
    over(view, language) + &table.text()
}

fn csv(view: &RegisterView) -> Result<String, Failure> {
    let mut heading: Vec<String> = ["number", "dut", "area", "theme", "title"].map(str::to_owned).to_vec();
    heading.extend(view.periods.iter().map(|period| period.key.clone()));
    heading.extend(["priceLevel", "mechanism", "canApply", "poolCanApply", "authority"].map(str::to_owned));
    let rows = view.initiatives.iter().map(|row| {
        let (area, theme) = headings(view, row);
        let mechanisms: Vec<&str> = row.mechanisms.iter().map(|mechanism| mechanism.code()).collect();
        let mut cells = vec![row.number.to_string(), if row.dut { "D".to_owned() } else { String::new() }];
        cells.extend([area.unwrap_or_default(), theme.unwrap_or_default(), &row.title.da].map(str::to_owned));
        cells.extend(row.amounts.iter().map(|&amount| output::cell(amount)));
        cells.push(view.price_level.year.to_string());
        cells.push(mechanisms.join("+"));
        cells.push(row.can_apply.code().to_owned());
        cells.push(row.pool_can_apply.map_or("", |said| said.code()).to_owned());
        cells.push(row.authority.clone());
        cells
    });
    output::csv(&heading, rows)
}
