//! Budgets, the money after the award, and expected effects.

use super::{DossierFacts, day, kroner, part, row, said, table, text};
use rust_decimal::Decimal;

use crate::money::Money;
use crate::report::budget::version_state;
use crate::report::{Block, Cell, ColumnKind, Reckoned, Row, RowKind};
use crate::words::Language;

/// The versions of the budget with what each comes to; each is a sheet of its own among the files.
pub fn budgets(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let rows = of.budget.versions.iter().map(|version| {
        let budget = &version.budget;
        let since = version_state(version, language);
        let name = [budget.kind.word(language), &budget.title].join(" ");
        let sums = [version.cost, version.financing, version.grant].map(kroner);
        let mut cells = vec![Cell::number(budget.position.into(), 0), text(&name), Cell::text(since)];
        cells.extend(sums);
        row(cells)
    });
    let columns = [
        ("number", ColumnKind::Number, 6),
        ("version", ColumnKind::Text, 22),
        ("state", ColumnKind::Text, 22),
        ("costs_kr", ColumnKind::Number, 17),
        ("financing_kr", ColumnKind::Number, 17),
        ("grant_kr", ColumnKind::Number, 16),
    ];
    let mut blocks = part("budgets", &columns, rows.collect(), language);
    if !of.budget.versions.is_empty() {
        blocks.push(Block::paragraph(said("budgets_as_sheets", language)));
    }
    blocks
}

/// A row that sums the rows above it in some columns.
fn sum(rows: &mut Vec<Row>, columns: usize, of: &[usize], language: Language) {
    if rows.len() < 2 {
        return;
    }
    let mut cells = vec![Cell::Empty; columns];
    if let Some(first) = cells.first_mut() {
        *first = Cell::text(said("sum", language));
    }
    for &at in of {
        let values = rows.iter().filter_map(|row| match row.cells.get(at) {
            Some(Cell::Number { value, .. }) => Some(*value),
            _ => None,
        });
        let how = Reckoned::Down { from: 0, to: u32::try_from(rows.len() - 1).unwrap_or_default() };
        if let Some(cell) = cells.get_mut(at) {
            let value: Decimal = values.sum();
            let decimals = if value.fract().is_zero() { 0 } else { 2 };
            *cell = Cell::Number { value, decimals, reckoned: Some(how), figure: String::new() };
        }
    }
    rows.push(Row { kind: RowKind::Sum, cells });
}

/// Instalments, accounts, repayments, money moved between years, and everything spent.
pub fn after_award(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let money = of.money;
    let mut blocks = vec![Block::heading(2, said("after_award", language))];
    let mut instalments: Vec<Row> = money
        .instalments
        .iter()
        .map(|it| {
            let amounts = [it.requested, it.received, it.withheld].map(kroner);
            let [requested, received, withheld] = amounts;
            row(vec![text(&it.title), day(it.due_on), requested, day(it.received_on), received, withheld])
        })
        .collect();
    sum(&mut instalments, 6, &[2, 4, 5], language);
    let columns = [
        ("instalment", ColumnKind::Text, 25),
        ("due", ColumnKind::Date, 14),
        ("requested_kr", ColumnKind::Number, 16),
        ("received_on", ColumnKind::Date, 14),
        ("received_kr", ColumnKind::Number, 16),
        ("withheld_kr", ColumnKind::Number, 15),
    ];
    blocks.extend(table("instalments", &columns, instalments, language));
    let accounts = money.accounts.iter().map(|it| {
        let amounts = [it.spent, it.grant, it.approved].map(kroner);
        let [spent, grant, approved] = amounts;
        row(vec![text(&it.title), day(it.due_on), day(it.sent_on), spent, grant, day(it.approved_on), approved])
    });
    let columns = [
        ("account", ColumnKind::Text, 20),
        ("due", ColumnKind::Date, 12),
        ("sent", ColumnKind::Date, 12),
        ("spent_kr", ColumnKind::Number, 15),
        ("grant_kr", ColumnKind::Number, 15),
        ("approved_on", ColumnKind::Date, 12),
        ("approved_kr", ColumnKind::Number, 14),
    ];
    blocks.extend(table("accounts", &columns, accounts.collect(), language));
    let repayments = money
        .repayments
        .iter()
        .map(|it| row(vec![text(&it.reason), kroner(Some(it.amount)), day(it.claimed_on), day(it.paid_on), text(&it.note)]));
    let columns = [
        ("reason", ColumnKind::Text, 30),
        ("amount_kr", ColumnKind::Number, 18),
        ("claimed", ColumnKind::Date, 14),
        ("paid", ColumnKind::Date, 14),
        ("note", ColumnKind::Text, 24),
    ];
    blocks.extend(table("repayments", &columns, repayments.collect(), language));
    let year = |year: i32| Cell::text(year.to_string());
    let moved = money.carry_overs.iter().map(|it| {
        row(vec![
            year(it.from_year),
            year(it.to_year),
            kroner(Some(it.amount)),
            day(it.asked_on),
            day(it.approved_on),
            text(&it.note),
        ])
    });
    let columns = [
        ("from_year", ColumnKind::Text, 12),
        ("to_year", ColumnKind::Text, 12),
        ("amount_kr", ColumnKind::Number, 18),
        ("asked", ColumnKind::Date, 14),
        ("approved_on", ColumnKind::Date, 14),
        ("note", ColumnKind::Text, 30),
    ];
    blocks.extend(table("carry_overs", &columns, moved.collect(), language));
    let mut spending: Vec<Row> = money
        .spending
        .iter()
        .map(|it| row(vec![Cell::Date { date: it.booked_on }, Cell::text(&it.voucher), text(&it.text), kroner(Some(it.amount))]))
        .collect();
    sum(&mut spending, 4, &[3], language);
    let columns = [
        ("booked", ColumnKind::Date, 14),
        ("voucher", ColumnKind::Text, 18),
        ("text", ColumnKind::Text, 48),
        ("amount_kr", ColumnKind::Number, 20),
    ];
    blocks.extend(table("spending", &columns, spending, language));
    blocks
}

/// What own money is meant to bring, by year.
pub fn effects(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let mut rows: Vec<Row> = Vec::new();
    for (year, sums) in of.effect.years.iter().map(|sums| (sums.year, sums)) {
        let amounts: [Money; 5] = [sums.gross, sums.refund, sums.net, sums.invested, sums.balance];
        let mut cells = vec![Cell::text(year.map(|year| year.to_string()).unwrap_or_default())];
        cells.extend(amounts.map(|amount| kroner(Some(amount))));
        rows.push(row(cells));
    }
    sum(&mut rows, 6, &[1, 2, 3, 4, 5], language);
    let columns = [
        ("year", ColumnKind::Text, 10),
        ("gross_kr", ColumnKind::Number, 18),
        ("refund_kr", ColumnKind::Number, 18),
        ("net_kr", ColumnKind::Number, 18),
        ("invested_kr", ColumnKind::Number, 18),
        ("balance_kr", ColumnKind::Number, 18),
    ];
    // Nothing is expected where nobody has said so: own money alone is no effect.
    part("effects", &columns, if of.effect.effects.is_empty() { Vec::new() } else { rows }, language)
}
