//! The grant after the award: what of it is used, in advance, outstanding, kept back, and what goes back.

use chrono::{Datelike, NaiveDate};

use crate::budgets::{
    Account, CarryOver, Chargeable, Instalment, Repayment, Rule, RuleKind, Span, Spending, levy, rule, too_little_to_repay,
};
use crate::calendar::PartialDate;
use crate::money::Money;
use crate::views::{GrantStanding, YearEnd};

/// Who pays, by a version of the budget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Payers {
    /// The version.
    pub budget_id: u32,
    /// The grant.
    pub grant: Money,
    /// All financing, the grant with it.
    pub financing: Money,
}

/// What the money of a grant is judged by.
#[derive(Clone, Copy, Debug)]
pub struct GrantMoney<'a> {
    /// What was granted.
    pub granted: Money,
    /// The versions the funder approved.
    pub approved: &'a Chargeable,
    /// Who pays by each.
    pub payers: &'a [Payers],
    /// The project's days.
    pub span: Option<Span>,
    /// The rules that hold.
    pub rules: &'a [Rule],
    /// Instalments.
    pub instalments: &'a [Instalment],
    /// Accounts, in order.
    pub accounts: &'a [Account],
    /// Repayments.
    pub repayments: &'a [Repayment],
    /// Money moved between years.
    pub carry_overs: &'a [CarryOver],
    /// Everything spent.
    pub spending: &'a [Spending],
}

/// Whether something of a day counts on another. What has no day does not.
pub fn counts(day: Option<NaiveDate>, on: NaiveDate) -> bool {
    day.is_some_and(|day| day <= on)
}

/// The version in force on a day, of versions in order: the last that took effect by then. One whose day is not known counts from the
/// outset.
pub fn in_force_on<T>(versions: &[T], from: impl Fn(&T) -> Option<PartialDate>, day: NaiveDate) -> Option<&T> {
    versions.iter().rfind(|version| from(version).is_none_or(|from| from.last_day() <= day))
}

