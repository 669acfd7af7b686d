//! A budget and what belongs to it.

use chrono::NaiveDate;

use crate::budgets::{BudgetKind, EffectMethod, Method, OwnForm, Period, RuleKind, Side, Source, Vat};
use crate::calendar::PartialDate;
use crate::money::Money;
use crate::record::record;
use crate::scaled::{Quantity, Rate, Share};

record! {
    /// A version of an application's budget.
    pub struct Budget("budget") {
        /// The application.
        pub application_id: u32,
        /// Order among the versions, from 1.
        pub position: u32,
        /// What it is.
        pub kind: BudgetKind,
        /// A name of its own; may be empty.
        pub title: String,
        /// What its years are split into.
        pub period: Period,
        /// First year.
        pub first_year: i32,
        /// Last year.
        pub last_year: i32,
        /// Whether the costs are with value added tax.
        pub vat: Vat,
        /// Whether the financing is.
        pub financing_vat: Vat,
        /// Whether it has taken effect: its lines then stay as they are.
        pub in_force: bool,
        /// When it took effect; null where not known.
        pub in_force_on: Option<PartialDate>,
        /// What it rests on, in words.
        pub letter: String,
        /// The document it rests on.
        pub document_id: Option<u32>,
        /// Whether that letter says that the grant follows prices.
        pub indexed: bool,
        /// In words.
        pub note: String,
    }
}

record! {
    /// A line of a budget.
    pub struct BudgetLine("budget_line") {
        /// The version.
        pub budget_id: u32,
        /// Its number, the same in every version.
        pub number: u32,
        /// Order within its side, from 0.
        pub position: u32,
        /// Cost or financing.
        pub side: Side,
        /// Code in the funder's list of cost categories; may be empty.
        pub category: String,
        /// What.
        pub text: String,
        /// How its amounts are made.
        pub method: Method,
        /// What is counted.
        pub unit: String,
        /// In words.
        pub note: String,
        /// Who pays; null for a cost.
        pub source: Option<Source>,
        /// Where own money comes from.
        pub own_form: Option<OwnForm>,
        /// Paid in work or things.
        pub in_kind: bool,
        /// Which budget, which employee or position, which fund.
        pub origin: String,
        /// Which partner.
        pub partner_id: Option<u32>,
        /// Whose budget, where it is not the application's.
        pub committee_id: Option<u32>,
        /// Whose, where it is not the application's.
        pub department_id: Option<u32>,
        /// Own account: funktion.
        pub ledger_function: String,
        /// Dranst.
        pub ledger_dranst: String,
        /// Art.
        pub ledger_art: String,
        /// PSP element or project number.
        pub ledger_project: String,
        /// Construction (anlæg), else operation (drift).
        pub construction: bool,
        /// Within the service frame; null while not known.
        pub service_frame: Option<bool>,
    }
}

record! {
    /// What a line says of a year or a part of it.
    pub struct BudgetCell("budget_cell") {
        /// The line.
        pub budget_line_id: u32,
        /// The year; 0: not allotted to one.
        pub year: i32,
        /// 0 for the whole year, else its quarter or month.
        pub period: u32,
        /// How many.
        pub quantity: Option<Quantity> = "quantity_e4",
        /// Kroner for one.
        pub rate: Option<Rate> = "rate_e4",
        /// Typed, or quantity times rate rounded half away from zero to the øre.
        pub amount: Option<Money> = "amount_oere",
    }
}

record! {
    /// What wages are expected to rise by into a year.
    pub struct WageEstimate("wage_estimate", required: vintage) {
        /// The municipality.
        pub municipality_id: u32,
        /// The year.
        pub year: i32,
        /// From the year before.
        pub share: Share = "share_ppm",
        /// Which estimate.
        pub vintage: String,
    }
}

record! {
    /// The rules of a pool, or of one application.
    pub struct Terms("terms") {
        /// The municipality.
        pub municipality_id: u32,
        /// The pool, or
        pub pool_id: Option<u32>,
        /// the application.
        pub application_id: Option<u32>,
        /// The preset's key; empty where there is none.
        pub preset: String,
        /// The pool's own instrument.
        pub title: String,
        /// Its address.
        pub url: String,
        /// Its date.
        pub dated_on: Option<NaiveDate>,
        /// The document.
        pub document_id: Option<u32>,
        /// In words.
        pub note: String,
    }
}

record! {
    /// A rule that goes before the preset's.
    pub struct TermsRule("terms_rule", required: reason) {
        /// The terms.
        pub terms_id: u32,
        /// Which rule.
        pub rule: RuleKind,
        /// Whether it holds; where not, neither does the preset's.
        pub applies: bool,
        /// A share.
        pub share: Option<Share> = "share_ppm",
        /// An amount.
        pub amount: Option<Money> = "amount_oere",
        /// A choice, as the rule has it.
        pub choice: String,
        /// Why, or where it stands.
        pub reason: String,
    }
}

