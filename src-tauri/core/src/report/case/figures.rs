//! The figures a text can hold.

use std::collections::HashSet;

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::calendar::{PartialDate, long};
use crate::money::Money;
use crate::report::case::economy::{economy, projects};
use crate::report::case::effects::effects;
use crate::report::case::money::{Project, own_full_time_years, total};
use crate::report::case::say::said;
use crate::report::case::{AgreementFacts, ApplicationFacts, CaseFacts, PoolFacts};
use crate::report::number;
use crate::scaled::Quantity;
use crate::views::{Figure, Text};
use crate::words::Language;
use crate::words::say::Value;

/// From this amount on whole thousands of kroner are shown in millions.
const IN_MILLIONS: Money = Money::from_oere(10_000_000);

/// Every figure that can stand in a text of the case, by what it is about; also every figure of its live tables. A code has a dot:
/// `pool.91.2019`, where 91 is the row id.
pub fn figures(facts: &CaseFacts) -> Vec<Figure> {
    let mut all = Figures::default();
    of_case(&mut all, facts);
    for pool in &facts.pools {
        of_pool(&mut all, pool);
    }
    for application in &facts.applications {
        of_application(&mut all, application, facts.office.fte_hours);
    }
    for project in &facts.running {
        of_period(&mut Of::application(&mut all, project), project);
    }
    of_sums(&mut all, facts);
    for figure in economy(facts).map(|(_, figures)| figures).into_iter().flatten().chain(effects(facts).1) {
        all.add(figure);
    }
    all.found
}

/// An amount as a paper has it: whole thousands from a hundred thousand kroner on in millions, all else in kroner.
pub(super) fn kroner(amount: Money) -> String {
    let oere = amount.oere();
    if oere.abs() >= IN_MILLIONS.oere() && oere % 100_000 == 0 { mio(amount) } else { kr(amount) }
}

/// An amount of a budget: in kroner, however large, as what stands beside it is.
pub(super) fn kr(amount: Money) -> String {
    format!("{} kr.", amount.kroner_da())
}

/// An amount of an agreement: in millions, however small.
pub(super) fn mio(amount: Money) -> String {
    format!("{} mio. kr.", amount.mio_da())
}

pub(super) fn day(date: NaiveDate) -> String {
    long(date, Language::Da)
}

/// A number with as few decimals as it needs.
fn plain(value: Decimal) -> String {
    let value = value.normalize();
    number(value, value.scale(), Language::Da)
}

fn full_time_years(count: Quantity) -> String {
    said("figure.full_time_years", &[("count", Value::Name(&plain(count.value())))]).da
}

#[derive(Default)]
struct Figures {
    found: Vec<Figure>,
    codes: HashSet<String>,
}

impl Figures {
    /// Adds a figure, where no other has its code.
    fn add(&mut self, figure: Figure) {
        if self.codes.insert(figure.code.clone()) {
            self.found.push(figure);
        }
    }
}

/// Figures of one thing.
struct Of<'a> {
    all: &'a mut Figures,
    prefix: String,
    subject: &'a str,
}

impl<'a> Of<'a> {
    fn application(all: &'a mut Figures, facts: &'a ApplicationFacts) -> Of<'a> {
        Of { all, prefix: format!("application.{}", facts.application.id), subject: &facts.application.title }
    }

    fn add(&mut self, what: &str, label: Text, shown: Option<String>) {
        if let Some(shown) = shown {
            let code = format!("{}.{what}", self.prefix);
            self.all.add(Figure { code, label, shown, subject: self.subject.to_owned(), cell: String::new() });
        }
    }

    fn named(&mut self, what: &str, label: &str, shown: Option<String>) {
        self.add(what, said(&format!("figure.{label}"), &[]), shown);
    }
}

fn of_case(all: &mut Figures, facts: &CaseFacts) {
    let mut of = Of { all, prefix: "case".into(), subject: &facts.case.title };
    let first = facts.readings.iter().find_map(|reading| reading.reading.meeting_date);
    of.named("meeting", "meeting", first.map(day));
    if facts.readings.len() > 1 {
        for (number, reading) in (1..).zip(&facts.readings) {
            let label = said("figure.meeting_of", &[("committee", Value::Name(&reading.committee))]);
            of.add(&format!("meeting_{number}"), label, reading.reading.meeting_date.map(day));
        }
    }
    let asked = facts.pools.iter().filter(|pool| pool.asked).count();
    of.named("pools", "pools", (asked > 0).then(|| asked.to_string()));
    of.named("applications", "applications", (!facts.applications.is_empty()).then(|| facts.applications.len().to_string()));
    for agreement in agreements(facts) {
        of_agreement(of.all, agreement);
    }
}

