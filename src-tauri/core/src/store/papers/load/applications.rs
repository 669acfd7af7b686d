//! The applications of a paper.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::applications::*;
use crate::budgets::{Effect, EffectYear};
use crate::committee::PointSubject;
use crate::deadlines::PlanOutcome;
use crate::error::Result;
use crate::office::{Committee, Department};
use crate::report::case::{ApplicationFacts, EffectFacts, PlanFacts};
use crate::store::applications::{grouped, live};
use crate::store::papers::load::{budgets, by, listed};
use crate::store::plans;
use crate::store::records::records;

/// The applications named, in that order, as they stood on a day; and the projects that run beside them for these committees, the
/// first begun first.
pub(super) fn load(
    conn: &Connection,
    municipality: u32,
    named: &[u32],
    committees: &HashSet<u32>,
    as_of: NaiveDate,
) -> Result<(Vec<ApplicationFacts>, Vec<ApplicationFacts>)> {
    let of = params![municipality, None::<u32>];
    let steps = grouped(conn, of, "position", |step: &ApplicationStep| step.application_id)?;
    let concerned = grouped(conn, of, "id", |it: &ApplicationCommittee| it.application_id)?;
    let all: Vec<Application> = records(conn, "WHERE municipality_id = ?1 ORDER BY id", [municipality])?;
    let about: HashSet<u32> = subjects(conn, municipality)?;
    let mut chosen: HashMap<u32, (Application, Stage)> = HashMap::new();
    let mut running: Vec<u32> = Vec::new();
    for mut application in all {
        let id = application.id;
        let steps = steps.get(&id).map_or(&[][..], Vec::as_slice);
        let at = stage_at(live(steps).map(|step| (step.stage, step.taken_on)), as_of).map(|at| at.stage);
        let is_named = named.contains(&id);
        // What a point names is there before its first step too.
        let first = || live(steps).next().map(|step| step.stage).filter(|_| is_named);
        let Some(stage) = at.or_else(first) else { continue };
        let ours = concerned.get(&id).is_some_and(|it| it.iter().any(|one| committees.contains(&one.committee_id)));
        let runs = matches!(stage, Stage::Accepted | Stage::Running | Stage::Reporting);
        if !is_named && (!runs || !ours || about.contains(&id)) {
            continue;
        }
        // The grant is not known before the day it was given.
        application.awarded = application.awarded.filter(|_| stage.is_granted());
        if !is_named {
            running.push(id);
        }
        chosen.insert(id, (application, stage));
    }
    let ids = listed(chosen.keys().copied());
    let here = |order: &str| format!("WHERE application_id IN ({ids}) ORDER BY {order}");
    let effects: Vec<Effect> = records(conn, &here("position, id"), [])?;
    let effect_years: Vec<EffectYear> =
        records(conn, &format!("WHERE effect_id IN ({}) ORDER BY year", listed(effects.iter().map(|it| it.id))), [])?;
    let mut effect_years = by(effect_years, |year| year.effect_id);
    let effects =
        effects.into_iter().map(|effect| EffectFacts { years: effect_years.remove(&effect.id).unwrap_or_default(), effect });
    let mut effects = by(effects.collect(), |it| it.effect.application_id);
    let mut appropriations = by(records(conn, &here("id"), [])?, |it: &Appropriation| it.application_id);
    let mut appropriation_years = by(appropriation_years(conn, &ids)?, |it| it.appropriation_id);
    let mut conditions =
        by(records(conn, &here("due_on IS NULL, due_on, id"), [])?, |it: &ApplicationCondition| it.application_id);
    let mut targets = by(records(conn, &here("position, id"), [])?, |it: &ApplicationTarget| it.application_id);
    let mut activities = by(records(conn, &here("position, id"), [])?, |it: &ApplicationActivity| it.application_id);
    let departments: Vec<Department> = records(conn, "WHERE municipality_id = ?1", [municipality])?;
    let departments: HashMap<u32, String> = departments.into_iter().map(|it| (it.id, it.name)).collect();
    // A partner may be another of the municipality's own departments.
    let mut partners: Vec<ApplicationPartner> = records(conn, &here("id"), [])?;
    partners.retain(|partner| departments.values().any(|name| *name == partner.name));
    let mut partners = by(partners, |it| it.application_id);
    let mut budgets = budgets::load(conn, &chosen, &departments, as_of)?;
    let mut plans = plans(conn, municipality, as_of)?;
    let pools = pool_titles(conn, &chosen)?;

    let mut facts = |id: u32| {
        let (application, stage) = chosen.remove(&id)?;
        let plan = plans.remove(&id).unwrap_or_default();
        let appropriation = appropriations.remove(&id).and_then(|mut all| all.pop());
        Some(ApplicationFacts {
            funder: application.pool_id.and_then(|pool| pools.get(&pool).cloned()).unwrap_or_else(|| application.funder.clone()),
            department: application.department_id.and_then(|id| departments.get(&id).cloned()).unwrap_or_default(),
            beside: partners.remove(&id).into_iter().flatten().map(|partner| partner.name).collect(),
            budget: budgets.remove(&id),
            appropriation_years: appropriation.as_ref().and_then(|it| appropriation_years.remove(&it.id)).unwrap_or_default(),
            appropriation,
            conditions: conditions.remove(&id).unwrap_or_default(),
            targets: targets.remove(&id).unwrap_or_default(),
            activities: activities.remove(&id).unwrap_or_default(),
            effects: effects.remove(&id).unwrap_or_default(),
            deadline: plan.deadline,
            deadline_time: plan.deadline_time,
            plan: plan.steps,
            application,
            stage,
        })
    };
    let of_case: Vec<ApplicationFacts> = named.iter().filter_map(|id| facts(*id)).collect();
    let mut running: Vec<ApplicationFacts> = running.into_iter().filter_map(&mut facts).collect();
    running.sort_by_key(|it| (it.application.period_start.map(|day| day.first_day()), it.application.id));
    Ok((of_case, running))
}

