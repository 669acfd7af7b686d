//! What a status for a committee is made of: each fact by its own date.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::applications::{ApplicationCondition, ApplicationStep, Stage};
use crate::budgets::Instalment;
use crate::committee::{CaseKind, FollowUp, PointSubject};
use crate::deadlines::{Deadline, DeadlineKind};
use crate::error::Result;
use crate::pools::{Effect, FinalChoice};
use crate::report::{CarriedOut, ConditionAnswer, DeadlineMoved, MoneyIn, Promise, Since, StageMove, Status, point_text};
use crate::store::applications::{grouped, live};
use crate::store::committee::{Paper, Point};
use crate::store::overview::Known;
use crate::store::records::records;
use crate::store::row;
use crate::views::{PoolStanding, PoolView, Text};
use crate::words::Language;

/// The day of the committee's last meeting before a day, as it is planned or as a case was read.
///
/// # Errors
/// Those of reading the file.
pub fn last_meeting(conn: &Connection, committee: u32, as_of: NaiveDate) -> Result<Option<NaiveDate>> {
    const SQL: &str = "SELECT max(day) FROM (SELECT held_on AS day FROM meeting WHERE committee_id = ?1 AND cancelled = 0 \
                       UNION ALL SELECT meeting_date FROM case_reading WHERE committee_id = ?1 AND chairman = 0) WHERE day < ?2";
    Ok(conn.prepare_cached(SQL)?.query_row(params![committee, as_of.to_string()], |r| row::optional_date(r, 0))?)
}

/// The status of a committee as it stood on a day, without the cases planned for it, and how many closed items are left out.
///
/// # Errors
/// Those of reading the file.
pub fn status(
    conn: &Connection,
    municipality: u32,
    (committee, since): (u32, Since),
    (as_of, closed): (NaiveDate, bool),
    language: Language,
) -> Result<(Status, u32)> {
    let mut known = Known::load(conn, municipality, Some(committee), (as_of, closed))?;
    let all = known.cases.len();
    known.cases.retain(|(paper, _)| !paper.case.closed || closed);
    let left_out = u32::try_from(all - known.cases.len()).unwrap_or(u32::MAX);
    let asked = Asked { conn, municipality, committee, since, as_of, language };
    let titles: HashMap<u32, &str> = known.applications.iter().map(|work| (work.row.id, work.row.title.as_str())).collect();
    let choices = asked.choices()?;
    let (reported, open) = asked.promises(&known)?;
    let status = Status {
        since,
        as_of,
        moves: asked.moves(&titles)?,
        decisions: asked.decisions(&known, &choices),
        answers: asked.answers(&known, &titles, &choices)?,
        received: asked.received(&titles)?,
        moved: asked.moved(&known, &titles)?,
        reported,
        open,
        coming: Vec::new(),
    };
    Ok((status, left_out))
}

struct Asked<'a> {
    conn: &'a Connection,
    municipality: u32,
    committee: u32,
    since: Since,
    as_of: NaiveDate,
    language: Language,
}

