//! The manager's page.

mod attention;
mod deadlines;
mod known;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::applications::{Counted, Stage, amount_of, by_stage, hit_rate, hit_rates};
use crate::error::Result;
use crate::store::Store;
use crate::store::committee::Paper;
use crate::views::{Attention, DeadlineItem, DecisionRow, OverviewView, PointOutcome, ReadingView};
pub(in crate::store) use known::Known;
use known::Work;

/// What needs action in a municipality on a day, the most urgent first, and its days to keep.
///
/// # Errors
/// Those of reading the file.
pub(in crate::store) fn attention(
    conn: &Connection,
    municipality: u32,
    as_of: NaiveDate,
) -> Result<(Vec<Attention>, Vec<DeadlineItem>)> {
    let known = Known::load(conn, municipality, None, (as_of, true))?;
    Ok((attention::attention(&known), known.days))
}

impl Store {
    /// What needs action, the pipeline, the hit rate and the decisions since a day (all of them where none is named), as they stood
    /// on a day; for all committees or one.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn overview(
        &self,
        municipality: u32,
        committee: Option<u32>,
        as_of: NaiveDate,
        since: Option<NaiveDate>,
    ) -> Result<OverviewView> {
        let known = self.query(|connection| Known::load(connection, municipality, committee, (as_of, true)))?;
        Ok(overview_of(&known, committee, since))
    }
}

/// The manager's page, of what is known.
pub(in crate::store) fn overview_of(known: &Known, committee: Option<u32>, since: Option<NaiveDate>) -> OverviewView {
    // What has no day is listed, not counted.
    let (dated, undated): (Vec<&Work>, Vec<&Work>) = known.applications.iter().partition(|work| work.row.stage_since.is_some());
    let counted: Vec<Counted> = dated.into_iter().map(counted).collect();
    let of = |wanted: fn(Stage) -> bool| counted.iter().filter(move |application| wanted(application.stage));
    OverviewView {
        as_of: known.as_of,
        attention: attention::attention(known),
        applied: amount_of(of(|stage| stage == Stage::Submitted), |application| application.requested),
        granted: amount_of(of(|stage| stage.is_granted() && !stage.is_end()), |application| application.awarded),
        conditional: amount_of(of(|stage| stage == Stage::ConditionallyGranted), |application| application.awarded),
        stages: by_stage(&counted),
        hit_rate: hit_rate("", counted.iter()),
        by_department: hit_rates(&counted, |application| &application.department),
        by_authority: hit_rates(&counted, |application| &application.funder),
        decisions: decisions(known, committee, since),
        deadlines: deadlines::deadlines(known),
        undated: undated.into_iter().map(|work| work.row.id).collect(),
    }
}

fn counted(Work { row, answer, .. }: &Work) -> Counted {
    Counted {
        id: row.id,
        stage: row.stage,
        requested: row.our_requested,
        awarded: row.our_awarded,
        answer: *answer,
        department: row.department.clone().unwrap_or_default(),
        funder: row.funder.clone(),
    }
}

/// What was decided from a day on and by the day of the view, newest first. What has no day comes last, and only where no day is
/// asked for.
fn decisions(known: &Known, committee: Option<u32>, since: Option<NaiveDate>) -> Vec<DecisionRow> {
    let mut decisions = Vec::new();
    for (paper, _) in &known.cases {
        let readings = paper.readings.iter().filter(|reading| {
            let day = reading.reading.meeting_date;
            let in_time =
                day.is_none_or(|day| day <= known.as_of) && since.is_none_or(|since| day.is_some_and(|day| day >= since));
            in_time && !reading.decisions.is_empty() && committee.is_none_or(|id| reading.reading.committee_id == id)
        });
        decisions.extend(readings.map(|reading| decision(paper, reading)));
    }
    decisions.sort_by_key(|decision| std::cmp::Reverse(decision.on));
    decisions
}

fn decision(paper: &Paper, reading: &ReadingView) -> DecisionRow {
    let outcome = |decision: &crate::committee::PointDecision| {
        let point = paper.points.iter().find(|point| point.point.id == decision.case_point_id)?;
        Some(PointOutcome { label: point.label.clone(), outcome: decision.outcome })
    };
    DecisionRow {
        case_id: paper.case.id,
        title: paper.case.title.clone(),
        committee: reading.short_name.clone(),
        on: reading.reading.meeting_date,
        outcomes: reading.decisions.iter().filter_map(outcome).collect(),
    }
}
