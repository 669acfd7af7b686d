//! What is found about the money after the award.

use chrono::NaiveDate;

use crate::budgets::findings::found::Found;
use crate::budgets::findings::input::LineFigures;
use crate::budgets::{
    Account, BudgetLine, CarryOver, Finding, FindingCode, FindingState, GrantMoney, Instalment, RuleKind, counts,
    final_account_due, rule,
};
use crate::calendar::{PartialDate, long};
use crate::money::Money;
use crate::views::{GrantStanding, SpentLine, Text};
use crate::words::Language;
use crate::words::say::Value;

/// What the money of a grant is judged by on a day.
#[derive(Clone, Copy, Debug)]
pub struct MoneyInput<'a> {
    /// The money.
    pub grant: GrantMoney<'a>,
    /// How the grant stands.
    pub standing: &'a GrantStanding,
    /// The lines with what was spent.
    pub lines: &'a [SpentLine],
    /// The first and the last day of the project, as the application has them.
    pub period: (Option<PartialDate>, Option<PartialDate>),
    /// The day.
    pub as_of: NaiveDate,
}

/// What is found about the money of a grant: what is broken first, then what is open and what to note.
pub fn money_findings(input: &MoneyInput<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for line in input.lines {
        out.extend(spent_line(input, line));
    }
    out.extend(outside_period(input));
    out.extend(received(input));
    out.extend(repayment(input));
    out.extend(input.grant.instalments.iter().filter_map(|it| instalment(it, input.as_of)));
    out.extend(input.grant.accounts.iter().filter_map(|it| overdue(it, input.as_of)));
    out.extend(final_account(input));
    out.extend(input.grant.carry_overs.iter().filter_map(|it| carry_over(input, it)));
    out.sort_by_key(|found| found.state);
    out
}

/// A line spent beyond its budget of all years. As far as the funder lets a line change without approval that is only to note; beyond
/// its share or amount, and where it has no such rule, it is broken. Exactly the limit is within it.
fn spent_line(input: &MoneyInput<'_>, spent: &SpentLine) -> Option<Finding> {
    let all = spent.years.last()?;
    let in_force = input.grant.approved.budget(input.as_of).map(|budget| budget.id);
    if Some(spent.line.budget_id) != in_force {
        let found = Found::new(FindingCode::LineTakenOut, FindingState::Open).line(&figures(&spent.line));
        return (all.spent != Money::ZERO).then(|| found.computed(all.spent).said());
    }
    let over = all.spent - all.budget;
    if over <= Money::ZERO {
        return None;
    }
    let share = rule(input.grant.rules, RuleKind::ChangeShare).and_then(|rule| Some((rule, rule.share?)));
    let amount = rule(input.grant.rules, RuleKind::ChangeAmount).and_then(|rule| Some((rule, rule.amount?)));
    let said = |code, state| {
        let found = Found::new(code, state).line(&figures(&spent.line));
        found.stated(all.budget).computed(all.spent).difference(over)
    };
    if let Some((rule, limit)) = share
        && over.kroner() > limit.value() * all.budget.kroner()
    {
        return Some(said(FindingCode::OverspentShare, FindingState::Broken).by(rule).said());
    }
    if let Some((rule, limit)) = amount
        && over > limit
    {
        return Some(said(FindingCode::OverspentAmount, FindingState::Broken).by(rule).said());
    }
    let free = share.is_some() || amount.is_some();
    Some(said(FindingCode::LineOverspent, if free { FindingState::Note } else { FindingState::Broken }).said())
}

fn figures(line: &BudgetLine) -> LineFigures<'_> {
    LineFigures { line, years: Vec::new() }
}

/// What was booked before the project's first or after its last day, each as far as it is known.
fn outside_period(input: &MoneyInput<'_>) -> Option<Finding> {
    let (first, last) = (input.period.0.map(PartialDate::first_day), input.period.1.map(PartialDate::last_day));
    let outside = |day: NaiveDate| first.is_some_and(|first| day < first) || last.is_some_and(|last| day > last);
    let spending: Vec<_> = input.grant.spending.iter().filter(|it| outside(it.booked_on)).collect();
    let day = spending.iter().map(|it| it.booked_on).min()?;
    let found = Found::new(FindingCode::SpendingOutsidePeriod, FindingState::Open);
    Some(on(found, day).computed(spending.iter().map(|it| it.amount).sum()).said())
}

