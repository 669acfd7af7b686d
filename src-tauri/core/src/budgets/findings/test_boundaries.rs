//! Every rule exactly at its limit, one øre below and one øre above.

use super::test_plan::*;
use crate::budgets::*;
use crate::money::Money;

const MET: Option<FindingState> = Some(FindingState::Met);
const BROKEN: Option<FindingState> = Some(FindingState::Broken);

#[test]
fn least_co_financing_is_enough_exactly() {
    // 25 per cent of a total of 1.000 kr.
    let of_total = |own: i64| plan().paid(100_000 - own, own).rule(RuleKind::CoFinancingOfTotal, 250_000, 0, "");
    for (own, state) in [(24_999, BROKEN), (25_000, MET), (25_001, MET)] {
        assert_eq!(of_total(own).state(FindingCode::CoFinancingOfTotal), state, "{own}");
    }
    let found = of_total(12_500).the(FindingCode::CoFinancingOfTotal);
    assert_eq!((found.facts.limit, found.facts.difference), (Some(kr(250)), Some(kr(125))));
    assert_eq!(found.text.da, "Medfinansieringen er 125 kr. (12,5 pct. af udgifterne); mindst 25 pct. er 250 kr.");
    assert_eq!(found.fix.da, "Hæv medfinansieringen med 125 kr., eller sænk tilskuddet til 375 kr. og udgifterne tilsvarende.");
    let near = of_total(24_999).the(FindingCode::CoFinancingOfTotal);
    assert!(near.text.da.contains("24,999 pct."), "{}", near.text.da);

    // A third of what cannot be divided by three: the limit is rounded up.
    let of_grant = |grant: i64, own: i64| plan().paid(grant, own).rule(RuleKind::CoFinancingOfGrant, 333_333, 0, "");
    for (own, state) in [(33, BROKEN), (34, MET)] {
        assert_eq!(of_grant(100, own).state(FindingCode::CoFinancingOfGrant), state, "{own}");
    }
    let found = of_grant(100, 33).the(FindingCode::CoFinancingOfGrant);
    assert_eq!(found.fix.da, "Hæv medfinansieringen med 0,01 kr., eller sænk tilskuddet til 0,99 kr.");
    assert_eq!(of_grant(100, 0).the(FindingCode::CoFinancingOfGrant).fix.da, "Hæv medfinansieringen med 0,34 kr.");
}

#[test]
fn only_the_form_the_funder_counts_counts() {
    let plan = |choice| {
        let mut plan =
            plan().paid(50_000, 20_000).pays(Source::Partner, &[at(2019, 10_000)]).pays(Source::Own, &[at(2019, 5_000)]);
        plan.lines[4].own_form = Some(OwnForm::ExistingStaff);
        plan.rule(RuleKind::CoFinancingForm, 0, 0, choice)
    };
    for (choice, uncounted) in [("cash", 5_000), ("own", 10_000), ("own_cash", 15_000)] {
        let found = plan(choice).the(FindingCode::CoFinancingForm);
        assert_eq!((found.state, found.facts.computed), (FindingState::Broken, Some(Money::from_oere(uncounted))), "{choice}");
        let with_least = plan(choice).rule(RuleKind::CoFinancingOfGrant, 100_000, 0, "");
        assert_eq!(with_least.state(FindingCode::CoFinancingForm), Some(FindingState::Note));
        let counted = with_least.the(FindingCode::CoFinancingOfGrant).facts.computed;
        assert_eq!(counted, Some(Money::from_oere(35_000 - uncounted)));
    }
    let cash = super::test_plan::plan().paid(50_000, 20_000).rule(RuleKind::CoFinancingForm, 0, 0, "own_cash");
    assert_eq!(cash.state(FindingCode::CoFinancingForm), MET);
}

#[test]
fn the_grant_may_be_the_floor_and_the_ceiling() {
    for (grant, floor, ceiling) in [(9_999, BROKEN, MET), (10_000, MET, MET), (10_001, MET, BROKEN)] {
        let plan = plan().paid(grant, 0).rule(RuleKind::GrantFloor, 0, 10_000, "").rule(RuleKind::GrantCeiling, 0, 10_000, "");
        assert_eq!(plan.state(FindingCode::GrantFloor), floor, "{grant}");
        assert_eq!(plan.state(FindingCode::GrantCeiling), ceiling, "{grant}");
    }
}

