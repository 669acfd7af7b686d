//! A row of a sheet read as a line of a budget.

use std::collections::{BTreeMap, BTreeSet};

use crate::budgets::{Budget, Category, Method, OwnForm, Side, Source, category};
use crate::error::{Error, ErrorCode, Result};
use crate::import::Cell;
use crate::import::budget::columns::{Column, Columns};
use crate::import::budget::headings::words;
use crate::import::budget::values::{self, is_blank};
use crate::money::{Money, too_large};
use crate::scaled::{Quantity, Rate};
use crate::views::{BudgetColumn, BudgetImportCell, CellView};
use crate::words::Language;

/// What a sheet says of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadLine {
    /// What.
    pub text: String,
    /// Code of its category; what the funder's list does not have stays as it was written.
    pub category: String,
    /// How its amounts are made.
    pub method: Method,
    /// What is counted.
    pub unit: String,
    /// In words.
    pub note: String,
    /// Who pays; null for a cost.
    pub source: Option<Source>,
    /// Where own money comes from.
    pub own_form: Option<OwnForm>,
    /// Which budget, employee or fund.
    pub origin: String,
    /// Its cells, by year and period.
    pub cells: Vec<CellView>,
}

/// What a budget needs to be for a row to be read into it.
pub struct Target<'a> {
    /// The version.
    pub budget: &'a Budget,
    /// The cost categories of its rules.
    pub categories: &'a [Category],
    /// The side its lines are on.
    pub side: Side,
    /// Who pays, where a row does not say.
    pub source: Option<Source>,
}

/// Figures of a place, and the columns they come from.
#[derive(Default)]
struct Place {
    quantity: Option<Quantity>,
    rate: Option<Rate>,
    amount: Option<Money>,
    column: Option<usize>,
}

impl Place {
    fn reckoned(&self) -> Option<Money> {
        self.quantity?.at(self.rate?)
    }

    /// Whether quantity and rate, where they are there, make the amount.
    fn is_reckoned(&self) -> bool {
        match (self.amount, self.quantity, self.rate) {
            (Some(_), Some(_), Some(_)) => self.reckoned() == self.amount,
            (Some(_), ..) => false,
            (None, ..) => true,
        }
    }
}

/// Reads a row as a line, and each of its cells.
pub fn read(columns: &Columns, cells: &[Cell], target: &Target<'_>) -> (ReadLine, Vec<BudgetImportCell>) {
    let mut shown: Vec<BudgetImportCell> = (0..columns.all.len()).map(|at| plain(cells.get(at))).collect();
    let mut places: BTreeMap<(i32, u32), Place> = BTreeMap::new();
    let mut all_years = Place::default();
    for (at, column) in columns.all.iter().enumerate() {
        let Some(cell) = cells.get(at).filter(|cell| !is_blank(cell)) else { continue };
        match figure(column, cell, target.budget, &mut places, &mut all_years, at) {
            Ok(understood) => note(&mut shown, at, understood, None),
            Err(error) => note(&mut shown, at, None, Some(error)),
        }
    }
    spread(&mut places, &all_years, target.budget, columns, &mut shown);
    let mut line = described(columns, cells, target, &mut shown);
    line.method = settle(&mut places, &line.unit, columns, &mut shown);
    if line.method != Method::Amount && line.method != Method::Units {
        line.unit.clear();
    }
    hold_totals(columns, cells, &places, &mut shown);
    let view = |((year, period), place): ((i32, u32), Place)| CellView {
        year,
        period,
        quantity: place.quantity,
        rate: place.rate,
        amount: place.amount,
    };
    line.cells = places.into_iter().map(view).collect();
    (line, shown)
}

/// A cell as it stands there.
pub fn plain(cell: Option<&Cell>) -> BudgetImportCell {
    BudgetImportCell { shown: cell.map(Cell::shown).unwrap_or_default(), ..BudgetImportCell::default() }
}

