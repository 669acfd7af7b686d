//! Every day to keep of a municipality, in a fixed number of queries however many there are. The hot tables are read by lean queries:
//! this is asked after every change of a day.

pub(super) mod applications;
mod calls;
mod cases;
mod parts;
mod rules;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Connection, Params, Row};

use crate::applications::Stage;
use crate::calendar::WorkCalendar;
use crate::deadlines::list::{Day, Differing, Office, Work, calls_differ, in_order, item};
use crate::deadlines::{DeadlineKind, DeadlineMark, DeadlineOrigin, PlanOutcome, deadline_key};
use crate::error::Result;
use crate::store::office::{office_rules, work_calendar};
use crate::store::plans::outcomes;
use crate::store::records::records;
use crate::views::{DeadlineItem, MeetingDay};

/// The days, and what the screen shows beside them.
pub struct Loaded {
    /// The days, soonest first.
    pub items: Vec<DeadlineItem>,
    /// The applications known on the day, oldest first.
    pub works: Vec<Work>,
    /// Their back-plans, without the steps.
    pub plans: HashMap<u32, PlanOutcome>,
    /// Where work on an application begins by its plan.
    pub begun: HashMap<u32, NaiveDate>,
    /// The deadline of each application.
    pub deadlines: HashMap<u32, NaiveDate>,
    /// The committees' meetings, soonest first.
    pub meetings: Vec<MeetingDay>,
    /// Applications, tasks and conditions that ought to have a day and have none.
    pub undated: u32,
    /// Which days the municipality works.
    pub calendar: WorkCalendar,
}

/// What is being gathered.
pub(super) struct Gathered {
    works: Vec<Work>,
    /// Where in `works` an application is.
    places: HashMap<u32, usize>,
    days: Vec<Day>,
    undated: u32,
}

impl Gathered {
    fn work(&self, application: u32) -> Option<&Work> {
        self.places.get(&application).and_then(|&place| self.works.get(place))
    }
}

