//! A plan of two years, and what becomes of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::budgets::test_lines::{budget, financing, line};
use crate::budgets::{BudgetLine, Figures, Method, OwnForm, Period, Source, preset};

type Cells = BTreeMap<(i32, u32), Figures>;

fn cells(amounts: &[(i32, u32, i64)]) -> Cells {
    let figures = |oere: i64| Figures { amount: Some(Money::from_oere(oere)), ..Figures::default() };
    amounts.iter().map(|(year, period, oere)| ((*year, *period), figures(*oere))).collect()
}

fn kr(kroner: i64) -> Money {
    Money::from_oere(kroner * 100)
}

fn day(text: &str) -> NaiveDate {
    crate::calendar::parse_iso(text).unwrap()
}

fn per_cent(of: i64) -> Share {
    Share::from_scaled(of * 10_000)
}

fn span() -> Option<Span> {
    Some(Span { first: day("2019-01-01"), last: day("2020-12-31") })
}

/// Two years of 1.000 kr. each: 600 of grant, 300 of own staff for 10 hours, 100 of a partner.
fn lines() -> Vec<(BudgetLine, Cells)> {
    let both = |oere: i64| cells(&[(2019, 0, oere), (2020, 0, oere)]);
    let mut staff = both(30_000);
    staff.values_mut().for_each(|figures| figures.quantity = Some(Quantity::from_scaled(100_000)));
    let own = financing(3, Source::Own);
    let own = BudgetLine { own_form: Some(OwnForm::ExistingStaff), method: Method::Hours, ..own };
    vec![
        (line(1, 1), both(100_000)),
        (financing(2, Source::Grant), both(60_000)),
        (own, staff),
        (financing(4, Source::Partner), both(10_000)),
    ]
}

fn reckon(lines: &[(BudgetLine, Cells)], key: &str, received: Money, scenario: &Scenario) -> WhatIf {
    let lines: Vec<PlanLine<'_>> = lines.iter().map(|(line, cells)| PlanLine { line, cells }).collect();
    let rules = preset(key).map_or(&[][..], |preset| preset.rules.as_slice());
    let budget = budget(2019, 2020);
    let found = what_if(&Plan { budget: &budget, lines: &lines, span: span(), rules, fte_hours: 1924, received }, scenario);
    for reason in &found.reasons {
        assert!(!reason.da.is_empty() && !reason.da.contains('{') && !reason.en.contains('{'), "{reason:?}");
    }
    found
}

fn totals(found: &WhatIf) -> [Money; 4] {
    [found.total.cost, found.total.grant, found.total.own, found.total.repayment]
}

#[test]
fn nothing_supposed_is_the_plan() {
    let found = reckon(&lines(), "star", kr(0), &Scenario::default());
    assert_eq!(totals(&found), [kr(2_000), kr(1_200), kr(600), kr(0)]);
    for year in &found.years {
        assert_eq!(
            (year.cost, year.grant, year.own, year.hours),
            (year.plan_cost, year.plan_grant, year.plan_own, year.plan_hours)
        );
    }
    assert_eq!(found.reasons, []);
}

#[test]
fn a_net_grant_falls_with_own_money_and_spending() {
    let own = Scenario { own_less: per_cent(10), ..Scenario::default() };
    // The grant falls by as much, and what it no longer pays is the municipality's: 2.000 - 1.080 - 200.
    assert_eq!(totals(&reckon(&lines(), "star", kr(0), &own)), [kr(2_000), kr(1_080), kr(720), kr(0)]);
    assert_eq!(totals(&reckon(&lines(), "", kr(0), &own)), [kr(2_000), kr(1_200), kr(600), kr(0)]);

    let spending = Scenario { spending_less: per_cent(20), ..Scenario::default() };
    assert_eq!(totals(&reckon(&lines(), "star", kr(0), &spending)), [kr(1_600), kr(960), kr(480), kr(0)]);
    // Without that rule the municipality keeps what is saved.
    assert_eq!(totals(&reckon(&lines(), "", kr(0), &spending)), [kr(1_600), kr(1_200), kr(200), kr(0)]);

    let both = Scenario { own_less: per_cent(10), ..spending };
    assert_eq!(totals(&reckon(&lines(), "star", kr(0), &both)), [kr(1_600), kr(960), kr(480), kr(0)]);

    let hours = Scenario { hours_less: per_cent(50), ..Scenario::default() };
    let found = reckon(&lines(), "star", kr(0), &hours);
    assert_eq!((found.total.grant, found.total.hours), (kr(600), Quantity::from_scaled(100_000)));
    assert_eq!(found.total.own, kr(1_200));
}

#[test]
fn a_lower_grant_is_paid_by_the_municipality() {
    let found = reckon(&lines(), "star", kr(0), &Scenario { grant_less: per_cent(25), ..Scenario::default() });
    assert_eq!(totals(&found), [kr(2_000), kr(900), kr(900), kr(0)]);
    assert_eq!(found.years[0].own, kr(450));
    assert!(found.reasons.iter().any(|it| it.da == "300 kr. betaler ingen anden. Det er lagt til kommunens egne penge."));
}

