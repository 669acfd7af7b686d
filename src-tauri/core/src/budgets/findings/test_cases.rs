//! The sources' own cases, and what is missing.

use super::test_plan::*;
use crate::applications::Stage;
use crate::budgets::*;
use crate::money::Money;
use crate::views::YearSums;

/// Rådgiver på hjul, Copenhagen 2009: the project's budget and the case's economy.
fn raadgiver() -> Case {
    let years = |first: i64, second: i64| [at(2009, first * 100), at(2010, second * 100)];
    let mut plan = plan()
        .cost("Løn", &years(850_000, 850_000))
        .cost("Projektkoordination", &years(200_000, 200_000))
        .cost("Overhead", &years(50_000, 50_000))
        .cost("Uddannelse", &years(75_000, 75_000))
        .cost("Cykler", &years(20_000, 3_000))
        .cost("Kampagne", &years(50_000, 25_000))
        .cost("Kursusforløb", &years(355_104, 355_104))
        .cost("Publicering", &years(75_000, 75_000))
        .cost("Evaluering", &years(50_000, 50_000))
        .pays(Source::Grant, &[at(0, 233_600_000)])
        .pays(Source::Own, &years(399_000, 399_000));
    (plan.budget.first_year, plan.budget.last_year) = (2009, 2010);
    (plan.budget.vat, plan.budget.financing_vat) = (Vat::NotStated, Vat::Excl);
    let said = Some(kr(2_336_000));
    plan.stated = Stated { requested: said, awarded: said, total: Some(kr(3_164_000)), vat: Vat::Excl };
    plan.preset("forebyggelsesfonden")
}

#[test]
fn raadgiver_paa_hjul_contradicts_itself_three_times() {
    for financing_vat in [Vat::Excl, Vat::NotStated] {
        let mut plan = raadgiver();
        plan.budget.financing_vat = financing_vat;
        let found = plan.findings();
        let broken: Vec<&Finding> = found.iter().filter(|it| it.state == FindingState::Broken).collect();
        let figures: Vec<_> = broken.iter().map(|it| (it.code, it.facts.difference, it.remarks.clone())).collect();
        let silent = vec![Remark::StatedExclBudgetSilent];
        assert_eq!(
            figures,
            [
                (FindingCode::StatedTotalNotFinancing, Some(kr(30_000)), vec![]),
                (FindingCode::StatedTotalNotCosts, Some(kr(244_208)), silent.clone()),
                (FindingCode::FinancingShort, Some(kr(274_208)), silent),
            ]
        );
        assert_eq!(broken[0].text.da, "Oplyst i alt 3.164.000 kr., men finansieringen er 3.134.000 kr.: forskel 30.000 kr.");
        assert!(broken[2].text.da.starts_with("Mangler 274.208 kr. i finansiering"), "{}", broken[2].text.da);
        assert!(broken[2].text.da.ends_with("Sagens beløb er ekskl. moms; budgettet siger ikke, om det er med moms."));
        assert!(broken[2].text.en.starts_with("DKK 274,208 of financing is missing"), "{}", broken[2].text.en);
        assert_eq!(broken[2].fix.da, "Find 274.208 kr. mere i finansiering, eller sænk udgifterne til 3.134.000 kr.");
    }
    // The grant is not allotted, so no year is said to be short; the funder keeps 15 per cent of it back.
    let plan = raadgiver();
    assert_eq!(plan.state(FindingCode::FinancingShortYear), None);
    assert_eq!(plan.the(FindingCode::FinancingNotAllotted).facts.computed, Some(kr(2_336_000)));
    assert_eq!(plan.state(FindingCode::CostNotAllotted), None);
    let withheld = plan.the(FindingCode::Withheld);
    assert_eq!((withheld.facts.computed, withheld.remarks.as_slice()), (Some(kr(350_400)), [Remark::FromPreset].as_slice()));
    assert!(!withheld.text.da.contains("bekendtgørelse"));
    assert!(withheld.source.unwrap().url.contains("projektafslutning"));
}

