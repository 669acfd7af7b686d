//! What a project costs and who pays, by year: the rows every table and figure of money is made of.

use std::collections::BTreeMap;

use crate::budgets::{BudgetLine, Method, Missing, OwnForm, Side, Source, full_time_years};
use crate::money::Money;
use crate::report::case::say::said;
use crate::report::case::{ApplicationFacts, LineFacts};
use crate::scaled::Quantity;
use crate::views::Text;
use crate::words::say::Value;

/// Amounts by year; year 0 is what is not allotted to one.
pub(super) type ByYear = BTreeMap<i32, Money>;

/// What costs are known by of which no area of appropriation is known; and those of construction.
const UNPLACED: &str = "cost_";
const UNPLACED_CONSTRUCTION: &str = "cost__c";

/// Money of one kind.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// What it is known by within its project.
    pub slug: String,
    /// What it is.
    pub label: Text,
    /// How much.
    pub years: ByYear,
    /// Where own money comes from: its form and what is written of it.
    pub own: Option<(OwnForm, String)>,
}

impl Entry {
    pub fn total(&self) -> Money {
        total(&self.years)
    }

    /// Whether it is a cost of which no area of appropriation is known.
    pub fn is_unplaced(&self) -> bool {
        [UNPLACED, UNPLACED_CONSTRUCTION].contains(&self.slug.as_str())
    }
}

/// All years together.
pub(super) fn total(years: &ByYear) -> Money {
    years.values().copied().sum()
}

/// The sum by year.
pub(super) fn added<'a>(entries: impl IntoIterator<Item = &'a ByYear>) -> ByYear {
    let mut sum = ByYear::new();
    for entry in entries {
        for (year, amount) in entry {
            *sum.entry(*year).or_default() += *amount;
        }
    }
    sum
}

/// One less another, by year.
pub(super) fn less(from: &ByYear, less: &ByYear) -> ByYear {
    let taken: ByYear = less.iter().map(|(year, amount)| (*year, -*amount)).collect();
    added([from, &taken])
}

/// Whether all of it stands in years.
fn is_allotted(years: &ByYear) -> bool {
    !years.contains_key(&0)
}

/// A project's money.
#[derive(Clone, Debug, Default)]
pub(super) struct Project {
    /// Costs by area of appropriation.
    pub costs: Vec<Entry>,
    /// Grant and other money from outside.
    pub income: Vec<Entry>,
    /// The municipality's own.
    pub own: Vec<Entry>,
    /// What the municipality must be allowed to spend.
    pub expenditure: ByYear,
    /// What it must be allowed to receive.
    pub receipts: ByYear,
    /// Whether those two are as written on the application; else they are reckoned from the budget.
    pub stated: bool,
    /// Whether what may be spent stands in the years of the costs, because the money for it is not allotted to years.
    pub by_cost: bool,
    /// What pays without an appropriation: found within a budget, paid in work, or a partner's.
    within: ByYear,
}

impl Project {
    /// The money of an application; none where no amount stands in its budget and nothing is written of an appropriation.
    pub fn of(facts: &ApplicationFacts) -> Option<Project> {
        let mut project = Project::default();
        let lines = facts.budget.as_ref().map_or(&[][..], |budget| &budget.lines);
        for line in lines.iter().filter(|line| line.years.iter().any(|year| year.amount.is_some())) {
            project.add(facts, line);
        }
        number_own(&mut project.own);
        project.follow_costs();
        if !facts.appropriation_years.is_empty() {
            (project.stated, project.by_cost) = (true, false);
            project.expenditure = facts.appropriation_years.iter().map(|it| (it.year, it.expenditure)).collect();
            project.receipts = facts.appropriation_years.iter().map(|it| (it.year, it.income)).collect();
        }
        let empty = project.costs.is_empty() && project.financing().is_empty() && project.expenditure.is_empty();
        (!empty || project.stated).then_some(project)
    }

    fn add(&mut self, facts: &ApplicationFacts, it: &LineFacts) {
        let years: ByYear = it.years.iter().filter_map(|year| Some((year.year, year.amount?))).collect();
        let line = &it.line;
        let (into, slug, label, own) = match (line.side, line.source) {
            (Side::Cost, _) => {
                let (slug, label) = area(it);
                (&mut self.costs, slug, label, None)
            }
            (Side::Financing, Some(Source::Own)) => {
                let form = line.own_form.unwrap_or(OwnForm::ExistingBudget);
                let label = own_label(form, &line.origin);
                (&mut self.own, format!("own_{}\n{}", form.code(), line.origin.trim()), label, Some((form, line.origin.clone())))
            }
            (Side::Financing, source) => {
                let source = source.unwrap_or(Source::Grant);
                let label = said(&format!("economy.{}", source.code()), &[("funder", Value::Name(&facts.funder))]);
                let kind = line.in_kind;
                let label = if kind { said("economy.in_kind", &[("payer", Value::Text(label))]) } else { label };
                let slug = if kind { format!("{}_in_kind", source.code()) } else { source.code().to_owned() };
                (&mut self.income, slug, label, None)
            }
        };
        match into.iter_mut().find(|entry| entry.slug == slug) {
            Some(entry) => entry.years = added([&entry.years, &years]),
            None => into.push(Entry { slug, label, years: years.clone(), own }),
        }
        let (spent, received) = appropriated(line);
        if spent {
            self.expenditure = added([&self.expenditure, &years]);
        } else if line.side == Side::Financing {
            self.within = added([&self.within, &years]);
        }
        if received {
            self.receipts = added([&self.receipts, &years]);
        }
    }

