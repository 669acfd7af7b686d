//! Where a municipality stands: its pipeline by stage, the pools it has looked at, and its applications.

use chrono::NaiveDate;
use serde_json::{Value, json};
use tilsagn_core::views::{
    AmountOf, ApplicationRow, Attention, MunicipalityChoice, OverviewView, PoolStanding, PoolView, PoolsView, StageSum,
};
use tilsagn_core::{Language, Money, calendar};

use crate::failure::Failure;
use crate::output::{self, Format, money};
use crate::show::applications;
use crate::show::deadlines::flag;
use crate::show::pools::{object, with_standings};
use crate::show::{kroner, of};
use crate::table::{Side, Table};
use crate::words::words;

/// What is known of a municipality on a day; of none where the file has nothing of any.
pub struct Pipeline {
    /// The day.
    pub as_of: NaiveDate,
    /// The municipality.
    pub municipality: Option<MunicipalityChoice>,
    /// Its figures.
    pub overview: Option<OverviewView>,
    /// Every pool.
    pub pools: PoolsView,
    /// Its applications.
    pub applications: Vec<ApplicationRow>,
}

impl Pipeline {
    /// That of a file that has nothing of any municipality.
    pub fn empty(as_of: NaiveDate) -> Pipeline {
        let pools = PoolsView { as_of, pools: Vec::new(), standings: Vec::new() };
        Pipeline { as_of, municipality: None, overview: None, pools, applications: Vec::new() }
    }

    fn stages(&self) -> &[StageSum] {
        self.overview.as_ref().map_or(&[], |overview| &overview.stages)
    }

    /// The pools the municipality has assessed, put to a committee or applied for. Those whose word rests on the pool they lie
    /// inside are not repeated.
    fn looked_at(&self) -> impl Iterator<Item = (&PoolView, &PoolStanding)> {
        let pools = with_standings(&self.pools).filter_map(|(pool, standing)| Some((pool, standing?)));
        pools.filter(|(_, standing)| {
            let said = standing.stance.is_some() || standing.put.is_some() || standing.choice.is_some();
            said && standing.rests_on.is_none() || !standing.applications.is_empty()
        })
    }
}

/// The pipeline.
pub fn pipeline(pipeline: &Pipeline, format: Format, language: Language) -> Result<String, Failure> {
    match format {
        Format::Table => Ok(table(pipeline, language)),
        Format::Json => json_of(pipeline),
        Format::Csv => csv(pipeline),
    }
}

/// The sum of what is known; none where nothing is.
fn known(amount: &AmountOf) -> Option<Money> {
    let unknown = usize::try_from(amount.unknown).unwrap_or(usize::MAX);
    (amount.applications.len() > unknown).then_some(amount.amount)
}

fn json_of(pipeline: &Pipeline) -> Result<String, Failure> {
    let stage = |sum: &StageSum| {
        json!({
            "stage": sum.stage,
            "count": sum.requested.applications.len(),
            "requested": money(known(&sum.requested)),
            "requestedUnknown": sum.requested.unknown,
            "awarded": money(known(&sum.awarded)),
            "awardedUnknown": sum.awarded.unknown,
        })
    };
    let pools = pipeline.looked_at().map(|(pool, standing)| object(&pipeline.pools, pool, Some(standing)));
    let overview = pipeline.overview.as_ref();
    let value = json!({
        "asOf": pipeline.as_of,
        "municipality": pipeline.municipality.as_ref().map(|it| &it.name),
        "municipalityCode": pipeline.municipality.as_ref().map(|it| &it.code),
        "stages": pipeline.stages().iter().map(stage).collect::<Vec<Value>>(),
        "hitRate": overview.map(|overview| json!({
            "answered": overview.hit_rate.answered.len(),
            "granted": overview.hit_rate.granted.len(),
            "waiting": overview.hit_rate.waiting.len(),
            "requested": money(Some(overview.hit_rate.requested)),
            "awarded": money(Some(overview.hit_rate.awarded)),
            "moneyPerMille": overview.hit_rate.money_per_mille,
            "unknown": overview.hit_rate.unknown,
        })),
        "attention": overview.map_or(&[][..], |overview| &overview.attention).iter().map(attention).collect::<Vec<Value>>(),
        "pools": pools.collect::<Result<Vec<Value>, Failure>>()?,
        "applications": applications::objects(&pipeline.applications),
    });
    output::json(&value)
}

