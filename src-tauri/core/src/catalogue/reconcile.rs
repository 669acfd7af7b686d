//! The proof that an agreement adds up: every row, theme, area, year and grand total against the printed figures.
//!
//! »-« counts as nothing. Permanent is never in a total. Sums are exact; there is no tolerance. A printed sum that does not add
//! up must be declared with both figures, and a declared difference must occur.

use crate::catalogue::{Period, agreement::*};
use crate::error::{Error, ErrorCode};
use crate::money::Money;

/// What the row of a printed total is called in messages.
pub const TOTAL: &str = "total";

/// The figures of an agreement, wherever they come from: the files it was read from, or a data file.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// The columns of table 1.
    pub periods: Vec<Period>,
    /// Areas with their printed subtotals.
    pub areas: Vec<Line>,
    /// Themes with theirs; the group is the index of the area.
    pub themes: Vec<Line>,
    /// Initiatives with their printed totals; the groups are the indexes of area and theme.
    pub initiatives: Vec<Line>,
    /// The printed grand total.
    pub total: Option<Line>,
    /// The columns of table 2.
    pub appropriation_periods: Vec<Period>,
    /// The rows of table 2.
    pub appropriations: Vec<Line>,
    /// The printed total of table 2.
    pub appropriations_total: Option<Line>,
    /// The rows of table 3, one amount each; `<0,1` is none.
    pub savings: Vec<Line>,
    /// The printed total of table 3.
    pub savings_total: Option<Line>,
    /// Differences the agreement is known to have.
    pub differences: Vec<Difference>,
}

/// One printed row.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Where it stands, for the message: file and line, or empty for a row of the data file.
    pub place: String,
    /// What it is called, for the message: the number and title of an initiative, the heading of an area.
    pub name: String,
    /// Index of its area.
    pub area: usize,
    /// Index of its theme.
    pub theme: Option<usize>,
    /// Its printed amounts.
    pub amounts: Amounts,
}

/// Every sum that does not hold and is not declared, in reading order: rows first, then themes, areas and the grand total, then
/// table 2, table 3, and at last the declared differences that do not occur. Empty when everything adds up.
pub fn reconcile(figures: &Figures) -> Vec<Error> {
    let mut found = Vec::new();
    table_1(figures, &mut found);
    table_2(figures, &mut found);
    table_3(figures, &mut found);

    let mut occurs = vec![false; figures.differences.len()];
    let mut errors = Vec::new();
    for mismatch in found {
        match figures.differences.iter().position(|d| mismatch.is_declared_by(d)) {
            Some(index) if !occurs[index] => occurs[index] = true,
            _ => errors.push(mismatch.error()),
        }
    }
    for (difference, _) in figures.differences.iter().zip(occurs).filter(|(_, occurs)| !occurs) {
        errors.push(
            Error::new(ErrorCode::DifferenceNotFound)
                .with("place", &difference.place)
                .with("row", TOTAL)
                .with("column", TOTAL)
                .with("stated", difference.stated.mio_da())
                .with("computed", difference.computed.mio_da()),
        );
    }
    errors
}

/// A printed sum that its parts do not make.
struct Mismatch {
    table: &'static str,
    place: String,
    row: String,
    column: String,
    stated: i128,
    computed: i128,
}

impl Mismatch {
    fn is_declared_by(&self, difference: &Difference) -> bool {
        difference.place.split(',').next().is_some_and(|table| table.trim() == self.table)
            && i128::from(difference.stated.oere()) == self.stated
            && i128::from(difference.computed.oere()) == self.computed
    }

    fn error(self) -> Error {
        Error::new(ErrorCode::SumMismatch)
            .with("place", if self.place.is_empty() { self.table.to_owned() } else { self.place })
            .with("row", self.row)
            .with("column", self.column)
            .with("stated", mio(self.stated))
            .with("computed", mio(self.computed))
    }
}

/// Sums are taken in i128, so that no figure someone typed can overflow the proof.
fn mio(oere: i128) -> String {
    i64::try_from(oere).map_or_else(|_| format!("{oere} øre"), |oere| Money::from_oere(oere).mio_da())
}

fn oere(amount: Option<Money>) -> i128 {
    amount.map_or(0, |money| i128::from(money.oere()))
}