/// Says how a cell was understood, or why not.
pub fn note(cells: &mut [BudgetImportCell], at: usize, understood: Option<String>, problem: Option<Error>) {
    if let Some(cell) = cells.get_mut(at) {
        (cell.understood, cell.problem) = (understood, problem);
    }
}

/// Says that a figure is not what comes out; it keeps nothing from being read in.
pub fn differs(cells: &mut [BudgetImportCell], at: usize, code: ErrorCode, stated: Money, computed: Money) {
    if let Some(cell) = cells.get_mut(at) {
        let difference = Money::from_oere(stated.oere().abs_diff(computed.oere()).try_into().unwrap_or(i64::MAX));
        let error = Error::new(code).with("stated", stated.kroner_da()).with("computed", computed.kroner_da());
        cell.problem = Some(error.with("difference", difference.kroner_da()));
        cell.mild = true;
    }
}

/// Puts a figure where it belongs; gives how it was understood.
fn figure(
    column: &Column,
    cell: &Cell,
    budget: &Budget,
    places: &mut BTreeMap<(i32, u32), Place>,
    all_years: &mut Place,
    at: usize,
) -> Result<Option<String>> {
    let danish = |number: String| Some(number.replace('.', ","));
    match column.choice.reads {
        BudgetColumn::Amount => {
            let place = places.entry(place(column, budget)?).or_default();
            let amount = values::amount(cell, column.unit)?;
            let sum = place.amount.unwrap_or_default().checked_add(amount).and_then(Money::in_reach);
            place.amount = Some(sum.ok_or_else(|| too_large(&cell.shown()))?);
            place.column = Some(at);
            Ok(Some(amount.kroner_da()))
        }
        BudgetColumn::Quantity => {
            let quantity = values::quantity(cell)?;
            let place = if column.choice.year.is_some() { places.entry(place(column, budget)?).or_default() } else { all_years };
            (place.quantity, place.column) = (Some(quantity), place.column.or(Some(at)));
            Ok(danish(quantity.to_string()))
        }
        BudgetColumn::Rate => {
            let rate = values::rate(cell, column.unit)?;
            let place = if column.choice.year.is_some() { places.entry(place(column, budget)?).or_default() } else { all_years };
            (place.rate, place.column) = (Some(rate), place.column.or(Some(at)));
            Ok(danish(rate.to_string()))
        }
        _ => Ok(None),
    }
}

/// The year and period a column is of.
fn place(column: &Column, budget: &Budget) -> Result<(i32, u32)> {
    let choice = &column.choice;
    let parts = budget.period.parts();
    match choice.year {
        None => Err(Error::new(ErrorCode::SheetYearMissing).with("column", &column.heading)),
        Some(0) => Ok((0, 0)),
        Some(year) if !(budget.first_year..=budget.last_year).contains(&year) => {
            let expected = if budget.first_year == budget.last_year {
                budget.first_year.to_string()
            } else {
                format!("{}–{}", budget.first_year, budget.last_year)
            };
            Err(Error::new(ErrorCode::SheetYearOutside).with("year", year).with("expected", expected))
        }
        Some(year) if parts == 0 => Ok((year, 0)),
        Some(year) if (1..=parts).contains(&choice.period) => Ok((year, choice.period)),
        Some(year) => Err(Error::new(ErrorCode::SheetPeriodMissing).with("year", year)),
    }
}

/// A quantity and a rate of all years hold for every year that has an amount, or for the only year there is.
fn spread(
    places: &mut BTreeMap<(i32, u32), Place>,
    all_years: &Place,
    budget: &Budget,
    columns: &Columns,
    shown: &mut [BudgetImportCell],
) {
    let (Some(quantity), Some(rate)) = (all_years.quantity, all_years.rate) else { return };
    if places.values().all(|place| place.amount.is_none()) {
        let only_year = budget.first_year == budget.last_year && budget.period.parts() == 0;
        if !only_year {
            if let Some(at) = all_years.column {
                let heading = columns.all.get(at).map(|column| column.heading.clone()).unwrap_or_default();
                note(shown, at, None, Some(Error::new(ErrorCode::SheetYearMissing).with("column", heading)));
            }
            return;
        }
        places.entry((budget.first_year, 0)).or_default().column = all_years.column;
    }
    for place in places.values_mut() {
        place.quantity = place.quantity.or(Some(quantity));
        place.rate = place.rate.or(Some(rate));
    }
}