record! {
    /// A part of the grant that is paid out.
    pub struct Instalment("instalment", required: title) {
        /// The application.
        pub application_id: u32,
        /// Order, from 0.
        pub position: u32,
        /// What.
        pub title: String,
        /// When it is to be asked for.
        pub due_on: Option<NaiveDate>,
        /// When it was.
        pub requested_on: Option<NaiveDate>,
        /// How much was asked for.
        pub requested: Option<Money> = "requested_oere",
        /// When it came.
        pub received_on: Option<NaiveDate>,
        /// How much came.
        pub received: Option<Money> = "received_oere",
        /// What the funder keeps back of it until the account is approved.
        pub withheld: Option<Money> = "withheld_oere",
        /// In words.
        pub note: String,
    }
}

record! {
    /// A statement of what was spent, for the funder (regnskab).
    pub struct Account("account", required: title) {
        /// The application.
        pub application_id: u32,
        /// Order, from 0.
        pub position: u32,
        /// What.
        pub title: String,
        /// From when.
        pub period_start: Option<PartialDate>,
        /// Until when.
        pub period_end: Option<PartialDate>,
        /// When it must be sent.
        pub due_on: Option<NaiveDate>,
        /// All that was spent.
        pub spent: Option<Money> = "spent_oere",
        /// Of it, by the grant.
        pub grant: Option<Money> = "grant_oere",
        /// When it went to the auditor.
        pub to_auditor_on: Option<NaiveDate>,
        /// When it was sent.
        pub sent_on: Option<NaiveDate>,
        /// When the funder approved it.
        pub approved_on: Option<NaiveDate>,
        /// The grant the funder approved.
        pub approved: Option<Money> = "approved_oere",
        /// The document.
        pub document_id: Option<u32>,
        /// In words.
        pub note: String,
    }
}

record! {
    /// Money that goes back to the funder.
    pub struct Repayment("repayment", required: reason) {
        /// The application.
        pub application_id: u32,
        /// Order, from 0.
        pub position: u32,
        /// Why.
        pub reason: String,
        /// How much.
        pub amount: Money = "amount_oere",
        /// When the funder asked for it.
        pub claimed_on: Option<NaiveDate>,
        /// When it was paid.
        pub paid_on: Option<NaiveDate>,
        /// In words.
        pub note: String,
    }
}

record! {
    /// Grant money moved from one year of the project to another.
    pub struct CarryOver("carry_over") {
        /// The application.
        pub application_id: u32,
        /// From which year.
        pub from_year: i32,
        /// To which.
        pub to_year: i32,
        /// How much.
        pub amount: Money = "amount_oere",
        /// When it was asked for.
        pub asked_on: Option<NaiveDate>,
        /// When it was approved.
        pub approved_on: Option<NaiveDate>,
        /// In words.
        pub note: String,
    }
}

record! {
    /// Something spent.
    pub struct Spending("spending") {
        /// The application.
        pub application_id: u32,
        /// The line it is charged to, of the version in force on the day.
        pub budget_line_id: u32,
        /// The day it was booked.
        pub booked_on: NaiveDate,
        /// Voucher (bilag); may be empty.
        pub voucher: String,
        /// What the whole voucher is, where only a part is charged here.
        pub voucher_total: Option<Money> = "voucher_oere",
        /// What.
        pub text: String,
        /// The account it was booked on.
        pub ledger: String,
        /// How much; less than zero where it was taken back.
        pub amount: Money = "amount_oere",
        /// Hours of own staff.
        pub hours: Option<Quantity> = "hours_e4",
    }
}

record! {
    /// What a line is expected to have cost by the end of a year.
    pub struct SpendingForecast("spending_forecast") {
        /// The line.
        pub budget_line_id: u32,
        /// The year.
        pub year: i32,
        /// How much.
        pub amount: Money = "amount_oere",
        /// When it was judged.
        pub made_on: NaiveDate,
        /// In words.
        pub note: String,
    }
}

record! {
    /// What own money is meant to bring.
    pub struct Effect("effect", required: text) {
        /// The application.
        pub application_id: u32,
        /// Order, from 0.
        pub position: u32,
        /// What is spent less on.
        pub text: String,
        /// Where in the budget.
        pub budget_area: String,
        /// How its amounts are made.
        pub method: EffectMethod,
        /// The state's part of what is saved.
        pub refund: Option<Share> = "refund_ppm",
        /// The year that rate is of.
        pub refund_year: Option<i32>,
        /// What it rests on.
        pub assumption: String,
        /// Where that stands.
        pub source: String,
    }
}

record! {
    /// A year of it.
    pub struct EffectYear("effect_year") {
        /// The effect.
        pub effect_id: u32,
        /// The year.
        pub year: i32,
        /// Persons.
        pub persons: Option<Quantity> = "persons_e4",
        /// Months each is counted for in the year.
        pub months: Option<Quantity> = "months_e4",
        /// Kroner for a person in a month.
        pub rate: Option<Rate> = "rate_e4",
        /// Before refund; less than zero where it costs more.
        pub amount: Option<Money> = "amount_oere",
    }
}
