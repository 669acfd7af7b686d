//! What is typed in a sheet, read as Danish, and what it makes of a line and its cells.

use std::collections::BTreeMap;

use crate::budgets::{Budget, BudgetLine, Category, LineYear, Method, OwnForm, Side, Source, line_years};
use crate::error::{Error, ErrorCode, Result};
use crate::fold::fold;
use crate::money::Money;
use crate::record::tidy;
use crate::scaled::{Quantity, Rate};
use crate::views::{CellEdit, CellProblem, CellView, LineField};
use crate::words::Language;

/// Year and period of a cell.
pub type CellPlace = (i32, u32);

/// What stands in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// How many.
    pub quantity: Option<Quantity>,
    /// Kroner for one.
    pub rate: Option<Rate>,
    /// The amount.
    pub amount: Option<Money>,
}

impl Figures {
    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        *self == Figures::default()
    }

    /// The amount of a line made this way: quantity times rate, rounded half away from zero to the øre, where both are there; as
    /// typed where it is typed. None where it is larger than the program reckons with.
    pub fn reckoned(self, method: Method) -> Option<Figures> {
        let amount = match (method, self.quantity, self.rate) {
            (Method::Amount, ..) => return Some(Figures { quantity: None, rate: None, amount: self.amount }),
            (_, Some(quantity), Some(rate)) => Some(quantity.at(rate)?),
            _ => None,
        };
        Some(Figures { amount, ..self })
    }
}

/// A line with what stands in its cells, while it is changed.
#[derive(Clone, Debug, PartialEq)]
pub struct LineCells {
    /// The line.
    pub line: BudgetLine,
    /// Its cells.
    pub cells: BTreeMap<CellPlace, Figures>,
}

impl LineCells {
    /// A line without cells.
    pub fn of(line: BudgetLine) -> LineCells {
        LineCells { line, cells: BTreeMap::new() }
    }

    /// What it says of each year.
    pub fn years(&self) -> Vec<LineYear> {
        line_years(self.cells.iter().map(|(&(year, _), figures)| (year, *figures)))
    }

    /// Its cells as the screen has them.
    pub fn views(&self) -> Vec<CellView> {
        let view = |(&(year, period), figures): (&CellPlace, &Figures)| CellView {
            year,
            period,
            quantity: figures.quantity,
            rate: figures.rate,
            amount: figures.amount,
        };
        self.cells.iter().map(view).collect()
    }

    /// Makes the line's amounts another way. What is reckoned is typed from now on, as it was; what was typed is one of it at that
    /// price, so that no amount changes.
    pub fn make_by(&mut self, method: Method) {
        for figures in self.cells.values_mut() {
            match (method, figures.amount) {
                (Method::Amount, amount) => *figures = Figures { amount, ..Figures::default() },
                (_, Some(amount)) if figures.quantity.is_none() || figures.rate.is_none() => {
                    figures.quantity = Some(Quantity::from_scaled(10_000));
                    figures.rate = Rate::from_value(amount.kroner());
                }
                _ => {}
            }
        }
        self.line.method = method;
        self.cells.retain(|_, figures| !figures.is_empty());
    }

    /// The rate of the nearest part of the plan before a place.
    fn rate_before(&self, place: CellPlace) -> Option<Rate> {
        self.cells.range(..place).rev().find_map(|(_, figures)| figures.rate)
    }
}

/// A line that is typed in: one there is, by its row id, or one of the new ones, by its place among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineKey {
    /// One there is.
    Known(u32),
    /// A new one.
    New(u32),
}

impl CellEdit {
    /// The line it is typed in.
    pub fn key(&self) -> LineKey {
        self.line_id.map_or(LineKey::New(self.new_line), LineKey::Known)
    }
}

/// What was typed in one cell, by its place among the edits.
#[derive(Default)]
struct Typed {
    quantity: Option<usize>,
    rate: Option<usize>,
    amount: Option<(usize, Option<Money>)>,
}