#[test]
fn what_slips_past_the_last_day_is_lost() {
    let found = reckon(&lines(), "star", kr(0), &Scenario { months_late: 3, ..Scenario::default() });
    let by_year: Vec<_> = found.years.iter().map(|it| (it.year, it.cost, it.grant, it.own)).collect();
    assert_eq!(
        by_year,
        [
            // A twelfth of 1.000 kr. is no whole øre: the first months have the rest.
            (Some(2019), Money::from_oere(75_001), kr(450), kr(225)),
            (Some(2020), kr(1_000), kr(600), kr(300)),
            // 150 kr. of grant are lost.
            (Some(2021), Money::from_oere(24_999), kr(0), kr(225)),
        ]
    );
    assert!(found.reasons[1].da.starts_with("150 kr. af tilskuddet falder efter projektets sidste dag, 31. december 2020."));
    assert_eq!(found.total.plan_cost, kr(2_000));
}

#[test]
fn quarters_and_months_slip_from_where_they_stand() {
    let lines = [(line(1, 1), cells(&[(2019, 4, 30_000)])), (financing(2, Source::Grant), cells(&[(2019, 4, 30_000)]))];
    let lines: Vec<PlanLine<'_>> = lines.iter().map(|(line, cells)| PlanLine { line, cells }).collect();
    for (period, months, left) in [(Period::Quarter, 1, kr(200)), (Period::Month, 8, kr(300)), (Period::Month, 9, kr(0))] {
        let budget = Budget { period, ..budget(2019, 2020) };
        let plan = Plan { budget: &budget, lines: &lines, span: span(), rules: &[], fte_hours: 1924, received: kr(0) };
        let found = what_if(&plan, &Scenario { months_late: months, ..Scenario::default() });
        assert_eq!((found.years[0].cost, found.total.grant), (left, kr(300)), "{period:?} {months}");
    }
}

#[test]
fn what_was_received_goes_back() {
    let scenario = Scenario { own_less: per_cent(50), ..Scenario::default() };
    let found = reckon(&lines(), "star", kr(1_000), &scenario);
    assert_eq!((found.total.grant, found.total.repayment), (kr(600), kr(400)));
    assert_eq!(found.years.iter().map(|it| it.repayment).collect::<Vec<_>>(), [kr(0), kr(400)]);
    // Up to 500 kr. the funder does not ask for it.
    let grant_less = Scenario { grant_less: per_cent(50), ..Scenario::default() };
    for (received, back) in [(110_000, 0), (110_001, 50_001), (60_000, 0)] {
        let found = reckon(&lines(), "socialstyrelsen", Money::from_oere(received), &grant_less);
        assert_eq!(found.total.repayment, Money::from_oere(back), "{received}");
    }
}

#[test]
fn what_is_not_allotted_stands_apart() {
    let mut lines = lines();
    lines[1].1 = cells(&[(0, 0, 100_000)]);
    let found = reckon(&lines, "star", kr(0), &Scenario { months_late: 1, ..Scenario::default() });
    assert_eq!(found.years.iter().map(|it| it.year).collect::<Vec<_>>(), [0, 2019, 2020, 2021].map(Some));
    assert_eq!((found.years[0].grant, found.total.grant), (kr(1_000), kr(1_000)));
    // The plan itself is 200 kr. short.
    assert_eq!(found.total.own, kr(800));
    assert!(found.reasons.iter().any(|it| it.da.starts_with("Budgettet selv mangler 200 kr.")));
}

proptest! {
    #[test]
    fn the_grant_never_rises_and_years_are_the_whole(
        amounts in prop::collection::vec(0_i64..=10_000_000_000, 8),
        shares in prop::collection::vec(0_i64..=1_000_000, 4),
        months_late in 0_u32..=40,
        net in any::<bool>(),
        received in 0_i64..=10_000_000_000,
    ) {
        let mut lines = lines();
        for (place, (_, cells)) in lines.iter_mut().enumerate() {
            for (year, figures) in cells.values_mut().enumerate() {
                figures.amount = Some(Money::from_oere(amounts[place * 2 + year]));
            }
        }
        let share = |at: usize| Share::from_scaled(shares[at]);
        let scenario = Scenario {
            own_less: share(0),
            spending_less: share(1),
            hours_less: share(2),
            grant_less: share(3),
            months_late,
        };
        let found = reckon(&lines, if net { "star" } else { "" }, Money::from_oere(received), &scenario);
        let total = &found.total;
        prop_assert!(total.grant <= total.plan_grant && total.grant >= Money::ZERO);
        prop_assert!(total.cost <= total.plan_cost && total.hours <= total.plan_hours);
        prop_assert_eq!(total.repayment, Money::from_oere((received - total.grant.oere()).max(0)));
        let sum = |of: fn(&WhatIfYear) -> Money| found.years.iter().map(of).sum::<Money>();
        prop_assert_eq!(sum(|it| it.cost), total.cost);
        prop_assert_eq!(sum(|it| it.grant), total.grant);
        prop_assert_eq!(sum(|it| it.own), total.own);
        prop_assert_eq!(sum(|it| it.plan_own), total.plan_own);
        // Somebody pays for all of it.
        let partner = Money::from_oere(amounts[6] + amounts[7]);
        prop_assert!(total.grant + total.own + partner >= total.cost);
    }

    #[test]
    fn more_gone_never_brings_more_grant(less in 0_i64..1_000_000, more in 1_i64..1_000_000, net in any::<bool>()) {
        let grant = |own: i64| {
            let scenario = Scenario { own_less: Share::from_scaled(own.min(1_000_000)), ..Scenario::default() };
            reckon(&lines(), if net { "star" } else { "" }, Money::ZERO, &scenario).total.grant
        };
        prop_assert!(grant(less + more) <= grant(less));
    }
}