/// How the amounts are made: by quantity and rate where they make every amount, else as they stand.
fn settle(places: &mut BTreeMap<(i32, u32), Place>, unit: &str, columns: &Columns, shown: &mut [BudgetImportCell]) -> Method {
    let has_factors = places.values().any(|place| place.quantity.is_some() || place.rate.is_some());
    let reckoned = has_factors && places.values().all(Place::is_reckoned);
    for place in places.values_mut() {
        let computed = place.reckoned();
        if let (Some(stated), Some(computed), Some(at)) = (place.amount, computed, place.column)
            && stated != computed
        {
            differs(shown, at, ErrorCode::SheetProductDiffers, stated, computed);
        }
        if place.quantity.is_some() && place.rate.is_some() && computed.is_none() {
            let at = place.column.unwrap_or_default();
            let found = shown.get(at).map(|cell| cell.shown.clone()).unwrap_or_default();
            note(shown, at, None, Some(too_large(&found)));
        }
        place.amount = place.amount.or(computed);
        if !reckoned {
            (place.quantity, place.rate) = (None, None);
        }
    }
    places.retain(|_, place| place.amount.is_some() || place.quantity.is_some() || place.rate.is_some());
    if reckoned {
        let counted: BTreeSet<String> =
            columns.read_as(BudgetColumn::Quantity).flat_map(|(_, column)| words(&column.heading)).collect();
        return method(if unit.is_empty() { counted } else { words(unit).into_iter().collect() });
    }
    for (at, column) in columns.all.iter().enumerate() {
        if matches!(column.choice.reads, BudgetColumn::Quantity | BudgetColumn::Rate)
            && let Some(cell) = shown.get_mut(at)
        {
            cell.understood = None;
        }
    }
    Method::Amount
}

/// What is counted says how the amounts are made.
fn method(counted: BTreeSet<String>) -> Method {
    let any = |names: &[&str]| names.iter().any(|name| counted.contains(*name));
    // »Full-time years« has the word for an hour in Danish.
    if any(&["arsvaerk", "aarsvaerk", "fte", "fuldtid"]) || (any(&["full"]) && any(&["time"])) {
        Method::Fte
    } else if any(&["timer", "time", "hours", "hour"]) {
        Method::Hours
    } else {
        Method::Units
    }
}

/// Holds what a line is said to come to against what was read of it.
fn hold_totals(columns: &Columns, cells: &[Cell], places: &BTreeMap<(i32, u32), Place>, shown: &mut [BudgetImportCell]) {
    for (at, column) in columns.read_as(BudgetColumn::Total) {
        let Some(cell) = cells.get(at).filter(|cell| !is_blank(cell)) else { continue };
        let stated = match values::amount(cell, column.unit) {
            Ok(stated) => stated,
            Err(error) => {
                note(shown, at, None, Some(error));
                shown.iter_mut().skip(at).take(1).for_each(|cell| cell.mild = true);
                continue;
            }
        };
        let of_year = |year: i32| column.choice.year.is_none_or(|wanted| wanted == year);
        let amounts = || places.iter().filter(|((year, _), _)| of_year(*year)).filter_map(|(_, place)| place.amount);
        note(shown, at, Some(stated.kroner_da()), None);
        if places.values().all(|place| place.amount.is_none()) && stated != Money::ZERO {
            note(shown, at, None, Some(Error::new(ErrorCode::SheetYearMissing).with("column", &column.heading)));
        } else if let Some(computed) = amounts().try_fold(Money::ZERO, Money::checked_add)
            && stated != computed
        {
            differs(shown, at, ErrorCode::SheetSumDiffers, stated, computed);
        }
    }
}

