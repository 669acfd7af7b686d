//! What the heading of a column says: what stands under it, of which year and of which part of the year.

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::Datelike;

use crate::fold::fold;
use crate::import::Cell;
use crate::import::budget::columns::is_of_figures;
use crate::import::intake::{month_named, unit};
use crate::views::BudgetColumn;
use crate::words::Language;

/// Which part of a year a column is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// All of it.
    #[default]
    Whole,
    /// A quarter, from 1.
    Quarter(u32),
    /// A month, from 1.
    Month(u32),
}

/// What a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What stands under it.
    pub reads: BudgetColumn,
    /// The year; 0: not allotted to one; none where it does not say.
    pub year: Option<i32>,
    /// The part of it.
    pub part: Part,
    /// Kroner to one of the figures under it.
    pub unit: u32,
}

/// What a column is called besides its own word in either language.
fn synonyms(column: BudgetColumn) -> &'static [&'static str] {
    match column {
        BudgetColumn::Ignored => &[],
        BudgetColumn::Text => &[
            "budgetpost",
            "udgift",
            "udgifter",
            "udgiftspost",
            "omkostning",
            "omkostninger",
            "aktivitet",
            "aktiviteter",
            "beskrivelse",
            "betegnelse",
            "linje",
            "budgetlinje",
            "navn",
            "hvad",
            "indhold",
            "item",
            "description",
            "activity",
            "cost",
            "costs",
            "line",
        ],
        BudgetColumn::Category => &["kategori", "udgiftstype", "type", "hovedpost", "konto", "art"],
        BudgetColumn::Unit => &["enheder", "units"],
        BudgetColumn::Quantity => {
            &["mængde", "stk", "timer", "antal timer", "årsværk", "antal enheder", "hours", "number", "fte"]
        }
        BudgetColumn::Rate => &[
            "pris",
            "enhedspris",
            "stykpris",
            "pris pr enhed",
            "pris pr stk",
            "timepris",
            "timeløn",
            "timesats",
            "årsløn",
            "takst",
            "price",
            "unit price",
            "unit cost",
        ],
        BudgetColumn::Amount => &[
            "budget",
            "budgetteret",
            "ansøgt",
            "ansøgt beløb",
            "bevilget",
            "bevilling",
            "år",
            "budgetår",
            "kalenderår",
            "sum i kr",
            "kroner",
            "applied",
            "granted",
            "year",
        ],
        BudgetColumn::Total => {
            &["alt", "ialt", "total", "sum", "samlet", "samlet beløb", "hele perioden", "hele projektperioden", "all years"]
        }
        BudgetColumn::Note => {
            &["noter", "bemærkning", "bemærkninger", "kommentar", "kommentarer", "forklaring", "notes", "remarks", "comment"]
        }
        BudgetColumn::Source => &[
            "finansiering",
            "finansieringskilde",
            "kilde",
            "betales af",
            "hvem betaler",
            "finansieret af",
            "financing",
            "funding source",
            "funded by",
        ],
        BudgetColumn::OwnForm => &[],
        BudgetColumn::Origin => &["fra", "medarbejder", "hvilket budget"],
    }
}

/// Words that say only in what the figures are, or that they are of a year.
const FILLING: [&str; 20] = [
    "mio", "kr", "tkr", "dkk", "kroner", "i", "t", "ekskl", "inkl", "excl", "incl", "moms", "vat", "lobende", "priser", "for",
    "pa", "aar", "ar", "year",
];