#[test]
fn what_is_missing_is_not_zero() {
    // A payer without an amount: nothing is claimed to be wrong.
    let plan = plan().cost("Løn", &[at(2019, 100)]).pays(Source::OtherFund, &[]).pays(Source::Own, &[]);
    let found = plan.findings();
    assert!(found.iter().all(|it| it.state != FindingState::Broken), "{found:?}");
    let codes: Vec<_> = found.iter().map(|it| it.code).collect();
    assert_eq!(codes, [FindingCode::FinancingShort, FindingCode::FinancingWithoutAmount, FindingCode::FinancingWithoutAmount]);
    assert_eq!(found[1].text.da, "»Anden fond« er nævnt som finansiering uden beløb.");
    assert_eq!(found[1].text.en, "“Other fund” is named as financing without an amount.");

    // With part of it known, the rest may be the line without an amount.
    let plan =
        super::test_plan::plan().cost("Løn", &[at(2019, 300)]).pays(Source::Grant, &[at(2019, 100)]).pays(Source::Own, &[]);
    let plan = plan.rule(RuleKind::CoFinancingOfTotal, 250_000, 0, "");
    for code in [FindingCode::FinancingShort, FindingCode::CoFinancingOfTotal] {
        let found = plan.the(code);
        assert_eq!((found.state, found.remarks.contains(&Remark::PartWithoutAmount)), (FindingState::Open, true), "{code:?}");
    }
}

#[test]
fn no_budget_and_no_lines() {
    let mut empty = plan();
    assert_eq!(empty.findings().iter().map(|it| it.code).collect::<Vec<_>>(), [FindingCode::NoLines]);
    empty.stated.total = Some(kr(12_700_000));
    assert_eq!(empty.the(FindingCode::NoLines).text.da, "Budgettet har ingen linjer. Oplyst i alt: 12.700.000 kr.");

    let total = YearSums::default();
    let mut input = FindingInput {
        stated: Stated { requested: None, awarded: None, total: None, vat: Vat::NotStated },
        stage: Stage::Drafting,
        budget: None,
        lines: &[],
        years: &[],
        total: &total,
        rules: &[],
        categories: &[],
        fte_hours: 1924,
        promised: &[],
        changes: &[],
    };
    let found = findings(&input);
    assert_eq!((found.len(), found[0].code, found[0].state), (1, FindingCode::NoBudget, FindingState::Open));
    input.stage = Stage::Rejected;
    assert!(findings(&input).is_empty());
}

#[test]
fn years_are_held_beside_each_other_when_all_is_allotted() {
    let costs = [at(2019, 100_000), at(2020, 100_000)];
    let plan = plan().cost("Løn", &costs).pays(Source::Grant, &[at(2019, 150_000), at(2020, 50_000)]);
    assert_eq!(plan.state(FindingCode::FinancingEqual), Some(FindingState::Met));
    let short = plan.the(FindingCode::FinancingShortYear);
    assert_eq!((short.facts.year, short.facts.difference), (Some(2020), Some(Money::from_oere(50_000))));
    assert_eq!(short.text.da, "2020: mangler 500 kr. i finansiering.");
    assert_eq!(short.fix.da, "Flyt 500 kr. af finansieringen fra 2019 til 2020.");
    assert_eq!(plan.the(FindingCode::FinancingOverYear).fix.en, "Move DKK 500 of the financing from 2019 to 2020.");

    let part = plan.cost("Kørsel", &[at(0, 7)]);
    assert_eq!(part.state(FindingCode::FinancingShortYear), None);
    assert!(part.the(FindingCode::CostNotAllotted).text.da.starts_with("Udgifter på 0,07 kr. er ikke fordelt på år."));
}

