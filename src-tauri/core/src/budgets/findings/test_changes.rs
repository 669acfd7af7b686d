//! What a change needs.

use super::test_plan::*;
use crate::budgets::*;
use crate::money::Money;
use crate::views::{CompareFigure, CompareRow};

fn figure(left: Option<i64>, right: Option<i64>) -> CompareFigure {
    let difference = Money::from_oere(right.unwrap_or_default() - left.unwrap_or_default());
    CompareFigure { left: left.map(Money::from_oere), right: right.map(Money::from_oere), difference, share: None }
}

/// A line in two versions: by year, then of all years.
fn row(left: &[i64], right: &[i64]) -> CompareRow {
    let mut figures: Vec<CompareFigure> = left.iter().zip(right).map(|(left, right)| figure(Some(*left), Some(*right))).collect();
    figures.push(figure(Some(left.iter().sum()), Some(right.iter().sum())));
    let name = Some("Løn".to_owned());
    CompareRow { number: 1, side: Side::Cost, left: name.clone(), right: name, reworded: false, figures }
}

fn states(rows: &[CompareRow], approved: bool) -> Vec<(FindingCode, FindingState)> {
    let found = change_findings(&preset("socialstyrelsen").unwrap().rules, rows, approved);
    for found in &found {
        said(found);
    }
    found.iter().map(|it| (it.code, it.state)).collect()
}

fn has(rows: &[CompareRow], code: FindingCode) -> bool {
    states(rows, false).contains(&(code, FindingState::Broken))
}

#[test]
fn over_ten_per_cent_is_more_than_ten_per_cent() {
    for (right, over) in [(109_999, false), (110_000, false), (110_001, true), (90_000, false), (89_999, true), (0, true)] {
        assert_eq!(has(&[row(&[100_000], &[right])], FindingCode::ChangeShare), over, "{right}");
    }
    // Ten per cent of 0,15 kr. is 1,5 øre: one øre is within, two are not.
    for (right, over) in [(16, false), (17, true)] {
        assert_eq!(has(&[row(&[15], &[right])], FindingCode::ChangeShare), over, "{right}");
    }
    let found = change_findings(&preset("socialstyrelsen").unwrap().rules, &[row(&[100_000], &[110_001])], false);
    assert_eq!(found[0].text.da, "»Løn« er ændret 100,01 kr. (10,001 pct.); over 10 pct. kræver godkendelse først.");
    assert_eq!(found[0].fix.da, "Få ændringen godkendt, eller hold den på højst 100 kr.");
}

#[test]
fn over_a_hundred_thousand_is_more_than_that() {
    const LARGE: i64 = 1_000_000_000;
    for (by, over) in [(9_999_999, false), (10_000_000, false), (10_000_001, true), (-10_000_000, false), (-10_000_001, true)] {
        assert_eq!(has(&[row(&[LARGE], &[LARGE + by])], FindingCode::ChangeAmount), over, "{by}");
    }
}

#[test]
fn a_new_line_is_a_change() {
    let new = CompareRow { left: None, figures: vec![figure(None, Some(1)), figure(None, Some(1))], ..row(&[], &[]) };
    assert!(has(&[new], FindingCode::ChangeNew));
}

#[test]
fn what_took_effect_was_approved() {
    let rows = [row(&[100_000], &[200_000])];
    assert_eq!(states(&rows, true), [(FindingCode::ChangeShare, FindingState::Note)]);
    let same = [row(&[100_000], &[100_000])];
    assert_eq!(
        states(&same, false),
        [(FindingCode::ChangeShare, FindingState::Met), (FindingCode::ChangeAmount, FindingState::Met)]
    );
    assert_eq!(states(&[], false), []);
    let financing = CompareRow { side: Side::Financing, ..row(&[100_000], &[200_000]) };
    assert_eq!(states(&[financing], false), []);
}

#[test]
fn money_moves_between_years_as_the_funder_says() {
    let rows = [row(&[100_000, 100_000], &[99_000, 101_500])];
    assert!(has(&rows, FindingCode::Transfer));
    let free = change_findings(&preset("flere_skal_med_2").unwrap().rules, &rows, false);
    assert_eq!((free.len(), free[0].state, free[0].facts.difference), (1, FindingState::Met, Some(kr(10))));
    assert!(!has(&[row(&[100_000, 100_000], &[100_000, 101_500])], FindingCode::Transfer));
}
