//! The table of pools that goes with a paper.

#[cfg(test)]
mod tests;
mod title;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::catalogue::share;
use crate::money::Money;
use crate::pools::{Stance, StanceReason};
use crate::report::made::{area_label, blocks, body, filled, index, numbers, paragraphs, reckoned, said, strong, sum, texts};
use crate::report::{AppendixColumn, Block, Cell, Column, ColumnGroup, Reckoned, Row, Section, Table, number};
use crate::views::Text;
use crate::words::Language;
use crate::words::say::Value;

pub use title::appendix_title;

/// Below this an amount would be shown as nothing: half a tenth of a million kroner.
const SMALLEST: Money = Money::from_oere(5_000_000);

/// A row: an initiative with those of its pools that are chosen, or a pool of none. No row lies inside another, so that they can be
/// added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AppendixRow {
    /// Title of the initiative, else of the pool.
    pub title: Text,
    /// The initiative's number.
    pub number: Option<u32>,
    /// Its area; of a pool of no initiative who hands it out.
    pub area: Text,
    /// What is set aside, by year. A year that is missing has none where others have, and is not known where there are no others.
    pub years: Vec<(i32, Money)>,
    /// All years together, never with permanent.
    pub total: Option<Money>,
    /// What is set aside each year for ever after the last one.
    pub permanent: Option<Money>,
    /// The year whose prices the amounts are in.
    pub price_level: Option<i32>,
    /// What it is about. Danish.
    pub summary: String,
    /// The pools that are chosen, in order.
    pub pools: Vec<AppendixPool>,
    /// The figures an estimated share rests on; null where they are not known.
    pub people: Option<People>,
}

/// A pool of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AppendixPool {
    /// Row id.
    pub id: u32,
    /// Title.
    pub title: Text,
    /// What is set aside for it, where that is not the row's.
    pub amount: Option<Money>,
    /// Who may apply.
    pub applicants: Text,
    /// The deadline in force, of the call that is open or was last.
    pub deadline: Option<NaiveDate>,
    /// Its time of day.
    pub deadline_time: Option<String>,
    /// The administration's view.
    pub stance: Option<Stance>,
    /// Why we do not apply.
    pub reason: Option<StanceReason>,
    /// The view in words. Danish.
    pub assessment: String,
}

/// The municipality's people and the country's on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct People {
    /// The municipality's.
    pub municipality: u32,
    /// The country's.
    pub country: u32,
    /// The day of both.
    pub date: NaiveDate,
}

/// The appendix on its pages: a heading of level 2 and the table, or a sentence where there is no row. Usual columns where none are
/// given. A sum stands below where the total is a column and every amount is known in the same prices.
pub fn appendix(rows: &[AppendixRow], columns: &[AppendixColumn], title: &str, language: Language) -> Section {
    let heading = Block::heading(2, title);
    if rows.is_empty() {
        return Section { landscape: true, blocks: vec![heading, Block::paragraph(said("no_pools", language))] };
    }
    let columns = if columns.is_empty() { &AppendixColumn::USUAL } else { columns };
    let sheet = Sheet { rows, columns, years: years(rows), level: level(rows), language };
    Section { landscape: true, blocks: vec![heading, Block::Table(sheet.table(title))] }
}

/// Every year any row has money in, and those between.
fn years(rows: &[AppendixRow]) -> Vec<i32> {
    let all = || rows.iter().flat_map(|row| row.years.iter().map(|(year, _)| *year));
    match (all().min(), all().max()) {
        (Some(first), Some(last)) => (first..=last).collect(),
        _ => Vec::new(),
    }
}

/// The price level where all rows with money have the same.
fn level(rows: &[AppendixRow]) -> Option<i32> {
    let mut levels = rows.iter().filter(|row| row.total.is_some() || row.permanent.is_some()).map(|row| row.price_level);
    let first = levels.next()??;
    levels.all(|level| level == Some(first)).then_some(first)
}

struct Sheet<'a> {
    rows: &'a [AppendixRow],
    columns: &'a [AppendixColumn],
    years: Vec<i32>,
    level: Option<i32>,
    language: Language,
}