/// Types everything into the lines, and gives what was not understood, by place in `edits`. Lines are read before cells, so that one
/// paste can both set how a line is made and fill it. A quantity typed where there is no rate takes the rate of the nearest part of
/// the plan before it.
pub fn type_in(
    budget: &Budget,
    lines: &mut BTreeMap<LineKey, LineCells>,
    edits: &[CellEdit],
    categories: &[Category],
) -> Vec<CellProblem> {
    let mut problems: Vec<(usize, Error)> = Vec::new();
    // Own money must be known as such before its form is read.
    for of_form in [false, true] {
        for (index, edit) in edits.iter().enumerate() {
            if (edit.field == LineField::OwnForm) == of_form
                && let Some(found) = lines.get_mut(&edit.key())
                && let Err(error) = type_field(found, edit, categories)
            {
                problems.push((index, error));
            }
        }
    }
    let mut typed: BTreeMap<(LineKey, CellPlace), Typed> = BTreeMap::new();
    for (index, edit) in edits.iter().enumerate() {
        let at = (edit.year, edit.period);
        if let Some(found) = lines.get_mut(&edit.key())
            && matches!(edit.field, LineField::Quantity | LineField::Rate | LineField::Amount)
        {
            let typed = typed.entry((edit.key(), at)).or_default();
            let read = is_place(budget, at).and_then(|()| type_cell(found, edit, (at, index), typed));
            problems.extend(read.err().map(|error| (index, error)));
        }
    }
    for ((key, place), typed) in &typed {
        let Some(found) = lines.get_mut(key) else { continue };
        problems.extend(settle(found, *place, typed));
    }
    problems.sort_by_key(|(index, _)| *index);
    let place = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
    problems.into_iter().map(|(index, error)| CellProblem { index: place(index), error }).collect()
}

/// That a budget has such a cell.
///
/// # Errors
/// `field_invalid`.
pub fn is_place(budget: &Budget, (year, period): CellPlace) -> Result<()> {
    let parts = budget.period.parts();
    let fits = match year {
        0 => period == 0,
        _ => (budget.first_year..=budget.last_year).contains(&year) && (parts.min(1)..=parts).contains(&period),
    };
    let expected = format!("{}–{}", budget.first_year, budget.last_year);
    if fits { Ok(()) } else { Err(invalid("year", &format!("{year}/{period}"), &expected)) }
}

fn type_field(found: &mut LineCells, edit: &CellEdit, categories: &[Category]) -> Result<()> {
    let text = tidy(&edit.text);
    let line = &mut found.line;
    match edit.field {
        LineField::Text => line.text = text,
        LineField::Unit => line.unit = text,
        LineField::Note => line.note = text,
        LineField::Origin => line.origin = text,
        LineField::Category => line.category = typed_category(&text, &line.category, categories)?,
        // A choice that must be there stays when it is cleared.
        LineField::Method | LineField::Source | LineField::OwnForm if text.is_empty() => {}
        LineField::Method => {
            let method = read("method", &text, Method::ALL, Method::code, Method::word)?;
            found.make_by(method);
        }
        LineField::Source if line.side == Side::Cost => return Err(invalid("source", &text, "–")),
        LineField::Source => {
            let source = read("source", &text, Source::ALL, Source::code, Source::word)?;
            *line = line.clone().paid_by(Some(source), line.own_form);
        }
        LineField::OwnForm if line.source != Some(Source::Own) => return Err(invalid("own_form", &text, "–")),
        LineField::OwnForm => line.own_form = Some(read("own_form", &text, OwnForm::ALL, OwnForm::code, OwnForm::word)?),
        LineField::Quantity | LineField::Rate | LineField::Amount => {}
    }
    Ok(())
}

/// A category as it is typed: one of the funder's where the funder has a list; none, and what stands there already, can always be.
fn typed_category(text: &str, stands: &str, categories: &[Category]) -> Result<String> {
    let read = category(text, categories);
    if read.is_empty() || read == stands || categories.is_empty() || categories.iter().any(|it| it.code == read) {
        return Ok(read);
    }
    let expected: Vec<&str> = categories.iter().map(|it| it.name.da.as_str()).collect();
    Err(invalid("category", text, &expected.join(", ")))
}

/// A category by its code or its name in either language, however it is spelled; what the funder's list does not have stays as it
/// was written, and is found.
pub fn category(text: &str, categories: &[Category]) -> String {
    let asked = fold(text);
    let is_it = |it: &&Category| [&it.code, &it.name.da, &it.name.en].into_iter().any(|name| same(&asked, name));
    categories.iter().find(is_it).map_or_else(|| text.to_owned(), |it| it.code.clone())
}

fn same(asked: &[String; 2], name: &str) -> bool {
    !name.is_empty() && fold(name).iter().zip(asked).any(|(one, other)| one == other)
}

/// Reads a code or its word in either language, however it is spelled; of `Timer × sats` also `timer`.
fn read<T: Copy>(
    field: &str,
    text: &str,
    all: &[T],
    code: fn(T) -> &'static str,
    word: fn(T, Language) -> &'static str,
) -> Result<T> {
    let asked = fold(text);
    let names = |it: T| [word(it, Language::Da), word(it, Language::En), code(it)];
    let short = |name: &'static str| name.split(" × ").next().unwrap_or(name);
    let is_it = |it: &&T| names(**it).into_iter().any(|name| same(&asked, name) || same(&asked, short(name)));
    let expected = || all.iter().map(|it| word(*it, Language::Da)).collect::<Vec<_>>().join(", ");
    all.iter().find(is_it).copied().ok_or_else(|| invalid(field, text, &expected()))
}

