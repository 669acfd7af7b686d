//! The budgets of an application of the example.

use crate::applications::ApplicationPartner;
use crate::budgets::{Budget, BudgetCell, BudgetLine, Method};
use crate::error::{Error, ErrorCode, Result};
use crate::import::example::{ExampleBudget, ExampleLine};
use crate::store::Tx;
use crate::store::records::{records, save};

/// Writes the versions in order.
pub fn write(tx: &mut Tx<'_>, application_id: u32, budgets: &[ExampleBudget]) -> Result<()> {
    let partners: Vec<ApplicationPartner> = records(tx.connection(), "WHERE application_id = ?1", [application_id])?;
    let mut lines: &[ExampleLine] = &[];
    for (position, it) in (1..).zip(budgets) {
        lines = it.lines.as_deref().unwrap_or(lines);
        let draft = Budget {
            id: 0,
            version: 0,
            application_id,
            position,
            kind: it.kind,
            title: String::new(),
            period: it.period,
            first_year: it.first_year,
            last_year: it.last_year,
            vat: it.vat,
            financing_vat: it.financing_vat,
            in_force: false,
            in_force_on: None,
            letter: it.letter.clone(),
            document_id: None,
            indexed: false,
            note: it.note.clone(),
        };
        let id = save(tx, &draft)?;
        for (number, it) in (1..).zip(lines) {
            line(tx, &partners, id, number, it)?;
        }
        if it.in_force {
            save(tx, &Budget { id, version: 1, in_force: true, in_force_on: it.in_force_on, ..draft })?;
        }
    }
    Ok(())
}

/// Writes a line with what stands in its years.
fn line(tx: &mut Tx<'_>, partners: &[ApplicationPartner], budget_id: u32, number: u32, it: &ExampleLine) -> Result<()> {
    let partner = it.partner.as_ref().and_then(|name| partners.iter().find(|partner| partner.name == *name));
    let line = BudgetLine {
        category: it.category.clone(),
        text: it.text.clone(),
        method: it.method,
        unit: it.unit.clone(),
        note: it.note.clone(),
        source: it.source,
        own_form: it.own_form,
        origin: it.origin.clone(),
        partner_id: partner.map(|partner| partner.id),
        ..BudgetLine::empty(budget_id, number, number - 1, it.side)
    };
    let budget_line_id = save(tx, &line)?;
    for cell in &it.cells {
        let amount = match it.method {
            Method::Amount => cell.amount,
            Method::Units | Method::Hours | Method::Fte => {
                let reckoned = cell.quantity.zip(cell.rate).and_then(|(quantity, rate)| quantity.at(rate));
                Some(
                    reckoned
                        .ok_or_else(|| Error::new(ErrorCode::Unforeseen).because(format!("{} cannot be reckoned", it.text)))?,
                )
            }
        };
        let (quantity, rate) = (cell.quantity, cell.rate);
        save(
            tx,
            &BudgetCell { id: 0, version: 0, budget_line_id, year: cell.year, period: cell.period, quantity, rate, amount },
        )?;
    }
    Ok(())
}
