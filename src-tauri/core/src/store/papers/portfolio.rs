//! What the list of decisions is made of.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::applications::Stage;
use crate::committee::PointSubject;
use crate::error::Result;
use crate::office::Committee;
use crate::report::{CommitteePage, DecisionCase, DecisionRow, Portfolio, point_text};
use crate::store::committee::{Paper, Point};
use crate::store::overview::Known;
use crate::store::records::records;
use crate::views::{PoolStanding, PoolView, ReadingView};
use crate::words::Language;

/// The list as it stood on a day, for all committees or one, and how many closed items are left out of it.
///
/// # Errors
/// Those of reading the file.
pub fn portfolio(
    conn: &Connection,
    municipality: u32,
    committee: Option<u32>,
    (as_of, closed): (NaiveDate, bool),
    language: Language,
) -> Result<(Portfolio, u32)> {
    let mut known = Known::load(conn, municipality, None, (as_of, closed))?;
    let mut committees: Vec<Committee> = records(conn, "WHERE municipality_id = ?1", [municipality])?;
    committees.retain(|one| committee.is_none_or(|id| one.id == id));
    committees.sort_by_cached_key(|one| crate::fold::danish_order(&one.name));
    let is_read = |paper: &Paper| paper.readings.iter().any(|it| committee.is_none_or(|id| it.reading.committee_id == id));
    let left_out = known.cases.iter().filter(|(paper, _)| paper.case.closed && !closed && is_read(paper)).count();
    let hidden: HashSet<u32> =
        known.cases.iter().map(|(paper, _)| &paper.case).filter(|it| it.closed && !closed).map(|it| it.id).collect();
    known.cases.retain(|(paper, _)| !hidden.contains(&paper.case.id));

    let of_committees = known.pools_of_committees(conn)?;
    let sources = Sources::of(&known, language);
    let mut pages = Vec::new();
    for committee in &committees {
        let page = page(&known, &sources, committee);
        if !page.cases.is_empty() || !page.others.is_empty() {
            pages.push(page);
        }
    }
    // What was put in an item that is not shown is not said to be put to nobody.
    let not_put = |standing: &PoolStanding| standing.stance.is_some() && standing.rests_on.is_none() && standing.put.is_none();
    let is_theirs = |pool: &PoolView| committee.is_none_or(|id| of_committees.is_of(pool, id));
    let not_put = known.pools.iter().filter(|(pool, standing)| is_theirs(pool) && not_put(standing));
    let not_put = not_put.map(|(pool, standing)| of_pool(pool, standing, language)).collect();
    Ok((Portfolio { committees: pages, not_put }, u32::try_from(left_out).unwrap_or(u32::MAX)))
}

/// Pools and applications by id.
struct Sources<'a> {
    pools: HashMap<u32, (&'a PoolView, &'a PoolStanding)>,
    applications: HashMap<u32, (&'a str, Stage, Option<u32>)>,
    language: Language,
}

