//! A person's correction of our reading of an initiative.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::catalogue::searched;
use crate::error::Result;
use crate::ops::Op;
use crate::store::{Row, Store};
use crate::views::{Changed, InitiativeCorrection, InitiativeView};

impl Store {
    /// Corrects the reading of an initiative; title and amounts are the agreement's own. The reason given for »can apply« is dropped
    /// when that changes, and the English of the applicants when the Danish does: they would say what no longer holds.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn initiative_correct(
        &mut self,
        correction: &InitiativeCorrection,
        as_of: NaiveDate,
        municipality_code: &str,
    ) -> Result<Changed<InitiativeView>> {
        let InitiativeCorrection { id, version, .. } = *correction;
        let committed = self.transact(Op::InitiativeCorrect, |tx| {
            let before = tx.row("initiative", i64::from(id))?.unwrap_or_default();
            let was = |column: &str| before.get(column).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
            let mut changes = Row::new();
            let mut set = |column: &str, text: &str| changes.insert(column.to_owned(), text.into());

            let can_apply = correction.can_apply.code();
            set("can_apply", can_apply);
            if can_apply != was("can_apply") {
                set("can_apply_reason_da", "");
                set("can_apply_reason_en", "");
            }
            let applicants = correction.applicants.trim();
            let applicants_en = if applicants == was("applicants_da") { was("applicants_en") } else { String::new() };
            set("can_apply_place", correction.can_apply_place.trim());
            set("applicants_da", applicants);
            set("applicants_en", &applicants_en);
            set("authority", correction.authority.trim());
            set("summary", correction.summary.trim());

            let of_pools = pool_texts(tx.connection(), id)?;
            let (title, title_en) = (was("title_da"), was("title_en"));
            let [spelt, plain] = searched(
                [&title, &title_en, correction.summary.trim(), correction.authority.trim(), applicants, &applicants_en]
                    .into_iter()
                    .chain(of_pools.iter().map(String::as_str)),
            );
            set("search_spelt", &spelt);
            set("search_plain", &plain);
            tx.update("initiative", i64::from(id), i64::from(version), changes)
        })?;
        let view = self.initiative(id, as_of, municipality_code)?;
        Ok(Changed { view, changed: committed.changed })
    }
}

/// Titles and accounts of an initiative's pools, in the order they were read in.
fn pool_texts(conn: &Connection, initiative: u32) -> Result<Vec<String>> {
    let mut statement =
        conn.prepare_cached("SELECT title_da, title_en, account FROM pool WHERE initiative_id = ?1 ORDER BY position")?;
    let mut rows = statement.query([initiative])?;
    let mut texts = Vec::new();
    while let Some(r) = rows.next()? {
        texts.extend([r.get(0)?, r.get(1)?, r.get(2)?]);
    }
    Ok(texts)
}
