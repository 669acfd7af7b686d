//! What can be written of a case from what is known of it.

use chrono::NaiveDate;

use crate::applications::{AppropriationKind, Stage};
use crate::committee::prose::{self, Inline, Prose, ProseBlock, ProseItem};
use crate::committee::{PaperFormPart, PartContent};
use crate::report::case::economy::projects;
use crate::report::case::figures::agreements;
use crate::report::case::money::{Project, total};
use crate::report::case::say::{Put, item, line, listed, paragraph, paragraphs, text, together};
use crate::report::case::{ApplicationFacts, CaseFacts, PoolFacts, live};
use crate::report::made::area_label;
use crate::words::{Language, word};

/// A draft of a part of a form, beginning with what always stands there; empty where nothing can be said, and for parts that are no
/// text. What the form has no part for is told in the body.
pub fn draft(part: &PaperFormPart, form: &[PaperFormPart], facts: &CaseFacts) -> Prose {
    if !part.content.is_text() {
        return Vec::new();
    }
    let mut all = prose::read(&part.phrase);
    all.extend(match part.content {
        PartContent::Summary => paragraphs(&facts.case.summary),
        PartContent::Body => {
            let has_process = form.iter().any(|part| part.content == PartContent::Process);
            body(facts).into_iter().chain(if has_process { Vec::new() } else { process(facts) }).collect()
        }
        PartContent::Problem => problem(facts),
        PartContent::Solution => solution(facts),
        PartContent::Targets => followed("targets", facts),
        PartContent::LegalBasis => legal_basis(facts),
        PartContent::Economy => economy(facts),
        PartContent::Competence => competence(facts),
        PartContent::Process => followed("next_steps", facts),
        PartContent::Recommendation | PartContent::Decision | PartContent::Appendices | PartContent::Own => Vec::new(),
    });
    all
}

/// What happens next, under a heading of its own.
fn process(facts: &CaseFacts) -> Prose {
    let steps = followed("next_steps", facts);
    let heading = (!steps.is_empty()).then(|| ProseBlock::Heading { content: line("next_steps", Vec::new()) });
    heading.into_iter().chain(steps).collect()
}

/// A table or list that follows the data, where there is anything in it.
fn followed(code: &str, facts: &CaseFacts) -> Prose {
    if live(code, facts).is_empty() { Vec::new() } else { vec![ProseBlock::Live { code: code.to_owned() }] }
}

fn put(text: &str) -> Put {
    Put::Text(text.to_owned())
}

fn sentence_of(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', ':']) { text.to_owned() } else { format!("{text}.") }
}

fn list(items: Vec<ProseItem>) -> Prose {
    if items.is_empty() { Vec::new() } else { vec![ProseBlock::BulletList { content: items }] }
}

/// Pool by pool what is set aside and what the administration thinks of it; then what is applied for otherwise; then what runs already.
fn body(facts: &CaseFacts) -> Prose {
    let mut all = list(facts.pools.iter().filter(|pool| pool.asked).map(|it| pool(it, facts.as_of)).collect());
    let asked_pool = |id: Option<u32>| facts.pools.iter().any(|pool| pool.asked && Some(pool.id) == id);
    let others = facts.applications.iter().filter(|it| !asked_pool(it.application.pool_id));
    all.extend(list(others.map(application).collect()));
    if !facts.running.is_empty() && !all.is_empty() {
        all.push(ProseBlock::Heading { content: line("running", Vec::new()) });
        all.extend(list(facts.running.iter().map(running).collect()));
    }
    all
}

