//! A table of amounts by year, in 1.000 kroner, and the figures its cells are.

use crate::money::Money;
use crate::report::case::CaseFacts;
use crate::report::case::figures::kr;
use crate::report::case::money::ByYear;
use crate::report::case::rounding::Rounding;
use crate::report::case::say::said;
use crate::report::made::{index, not_said, numbers, texts};
use crate::report::{Cell, ColumnGroup, Reckoned, Row, RowKind, Table};
use crate::views::{Figure, Text};
use crate::words::say::Value;
use chrono::Datelike;

/// Years after the budget year that are budgeted for (overslagsår).
const LATER_YEARS: i32 = 3;

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

/// What is said of a row's years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Each year by itself.
    Years,
    /// The same; where a part is not allotted to years, a year without an amount says so.
    Open,
    /// Only all of them together: money it follows from is not allotted to years.
    Whole,
}

/// A row to add.
pub(super) struct Line<'a> {
    pub kind: RowKind,
    /// What its figures are known by: `application.3.cost`.
    pub code: String,
    pub label: Text,
    pub years: &'a ByYear,
    pub says: Says,
    pub how: How,
    /// What its figures are about.
    pub subject: &'a str,
}

/// The table as it grows.
pub(super) struct Grid {
    slots: Vec<Slot>,
    rounding: Rounding,
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
        Grid { slots, rounding: Rounding::default(), rows: Vec::new(), figures: Vec::new() }
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
                _ if line.says == Says::Whole => not_said(),
                Some(amount) => self.cell(&line, &slot.code(), &slot.heading(), amount, reckoned(&line.how)),
                None if line.says == Says::Open && line.years.contains_key(&0) => not_said(),
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
        let figure =
            Figure { code: code.clone(), label, shown: kr(amount), subject: line.subject.to_owned(), cell: String::new() };
        self.figures.push(figure);
        self.rounding.cell(amount, how, code)
    }

    /// Whether a row says something of all years together only.
    pub fn has_not_said(&self) -> bool {
        self.rows.iter().flat_map(|row| &row.cells).any(|cell| *cell == not_said())
    }

    /// The table, and what its cells are as figures; `exact` are the sums that its note says to the krone where anything is rounded.
    pub fn finish(self, title: String, first_heading: &str, note: &str, exact: &[(Text, Money)]) -> (Table, Vec<Figure>) {
        let mut columns = vec![texts(first_heading, 40)];
        columns.extend(self.slots.iter().map(|slot| numbers(slot.heading().da, 12)));
        columns.push(numbers(said("economy.total", &[]).da, 12));
        let group = ColumnGroup { heading: said("live.thousands", &[]).da, from: 1, columns: index(columns.len() - 1) };
        let notes = [note.to_owned(), self.rounding.note(&self.rows, exact)];
        let note = notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join(" ");
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