#[test]
fn overhead_is_of_the_other_costs() {
    // Seven per cent of 1.000 kr.
    let plan = |overhead: i64, share: i64| {
        plan().cost_of("wage", 100_000).cost_of("overhead", overhead).rule(RuleKind::Overhead, share, 0, "")
    };
    for (overhead, state) in [(6_999, MET), (7_000, MET), (7_001, BROKEN)] {
        assert_eq!(plan(overhead, 70_000).state(FindingCode::Overhead), state, "{overhead}");
    }
    assert_eq!(plan(7_001, 70_000).the(FindingCode::Overhead).fix.da, "Sænk overhead med 0,01 kr. til 70 kr.");
    for (overhead, state) in [(0, MET), (1, BROKEN)] {
        assert_eq!(plan(overhead, 0).state(FindingCode::OverheadNone), state, "{overhead}");
    }
}

#[test]
fn unforeseen_costs_and_categories() {
    let plan = plan().cost_of("wage", 100).cost_of("contingency", 1).rule(RuleKind::Contingency, 0, 0, "no");
    assert_eq!(plan.state(FindingCode::Contingency), BROKEN);
    let none = super::test_plan::plan().cost_of("wage", 100).rule(RuleKind::Contingency, 0, 0, "no");
    assert_eq!(none.state(FindingCode::Contingency), MET);

    let star = plan.rule(RuleKind::Categories, 0, 0, "star");
    assert_eq!(star.the(FindingCode::CategoryUnknown).text.da, "»Linje 2« har en post, giveren ikke har: Uforudsete udgifter.");
    assert_eq!(star.state(FindingCode::CategoryMissing), None);
    let without =
        super::test_plan::plan().cost("Løn", &[at(2019, 1)]).cost("Tog", &[at(2019, 1)]).rule(RuleKind::Categories, 0, 0, "star");
    let found = without.the(FindingCode::CategoryMissing);
    assert_eq!((found.state, found.text.en.as_str()), (FindingState::Open, "2 costs have no category; the first is “Løn”."));
    assert_eq!(none.rule(RuleKind::Categories, 0, 0, "star").state(FindingCode::CategoryMissing), MET);
}

#[test]
fn wages_up_to_the_cap() {
    let wage = |method: Method, rate_e4: i64| {
        let year = LineYear { year: 2019, lowest_rate: rate(1), highest_rate: rate(rate_e4), ..at(2019, 100) };
        plan().add(|line| line.method = method, &[year])
    };
    let hour = |method, rate| wage(method, rate).rule(RuleKind::WageCapHour, 0, 40_000, "").state(FindingCode::WageCapHour);
    let year = |method, rate| wage(method, rate).rule(RuleKind::WageCapYear, 0, 50_000_000, "").state(FindingCode::WageCapYear);
    // 400 kr. an hour; a ten-thousandth of a krone above is above.
    assert_eq!([3_999_999, 4_000_000, 4_000_001].map(|rate| hour(Method::Hours, rate)), [MET, MET, BROKEN]);
    assert_eq!([4_999_999_999, 5_000_000_000, 5_000_000_001].map(|rate| year(Method::Fte, rate)), [MET, MET, BROKEN]);
    // A yearly wage beside a cap per hour: 400 kr. * 1.924.
    assert_eq!([7_696_000_000, 7_696_000_001].map(|rate| hour(Method::Fte, rate)), [MET, BROKEN]);
    assert_eq!(hour(Method::Units, 9_999_999_999), None);
    let both =
        wage(Method::Fte, 5_000_000_001).rule(RuleKind::WageCapHour, 0, 1, "").rule(RuleKind::WageCapYear, 0, 50_000_000, "");
    let found = both.the(FindingCode::WageCapYear);
    assert_eq!(found.fix.da, "Sæt årsværket til højst 500.000 kr.: 0,01 kr. mindre.");
    assert_eq!(both.state(FindingCode::WageCapHour), None);
}