impl GrantMoney<'_> {
    /// Received until a day.
    fn received(&self, on: NaiveDate) -> Money {
        self.instalments.iter().filter(|it| counts(it.received_on, on)).filter_map(|it| it.received).sum()
    }

    fn repaid(&self, on: NaiveDate) -> Money {
        self.repayments.iter().filter(|it| counts(it.paid_on, on)).map(|it| it.amount).sum()
    }

    fn spent(&self, on: NaiveDate) -> Money {
        self.spending.iter().filter(|it| it.booked_on <= on).map(|it| it.amount).sum()
    }

    /// Kept back until a day: never more than what is still to come of the grant, and nothing once the final account is approved.
    fn withheld(&self, on: NaiveDate) -> Money {
        if self.final_account().is_some_and(|account| counts(account.approved_on, on)) {
            return Money::ZERO;
        }
        let withheld: Money = self.instalments.iter().filter(|it| counts(it.received_on, on)).filter_map(|it| it.withheld).sum();
        withheld.min((self.granted - self.received(on)).max(Money::ZERO))
    }

    /// The account that reaches the project's last day; where its days are not known, the last.
    fn final_account(&self) -> Option<&Account> {
        match self.span {
            None => self.accounts.last(),
            Some(span) => self.accounts.iter().rfind(|it| it.period_end.is_some_and(|end| end.last_day() >= span.last)),
        }
    }

    /// The grant the funder approved for the whole project by a day: in the final account, and where that is of the last part only, in
    /// all accounts together. None before the final account is approved with an amount.
    fn approved(&self, on: NaiveDate) -> Option<Money> {
        let last = self.final_account().filter(|it| counts(it.approved_on, on))?;
        let whole = match (last.period_start, self.span) {
            (Some(start), Some(span)) => start.first_day() <= span.first,
            _ => true,
        };
        if whole {
            return last.approved;
        }
        last.approved?;
        Some(self.accounts.iter().filter(|it| counts(it.approved_on, on)).filter_map(|it| it.approved).sum())
    }

    /// The grant's part of what was spent until a day; once the final account is approved, what the funder approved.
    fn used(&self, on: NaiveDate) -> Money {
        let over = self.over(on);
        match self.approved(on).filter(|_| over) {
            Some(approved) => approved,
            None => self.part(self.spent(on), on, over),
        }
    }

    /// Whether the project is over on a day.
    fn over(&self, on: NaiveDate) -> bool {
        self.span.is_some_and(|span| span.last < on)
    }

    /// The grant's part of an amount spent until a day.
    ///
    /// The grant pays its share of the financing, by the version in force on the day, rounded half away from zero to the øre, and
    /// never more than was granted. Where no financing is allotted it pays all.
    ///
    /// A net grant (STAR, Guide til udarbejdelse af projektbudgetter, 2016, section 1) does not rise when co-financing comes out lower
    /// or costs come out higher than budgeted, and falls by as much as costs come out lower. That is read as: when all is `settled`,
    /// the budget's co-financing pays first and in full, and the grant pays the rest, at most what was granted. Own money that does not
    /// come shows as spending that does not come, for own staff is charged to the lines like anything else; so the grant falls with
    /// it. Until the project is over nobody knows what co-financing will come out as, and the grant pays its share.
    fn part(&self, spent: Money, on: NaiveDate, settled: bool) -> Money {
        let budget = self.approved.budget(on).map(|budget| budget.id);
        let payers = self.payers.iter().find(|it| Some(it.budget_id) == budget).copied().unwrap_or_default();
        let part = if settled && rule(self.rules, RuleKind::NetGrant).is_some() {
            spent - (payers.financing - payers.grant)
        } else {
            spent.part(payers.grant.oere(), payers.financing.oere()).unwrap_or(spent)
        };
        part.min(self.granted).max(Money::ZERO)
    }

    /// How it stands at the end of each year since the first money, and on the day itself.
    pub fn year_ends(&self, as_of: NaiveDate) -> Vec<YearEnd> {
        let received = self.instalments.iter().filter_map(|it| it.received_on);
        let paid = self.repayments.iter().filter_map(|it| it.paid_on);
        let first = received.chain(paid).chain(self.spending.iter().map(|it| it.booked_on)).min();
        let first = first.map_or(as_of.year(), |day| day.year());
        let ends = (first..as_of.year()).map(|year| PartialDate::Year(year).last_day());
        ends.chain([as_of]).map(|on| self.year_end(on, as_of)).collect()
    }

    fn year_end(&self, on: NaiveDate, as_of: NaiveDate) -> YearEnd {
        let (received, repaid) = (self.received(on), self.repaid(on));
        let used = self.used(on);
        let held = received - repaid;
        let carried = self.carry_overs.iter().filter(|it| it.from_year == on.year() && self.is_carried(it, as_of));
        YearEnd {
            on,
            received,
            repaid,
            used,
            in_advance: (held - used).max(Money::ZERO),
            outstanding: (used - held).max(Money::ZERO),
            carried_over: carried.map(|it| it.amount).sum(),
            withheld: self.withheld(on),
        }
    }

    /// Whether the funder must approve that money is moved between years.
    pub fn asks_for_approval(&self) -> bool {
        rule(self.rules, RuleKind::Transfer).is_some_and(|rule| rule.choice == "approval")
    }

    /// Whether money is moved by a day: approved, or asked for where the funder need not approve.
    fn is_carried(&self, carry_over: &CarryOver, on: NaiveDate) -> bool {
        counts(carry_over.approved_on, on) || (rule(self.rules, RuleKind::Transfer).is_none() && counts(carry_over.asked_on, on))
    }

    /// How the grant stands on a day. `forecast` is what the project is expected to cost in all; none where nothing is charged or
    /// expected yet: the grant is then expected to come to what was granted.
    ///
    /// The levy is of what came in and has not gone back.
    pub fn standing(&self, forecast: Option<Money>, as_of: NaiveDate) -> GrantStanding {
        let (received, repaid, used) = (self.received(as_of), self.repaid(as_of), self.used(as_of));
        let over = self.over(as_of);
        let expected = match (self.approved(as_of).filter(|_| over), forecast) {
            (Some(approved), _) => approved,
            (None, None) => self.granted,
            (None, Some(_)) if over => used,
            (None, Some(forecast)) => self.part(forecast, as_of, true),
        };
        let held = (received - repaid).max(Money::ZERO);
        let to_repay = (held - expected).max(Money::ZERO);
        GrantStanding {
            granted: self.granted,
            received,
            withheld: self.withheld(as_of),
            repaid,
            spent: self.spent(as_of),
            used,
            expected,
            to_repay,
            below_floor: too_little_to_repay(self.rules, to_repay),
            levy: levy(self.rules, held),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budgets::test_lines::{account, budget, instalment, spent};
    use crate::budgets::{Budget, RuleOrigin, RuleSource};
    use crate::scaled::Share;

    fn kr(kroner: i64) -> Money {
        Money::from_oere(kroner * 100)
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rules(kinds: &[RuleKind]) -> Vec<Rule> {
        let rule = |kind: &RuleKind| Rule {
            kind: *kind,
            share: Some(Share::from_scaled(175_000)),
            amount: Some(kr(500)),
            choice: if *kind == RuleKind::Transfer { "approval".into() } else { String::new() },
            origin: RuleOrigin::Preset,
            source: RuleSource::default(),
        };
        kinds.iter().map(rule).collect()
    }

    /// 750 granted of 1.000 for a project of 2019 and 2020.
    const PAYERS: [Payers; 1] = [Payers { budget_id: 1, grant: Money::from_oere(75_000), financing: Money::from_oere(100_000) }];

    fn approved() -> Chargeable {
        Chargeable::new(vec![budget(2019, 2020)], Vec::new())
    }

    fn grant<'a>(approved: &'a Chargeable, rules: &'a [Rule], spending: &'a [Spending]) -> GrantMoney<'a> {
        GrantMoney {
            granted: kr(750),
            approved,
            payers: &PAYERS,
            span: Some(Span { first: day("2019-01-01"), last: day("2020-12-31") }),
            rules,
            instalments: &[],
            accounts: &[],
            repayments: &[],
            carry_overs: &[],
            spending,
        }
    }

    #[test]
    fn the_grant_pays_its_share_and_net_what_is_left() {
        let approved = approved();
        let net = rules(&[RuleKind::NetGrant]);
        for (amount, running, over, net_over) in [
            (100_000, 75_000, 75_000, 75_000), // as budgeted
            (100_001, 75_000, 75_000, 75_000), // an øre more: never rises
            (99_999, 74_999, 74_999, 74_999),  // an øre less
            (99_998, 74_999, 74_999, 74_998),  // two less: the share is rounded, the net grant falls by both
            (90_000, 67_500, 67_500, 65_000),  // the co-financing stays, so the grant bears all of what is saved
            (25_000, 18_750, 18_750, 0),       // the co-financing pays it all
            (10_000, 7_500, 7_500, 0),
            (-100, 0, 0, 0),
            (1, 1, 1, 0),
        ] {
            let spending = [spent("2020-06-01", Money::from_oere(amount))];
            let used = |rules: &[Rule], on: &str| grant(&approved, rules, &spending).used(day(on)).oere();
            assert_eq!(used(&[], "2020-12-31"), running, "{amount}");
            assert_eq!(used(&[], "2021-01-01"), over, "{amount}");
            assert_eq!(used(&net, "2020-12-31"), running, "{amount}");
            assert_eq!(used(&net, "2021-01-01"), net_over, "{amount}");
            // What is expected is already settled.
            assert_eq!(
                grant(&approved, &net, &spending).standing(Some(Money::from_oere(amount)), day("2020-12-31")).expected.oere(),
                net_over
            );
        }
        assert_eq!(grant(&approved, &net, &[]).standing(None, day("2020-06-01")).expected, kr(750));
    }

    #[test]
    fn a_year_closes_by_the_version_in_force_then() {
        let spending = [spent("2019-06-01", kr(400)), spent("2020-06-01", kr(100))];
        let later = Budget { id: 2, position: 2, in_force_on: PartialDate::parse("2020-03"), ..budget(2019, 2020) };
        let approved = Chargeable::new(vec![budget(2019, 2020), later], Vec::new());
        let payers = [PAYERS[0], Payers { budget_id: 2, grant: kr(500), financing: kr(1000) }];
        let instalments =
            [instalment(Some("2019-02-01"), 350, 50), instalment(Some("2020-02-01"), 100, 0), instalment(None, 9, 9)];
        let grant = GrantMoney { payers: &payers, instalments: &instalments, ..grant(&approved, &[], &spending) };
        let ends = grant.year_ends(day("2020-12-31"));
        let shown: Vec<_> = ends.iter().map(|end| (end.on.to_string(), end.used, end.in_advance, end.outstanding)).collect();
        let expected = [("2019-12-31".to_owned(), kr(300), kr(50), kr(0)), ("2020-12-31".to_owned(), kr(250), kr(200), kr(0))];
        assert_eq!(shown, expected);
        assert_eq!(ends[0].withheld, kr(50));
        assert_eq!(grant.year_ends(day("2018-05-01")).len(), 1);
    }

    #[test]
    fn small_repayments_are_not_asked_for() {
        let approved = approved();
        let floor = rules(&[RuleKind::RepaymentFloor, RuleKind::Levy]);
        for (used, to_repay, below) in [(0, 50_000, true), (-1, 50_001, false), (1, 49_999, true), (50_000, 0, false)] {
            let spending = [spent("2020-06-01", Money::from_oere(20_000 + used))];
            let payers = [Payers { budget_id: 1, grant: kr(100), financing: kr(100) }];
            let instalments = [instalment(Some("2019-02-01"), 700, 0)];
            let grant = GrantMoney { payers: &payers, instalments: &instalments, ..grant(&approved, &floor, &spending) };
            let standing = grant.standing(Some(kr(0)), day("2021-01-01"));
            assert_eq!((standing.to_repay.oere(), standing.below_floor), (to_repay, below));
            assert_eq!(standing.levy, Money::from_oere(12_250));
        }
    }

    #[test]
    fn what_is_kept_back_comes_with_the_final_account() {
        let approved = approved();
        let instalments = [instalment(Some("2019-02-01"), 600, 100)];
        let accounts = [account("2019", Some("2020-02-01"), Some(300)), account("2020", Some("2021-03-01"), Some(610))];
        let spending = [spent("2020-06-01", kr(1000))];
        let grant = GrantMoney { instalments: &instalments, accounts: &accounts, ..grant(&approved, &[], &spending) };
        assert_eq!(grant.withheld(day("2019-01-31")), kr(0));
        assert_eq!(grant.withheld(day("2021-02-28")), kr(100));
        assert_eq!(grant.withheld(day("2021-03-01")), kr(0));
        // The funder's word goes before what was charged.
        assert_eq!((grant.used(day("2021-02-28")), grant.used(day("2021-03-01"))), (kr(750), kr(610)));
        let later = [Account { period_start: PartialDate::parse("2020"), ..accounts[1].clone() }];
        let both = [accounts[0].clone(), later[0].clone()];
        assert_eq!(GrantMoney { accounts: &both, ..grant }.used(day("2021-03-01")), kr(910));
        let late = [instalment(Some("2019-02-01"), 700, 100)];
        assert_eq!(GrantMoney { instalments: &late, accounts: &[], ..grant }.withheld(day("2020-01-01")), kr(50));
    }

    #[test]
    fn money_moves_between_years_as_the_funder_lets_it() {
        let approved = approved();
        let carry_over = |asked_on: Option<&str>, approved_on: Option<&str>| CarryOver {
            id: 1,
            version: 1,
            application_id: 1,
            from_year: 2019,
            to_year: 2020,
            amount: kr(40),
            asked_on: asked_on.map(day),
            approved_on: approved_on.map(day),
            note: String::new(),
        };
        let carry_overs =
            [carry_over(Some("2020-01-05"), Some("2020-02-01")), carry_over(Some("2020-01-05"), None), carry_over(None, None)];
        let spending = [spent("2019-06-01", kr(1))];
        let asks = rules(&[RuleKind::Transfer]);
        for (rules, on, carried) in
            [(&asks[..], "2020-01-31", 0), (&asks[..], "2020-02-01", 40), (&[][..], "2020-01-31", 80), (&[][..], "2020-01-04", 0)]
        {
            let ends = GrantMoney { carry_overs: &carry_overs, ..grant(&approved, rules, &spending) }.year_ends(day(on));
            assert_eq!((ends[0].carried_over, ends[1].carried_over), (kr(carried), kr(0)), "{on}");
        }
    }
}
