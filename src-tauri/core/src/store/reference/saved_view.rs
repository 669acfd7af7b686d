//! Saved views.

use rusqlite::params;

use crate::error::Result;
use crate::ops::Op;
use crate::store::Store;
use crate::store::reference::save::{exists, put, required, values};
use crate::store::refuse::{invalid, taken};
use crate::views::{Changed, SavedView};

impl Store {
    /// Saves a view: a new one (row id 0), or another choice or name for one that is there. Answers with those of its screen.
    ///
    /// # Errors
    /// `field_required`, `field_invalid`, `field_taken`, each naming the field; those of [`Store::transact`].
    pub fn saved_view_save(&mut self, view: &SavedView) -> Result<Changed<Vec<SavedView>>> {
        let (screen, name) = (required("screen", &view.screen)?, required("name", &view.name)?);
        if serde_json::from_str::<serde_json::Value>(&view.definition).is_err() {
            return Err(invalid("definition", &view.definition, "{}"));
        }
        let committed = self.transact(Op::ViewSave, |tx| {
            let sql = "SELECT id FROM saved_view WHERE screen = ?1 AND name = ?2 AND id <> ?3";
            if exists(tx.connection(), sql, params![screen, name, view.id])? {
                return Err(taken("name", name));
            }
            let values = values([("screen", screen), ("name", name), ("definition", &view.definition)]);
            put(tx, "saved_view", view.id, view.version, values)
        })?;
        Ok(Changed { view: self.saved_views(screen)?, changed: committed.changed })
    }

    /// Removes a saved view. Answers with those left on the screen it belonged to.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn saved_view_delete(&mut self, id: u32, version: u32) -> Result<Changed<Vec<SavedView>>> {
        let committed = self.transact(Op::ViewDelete, |tx| {
            let row = tx.row("saved_view", i64::from(id))?;
            tx.delete("saved_view", i64::from(id), i64::from(version))?;
            Ok(row.and_then(|row| row.get("screen").and_then(|screen| screen.as_str().map(str::to_owned))).unwrap_or_default())
        })?;
        Ok(Changed { view: self.saved_views(&committed.value)?, changed: committed.changed })
    }
}