fn pool(pool: &PoolFacts, as_of: NaiveDate) -> ProseItem {
    let code = |what: &str| Put::Figure(format!("pool.{}.{what}", pool.id));
    let mut sentences = vec![match pool.initiative {
        Some(number) => {
            let puts =
                vec![("title", put(&pool.title)), ("number", put(&number.to_string())), ("area", put(area_label(&pool.area)))];
            line("pool_named", puts)
        }
        None => line("pool_unnumbered", vec![("title", put(&pool.title))]),
    }];
    let years: Vec<Vec<Inline>> = pool
        .years
        .iter()
        .map(|(year, _)| line("pool_year", vec![("amount", code(&year.to_string())), ("year", put(&year.to_string()))]))
        .collect();
    match (pool.total, pool.years.as_slice()) {
        (Some(_), [_, ..]) => {
            let span = pool.agreement.as_ref().map_or((0, 0), |agreement| (agreement.first_year, agreement.last_year));
            let key = if pool.initiative.is_some() { "pool_total_years" } else { "own_pool_total_years" };
            let puts = vec![
                ("from", put(&span.0.to_string())),
                ("to", put(&span.1.to_string())),
                ("total", code("total")),
                ("years", Put::Line(listed(years))),
            ];
            sentences.push(line(key, puts));
        }
        (Some(_), []) => sentences.push(line("pool_total", vec![("total", code("total"))])),
        (None, _) => {}
    }
    if pool.permanent.is_some() {
        sentences.push(line("pool_permanent", vec![("permanent", code("permanent"))]));
    }
    if pool.amount.is_some() && pool.amount != pool.total {
        sentences.push(line("pool_amount", vec![("amount", code("amount"))]));
    }
    if let Some(deadline) = pool.deadline {
        let key = if deadline < as_of { "pool_deadline_past" } else { "pool_deadline" };
        sentences.push(line(key, vec![("day", code("deadline"))]));
    }
    sentences.push(plain(&pool.summary));
    let assessment = assessed(&pool.assessment);
    item(together(sentences), assessment)
}

/// The administration's assessment as a bullet of its own inside.
fn assessed(assessment: &str) -> Prose {
    let mut lines = assessment.lines().map(str::trim).filter(|line| !line.is_empty());
    let Some(first) = lines.next() else { return Vec::new() };
    let rest = lines.map(|more| paragraph(vec![text(more)])).collect();
    list(vec![item(line("assessment", vec![("text", put(first))]), rest)])
}

fn plain(of: &str) -> Vec<Inline> {
    match sentence_of(of) {
        empty if empty.is_empty() => Vec::new(),
        sentence => vec![text(sentence)],
    }
}

fn application(it: &ApplicationFacts) -> ProseItem {
    let mut sentences = vec![line("application", vec![("title", put(&it.application.title))]), plain(&it.application.purpose)];
    sentences.extend(target_group(it));
    sentences.extend(money(it));
    item(together(sentences), Vec::new())
}

fn target_group(it: &ApplicationFacts) -> Option<Vec<Inline>> {
    let group = sentence_of(&it.application.target_group);
    (!group.is_empty()).then(|| line("target_group", vec![("text", Put::Text(group))]))
}

/// What is applied for, and what is granted.
fn money(it: &ApplicationFacts) -> Vec<Vec<Inline>> {
    let code = |what: &str| Put::Figure(format!("application.{}.{what}", it.application.id));
    let mut sentences = Vec::new();
    if it.application.requested.is_some() {
        let key = if it.stage.is_sent() { "requested" } else { "to_request" };
        sentences.push(line(key, vec![("amount", code("requested"))]));
    }
    if it.application.awarded.is_some() {
        let key = if it.stage == Stage::ConditionallyGranted { "granted_conditionally" } else { "granted" };
        sentences.push(line(key, vec![("amount", code("granted"))]));
    }
    sentences
}

fn running(it: &ApplicationFacts) -> ProseItem {
    let title = ("title", put(&it.application.title));
    let date = |what: &str| Put::Figure(format!("application.{}.{what}", it.application.id));
    let first = match (it.application.period_start, it.application.period_end) {
        (Some(_), Some(_)) => line("running_period", vec![title, ("from", date("start")), ("to", date("end"))]),
        (Some(_), None) => line("running_from", vec![title, ("from", date("start"))]),
        _ => line("running_undated", vec![title]),
    };
    let sentences = [Some(first), Some(plain(&it.application.purpose)), target_group(it)];
    item(together(sentences.into_iter().flatten()), Vec::new())
}

fn problem(facts: &CaseFacts) -> Prose {
    let several = facts.applications.len() > 1;
    let of = |it: &ApplicationFacts| {
        let group = target_group(it)?;
        let title = several.then(|| line("application", vec![("title", put(&it.application.title))]));
        Some(paragraph(together(title.into_iter().chain([group]))))
    };
    facts.applications.iter().filter_map(of).collect()
}

