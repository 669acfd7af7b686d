//! What the municipality has promised, by budget year.

use crate::money::Money;
use crate::report::made::{
    blocks, body, filled, heading, index, kroner, not_said, numbers, paragraphs, reckoned, said, sum, texts,
};
use crate::report::{Block, Cell, Reckoned, Row, Section, Table};
use crate::scaled::Quantity;
use crate::views::{Ending, ExposureFigures, ExposureGroup, ExposureRow, ExposureView, NotAllotted};
use crate::words::Language;
use crate::words::say::Value;

/// The sheets: all of it, by committee, by department, by application, and what ends when. A sheet that would only say the first one
/// again is a line instead.
pub fn exposure(view: &ExposureView, language: Language) -> Vec<Section> {
    if view.rows.is_empty() && view.ends.is_empty() && view.without_budget.is_empty() {
        return vec![Section { landscape: true, blocks: vec![Block::paragraph(said("no_exposure", language))] }];
    }
    let rows: Vec<&ExposureRow> = view.rows.iter().filter(|row| row.years.iter().any(ExposureFigures::has_anything)).collect();
    let mut blocks = vec![Block::heading(2, said("by_budget_year", language))];
    if view.rows.is_empty() {
        blocks.push(Block::paragraph(said("no_budgets", language)));
    } else if rows.is_empty() {
        blocks.push(Block::paragraph(nothing_in(view, language)));
    } else {
        let sheets = Sheets { view, measures: measures(&rows), note: prices(view, language), language };
        blocks.extend(sheets.all(&rows));
    }
    blocks.extend(not_allotted(view, language));
    blocks.push(Block::heading(2, said("what_ends", language)));
    if view.ends.is_empty() {
        blocks.push(Block::paragraph(said("nothing_ends", language)));
    } else {
        blocks.push(Block::Table(ends(&view.ends, language)));
    }
    blocks.extend(left_out(view, language));
    vec![Section { landscape: true, blocks }]
}

/// »Ingen budgetter har beløb i 2015–2018.«
fn nothing_in(view: &ExposureView, language: Language) -> String {
    let years = view.years.iter().filter(|year| **year != 0);
    let (first, last) = (years.clone().min().copied().unwrap_or_default(), years.max().copied().unwrap_or_default());
    filled("nothing_in_years", &[("from", Value::Year(first)), ("to", Value::Year(last))], language)
}

/// A budget year, or that it is not allotted to one.
pub(crate) fn year(year: i32, language: Language) -> String {
    if year == 0 { said("not_allotted", language).to_owned() } else { year.to_string() }
}

/// In which prices the amounts are, by which index, and where they are not.
pub(crate) fn prices(view: &ExposureView, language: Language) -> String {
    let Some(level) = view.price_level else { return said("running_prices", language).to_owned() };
    let values = [
        ("level", Value::Year(level)),
        ("vintage", Value::Name(&view.price_index.vintage)),
        ("source", Value::Name(&view.price_index.source)),
    ];
    let mut note = filled("converted_prices", &values, language);
    let not: Vec<String> = view.not_converted.iter().map(|it| year(*it, language)).collect();
    if !not.is_empty() {
        note = format!("{note} {}", filled("not_converted", &[("years", Value::Name(&not.join(", ")))], language));
    }
    note
}

/// What a column says of a year.
#[derive(Clone, Copy)]
enum Measure {
    /// Kroner.
    Money(fn(&ExposureFigures) -> Money),
    /// What is missing, in kroner; of some years it cannot be said.
    Missing,
    /// Hours.
    Hours,
    /// Full-time years. They are not added up over years: one employee for two years is not two.
    FullTimeYears,
}

/// Every column there can be after the first, with its heading.
const MEASURES: [(&str, Measure); 9] = [
    ("col_granted", Measure::Money(|it| it.granted)),
    ("col_pending", Measure::Money(|it| it.pending)),
    ("col_own_cash", Measure::Money(|it| it.own_cash)),
    ("col_own_cash_pending", Measure::Money(|it| it.own_cash_pending)),
    ("col_own_staff", Measure::Money(|it| it.own_staff)),
    ("col_own_staff_pending", Measure::Money(|it| it.own_staff_pending)),
    ("col_gap", Measure::Missing),
    ("col_hours", Measure::Hours),
    ("col_fte", Measure::FullTimeYears),
];

impl Measure {
    fn is_zero(self, of: &ExposureFigures) -> bool {
        match self {
            Measure::Money(amount) => amount(of) == Money::ZERO,
            Measure::Missing => of.gap.unwrap_or_default() == Money::ZERO,
            Measure::Hours => of.own_hours == Quantity::default(),
            Measure::FullTimeYears => of.own_fte == Quantity::default(),
        }
    }

    fn cell(self, of: &ExposureFigures) -> Cell {
        match self {
            Measure::Money(amount) => kroner(amount(of)),
            Measure::Missing => of.gap.map_or_else(not_said, kroner),
            Measure::Hours => quantity(of.own_hours),
            Measure::FullTimeYears => quantity(of.own_fte),
        }
    }

