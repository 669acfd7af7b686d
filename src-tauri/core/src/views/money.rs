//! The money after the award.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::budgets::*;
use crate::money::Money;
use crate::views::{BudgetApplication, RuleView, YearSums};

/// What came in, what was spent, and how it stands.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MoneyView {
    /// The day.
    pub as_of: NaiveDate,
    /// The application.
    pub application: BudgetApplication,
    /// The version in force on the day; spending is charged to its lines.
    pub budget: Option<Budget>,
    /// Its sums by year.
    pub sums: Vec<YearSums>,
    /// Instalments.
    pub instalments: Vec<Instalment>,
    /// Accounts.
    pub accounts: Vec<Account>,
    /// Repayments.
    pub repayments: Vec<Repayment>,
    /// Money moved between years.
    pub carry_overs: Vec<CarryOver>,
    /// Everything spent by the day, newest first.
    pub spending: Vec<Spending>,
    /// The lines of the version in force with budget, spent and forecast by year.
    pub lines: Vec<SpentLine>,
    /// Sums of those lines by year, and last of all years.
    pub spent: Vec<SpentYear>,
    /// At each 31 December up to the day, and on the day.
    pub year_ends: Vec<YearEnd>,
    /// How the grant stands on the day.
    pub standing: GrantStanding,
    /// The rules about payment, audit and repayment.
    pub rules: Vec<RuleView>,
    /// What is found.
    pub findings: Vec<Finding>,
}

/// A line of the budget and what became of it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SpentLine {
    /// The line.
    pub line: BudgetLine,
    /// By year, and last of all years.
    pub years: Vec<SpentYear>,
    /// What a person expects, by year.
    pub forecasts: Vec<SpendingForecast>,
}

/// A year of budget and spending.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SpentYear {
    /// Year; 0 where not allotted to one, null for all.
    pub year: Option<i32>,
    /// In the budget.
    pub budget: Money,
    /// Spent by the day.
    pub spent: Money,
    /// Budget less spent.
    pub left: Money,
    /// Expected by the end of the year: what a person said, else as much a day of the project as until now; where nothing is charged yet,
    /// and of a year to come, the budget; of a year that is over, what was spent.
    pub forecast: Money,
    /// Whether a person said so.
    pub forecast_typed: bool,
    /// Forecast less budget.
    pub deviation: Money,
}

/// How the grant stands at the end of a year.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct YearEnd {
    /// The day: 31 December, or the day of the view.
    pub on: NaiveDate,
    /// Received until then.
    pub received: Money,
    /// Repaid until then.
    pub repaid: Money,
    /// The grant's part of what was spent until then.
    pub used: Money,
    /// Received and not used (forudmodtaget).
    pub in_advance: Money,
    /// Used and not received (tilgodehavende).
    pub outstanding: Money,
    /// Of that year moved to a later one: approved, or asked for where the funder need not approve.
    pub carried_over: Money,
    /// Kept back by the funder.
    pub withheld: Money,
}

/// How the grant stands.
#[derive(Clone, Debug, Default, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GrantStanding {
    /// Granted.
    pub granted: Money,
    /// Received.
    pub received: Money,
    /// Kept back.
    pub withheld: Money,
    /// Repaid.
    pub repaid: Money,
    /// Spent, of all financing.
    pub spent: Money,
    /// The grant's part of it, by the pool's rule.
    pub used: Money,
    /// What the grant is expected to come to.
    pub expected: Money,
    /// What must go back of what was received.
    pub to_repay: Money,
    /// Whether that is so little that the funder does not ask for it.
    pub below_floor: bool,
    /// What the municipality must pay the state of what came in and has not gone back.
    pub levy: Money,
}

/// A record of the money after the award.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind", content = "row")]
pub enum MoneyPart {
    /// An instalment.
    Instalment(Instalment),
    /// An account.
    Account(Account),
    /// A repayment.
    Repayment(Repayment),
    /// Money moved between years.
    CarryOver(CarryOver),
    /// Something spent.
    Spending(Spending),
    /// A forecast.
    Forecast(SpendingForecast),
}

/// A kind of such record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MoneyPartKind {
    /// An instalment.
    Instalment,
    /// An account.
    Account,
    /// A repayment.
    Repayment,
    /// Money moved between years.
    CarryOver,
    /// Something spent.
    Spending,
    /// A forecast.
    Forecast,
}