/// Loads them.
///
/// # Errors
/// Those of reading the file.
pub fn load(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Loaded> {
    let calendar = work_calendar(conn, municipality)?;
    let works = applications::works(conn, municipality, as_of)?;
    let places = works.iter().enumerate().map(|(place, work)| (work.id, place)).collect();
    let mut found = Gathered { works, places, days: Vec::new(), undated: 0 };
    let mut plans: HashMap<u32, PlanOutcome> =
        outcomes(conn, municipality, as_of)?.into_iter().map(|plan| (plan.application_id, plan)).collect();

    let embedding = parts::load(conn, municipality, as_of, &mut found)?;
    let answered = calls::load(conn, municipality, as_of, &mut found)?;
    let ruled = rules::load(conn, municipality, &answered, &calendar, &mut found)?;
    let (mut begun, mut late) = (HashMap::new(), HashMap::new());
    for work in &found.works {
        let embedding_is_set = embedding.contains(&work.id) || ruled.contains(&work.id);
        found.days.extend(work.project_days(embedding_is_set));
        if let Some(plan) = plans.get_mut(&work.id) {
            late.extend(plan.risk(as_of).map(|risk| ((work.id, plan.deadline), risk)));
            let steps = std::mem::take(&mut plan.steps);
            begun.extend(steps.iter().map(|step| step.on).min().map(|first| (work.id, first)));
            found.days.extend(work.plan(plan.state, steps));
        }
    }
    // What puts a plan at risk is said once, of the deadline it is made for.
    for day in found.days.iter_mut().filter(|day| day.kind == DeadlineKind::Call) {
        let of = day.whose.application_id.and_then(|id| late.get(&(id, Some(day.on))));
        day.risk = day.risk.take().or(of.cloned());
    }
    let meetings = cases::load(conn, municipality, as_of, &calendar, &mut found)?;
    contradictions(conn, municipality, as_of, &mut found.days)?;

    let deadlines = deadlines(&found, &plans);
    let undated = found.works.iter().filter(|work| lacks_deadline(work, &deadlines)).count();
    let near = office_rules(conn, municipality)?.near_working_days;
    let marks: HashMap<String, DeadlineMark> = marks(conn, municipality)?;
    let office = Office { municipality, as_of, calendar: &calendar, near };
    let mut items: Vec<DeadlineItem> = found.days.into_iter().map(|day| item(day, &marks, office)).collect();
    in_order(&mut items);
    let undated = found.undated.saturating_add(u32::try_from(undated).unwrap_or(u32::MAX));
    Ok(Loaded { items, works: found.works, plans, begun, deadlines, meetings, undated, calendar })
}

/// The deadline of each application: its plan's, else the soonest its days say.
fn deadlines(found: &Gathered, plans: &HashMap<u32, PlanOutcome>) -> HashMap<u32, NaiveDate> {
    let mut deadlines: HashMap<u32, NaiveDate> = HashMap::new();
    for day in found.days.iter().filter(|day| day.kind == DeadlineKind::Call) {
        if let Some(application) = day.whose.application_id {
            deadlines.entry(application).and_modify(|soonest| *soonest = day.on.min(*soonest)).or_insert(day.on);
        }
    }
    deadlines.extend(plans.values().filter_map(|plan| Some((plan.application_id, plan.deadline?))));
    deadlines
}

/// Whether an application that is being written has no deadline.
fn lacks_deadline(work: &Work, deadlines: &HashMap<u32, NaiveDate>) -> bool {
    matches!(work.stage, Stage::Idea | Stage::Assessing | Stage::Drafting) && !deadlines.contains_key(&work.id)
}

/// Says of days what contradicts them: a second deadline, or sources that differ.
fn contradictions(conn: &Connection, municipality: u32, as_of: NaiveDate, days: &mut [Day]) -> Result<()> {
    let mut of_calls: HashMap<u32, Vec<usize>> = HashMap::new();
    for (place, day) in days.iter().enumerate().filter(|(_, day)| day.kind == DeadlineKind::Call) {
        if let Some(application) = day.whose.application_id {
            of_calls.entry(application).or_default().push(place);
        }
    }
    for places in of_calls.into_values().filter(|places| places.len() > 1) {
        calls_differ(days, &places);
    }
    let (of_applications, of_cases) = differing(conn, municipality, as_of)?;
    if of_applications.is_empty() && of_cases.is_empty() {
        return Ok(());
    }
    // A day that follows from another says no more than that one.
    let own = |day: &&mut Day| {
        day.contradiction.is_none() && day.partial.is_none() && !matches!(day.origin, DeadlineOrigin::Rule | DeadlineOrigin::Plan)
    };
    for day in days.iter_mut().filter(own) {
        let of_application = day.whose.application_id.and_then(|id| of_applications.get(&id));
        let known = of_application.or_else(|| of_cases.get(&day.whose.case_id?));
        day.contradiction = known.and_then(|known| known.iter().find_map(|differing| differing.about(day.on)));
    }
    Ok(())
}

type BySubject = HashMap<u32, Vec<Differing>>;

/// What sources differ on and is not settled, by application and by case.
fn differing(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<(BySubject, BySubject)> {
    const SQL: &str = "SELECT application_id, committee_case_id, subject, stated, stated_place, other, other_place FROM discrepancy \
                       LEFT JOIN application ON application.id = application_id \
                       LEFT JOIN committee_case ON committee_case.id = committee_case_id \
                       WHERE coalesce(application.municipality_id, committee_case.municipality_id) = ?1 \
                       AND (settled_on IS NULL OR settled_on > ?2) ORDER BY discrepancy.id";
    let (mut applications, mut cases) = (BySubject::new(), BySubject::new());
    each(conn, SQL, (municipality, as_of.to_string()), |r| {
        let differing = Differing {
            subject: r.get(2)?,
            stated: r.get(3)?,
            stated_place: r.get(4)?,
            other: r.get(5)?,
            other_place: r.get(6)?,
        };
        match (r.get::<_, Option<u32>>(0)?, r.get::<_, Option<u32>>(1)?) {
            (Some(id), _) => applications.entry(id).or_default().push(differing),
            (None, Some(id)) => cases.entry(id).or_default().push(differing),
            (None, None) => {}
        }
        Ok(())
    })?;
    Ok((applications, cases))
}

/// What people did about days, by the day's key.
fn marks(conn: &Connection, municipality: u32) -> Result<HashMap<String, DeadlineMark>> {
    let marks: Vec<DeadlineMark> = records(conn, "WHERE municipality_id = ?1", [municipality])?;
    let key = |mark: &DeadlineMark| deadline_key(&mark.subject_table, mark.subject_id, mark.kind, &mark.part);
    Ok(marks.into_iter().map(|mark| (key(&mark), mark)).collect())
}

/// Does something with each row that is found.
fn each(conn: &Connection, sql: &str, params: impl Params, mut with: impl FnMut(&Row<'_>) -> rusqlite::Result<()>) -> Result<()> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        with(row)?;
    }
    Ok(())
}

/// Applications whose embedding is decided on a day that is set.
type Embedding = HashSet<u32>;

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use chrono::NaiveDate;
    use rusqlite::Connection;
    use rusqlite::trace::{TraceEvent, TraceEventCodes};

    use crate::import::generated_budgets;
    use crate::seed;
    use crate::store::{Environment, Store};

    thread_local!(static QUERIES: Cell<u32> = const { Cell::new(0) });

    type Ask = fn(&Store, u32, u32) -> usize;

    fn day() -> NaiveDate {
        "2019-03-12".parse().unwrap()
    }

    /// What a question to a file with so many applications gives, and how many queries it takes.
    fn asked(applications: u32, ask: Ask) -> (usize, u32) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::in_memory(&Environment::of_this_machine("", folder.path())).unwrap();
        seed::fill(&mut store, None).unwrap();
        store.add_example(&generated_budgets(applications).unwrap()).unwrap();
        let one = |conn: &Connection| {
            let sql = "SELECT municipality_id, min(id) FROM application";
            Ok(conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
        };
        let (municipality, application) = store.query(one).unwrap();
        QUERIES.set(0);
        let count = |_: TraceEvent<'_>| QUERIES.set(QUERIES.get() + 1);
        let watched = store.query(|conn| {
            conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(count));
            Ok(())
        });
        watched.unwrap();
        (ask(&store, municipality, application), QUERIES.get())
    }

    #[test]
    fn the_number_of_queries_is_fixed() {
        let days: Ask = |store, municipality, _| store.deadlines(municipality, day()).unwrap().items.len();
        let (few, many) = (asked(3, days), asked(60, days));
        assert!(many.0 > 10 * few.0, "{} and {} days", few.0, many.0);
        assert_eq!(few.1, many.1);
        let asks: [Ask; 2] = [
            |store, _, application| store.plan(application, day()).unwrap().steps.len(),
            |store, municipality, _| store.coming(municipality, None, day()).unwrap().committees.len(),
        ];
        for ask in asks {
            assert_eq!(asked(3, ask).1, asked(60, ask).1);
        }
    }
}