    /// Where the money to be spent is not allotted to years and the costs are, it is the costs that say what must be allowed in a year:
    /// what is left of them when that is taken off that needs no appropriation. Where more than the costs of a year is, they do not.
    fn follow_costs(&mut self) {
        let left = less(&self.cost(), &self.within);
        if is_allotted(&self.expenditure) || !is_allotted(&left) || left.values().any(|amount| *amount < Money::ZERO) {
            return;
        }
        self.by_cost = true;
        self.expenditure = left.into_iter().filter(|(_, amount)| *amount != Money::ZERO).collect();
    }

    /// Everything that pays.
    pub fn financing(&self) -> ByYear {
        added(self.income.iter().chain(&self.own).map(|entry| &entry.years))
    }

    /// Costs by year.
    pub fn cost(&self) -> ByYear {
        added(self.costs.iter().map(|entry| &entry.years))
    }

    /// The municipality's own by year.
    pub fn own(&self) -> ByYear {
        added(self.own.iter().map(|entry| &entry.years))
    }

    /// Costs less financing; none where nothing is known of the costs.
    pub fn missing(&self) -> Option<Missing> {
        let of = |side: Side, years: ByYear| years.into_iter().map(move |(year, amount)| (side, year, amount));
        let all = || of(Side::Cost, self.cost()).chain(of(Side::Financing, self.financing()));
        (!self.costs.is_empty()).then(|| Missing::of(all()))
    }

    /// What may be spent less what is received.
    pub fn net(&self) -> ByYear {
        less(&self.expenditure, &self.receipts)
    }

    /// Whether a year can be said of what may be spent less what is received.
    pub fn net_is_allotted(&self) -> bool {
        is_allotted(&self.expenditure) && is_allotted(&self.receipts)
    }
}

/// Whether a line of financing makes an appropriation necessary: to spend the money, and to receive it. What is found within a budget
/// or paid in work needs neither, and what a partner pays or gets is the partner's.
fn appropriated(line: &BudgetLine) -> (bool, bool) {
    if line.side == Side::Cost || line.in_kind {
        return (false, false);
    }
    match line.source {
        Some(Source::Own) => (line.own_form == Some(OwnForm::NewAppropriation), false),
        Some(Source::Grant) => (line.partner_id.is_none(), line.partner_id.is_none()),
        Some(Source::OtherFund | Source::UserPayment) => (true, true),
        Some(Source::Partner) | None => (false, false),
    }
}

/// The area of appropriation a cost is booked on: what it is known by, and what it is called. The function of its account says it; who
/// spends it does not, so without a function the place is left open.
fn area(it: &LineFacts) -> (String, Text) {
    let function = it.line.ledger_function.trim();
    if function.is_empty() {
        let (slug, key) = if it.line.construction {
            (UNPLACED_CONSTRUCTION, "cost_unplaced_construction")
        } else {
            (UNPLACED, "cost_unplaced")
        };
        return (slug.to_owned(), said(&format!("economy.{key}"), &[]));
    }
    let named = match it.department.as_str() {
        "" => Text::new(function, function),
        department => {
            said("economy.area_function", &[("department", Value::Name(department)), ("function", Value::Name(function))])
        }
    };
    let whose = it.line.department_id.unwrap_or_default();
    let code: String = function.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let slug = format!("cost_{whose}_{code}");
    let of = |area: Text| said("economy.cost_of", &[("area", Value::Text(area))]);
    if it.line.construction {
        return (format!("{slug}_c"), of(said("economy.area_construction", &[("area", Value::Text(named))])));
    }
    (slug, of(named))
}

fn own_label(form: OwnForm, origin: &str) -> Text {
    let own = said(&format!("economy.own_{}", form.code()), &[]);
    match origin.trim() {
        "" => own,
        origin => said("economy.own_from", &[("own", Value::Text(own)), ("origin", Value::Name(origin))]),
    }
}

/// Own money is told apart by form and origin; a code names the form and counts the origins.
fn number_own(own: &mut [Entry]) {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for entry in own {
        let form = entry.slug.split('\n').next().unwrap_or_default().to_owned();
        let count = counts.entry(form.clone()).or_default();
        *count += 1;
        entry.slug = format!("{form}_{count}");
    }
}

/// The full-time years of own staff in the year that has most; none where there are none.
pub(super) fn own_full_time_years(facts: &ApplicationFacts, fte_hours: u32) -> Option<Quantity> {
    let mut years: BTreeMap<i32, i64> = BTreeMap::new();
    for it in facts.budget.iter().flat_map(|budget| &budget.lines).filter(|it| it.line.source == Some(Source::Own)) {
        for year in &it.years {
            let Some(quantity) = year.quantity else { continue };
            let count = match it.line.method {
                Method::Fte => quantity,
                Method::Hours => full_time_years(quantity, fte_hours),
                Method::Amount | Method::Units => continue,
            };
            let of_year = years.entry(year.year).or_default();
            *of_year = of_year.saturating_add(count.scaled());
        }
    }
    years.into_values().max().filter(|most| *most > 0).map(Quantity::from_scaled)
}