fn received(input: &MoneyInput<'_>) -> Option<Finding> {
    let (held, granted) = (input.standing.received - input.standing.repaid, input.standing.granted);
    let found = Found::new(FindingCode::ReceivedOverGranted, FindingState::Broken).stated(granted).computed(held);
    (held > granted).then(|| found.difference(held - granted).said())
}

/// What must go back once the project is over; up to the funder's limit nothing is asked for.
fn repayment(input: &MoneyInput<'_>) -> Option<Finding> {
    let over = input.grant.span.is_some_and(|span| span.last < input.as_of);
    let amount = input.standing.to_repay;
    if !over || amount == Money::ZERO {
        return None;
    }
    let floor = rule(input.grant.rules, RuleKind::RepaymentFloor);
    match floor.filter(|_| input.standing.below_floor) {
        Some(floor) => Some(Found::new(FindingCode::ToRepay, FindingState::Met).by(floor).computed(amount).said()),
        None => Some(Found::new(FindingCode::ToRepay, FindingState::Open).computed(amount).said()),
    }
}

/// An instalment that should have been asked for, or was and has not come.
fn instalment(it: &Instalment, as_of: NaiveDate) -> Option<Finding> {
    if it.received_on.is_some() {
        return None;
    }
    let (code, day) = match (it.requested_on, it.due_on) {
        (Some(requested), _) => (FindingCode::InstalmentNotReceived, requested),
        (None, Some(due)) if due < as_of => (FindingCode::InstalmentDue, due),
        _ => return None,
    };
    let found = on(Found::new(code, FindingState::Open), day).facts(|facts| facts.other = Some(it.title.clone()));
    Some(match it.requested {
        Some(requested) => found.computed(requested).said(),
        None => found.variant("unknown").said(),
    })
}

fn overdue(it: &Account, as_of: NaiveDate) -> Option<Finding> {
    let due = it.due_on.filter(|due| *due < as_of && !counts(it.sent_on, as_of))?;
    let found = on(Found::new(FindingCode::AccountOverdue, FindingState::Broken), due);
    Some(found.facts(|facts| facts.other = Some(it.title.clone())).said())
}

/// The final account, where the funder's rule says when it is due and no account with a day of its own does.
fn final_account(input: &MoneyInput<'_>) -> Option<Finding> {
    let last = input.grant.span?.last;
    let rule = rule(input.grant.rules, RuleKind::FinalAccount)?;
    let due = final_account_due(input.grant.rules, last).filter(|due| *due < input.as_of)?;
    let reaches = |it: &&Account| it.period_end.is_some_and(|end| end.last_day() >= last);
    let account = input.grant.accounts.iter().find(reaches);
    if account.is_some_and(|it| it.due_on.is_some() || counts(it.sent_on, input.as_of)) {
        return None;
    }
    Some(on(Found::new(FindingCode::FinalAccountOverdue, FindingState::Broken).by(rule), due).said())
}

/// Money moved without the approval the funder asks for; once the year it is moved to has begun, that is broken.
fn carry_over(input: &MoneyInput<'_>, it: &CarryOver) -> Option<Finding> {
    let rule = rule(input.grant.rules, RuleKind::Transfer).filter(|_| input.grant.asks_for_approval())?;
    if counts(it.approved_on, input.as_of) {
        return None;
    }
    let begun = PartialDate::Year(it.to_year).first_day() <= input.as_of;
    let found = Found::new(FindingCode::CarryOverNotApproved, if begun { FindingState::Broken } else { FindingState::Open });
    Some(found.by(rule).year(it.from_year).computed(it.amount).value("to_year", Value::Year(it.to_year)).said())
}