    /// The sum of years, as it follows from other cells; none where adding up says nothing.
    fn sum(self, of: &[ExposureFigures], how: Reckoned) -> Cell {
        match self {
            Measure::Money(amount) => sum_cell(of.iter().map(amount).sum(), how),
            Measure::Missing => sum_cell(of.iter().filter_map(|it| it.gap).sum(), how),
            Measure::Hours => {
                let hours = of.iter().fold(0_i64, |sum, it| sum.saturating_add(it.own_hours.scaled()));
                let hours = Quantity::from_scaled(hours).value().normalize();
                reckoned(hours, hours.scale(), how)
            }
            Measure::FullTimeYears => Cell::Empty,
        }
    }
}

fn sum_cell(sum: Money, how: Reckoned) -> Cell {
    reckoned(sum.kroner(), if sum.oere() % 100 == 0 { 0 } else { 2 }, how)
}

/// The columns that have anything to say.
fn measures(rows: &[&ExposureRow]) -> Vec<(&'static str, Measure)> {
    let says = |measure: Measure| rows.iter().flat_map(|row| &row.years).any(|year| !measure.is_zero(year));
    MEASURES.into_iter().filter(|(_, measure)| says(*measure)).collect()
}

fn quantity(quantity: Quantity) -> Cell {
    let value = quantity.value().normalize();
    let decimals = value.scale();
    Cell::number(value, decimals)
}

/// The sheets by budget year: which columns they all have, and the note under them.
struct Sheets<'a> {
    view: &'a ExposureView,
    measures: Vec<(&'static str, Measure)>,
    note: String,
    language: Language,
}

impl Sheets<'_> {
    fn all(&self, rows: &[&ExposureRow]) -> Vec<Block> {
        let language = self.language;
        let mut blocks = vec![Block::Table(self.total())];
        if let [only] = rows
            && !only.undated
        {
            let values = [("application", Value::Name(&facts(only, language)))];
            blocks.push(Block::paragraph(filled("all_of_application", &values, language)));
            return blocks;
        }
        for (code, groups, none) in [
            ("by_committee", &self.view.by_committee, "no_committee"),
            ("by_department", &self.view.by_department, "no_department"),
        ] {
            blocks.extend(self.grouped(groups, said(code, language), said(none, language)));
        }
        let title = said("by_application", language);
        blocks.extend([Block::heading(2, title), Block::Table(self.by_application(rows, title))]);
        blocks
    }

    /// A sheet of groups; of one that is the whole only its name.
    fn grouped(&self, groups: &[ExposureGroup], title: &str, none: &str) -> Vec<Block> {
        let groups: Vec<&ExposureGroup> =
            groups.iter().filter(|group| group.years.iter().any(ExposureFigures::has_anything)).collect();
        match groups.as_slice() {
            [] => Vec::new(),
            [only] if only.name.is_empty() => Vec::new(),
            [only] => vec![Block::paragraph(filled("all_of", &[("name", Value::Name(&only.name))], self.language))],
            several => vec![Block::heading(2, title), Block::Table(self.by_group(several, title, none))],
        }
    }

    fn table(&self, title: &str, rows: Vec<Row>) -> Table {
        let first = texts(said("col_year", self.language), 14);
        let columns = self.measures.iter().map(|(code, _)| numbers(said(code, self.language), 11));
        let is_open = rows.iter().flat_map(|row| &row.cells).any(|cell| *cell == not_said());
        let why = is_open.then(|| said("gap_not_said", self.language));
        let note = [self.note.as_str()].into_iter().chain(why).collect::<Vec<_>>().join(" ");
        Table {
            title: title.to_owned(),
            columns: std::iter::once(first).chain(columns).collect(),
            groups: Vec::new(),
            rows,
            note,
        }
    }

    /// A year of a table, with what stands before its figures.
    fn year_row(&self, of_year: &ExposureFigures) -> Row {
        let first = Cell::text(year(of_year.year, self.language));
        body(std::iter::once(first).chain(self.measures.iter().map(|(_, measure)| measure.cell(of_year))).collect())
    }

    /// The years from a row on added up.
    fn sum_row(&self, of: &[ExposureFigures], from: usize) -> Row {
        let how = Reckoned::Down { from: index(from), to: index(from + of.len() - 1) };
        let sums = self.measures.iter().map(|(_, measure)| measure.sum(of, how.clone()));
        sum(std::iter::once(Cell::text(said("sum", self.language))).chain(sums).collect())
    }

    fn total(&self) -> Table {
        let mut rows: Vec<Row> = self.view.total.iter().map(|it| self.year_row(it)).collect();
        if rows.len() > 1 {
            rows.push(self.sum_row(&self.view.total, 0));
        }
        let mut table = self.table(said("by_budget_year", self.language), rows);
        if self.measures.iter().any(|(_, measure)| matches!(measure, Measure::FullTimeYears)) {
            table.note = format!("{} {}", table.note, said("fte_not_summed", self.language));
        }
        if self.measures.len() < MEASURES.len() {
            table.note = format!("{} {}", table.note, said("empty_columns", self.language));
        }
        table
    }

    fn by_group(&self, groups: &[&ExposureGroup], title: &str, none: &str) -> Table {
        let mut rows = Vec::new();
        for group in groups {
            rows.push(heading(if group.name.is_empty() { none } else { group.name.as_str() }));
            self.years_of(&mut rows, &group.years);
        }
        self.table(title, rows)
    }

    fn by_application(&self, applications: &[&ExposureRow], title: &str) -> Table {
        let mut rows = Vec::new();
        for row in applications {
            rows.push(heading(facts(row, self.language)));
            self.years_of(&mut rows, &row.years);
        }
        self.table(title, rows)
    }

    /// The years that have anything, and their sum where there are several.
    fn years_of(&self, rows: &mut Vec<Row>, years: &[ExposureFigures]) {
        let from = rows.len();
        let held: Vec<ExposureFigures> = years.iter().filter(|it| it.has_anything()).cloned().collect();
        rows.extend(held.iter().map(|it| self.year_row(it)));
        if held.len() > 1 {
            rows.push(self.sum_row(&held, from));
        }
    }
}

