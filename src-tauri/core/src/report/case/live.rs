//! Tables and lists that follow the data.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::applications::Stage;
use crate::calendar::PartialDate;
use crate::deadlines::PlanStep;
use crate::report::case::economy::{economy, financing};
use crate::report::case::effects::effects;
use crate::report::case::figures::day;
use crate::report::case::say::{da, said};
use crate::report::case::{ApplicationFacts, CaseFacts, PlanFacts, PoolFacts};
use crate::report::made::{body, index, numbers, texts};
use crate::report::{Block, Cell, ColumnGroup, Item, ListStyle, Run, Table};
use crate::views::{LiveChoice, PointView};
use crate::words::Language;
use crate::words::say::Value;

/// The codes, in the order they are offered.
const CODES: [&str; 8] = ["economy", "financing", "pools", "next_steps", "effects", "targets", "deadlines", "conditions"];

/// The tables and lists a text can hold. A code has no dot: `economy`.
pub fn lives(facts: &CaseFacts) -> Vec<LiveChoice> {
    let choice = |code: &&str| LiveChoice {
        code: (*code).to_owned(),
        label: said(&format!("live.{code}"), &[]),
        empty: live(code, facts).is_empty(),
    };
    CODES.iter().map(choice).collect()
}

/// What a table or list says now; nothing for a code there is none of. Its cells carry the codes of their figures.
pub fn live(code: &str, facts: &CaseFacts) -> Vec<Block> {
    match code {
        "economy" => economy(facts).map(|(table, _)| Block::Table(table)).into_iter().collect(),
        "financing" => financing(facts),
        "pools" => pools(facts),
        "next_steps" => bullets(next_steps(facts)),
        "effects" => effects(facts).0.map(Block::Table).into_iter().collect(),
        "targets" => targets(facts),
        "deadlines" => bullets(deadlines(facts)),
        "conditions" => bullets(conditions(facts)),
        _ => Vec::new(),
    }
}

fn bullets(lines: Vec<Vec<Run>>) -> Vec<Block> {
    let items: Vec<Item> = lines.into_iter().map(|runs| Item { runs, inside: Vec::new() }).collect();
    if items.is_empty() { Vec::new() } else { vec![Block::List { style: ListStyle::Bullets, items }] }
}

/// The pools the points are about, with their amounts.
fn pools(facts: &CaseFacts) -> Vec<Block> {
    let pools: Vec<&PoolFacts> = facts.pools.iter().filter(|pool| pool.asked).collect();
    if pools.is_empty() {
        return Vec::new();
    }
    let years: BTreeSet<i32> = pools.iter().flat_map(|pool| pool.years.iter().map(|(year, _)| *year)).collect();
    let levels: BTreeSet<Option<i32>> =
        pools.iter().filter(|pool| pool.total.is_some() || !pool.years.is_empty()).map(|pool| pool.price_level).collect();
    let heading = match levels.iter().collect::<Vec<_>>().as_slice() {
        [Some(level)] => da("live.in_mio_level", &[("level", Value::Year(*level))]),
        _ => da("live.in_mio", &[]),
    };
    let note = if levels.len() > 1 { da("live.levels_differ", &[]) } else { String::new() };
    let mut columns = vec![texts(da("live.pool_heading", &[]), 40), texts(da("live.number_heading", &[]), 6)];
    columns.extend(years.iter().map(|year| numbers(year.to_string(), 8)));
    columns.push(numbers(da("live.total_heading", &[]), 9));
    columns.push(texts(da("live.deadline_heading", &[]), 18));
    let group = ColumnGroup { heading, from: 2, columns: index(years.len() + 1) };
    let row = |pool: &&PoolFacts| {
        let cell = |what: String, amount: Option<crate::money::Money>| match amount {
            Some(amount) => Cell::Number {
                value: amount.mio(),
                decimals: amount.mio().normalize().scale().max(1),
                reckoned: None,
                figure: format!("pool.{}.{what}", pool.id),
            },
            None => Cell::Empty,
        };
        let of_year = |year: &i32| pool.years.iter().find(|(of, _)| of == year).map(|(_, amount)| *amount);
        let number = pool.initiative.map(|number| number.to_string()).unwrap_or_default();
        let mut cells = vec![Cell::text(pool.title.clone()), Cell::text(number)];
        cells.extend(years.iter().map(|year| cell(year.to_string(), of_year(year))));
        cells.push(cell("total".to_owned(), pool.total));
        let deadline = pool.deadline.map(|on| {
            let runs = dated(on, pool.deadline_time.as_deref(), &format!("pool.{}.deadline", pool.id));
            Cell::Text { blocks: vec![Block::Paragraph { runs }] }
        });
        cells.push(deadline.unwrap_or(Cell::Empty));
        body(cells)
    };
    let rows = pools.iter().map(row).collect();
    vec![Block::Table(Table { title: da("live.pools", &[]), columns, groups: vec![group], rows, note })]
}

