//! Budgets made to be judged.

use crate::applications::Stage;
use crate::budgets::test_lines::{budget, line};
use crate::budgets::*;
use crate::money::Money;
use crate::scaled::{Quantity, Rate, Share};
use crate::views::YearSums;

/// A budget in the making.
pub(super) struct Case {
    pub(super) budget: Budget,
    pub(super) stated: Stated,
    pub(super) stage: Stage,
    pub(super) lines: Vec<BudgetLine>,
    pub(super) years: Vec<Vec<LineYear>>,
    pub(super) rules: Vec<Rule>,
    pub(super) promised: Vec<PromisedHours>,
}

pub(super) fn kr(kroner: i64) -> Money {
    Money::from_oere(kroner * 100)
}

pub(super) fn plan() -> Case {
    let stated = Stated { requested: None, awarded: None, total: None, vat: Vat::Excl };
    let budget = Budget { kind: BudgetKind::Applied, vat: Vat::Excl, in_force: false, ..budget(2019, 2020) };
    Case { budget, stated, stage: Stage::Drafting, lines: vec![], years: vec![], rules: vec![], promised: vec![] }
}

pub(super) fn at(year: i32, oere: i64) -> LineYear {
    LineYear { year, amount: Some(Money::from_oere(oere)), ..LineYear::default() }
}

impl Case {
    pub(super) fn add(mut self, change: impl FnOnce(&mut BudgetLine), years: &[LineYear]) -> Case {
        let number = u32::try_from(self.lines.len()).unwrap() + 1;
        let mut line = line(number, number);
        change(&mut line);
        self.lines.push(line);
        self.years.push(years.to_vec());
        self
    }

    /// A cost of a year, in øre.
    pub(super) fn cost(self, text: &str, years: &[LineYear]) -> Case {
        self.add(|line| line.text = text.to_owned(), years)
    }

    pub(super) fn cost_of(self, category: &str, oere: i64) -> Case {
        self.add(|line| line.category = category.to_owned(), &[at(2019, oere)])
    }

    pub(super) fn pays(self, source: Source, years: &[LineYear]) -> Case {
        let form = (source == Source::Own).then_some(OwnForm::ExistingBudget);
        let change = |line: &mut BudgetLine| {
            (line.side, line.source, line.own_form, line.text) = (Side::Financing, Some(source), form, String::new());
        };
        self.add(change, years)
    }

    /// A grant and own money of 2019 that pay for costs of as much.
    pub(super) fn paid(self, grant: i64, own: i64) -> Case {
        let plan = self.cost("Løn", &[at(2019, grant + own)]).pays(Source::Grant, &[at(2019, grant)]);
        plan.pays(Source::Own, &[at(2019, own)])
    }

    pub(super) fn rule(mut self, kind: RuleKind, share_ppm: i64, oere: i64, choice: &str) -> Case {
        self.rules.push(own_rule(kind, share_ppm, oere, choice));
        self
    }

    pub(super) fn preset(mut self, key: &str) -> Case {
        self.rules = preset(key).unwrap().rules.clone();
        self
    }

    pub(super) fn findings(&self) -> Vec<Finding> {
        let lines: Vec<LineFigures<'_>> =
            self.lines.iter().zip(&self.years).map(|(line, years)| LineFigures { line, years: years.clone() }).collect();
        let mut years: Vec<i32> = self.years.iter().flatten().map(|it| it.year).chain([2019, 2020]).collect();
        years.sort_unstable();
        years.dedup();
        let years: Vec<YearSums> = years.into_iter().map(|year| sums(&lines, Some(year))).collect();
        let total = sums(&lines, None);
        let found = findings(&FindingInput {
            stated: self.stated,
            stage: self.stage,
            budget: Some(&self.budget),
            lines: &lines,
            years: &years,
            total: &total,
            rules: &self.rules,
            categories: category_list(&self.rules),
            fte_hours: 1924,
            promised: &self.promised,
            changes: &[],
        });
        for found in &found {
            said(found);
        }
        found
    }

    /// The state of the only finding of a code; none where there is none.
    #[track_caller]
    pub(super) fn state(&self, code: FindingCode) -> Option<FindingState> {
        let found: Vec<FindingState> = self.findings().iter().filter(|it| it.code == code).map(|it| it.state).collect();
        assert!(found.len() < 2, "{code:?} {found:?}");
        found.first().copied()
    }

    #[track_caller]
    pub(super) fn the(&self, code: FindingCode) -> Finding {
        self.findings().into_iter().find(|it| it.code == code).unwrap()
    }
}

/// Every sentence is whole, and what is broken or open says how to mend it.
pub(super) fn said(found: &Finding) {
    let Finding { code, state, text, fix, .. } = found;
    for sentence in [&text.da, &text.en, &fix.da, &fix.en] {
        assert!(!sentence.contains('{') && !sentence.contains("  "), "{code:?}: {sentence}");
    }
    assert!(!text.da.is_empty() && !text.en.is_empty(), "{code:?}");
    let mends = matches!(state, FindingState::Broken | FindingState::Open);
    assert_eq!((fix.da.is_empty(), fix.en.is_empty()), (!mends, !mends), "{code:?} {state:?}: {}", fix.da);
    assert_eq!(found.rule.is_some(), found.source.is_some());
}

pub(super) fn own_rule(kind: RuleKind, share_ppm: i64, oere: i64, choice: &str) -> Rule {
    Rule {
        kind,
        share: (kind.value() == RuleValue::Share).then_some(Share::from_scaled(share_ppm)),
        amount: (kind.value() == RuleValue::Amount).then_some(Money::from_oere(oere)),
        choice: choice.to_owned(),
        origin: RuleOrigin::Pool,
        source: RuleSource { title: "Bekendtgørelse".to_owned(), ..RuleSource::default() },
    }
}

pub(super) fn sums(lines: &[LineFigures<'_>], year: Option<i32>) -> YearSums {
    let sum = |of: &dyn Fn(&BudgetLine) -> bool| -> Money {
        let years = lines.iter().filter(|it| of(it.line)).flat_map(|it| &it.years);
        years.filter(|it| year.is_none_or(|year| year == it.year)).filter_map(|it| it.amount).sum()
    };
    let (cost, financing) = (sum(&|line| line.side == Side::Cost), sum(&|line| line.side == Side::Financing));
    let grant = sum(&|line| line.source == Some(Source::Grant));
    let own = sum(&|line| line.source == Some(Source::Own));
    YearSums { year, cost, financing, grant, co_financing: financing - grant, own, gap: cost - financing, ..YearSums::default() }
}

pub(super) fn quantity(whole: i64) -> Option<Quantity> {
    Some(Quantity::from_scaled(whole * 10_000))
}

pub(super) fn rate(e4: i64) -> Option<Rate> {
    Some(Rate::from_scaled(e4))
}
