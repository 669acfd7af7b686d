//! The pools, their calls and where the municipality stands with them.

use serde_json::{Map, Value, json};
use tilsagn_core::Language;
use tilsagn_core::calendar;
use tilsagn_core::views::{ApplicationRef, CallView, PoolStanding, PoolView, PoolsView, PutView};

use crate::failure::{Failure, fill};
use crate::output::{self, Format};
use crate::show::{mio, of, references};
use crate::table::{Side, Table};
use crate::words::words;

/// Every pool of a view.
pub fn pools(view: &PoolsView, format: Format, language: Language) -> Result<String, Failure> {
    match format {
        Format::Table => Ok(table(view, language)),
        Format::Json => output::json(&Value::Array(objects_of(view, None)?)),
        Format::Csv => csv(view),
    }
}

/// The pools of an initiative, or all of them, as objects.
pub fn objects_of(view: &PoolsView, initiative: Option<u32>) -> Result<Vec<Value>, Failure> {
    let wanted = |pool: &PoolView| initiative.is_none() || pool.initiative.as_ref().map(|it| it.id) == initiative;
    with_standings(view).filter(|(pool, _)| wanted(pool)).map(|(pool, standing)| object(view, pool, standing)).collect()
}

/// Each pool with where the municipality stands with it; none where no municipality is looked at.
pub fn with_standings(view: &PoolsView) -> impl Iterator<Item = (&PoolView, Option<&PoolStanding>)> {
    view.pools.iter().enumerate().map(|(index, pool)| (pool, view.standings.get(index)))
}

/// A pool as an object: what it is, its calls, and where the municipality stands with it.
pub fn object(view: &PoolsView, pool: &PoolView, standing: Option<&PoolStanding>) -> Result<Value, Failure> {
    let pool_value = serde_json::to_value(pool).map_err(|cause| Failure::failed(cause.to_string()))?;
    let Value::Object(mut object) = one_language_each(pool_value) else { return Ok(Value::Null) };
    let next =
        pool.calls.iter().filter(|call| call.deadline.is_some_and(|day| day >= view.as_of)).min_by_key(|call| call.deadline);
    let put = standing.and_then(|standing| standing.put.as_ref());
    let beside = json!({
        "initiative": pool.initiative.as_ref().map(|initiative| initiative.number),
        "deadline": next.and_then(|call| call.deadline),
        "deadlineTime": next.and_then(|call| call.deadline_time.clone()),
        "status": standing.map(|standing| standing.status),
        "stance": standing.and_then(|standing| standing.stance),
        "reason": standing.and_then(|standing| standing.reason),
        "assessment": standing.map(|standing| standing.text.as_str()).filter(|text| !text.is_empty()),
        "assessedOn": standing.and_then(|standing| standing.assessed_on),
        "recommendation": put.map(recommendation),
        "decision": put.and_then(|put| put.outcome),
        "condition": put.map(|put| put.condition.as_str()).filter(|condition| !condition.is_empty()),
        "choice": standing.and_then(|standing| standing.choice),
        "restsOn": standing.and_then(|standing| standing.rests_on),
        "applications": standing.map(|standing| references(&standing.applications)).unwrap_or_default(),
    });
    if let Value::Object(beside) = beside {
        object.extend(beside);
    }
    Ok(Value::Object(object))
}

fn recommendation(put: &PutView) -> Value {
    json!({
        "caseId": put.case_id,
        "case": put.case_title,
        "point": put.label,
        "text": put.text,
        "committee": put.committee,
        "meetingDate": put.meeting_date,
    })
}

/// A text in two languages becomes two: `title` in Danish and `titleEn`. The version of a row, which only a form needs, is left out.
fn one_language_each(value: Value) -> Value {
    match value {
        Value::Array(all) => all.into_iter().map(one_language_each).collect(),
        Value::Object(object) => {
            let mut flat = Map::new();
            for (name, value) in object.into_iter().filter(|(name, _)| name != "version") {
                match (value.get("da"), value.get("en")) {
                    (Some(da), Some(en)) => {
                        let in_english = format!("{name}En");
                        flat.insert(name, da.clone());
                        flat.insert(in_english, en.clone());
                    }
                    _ => drop(flat.insert(name, one_language_each(value))),
                }
            }
            Value::Object(flat)
        }
        other => other,
    }
}

fn number(pool: &PoolView) -> String {
    pool.initiative.as_ref().map_or_else(String::new, |initiative| initiative.number.to_string())
}

/// The newest call.
fn newest(pool: &PoolView) -> Option<&CallView> {
    pool.calls.first()
}

