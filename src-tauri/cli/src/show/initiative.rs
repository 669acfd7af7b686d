//! Everything about one initiative.

use serde_json::Value;
use tilsagn_core::Language;
use tilsagn_core::views::{DutView, InitiativeView, PoolView, PoolsView, RegisterView};

use crate::failure::{Failure, fill};
use crate::output::{self, Format};
use crate::show::initiatives::object;
use crate::show::{amount_columns, mio, of, over, pools, printed_order};
use crate::table::Table;
use crate::words::words;

/// The detail of an initiative; its amounts are in the register.
pub fn initiative(
    view: &RegisterView,
    detail: &InitiativeView,
    of_agreement: &PoolsView,
    format: Format,
    language: Language,
) -> Result<String, Failure> {
    match format {
        Format::Table => Ok(text(view, detail, of_agreement, language)),
        Format::Json | Format::Csv => {
            let row = view.initiatives.iter().find(|row| row.id == detail.id);
            let mut value = match row {
                Some(row) => object(view, row, of_agreement)?,
                None => Value::Null,
            };
            let of_detail = serde_json::to_value(detail).map_err(|cause| Failure::failed(cause.to_string()))?;
            if let (Value::Object(whole), Value::Object(of_detail)) = (&mut value, of_detail) {
                for name in ["canApplyReason", "canApplyPlace", "applicants", "summary", "page", "notes", "history"] {
                    if let Some(value) = of_detail.get(name) {
                        whole.insert(name.to_owned(), value.clone());
                    }
                }
                whole.insert("dutDetail".to_owned(), of_detail.get("dut").cloned().unwrap_or_default());
            }
            output::json(&value)
        }
    }
}

fn text(view: &RegisterView, detail: &InitiativeView, of_agreement: &PoolsView, language: Language) -> String {
    let words = words(language);
    let mut lines = vec![format!("{} {}", detail.number, detail.title.da)];
    if language == Language::En && !detail.title.en.is_empty() {
        lines.push(detail.title.en.clone());
    }
    let mut place = vec![of(&detail.area, language).to_owned()];
    place.extend(detail.theme.as_ref().map(|theme| of(theme, language).to_owned()));
    lines.push(format!("{} · {} {}", place.join(" › "), words.page, detail.page));
    lines.push(String::new());
    lines.push(over(view, language).trim_end().to_owned());
    lines.push(amounts(view, detail, language));

    let mechanisms: Vec<&str> = detail.mechanisms.iter().map(|mechanism| mechanism.word(language)).collect();
    let mut said = detail.can_apply.word(language).to_owned();
    if !detail.can_apply_place.is_empty() {
        said = format!("{said} ({})", detail.can_apply_place);
    }
    let reason = of(&detail.can_apply_reason, language);
    for (name, value) in [
        (words.mechanism, mechanisms.join(", ").as_str()),
        (words.col_can_apply, [said.as_str(), reason].join(". ").trim_end_matches(". ")),
        (words.applicants, of(&detail.applicants, language)),
        (words.authority, &detail.authority),
        (words.summary, &detail.summary),
    ] {
        if !value.is_empty() {
            lines.push(format!("{name}: {value}"));
        }
    }
    if let Some(dut) = &detail.dut {
        lines.extend(dut_lines(view, dut, language));
    }
    if !detail.pools.is_empty() {
        lines.extend([String::new(), words.pools.to_owned()]);
        let standing = |pool: &PoolView| of_agreement.standings.iter().find(|standing| standing.pool_id == pool.id);
        let of_pools = detail.pools.iter().flat_map(|pool| pools::lines(pool, standing(pool), language));
        lines.extend(of_pools.map(|line| format!("  {line}")));
    }
    if !detail.notes.is_empty() {
        lines.extend([String::new(), words.notes.to_owned()]);
        for note in &detail.notes {
            lines.push(format!("  {} ({}): {}", note.kind.word(language), note.place, of(&note.text, language)));
        }
    }
    lines.join("\n") + "\n"
}

fn amounts(view: &RegisterView, detail: &InitiativeView, language: Language) -> String {
    let columns = printed_order(&view.periods, language);
    let mut table = Table::new(&amount_columns(&columns).collect::<Vec<_>>());
    if let Some(row) = view.initiatives.iter().find(|row| row.id == detail.id) {
        let cell = |(index, _): &(usize, String)| mio(row.amounts[*index], view.price_level.converted, language);
        table.row(columns.iter().map(cell).collect());
    }
    table.text()
}

fn dut_lines(view: &RegisterView, dut: &DutView, language: Language) -> Vec<String> {
    let words = words(language);
    let place = if dut.place.is_empty() { String::new() } else { format!(" ({})", dut.place) };
    let recipient = format!("{}{place}", dut.recipient.word(language));
    let mut lines = vec![format!("{}: {}", words.dut, fill(words.dut_means, &[("recipient", &recipient)]))];
    lines.push(match &dut.share {
        None => words.share_unknown.to_owned(),
        Some(share) => {
            let shown =
                view.periods.iter().zip(&share.amounts).filter_map(|(period, amount)| {
                    amount.map(|amount| format!("{} {} kr.", period.key, amount.kroner_in(language)))
                });
            let values = [
                ("name", share.municipality.clone()),
                ("own", share.population.to_string()),
                ("country", share.country_population.to_string()),
                ("date", tilsagn_core::calendar::long(share.date, language)),
                ("amounts", shown.collect::<Vec<_>>().join(", ")),
            ];
            fill(words.share, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        }
    });
    lines
}
