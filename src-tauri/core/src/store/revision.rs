//! Which file it is, and how far it has come.

use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorCode, Result};
use crate::office::{Committee, Person};
use crate::store::Store;
use crate::store::records::record;
use crate::views::{CalendarScope, Revision};

impl Store {
    /// Which file it is, and how far it has come.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn revision(&self) -> Result<Revision> {
        self.query(|connection| {
            let of = |order: &str| {
                let sql = format!("SELECT id, at, actor, kind FROM operation ORDER BY id {order} LIMIT 1");
                connection.query_row(&sql, [], |row| {
                    Ok((row.get::<_, u32>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?, row.get::<_, String>(3)?))
                })
            };
            let (first, newest) = (of("ASC")?, of("DESC")?);
            let digest = Sha256::digest(format!("{}\n{}\n{}", first.1, first.2, first.3));
            let identity = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            let at = newest.1.parse().map_err(|error| Error::new(ErrorCode::Unforeseen).because(error))?;
            Ok(Revision { identity, sequence: newest.0, at })
        })
    }

    /// What a calendar of these days is called: »Tilsagn: Lyngby-Taarbæk – BIU«.
    ///
    /// # Errors
    /// `record_changed` where the person or committee is gone; those of reading the file.
    pub fn calendar_name(&self, municipality: u32, scope: &CalendarScope) -> Result<String> {
        let place = self.office(municipality)?.municipality.name;
        let of = self.query(|connection| {
            Ok(match scope {
                CalendarScope::All => None,
                CalendarScope::Person(id) => Some(record::<Person>(connection, *id)?.name),
                CalendarScope::Committee(id) => Some(record::<Committee>(connection, *id)?.short_name),
            })
        })?;
        Ok(of.map_or_else(|| format!("Tilsagn: {place}"), |of| format!("Tilsagn: {place} – {of}")))
    }
}