fn table(view: &PoolsView, language: Language) -> String {
    let words = words(language);
    let left = |name: &str| (name.to_owned(), Side::Left);
    let mut table = Table::new(&[
        left(words.col_key),
        (format!("{} ({})", words.col_amount, words.mio), Side::Right),
        left(words.col_state),
        left(words.col_deadline),
        left(words.col_can_apply),
        left(words.col_status),
        left(words.col_title),
    ]);
    for (pool, standing) in with_standings(view) {
        let deadline = newest(pool).and_then(|call| call.deadline);
        table.row(vec![
            pool.key.clone(),
            mio(pool.amount, false, language),
            pool.call_state.word(language).to_owned(),
            deadline.map_or_else(String::new, |date| date.to_string()),
            pool.can_apply.word(language).to_owned(),
            standing.map_or_else(String::new, |standing| standing.status.word(language).to_owned()),
            of(&pool.title, language).to_owned(),
        ]);
    }
    table.text()
}

fn csv(view: &PoolsView) -> Result<String, Failure> {
    let heading = [
        "key",
        "initiative",
        "title",
        "amount",
        "priceLevel",
        "account",
        "authority",
        "canApply",
        "callState",
        "published",
        "deadline",
        "deadlineTime",
        "callAmount",
        "status",
        "stance",
        "reason",
        "decision",
        "condition",
        "choice",
        "applications",
    ];
    let rows = with_standings(view).map(|(pool, standing)| {
        let put = standing.and_then(|standing| standing.put.as_ref());
        let applications = standing.map_or(&[][..], |standing| &standing.applications);
        let titles: Vec<&str> = applications.iter().map(|application| application.title.as_str()).collect();
        let call = newest(pool);
        let date = |date: Option<chrono::NaiveDate>| date.map_or_else(String::new, |date| date.to_string());
        vec![
            pool.key.clone(),
            number(pool),
            pool.title.da.clone(),
            output::cell(pool.amount),
            pool.price_level.map_or_else(String::new, |year| year.to_string()),
            pool.account.clone(),
            pool.authority.clone(),
            pool.can_apply.code().to_owned(),
            pool.call_state.code().to_owned(),
            date(call.and_then(|call| call.published)),
            date(call.and_then(|call| call.deadline)),
            call.and_then(|call| call.deadline_time.clone()).unwrap_or_default(),
            output::cell(call.and_then(|call| call.amount)),
            standing.map_or("", |standing| standing.status.code()).to_owned(),
            standing.and_then(|standing| standing.stance).map_or("", |stance| stance.code()).to_owned(),
            standing.and_then(|standing| standing.reason).map_or("", |reason| reason.code()).to_owned(),
            put.and_then(|put| put.outcome).map_or("", |outcome| outcome.code()).to_owned(),
            put.map(|put| put.condition.clone()).unwrap_or_default(),
            standing.and_then(|standing| standing.choice).map_or("", |choice| choice.code()).to_owned(),
            titles.join(" | "),
        ]
    });
    output::csv(&heading.map(str::to_owned), rows)
}

/// A pool with where the municipality stands and its calls, as lines of an initiative's detail.
pub fn lines(pool: &PoolView, standing: Option<&PoolStanding>, language: Language) -> Vec<String> {
    let words = words(language);
    let unit = words.mio;
    let amount = pool.amount.map(|amount| format!(" · {} {unit}", mio(Some(amount), false, language))).unwrap_or_default();
    let mut lines = vec![format!("{}  {}{amount} · {}", pool.key, of(&pool.title, language), pool.can_apply.word(language))];
    if let Some(standing) = standing {
        lines.push(format!("    {}: {}", words.col_status, standing.status.word(language)));
        let application = |it: &ApplicationRef| format!("    {}: {} ({})", words.application, it.title, it.stage.word(language));
        lines.extend(standing.applications.iter().map(application));
    }
    for text in [&pool.applicants, &pool.note] {
        let text = of(text, language);
        if !text.is_empty() {
            lines.push(format!("    {text}"));
        }
    }
    if !pool.account.is_empty() || !pool.authority.is_empty() {
        let parts: Vec<&str> = [pool.account.as_str(), &pool.authority].into_iter().filter(|part| !part.is_empty()).collect();
        lines.push(format!("    {}", parts.join(" · ")));
    }
    for call in &pool.calls {
        lines.push(format!("    {}: {}", words.col_state, call_line(call, language)));
        if !of(&call.outcome, language).is_empty() {
            lines.push(format!("      {}", of(&call.outcome, language)));
        }
        lines.extend(call.sources.iter().map(|source| format!("      {source}")));
    }
    lines
}

fn call_line(call: &CallView, language: Language) -> String {
    let words = words(language);
    let mut parts = vec![call.title.clone()];
    if let Some(published) = call.published {
        parts.push(format!("{} {}", words.published, calendar::long(published, language)));
    }
    if let Some(deadline) = call.deadline {
        let time = call.deadline_time.clone().unwrap_or_else(|| format!("({})", words.no_time));
        parts.push(format!("{} {} {time}", words.col_deadline.to_lowercase(), calendar::long(deadline, language)));
    }
    parts.extend(
        call.earlier_deadlines
            .iter()
            .map(|earlier| format!("{} {}", words.moved_from, calendar::long(earlier.deadline, language))),
    );
    if let Some(amount) = call.amount {
        parts.push(fill("{amount} {unit}", &[("amount", &mio(Some(amount), false, language)), ("unit", words.mio)]));
    }
    parts.join(", ")
}
