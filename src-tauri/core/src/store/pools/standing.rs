//! What a municipality thinks and chooses of one pool.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::pools::{Assessment, Choice, FinalChoice, OwnPool, Stance};
use crate::record::{Record, filled};
use crate::store::blame::gone;
use crate::store::committee::puts;
use crate::store::pools::own::pool_view;
use crate::store::pools::standings;
use crate::store::records::{record, records, save};
use crate::store::refuse::has_come;
use crate::store::schema::SCHEMA;
use crate::store::{Store, Tx};
use crate::views::{AssessmentDraft, Changed, ChoiceDraft, PoolStandingView};

impl Store {
    /// A pool with all that the municipality has thought and decided of it by a day.
    ///
    /// # Errors
    /// `record_changed` where the pool is gone.
    pub fn pool_standing(&self, pool: u32, municipality: u32, as_of: NaiveDate) -> Result<PoolStandingView> {
        self.query(|connection| standing(connection, pool, municipality, as_of))
    }

    /// Records an assessment, as a new version unless the same person made the newest one for the same day, which it then corrects.
    /// An initiative without a pool gets one of its own title.
    ///
    /// # Errors
    /// `field_required` for the reason where we do not apply, and for the pool where the initiative has several; `field_invalid` for a
    /// day that has not come; those of [`Store::transact`].
    pub fn assessment_save(
        &mut self,
        draft: &AssessmentDraft,
        municipality: u32,
        today: NaiveDate,
    ) -> Result<Changed<PoolStandingView>> {
        if draft.stance == Stance::DoNotApply && draft.reason.is_none() {
            return Err(Error::new(ErrorCode::FieldRequired).in_field("reason"));
        }
        has_come("assessed_on", draft.assessed_on, today)?;
        let assessed_on = draft.assessed_on.unwrap_or(today);
        let author = self.environment.actor.clone();
        let committed = self.transact(Op::AssessmentSave, |tx| {
            let pool_id = assessed_pool(tx, draft)?;
            let newest: Option<Assessment> = newest(tx.connection(), "assessed_on", pool_id, municipality)?;
            let corrected = newest.filter(|one| one.author == author && one.assessed_on == assessed_on);
            let assessment = Assessment {
                id: corrected.as_ref().map_or(0, Record::id),
                version: corrected.as_ref().map_or(0, Record::version),
                municipality_id: municipality,
                pool_id,
                stance: draft.stance,
                // A reason is one for not applying.
                reason: draft.reason.filter(|_| matches!(draft.stance, Stance::DoNotApply | Stance::ExistingPractice)),
                text: draft.text.clone(),
                author,
                assessed_on,
                application_hours: draft.application_hours,
                reporting_hours: draft.reporting_hours,
            };
            save(tx, &assessment)?;
            Ok(pool_id)
        })?;
        Ok(Changed { view: self.pool_standing(committed.value, municipality, today)?, changed: committed.changed })
    }

    /// Records the final choice, which answers the condition of a mandate. It corrects the newest where the same person made that for
    /// the same day.
    ///
    /// # Errors
    /// `field_required` for the reason where it is not to apply; `field_invalid` for a day that has not come; those of
    /// [`Store::transact`].
    pub fn choice_save(&mut self, draft: &ChoiceDraft, municipality: u32, today: NaiveDate) -> Result<Changed<PoolStandingView>> {
        if draft.choice == Choice::DoNotApply {
            filled("reason", &draft.reason)?;
        }
        has_come("chosen_on", draft.chosen_on, today)?;
        let chosen_on = draft.chosen_on.unwrap_or(today);
        let author = self.environment.actor.clone();
        let committed = self.transact(Op::ChoiceSave, |tx| {
            record::<OwnPool>(tx.connection(), draft.pool_id)?;
            let newest: Option<FinalChoice> = newest(tx.connection(), "chosen_on", draft.pool_id, municipality)?;
            let corrected = newest.filter(|one| one.author == author && one.chosen_on == chosen_on);
            let choice = FinalChoice {
                id: corrected.as_ref().map_or(0, Record::id),
                version: corrected.as_ref().map_or(0, Record::version),
                municipality_id: municipality,
                pool_id: draft.pool_id,
                choice: draft.choice,
                reason: draft.reason.clone(),
                author,
                chosen_on,
            };
            save(tx, &choice)
        })?;
        Ok(Changed { view: self.pool_standing(draft.pool_id, municipality, today)?, changed: committed.changed })
    }
}

