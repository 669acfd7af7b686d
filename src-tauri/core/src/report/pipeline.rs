//! The overview for managers: whole, for whoever reads it has not the program at hand.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::deadlines::DeadlineKind;
use crate::deadlines::list::of_one_each;
use crate::money::Money;
use crate::report::days;
use crate::report::made::{
    blocks as cell, body, count, dates, filled, filled_in, index, kroner, numbers, reckoned, said, sum, texts,
};
use crate::report::{Block, Cell, Reckoned, Row, Run, Section, Table, stances};
use crate::views::{
    AmountOf, Attention, AttentionKind, DeadlineItem, ExposureFigures, ExposureView, HitRate, OverviewView, PoolStanding,
    PoolView,
};
use crate::words::Language;
use crate::words::say::Value;

/// The overview, from what the manager's page shows, what the municipality has promised, the titles of its applications, and the pools
/// it has looked at. Each project is said once.
pub fn pipeline(
    view: &OverviewView,
    exposure: &ExposureView,
    titles: &HashMap<u32, String>,
    pools: &[(PoolView, PoolStanding)],
    language: Language,
) -> Vec<Section> {
    let mut blocks = attention(view, language);
    blocks.extend(days_ahead(view, language));
    blocks.extend(stances(pools, language));
    blocks.extend(stages(view, titles, language));
    blocks.extend(hit_rate(view, language));
    blocks.extend(own_financing(exposure, language));
    vec![Section { landscape: false, blocks: run_on(blocks) }]
}

/// Sentences that follow each other without a heading between are one paragraph: it is to be read on one page.
fn run_on(blocks: Vec<Block>) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match (all.last_mut(), block) {
            (Some(Block::Paragraph { runs: before }), Block::Paragraph { runs }) => {
                before.push(Run::plain(" "));
                before.extend(runs);
            }
            (_, block) => all.push(block),
        }
    }
    all
}

fn table(title: &str, columns: Vec<crate::report::Column>, rows: Vec<Row>, note: String) -> Block {
    Block::Table(Table { title: title.to_owned(), columns, groups: Vec::new(), rows, note })
}

fn attention(view: &OverviewView, language: Language) -> Vec<Block> {
    let title = said("needs_action", language);
    let mut blocks = vec![Block::heading(2, title)];
    if view.attention.is_empty() {
        blocks.push(Block::paragraph(said("nothing_needs_action", language)));
        return blocks;
    }
    let columns = vec![
        texts(said("col_what", language), 40),
        texts(said("col_why", language), 42),
        dates(said("col_day", language), 12),
        numbers(said("col_days", language), 10),
    ];
    let row = |alike: Alike| {
        let Alike { titles, reasons, first } = alike;
        body(vec![
            Cell::text(titles.join("; ")),
            cell(reasons.into_iter().map(Block::paragraph).collect()),
            first.map_or(Cell::Empty, |(date, _)| Cell::Date { date }),
            first.and_then(|(_, days)| days).map_or(Cell::Empty, |days| Cell::number(days.into(), 0)),
        ])
    };
    let rows = alike(&view.attention, language).into_iter().map(row).collect();
    blocks.push(Block::Table(filled_in(title, columns, rows, String::new())));
    blocks
}

/// Projects with the same the matter with them.
struct Alike {
    titles: Vec<String>,
    reasons: Vec<String>,
    /// The first day any of it hangs on, with the days to it.
    first: Option<(NaiveDate, Option<i32>)>,
}

fn alike(attention: &[Attention], language: Language) -> Vec<Alike> {
    let mut all: Vec<Alike> = Vec::new();
    for of_one in by_subject(attention) {
        let title = of_one.first().map(|it| it.title.clone()).unwrap_or_default();
        let first = of_one.iter().filter_map(|it| Some((it.on?, it.days))).min();
        let reasons = reasons(&of_one, language);
        match all.iter_mut().find(|known| known.reasons == reasons && known.first == first) {
            Some(known) => known.titles.push(title),
            None => all.push(Alike { titles: vec![title], reasons, first }),
        }
    }
    all
}