/// »Rådgiver på hjul · Betinget tilsagn · Forebyggelsesfonden«.
fn facts(row: &ExposureRow, language: Language) -> String {
    let mut facts = vec![row.title.clone(), row.stage.word(language).to_owned()];
    let more = [row.funder.clone(), row.department.clone().unwrap_or_default(), row.committees.join(", ")];
    facts.extend(more.into_iter().filter(|fact| !fact.is_empty()));
    if row.undated {
        facts.push(said("undated_budget", language).to_owned());
    }
    facts.join(" · ")
}

fn ends(ends: &[Ending], language: Language) -> Table {
    let columns = vec![
        texts(said("col_ends", language), 14),
        texts(said("col_application", language), 26),
        numbers(said("col_days", language), 8),
        numbers(said("col_fte", language), 8),
        numbers(said("col_last_grant", language), 12),
        texts(said("col_activities", language), 24),
        texts(said("col_embedding", language), 26),
    ];
    let row = |it: &Ending| {
        let embedding = if it.embedding_decided { it.embedding.clone() } else { said("not_settled", language).to_owned() };
        body(vec![
            Cell::day(it.ends, language),
            Cell::text(format!("{} ({})", it.title, it.stage.word(language))),
            Cell::number(it.days.into(), 0),
            if it.fte == Quantity::default() { Cell::Empty } else { quantity(it.fte) },
            if it.yearly_grant_of.is_some() { kroner(it.yearly_grant) } else { Cell::Empty },
            Cell::text(it.activities.join("; ")),
            blocks(paragraphs(&embedding)),
        ])
    };
    Table {
        title: said("what_ends", language).to_owned(),
        columns,
        groups: Vec::new(),
        rows: ends.iter().map(row).collect(),
        note: said("what_ends_note", language).to_owned(),
    }
}

/// What is not allotted to years and stands in no sum; nothing where there is none.
fn not_allotted(view: &ExposureView, language: Language) -> Option<Block> {
    let of = |it: &NotAllotted| {
        filled("not_allotted_one", &[("title", Value::Name(&it.title)), ("amount", Value::Money(it.amount))], language)
    };
    let titles: Vec<String> = view.not_allotted.iter().map(of).collect();
    let said = || filled("not_allotted_named", &[("titles", Value::Name(&titles.join("; ")))], language);
    (!titles.is_empty()).then(|| Block::paragraph(said()))
}

/// What stands in no sum, and why.
fn left_out(view: &ExposureView, language: Language) -> Vec<Block> {
    let undated: Vec<&str> = view.rows.iter().filter(|row| row.undated).map(|row| row.title.as_str()).collect();
    let mut all = Vec::new();
    if !undated.is_empty() {
        all.push(Block::paragraph(filled("undated_named", &[("titles", Value::Name(&undated.join("; ")))], language)));
    }
    if !view.without_budget.is_empty() {
        let columns = vec![
            texts(said("col_application", language), 30),
            texts(said("col_stage", language), 16),
            numbers(said("col_requested", language), 14),
            numbers(said("col_total", language), 14),
        ];
        let row = |it: &crate::views::ExposureMissing| {
            body(vec![
                Cell::text(it.title.clone()),
                Cell::text(it.stage.word(language)),
                it.requested.map_or(Cell::Empty, kroner),
                it.total.map_or(Cell::Empty, kroner),
            ])
        };
        let title = said("without_budget", language);
        all.push(Block::heading(2, title));
        all.push(Block::Table(Table {
            title: title.to_owned(),
            columns,
            groups: Vec::new(),
            rows: view.without_budget.iter().map(row).collect(),
            note: said("without_budget_note", language).to_owned(),
        }));
    }
    all
}