fn standing(conn: &Connection, pool: u32, municipality: u32, as_of: NaiveDate) -> Result<PoolStandingView> {
    let view = pool_view(conn, pool, as_of)?;
    let outer = view.parent_id;
    let standing = standings(conn, &[view], municipality, as_of)?;
    let about = params![municipality, as_of.to_string(), pool, outer];
    let matches =
        |day: &str| format!("WHERE municipality_id = ?1 AND {day} <= ?2 AND pool_id IN (?3, ?4) ORDER BY {day} DESC, id DESC");
    let mut puts: Vec<_> = puts(conn, municipality, as_of)?
        .into_iter()
        .filter(|(subject, _)| subject.pool_id == Some(pool) || outer.is_some() && subject.pool_id == outer)
        .map(|(_, put)| put)
        .collect();
    puts.reverse();
    Ok(PoolStandingView {
        standing: standing.into_iter().next().ok_or_else(|| Error::new(ErrorCode::Unforeseen).because("no standing"))?,
        assessments: records(conn, &matches("assessed_on"), about)?,
        choices: records(conn, &matches("chosen_on"), about)?,
        puts,
    })
}

/// The newest record of a pool by a column with its day.
fn newest<R: Record>(conn: &Connection, day: &str, pool: u32, municipality: u32) -> Result<Option<R>> {
    let rest = format!("WHERE pool_id = ?1 AND municipality_id = ?2 ORDER BY {day} DESC, id DESC LIMIT 1");
    Ok(records(conn, &rest, [pool, municipality])?.pop())
}

/// The pool that is assessed: the one named, else the only outer one of the initiative, which is made where there is none.
fn assessed_pool(tx: &mut Tx<'_>, draft: &AssessmentDraft) -> Result<u32> {
    let several = || Error::new(ErrorCode::FieldRequired).in_field("pool_id");
    if let Some(pool) = draft.pool_id {
        return record::<OwnPool>(tx.connection(), pool).map(|pool| pool.id);
    }
    let initiative = draft.initiative_id.ok_or_else(several)?;
    let outer: Vec<OwnPool> =
        records(tx.connection(), "WHERE initiative_id = ?1 AND parent_id IS NULL ORDER BY position, id", [initiative])?;
    match outer.as_slice() {
        [] => pool_of_initiative(tx, initiative),
        [only] => Ok(only.id),
        _ => Err(several()),
    }
}

/// A pool of an initiative's own number and title, for one that has none.
fn pool_of_initiative(tx: &mut Tx<'_>, initiative: u32) -> Result<u32> {
    let Some(row) = tx.row("initiative", i64::from(initiative))? else {
        return Err(gone(tx.connection(), &SCHEMA, "initiative", i64::from(initiative))?);
    };
    let column = |name: &str| row.get(name).cloned().unwrap_or_default();
    let key = row.get("number").map(ToString::to_string).unwrap_or_default();
    let columns = [
        ("agreement_id", column("agreement_id")),
        ("initiative_id", initiative.into()),
        ("key", key.into()),
        ("title_da", column("title_da")),
        ("title_en", column("title_en")),
        ("authority", column("authority")),
        ("can_apply", column("can_apply")),
        ("own", 1.into()),
    ];
    let id = tx.insert("pool", columns.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())?;
    u32::try_from(id).map_err(|error| Error::new(ErrorCode::Unforeseen).because(error))
}