/// What needs action of each application, case or pool, where the most urgent of it stands.
fn by_subject(attention: &[Attention]) -> Vec<Vec<&Attention>> {
    let subject = |it: &Attention| match (it.application_id, it.case_id) {
        (Some(id), _) => (Some(id), None, None),
        (None, Some(id)) => (None, Some(id), None),
        (None, None) => (None, None, it.pool_key.clone()),
    };
    let mut groups: Vec<Vec<&Attention>> = Vec::new();
    for it in attention {
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| subject(first) == subject(it))) {
            Some(group) => group.push(it),
            None => groups.push(vec![it]),
        }
    }
    groups
}

/// Why, a line for each kind of thing: several of one kind stand after each other.
fn reasons(of_one: &[&Attention], language: Language) -> Vec<String> {
    let mut lines: Vec<(AttentionKind, String)> = Vec::new();
    for it in of_one {
        let is_more = |(kind, _): &&mut (AttentionKind, String)| *kind == it.kind && it.day.is_none() && !it.detail.is_empty();
        match lines.iter_mut().find(is_more) {
            Some((_, line)) => *line = format!("{line} {}", it.detail),
            None => lines.push((it.kind, why(it, language))),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

fn why(it: &Attention, language: Language) -> String {
    let word = it.kind.word(language);
    match (&it.day, it.kind) {
        (Some(day), _) => {
            let flag = days::flag(day, language);
            let what = days::what(day, language);
            let reason = day.flags.first().map(|flag| flag.reason.in_language(language)).unwrap_or_default();
            [what.as_str(), flag, reason].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
        }
        (None, AttentionKind::SourcesDiffer) => format!("{word} ({})", it.detail),
        (None, _) if it.detail.is_empty() => word.to_owned(),
        (None, _) => format!("{word}: {}", it.detail),
    }
}

fn stages(view: &OverviewView, titles: &HashMap<u32, String>, language: Language) -> Vec<Block> {
    let title = said("by_stage", language);
    let mut blocks = vec![Block::heading(2, title)];
    if view.stages.is_empty() {
        blocks.push(Block::paragraph(said("no_applications", language)));
    } else {
        let columns = vec![
            texts(said("col_stage", language), 24),
            numbers(said("col_count", language), 8),
            numbers(said("col_requested", language), 16),
            numbers(said("col_without_amount", language), 18),
            numbers(said("col_awarded", language), 16),
            numbers(said("col_without_amount", language), 18),
        ];
        let mut rows: Vec<Row> = view
            .stages
            .iter()
            .map(|stage| {
                let counted = |of: &AmountOf, applies: bool| match applies {
                    true => [known(of), unknown(of)],
                    false => [Cell::Empty, Cell::Empty],
                };
                let granted = stage.stage.is_granted();
                let [requested, requested_unknown] = counted(&stage.requested, true);
                let [awarded, awarded_unknown] = counted(&stage.awarded, granted);
                body(vec![
                    Cell::text(stage.stage.word(language)),
                    count(stage.requested.applications.len()),
                    requested,
                    requested_unknown,
                    awarded,
                    awarded_unknown,
                ])
            })
            .collect();
        let without = [2, 4].map(|amount| without_amounts(&mut rows, amount));
        rows.push(total(&rows, language));
        let note = if without.contains(&false) { said("our_part", language).to_owned() } else { String::new() };
        blocks.push(Block::Table(filled_in(title, columns, rows, note)));
    }
    let sentence = |code: &str, of: &AmountOf| {
        let (counted, unknown) = (of.applications.len().to_string(), of.unknown.to_string());
        let known = matches!(known(of), Cell::Number { .. });
        let amount = match (known, of.unknown) {
            (false, 0) => String::new(),
            (false, _) => said("amounts_not_stated", language).to_owned(),
            (true, 0) => filled("amounts_in_all", &[("amount", Value::Money(of.amount))], language),
            (true, _) => {
                filled("amounts_unknown", &[("amount", Value::Money(of.amount)), ("count", Value::Name(&unknown))], language)
            }
        };
        filled(code, &[("count", Value::Name(&counted)), ("amounts", Value::Name(&amount))], language)
    };
    let mut sentences = Vec::new();
    if !view.stages.is_empty() {
        sentences.push(sentence("waiting_for_answer", &view.applied));
        sentences.push(sentence("granted_and_running", &view.granted));
        if !view.conditional.applications.is_empty() {
            sentences.push(sentence("granted_on_condition", &view.conditional));
        }
    }
    let undated: Vec<&str> = view.undated.iter().filter_map(|id| titles.get(id)).map(String::as_str).collect();
    if !undated.is_empty() {
        sentences.push(filled("undated", &[("titles", Value::Name(&undated.join("; ")))], language));
    }
    if !sentences.is_empty() {
        blocks.push(Block::paragraph(sentences.join(" ")));
    }
    blocks
}

/// Whether no row has an amount in a column; then the count beside it, of those without, says nothing more and is taken out.
fn without_amounts(rows: &mut [Row], amount: usize) -> bool {
    let without = rows.iter().all(|row| row.cells.get(amount) == Some(&Cell::Empty));
    for count in rows.iter_mut().filter(|_| without).filter_map(|row| row.cells.get_mut(amount + 1)) {
        *count = Cell::Empty;
    }
    without
}

/// The amount; nothing where none of them has one.
fn known(of: &AmountOf) -> Cell {
    let unknown = usize::try_from(of.unknown).unwrap_or(usize::MAX);
    if of.applications.len() > unknown { kroner(of.amount) } else { Cell::Empty }
}

fn unknown(of: &AmountOf) -> Cell {
    Cell::number(of.unknown.into(), 0)
}

/// The sum of every column of numbers.
fn total(rows: &[Row], language: Language) -> Row {
    let columns = rows.first().map_or(0, |row| row.cells.len());
    let down = || Reckoned::Down { from: 0, to: index(rows.len().saturating_sub(1)) };
    let of = |at: usize| {
        let numbers: Vec<(rust_decimal::Decimal, u32)> = rows
            .iter()
            .filter_map(|row| match row.cells.get(at) {
                Some(Cell::Number { value, decimals, .. }) => Some((*value, *decimals)),
                _ => None,
            })
            .collect();
        let decimals = numbers.iter().map(|(_, decimals)| *decimals).max()?;
        Some(reckoned(numbers.iter().map(|(value, _)| *value).sum(), decimals, down()))
    };
    let rest = (1..columns).map(|at| of(at).unwrap_or(Cell::Empty));
    sum(std::iter::once(Cell::text(said("sum", language))).chain(rest).collect())
}

fn hit_rate(view: &OverviewView, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::heading(2, said("hit_rate", language))];
    if view.hit_rate.answered.is_empty() && view.hit_rate.waiting.is_empty() {
        blocks.push(Block::paragraph(said("no_answers", language)));
        return blocks;
    }
    if view.by_department.len() < 2 && !is_known(&view.hit_rate) {
        let [answered, granted, waiting] =
            [&view.hit_rate.answered, &view.hit_rate.granted, &view.hit_rate.waiting].map(|of| of.len().to_string());
        let values =
            [("answered", Value::Name(&answered)), ("granted", Value::Name(&granted)), ("waiting", Value::Name(&waiting))];
        // A sentence needs no heading of its own beneath the stages.
        return vec![Block::paragraph(filled("hit_rate_without_amounts", &values, language))];
    }
    let columns = vec![
        texts(said("col_department", language), 24),
        numbers(said("col_answered", language), 9),
        numbers(said("col_granted_count", language), 9),
        numbers(said("col_waiting", language), 9),
        numbers(said("col_requested", language), 15),
        numbers(said("col_awarded", language), 15),
        numbers(said("col_share_granted", language), 11),
    ];
    let row = |rate: &HitRate, name: String, is_sum: bool| {
        let share = rate
            .money_per_mille
            .map_or(Cell::Empty, |per_mille| Cell::number(rust_decimal::Decimal::new(per_mille.into(), 1), 1));
        let cells = vec![
            Cell::text(name),
            count(rate.answered.len()),
            count(rate.granted.len()),
            count(rate.waiting.len()),
            if is_known(rate) { kroner(rate.requested) } else { Cell::Empty },
            if is_known(rate) { kroner(rate.awarded) } else { Cell::Empty },
            share,
        ];
        if is_sum { sum(cells) } else { body(cells) }
    };
    let name = |rate: &HitRate| if rate.name.is_empty() { said("no_department", language).to_owned() } else { rate.name.clone() };
    // One department is all there is.
    let departments = view.by_department.iter().filter(|_| view.by_department.len() > 1);
    let mut rows: Vec<Row> = departments.map(|rate| row(rate, name(rate), false)).collect();
    rows.push(row(&view.hit_rate, said("all", language).to_owned(), true));
    let note = match view.hit_rate.unknown {
        0 => said("hit_rate_note", language).to_owned(),
        unknown => {
            let unknown = unknown.to_string();
            let left_out = filled("hit_rate_unknown", &[("count", Value::Name(&unknown))], language);
            format!("{} {left_out}", said("hit_rate_note", language))
        }
    };
    blocks.push(table(said("hit_rate", language), columns, rows, note));
    blocks
}

/// Whether any answered application has both figures.
fn is_known(rate: &HitRate) -> bool {
    rate.answered.len() > usize::try_from(rate.unknown).unwrap_or(usize::MAX)
}

fn own_financing(exposure: &ExposureView, language: Language) -> Vec<Block> {
    let title = said("own_by_year", language);
    let mut blocks = vec![Block::heading(2, title)];
    let anything = |year: &ExposureFigures| {
        [year.own_cash, year.own_cash_pending, year.own_staff, year.own_staff_pending].iter().any(|amount| *amount != Money::ZERO)
    };
    if !exposure.total.iter().any(anything) {
        return vec![Block::paragraph(said("no_own_financing", language))];
    }
    let columns = vec![
        texts(said("col_year", language), 14),
        numbers(said("col_own_cash", language), 16),
        numbers(said("col_own_cash_pending", language), 18),
        numbers(said("col_own_staff", language), 16),
        numbers(said("col_own_staff_pending", language), 18),
        numbers(said("col_own_total", language), 16),
    ];
    let mut rows: Vec<Row> = exposure
        .total
        .iter()
        .map(|year| {
            let all = year.own_cash + year.own_cash_pending + year.own_staff + year.own_staff_pending;
            let decimals = if all.oere() % 100 == 0 { 0 } else { 2 };
            body(vec![
                Cell::text(crate::report::exposure::year(year.year, language)),
                kroner(year.own_cash),
                kroner(year.own_cash_pending),
                kroner(year.own_staff),
                kroner(year.own_staff_pending),
                reckoned(all.kroner(), decimals, Reckoned::Across { columns: vec![1, 2, 3, 4] }),
            ])
        })
        .collect();
    rows.push(total(&rows, language));
    blocks.push(table(title, columns, rows, crate::report::exposure::prices(exposure, language)));
    if !exposure.without_budget.is_empty() {
        let titles: Vec<&str> = exposure.without_budget.iter().map(|it| it.title.as_str()).collect();
        blocks.push(Block::paragraph(filled("without_budget_named", &[("titles", Value::Name(&titles.join("; ")))], language)));
    }
    blocks
}

fn days_ahead(view: &OverviewView, language: Language) -> Vec<Block> {
    let title = said("days_ahead", language);
    let mut blocks = vec![Block::heading(2, title)];
    if view.deadlines.is_empty() {
        blocks.push(Block::paragraph(said("no_days_ahead", language)));
        return blocks;
    }
    let columns = vec![
        dates(said("col_day", language), 12),
        texts(said("col_what", language), 34),
        texts(said("col_whose", language), 34),
        numbers(said("col_working_days", language), 14),
        texts(said("col_flag", language), 14),
    ];
    let row = |item: &DeadlineItem| {
        body(vec![
            Cell::day(item.when(), language),
            // Of a call the pool is named by whose it is.
            Cell::text(if item.kind == DeadlineKind::Call {
                item.kind.word(language).to_owned()
            } else {
                days::what(item, language)
            }),
            Cell::text(item.title.clone()),
            item.left().map_or(Cell::Empty, |(_, working_days)| Cell::number(working_days.into(), 0)),
            Cell::text(days::flag(item, language)),
        ])
    };
    let rows: Vec<Row> = of_one_each(view.deadlines.iter()).map(row).collect();
    let is_cut = rows.len() < view.deadlines.len();
    let note = if is_cut { said("next_step_only", language).to_owned() } else { String::new() };
    blocks.push(Block::Table(filled_in(title, columns, rows, note)));
    blocks
}
