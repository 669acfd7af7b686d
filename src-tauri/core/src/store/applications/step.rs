//! Steps from stage to stage, and back.

use chrono::NaiveDate;

use crate::applications::*;
use crate::calendar::{PartialDate, parse_time};
use crate::error::{Error, ErrorCode, Result};
use crate::record::{Cell, filled, tidy};
use crate::store::applications::create::certain_by;
use crate::store::applications::detail::{detail, facts, of};
use crate::store::applications::rows::live;
use crate::store::budgets::freeze_applied;
use crate::store::records::{only, save, write};
use crate::store::refuse::invalid;
use crate::store::{Row, Tx};
use crate::views::StepDraft;

/// Takes a step: its own row, the amounts and the funder's reference it brings, the conditions of a grant; what is sent takes the
/// budget it was sent with into force.
pub(super) fn advance(tx: &mut Tx<'_>, step: &StepDraft, actor: &str, today: NaiveDate) -> Result<()> {
    let id = step.application_id;
    let view = detail(tx.connection(), id, today)?;
    let title = &view.application.title;
    let sends = step.stage == Stage::Submitted;
    let grants = matches!(step.stage, Stage::Granted | Stage::ConditionallyGranted);

    let mut changes = Row::new();
    if let Some(requested) = step.requested.filter(|_| sends) {
        changes.insert("requested_oere".to_owned(), requested.to_cell());
    }
    if let Some(awarded) = step.awarded.filter(|_| grants) {
        changes.insert("awarded_oere".to_owned(), awarded.to_cell());
    }
    if !step.funder_reference.trim().is_empty() {
        changes.insert("funder_reference".to_owned(), step.funder_reference.to_cell());
    }
    // Also where nothing is changed: the version the person saw must be the one that stands.
    write::<Application>(tx, id, step.version, changes)?;

    if !next_stages(view.row.stage).contains(&step.stage) {
        return Err(Error::new(ErrorCode::StepNotPossible).with("record", title));
    }
    let lacks = missing(step.stage, &with_form(&facts(tx.connection(), &view)?, step));
    let blocking: Vec<&str> = lacks.iter().filter(|it| it.blocks).map(|it| it.missing.code()).collect();
    if !blocking.is_empty() {
        return Err(Error::new(ErrorCode::StepBlocked).with("record", title).with("missing", blocking.join(",")));
    }
    certain_by("taken_on", step.taken_on, today)?;
    let taken_time = time("taken_time", step.taken_time.as_deref())?;
    let steps: Vec<ApplicationStep> = of(tx.connection(), id, "position")?;
    not_before(step.taken_on, live(&steps).filter_map(|step| step.taken_on).next_back())?;
    let taken = ApplicationStep {
        id: 0,
        version: 0,
        application_id: id,
        position: steps.last().map_or(1, |last| last.position + 1),
        stage: step.stage,
        taken_on: step.taken_on,
        taken_time,
        person: actor.to_owned(),
        reason: step.reason.clone(),
        journalised: step.journalised,
        record_number: step.record_number.clone(),
        taken_back_on: None,
        taken_back_reason: String::new(),
    };
    save(tx, &taken)?;
    if sends {
        freeze_applied(tx, id, step.taken_on)?;
    }
    for condition in step.conditions.iter().filter(|_| step.stage == Stage::ConditionallyGranted) {
        let (text, due_on) = (condition.text.clone(), condition.due_on);
        save(
            tx,
            &ApplicationCondition { id: 0, version: 0, application_id: id, text, due_on, closed_on: None, answer: String::new() },
        )?;
    }
    Ok(())
}

/// The facts as they will be when the step's form is kept.
fn with_form(facts: &Facts, step: &StepDraft) -> Facts {
    let new = step.conditions.iter().filter(|condition| !condition.text.trim().is_empty()).count();
    let new = u32::try_from(new).unwrap_or(u32::MAX);
    Facts {
        dated: step.taken_on.is_some(),
        reasoned: !tidy(&step.reason).is_empty(),
        requested: facts.requested || step.requested.is_some(),
        awarded: facts.awarded || step.awarded.is_some(),
        conditions: facts.conditions.saturating_add(new),
        journalised: step.journalised,
        ..*facts
    }
}

/// Marks the newest step as a mistake.
pub(super) fn step_back(tx: &mut Tx<'_>, id: u32, version: u32, reason: &str, today: NaiveDate) -> Result<()> {
    tx.update("application", i64::from(id), i64::from(version), Row::new())?;
    filled("reason", reason)?;
    let view = detail(tx.connection(), id, today)?;
    let steps: Vec<ApplicationStep> = of(tx.connection(), id, "position")?;
    let mut newest_first = live(&steps).rev();
    let (Some(newest), Some(_)) = (newest_first.next(), newest_first.next()) else {
        return Err(Error::new(ErrorCode::StepNotPossible).with("record", &view.application.title));
    };
    let mut changes = only("taken_back_on", today.to_cell());
    changes.extend(only("taken_back_reason", reason.trim()));
    tx.update("application_step", i64::from(newest.id), i64::from(newest.version), changes).map(drop)
}

/// Corrects the day, time, reason or filing of a step. It stays between the steps beside it.
pub(super) fn correct(tx: &mut Tx<'_>, step: &ApplicationStep, today: NaiveDate) -> Result<()> {
    certain_by("taken_on", step.taken_on, today)?;
    let steps: Vec<ApplicationStep> = of(tx.connection(), step.application_id, "position")?;
    if steps.iter().any(|found| found.id == step.id && found.taken_back_on.is_none()) {
        let (before, after): (Vec<&ApplicationStep>, _) =
            live(&steps).filter(|found| found.id != step.id).partition(|found| found.position < step.position);
        not_before(step.taken_on, before.iter().rev().find_map(|found| found.taken_on))?;
        if let (Some(day), Some(next)) = (step.taken_on, after.iter().find_map(|found| found.taken_on))
            && day.first_day() > next.last_day()
        {
            return Err(invalid("taken_on", day, next));
        }
    }
    let mut changes = only("taken_on", step.taken_on.to_cell());
    changes.extend(only("taken_time", time("taken_time", step.taken_time.as_deref())?.to_cell()));
    changes.extend(only("reason", step.reason.to_cell()));
    changes.extend(only("journalised", step.journalised.to_cell()));
    changes.extend(only("record_number", step.record_number.to_cell()));
    tx.update("application_step", i64::from(step.id), i64::from(step.version), changes).map(drop)
}

/// Refuses a day that is certainly before the step it follows.
fn not_before(day: Option<PartialDate>, earliest: Option<PartialDate>) -> Result<()> {
    match (day, earliest) {
        (Some(day), Some(earliest)) if day.last_day() < earliest.first_day() => Err(invalid("taken_on", day, earliest)),
        _ => Ok(()),
    }
}

/// A time of day; an empty one is none.
fn time(field: &str, text: Option<&str>) -> Result<Option<String>> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => parse_time(text).map(Some).ok_or_else(|| invalid(field, text, "12:00")),
    }
}
