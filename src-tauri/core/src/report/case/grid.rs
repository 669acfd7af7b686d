//! A table of amounts by year, in 1.000 kroner, and the figures its cells are.

use chrono::Datelike;
use rust_decimal::Decimal;

use crate::money::Money;
use crate::report::case::CaseFacts;
use crate::report::case::figures::kroner;
use crate::report::case::money::ByYear;
use crate::report::case::say::said;
use crate::report::made::{index, numbers, texts};
use crate::report::{Cell, ColumnGroup, Reckoned, Row, RowKind, Table};
use crate::views::{Figure, Text};
use crate::words::say::Value;

/// Years after the budget year that are budgeted for (overslagsår).
const LATER_YEARS: i32 = 3;
/// What an amount is shown in: a thousand kroner, in øre.
const THOUSAND_OERE: i64 = 100_000;

/// A column of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    /// Every year before this one.
    Before(i32),
    /// One year; whether it is the budget year.
    Year(i32, bool),
    /// Every year after this one.
    After(i32),
    /// What is not allotted to a year.
    NotAllotted,
}

impl Slot {
    fn holds(self, year: i32) -> bool {
        match self {
            Slot::Before(first) => year != 0 && year < first,
            Slot::Year(own, _) => year == own,
            Slot::After(last) => year > last,
            Slot::NotAllotted => year == 0,
        }
    }

    fn code(self) -> String {
        match self {
            Slot::Before(_) => "before".to_owned(),
            Slot::Year(year, _) => year.to_string(),
            Slot::After(_) => "after".to_owned(),
            Slot::NotAllotted => "not_allotted".to_owned(),
        }
    }

    fn heading(self) -> Text {
        let year = |key: &str, year: i32| said(key, &[("year", Value::Year(year))]);
        match self {
            Slot::Before(first) => year("economy.before", first),
            Slot::Year(own, true) => year("economy.budget_year", own),
            Slot::Year(own, false) => year("economy.later_year", own),
            Slot::After(last) => year("economy.after", last),
            Slot::NotAllotted => said("economy.not_allotted", &[]),
        }
    }

    /// What years of `years` it holds come to; none where it holds none.
    fn amount(self, years: &ByYear) -> Option<Money> {
        years.iter().filter(|(year, _)| self.holds(**year)).map(|(_, amount)| *amount).reduce(|sum, more| sum + more)
    }
}

/// How a row follows from others.
#[derive(Clone, Debug)]
pub(super) enum How {
    /// It is given.
    Given,
    /// Rows from one to another, added up.
    Down(u32, u32),
    /// Rows added up.
    Rows(Vec<u32>),
    /// One row less another.
    Less(u32, u32),
}

/// A row to add.
pub(super) struct Line<'a> {
    pub kind: RowKind,
    /// What its figures are known by: `application.3.cost`.
    pub code: String,
    pub label: Text,
    pub years: &'a ByYear,
    pub how: How,
    /// What its figures are about.
    pub subject: &'a str,
}

/// The table as it grows.
pub(super) struct Grid {
    slots: Vec<Slot>,
    decimals: u32,
    rows: Vec<Row>,
    figures: Vec<Figure>,
}

impl Grid {
    /// A table with the budget year of the case and the three years after it, and a column for what lies outside them.
    pub fn of(facts: &CaseFacts, all: &[&ByYear]) -> Grid {
        let years = || all.iter().flat_map(|years| years.keys().copied());
        let dated = || years().filter(|year| *year != 0);
        let asked = facts.readings.iter().filter_map(|reading| reading.reading.meeting_date).min().unwrap_or(facts.as_of).year();
        // A project that begins later is seen from its own first year.
        let first = dated().min().map_or(asked, |begins| begins.max(asked));
        let last = first + LATER_YEARS;
        let mut slots = Vec::new();
        if dated().any(|year| year < first) {
            slots.push(Slot::Before(first));
        }
        slots.extend((first..=last).map(|year| Slot::Year(year, year == first)));
        if dated().any(|year| year > last) {
            slots.push(Slot::After(last));
        }
        if years().any(|year| year == 0) {
            slots.push(Slot::NotAllotted);
        }
        let amounts = all.iter().flat_map(|years| years.values());
        Grid { slots, decimals: decimals(amounts), rows: Vec::new(), figures: Vec::new() }
    }

