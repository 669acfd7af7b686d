//! The economy of a case: what its projects cost, who pays and what must be appropriated, by budget year.

use crate::budgets::Vat;
use crate::money::Money;
use crate::report::case::grid::{Grid, How, Line, Says};
use crate::report::case::money::{ByYear, Entry, Project, added, less, total};
use crate::report::case::rounding::Rounding;
use crate::report::case::say::{da, said};
use crate::report::case::{ApplicationFacts, CaseFacts};
use crate::report::made::{index, numbers, texts};
use crate::report::{Block, Cell, Reckoned, Row, RowKind, Table};
use crate::views::{Figure, Text};
use crate::words::say::Value;

/// The case's projects that have money in them.
pub(super) fn projects(facts: &CaseFacts) -> Vec<(&ApplicationFacts, Project)> {
    facts.applications.iter().filter_map(|it| Some((it, Project::of(it)?))).collect()
}

/// Rows of a project or of the whole case that the sums of the case are made of.
#[derive(Default)]
struct Places {
    cost: Vec<u32>,
    own: Vec<u32>,
    financing: Vec<u32>,
    expenditure: Vec<u32>,
    receipts: Vec<u32>,
}

/// The table by budget year, with what its cells are as figures; none where no project has money in it.
pub(super) fn economy(facts: &CaseFacts) -> Option<(Table, Vec<Figure>)> {
    let projects = projects(facts);
    if projects.is_empty() {
        return None;
    }
    let wholes: Vec<ByYear> =
        projects.iter().flat_map(|(_, it)| [it.cost(), it.financing(), it.expenditure.clone(), it.receipts.clone()]).collect();
    let mut parts: Vec<&ByYear> = wholes.iter().collect();
    parts.extend(projects.iter().flat_map(|(_, it)| it.costs.iter().chain(&it.income).chain(&it.own)).map(|entry| &entry.years));
    let mut grid = Grid::of(facts, &parts);
    let mut places = Places::default();
    for (application, project) in &projects {
        if projects.len() > 1 {
            grid.heading(&application.application.title);
        }
        of_project(&mut grid, &mut places, application, project);
    }
    if projects.len() > 1 {
        of_case(&mut grid, &places, &projects, &facts.case.title);
    }
    let mut notes = note(&projects);
    if grid.has_not_said() {
        notes.push(da("economy.note_not_allotted", &[]));
    }
    Some(grid.finish(da("live.economy", &[]), &da("economy.heading", &[]), &notes.join(" "), &exact(&projects)))
}

/// What is said to the krone where the table is rounded.
fn exact(projects: &[(&ApplicationFacts, Project)]) -> Vec<(Text, Money)> {
    let sum = |of: fn(&Project) -> Money| -> Money { projects.iter().map(|(_, it)| of(it)).sum() };
    let all = [
        ("cost", sum(|it| total(&it.cost()))),
        ("financing", sum(|it| total(&it.financing()))),
        ("gap", sum(|it| it.missing().unwrap_or_default().total)),
    ];
    let there = all.into_iter().filter(|(_, amount)| *amount != Money::ZERO);
    there.map(|(slug, amount)| (said(&format!("economy.{slug}"), &[]), amount)).collect()
}

fn of_project(grid: &mut Grid, places: &mut Places, application: &ApplicationFacts, project: &Project) {
    let of = format!("application.{}", application.application.id);
    let subject = application.application.title.as_str();
    let mut row = |kind: RowKind, (slug, label): (&str, Text), (years, says): (&ByYear, Says), how: How| {
        grid.line(Line { kind, code: format!("{of}.{slug}"), label, years, says, how, subject })
    };
    let named = |slug: &'static str| (slug, said(&format!("economy.{slug}"), &[]));
    let given = |entry: &Entry| entry.label.clone();
    let costs: Vec<u32> = project
        .costs
        .iter()
        .map(|entry| row(RowKind::Body, (&entry.slug, given(entry)), (&entry.years, Says::Years), How::Given))
        .collect();
    let cost = match costs.as_slice() {
        [] => None,
        [only] => Some(*only),
        [first, .., last] => Some(row(RowKind::Sum, named("cost"), (&project.cost(), Says::Years), How::Down(*first, *last))),
    };
    let mut pays: Vec<u32> = Vec::new();
    for entry in project.income.iter().chain(&project.own) {
        let at = row(RowKind::Body, (&entry.slug, given(entry)), (&entry.years, Says::Years), How::Given);
        if entry.own.is_some() {
            places.own.push(at);
        }
        pays.push(at);
    }
    let financing = match pays.as_slice() {
        [] => None,
        [only] => Some(*only),
        [first, .., last] => {
            Some(row(RowKind::Sum, named("financing"), (&project.financing(), Says::Years), How::Down(*first, *last)))
        }
    };
    let whole = |is_allotted: bool| if is_allotted { Says::Years } else { Says::Whole };
    if let (Some(cost), Some(financing), Some(missing)) = (cost, financing, project.missing())
        && !missing.is_none()
    {
        let years = less(&project.cost(), &project.financing());
        row(RowKind::Sum, named("gap"), (&years, whole(missing.is_allotted())), How::Less(cost, financing));
    }
    let mut appropriation = |slug: &'static str, years: &ByYear, says: Says, how: How| {
        (!years.is_empty()).then(|| row(RowKind::Part, named(slug), (years, says), how))
    };
    let spent = appropriation("expenditure", &project.expenditure, Says::Open, How::Given);
    let received = appropriation("income", &project.receipts, Says::Open, How::Given);
    if let (Some(spent), Some(received)) = (spent, received) {
        appropriation("net", &project.net(), whole(project.net_is_allotted()), How::Less(spent, received));
    }
    places.cost.extend(cost);
    places.financing.extend(financing);
    places.expenditure.extend(spent);
    places.receipts.extend(received);
}

