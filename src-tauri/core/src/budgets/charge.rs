//! What spending can be charged to: a line the funder has approved, and a voucher that is not charged elsewhere.

use chrono::NaiveDate;

use crate::budgets::{Budget, BudgetKind, BudgetLine, Side, in_force_on};
use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::words::Language;

/// The versions of one application's budget and the lines of all of them.
#[derive(Clone, Debug, Default)]
pub struct Chargeable {
    budgets: Vec<Budget>,
    lines: Vec<BudgetLine>,
}

impl Chargeable {
    /// Of the versions, in order, those the funder has approved: what is only applied for cannot be charged, even once it is sent.
    pub fn new(versions: Vec<Budget>, lines: Vec<BudgetLine>) -> Chargeable {
        let budgets = versions.into_iter().filter(|budget| budget.kind != BudgetKind::Applied && budget.in_force).collect();
        Chargeable { budgets, lines }
    }

    /// The approved version in force on a day.
    pub fn budget(&self, day: NaiveDate) -> Option<&Budget> {
        in_force_on(&self.budgets, |budget| budget.in_force_on, day)
    }

    /// A line of any version.
    pub fn any_line(&self, id: u32) -> Option<&BudgetLine> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// The costs of the version in force on a day.
    pub fn lines(&self, day: NaiveDate) -> impl Iterator<Item = &BudgetLine> {
        let budget = self.budget(day).map(|budget| budget.id);
        self.lines.iter().filter(move |line| Some(line.budget_id) == budget && line.side == Side::Cost)
    }

    /// The line that spending of a day is charged to: the one named, or the one of the same number in the version in force on that day.
    ///
    /// # Errors
    /// `line_not_approved`; `field_invalid` for a line that is no cost.
    pub fn line(&self, id: u32, day: NaiveDate) -> Result<&BudgetLine> {
        let named = self.any_line(id);
        if let Some(line) = named.filter(|line| line.side != Side::Cost) {
            let error = Error::new(ErrorCode::FieldInvalid).in_field("budget_line_id");
            return Err(error.with("found", &line.text).with("expected", Side::Cost.word(Language::Da)));
        }
        let found = named.and_then(|named| self.lines(day).find(|line| line.number == named.number));
        let text = named.map(|line| line.text.as_str()).unwrap_or_default();
        found.ok_or_else(|| Error::new(ErrorCode::LineNotApproved).in_field("budget_line_id").with("record", text))
    }
}

/// A part of a voucher that is charged to a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherPart {
    /// The application.
    pub application_id: u32,
    /// What that is called.
    pub application: String,
    /// The line's number.
    pub line: u32,
    /// The voucher's number.
    pub voucher: String,
    /// How much of it is charged here.
    pub amount: Money,
    /// What the whole voucher is, where that is said.
    pub total: Option<Money>,
}

