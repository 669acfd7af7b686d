//! A line that says nothing yet, and which version of a budget holds on a day.

use chrono::NaiveDate;

use crate::budgets::{Budget, BudgetLine, Method, OwnForm, Side, Source, in_force_on};

impl BudgetLine {
    /// An empty line of a side. Financing whose payer is not named is the grant; own money is within an existing budget.
    pub fn empty(budget_id: u32, number: u32, position: u32, side: Side) -> BudgetLine {
        BudgetLine {
            id: 0,
            version: 0,
            budget_id,
            number,
            position,
            side,
            category: String::new(),
            text: String::new(),
            method: Method::Amount,
            unit: String::new(),
            note: String::new(),
            source: None,
            own_form: None,
            in_kind: false,
            origin: String::new(),
            partner_id: None,
            committee_id: None,
            department_id: None,
            ledger_function: String::new(),
            ledger_dranst: String::new(),
            ledger_art: String::new(),
            ledger_project: String::new(),
            construction: false,
            service_frame: None,
        }
        .paid_by(None, None)
    }

    /// The line paid by someone. A cost has no payer, financing always one; only own money has a form.
    #[must_use]
    pub fn paid_by(self, source: Option<Source>, own_form: Option<OwnForm>) -> BudgetLine {
        let source = match self.side {
            Side::Cost => None,
            Side::Financing => Some(source.unwrap_or(Source::Grant)),
        };
        let own_form = (source == Some(Source::Own)).then(|| own_form.unwrap_or(OwnForm::ExistingBudget));
        let in_kind = self.in_kind && source.is_some_and(|source| source != Source::Grant);
        BudgetLine { source, own_form, in_kind, ..self }
    }
}

/// Whether a version can be seen on a day: a draft always, and one in force unless it took effect later.
pub fn is_known(budget: &Budget, as_of: NaiveDate) -> bool {
    !budget.in_force || budget.in_force_on.is_none_or(|day| day.last_day() <= as_of)
}

/// The version in force on a day, of one application's in their order.
pub fn in_force(budgets: &[Budget], as_of: NaiveDate) -> Option<&Budget> {
    let frozen: Vec<&Budget> = budgets.iter().filter(|budget| budget.in_force).collect();
    in_force_on(&frozen, |budget| budget.in_force_on, as_of).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budgets::test_lines;
    use crate::calendar::PartialDate;

    fn budget(position: u32, in_force: bool, on: Option<&str>) -> Budget {
        let in_force_on = on.and_then(PartialDate::parse);
        Budget { id: position, position, in_force, in_force_on, ..test_lines::budget(2019, 2021) }
    }

    #[test]
    fn the_version_in_force_is_the_last_that_took_effect_by_the_day() {
        let day = |text: &str| text.parse().unwrap();
        let versions = [
            budget(1, true, Some("2019-01-01")),
            budget(2, true, Some("2019-06")),
            budget(3, true, Some("2019-03-01")),
            budget(4, false, None),
        ];
        for (as_of, expected) in [("2018-12-31", None), ("2019-01-01", Some(1)), ("2019-06-29", Some(3)), ("2019-06-30", Some(3))]
        {
            assert_eq!(in_force(&versions, day(as_of)).map(|it| it.id), expected, "{as_of}");
        }
        let undated = [budget(1, true, Some("2019-01-01")), budget(2, true, None), budget(3, false, None)];
        assert_eq!(in_force(&undated, day("2018-01-01")).map(|it| it.id), Some(2));
        let shown: Vec<u32> = undated.iter().filter(|it| is_known(it, day("2018-01-01"))).map(|it| it.id).collect();
        assert_eq!(shown, [2, 3]);
    }

    #[test]
    fn only_financing_has_a_payer_and_only_own_money_a_form() {
        assert_eq!(test_lines::line(1, 1).paid_by(Some(Source::Own), Some(OwnForm::ExistingStaff)).source, None);
        assert_eq!(test_lines::financing(1, Source::Own).own_form, Some(OwnForm::ExistingBudget));
        let kind = BudgetLine { in_kind: true, ..test_lines::financing(1, Source::Partner) };
        assert!(kind.clone().paid_by(Some(Source::OtherFund), None).in_kind);
        assert!(!kind.paid_by(Some(Source::Grant), Some(OwnForm::ExistingBudget)).in_kind);
    }
}