/// The case in all, where it has several projects.
fn of_case(grid: &mut Grid, places: &Places, projects: &[(&ApplicationFacts, Project)], subject: &str) {
    grid.heading(&da("economy.all", &[]));
    let sum = |pick: fn(&Project) -> ByYear| added(projects.iter().map(|(_, it)| pick(it)).collect::<Vec<_>>().iter());
    let parts = [
        ("cost", &places.cost, sum(Project::cost)),
        ("own", &places.own, sum(Project::own)),
        ("financing", &places.financing, sum(Project::financing)),
        ("expenditure", &places.expenditure, sum(|it| it.expenditure.clone())),
        ("income", &places.receipts, sum(|it| it.receipts.clone())),
    ];
    for (slug, rows, years) in parts {
        if !rows.is_empty() {
            let label = said(&format!("economy.{slug}"), &[]);
            let (code, how) = (format!("sum.{slug}"), How::Rows(rows.clone()));
            let says = if matches!(slug, "expenditure" | "income") { Says::Open } else { Says::Years };
            grid.line(Line { kind: RowKind::Sum, code, label, years: &years, says, how, subject });
        }
    }
}

/// Price level, value added tax, and what the appropriations are.
fn note(projects: &[(&ApplicationFacts, Project)]) -> Vec<String> {
    let vat = |application: &ApplicationFacts| application.budget.as_ref().map_or(Vat::NotStated, |it| it.budget.vat);
    let said_of = |vat: Vat| said(&format!("economy.vat_{}", vat.code()), &[]);
    let first = projects.first().map(|(application, _)| vat(application));
    let same = projects.iter().all(|(application, _)| Some(vat(application)) == first);
    let vats = match (first, same) {
        (Some(vat), true) => said_of(vat).da,
        _ => {
            let of = |(application, _): &(&ApplicationFacts, Project)| {
                let title = Value::Name(&application.application.title);
                da("economy.vat_of", &[("title", title), ("vat", Value::Text(said_of(vat(application))))])
            };
            projects.iter().map(of).collect::<Vec<_>>().join(" ")
        }
    };
    let mut notes = vec![da("economy.note", &[("vat", Value::Text(Text::new(vats.clone(), vats)))])];
    let reckoned = || projects.iter().filter(|(_, it)| !it.stated && !it.expenditure.is_empty());
    if projects.iter().any(|(_, it)| it.stated) {
        notes.push(da("economy.note_stated", &[]));
        let title = |application: &&ApplicationFacts| {
            da("economy.note_reckoned_of", &[("title", Value::Name(&application.application.title))])
        };
        notes.extend(reckoned().map(|(application, _)| title(application)));
    } else if reckoned().any(|(_, it)| !it.by_cost) {
        notes.push(da("economy.note_reckoned", &[]));
    }
    if projects.iter().any(|(_, it)| it.by_cost) {
        notes.push(da("economy.note_by_cost", &[]));
    }
    if projects.iter().flat_map(|(_, it)| &it.costs).any(|entry| entry.is_unplaced()) {
        notes.push(da("economy.note_area", &[]));
    }
    notes
}

/// Who pays for each project, in all years together.
pub(super) fn financing(facts: &CaseFacts) -> Vec<Block> {
    let projects = projects(facts);
    let mut rounding = Rounding::default();
    let mut rows: Vec<Row> = Vec::new();
    for (application, project) in &projects {
        let entries: Vec<&Entry> = project.income.iter().chain(&project.own).collect();
        if entries.is_empty() {
            continue;
        }
        if projects.len() > 1 {
            rows.push(Row { kind: RowKind::Heading, cells: vec![Cell::text(application.application.title.clone())] });
        }
        let from = index(rows.len());
        let of = |slug: &str| format!("application.{}.{slug}", application.application.id);
        for entry in &entries {
            let number = rounding.cell(entry.total(), None, of(&entry.slug));
            rows.push(Row { kind: RowKind::Body, cells: vec![Cell::text(entry.label.da.clone()), number] });
        }
        if entries.len() > 1 {
            let to = index(rows.len() - 1);
            let sum = entries.iter().map(|entry| entry.total()).sum();
            let sum = rounding.cell(sum, Some(Reckoned::Down { from, to }), of("financing"));
            rows.push(Row { kind: RowKind::Sum, cells: vec![Cell::text(da("economy.financing", &[])), sum] });
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![texts(da("live.financing_heading", &[]), 70), numbers(da("live.amount_heading", &[]), 30)];
    let title = da("live.financing", &[]);
    let exact: Vec<(Text, Money)> =
        exact(&projects).into_iter().filter(|(label, _)| *label == said("economy.financing", &[])).collect();
    let note = rounding.note(&rows, &exact);
    vec![Block::Table(Table { title, columns, groups: Vec::new(), rows, note })]
}