/// What a heading says; none where it says nothing that is known. A year alone is of amounts.
pub fn heading(cell: &Cell) -> Option<Heading> {
    let text = match cell {
        Cell::Text(text) | Cell::Number(text) => text,
        Cell::Day(day, _) => {
            let (year, part) = (Some(day.year()), Part::Month(day.month()));
            return Some(Heading { reads: BudgetColumn::Amount, year, part, unit: 1 });
        }
        Cell::Empty | Cell::Fault(_) | Cell::Unsaved(_) => return None,
    };
    let unit = unit(text);
    let mut words = words(text);
    let year = take_year(&mut words)?;
    let part = take_part(&mut words)?;
    if unit > 1 {
        words.retain(|word| !matches!(word.as_str(), "1" | "000" | "1000" | "tusind"));
    }
    let bare = words.join(" ");
    words.retain(|word| !FILLING.contains(&word.as_str()));
    let reads = match named(&bare).or_else(|| named(&words.join(" "))) {
        Some(reads) => reads,
        None if words.is_empty() && (year.is_some() || part != Part::Whole) => BudgetColumn::Amount,
        None => return None,
    };
    // A sum of what is left unsaid is of all years; a text has no year.
    let (year, part) = if is_of_figures(reads) { (year, part) } else { (None, Part::Whole) };
    Some(Heading { reads, year, part, unit })
}