    /// A heading over the rows that follow.
    pub fn heading(&mut self, text: &str) {
        self.rows.push(Row { kind: RowKind::Heading, cells: vec![Cell::text(text)] });
    }

    /// Adds a row; gives its place.
    pub fn line(&mut self, line: Line<'_>) -> u32 {
        let at = index(self.rows.len());
        let mut cells = vec![Cell::text(line.label.da.clone())];
        for slot in self.slots.clone() {
            let cell = match slot.amount(line.years) {
                Some(amount) => self.cell(&line, &slot.code(), &slot.heading(), amount, reckoned(&line.how)),
                None => Cell::Empty,
            };
            cells.push(cell);
        }
        let columns = 1..=index(self.slots.len());
        let across = match line.how {
            How::Given => Some(Reckoned::Across { columns: columns.collect() }),
            _ => reckoned(&line.how),
        };
        let total = line.years.values().copied().reduce(|sum, more| sum + more);
        cells.push(match total {
            Some(total) => self.cell(&line, "", &said("economy.total", &[]), total, across),
            None => Cell::Empty,
        });
        self.rows.push(Row { kind: line.kind, cells });
        at
    }

    fn cell(&mut self, line: &Line<'_>, slot: &str, heading: &Text, amount: Money, how: Option<Reckoned>) -> Cell {
        let code = if slot.is_empty() { line.code.clone() } else { format!("{}.{slot}", line.code) };
        let label = said("figure.in_slot", &[("row", Value::Text(line.label.clone())), ("slot", Value::Text(heading.clone()))]);
        let figure = Figure { code: code.clone(), label, shown: kroner(amount), subject: line.subject.to_owned() };
        self.figures.push(figure);
        Cell::Number { value: thousands(amount), decimals: self.decimals, reckoned: how, figure: code }
    }

    /// The table, and what its cells are as figures.
    pub fn finish(self, title: String, first_heading: &str, note: String) -> (Table, Vec<Figure>) {
        let mut columns = vec![texts(first_heading, 40)];
        columns.extend(self.slots.iter().map(|slot| numbers(slot.heading().da, 12)));
        columns.push(numbers(said("economy.total", &[]).da, 12));
        let group = ColumnGroup { heading: said("live.thousands", &[]).da, from: 1, columns: index(columns.len() - 1) };
        (Table { title, columns, groups: vec![group], rows: self.rows, note }, self.figures)
    }
}

fn reckoned(how: &How) -> Option<Reckoned> {
    match how {
        How::Given => None,
        How::Down(from, to) => Some(Reckoned::Down { from: *from, to: *to }),
        How::Rows(rows) => Some(Reckoned::Rows { rows: rows.clone() }),
        How::Less(row, less) => Some(Reckoned::Less { row: *row, less: *less }),
    }
}

/// In thousands of kroner, exactly.
pub(super) fn thousands(amount: Money) -> Decimal {
    Decimal::new(amount.oere(), 5)
}

/// How many decimals show every amount to the krone: as few as do, at most three. Øre beyond them are rounded away in what is shown, never
/// in what is summed.
pub(super) fn decimals<'a>(amounts: impl IntoIterator<Item = &'a Money>) -> u32 {
    let needed = |amount: &Money| match amount.oere() {
        oere if oere % THOUSAND_OERE == 0 => 0,
        oere if oere % (THOUSAND_OERE / 10) == 0 => 1,
        oere if oere % (THOUSAND_OERE / 100) == 0 => 2,
        _ => 3,
    };
    amounts.into_iter().map(needed).max().unwrap_or_default()
}