/// The agreements the case's pools came with, each once.
pub(super) fn agreements(facts: &CaseFacts) -> Vec<&AgreementFacts> {
    let mut found: Vec<&AgreementFacts> = Vec::new();
    for agreement in facts.pools.iter().filter_map(|pool| pool.agreement.as_ref()) {
        if found.iter().all(|known| known.id != agreement.id) {
            found.push(agreement);
        }
    }
    found
}

fn of_agreement(all: &mut Figures, agreement: &AgreementFacts) {
    let mut of = Of { all, prefix: format!("agreement.{}", agreement.id), subject: &agreement.title };
    of.named("date", "agreed_on", Some(day(agreement.agreed_on)));
    of.named("total", "agreement_total", agreement.total.map(mio));
    of.named("total_bn", "agreement_total_bn", agreement.total.map(billions));
    of.named("period", "agreement_period", Some(format!("{}-{}", agreement.first_year, agreement.last_year)));
}

/// Rounded half away from zero to a tenth of a billion.
fn billions(amount: Money) -> String {
    let value = Decimal::new(amount.oere(), 11).round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    format!("{} mia. kr.", number(value, 1, Language::Da))
}

fn of_pool(all: &mut Figures, pool: &PoolFacts) {
    let mut of = Of { all, prefix: format!("pool.{}", pool.id), subject: &pool.title };
    let (year_label, total_label) =
        if pool.initiative.is_some() { ("initiative_year", "initiative_total") } else { ("pool_year", "pool_total") };
    for (year, amount) in &pool.years {
        let label = said(&format!("figure.{year_label}"), &[("year", Value::Year(*year))]);
        of.add(&year.to_string(), label, Some(mio(*amount)));
    }
    of.named("total", total_label, pool.total.map(mio));
    of.named("permanent", "permanent", pool.permanent.map(mio));
    of.named("amount", "pool_amount", pool.amount.filter(|amount| Some(*amount) != pool.total).map(mio));
    of.named("deadline", "pool_deadline", pool.deadline.map(day));
}

fn of_application(all: &mut Figures, facts: &ApplicationFacts, fte_hours: u32) {
    let it = &facts.application;
    let mut of = Of::application(all, facts);
    of.named("requested", "requested", it.requested.map(kroner));
    of.named("granted", "granted", it.awarded.map(kroner));
    of.named("total", "total", it.total.map(kroner));
    if let Some(project) = Project::of(facts) {
        of.named("cost", "cost", (!project.costs.is_empty()).then(|| kroner(total(&project.cost()))));
        of.named("own_kr", "own_kr", (!project.own.is_empty()).then(|| kr(total(&project.own()))));
        of.named("own", "own", (!project.own.is_empty()).then(|| kroner(total(&project.own()))));
        let (staff, cash): (Vec<_>, Vec<_>) = project
            .own
            .iter()
            .partition(|entry| entry.own.as_ref().is_some_and(|(form, _)| *form == crate::budgets::OwnForm::ExistingStaff));
        for (what, entries) in [("own_cash", cash), ("own_staff", staff)] {
            of.named(what, what, (!entries.is_empty()).then(|| kroner(entries.iter().map(|entry| entry.total()).sum())));
        }
        of.named("gap", "gap", project.missing().map(|it| it.total).filter(|gap| gap.oere() != 0).map(kr));
    }
    of.named("own_fte", "own_fte", own_full_time_years(facts, fte_hours).map(full_time_years));
    of_period(&mut of, facts);
    of.named("deadline", "deadline", facts.deadline.map(day));
}

fn of_period(of: &mut Of<'_>, facts: &ApplicationFacts) {
    let date = |date: PartialDate| date.long(Language::Da);
    of.named("start", "start", facts.application.period_start.map(date));
    of.named("end", "end", facts.application.period_end.map(date));
}

fn of_sums(all: &mut Figures, facts: &CaseFacts) {
    let mut of = Of { all, prefix: "sum".into(), subject: &facts.case.title };
    let stated = |pick: fn(&ApplicationFacts) -> Option<Money>| {
        facts.applications.iter().filter_map(pick).reduce(|sum, more| sum + more).map(kroner)
    };
    of.named("requested", "sum_requested", stated(|it| it.application.requested));
    of.named("granted", "sum_granted", stated(|it| it.application.awarded));
    let projects = projects(facts);
    let reckoned = |pick: fn(&Project) -> Money| {
        (!projects.is_empty()).then(|| kroner(projects.iter().map(|(_, project)| pick(project)).sum()))
    };
    of.named("cost", "sum_cost", reckoned(|project| total(&project.cost())));
    of.named("own", "sum_own", reckoned(|project| total(&project.own())));
}
