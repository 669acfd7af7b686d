//! The rules of funders and their cost categories, as the program is born with them.

use crate::budgets::{Category, Preset, Rule, RuleKind, RuleOrigin, RuleSource, RuleValue};
use crate::calendar::{DayUnit, long};
use crate::deadlines::{DateBasis, DeadlineKind, Series, When};
use crate::error::Result;
use crate::import::csv::{Files, Keys, Row, Table};
use crate::money::Money;
use crate::scaled::Share;
use crate::views::{DateRuleView, Text};
use crate::words::Language;

/// All of it, checked.
#[derive(Clone, Debug, Default)]
pub struct FunderTerms {
    /// The presets in order.
    pub presets: Vec<Preset>,
    /// What each preset's funder may be called, in the same order.
    pub names: Vec<FunderNames>,
    /// The rules of each preset that days follow from, in the same order.
    pub date_rules: Vec<Vec<DateRuleView>>,
    /// The lists of cost categories.
    pub lists: Vec<Vec<Category>>,
}

/// What a funder may be called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FunderNames {
    /// Words one of which its name has; one that begins with `*` is the end of a word.
    pub any: Vec<String>,
    /// Words it has not.
    pub none: Vec<String>,
}

/// Reads `presets.csv`, `rules.csv`, `date-rules.csv` and `categories.csv`.
///
/// # Errors
/// Those of the table; `csv_bad_value` where a rule has not what its kind needs, `csv_duplicate` where it stands twice.
pub fn funder_terms(files: &Files) -> Result<FunderTerms> {
    let mut terms = FunderTerms::default();
    let table = Table::read(files, "presets.csv", &["key", "name_da", "name_en", "funder", "but"], |_| false)?;
    let mut keys = Keys::default();
    for row in table.rows() {
        let key = row.required("key")?.to_owned();
        row.unique("key", key.clone(), &mut keys)?;
        terms.presets.push(Preset { key, name: both(&row, "name")?, rules: Vec::new() });
        terms.names.push(FunderNames { any: words(row.required("funder")?), none: words(row.text("but")) });
    }

    let table = Table::read(files, "categories.csv", &["list", "code", "name_da", "name_en", "kind"], |_| false)?;
    let mut codes = Keys::default();
    for row in table.rows() {
        let (list, code) = (row.required("list")?.to_owned(), row.required("code")?.to_owned());
        row.unique("code", format!("{list} {code}"), &mut codes)?;
        let kind = row.code("kind", CATEGORY_KINDS, |kind| kind)?.to_owned();
        let category = Category { list, code, name: both(&row, "name")?, kind };
        match terms.lists.iter_mut().find(|known| known.first().is_some_and(|first| first.list == category.list)) {
            Some(known) => known.push(category),
            None => terms.lists.push(vec![category]),
        }
    }

    let table = Table::read(files, "rules.csv", RULE_COLUMNS, |_| false)?;
    let mut seen = Keys::default();
    for row in table.rows() {
        let preset = row.reference("preset", row.text("preset"), &keys.index, "presets.csv")?;
        let rule = rule(&row, &terms.lists)?;
        row.unique("rule", format!("{} {}", row.text("preset"), rule.kind.code()), &mut seen)?;
        if let Some(preset) = terms.presets.get_mut(preset) {
            preset.rules.push(rule);
        }
    }
    for preset in &mut terms.presets {
        preset.rules.sort_by_key(|rule| rule.kind);
    }
    terms.date_rules = date_rules(files, &keys, terms.presets.len())?;
    Ok(terms)
}

const RULE_COLUMNS: &[&str] =
    &["preset", "rule", "share", "amount", "choice", "title", "url", "date", "place", "note_da", "note_en"];

const CATEGORY_KINDS: &[&str] = &[
    "wage",
    "external",
    "material",
    "travel",
    "rent",
    "overhead",
    "contingency",
    "evaluation",
    "audit",
    "equipment",
    "levy",
    "other",
];

fn rule(row: &Row<'_>, lists: &[Vec<Category>]) -> Result<Rule> {
    let kind = row.code("rule", RuleKind::ALL, RuleKind::code)?;
    let value = kind.value();
    // What a kind does not need stands empty.
    for (column, needed) in [("share", RuleValue::Share), ("amount", RuleValue::Amount), ("choice", RuleValue::Choice)] {
        if row.text(column).is_empty() == (value == needed) {
            return Err(row.bad(column, if value == needed { "…" } else { "" }));
        }
    }
    let share = match value {
        RuleValue::Share => Some(Share::parse_per_cent(row.text("share")).map_err(|_| row.bad("share", "17,5"))?),
        _ => None,
    };
    let amount = match value {
        RuleValue::Amount => Some(Money::parse_typed(row.text("amount")).map_err(|_| row.bad("amount", "100.000"))?),
        _ => None,
    };
    let choice = row.text("choice");
    // The lists are being read: whether a rule can name one is asked of them.
    let known = match kind {
        RuleKind::Categories => lists.iter().flatten().any(|category| category.list == choice),
        _ => kind.can_be(choice),
    };
    if !known {
        return Err(row.bad("choice", kind.code()));
    }
    let url = row.required("url")?;
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return Err(row.bad("url", "https://"));
    }
    let source = RuleSource {
        title: row.required("title")?.to_owned(),
        url: url.to_owned(),
        on: row.optional_date("date")?,
        document_id: None,
        place: row.text("place").to_owned(),
        note: both(row, "note")?,
    };
    Ok(Rule { kind, share, amount, choice: choice.to_owned(), origin: RuleOrigin::Preset, source })
}