impl<'a> Sources<'a> {
    fn of(known: &'a Known, language: Language) -> Sources<'a> {
        let applications = known.applications.iter().map(|work| &work.row);
        Sources {
            pools: known.pools.iter().map(|(pool, standing)| (pool.id, (pool, standing))).collect(),
            applications: applications.map(|row| (row.id, (row.title.as_str(), row.stage, row.pool_id))).collect(),
            language,
        }
    }
}

fn page(known: &Known, sources: &Sources<'_>, committee: &Committee) -> CommitteePage {
    let mut cases = Vec::new();
    let mut told: HashSet<u32> = HashSet::new();
    for (paper, promises) in &known.cases {
        for reading in paper.readings.iter().filter(|it| it.reading.committee_id == committee.id) {
            let rows = paper.points.iter().flat_map(|point| rows(paper, point, reading, sources, known.as_of)).collect();
            let held = reading.reading.meeting_date.is_some_and(|day| day <= known.as_of);
            let said = |text: &String| if held { text.clone() } else { String::new() };
            cases.push(DecisionCase {
                title: paper.case.title.clone(),
                kind: paper.case.kind,
                case_number: paper.case.case_number.clone(),
                item_number: reading.reading.item_number.clone(),
                meeting: reading.reading.meeting_date,
                held,
                closed: paper.case.closed,
                remarks: [&reading.reading.remark, &reading.reading.votes, &reading.reading.minority_statement].map(said),
                rows,
                // Nothing is promised before the committee has met.
                follow_ups: if held { promises.iter().map(|it| (it.text.clone(), it.due_on)).collect() } else { Vec::new() },
            });
            told.extend(subjects(paper).filter_map(|subject| subject.application_id));
            told.extend(applications_of_pools(paper, sources));
        }
    }
    cases.sort_by_key(|case| std::cmp::Reverse((case.meeting.is_none(), case.meeting)));
    let concerns = known.applications.iter().map(|work| &work.row).filter(|row| row.committee_ids.contains(&committee.id));
    let others = concerns.filter(|row| !told.contains(&row.id)).map(|row| (row.title.clone(), row.stage)).collect();
    CommitteePage { name: committee.name.clone(), cases, others }
}

fn subjects(paper: &Paper) -> impl Iterator<Item = &PointSubject> {
    paper.points.iter().flat_map(|point| &point.subjects)
}

fn applications_of_pools<'a>(paper: &'a Paper, sources: &'a Sources<'_>) -> impl Iterator<Item = u32> + 'a {
    let pools = subjects(paper).filter_map(|subject| subject.pool_id).filter_map(|id| sources.pools.get(&id));
    pools.flat_map(|(_, standing)| standing.applications.iter().map(|it| it.id))
}

/// A row for each thing a point is about; one for a point about nothing, unless others lie inside it and say it all.
fn rows(paper: &Paper, point: &Point, reading: &ReadingView, sources: &Sources<'_>, as_of: NaiveDate) -> Vec<DecisionRow> {
    let held = reading.reading.meeting_date.is_some_and(|day| day <= as_of);
    let on = |id: u32| reading.decisions.iter().find(|decision| decision.case_point_id == id);
    let decision = Some(point.point.id).filter(|_| held).and_then(on);
    let decision = decision.or_else(|| point.point.parent_id.filter(|_| held).and_then(on));
    let of_point = DecisionRow {
        label: point.label.clone(),
        recommendation: point_text(&point.label, &point.point.text),
        condition: paper.condition(&point.point).to_owned(),
        decision: decision.map(|decision| (decision.outcome, decision.text.clone())),
        ..DecisionRow::default()
    };
    if point.subjects.is_empty() {
        return vec![of_point];
    }
    let row = |subject: &PointSubject| {
        let mut row = of_point.clone();
        let application = subject.application_id.and_then(|id| sources.applications.get(&id));
        let pool = subject.pool_id.or_else(|| application.and_then(|(_, _, pool)| *pool));
        if let Some((pool, standing)) = pool.and_then(|id| sources.pools.get(&id)) {
            let of_pool = of_pool(pool, standing, sources.language);
            row.number = of_pool.number;
            row.title = of_pool.title;
            row.stance = of_pool.stance;
            row.reason = of_pool.reason;
            row.choice = standing.choice;
            row.applications = of_pool.applications;
        }
        if let Some((title, stage, _)) = application {
            row.title = (*title).to_owned();
            row.applications = vec![((*title).to_owned(), *stage)];
        }
        row
    };
    point.subjects.iter().map(row).collect()
}

fn of_pool(pool: &PoolView, standing: &PoolStanding, language: Language) -> DecisionRow {
    DecisionRow {
        number: pool.initiative.as_ref().map(|initiative| initiative.number),
        title: pool.title.in_language(language).to_owned(),
        stance: standing.stance,
        reason: standing.reason,
        assessment: standing.text.clone(),
        applications: standing.applications.iter().map(|it| (it.title.clone(), it.stage)).collect(),
        ..DecisionRow::default()
    }
}