/// The applications some case of the municipality asks about: none of them is told of as running beside it.
fn subjects(conn: &Connection, municipality: u32) -> Result<HashSet<u32>> {
    let rest = "JOIN case_point ON case_point.id = case_point_id JOIN committee_case ON committee_case.id = committee_case_id \
                WHERE municipality_id = ?1 AND application_id IS NOT NULL";
    Ok(records::<PointSubject>(conn, rest, [municipality])?.into_iter().filter_map(|it| it.application_id).collect())
}

fn appropriation_years(conn: &Connection, applications: &str) -> Result<Vec<AppropriationYear>> {
    let rest = format!(
        "WHERE appropriation_id IN (SELECT id FROM appropriation WHERE application_id IN ({applications})) ORDER BY year"
    );
    records(conn, &rest, [])
}

/// The titles of the pools these applications are to.
fn pool_titles(conn: &Connection, chosen: &HashMap<u32, (Application, Stage)>) -> Result<HashMap<u32, String>> {
    let ids = listed(chosen.values().filter_map(|(application, _)| application.pool_id));
    let mut statement = conn.prepare(&format!("SELECT id, title_da FROM pool WHERE id IN ({ids})"))?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// What is ahead in an application's plan.
#[derive(Default)]
struct Ahead {
    deadline: Option<NaiveDate>,
    deadline_time: Option<String>,
    steps: Vec<PlanFacts>,
}

/// The plans of the municipality's applications, by application: what is not done and not over.
fn plans(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<HashMap<u32, Ahead>> {
    let committees: Vec<Committee> = records(conn, "WHERE municipality_id = ?1", [municipality])?;
    let name = |id: Option<u32>| committees.iter().find(|it| Some(it.id) == id).map(|it| it.name.clone()).unwrap_or_default();
    let ahead = |outcome: PlanOutcome| {
        let open = outcome.steps.into_iter().filter(|step| step.done_on.is_none() && step.on >= as_of);
        let mut steps: Vec<PlanFacts> =
            open.map(|step| PlanFacts { step: step.step, on: step.on, committee: name(step.committee_id) }).collect();
        steps.sort_by_key(|step| (step.on, step.step));
        let deadline = outcome.deadline.filter(|day| *day >= as_of);
        (outcome.application_id, Ahead { deadline, deadline_time: outcome.deadline_time.filter(|_| deadline.is_some()), steps })
    };
    Ok(plans::outcomes(conn, municipality, as_of)?.into_iter().map(ahead).collect())
}