/// That a voucher can be charged with a part, beside its `others` in the municipality. A voucher is charged once to a line, and in one
/// application only, unless the whole of it is said: then all parts together stay within that. A part that is `there` already is only
/// held to the whole.
///
/// # Errors
/// `voucher_charged`, naming the application and what is left; `field_invalid` where two parts say different wholes, or the part is
/// more than its whole.
pub fn voucher_free(part: &VoucherPart, others: &[&VoucherPart], there: bool) -> Result<()> {
    let said = others.iter().find_map(|other| other.total);
    let invalid = |field: &str, found: Money, expected: Money| {
        let error = Error::new(ErrorCode::FieldInvalid).in_field(field);
        Err(error.with("found", found.kroner_da()).with("expected", expected.kroner_da()))
    };
    if let (Some(total), Some(said)) = (part.total, said)
        && total != said
    {
        return invalid("voucher_total", total, said);
    }
    let elsewhere = others.iter().find(|other| other.application_id != part.application_id);
    let same_line = others.iter().find(|other| other.line == part.line);
    let charged = |clash: &VoucherPart, left: Money| {
        let error = Error::new(ErrorCode::VoucherCharged).in_field("voucher").with("found", &part.voucher);
        Err(error.with("record", &clash.application).with("left", format!("{} kr.", left.kroner_da())))
    };
    match part.total.or(said) {
        Some(total) => {
            let before: Money = others.iter().map(|other| other.amount).sum();
            let all = before + part.amount;
            let within = if total < Money::ZERO { all >= total } else { all <= total };
            match elsewhere.or(others.first()) {
                _ if within => Ok(()),
                Some(clash) => charged(clash, total - before),
                None => invalid("amount", part.amount, total),
            }
        }
        None => match elsewhere.or(same_line) {
            Some(clash) if !there => charged(clash, Money::ZERO),
            _ => Ok(()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budgets::Source;
    use crate::budgets::test_lines::{budget, line};
    use crate::calendar::PartialDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn version(id: u32, kind: BudgetKind, from: Option<&str>) -> Budget {
        let in_force_on = from.and_then(PartialDate::parse);
        Budget { id, position: id, kind, in_force_on, ..budget(2019, 2020) }
    }

    fn of(budget: u32, id: u32, number: u32) -> BudgetLine {
        BudgetLine { budget_id: budget, ..line(id, number) }
    }

    #[test]
    fn only_what_is_approved_on_the_day_is_charged() {
        let versions = vec![
            version(1, BudgetKind::Applied, Some("2019-01-01")),
            version(2, BudgetKind::Granted, Some("2019-05-03")),
            version(3, BudgetKind::Amendment, Some("2020-02")),
            Budget { in_force: false, ..version(4, BudgetKind::Amendment, None) },
        ];
        let grant = BudgetLine { side: Side::Financing, source: Some(Source::Grant), ..of(2, 29, 9) };
        let lines = vec![of(1, 11, 1), of(2, 21, 1), of(2, 22, 2), of(3, 31, 1), of(3, 33, 3), of(4, 41, 1), of(4, 44, 4), grant];
        let chargeable = Chargeable::new(versions, lines);
        let charged = |id: u32, on: &str| chargeable.line(id, day(on)).map(|line| line.id).map_err(|error| error.code);
        for (id, on, line) in [
            (21, "2019-05-02", Err(ErrorCode::LineNotApproved)), // before the grant
            (21, "2019-05-03", Ok(21)),
            (21, "2020-02-28", Ok(21)), // in force at the latest on the 29th
            (21, "2020-02-29", Ok(31)), // the same number in the amendment
            (11, "2019-06-01", Ok(21)),
            (41, "2019-06-01", Ok(21)),
            (22, "2020-03-01", Err(ErrorCode::LineNotApproved)), // taken out
            (33, "2019-06-01", Err(ErrorCode::LineNotApproved)), // not there yet
            (44, "2020-03-01", Err(ErrorCode::LineNotApproved)), // in a draft only
            (99, "2020-03-01", Err(ErrorCode::LineNotApproved)), // another application's
            (29, "2019-06-01", Err(ErrorCode::FieldInvalid)),
        ] {
            assert_eq!(charged(id, on), line, "{id} {on}");
        }
        assert_eq!(chargeable.line(22, day("2020-03-01")).unwrap_err().params["record"], "Linje 2");
    }

    fn part(application: u32, line: u32, kroner: i64, total: Option<i64>) -> VoucherPart {
        VoucherPart {
            application_id: application,
            application: format!("Ansøgning {application}"),
            line,
            voucher: "4711".into(),
            amount: Money::from_oere(kroner * 100),
            total: total.map(|kroner| Money::from_oere(kroner * 100)),
        }
    }

    #[test]
    fn a_voucher_is_charged_once() {
        let free = |new: VoucherPart, others: &[VoucherPart], there| {
            voucher_free(&new, &others.iter().collect::<Vec<_>>(), there)
                .map_err(|error| (error.code, error.params.get("left").cloned().unwrap_or_default()))
        };
        let charged = |left: &str| Err((ErrorCode::VoucherCharged, left.to_owned()));
        let invalid = Err((ErrorCode::FieldInvalid, String::new()));
        assert_eq!(free(part(1, 1, 100, None), &[], false), Ok(()));
        assert_eq!(free(part(1, 1, 100, None), &[part(2, 7, 100, None)], false), charged("0 kr."));
        assert_eq!(free(part(1, 1, 100, None), &[part(1, 1, 5, None)], false), charged("0 kr."));
        assert_eq!(free(part(1, 1, 100, None), &[part(1, 2, 5, None)], false), Ok(()));
        assert_eq!(free(part(1, 1, 100, None), &[part(1, 1, 5, None)], true), Ok(()));
        // With the whole said by either, the parts stay within it, to the øre.
        for (mine, theirs) in [(Some(300), None), (None, Some(300)), (Some(300), Some(300))] {
            assert_eq!(free(part(1, 1, 200, mine), &[part(2, 7, 100, theirs)], false), Ok(()));
            assert_eq!(free(part(1, 1, 201, mine), &[part(2, 7, 100, theirs)], false), charged("200 kr."));
        }
        let oere = VoucherPart { amount: Money::from_oere(20_001), ..part(1, 1, 0, Some(300)) };
        assert_eq!(free(oere, &[part(2, 7, 100, None)], false), charged("200 kr."));
        assert_eq!(free(part(1, 1, 200, Some(300)), &[part(2, 7, 150, None)], true), charged("150 kr."));
        assert_eq!(free(part(1, 1, 1, Some(300)), &[part(2, 7, 1, Some(200))], false), invalid);
        assert_eq!(free(part(1, 1, 301, Some(300)), &[], false), invalid);
        // A credit note is shared the same way below zero.
        assert_eq!(free(part(1, 1, -200, Some(-300)), &[part(2, 7, -100, None)], false), Ok(()));
        assert_eq!(free(part(1, 1, -201, Some(-300)), &[part(2, 7, -100, None)], false), charged("-200 kr."));
    }
}