fn type_cell(found: &mut LineCells, edit: &CellEdit, (at, index): (CellPlace, usize), typed: &mut Typed) -> Result<()> {
    let text = tidy(&edit.text);
    let method = found.line.method;
    let figures = found.cells.entry(at).or_default();
    let empty = text.is_empty();
    match edit.field {
        LineField::Amount => {
            let amount = if empty { None } else { Some(Money::parse_signed(&text).map_err(|error| error.in_field("amount"))?) };
            typed.amount = Some((index, amount));
            if method == Method::Amount {
                figures.amount = amount;
            }
        }
        _ if method == Method::Amount && empty => {}
        LineField::Quantity | LineField::Rate if method == Method::Amount => {
            let field = if edit.field == LineField::Rate { "rate" } else { "quantity" };
            return Err(Error::new(ErrorCode::LineNotReckoned).in_field(field).with("found", text));
        }
        LineField::Rate => {
            typed.rate = Some(index);
            figures.rate = if empty { None } else { Some(Rate::parse_typed(&text).map_err(|error| error.in_field("rate"))?) };
        }
        _ => {
            typed.quantity = Some(index);
            let read = |text: &str| Quantity::parse_typed(text).map_err(|error| error.in_field("quantity"));
            figures.quantity = if empty { None } else { Some(read(&text)?) };
        }
    }
    Ok(())
}

/// Gives a cell the rate it lacks and makes its amount anew. An amount typed in a line that is reckoned must be what comes out.
fn settle(found: &mut LineCells, place: CellPlace, typed: &Typed) -> Option<(usize, Error)> {
    let method = found.line.method;
    let earlier = found.rate_before(place);
    let figures = found.cells.entry(place).or_default();
    if typed.quantity.is_some() && typed.rate.is_none() && figures.quantity.is_some() {
        figures.rate = figures.rate.or(earlier);
    }
    let problem = match figures.reckoned(method) {
        Some(reckoned) => {
            *figures = reckoned;
            let unlike = typed.amount.filter(|(_, amount)| *amount != reckoned.amount);
            unlike.map(|(index, _)| (index, Error::new(ErrorCode::AmountReckoned).in_field("amount")))
        }
        None => {
            let (field, index) = match (typed.rate, typed.quantity) {
                (Some(index), _) => ("rate", index),
                (None, index) => ("quantity", index.unwrap_or_default()),
            };
            Some((index, invalid(field, &figures.rate.unwrap_or_default().to_string(), "1.725.104")))
        }
    };
    if figures.is_empty() {
        found.cells.remove(&place);
    }
    problem
}

/// `field_invalid`, with an example of what can stand there.
fn invalid(field: &str, found: &str, expected: &str) -> Error {
    Error::new(ErrorCode::FieldInvalid).in_field(field).with("found", found).with("expected", expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budgets::test_lines::{budget, line};
    use crate::views::Text;

    fn list() -> Vec<Category> {
        let made = |code: &str, da: &str, en: &str| Category {
            list: "star".to_owned(),
            code: code.to_owned(),
            name: Text { da: da.to_owned(), en: en.to_owned() },
            kind: "other".to_owned(),
        };
        vec![made("wage", "Løn", "Wages"), made("travel", "Transport", "Travel")]
    }

    /// Types a category into a line that has one, and gives the category it has then, or what is refused.
    fn typed(text: &str, stands: &str, categories: &[Category]) -> std::result::Result<String, Error> {
        let stood = BudgetLine { category: stands.to_owned(), ..line(1, 1) };
        let mut lines = BTreeMap::from([(LineKey::Known(1), LineCells::of(stood))]);
        let (field, text) = (LineField::Category, text.to_owned());
        let edit = CellEdit { line_id: Some(1), new_line: 0, field, year: 0, period: 0, text };
        match type_in(&budget(2009, 2010), &mut lines, &[edit], categories).pop() {
            Some(problem) => Err(problem.error),
            None => Ok(lines[&LineKey::Known(1)].line.category.clone()),
        }
    }

    #[test]
    fn a_category_typed_is_one_of_the_funders() {
        for text in ["wage", "LØN", "Wages"] {
            assert_eq!(typed(text, "", &list()), Ok("wage".to_owned()), "{text}");
        }
        let refused = typed("Projektkoordination", "wage", &list()).unwrap_err();
        assert_eq!((refused.code, refused.field.as_deref()), (ErrorCode::FieldInvalid, Some("category")));
        assert_eq!(typed("", "wage", &list()), Ok(String::new()));
        // What an older sheet was read in with can stay; where the funder has no list there is nothing to hold it against.
        assert_eq!(typed("Diverse", "Diverse", &list()), Ok("Diverse".to_owned()));
        assert_eq!(typed("Diverse", "", &[]), Ok("Diverse".to_owned()));
    }
}