#[test]
fn amounts_are_in_whole_steps() {
    let plan = |oere: i64| plan().cost("Løn", &[at(2019, oere)]).rule(RuleKind::Rounding, 0, 100_000, "");
    for (oere, state) in [(299_999, BROKEN), (300_000, MET), (300_001, BROKEN), (0, MET), (-100_000, MET)] {
        assert_eq!(plan(oere).state(FindingCode::Rounding), state, "{oere}");
    }
    for (oere, nearest) in [(349_999, "3.000 kr."), (350_000, "4.000 kr."), (-149_999, "-1.000 kr.")] {
        assert_eq!(plan(oere).the(FindingCode::Rounding).fix.da, format!("Nærmeste hele beløb er {nearest}"));
    }
}

#[test]
fn the_budget_is_split_as_finely_as_asked() {
    for (period, quarter, month) in [(Period::Year, BROKEN, BROKEN), (Period::Quarter, MET, BROKEN), (Period::Month, MET, MET)] {
        for (choice, state) in [("quarter", quarter), ("month", month)] {
            let mut plan = plan().rule(RuleKind::Period, 0, 0, choice);
            plan.budget.period = period;
            plan = plan.cost("Løn", &[at(2019, 1)]);
            assert_eq!(plan.state(FindingCode::Period), state, "{period:?} {choice}");
        }
    }
}

#[test]
fn the_levy_is_budgeted() {
    let with = |levy: i64| plan().paid(100_000, 0).cost_of("levy", levy).preset("private_fund");
    for (levy, state) in [(17_499, FindingState::Open), (17_500, FindingState::Met), (17_501, FindingState::Met)] {
        assert_eq!(with(levy).state(FindingCode::Levy), Some(state), "{levy}");
    }
    assert_eq!(with(0).the(FindingCode::Levy).facts.difference, Some(kr(175)));
    // A public funder has none, unless a rule of the pool says so.
    let public = plan().paid(100_000, 0).preset("star");
    assert_eq!(public.state(FindingCode::Levy), None);
    let overridden = plan().paid(100_000, 0).rule(RuleKind::Levy, 175_000, 0, "");
    assert_eq!(overridden.state(FindingCode::Levy), Some(FindingState::Open));
}

#[test]
fn the_audit_follows_the_grant() {
    for (grant, code) in [
        (10_000_000, FindingCode::AuditChosen),
        (10_000_001, FindingCode::AuditRegistered),
        (50_000_000, FindingCode::AuditRegistered),
        (50_000_001, FindingCode::AuditPerformance),
    ] {
        let found = plan().paid(grant, 0).preset("socialstyrelsen").the(code);
        assert_eq!((found.state, found.remarks.as_slice()), (FindingState::Note, [Remark::FromPreset].as_slice()));
    }
}

#[test]
fn a_grant_that_rises_every_year_is_noted() {
    let grant = |first: i64, second: i64, indexed: bool| {
        let mut plan = plan().pays(Source::Grant, &[at(2019, first), at(2020, second)]);
        plan.budget.indexed = indexed;
        plan.state(FindingCode::Indexation)
    };
    assert_eq!(grant(100, 101, false), Some(FindingState::Note));
    assert_eq!(grant(100, 101, true), None);
    assert_eq!(grant(100, 100, false), None);
    assert_eq!(grant(0, 100, false), None);
}

#[test]
fn full_time_years_with_two_prices() {
    let fte = |rate_e4| LineYear { lowest_rate: rate(rate_e4), highest_rate: rate(rate_e4), ..at(2019, 100) };
    let plan = |own: i64| {
        let mut plan = plan().add(|line| line.method = Method::Fte, &[fte(4_250_000_000)]).pays(Source::Own, &[fte(own)]);
        (plan.lines[1].method, plan.lines[1].own_form) = (Method::Fte, Some(OwnForm::ExistingStaff));
        plan
    };
    assert_eq!(plan(4_250_000_000).state(FindingCode::RatesDiffer), None);
    assert_eq!(plan(3_990_000_000).the(FindingCode::RatesDiffer).facts.difference, Some(kr(26_000)));
}

#[test]
fn a_grant_on_results_is_paid_in_parts() {
    let found = plan().paid(100_000_001, 0).preset("flere_skal_med_2").the(FindingCode::PaymentParts);
    assert!(found.text.da.ends_with("500.000,01 + 400.000 + 100.000 kr."), "{}", found.text.da);
    assert_eq!(plan().paid(100, 0).preset("forebyggelsesfonden").state(FindingCode::PaymentParts), None);
}