const DATE_RULE_COLUMNS: &[&str] = &[
    "preset", "key", "kind", "title", "basis", "amount", "unit", "series", "every", "days", "source", "url", "date", "place",
    "note_da", "note_en",
];

/// The rules of each preset that days follow from.
fn date_rules(files: &Files, presets: &Keys, count: usize) -> Result<Vec<Vec<DateRuleView>>> {
    let table = Table::read(files, "date-rules.csv", DATE_RULE_COLUMNS, |_| false)?;
    let mut found = vec![Vec::new(); count];
    let mut seen = Keys::default();
    for row in table.rows() {
        let preset = row.reference("preset", row.text("preset"), &presets.index, "presets.csv")?;
        row.unique("key", format!("{} {}", row.text("preset"), row.required("key")?), &mut seen)?;
        if let Some(rules) = found.get_mut(preset) {
            rules.push(date_rule(&row)?);
        }
    }
    Ok(found)
}

fn date_rule(row: &Row<'_>) -> Result<DateRuleView> {
    let when = When {
        basis: row.code("basis", DateBasis::ALL, DateBasis::code)?,
        amount: row.number("amount")?,
        unit: row.code("unit", DayUnit::ALL, DayUnit::code)?,
        series: row.code("series", Series::ALL, Series::code)?,
        every: row.number("every")?,
        days: row.text("days"),
    };
    if let Some((column, expected)) = when.problem() {
        return Err(row.bad(column, expected));
    }
    let url = row.required("url")?;
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return Err(row.bad("url", "https://"));
    }
    let (title, place, note) = (row.required("source")?, row.text("place"), both(row, "note")?);
    let dated = row.optional_date("date")?;
    let named = |language| {
        let dated = dated.map(|day| long(day, language)).unwrap_or_default();
        [title, &dated, place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    Ok(DateRuleView {
        key: row.required("key")?.to_owned(),
        kind: row.code("kind", DeadlineKind::ALL, DeadlineKind::code)?,
        title: row.text("title").to_owned(),
        basis: when.basis,
        amount: when.amount,
        unit: when.unit,
        series: when.series,
        every: when.every,
        days: when.days.to_owned(),
        applies: true,
        text: when.text(),
        origin: RuleOrigin::Preset,
        source: Text::new(format!("{}: {}", named(Language::Da), note.da), format!("{}: {}", named(Language::En), note.en)),
        url: url.to_owned(),
        row: None,
    })
}

fn both(row: &Row<'_>, name: &str) -> Result<Text> {
    row.required(&format!("{name}_da"))?;
    row.required(&format!("{name}_en"))?;
    Ok(row.both(name))
}

fn words(cell: &str) -> Vec<String> {
    cell.split('|').map(str::trim).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;
    use crate::import::{builtin_terms, builtin_terms_files};

    #[test]
    fn the_built_in_rules_are_whole() {
        let terms = builtin_terms().unwrap();
        let keys: Vec<&str> = terms.presets.iter().map(|preset| preset.key.as_str()).collect();
        for key in ["socialstyrelsen", "star", "sundhedsstyrelsen", "forebyggelsesfonden", "private_fund"] {
            assert!(keys.contains(&key), "{key}");
        }
        for preset in &terms.presets {
            assert!(!preset.rules.is_empty(), "{}", preset.key);
            // A public funder says that there is no levy; a private one how much.
            let levy = preset.rules.iter().find(|rule| rule.kind == RuleKind::Levy).and_then(|rule| rule.share).unwrap();
            assert_eq!(levy == Share::default(), preset.key != "private_fund", "{}", preset.key);
        }
        assert_eq!(terms.lists.iter().map(Vec::len).collect::<Vec<_>>(), [14, 10, 4]);
        // The same code is the same thing to the rules in every list.
        let all: Vec<&Category> = terms.lists.iter().flatten().collect();
        for category in &all {
            assert!(all.iter().all(|other| other.code != category.code || other.kind == category.kind), "{}", category.code);
        }
    }

    #[test]
    fn a_rule_that_cannot_be_is_refused() {
        let changed = |from: &str, to: &str| {
            let mut files = builtin_terms_files();
            let rules = files.get_mut("rules.csv").unwrap();
            assert!(rules.contains(from), "{from}");
            *rules = rules.replacen(from, to, 1);
            funder_terms(&files).unwrap_err().code
        };
        assert_eq!(changed("change_share;10;", "change_share;;"), ErrorCode::CsvBadValue);
        assert_eq!(changed("change_share;10;", "change_share;ti;"), ErrorCode::CsvBadValue);
        assert_eq!(changed("change_amount;;100.000;", "change_amount;10;100.000;"), ErrorCode::CsvBadValue);
        assert_eq!(changed(";results:50/40/10;", ";results:50/40/11;"), ErrorCode::CsvBadValue);
        assert_eq!(changed("change_amount;;", "wage_cap_hours;;"), ErrorCode::CsvBadValue);
        assert_eq!(changed(";http://forebyggelsesfonden.dk/statusrapport.html;", ";;"), ErrorCode::CsvBadValue);
        assert_eq!(changed("audit_performance;;500.000", "audit_registered;;500.000"), ErrorCode::CsvDuplicate);
        assert_eq!(changed("star;categories", "nobody;categories"), ErrorCode::CsvUnknownReference);
    }
}
