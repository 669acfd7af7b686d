//! What a sheet can name, from the file.

use rusqlite::{Connection, Params, Row};

use crate::error::Result;
use crate::import::intake::{Known, KnownApplication, KnownInitiative, KnownName, KnownPool};
use crate::views::IntakeTarget;

/// All that a sheet of this kind can name, in the municipality.
pub fn known(conn: &Connection, target: IntakeTarget, municipality: u32) -> Result<Known> {
    let mut known = Known {
        // Of two agreements the newest comes last, and its numbers count.
        initiatives: all(
            conn,
            "SELECT initiative.id, number, initiative.title_da FROM initiative JOIN agreement ON agreement.id = agreement_id \
             ORDER BY agreement.date, agreement.id, number",
            [],
            |r| Ok(KnownInitiative { id: r.get(0)?, number: r.get(1)?, title: r.get(2)? }),
        )?,
        pools: all(
            conn,
            "SELECT pool.id, pool.key, pool.title_da, pool.authority, initiative.number, own \
             FROM pool LEFT JOIN initiative ON initiative.id = initiative_id ORDER BY pool.id",
            [],
            |r| {
                let (id, key, title, funder) = (r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?);
                Ok(KnownPool { id, key, title, funder, initiative: r.get(4)?, own: r.get(5)? })
            },
        )?,
        ..Known::default()
    };
    if target == IntakeTarget::Applications {
        let name = |r: &Row<'_>| Ok(KnownName { id: r.get(0)?, name: r.get(1)?, short_name: r.get(2)? });
        let of = [municipality];
        known.departments =
            all(conn, "SELECT id, name, short_name FROM department WHERE municipality_id = ?1 ORDER BY id", of, name)?;
        known.committees =
            all(conn, "SELECT id, name, short_name FROM committee WHERE municipality_id = ?1 ORDER BY id", of, name)?;
        known.people = all(conn, "SELECT id, name, '' FROM person WHERE municipality_id = ?1 ORDER BY id", of, name)?;
        known.applications = all(
            conn,
            "SELECT application.id, title, CASE WHEN funder <> '' THEN funder ELSE coalesce(pool.authority, '') END, \
             journal_number FROM application LEFT JOIN pool ON pool.id = pool_id WHERE municipality_id = ?1 ORDER BY application.id",
            of,
            |r| Ok(KnownApplication { id: r.get(0)?, title: r.get(1)?, funder: r.get(2)?, journal_number: r.get(3)? }),
        )?;
    }
    Ok(known)
}

fn all<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map(params, read)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}
