//! Which committee a pool belongs to: the same wherever a paper or a page is narrowed to one committee.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::error::Result;
use crate::store::committee::Paper;
use crate::views::{ApplicationRow, PoolView};

/// Committees, each with the pools that are theirs: those their cases are about or list in an appendix, and those their applications
/// are to.
pub struct PoolsOfCommittees {
    /// In the order of the appendices, those of the newest case first.
    appended: Vec<(u32, u32)>,
    others: Vec<(u32, u32)>,
}

impl PoolsOfCommittees {
    /// Whose the pools are by these cases and applications.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn load<'a>(
        conn: &Connection,
        cases: impl Iterator<Item = &'a Paper>,
        applications: impl Iterator<Item = &'a ApplicationRow>,
    ) -> Result<PoolsOfCommittees> {
        let in_appendices = in_appendices(conn)?;
        let (mut appended, mut others) = (Vec::new(), Vec::new());
        let mut newest: Vec<&Paper> = cases.collect();
        newest.sort_by_key(|paper| std::cmp::Reverse((paper.known_from(), paper.case.id)));
        for paper in newest {
            let asked = paper.points.iter().flat_map(|point| &point.subjects).filter_map(|subject| subject.pool_id);
            let asked: Vec<u32> = asked.collect();
            for committee in paper.readings.iter().map(|reading| reading.reading.committee_id) {
                let of_case = in_appendices.iter().filter(|(case, _)| *case == paper.case.id);
                appended.extend(of_case.map(|(_, pool)| (committee, *pool)));
                others.extend(asked.iter().map(|pool| (committee, *pool)));
            }
        }
        for row in applications {
            let pools = row.committee_ids.iter().filter_map(|committee| Some((*committee, row.pool_id?)));
            others.extend(pools);
        }
        Ok(PoolsOfCommittees { appended, others })
    }

    /// Whether a pool is a committee's; one that lies inside another is whose that one is.
    pub fn is_of(&self, pool: &PoolView, committee: u32) -> bool {
        self.committees(pool).contains(&committee)
    }

    /// The committees a pool belongs to; none where it has been put to none.
    pub fn committees(&self, pool: &PoolView) -> BTreeSet<u32> {
        let is = |id: u32| id == pool.id || Some(id) == pool.parent_id;
        self.appended.iter().chain(&self.others).filter(|(_, id)| is(*id)).map(|(committee, _)| *committee).collect()
    }

    /// Where a pool stands in the appendices of a committee's cases; after all others where it stands in none.
    pub fn place(&self, pool: u32, committee: u32) -> usize {
        self.appended.iter().position(|pair| *pair == (committee, pool)).unwrap_or(usize::MAX)
    }
}

/// The pools a person has put in appendices, by case and in their order.
fn in_appendices(conn: &Connection) -> Result<Vec<(u32, u32)>> {
    const SQL: &str = "SELECT committee_case_id, pool_id FROM case_appendix_pool \
                       JOIN case_appendix ON case_appendix.id = case_appendix_id \
                       ORDER BY committee_case_id, case_appendix.position, case_appendix_pool.position, case_appendix_pool.id";
    let mut statement = conn.prepare_cached(SQL)?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