/// The years of a row must make its total.
fn row_sums(table: &'static str, periods: &[Period], lines: &[Line], found: &mut Vec<Mismatch>) {
    let Some(total) = periods.iter().position(|&p| p == Period::Total) else { return };
    for line in lines {
        let years = periods.iter().zip(&line.amounts).filter(|(p, _)| p.year().is_some());
        let computed = years.map(|(_, &amount)| oere(amount)).sum();
        compare(table, line, &Period::Total.to_string(), oere(line.amounts[total]), computed, found);
    }
}

/// The parts of a sum must make it, column by column.
fn column_sums<'a>(
    table: &'static str,
    periods: &[Period],
    sum: &Line,
    parts: impl Iterator<Item = &'a Line>,
    found: &mut Vec<Mismatch>,
) {
    let mut computed = vec![0; periods.len()];
    for part in parts {
        for (sum, &amount) in computed.iter_mut().zip(&part.amounts) {
            *sum += oere(amount);
        }
    }
    for ((period, &stated), computed) in periods.iter().zip(&sum.amounts).zip(computed) {
        compare(table, sum, &period.to_string(), oere(stated), computed, found);
    }
}

fn compare(table: &'static str, line: &Line, column: &str, stated: i128, computed: i128, found: &mut Vec<Mismatch>) {
    if stated != computed {
        let (place, row, column) = (line.place.clone(), line.name.clone(), column.to_owned());
        found.push(Mismatch { table, place, row, column, stated, computed });
    }
}

fn table_1(figures: &Figures, found: &mut Vec<Mismatch>) {
    const TABLE: &str = "tabel 1";
    let Figures { periods, areas, themes, initiatives, .. } = figures;
    for lines in [initiatives, themes, areas] {
        row_sums(TABLE, periods, lines, found);
    }
    // Grouped once: a filter per theme would read 100,000 rows for each.
    let mut by_theme: Vec<Vec<&Line>> = vec![Vec::new(); themes.len()];
    let mut by_area: Vec<Vec<&Line>> = vec![Vec::new(); areas.len()];
    for line in initiatives {
        by_area[line.area].push(line);
        if let Some(theme) = line.theme {
            by_theme[theme].push(line);
        }
    }
    for (theme, parts) in themes.iter().zip(by_theme) {
        column_sums(TABLE, periods, theme, parts.into_iter(), found);
    }
    for (index, (area, parts)) in areas.iter().zip(by_area).enumerate() {
        column_sums(TABLE, periods, area, parts.into_iter(), found);
        if themes.iter().any(|theme| theme.area == index) {
            column_sums(TABLE, periods, area, themes.iter().filter(|theme| theme.area == index), found);
        }
    }
    if let Some(total) = &figures.total {
        row_sums(TABLE, periods, std::slice::from_ref(total), found);
        column_sums(TABLE, periods, total, areas.iter(), found);
    }
}

fn table_2(figures: &Figures, found: &mut Vec<Mismatch>) {
    const TABLE: &str = "tabel 2";
    row_sums(TABLE, &figures.appropriation_periods, &figures.appropriations, found);
    if let Some(total) = &figures.appropriations_total {
        row_sums(TABLE, &figures.appropriation_periods, std::slice::from_ref(total), found);
        column_sums(TABLE, &figures.appropriation_periods, total, figures.appropriations.iter(), found);
    }
}

fn table_3(figures: &Figures, found: &mut Vec<Mismatch>) {
    const TABLE: &str = "tabel 3";
    if let Some(total) = &figures.savings_total {
        let computed = figures.savings.iter().flat_map(|line| &line.amounts).map(|&amount| oere(amount)).sum();
        let stated = total.amounts.iter().map(|&amount| oere(amount)).sum();
        compare(TABLE, total, "amount", stated, computed, found);
    }
}