/// The day it is about, in words.
fn on(found: Found<'_>, day: NaiveDate) -> Found<'_> {
    let words = Text::new(long(day, Language::Da), long(day, Language::En));
    found.facts(|facts| facts.on = Some(day)).value("on", Value::Text(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budgets::test_lines::{account, budget, instalment, line, spent};
    use crate::budgets::{Chargeable, Rule, RuleOrigin, RuleSource, Span, Spending};
    use crate::scaled::Share;
    use crate::views::SpentYear;

    fn kr(kroner: i64) -> Money {
        Money::from_oere(kroner * 100)
    }

    fn day(text: &str) -> NaiveDate {
        crate::calendar::parse_iso(text).unwrap()
    }

    fn rule(kind: RuleKind, amount: i64, choice: &str) -> Rule {
        Rule {
            kind,
            share: Some(Share::from_scaled(100_000)),
            amount: Some(kr(amount)),
            choice: choice.to_owned(),
            origin: RuleOrigin::Pool,
            source: RuleSource::default(),
        }
    }

    /// What is asked about a grant of 100 kr. for 2019 and 2020.
    #[derive(Default)]
    struct Case {
        rules: Vec<Rule>,
        lines: Vec<SpentLine>,
        instalments: Vec<Instalment>,
        accounts: Vec<Account>,
        carry_overs: Vec<CarryOver>,
        spending: Vec<Spending>,
        standing: GrantStanding,
    }

    impl Case {
        fn found(&self, as_of: &str) -> Vec<Finding> {
            let approved = Chargeable::new(vec![budget(2019, 2020)], vec![line(1, 1)]);
            let grant = GrantMoney {
                granted: kr(100),
                approved: &approved,
                payers: &[],
                span: Some(Span { first: day("2019-01-01"), last: day("2020-12-31") }),
                rules: &self.rules,
                instalments: &self.instalments,
                accounts: &self.accounts,
                repayments: &[],
                carry_overs: &self.carry_overs,
                spending: &self.spending,
            };
            let period = (PartialDate::parse("2019"), PartialDate::parse("2020"));
            money_findings(&MoneyInput { grant, standing: &self.standing, lines: &self.lines, period, as_of: day(as_of) })
        }

        #[track_caller]
        fn is(&self, as_of: &str, expected: &[(FindingCode, FindingState, &str)]) {
            let found = self.found(as_of);
            let found: Vec<_> = found.iter().map(|it| (it.code, it.state, it.text.da.as_str())).collect();
            assert_eq!(found, expected, "{as_of}");
        }
    }

    fn line_of(budget: i64, spent_oere: i64) -> SpentLine {
        let (budget, spent) = (kr(budget), Money::from_oere(spent_oere));
        SpentLine { line: line(1, 1), years: vec![SpentYear { budget, spent, ..SpentYear::default() }], forecasts: Vec::new() }
    }

    #[test]
    fn a_line_may_be_overspent_as_far_as_it_may_change() {
        use FindingCode::{LineOverspent, OverspentAmount, OverspentShare};
        let of = |kinds: &[RuleKind], budget: i64, spent: i64| {
            let rules = kinds.iter().map(|kind| rule(*kind, 100_000, "")).collect();
            let found = Case { rules, lines: vec![line_of(budget, spent)], ..Case::default() }.found("2020-01-01");
            found.first().map(|it| (it.code, it.state))
        };
        let both = [RuleKind::ChangeShare, RuleKind::ChangeAmount];
        let (note, broken) = (FindingState::Note, FindingState::Broken);
        for (budget, spent, found) in [
            (1_000, 100_000, None),
            (1_000, 100_001, Some((LineOverspent, note))),
            (1_000, 110_000, Some((LineOverspent, note))), // 10 per cent exactly
            (1_000, 110_001, Some((OverspentShare, broken))),
            (2_000_000, 210_000_000, Some((LineOverspent, note))), // 100.000 exactly
            (2_000_000, 210_000_001, Some((OverspentAmount, broken))),
            (0, 1, Some((OverspentShare, broken))),
        ] {
            assert_eq!(of(&both, budget, spent), found, "{budget} {spent}");
        }
        assert_eq!(of(&[], 1_000, 100_001), Some((LineOverspent, broken)));
        let case =
            Case { rules: vec![rule(RuleKind::ChangeShare, 0, "")], lines: vec![line_of(1_000, 120_050)], ..Case::default() };
        let found = &case.found("2020-01-01")[0];
        assert_eq!(
            found.text.da,
            "Der er brugt 1.200,50 kr. på »Linje 1«, 200,50 kr. mere end budgettets 1.000 kr. Det er over de 10 pct., en linje må ændres uden godkendelse."
        );
        assert_eq!(found.fix.en, "Get the change approved, or charge DKK 200.50 elsewhere.");
        let gone = BudgetLine { budget_id: 7, ..line(1, 1) };
        let case = Case { lines: vec![SpentLine { line: gone, ..line_of(0, 500) }], ..Case::default() };
        case.is(
            "2020-01-01",
            &[(
                FindingCode::LineTakenOut,
                FindingState::Open,
                "5 kr. er bogført på »Linje 1«, som ikke er i det gældende budget.",
            )],
        );
    }

    #[test]
    fn what_is_late_or_outside_is_said_with_its_day() {
        use FindingCode::*;
        let asked = Instalment { requested_on: Some(day("2019-05-01")), ..instalment(None, 5, 0) };
        let due = Instalment { due_on: Some(day("2019-06-01")), requested: Some(kr(40)), ..instalment(None, 5, 0) };
        let came = Instalment { requested_on: Some(day("2019-05-01")), ..instalment(Some("2019-05-02"), 5, 0) };
        let case = Case { instalments: vec![asked, due, came], ..Case::default() };
        let late = "»1. rate« er anmodet om 1. maj 2019 og ikke modtaget.";
        case.is("2019-06-01", &[(InstalmentNotReceived, FindingState::Open, late)]);
        let found = [
            (InstalmentNotReceived, FindingState::Open, late),
            (InstalmentDue, FindingState::Open, "»1. rate« på 40 kr. skulle være anmodet om senest 1. juni 2019."),
        ];
        case.is("2019-06-02", &found);

        let sent = Account { due_on: Some(day("2020-03-01")), sent_on: Some(day("2020-03-09")), ..account("2019", None, None) };
        let case = Case { accounts: vec![sent], ..Case::default() };
        case.is("2020-03-01", &[]);
        case.is("2020-03-02", &[(AccountOverdue, FindingState::Broken, "»Regnskab« skulle være sendt senest 1. marts 2020.")]);
        case.is("2020-03-09", &[]);

        let spending =
            vec![spent("2018-12-31", kr(1)), spent("2019-01-01", kr(2)), spent("2020-12-31", kr(4)), spent("2021-01-01", kr(8))];
        let outside = "9 kr. er bogført uden for projektperioden, første gang 31. december 2018.";
        Case { spending, ..Case::default() }.is("2021-01-01", &[(SpendingOutsidePeriod, FindingState::Open, outside)]);

        let rules = vec![rule(RuleKind::FinalAccount, 0, "3")];
        let overdue = [(FinalAccountOverdue, FindingState::Broken, "Slutregnskabet skulle være sendt senest 31. marts 2021.")];
        let case = Case { rules, accounts: vec![account("2019", None, None)], ..Case::default() };
        case.is("2021-03-31", &[]);
        case.is("2021-04-01", &overdue);
        let sent = Account { sent_on: Some(day("2021-04-02")), ..account("2020", None, None) };
        let case = Case { accounts: vec![sent], ..case };
        case.is("2021-04-01", &overdue);
        case.is("2021-04-02", &[]);
    }

    #[test]
    fn what_is_held_and_moved_keeps_to_what_the_funder_lets() {
        use FindingCode::*;
        let standing = |received: i64, repaid: i64, to_repay: i64, below_floor: bool| GrantStanding {
            granted: kr(100),
            received: kr(received),
            repaid: kr(repaid),
            to_repay: kr(to_repay),
            below_floor,
            ..GrantStanding::default()
        };
        let of = |standing| Case { standing, rules: vec![rule(RuleKind::RepaymentFloor, 500, "")], ..Case::default() };
        of(standing(110, 10, 0, false)).is("2020-01-01", &[]);
        let over = "Der er modtaget 101 kr., 1 kr. mere end de bevilgede 100 kr.";
        of(standing(111, 10, 0, false)).is("2020-01-01", &[(ReceivedOverGranted, FindingState::Broken, over)]);
        of(standing(90, 0, 7, false)).is("2020-12-31", &[]);
        let back = "7 kr. af det modtagne skal betales tilbage.";
        of(standing(90, 0, 7, false)).is("2021-01-01", &[(ToRepay, FindingState::Open, back)]);
        let little = "7 kr. af det modtagne er ikke brugt. Op til 500 kr. kræves ikke tilbage.";
        of(standing(90, 0, 7, true)).is("2021-01-01", &[(ToRepay, FindingState::Met, little)]);

        let asked = CarryOver {
            id: 1,
            version: 1,
            application_id: 1,
            from_year: 2019,
            to_year: 2020,
            amount: kr(30),
            asked_on: Some(day("2019-11-01")),
            approved_on: Some(day("2020-02-01")),
            note: String::new(),
        };
        let case = |choice: &str| Case {
            carry_overs: vec![asked.clone()],
            rules: vec![rule(RuleKind::Transfer, 0, choice)],
            ..Case::default()
        };
        let text = "Overførslen af 30 kr. fra 2019 til 2020 er ikke godkendt.";
        case("approval").is("2019-12-31", &[(CarryOverNotApproved, FindingState::Open, text)]);
        case("approval").is("2020-01-31", &[(CarryOverNotApproved, FindingState::Broken, text)]);
        case("approval").is("2020-02-01", &[]);
        case("free").is("2020-01-31", &[]);
    }
}
