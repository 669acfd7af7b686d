//! What own money is meant to bring, by budget year.

use crate::budgets::{Effect, EffectYear, effect_view};
use crate::report::case::grid::{Grid, How, Line, Says};
use crate::report::case::money::{ByYear, Project};
use crate::report::case::say::{da, said};
use crate::report::case::{ApplicationFacts, CaseFacts};
use crate::report::{RowKind, Table};
use crate::views::{EffectView, Figure, Text};
use crate::words::say::Value;

/// A project's effects, net by year, and what is saved and put in.
struct Expected<'a> {
    application: &'a ApplicationFacts,
    view: EffectView,
    lines: Vec<ByYear>,
    saved: ByYear,
    own: ByYear,
}

/// The table by budget year, with what its cells are as figures; none where nothing is expected.
pub(super) fn effects(facts: &CaseFacts) -> (Option<Table>, Vec<Figure>) {
    let all: Vec<Expected<'_>> = facts.applications.iter().filter(|it| !it.effects.is_empty()).map(expected).collect();
    if all.is_empty() {
        return (None, Vec::new());
    }
    let parts: Vec<&ByYear> = all.iter().flat_map(|it| it.lines.iter().chain([&it.saved, &it.own])).collect();
    let mut grid = Grid::of(facts, &parts);
    for it in &all {
        if all.len() > 1 {
            grid.heading(&it.application.application.title);
        }
        of_project(&mut grid, it);
    }
    let bases = all.iter().flat_map(|it| &it.application.effects).map(|it| &it.effect);
    let basis = |effect: &Effect| {
        let values = [("text", Value::Name(&effect.text)), ("assumption", Value::Name(effect.assumption.trim()))];
        (!effect.assumption.trim().is_empty()).then(|| da("live.effect_basis", &values))
    };
    let notes: Vec<String> = std::iter::once(da("live.effect_note", &[])).chain(bases.filter_map(basis)).collect();
    let saved = all.iter().flat_map(|it| it.saved.values()).copied().sum();
    let exact = [(said("live.effect_sum", &[]), saved)];
    let (table, figures) = grid.finish(da("live.effects", &[]), &da("live.effect_heading", &[]), &notes.join(" "), &exact);
    (Some(table), figures)
}

fn expected(application: &ApplicationFacts) -> Expected<'_> {
    let own = Project::of(application).map(|project| project.own()).unwrap_or_default();
    let parts = |it: &crate::report::case::EffectFacts| -> (Effect, Vec<EffectYear>) { (it.effect.clone(), it.years.clone()) };
    let view = effect_view(application.application.id, application.effects.iter().map(parts).collect(), &own);
    let net = |years: &[EffectYear], net: &[crate::money::Money]| -> ByYear {
        years.iter().zip(net).map(|(year, net)| (year.year, *net)).collect()
    };
    let lines = view.effects.iter().map(|line| net(&line.years, &line.net)).collect();
    let saved = view.years.iter().filter_map(|sum| Some((sum.year?, sum.net))).collect();
    Expected { application, view, lines, saved, own }
}

fn of_project(grid: &mut Grid, it: &Expected<'_>) {
    let of = format!("application.{}", it.application.application.id);
    let subject = it.application.application.title.as_str();
    let mut row = |kind: RowKind, slug: &str, label: Text, years: &ByYear, how: How| {
        grid.line(Line { kind, code: format!("{of}.{slug}"), label, years, says: Says::Years, how, subject })
    };
    let mut rows = Vec::new();
    for (line, years) in it.view.effects.iter().zip(&it.lines) {
        let label = Text::new(line.effect.text.clone(), line.effect.text.clone());
        rows.push(row(RowKind::Body, &format!("effect_{}", line.effect.id), label, years, How::Given));
    }
    let saved = match rows.as_slice() {
        [only] => *only,
        _ => row(RowKind::Sum, "effect", said("live.effect_sum", &[]), &it.saved, How::Rows(rows.clone())),
    };
    if !it.own.is_empty() {
        let own = row(RowKind::Body, "effect_own", said("live.effect_own", &[]), &it.own, How::Given);
        let taken: ByYear = it.own.iter().map(|(year, amount)| (*year, -*amount)).collect();
        let balance = crate::report::case::money::added([&it.saved, &taken]);
        row(RowKind::Sum, "effect_balance", said("live.effect_balance", &[]), &balance, How::Less(saved, own));
    }
}