impl Agreement {
    /// The figures to prove, each with the file and line it was read from.
    pub fn figures(&self) -> Figures {
        let at = |file: &str, line: u64| format!("{file}:{line}");
        let mut figures = Figures { periods: self.periods.clone(), differences: self.differences.clone(), ..Figures::default() };
        figures.areas = (self.areas.iter())
            .map(|a| Line {
                place: at("areas.csv", a.line),
                name: a.title.clone(),
                amounts: a.amounts.clone(),
                ..Line::default()
            })
            .collect();
        figures.themes = (self.themes.iter())
            .map(|t| {
                let name = format!("{}: {}", self.areas[t.area].name.da, t.title.da);
                Line { place: at("themes.csv", t.line), name, area: t.area, theme: None, amounts: t.amounts.clone() }
            })
            .collect();
        figures.initiatives = (self.initiatives.iter())
            .map(|i| {
                let (place, name) = (at("initiatives.csv", i.line), format!("{} {}", i.number, i.title));
                Line { place, name, area: i.area, theme: i.theme, amounts: i.amounts.clone() }
            })
            .collect();
        let total_line = |file: &str, line: u64, amounts: Amounts| {
            Some(Line { place: at(file, line), name: TOTAL.to_owned(), amounts, ..Line::default() })
        };
        figures.total = total_line("total.csv", self.total.line, self.total.amounts.clone());
        if let Some(table) = &self.appropriations {
            const FILE: &str = "reprioritised-appropriations.csv";
            figures.appropriation_periods.clone_from(&table.periods);
            figures.appropriations = (table.rows.iter())
                .map(|r| {
                    let (place, name) = (at(FILE, r.line), format!("{} {}", r.number, r.title));
                    Line { place, name, amounts: r.amounts.clone(), ..Line::default() }
                })
                .collect();
            figures.appropriations_total = total_line(FILE, table.total.line, table.total.amounts.clone());
        }
        if let Some(table) = &self.savings {
            const FILE: &str = "reprioritised-savings.csv";
            let exact = |amount| match amount {
                SavingAmount::Exact(money) => Some(money),
                SavingAmount::Below(_) => None,
            };
            figures.savings = (table.rows.iter())
                .map(|r| {
                    let (place, name) = (at(FILE, r.line), format!("{} {}", r.number, r.title));
                    Line { place, name, amounts: vec![exact(r.amount)], ..Line::default() }
                })
                .collect();
            figures.savings_total = total_line(FILE, table.total_line, vec![Some(table.total)]);
        }
        figures
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::periods;
    use crate::views::Text;

    fn amounts(texts: [&str; 4]) -> Amounts {
        texts.iter().map(|text| Money::parse_mio(text)).collect()
    }

    fn line(name: &str, theme: Option<usize>, texts: [&str; 4]) -> Line {
        Line { name: name.to_owned(), theme, amounts: amounts(texts), ..Line::default() }
    }

    /// Two years, one theme.
    fn small() -> Figures {
        Figures {
            periods: periods(2019, 2020, true),
            areas: vec![line("A", None, ["3,0", "2,0", "5,0", "0,5"])],
            themes: vec![line("T", None, ["3,0", "2,0", "5,0", "0,5"])],
            initiatives: vec![line("1", Some(0), ["1,0", "-", "1,0", "-"]), line("2", Some(0), ["2,0", "2,0", "4,0", "0,5"])],
            total: Some(line("total", None, ["3,0", "2,0", "5,0", "0,5"])),
            ..Figures::default()
        }
    }

    fn first(figures: &Figures) -> [String; 4] {
        let error = reconcile(figures).remove(0);
        ["row", "column", "stated", "computed"].map(|name| error.params.get(name).cloned().unwrap_or_default())
    }

    #[test]
    fn what_adds_up_passes() {
        assert_eq!(reconcile(&small()), []);
    }

    #[test]
    fn names_row_column_and_both_figures() {
        let mut figures = small();
        figures.initiatives[0].amounts = amounts(["1,1", "-", "1,0", "-"]);
        assert_eq!(first(&figures), ["1", "total", "1,0", "1,1"]);

        let mut figures = small();
        figures.initiatives[1].amounts[3] = None;
        assert_eq!(first(&figures), ["T", "permanent", "0,5", "0,0"]);
    }

    #[test]
    fn a_declared_difference_passes_once_and_must_occur() {
        let mio = |text| Money::parse_mio(text).unwrap();
        let difference = Difference {
            line: 2,
            place: "tabel 3, s. 7".into(),
            stated: mio("1,0"),
            computed: mio("1,2"),
            reason: Text::default(),
        };
        let mut figures = Figures {
            savings: vec![
                Line { amounts: vec![Some(mio("1,2"))], ..Line::default() },
                Line { amounts: vec![None], ..Line::default() },
            ],
            savings_total: Some(Line { amounts: vec![Some(mio("1,0"))], ..Line::default() }),
            ..Figures::default()
        };
        assert_eq!(reconcile(&figures)[0].code, ErrorCode::SumMismatch);
        figures.differences.push(difference);
        assert_eq!(reconcile(&figures), []);
        figures.savings[0].amounts[0] = Some(mio("1,0"));
        assert_eq!(reconcile(&figures)[0].code, ErrorCode::DifferenceNotFound);
    }
}