/// The words of a text, folded, without marks.
pub fn words(text: &str) -> Vec<String> {
    let [_, folded] = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Takes the year out of a heading; none where it names several, for then it is of none of them.
fn take_year(words: &mut Vec<String>) -> Option<Option<i32>> {
    for (negation, allotted) in [("ikke", "fordelt"), ("not", "allotted")] {
        if words.iter().any(|word| word == negation) && words.iter().any(|word| word == allotted) {
            words.retain(|word| !["ikke", "fordelt", "not", "allotted", "to", "a"].contains(&word.as_str()));
            return Some(Some(0));
        }
    }
    let year_of = |word: &String| word.parse().ok().filter(|year| word.len() == 4 && (1900..=2200).contains(year));
    let mut years: Vec<i32> = words.iter().filter_map(year_of).collect();
    years.dedup();
    // »I alt 2009-2010« is of all years.
    let several = years.len() > 1;
    words.retain(|word| year_of(word).is_none());
    match (several, words.iter().any(|word| named(word) == Some(BudgetColumn::Total) || word == "alt")) {
        (false, _) => Some(years.pop()),
        (true, true) => Some(None),
        (true, false) => None,
    }
}

/// Takes the part of the year out of a heading; none where it names several.
fn take_part(words: &mut Vec<String>) -> Option<Part> {
    let is_quarter = |word: &str| matches!(word, "kvartal" | "kvt" | "kv" | "quarter" | "qtr");
    let number = |word: &str| word.parse::<u32>().ok().filter(|number| (1..=4).contains(number));
    if let Some(place) = words.iter().position(|word| is_quarter(word)) {
        let beside = [place.checked_sub(1), Some(place + 1)].into_iter().flatten();
        let found = beside.filter_map(|beside| Some((beside, number(words.get(beside)?)?))).next();
        let (beside, quarter) = found?;
        words.remove(place.max(beside));
        words.remove(place.min(beside));
        return Some(Part::Quarter(quarter));
    }
    let short = |word: &str| {
        let digit = word.strip_prefix(['q', 'k']).or_else(|| word.strip_suffix(['q', 'k']));
        let long = ["kvt", "kv"].iter().find_map(|kvt| word.strip_prefix(kvt).or_else(|| word.strip_suffix(kvt)));
        digit.or(long).and_then(number)
    };
    let quarters: Vec<u32> = words.iter().filter_map(|word| short(word)).collect();
    let months: Vec<u32> = words.iter().filter_map(|word| month_named(word)).collect();
    let part = match (&quarters[..], &months[..]) {
        ([], []) => return Some(Part::Whole),
        ([quarter], []) => Part::Quarter(*quarter),
        ([], [month]) => Part::Month(*month),
        _ => return None,
    };
    words.retain(|word| short(word).is_none() && month_named(word).is_none());
    Some(part)
}

/// The column that goes by a name, its own word before what else it is called.
fn named(name: &str) -> Option<BudgetColumn> {
    static NAMES: OnceLock<HashMap<String, BudgetColumn>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let known = || BudgetColumn::ALL.iter().copied().filter(|column| *column != BudgetColumn::Ignored);
        let own = known().flat_map(|column| [Language::Da, Language::En].map(|language| (column.word(language), column)));
        let others = known().flat_map(|column| synonyms(column).iter().map(move |name| (*name, column)));
        let mut names = HashMap::new();
        for (name, column) in own.chain(others) {
            names.entry(words(name).join(" ")).or_insert(column);
        }
        names
    });
    names.get(name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use BudgetColumn::*;

    fn says(text: &str) -> Option<(BudgetColumn, Option<i32>, Part)> {
        heading(&Cell::Text(text.to_owned())).map(|heading| (heading.reads, heading.year, heading.part))
    }

    #[test]
    fn years_and_their_parts_are_known_in_many_spellings() {
        for text in [
            "2009",
            "Budget 2009",
            "2009 kr.",
            "Budgetår 2009",
            "Beløb 2009 (kr.)",
            "2009, løbende priser",
            "Ansøgt 2009",
            "i 2009",
        ] {
            assert_eq!(says(text), Some((Amount, Some(2009), Part::Whole)), "{text}");
        }
        for text in ["jan 2019", "januar 2019", "Jan. 2019", "2019 jan", "January 2019", "Budget jan 2019"] {
            assert_eq!(says(text), Some((Amount, Some(2019), Part::Month(1))), "{text}");
        }
        for text in
            ["1. kvt. 2019", "1. kvartal 2019", "2019 Q1", "Q1 2019", "K1 2019", "1 quarter 2019", "kvt. 1 2019", "1kvt 2019"]
        {
            assert_eq!(says(text), Some((Amount, Some(2019), Part::Quarter(1))), "{text}");
        }
        assert_eq!(says("marts"), Some((Amount, None, Part::Month(3))));
        assert_eq!(says("Ikke fordelt på år"), Some((Amount, Some(0), Part::Whole)));
        assert_eq!(says("Quantity, not allotted"), Some((Quantity, Some(0), Part::Whole)));
        assert_eq!(heading(&Cell::Number("2009".to_owned())).map(|heading| heading.year), Some(Some(2009)));
        let day = chrono::NaiveDate::from_ymd_opt(2019, 3, 1).unwrap();
        let month = heading(&Cell::Day(day, None)).unwrap();
        assert_eq!((month.year, month.part), (Some(2019), Part::Month(3)));
    }

    #[test]
    fn other_columns_are_known_by_name() {
        for (text, reads) in [
            ("Tekst", Text),
            ("UDGIFTER", Text),
            ("Post", Category),
            ("Enhed", Unit),
            ("Antal", Quantity),
            ("Antal timer", Quantity),
            ("Sats (kr.)", Rate),
            ("Pris pr. enhed", Rate),
            ("Beløb i t.kr.", Amount),
            ("I alt", Total),
            ("I alt, kr.", Total),
            ("I alt 2009-2010", Total),
            ("Bemærkninger", Note),
            ("Finansieres af", Source),
            ("Egne penge fra", OwnForm),
        ] {
            assert_eq!(says(text).map(|(reads, year, _)| (reads, year)), Some((reads, None)), "{text}");
        }
        assert_eq!(says("I alt 2019"), Some((Total, Some(2019), Part::Whole)));
        assert_eq!(says("Antal 2019"), Some((Quantity, Some(2019), Part::Whole)));
        assert_eq!(
            heading(&Cell::Text("2009 (1.000 kr.)".to_owned())).map(|heading| (heading.year, heading.unit)),
            Some((Some(2009), 1_000))
        );
        for text in ["Regnskab 2008", "2009-2010", "jan-mar 2019", "Rådgiver på hjul", "", "13. kvartal"] {
            assert_eq!(says(text), None, "{text}");
        }
    }

    #[test]
    fn every_column_is_known_by_its_own_word() {
        for column in BudgetColumn::ALL.iter().filter(|column| **column != Ignored) {
            for language in [Language::Da, Language::En] {
                assert_eq!(says(column.word(language)).map(|(reads, ..)| reads), Some(*column), "{}", column.word(language));
            }
        }
    }
}