impl Asked<'_> {
    /// Whether a day is one that is told of.
    fn tells(&self, day: Option<NaiveDate>) -> Option<NaiveDate> {
        day.filter(|day| *day <= self.as_of && self.since.holds(*day))
    }

    fn moves(&self, titles: &HashMap<u32, &str>) -> Result<Vec<StageMove>> {
        let of = params![self.municipality, None::<u32>];
        let steps = grouped(self.conn, of, "position", |it: &ApplicationStep| it.application_id)?;
        let mut moves = Vec::new();
        for (id, steps) in steps {
            let Some(title) = titles.get(&id) else { continue };
            moves.extend(live(&steps).filter_map(|step| {
                let on = step.taken_on?;
                self.tells(Some(on.last_day()))?;
                let title = (*title).to_owned();
                Some((step.position, StageMove { on, title, stage: step.stage, reason: step.reason.clone() }))
            }));
        }
        moves.sort_by(|(a, one), (b, other)| (one.on.last_day(), &one.title, a).cmp(&(other.on.last_day(), &other.title, b)));
        Ok(moves.into_iter().map(|(_, it)| it).collect())
    }

    /// Every final choice by the day, the newest of each pool last.
    fn choices(&self) -> Result<Vec<FinalChoice>> {
        let by_then = params![self.municipality, self.as_of.to_string()];
        records(self.conn, "WHERE municipality_id = ?1 AND chosen_on <= ?2 ORDER BY chosen_on, id", by_then)
    }

    fn decisions(&self, known: &Known, choices: &[FinalChoice]) -> Vec<CarriedOut> {
        let mut all = Vec::new();
        for (paper, _) in &known.cases {
            for reading in paper.held(self.as_of).into_iter().filter(|it| it.reading.committee_id == self.committee) {
                let Some(on) = reading.reading.meeting_date.filter(|day| self.since.holds_decision(*day)) else { continue };
                for decision in &reading.decisions {
                    let decided = |point: &&Point| {
                        point.point.id == decision.case_point_id || point.point.parent_id == Some(decision.case_point_id)
                    };
                    let inside: Vec<&Point> = paper.points.iter().filter(decided).collect();
                    // A point that others lie inside is told by those.
                    let told = inside.iter().filter(|point| inside.len() == 1 || point.point.parent_id.is_some());
                    for point in told {
                        all.push(self.carried_out(known, choices, paper, (point, on), decision.outcome));
                    }
                }
            }
        }
        all.sort_by_key(|it| it.on);
        all
    }

    fn carried_out(
        &self,
        known: &Known,
        choices: &[FinalChoice],
        paper: &Paper,
        (point, on): (&Point, NaiveDate),
        outcome: crate::committee::Outcome,
    ) -> CarriedOut {
        let pools: Vec<&(PoolView, PoolStanding)> = point.subjects.iter().filter_map(|it| pool_of(known, it)).collect();
        let choice = pools
            .iter()
            .find_map(|(pool, _)| choices.iter().rfind(|it| it.pool_id == pool.id || Some(it.pool_id) == pool.parent_id));
        let mut applications: Vec<(String, Stage)> =
            pools.iter().flat_map(|(_, standing)| &standing.applications).map(|it| (it.title.clone(), it.stage)).collect();
        let own = point.subjects.iter().filter_map(|it| it.application_id);
        let own = own.filter_map(|id| known.applications.iter().find(|work| work.row.id == id));
        applications.extend(own.map(|work| (work.row.title.clone(), work.row.stage)));
        let approves = matches!(outcome.effect(), Effect::Approves | Effect::LeavesOpen);
        let asks = paper.case.kind == CaseKind::Decision && !paper.condition(&point.point).is_empty();
        CarriedOut {
            on,
            case: paper.case.title.clone(),
            point: format!("{}. {}", point.label, point_text(&point.label, &point.point.text)),
            outcome,
            applications,
            choice: choice.map(|it| it.choice),
            waits: asks && approves && choice.is_none() && !point.subjects.is_empty(),
        }
    }

    /// Conditions of a mandate that a final choice answered, and conditions of a grant that were met.
    fn answers(&self, known: &Known, titles: &HashMap<u32, &str>, choices: &[FinalChoice]) -> Result<Vec<ConditionAnswer>> {
        let mut answers = Vec::new();
        let shown: HashSet<u32> = known.cases.iter().map(|(paper, _)| paper.case.id).collect();
        for (pool, standing) in &known.pools {
            let put = standing.put.as_ref().filter(|put| !put.condition.is_empty() && shown.contains(&put.case_id));
            let chosen = choices.iter().rfind(|it| it.pool_id == pool.id);
            let (Some(put), Some(chosen)) = (put, chosen) else { continue };
            let Some(on) = self.tells(Some(chosen.chosen_on)) else { continue };
            let word = |language| match chosen.reason.is_empty() {
                true => chosen.choice.word(language).to_owned(),
                false => format!("{}: {}", chosen.choice.word(language), chosen.reason),
            };
            answers.push(ConditionAnswer {
                on,
                title: pool.title.in_language(self.language).to_owned(),
                condition: put.condition.clone(),
                answer: Text::new(word(Language::Da), word(Language::En)),
            });
        }
        let of = params![self.municipality, None::<u32>];
        for (id, conditions) in grouped(self.conn, of, "id", |it: &ApplicationCondition| it.application_id)? {
            let Some(title) = titles.get(&id) else { continue };
            answers.extend(conditions.into_iter().filter_map(|it| {
                let on = self.tells(it.closed_on)?;
                Some(ConditionAnswer { on, title: (*title).to_owned(), condition: it.text, answer: Text::new(it.answer, "") })
            }));
        }
        answers.sort_by(|a, b| (a.on, &a.title).cmp(&(b.on, &b.title)));
        Ok(answers)
    }

    fn received(&self, titles: &HashMap<u32, &str>) -> Result<Vec<MoneyIn>> {
        let of = params![self.municipality, None::<u32>];
        let mut received = Vec::new();
        for (id, instalments) in grouped(self.conn, of, "position", |it: &Instalment| it.application_id)? {
            let Some(application) = titles.get(&id) else { continue };
            received.extend(instalments.into_iter().filter_map(|it| {
                let on = self.tells(it.received_on)?;
                Some(MoneyIn { on, application: (*application).to_owned(), title: it.title, amount: it.received })
            }));
        }
        received.sort_by(|a, b| (a.on, &a.application, &a.title).cmp(&(b.on, &b.application, &b.title)));
        Ok(received)
    }

    /// Deadlines of calls that became known as moved, and days a person moved.
    fn moved(&self, known: &Known, titles: &HashMap<u32, &str>) -> Result<Vec<DeadlineMoved>> {
        const CALLS: &str = "SELECT pool_id, new.known_from, old.deadline, new.deadline, new.note_da FROM call_deadline AS new \
                             JOIN call_deadline AS old ON old.call_id = new.call_id AND old.position = new.position - 1 \
                             JOIN call ON call.id = new.call_id WHERE new.known_from <= ?1 AND old.deadline <> new.deadline";
        let word = |kind: DeadlineKind| Text::new(kind.word(Language::Da), kind.word(Language::En));
        let mut moved = Vec::new();
        {
            let mut statement = self.conn.prepare_cached(CALLS)?;
            let mut rows = statement.query([self.as_of.to_string()])?;
            while let Some(r) = rows.next()? {
                let pool: u32 = r.get(0)?;
                let Some((pool, _)) = known.pools.iter().find(|(it, _)| it.id == pool) else { continue };
                let Some(on) = self.tells(row::optional_date(r, 1)?) else { continue };
                moved.push(DeadlineMoved {
                    on,
                    title: pool.title.in_language(self.language).to_owned(),
                    what: word(DeadlineKind::Call),
                    from: row::date(r, 2)?,
                    to: row::date(r, 3)?,
                    reason: r.get(4)?,
                });
            }
        }
        let of = params![self.municipality, None::<u32>];
        for (id, deadlines) in grouped(self.conn, of, "id", |it: &Deadline| it.application_id)? {
            let Some(title) = titles.get(&id) else { continue };
            moved.extend(deadlines.into_iter().filter_map(|it| {
                let on = self.tells(it.moved_on)?;
                let what = if it.title.is_empty() { word(it.kind) } else { Text::new(it.title, "") };
                let title = (*title).to_owned();
                Some(DeadlineMoved { on, title, what, from: it.moved_from?, to: it.due_on, reason: it.moved_reason })
            }));
        }
        moved.sort_by(|a, b| (a.on, &a.title).cmp(&(b.on, &b.title)));
        Ok(moved)
    }

    /// Promises of the committee's cases: those reported in the time, and those that are open.
    fn promises(&self, known: &Known) -> Result<(Vec<Promise>, Vec<Promise>)> {
        const OF_CASES: &str = "JOIN committee_case ON committee_case.id = committee_case_id \
                                WHERE municipality_id = ?1 ORDER BY case_follow_up.id";
        let papers: HashMap<u32, &Paper> = known.cases.iter().map(|(paper, _)| (paper.case.id, paper)).collect();
        let (mut reported, mut open) = (Vec::new(), Vec::new());
        for it in records::<FollowUp>(self.conn, OF_CASES, [self.municipality])? {
            // Nothing is promised before a committee has met.
            let Some(paper) = papers.get(&it.committee_case_id).filter(|paper| !paper.held(self.as_of).is_empty()) else {
                continue;
            };
            let promise = |reported| Promise { case: paper.case.title.clone(), text: it.text.clone(), due: it.due_on, reported };
            match it.reported_on.filter(|day| *day <= self.as_of) {
                None => open.push(promise(None)),
                Some(day) if self.since.holds(day) => reported.push(promise(Some((day, it.report.clone())))),
                Some(_) => {}
            }
        }
        reported.sort_by_key(|it| it.reported.as_ref().map(|(day, _)| *day));
        open.sort_by_key(|it| (it.due.is_none(), it.due));
        Ok((reported, open))
    }
}

fn pool_of<'a>(known: &'a Known, subject: &PointSubject) -> Option<&'a (PoolView, PoolStanding)> {
    known.pools.iter().find(|(pool, _)| Some(pool.id) == subject.pool_id)
}