impl Sheet<'_> {
    fn table(&self, title: &str) -> Table {
        let mut table =
            Table { title: title.to_owned(), columns: Vec::new(), groups: Vec::new(), rows: Vec::new(), note: self.note() };
        // Where the amounts by year stand, so that a total can be reckoned from them.
        let mut by_year: Vec<u32> = Vec::new();
        let mut totals = Vec::new();
        for column in self.columns {
            let from = index(table.columns.len());
            let of_column = self.columns(*column);
            match column {
                AppendixColumn::Amounts if !of_column.is_empty() => {
                    by_year = (from..from + index(of_column.len())).collect();
                    table.groups.push(ColumnGroup {
                        heading: self.money_heading("economy"),
                        from,
                        columns: index(of_column.len()),
                    });
                }
                AppendixColumn::Total => totals.push(from),
                _ => {}
            }
            table.columns.extend(of_column);
        }
        for row in self.rows {
            let cells = self.columns.iter().flat_map(|column| self.cells(row, *column, &by_year)).collect();
            table.rows.push(body(cells));
        }
        if let (Some(total), false) = (self.sum(), totals.is_empty()) {
            table.rows.push(self.sum_row(&table.columns, &by_year, &totals, total));
        }
        table
    }

    fn columns(&self, column: AppendixColumn) -> Vec<Column> {
        let word = column.word(self.language);
        match column {
            AppendixColumn::Initiative => vec![texts(word, 22)],
            AppendixColumn::Amounts => self.years.iter().map(|year| numbers(year.to_string(), 6)).collect(),
            AppendixColumn::Total => vec![numbers(self.money_heading("total"), 9)],
            AppendixColumn::Description => vec![texts(word, 54)],
            AppendixColumn::Applicants => vec![texts(word, 20)],
            AppendixColumn::Deadline => vec![texts(word, 13)],
            AppendixColumn::Share => vec![numbers(self.money_heading("share"), 10)],
            AppendixColumn::Stance => vec![texts(word, 14)],
        }
    }

    /// »Økonomi, mio. kr. (2019-pl)«; without the level where the rows have different ones.
    fn money_heading(&self, of: &str) -> String {
        match self.level {
            Some(level) => filled(&format!("{of}_in_level"), &[("level", Value::Year(level))], self.language),
            None => filled(&format!("{of}_in_mio"), &[], self.language),
        }
    }

    fn cells(&self, row: &AppendixRow, column: AppendixColumn, by_year: &[u32]) -> Vec<Cell> {
        match column {
            AppendixColumn::Initiative => {
                let mut all = vec![Block::paragraph(self.name(row))];
                if !self.shows(AppendixColumn::Description) {
                    all.extend(self.money_in_words(row));
                }
                vec![blocks(all)]
            }
            AppendixColumn::Amounts => self.years.iter().map(|year| of_year(row, *year)).collect(),
            AppendixColumn::Total => vec![total(row, by_year)],
            AppendixColumn::Description => vec![blocks(self.description(row))],
            AppendixColumn::Applicants => vec![self.by_pool(row, |pool| pool.applicants.in_language(self.language).to_owned())],
            AppendixColumn::Deadline => vec![self.by_pool(row, |pool| self.deadline(pool))],
            AppendixColumn::Share => vec![estimated(row).map_or(Cell::Empty, in_mio)],
            AppendixColumn::Stance => vec![self.by_pool(row, |pool| self.stance(pool))],
        }
    }

    fn shows(&self, column: AppendixColumn) -> bool {
        self.columns.contains(&column)
    }

    /// »Flere mennesker med handicap i job – nr. 90 (Beskæftigelse)«.
    fn name(&self, row: &AppendixRow) -> String {
        let (title, area) = (row.title.in_language(self.language), area_label(row.area.in_language(self.language)));
        let numbered = match row.number {
            Some(number) => format!("{title} – {} {number}", said("number", self.language)),
            None => title.to_owned(),
        };
        if area.is_empty() { numbered } else { format!("{numbered} ({area})") }
    }

    fn description(&self, row: &AppendixRow) -> Vec<Block> {
        let mut all = paragraphs(&row.summary);
        all.extend(self.money_in_words(row));
        for pool in &row.pools {
            let heading = match row.pools.len() {
                1 => filled("assessment", &[], self.language),
                _ => filled("assessment_of", &[("pool", Value::Name(pool.title.in_language(self.language)))], self.language),
            };
            all.push(strong(heading));
            if pool.assessment.trim().is_empty() {
                all.push(Block::paragraph(self.stance(pool)));
            } else {
                all.extend(paragraphs(&pool.assessment));
            }
        }
        all
    }

    /// What the columns of years do not say: all years together, money that never ends, a pool that is only part of it, an amount that
    /// is not known.
    fn money_in_words(&self, row: &AppendixRow) -> Vec<Block> {
        let mut all = Vec::new();
        let mio = |amount: Money| Value::Text(Text::new(amount.mio_da(), amount.mio_in(Language::En)));
        if let (Some(total), [(first, _), .., (last, _)], false) =
            (row.total, row.years.as_slice(), self.shows(AppendixColumn::Total))
        {
            let values = [("amount", mio(total)), ("from", Value::Year(*first)), ("to", Value::Year(*last))];
            all.push(Block::paragraph(filled("total_of_years", &values, self.language)));
        }
        if let Some(permanent) = row.permanent {
            let last = Value::Year(self.years.last().copied().unwrap_or_default());
            let code = if self.years.is_empty() { "permanent" } else { "permanent_after" };
            all.push(Block::paragraph(filled(code, &[("amount", mio(permanent)), ("year", last)], self.language)));
        }
        if row.years.is_empty() && row.permanent.is_none() && row.number.is_none() {
            let sentence = match row.total {
                Some(total) => filled("only_total", &[("amount", mio(total))], self.language),
                None => filled("amount_unknown", &[], self.language),
            };
            all.push(Block::paragraph(sentence));
        }
        for pool in &row.pools {
            if let Some(amount) = pool.amount {
                let values = [("pool", Value::Name(pool.title.in_language(self.language))), ("amount", mio(amount))];
                all.push(Block::paragraph(filled("of_which_pool", &values, self.language)));
            }
        }
        all
    }

    /// What each pool says, each once; with the pool's title where they say different things.
    fn by_pool(&self, row: &AppendixRow, says: impl Fn(&AppendixPool) -> String) -> Cell {
        let all: Vec<(&AppendixPool, String)> = row.pools.iter().map(|pool| (pool, says(pool))).collect();
        match all.first() {
            None => Cell::Empty,
            Some((_, first)) if all.iter().all(|(_, said)| said == first) => Cell::text(first.clone()),
            Some(_) => {
                let said = all.iter().filter(|(_, said)| !said.is_empty());
                blocks(
                    said.map(|(pool, said)| Block::paragraph(format!("{}: {said}", pool.title.in_language(self.language))))
                        .collect(),
                )
            }
        }
    }

    fn deadline(&self, pool: &AppendixPool) -> String {
        let Some(day) = pool.deadline else { return said("no_deadline", self.language).to_owned() };
        match &pool.deadline_time {
            Some(time) => filled("day_and_time", &[("day", Value::Date(day)), ("time", Value::Name(time))], self.language),
            None => filled("day_no_time", &[("day", Value::Date(day))], self.language),
        }
    }

    fn stance(&self, pool: &AppendixPool) -> String {
        match (pool.stance, pool.reason) {
            (None, _) => said("not_assessed", self.language).to_owned(),
            (Some(stance), None) => stance.word(self.language).to_owned(),
            (Some(stance), Some(reason)) => format!("{}: {}", stance.word(self.language), reason.word(self.language)),
        }
    }

    /// What all rows have together; none where one is not known or they are in different prices.
    fn sum(&self) -> Option<Money> {
        self.level?;
        let known = |row: &AppendixRow| row.total.or_else(|| row.number.map(|_| Money::ZERO));
        self.rows.iter().map(known).try_fold(Money::ZERO, |all, one| all.checked_add(one?))
    }

    fn sum_row(&self, columns: &[Column], by_year: &[u32], totals: &[u32], total: Money) -> Row {
        let down = Reckoned::Down { from: 0, to: index(self.rows.len().saturating_sub(1)) };
        let cell = |at: u32| {
            if let Some(year) = by_year.iter().position(|column| *column == at).and_then(|at| self.years.get(at)) {
                let all = self.rows.iter().filter_map(|row| amount(row, *year)).map(Money::mio).sum();
                return reckoned(all, 1, down.clone());
            }
            if totals.contains(&at) { reckoned(total.mio(), 1, down.clone()) } else { Cell::Empty }
        };
        let mut cells: Vec<Cell> = (0..index(columns.len())).map(cell).collect();
        if let Some(first @ Cell::Empty) = cells.first_mut() {
            *first = Cell::text(said("sum", self.language));
        }
        sum(cells)
    }

    fn note(&self) -> String {
        let mut notes = Vec::new();
        let shows_money = self.shows(AppendixColumn::Amounts) || self.shows(AppendixColumn::Total);
        if shows_money && self.level.is_none() && self.rows.iter().any(|row| row.total.is_some()) {
            let of_row = |row: &AppendixRow| match row.price_level {
                Some(level) => format!("{level}-pl"),
                None => said("level_unknown", self.language).to_owned(),
            };
            let levels: Vec<String> = self
                .rows
                .iter()
                .filter(|row| row.total.is_some())
                .map(|row| format!("{}: {}", self.name(row), of_row(row)))
                .collect();
            notes.push(filled("mixed_levels", &[("levels", Value::Name(&levels.join("; ")))], self.language));
        }
        if self.shows(AppendixColumn::Amounts) && !self.years.is_empty() {
            notes.push(filled("dash_is_none", &[], self.language));
        }
        let people = self.rows.iter().find_map(|row| row.people.as_ref());
        if let (Some(people), true) = (people, self.shows(AppendixColumn::Share)) {
            let shown = |count: u32| number(Decimal::from(count), 0, self.language);
            let (municipality, country) = (shown(people.municipality), shown(people.country));
            let values =
                [("people", Value::Name(&municipality)), ("country", Value::Name(&country)), ("day", Value::Date(people.date))];
            notes.push(filled("share_note", &values, self.language));
        }
        notes.join(" ")
    }
}

