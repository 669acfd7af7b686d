//! What must be known of a budget to judge it.

use crate::applications::Stage;
use crate::budgets::{Budget, BudgetLine, Category, Rule, Side, Vat};
use crate::money::Money;
use crate::scaled::{Quantity, Rate};
use crate::views::{CompareRow, YearSums};

/// A budget and what it is judged by.
#[derive(Clone, Debug)]
pub struct FindingInput<'a> {
    /// What the application says of itself.
    pub stated: Stated,
    /// Its stage.
    pub stage: Stage,
    /// The version; none where there is no budget.
    pub budget: Option<&'a Budget>,
    /// Its lines with their sums by year.
    pub lines: &'a [LineFigures<'a>],
    /// Sums by year; year 0, where there is one, is what is not allotted.
    pub years: &'a [YearSums],
    /// Sums of all years.
    pub total: &'a YearSums,
    /// The rules that hold.
    pub rules: &'a [Rule],
    /// The cost categories that can be chosen.
    pub categories: &'a [Category],
    /// Hours a full-time year is counted as.
    pub fte_hours: u32,
    /// Hours of own staff promised in the municipality's other applications.
    pub promised: &'a [PromisedHours],
    /// Of an amendment, what it changes in the version the funder approved before; else empty.
    pub changes: &'a [CompareRow],
}

/// What an application says of itself, apart from its budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated {
    /// What is applied for.
    pub requested: Option<Money>,
    /// What was granted.
    pub awarded: Option<Money>,
    /// The total.
    pub total: Option<Money>,
    /// The basis of those three.
    pub vat: Vat,
}

/// A line and its figures.
#[derive(Clone, Debug)]
pub struct LineFigures<'a> {
    /// The line.
    pub line: &'a BudgetLine,
    /// Its years with something in them, in order; year 0 is what is not allotted.
    pub years: Vec<LineYear>,
}

/// What a line says of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineYear {
    /// The year; 0: not allotted to one.
    pub year: i32,
    /// Sum of the quantities; null where no cell has one.
    pub quantity: Option<Quantity>,
    /// The lowest rate.
    pub lowest_rate: Option<Rate>,
    /// The highest rate.
    pub highest_rate: Option<Rate>,
    /// Sum of the amounts; null where no cell has one.
    pub amount: Option<Money>,
}

/// Hours of an employee or position promised in another application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromisedHours {
    /// Which employee or position, as that budget has it.
    pub origin: String,
    /// The year.
    pub year: i32,
    /// How many; full-time years counted as hours.
    pub hours: Quantity,
    /// That application's title.
    pub application: String,
}

impl<'a> FindingInput<'a> {
    /// The lines of a side.
    pub(super) fn side(&self, side: Side) -> impl Iterator<Item = &'a LineFigures<'a>> + use<'a> {
        self.lines.iter().filter(move |line| line.line.side == side)
    }

    /// Whether a side has any amount: without one it is missing, not zero.
    pub(super) fn has_amounts(&self, side: Side) -> bool {
        self.side(side).any(|line| line.total().is_some())
    }

    /// The lines that say something, but no amount.
    pub(super) fn silent_lines(&self) -> impl Iterator<Item = &'a LineFigures<'a>> + use<'a> {
        self.lines.iter().filter(|line| line.total().is_none() && line.says_something())
    }

    /// Whether every amount of a side belongs to a year.
    pub(super) fn all_allotted(&self, side: Side) -> bool {
        let unallotted =
            |line: &LineFigures<'_>| line.years.iter().any(|it| it.year == 0 && it.amount.is_some_and(|it| it != Money::ZERO));
        !self.side(side).any(unallotted)
    }
}

impl LineFigures<'_> {
    /// Whether it is more than an empty line a person has just begun.
    fn says_something(&self) -> bool {
        let line = self.line;
        let texts = [&line.text, &line.origin, &line.category, &line.note];
        line.source.is_some() || !self.years.is_empty() || texts.iter().any(|text| !text.trim().is_empty())
    }

    /// Its amount of all years; none where no year has one.
    pub fn total(&self) -> Option<Money> {
        self.years.iter().filter_map(|year| year.amount).reduce(|sum, amount| sum + amount)
    }
}