#[test]
fn value_added_tax_bases() {
    let with = |vat, financing, stated| {
        let mut plan = plan().paid(100, 50);
        (plan.budget.vat, plan.budget.financing_vat, plan.stated.vat) = (vat, financing, stated);
        plan
    };
    assert_eq!(with(Vat::Excl, Vat::Excl, Vat::NotStated).state(FindingCode::VatUnlike), None);
    assert_eq!(with(Vat::Excl, Vat::Incl, Vat::NotStated).state(FindingCode::VatUnlike), Some(FindingState::Broken));
    assert_eq!(with(Vat::NotStated, Vat::Incl, Vat::NotStated).state(FindingCode::VatNotStated), Some(FindingState::Open));
    let funder = |vat, choice| with(vat, vat, vat).rule(RuleKind::Vat, 0, 0, choice).state(FindingCode::VatNotFunders);
    for (vat, choice, state) in [
        (Vat::Excl, "excl", FindingState::Met),
        (Vat::Incl, "excl", FindingState::Broken),
        (Vat::Excl, "incl", FindingState::Broken),
        (Vat::Incl, "incl", FindingState::Met),
        (Vat::Excl, "borne", FindingState::Met),
        (Vat::Incl, "borne", FindingState::Note),
    ] {
        assert_eq!(funder(vat, choice), Some(state), "{vat:?} {choice}");
    }
    assert_eq!(funder(Vat::NotStated, "excl"), None);
    let total = |basis, stated| {
        let mut plan = with(basis, basis, stated);
        plan.stated.total = Some(Money::from_oere(151));
        plan.the(FindingCode::StatedTotalNotCosts).remarks
    };
    assert_eq!(total(Vat::Excl, Vat::Excl), []);
    assert_eq!(total(Vat::Incl, Vat::Excl), [Remark::VatBasesDiffer]);
    assert_eq!(total(Vat::NotStated, Vat::Incl), [Remark::StatedInclBudgetSilent]);
    assert_eq!(total(Vat::Excl, Vat::NotStated), [Remark::OneBasisSilent]);
}

#[test]
fn the_order_is_broken_open_note_met() {
    let found = raadgiver().rule(RuleKind::Overhead, 0, 0, "").findings();
    assert!(found.is_sorted_by_key(|it| it.state));
    let states: Vec<FindingState> = found.iter().map(|it| it.state).collect();
    assert!(FindingState::ALL.iter().all(|state| states.contains(state)), "{states:?}");
}

#[test]
fn an_employee_is_not_promised_twice() {
    let staff = |hours: i64| {
        let year = LineYear { year: 2019, quantity: quantity(hours), ..LineYear::default() };
        let mut plan = plan().pays(Source::Own, &[year]);
        let line = &mut plan.lines[0];
        (line.own_form, line.method, line.origin) = (Some(OwnForm::ExistingStaff), Method::Hours, "Anna Holm".to_owned());
        plan
    };
    let elsewhere = |hours: i64, year: i32| PromisedHours {
        origin: "anna holm".to_owned(),
        year,
        hours: quantity(hours).unwrap(),
        application: "Ung under eget tag".to_owned(),
    };
    for (here, there, year, state) in [
        (1924, 0, 2019, None),
        (1925, 0, 2019, Some(FindingState::Broken)),
        (1000, 924, 2019, None),
        (1000, 925, 2019, Some(FindingState::Broken)),
        (1000, 925, 2020, None),
    ] {
        let mut plan = staff(here);
        plan.promised = vec![elsewhere(there, year)];
        assert_eq!(plan.state(FindingCode::HoursPromisedTwice), state, "{here} {there} {year}");
    }
    let mut plan = staff(0);
    (plan.lines[0].method, plan.years[0][0].quantity) = (Method::Fte, quantity(1));
    plan.promised = vec![elsewhere(10, 2019)];
    let found = plan.the(FindingCode::HoursPromisedTwice);
    assert_eq!(
        found.text.da,
        "2019: »Anna Holm« er lovet for 1934 timer her og i Ung under eget tag, 10 flere end et årsværk har (1924)."
    );
}