fn attention(it: &Attention) -> Value {
    let day = it.day.as_ref().map(|day| {
        json!({
            "key": day.key,
            "kind": day.kind,
            "step": day.step,
            "time": day.time,
            "workingDays": day.working_days,
            "flags": day.flags.iter().map(flag).collect::<Vec<Value>>(),
        })
    });
    json!({
        "kind": it.kind,
        "title": it.title,
        "detail": it.detail,
        "on": it.on,
        "days": it.days,
        "urgent": it.urgent,
        "applicationId": it.application_id,
        "poolKey": it.pool_key,
        "caseId": it.case_id,
        "day": day,
    })
}

fn table(pipeline: &Pipeline, language: Language) -> String {
    let words = words(language);
    let left = |name: &str| (name.to_owned(), Side::Left);
    let right = |name: &str| (name.to_owned(), Side::Right);
    let name = pipeline.municipality.as_ref().map_or("–", |municipality| municipality.name.as_str());
    let mut stages = Table::new(&[
        left(words.col_stage),
        right(words.col_count),
        right(&format!("{} (kr.)", words.col_requested)),
        right(&format!("{} (kr.)", words.col_awarded)),
    ]);
    for sum in pipeline.stages() {
        stages.row(vec![
            sum.stage.word(language).to_owned(),
            sum.requested.applications.len().to_string(),
            kroner(known(&sum.requested), language),
            kroner(known(&sum.awarded), language),
        ]);
    }
    let mut pools = Table::new(&[
        left(words.col_key),
        left(words.col_status),
        left(words.col_stance),
        left(words.col_reason),
        left(words.col_title),
    ]);
    for (pool, standing) in pipeline.looked_at() {
        pools.row(vec![
            pool.key.clone(),
            standing.status.word(language).to_owned(),
            standing.stance.map_or("", |stance| stance.word(language)).to_owned(),
            standing.reason.map_or("", |reason| reason.word(language)).to_owned(),
            of(&pool.title, language).to_owned(),
        ]);
    }
    let mut text = format!("{name} · {}\n", calendar::long(pipeline.as_of, language));
    if !pipeline.stages().is_empty() {
        text += &format!("\n{}", stages.text());
    }
    if pipeline.looked_at().next().is_some() {
        text += &format!("\n{}\n\n{}", words.pools, pools.text());
    }
    if !pipeline.applications.is_empty() {
        text += &format!("\n{}\n\n{}", words.applications, applications::table(&pipeline.applications, language));
    }
    text
}

/// One list of three kinds of row.
fn csv(pipeline: &Pipeline) -> Result<String, Failure> {
    let heading = ["part", "id", "title", "stage", "count", "requested", "awarded", "status", "stance", "reason"];
    let empty = String::new;
    let stages = pipeline.stages().iter().map(|sum| {
        let count = sum.requested.applications.len().to_string();
        let (requested, awarded) = (output::cell(known(&sum.requested)), output::cell(known(&sum.awarded)));
        let stage = sum.stage.code().to_owned();
        vec!["stage".to_owned(), empty(), empty(), stage, count, requested, awarded, empty(), empty(), empty()]
    });
    let pools = pipeline.looked_at().map(|(pool, standing)| {
        let stance = standing.stance.map_or("", |stance| stance.code()).to_owned();
        let reason = standing.reason.map_or("", |reason| reason.code()).to_owned();
        let status = standing.status.code().to_owned();
        let (id, title) = (pool.id.to_string(), pool.title.da.clone());
        vec!["pool".to_owned(), id, title, empty(), empty(), empty(), empty(), status, stance, reason]
    });
    let applications = pipeline.applications.iter().map(|row| {
        let (requested, awarded) = (output::cell(row.requested), output::cell(row.awarded));
        let (id, title, stage) = (row.id.to_string(), row.title.clone(), row.stage.code().to_owned());
        vec!["application".to_owned(), id, title, stage, empty(), requested, awarded, empty(), empty(), empty()]
    });
    output::csv(&heading.map(str::to_owned), stages.chain(pools).chain(applications))
}
