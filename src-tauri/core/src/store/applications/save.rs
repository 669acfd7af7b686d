//! Changing and removing an application itself.

use crate::applications::{Application, ApplicationStep, Appropriation};
use crate::budgets::{Budget, Effect, Spending, SpendingForecast, Terms};
use crate::error::{Error, ErrorCode, Result};
use crate::record::{Cell, Record, filled};
use crate::store::applications::detail::of;
use crate::store::applications::part::TABLES;
use crate::store::applications::rows::live;
use crate::store::budgets::{lines, remove_lines};
use crate::store::records::{only, record, remove, remove_where, write};
use crate::store::{Row, Tx};
use crate::views::QuickChange;

/// Changes the application; never whose it is.
pub(super) fn save(tx: &mut Tx<'_>, application: &Application) -> Result<()> {
    application.check()?;
    if application.pool_id.is_none() {
        filled("funder", &application.funder)?;
    }
    if let (Some(start), Some(end)) = (application.period_start, application.period_end)
        && end.last_day() < start.first_day()
    {
        return Err(Error::new(ErrorCode::PeriodReversed).in_field("period_end"));
    }
    let mut columns = application.columns();
    columns.remove("municipality_id");
    write::<Application>(tx, application.id, application.version, columns).map(drop)
}

/// Changes what the list edits.
pub(super) fn quick_save(tx: &mut Tx<'_>, change: &QuickChange) -> Result<()> {
    filled("title", &change.title)?;
    let mut columns = only("title", change.title.to_cell());
    columns.extend(only("owner_id", change.owner_id.to_cell()));
    columns.extend(only("department_id", change.department_id.to_cell()));
    columns.extend(only("requested_oere", change.requested.to_cell()));
    write::<Application>(tx, change.id, change.version, columns).map(drop)
}

/// Removes an application that was never sent, with all that belongs to it. The content of its documents stays.
pub(super) fn delete(tx: &mut Tx<'_>, id: u32, version: u32) -> Result<()> {
    let application: Application = record(tx.connection(), id)?;
    tx.update("application", i64::from(id), i64::from(version), Row::new())?;
    let steps: Vec<ApplicationStep> = of(tx.connection(), id, "position")?;
    if live(&steps).any(|step| step.stage.is_sent()) {
        return Err(Error::new(ErrorCode::ApplicationSent).with("record", application.title));
    }
    remove_nested(tx, id)?;
    remove::<Application>(tx, id, version, &TABLES.map(|table| (table, "application_id")))
}

/// Removes what hangs on the parts of an application, before those.
fn remove_nested(tx: &mut Tx<'_>, id: u32) -> Result<()> {
    for appropriation in of::<Appropriation>(tx.connection(), id, "id")? {
        remove_where(tx, "appropriation_year", "appropriation_id", appropriation.id)?;
    }
    for effect in of::<Effect>(tx.connection(), id, "id")? {
        remove_where(tx, "effect_year", "effect_id", effect.id)?;
    }
    for terms in of::<Terms>(tx.connection(), id, "id")? {
        remove_where(tx, "terms_rule", "terms_id", terms.id)?;
        remove_where(tx, "date_rule", "terms_id", terms.id)?;
    }
    remove_where(tx, Spending::TABLE, "application_id", id)?;
    for budget in of::<Budget>(tx.connection(), id, "id")? {
        for line in lines(tx.connection(), budget.id)? {
            remove_where(tx, SpendingForecast::TABLE, "budget_line_id", line.id)?;
        }
        remove_lines(tx, budget.id)?;
    }
    Ok(())
}