/// What a row says besides its figures.
fn described(columns: &Columns, cells: &[Cell], target: &Target<'_>, shown: &mut [BudgetImportCell]) -> ReadLine {
    let mut said = |reads: BudgetColumn| {
        let at = columns.place(reads)?;
        if let Some(Err(error)) = cells.get(at).map(Cell::reckoned) {
            note(shown, at, None, Some(error));
            return None;
        }
        let text = cells.get(at).map(Cell::shown).filter(|text| !text.is_empty())?;
        note(shown, at, Some(text.clone()), None);
        Some((at, text))
    };
    let text_of = |said: Option<(usize, String)>| said.map(|(_, text)| text).unwrap_or_default();
    let text = text_of(said(BudgetColumn::Text));
    let (unit, remark, origin) =
        (text_of(said(BudgetColumn::Unit)), text_of(said(BudgetColumn::Note)), text_of(said(BudgetColumn::Origin)));
    let (named, payer, form) = (said(BudgetColumn::Category), said(BudgetColumn::Source), said(BudgetColumn::OwnForm));
    let at = columns.place(BudgetColumn::Text).unwrap_or_default();
    if text.is_empty() && shown.get(at).is_none_or(|cell| cell.problem.is_none()) {
        note(shown, at, None, Some(Error::new(ErrorCode::SheetTextMissing)));
    }
    let category = named.map(|(at, name)| {
        let code = category(&name, target.categories);
        let known = target.categories.iter().find(|category| category.code == code);
        note(shown, at, Some(known.map_or(name, |known| known.name.da.clone())), None);
        code
    });
    let (source, own_form) = match target.side {
        Side::Cost => (None, None),
        Side::Financing => payer_of(columns, &text, payer, form, target, shown),
    };
    let category = category.unwrap_or_default();
    ReadLine { text, category, method: Method::Amount, unit, note: remark, source, own_form, origin, cells: Vec::new() }
}

/// Who pays: as the row says, else as was said for the whole sheet, else as its text begins.
fn payer_of(
    columns: &Columns,
    text: &str,
    payer: Option<(usize, String)>,
    form: Option<(usize, String)>,
    target: &Target<'_>,
    shown: &mut [BudgetImportCell],
) -> (Option<Source>, Option<OwnForm>) {
    let expected = |names: Vec<&str>| names.join(", ");
    let invalid =
        |found: &str, expected: String| Error::new(ErrorCode::FieldInvalid).with("found", found).with("expected", expected);
    let source = match &payer {
        Some((at, said)) => {
            let source = values::source(said);
            let problem = || invalid(said, expected(Source::ALL.iter().map(|source| source.word(Language::Da)).collect()));
            note(shown, *at, source.map(|source| source.word(Language::Da).to_owned()), source.is_none().then(problem));
            source
        }
        None => {
            let source = target.source.or_else(|| values::source(text));
            if source.is_none() && !text.is_empty() {
                let at = columns.place(BudgetColumn::Text).unwrap_or_default();
                note(shown, at, None, Some(Error::new(ErrorCode::SheetSourceMissing)));
            }
            source
        }
    };
    let own_form = form.and_then(|(at, said)| {
        let own_form = values::own_form(&said);
        let problem = || invalid(&said, expected(OwnForm::ALL.iter().map(|form| form.word(Language::Da)).collect()));
        note(shown, at, own_form.map(|form| form.word(Language::Da).to_owned()), own_form.is_none().then(problem));
        own_form
    });
    let own_form = own_form.or_else(|| payer.and_then(|(_, said)| values::own_form(&said)));
    (source, own_form.filter(|_| source == Some(Source::Own)))
}
