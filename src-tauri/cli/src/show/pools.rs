//! The pools and their calls.

use tilsagn_core::Language;
use tilsagn_core::calendar;
use tilsagn_core::views::{CallView, PoolView, PoolsView};

use crate::failure::{Failure, fill};
use crate::output::{self, Format};
use crate::show::{mio, of};
use crate::table::{Side, Table};
use crate::words::words;

/// Every pool of a view.
pub fn pools(view: &PoolsView, format: Format, language: Language) -> Result<String, Failure> {
    match format {
        Format::Table => Ok(table(view, language)),
        Format::Json => {
            let value = serde_json::to_value(&view.pools).map_err(|cause| Failure::failed(cause.to_string()))?;
            output::json(&value)
        }
        Format::Csv => csv(view),
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
        left(words.col_title),
    ]);
    for pool in &view.pools {
        let deadline = newest(pool).and_then(|call| call.deadline);
        table.row(vec![
            pool.key.clone(),
            mio(pool.amount, false, language),
            pool.call_state.word(language).to_owned(),
            deadline.map_or_else(String::new, |date| date.to_string()),
            pool.can_apply.word(language).to_owned(),
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
    ];
    let rows = view.pools.iter().map(|pool| {
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
        ]
    });
    output::csv(&heading.map(str::to_owned), rows)
}

/// A pool with its calls, as lines of an initiative's detail.
pub fn lines(pool: &PoolView, language: Language) -> Vec<String> {
    let words = words(language);
    let unit = words.mio;
    let amount = pool.amount.map(|amount| format!(" · {} {unit}", mio(Some(amount), false, language))).unwrap_or_default();
    let mut lines = vec![format!("{}  {}{amount} · {}", pool.key, of(&pool.title, language), pool.can_apply.word(language))];
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