/// A sentence with something else in the place of `{name}`.
fn around(key: &str, name: &str, values: &[(&str, Value<'_>)], middle: Vec<Run>) -> Vec<Run> {
    // What stands in the place cannot be in any name: a title has no control characters.
    const MARK: &str = "\u{1}";
    let all: Vec<(&str, Value<'_>)> = values.iter().cloned().chain([(name, Value::Name(MARK))]).collect();
    let sentence = da(key, &all);
    let (before, after) = sentence.split_once(MARK).unwrap_or((&sentence, ""));
    let plain = |text: &str| (!text.is_empty()).then(|| Run::plain(text));
    plain(before).into_iter().chain(middle).chain(plain(after)).collect()
}

fn figure(code: &str, text: String) -> Run {
    Run { text, figure: code.to_owned(), ..Run::default() }
}

/// A day with its time of day, or that it has none.
fn dated(on: NaiveDate, time: Option<&str>, code: &str) -> Vec<Run> {
    let middle = vec![figure(code, day(on))];
    match time {
        Some(time) => around("live.day_and_time", "day", &[("time", Value::Name(time))], middle),
        None => around("live.day_no_time", "day", &[], middle),
    }
}

fn deadlines(facts: &CaseFacts) -> Vec<Vec<Run>> {
    let of_pools = facts.pools.iter().filter_map(|pool| {
        Some((pool.deadline?, pool.deadline_time.as_deref(), format!("pool.{}.deadline", pool.id), pool.title.as_str()))
    });
    // What has a pool with a deadline is told there.
    let dated_pool = |id: Option<u32>| facts.pools.iter().any(|pool| Some(pool.id) == id && pool.deadline.is_some());
    let own = facts.applications.iter().filter(|it| !dated_pool(it.application.pool_id));
    let of_applications = own.filter_map(|it| {
        let code = format!("application.{}.deadline", it.application.id);
        Some((it.deadline?, it.deadline_time.as_deref(), code, it.application.title.as_str()))
    });
    let mut all: Vec<_> = of_pools.chain(of_applications).collect();
    all.sort_by_key(|(on, ..)| *on);
    let said = |(on, time, code, title): (NaiveDate, Option<&str>, String, &str)| {
        around("live.deadline_of", "day", &[("title", Value::Name(title))], dated(on, time, &code))
    };
    all.into_iter().map(said).collect()
}

/// What must hold for the points, and what the grants are conditioned on and is open.
fn conditions(facts: &CaseFacts) -> Vec<Vec<Run>> {
    let plain = |text: String| vec![Run::plain(text)];
    let points = facts.points.iter().filter(|point| !point.point.condition.is_empty());
    let of_points = points.map(|point| {
        let values = [("title", Value::Name(&point.point.text)), ("condition", Value::Name(&point.point.condition))];
        plain(da("live.condition_of", &values))
    });
    let of_applications = facts.applications.iter().filter(|it| it.stage.is_granted()).flat_map(|it| {
        let open = it.conditions.iter().filter(|condition| condition.closed_on.is_none_or(|on| on > facts.as_of));
        open.map(|condition| {
            let mut values = vec![("title", Value::Name(&it.application.title)), ("condition", Value::Name(&condition.text))];
            match condition.due_on {
                Some(due) => {
                    values.push(("day", Value::Date(due)));
                    plain(da("live.condition_of_due", &values))
                }
                None => plain(da("live.condition_of", &values)),
            }
        })
    });
    of_points.chain(of_applications).collect()
}

/// Something that comes.
struct Step {
    /// Its day, or the first it can be; none where it has none.
    on: Option<NaiveDate>,
    /// The day as it is said.
    day: String,
    /// Whether it is the last day it can be done.
    by: bool,
    what: String,
}

impl Step {
    fn on(on: Option<NaiveDate>, what: String) -> Step {
        Step { on, day: on.map(day).unwrap_or_default(), by: false, what }
    }

    fn by(on: Option<NaiveDate>, what: String) -> Step {
        Step { by: true, ..Step::on(on, what) }
    }

    fn about(on: PartialDate, what: String) -> Step {
        Step { day: on.long(Language::Da), ..Step::on(Some(on.first_day()), what) }
    }

    fn said(self) -> Vec<Run> {
        let key = if self.by { "live.by_day" } else { "live.on_day" };
        let values = [("day", Value::Name(&self.day)), ("what", Value::Name(&self.what))];
        vec![Run::plain(if self.day.is_empty() { self.what.clone() } else { da(key, &values) })]
    }
}

/// What comes, soonest first, and after it what has no day.
fn next_steps(facts: &CaseFacts) -> Vec<Vec<Run>> {
    let mut steps = Vec::new();
    for reading in &facts.readings {
        let on = reading.reading.meeting_date;
        if on.is_none_or(|on| on >= facts.as_of) && reading.decisions.is_empty() {
            steps.push(Step::on(on, da("live.reading", &[("committee", Value::Name(&reading.committee))])));
        }
    }
    for it in &facts.applications {
        steps.extend(it.plan.iter().filter_map(|step| planned(facts, it, step)));
        steps.extend(of_application(facts, it));
    }
    // What has an application with a deadline is told there.
    let told = |pool: &PoolFacts| {
        facts
            .applications
            .iter()
            .any(|it| it.application.pool_id == Some(pool.id) && (it.stage.is_sent() || it.deadline.is_some()))
    };
    for pool in facts.pools.iter().filter(|pool| pool.asked && !told(pool)) {
        if let Some(deadline) = pool.deadline.filter(|on| *on >= facts.as_of) {
            steps.push(Step::on(Some(deadline), da("live.deadline_for", &[("title", Value::Name(&pool.title))])));
        }
        steps.extend(answer(facts, pool, &pool.title));
    }
    for follow_up in facts.follow_ups.iter().filter(|follow_up| follow_up.reported_on.is_none()) {
        steps.push(Step::by(follow_up.due_on, follow_up.text.clone()));
    }
    steps.sort_by_key(|step| (Reverse(step.on.is_some()), step.on));
    steps.into_iter().map(Step::said).collect()
}

/// A day of a plan that matters to a committee.
fn planned(facts: &CaseFacts, it: &ApplicationFacts, step: &PlanFacts) -> Option<Step> {
    let (title, on) = (("title", Value::Name(&it.application.title)), Some(step.on));
    match step.step {
        PlanStep::Hearing => Some(Step::by(on, da("live.hearing_of", &[title]))),
        PlanStep::Sending if is_conditional(facts, it) => Some(Step::by(on, da("live.sending_if", &[title]))),
        PlanStep::Sending => Some(Step::by(on, da("live.sending_of", &[title]))),
        PlanStep::Meeting if !is_reading(facts, step.on, &step.committee) => {
            Some(Step::on(on, da("live.meeting_of", &[("committee", Value::Name(&step.committee)), title])))
        }
        _ => None,
    }
}

/// The deadline of an application until it is sent, the answer until it has come, and the start of the project.
fn of_application(facts: &CaseFacts, it: &ApplicationFacts) -> Vec<Step> {
    let title = || ("title", Value::Name(&it.application.title));
    let mut steps = Vec::new();
    if it.stage.is_end() {
        return steps;
    }
    if let Some(deadline) = it.deadline.filter(|on| *on >= facts.as_of && !it.stage.is_sent()) {
        steps.push(Step::on(Some(deadline), da("live.deadline_of_application", &[title()])));
    }
    let pool = facts.pools.iter().find(|pool| Some(pool.id) == it.application.pool_id);
    if let Some(pool) = pool.filter(|_| !it.stage.is_granted()) {
        steps.extend(answer(facts, pool, &it.application.title));
    }
    if let Some(start) = it.application.period_start.filter(|start| start.first_day() > facts.as_of) {
        steps.push(Step::about(start, da("live.start_of", &[title()])));
    }
    steps
}

/// When a pool is expected to answer, where that is ahead.
fn answer(facts: &CaseFacts, pool: &PoolFacts, title: &str) -> Option<Step> {
    let expected = pool.answer_expected.filter(|on| on.last_day() >= facts.as_of)?;
    Some(Step::about(expected, da("live.answer_for", &[("title", Value::Name(title))])))
}

/// Whether an application is asked for on a condition, and nobody has begun it: then it is no promise that it is sent.
fn is_conditional(facts: &CaseFacts, it: &ApplicationFacts) -> bool {
    let rests_on_one = |point: &PointView| {
        let outer = facts.points.iter().find(|outer| Some(outer.point.id) == point.point.parent_id);
        [Some(point), outer].into_iter().flatten().any(|point| !point.point.condition.trim().is_empty())
    };
    let asks = |point: &&PointView| {
        point.subjects.iter().any(|subject| subject.applications.iter().any(|named| named.id == it.application.id))
    };
    matches!(it.stage, Stage::Idea | Stage::Assessing) && facts.points.iter().filter(asks).any(rests_on_one)
}

/// Whether a meeting is one that reads the case itself.
fn is_reading(facts: &CaseFacts, on: NaiveDate, committee: &str) -> bool {
    facts.readings.iter().any(|it| it.reading.meeting_date == Some(on) && it.committee == committee)
}

/// The targets, numbered; by application where several have any.
fn targets(facts: &CaseFacts) -> Vec<Block> {
    let with: Vec<_> = facts.applications.iter().filter(|it| !it.targets.is_empty()).collect();
    let mut blocks = Vec::new();
    for it in &with {
        if with.len() > 1 {
            blocks.push(Block::Paragraph { runs: vec![Run::bold(it.application.title.clone())] });
        }
        let item = |target: &crate::applications::ApplicationTarget| {
            let first = match target.goal.trim() {
                "" => target.title.clone(),
                goal => da("live.target_goal", &[("title", Value::Name(&target.title)), ("goal", Value::Name(goal))]),
            };
            let mut sentences = vec![if first.ends_with('.') { first } else { format!("{first}.") }];
            for (key, name, value) in
                [("live.target_measure", "measure", &target.measure), ("live.target_baseline", "baseline", &target.baseline)]
            {
                let value = value.trim().trim_end_matches('.');
                if !value.is_empty() {
                    sentences.push(da(key, &[(name, Value::Name(value))]));
                }
            }
            if let Some(due) = target.due {
                sentences.push(da("live.target_due", &[("day", Value::Name(&due.long(Language::Da)))]));
            }
            Item { runs: vec![Run::plain(sentences.join(" "))], inside: Vec::new() }
        };
        blocks.push(Block::List { style: ListStyle::Numbers, items: it.targets.iter().map(item).collect() });
    }
    blocks
}
