//! What the municipality has promised of its own, on real files.

use chrono::NaiveDate;
use tilsagn_core::seed;
use tilsagn_core::store::{Environment, Store};
use tilsagn_core::views::{ExposureFigures, ExposureFilter, ExposureView};

use crate::desk::Desk;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn example() -> (Desk, Store) {
    let mut desk = Desk::new();
    desk.environment = Environment { schema: tilsagn_core::store::SCHEMA, ..desk.environment };
    let store = Store::create(&desk.path(), &desk.environment, seed::example).unwrap();
    (desk, store)
}

fn of(store: &Store, municipality: &str, filter: ExposureFilter, as_of: &str) -> ExposureView {
    let municipality = store.municipality_named(municipality).unwrap().id;
    store.exposure(municipality, &filter, day(as_of)).unwrap()
}

/// Granted, own money, own staff, hours and what is missing.
fn told(figures: &ExposureFigures) -> String {
    let ExposureFigures { year, granted, own_cash, own_staff, own_hours, own_fte, gap, .. } = figures;
    let gap = gap.map_or_else(|| "–".to_owned(), |gap| gap.to_string());
    format!("{year}: {granted} {own_cash} {own_staff} {own_hours} {own_fte} {gap}")
}

fn years(from: i32, to: i32) -> ExposureFilter {
    ExposureFilter { from: Some(from), to: Some(to), ..ExposureFilter::default() }
}

#[test]
fn koebenhavn_has_promised_one_employee_for_two_years_and_lacks_money() {
    let (_desk, store) = example();
    let view = of(&store, "København", years(2009, 2010), "2009-03-01");
    assert_eq!(view.years, [0, 2009, 2010]);
    let expected =
        ["0: 2336000.00 0.00 0.00 0 0 274208.00", "2009: 0.00 0.00 399000.00 1924 1 –", "2010: 0.00 0.00 399000.00 1924 1 –"];
    assert_eq!(view.total.iter().map(told).collect::<Vec<_>>(), expected);
    let committees: Vec<(&str, Vec<String>)> =
        view.by_committee.iter().map(|group| (group.name.as_str(), group.years.iter().map(told).collect())).collect();
    assert_eq!(committees, [("BIU", expected.map(str::to_owned).to_vec())]);
    assert_eq!(view.by_department[0].name, "Beskæftigelses- og Integrationsforvaltningen");
    let [row] = view.rows.as_slice() else { panic!("{:?}", view.rows) };
    assert!(!row.undated && row.title == "Rådgiver på hjul");
    // The strategy has a total and no lines.
    let missing: Vec<&str> = view.without_budget.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(missing.len(), 0, "{missing:?}: it was not begun then");
}

#[test]
fn the_grant_ends_within_eighteen_months_and_what_follows_is_said() {
    let (_desk, store) = example();
    let view = of(&store, "København", years(2009, 2012), "2009-07-01");
    let [ending] = view.ends.as_slice() else { panic!("{:?}", view.ends) };
    assert_eq!((ending.ends.to_string().as_str(), ending.days), ("2010-12-31", 548));
    assert_eq!((ending.fte.to_string().as_str(), ending.embedding_decided, ending.activities.len()), ("2", true, 5));
    assert_eq!((ending.yearly_grant.to_string().as_str(), ending.yearly_grant_of), ("2336000.00", None));
    assert!(of(&store, "København", years(2009, 2012), "2009-06-29").ends.is_empty());
    assert!(of(&store, "København", years(2009, 2012), "2011-01-01").ends.is_empty());
}

#[test]
fn before_it_took_effect_what_was_applied_for_has_no_day_and_stands_in_no_sum() {
    let (_desk, store) = example();
    let view = of(&store, "København", years(2009, 2010), "2009-02-25");
    assert!(view.rows.iter().all(|row| row.undated), "{:?}", view.rows);
    assert!(
        view.total
            .iter()
            .all(|year| year.granted.oere() == 0 && year.own_staff.oere() == 0 && year.gap.is_none_or(|gap| gap.oere() == 0))
    );
}

#[test]
fn what_has_no_amounts_is_missing_not_zero() {
    let (_desk, store) = example();
    let view = of(&store, "Ishøj", years(2016, 2017), "2017-01-01");
    assert!(view.rows.is_empty());
    let [missing] = view.without_budget.as_slice() else { panic!("{:?}", view.without_budget) };
    assert!(missing.financing_without_amount && missing.requested.is_none() && missing.total.is_none());
}

#[test]
fn prices_of_another_year_are_for_comparison_and_say_which_years_they_cannot_reach() {
    let (_desk, store) = example();
    let filter = ExposureFilter { price_level: Some(2019), ..years(2009, 2010) };
    let view = of(&store, "København", filter, "2009-03-01");
    assert!(view.not_converted.contains(&0) && !view.price_index.vintage.is_empty(), "{:?}", view.not_converted);
    let running = of(&store, "København", years(2009, 2010), "2009-03-01");
    for (converted, running) in view.total.iter().zip(&running.total).skip(1) {
        assert!(converted.own_staff > running.own_staff && converted.own_hours == running.own_hours, "{converted:?}");
    }
    // What is missing was reckoned before anything was converted, and what is not allotted is in no year's prices.
    assert_eq!(view.total[0], running.total[0]);
    assert_eq!((view.first_held, view.last_held), (Some(2009), Some(2010)));
}

#[test]
fn years_that_cannot_be_are_refused() {
    let (_desk, store) = example();
    let municipality = store.municipality_named("København").unwrap().id;
    for (filter, field) in [(years(19, 20), "from"), (years(2020, 2019), "to"), (years(2009, 2109), "to")] {
        let error = store.exposure(municipality, &filter, day("2019-03-12")).unwrap_err();
        assert_eq!(error.field.as_deref(), Some(field));
    }
}