/// What a year has; none where it has none or it is not known.
fn amount(row: &AppendixRow, year: i32) -> Option<Money> {
    row.years.iter().find(|(of, _)| *of == year).map(|(_, amount)| *amount)
}

fn of_year(row: &AppendixRow, year: i32) -> Cell {
    match amount(row, year) {
        Some(amount) => in_mio(amount),
        // None is not zero; and where no year is known, nothing is said.
        None if !row.years.is_empty() || row.number.is_some() => Cell::text("-"),
        None => Cell::Empty,
    }
}

fn total(row: &AppendixRow, by_year: &[u32]) -> Cell {
    let Some(total) = row.total else {
        return if row.number.is_some() { Cell::text("-") } else { Cell::Empty };
    };
    let of_years: Decimal = row.years.iter().map(|(_, amount)| amount.mio()).sum();
    if by_year.is_empty() || of_years != total.mio() || total.oere().abs() < SMALLEST.oere() {
        return in_mio(total);
    }
    reckoned(total.mio(), 1, Reckoned::Across { columns: by_year.to_vec() })
}

/// In millions with one decimal; what would be shown as nothing is »<0,1«.
fn in_mio(amount: Money) -> Cell {
    if amount != Money::ZERO && amount.oere().abs() < SMALLEST.oere() {
        return Cell::text(if amount > Money::ZERO { "<0,1" } else { ">-0,1" });
    }
    Cell::number(amount.mio(), 1)
}

fn estimated(row: &AppendixRow) -> Option<Money> {
    let people = row.people.as_ref()?;
    share(row.total?, people.municipality, people.country)
}