fn solution(facts: &CaseFacts) -> Prose {
    let several = facts.applications.len() > 1;
    let mut all = Vec::new();
    for it in &facts.applications {
        let purpose = plain(&it.application.purpose);
        let activities: Vec<ProseItem> = it
            .activities
            .iter()
            .map(|activity| item(together([plain(&activity.title), plain(&activity.text)]), Vec::new()))
            .collect();
        if purpose.is_empty() && activities.is_empty() {
            continue;
        }
        let title = several.then(|| line("application", vec![("title", put(&it.application.title))]));
        let opening = together(title.into_iter().chain([purpose]));
        if !opening.is_empty() {
            all.push(paragraph(opening));
        }
        all.extend(list(activities));
    }
    all
}

fn legal_basis(facts: &CaseFacts) -> Prose {
    let mut all: Prose = agreements(facts)
        .into_iter()
        .map(|agreement| {
            let date = Put::Figure(format!("agreement.{}.date", agreement.id));
            paragraph(line("agreement", vec![("title", put(&agreement.title)), ("day", date)]))
        })
        .collect();
    let mut told: Vec<&str> = Vec::new();
    for pool in &facts.pools {
        let basis = pool.legal_basis.trim();
        if !basis.is_empty() && !told.contains(&basis) {
            told.push(basis);
            all.push(paragraph(plain(basis)));
        }
    }
    all
}

/// The table with a line on own money, on what is missing and on what happens at the end, for each project; of what has no budget what
/// it depends on.
fn economy(facts: &CaseFacts) -> Prose {
    let projects = projects(facts);
    let mut all = Vec::new();
    if !projects.is_empty() {
        all.push(paragraph(line("economy_table", Vec::new())));
        all.push(ProseBlock::Live { code: "economy".to_owned() });
    }
    for (it, project) in &projects {
        all.push(paragraph(own(it, project)));
        if project.missing().is_some_and(|missing| missing.total.oere() > 0) {
            let gap = Put::Figure(format!("application.{}.gap", it.application.id));
            all.push(paragraph(line("gap", vec![("title", put(&it.application.title)), ("gap", gap)])));
        }
        let embedding = sentence_of(&it.application.embedding);
        let title = ("title", put(&it.application.title));
        all.push(paragraph(match embedding.as_str() {
            "" => line("ends_unknown", vec![title]),
            _ => line("ends", vec![title, ("text", Put::Text(embedding))]),
        }));
    }
    if projects.is_empty() && facts.pools.iter().any(|pool| pool.asked) {
        all.push(paragraph(line("depends", Vec::new())));
    } else {
        let without = facts.applications.iter().filter(|it| Project::of(it).is_none());
        all.extend(without.map(|it| paragraph(line("no_budget", vec![("title", put(&it.application.title))]))));
    }
    for (kind, key) in
        [(AppropriationKind::EstimatedAccounts, "estimated_accounts"), (AppropriationKind::Supplementary, "supplementary")]
    {
        let is_it =
            |it: &ApplicationFacts| it.appropriation.as_ref().is_some_and(|it| it.kind == kind && it.granted_on.is_none());
        if facts.applications.iter().any(is_it) {
            all.push(paragraph(line(key, Vec::new())));
        }
    }
    all
}

/// How much own money a project takes, and where it comes from.
fn own(it: &ApplicationFacts, project: &Project) -> Vec<Inline> {
    let title = ("title", put(&it.application.title));
    if total(&project.own()).oere() == 0 {
        return line("no_own", vec![title]);
    }
    let of = |what: &str| Put::Figure(format!("application.{}.{what}", it.application.id));
    let parts = project.own.iter().filter_map(|entry| {
        let (form, origin) = entry.own.as_ref()?;
        let form = put(word("draft", &format!("own_{}", form.code()), Language::Da));
        Some(match origin.trim() {
            "" => line("own_part", vec![("amount", of(&entry.slug)), ("form", form)]),
            origin => line("own_part_from", vec![("amount", of(&entry.slug)), ("form", form), ("origin", put(origin))]),
        })
    });
    let parts = Put::Line(together(parts));
    line("own", vec![title, ("own", of("own_kr")), ("parts", parts)])
}

/// The committee that reads it last.
fn competence(facts: &CaseFacts) -> Prose {
    let last = facts.readings.iter().max_by_key(|reading| reading.reading.position);
    last.map(|reading| paragraph(line("competence", vec![("committee", put(&reading.committee))]))).into_iter().collect()
}
