//! The budget of an application: its versions, the sheet, and what is found about it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::applications::{ApplicationPartner, Stage};
use crate::budgets::*;
use crate::calendar::PartialDate;
use crate::error::Error;
use crate::money::Money;
use crate::scaled::{Quantity, Rate};
use crate::views::TermsView;

/// An application's budget on a day, one version of it as a sheet.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetView {
    /// The day.
    pub as_of: NaiveDate,
    /// Whose it is.
    pub application: BudgetApplication,
    /// The versions in order; those that took effect after the day are left out.
    pub versions: Vec<BudgetVersion>,
    /// The version that is looked at: the one asked for, else the newest. None where there is none.
    pub sheet: Option<BudgetSheet>,
    /// The rules.
    pub terms: TermsView,
    /// The cost categories to choose from.
    pub categories: Vec<Category>,
    /// Partners, for financing.
    pub partners: Vec<ApplicationPartner>,
    /// Hours a full-time year is counted as.
    pub fte_hours: u32,
    /// What wages are expected to rise by.
    pub wage_estimates: Vec<WageEstimate>,
    /// What is found about the version looked at, what is broken first.
    pub findings: Vec<Finding>,
}

/// What a budget needs to know of its application.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetApplication {
    /// Row id.
    pub id: u32,
    /// Title.
    pub title: String,
    /// Who gives.
    pub funder: String,
    /// The pool.
    pub pool_id: Option<u32>,
    /// Its stage on the day.
    pub stage: Stage,
    /// Whether it is ended.
    pub ended: bool,
    /// First day.
    pub period_start: Option<PartialDate>,
    /// Last day.
    pub period_end: Option<PartialDate>,
    /// What is applied for, as stated.
    pub requested: Option<Money>,
    /// What was said of it in words; may be empty.
    pub requested_note: String,
    /// What was granted, as stated.
    pub awarded: Option<Money>,
    /// The total, as stated.
    pub total: Option<Money>,
    /// The basis of those three.
    pub vat: Vat,
}

/// A version in the list.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetVersion {
    /// The version.
    pub budget: Budget,
    /// Whether it is the one in force on the day.
    pub current: bool,
    /// Sum of the costs; none where no cost has an amount.
    pub cost: Option<Money>,
    /// Sum of the financing; none where nothing of it has an amount.
    pub financing: Option<Money>,
    /// Of it, the grant; none where no line of it has an amount.
    pub grant: Option<Money>,
    /// Lines.
    pub lines: u32,
}

/// A version as a sheet.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetSheet {
    /// The version.
    pub budget: Budget,
    /// Its years: from the first to the last, and before them 0 where something is not allotted.
    pub years: Vec<i32>,
    /// Its lines, costs first, each side in order.
    pub lines: Vec<LineView>,
    /// Sums by year, in the order of `years`.
    pub sums: Vec<YearSums>,
    /// Sums of all years.
    pub total: YearSums,
}

/// A line with its cells.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LineView {
    /// The line.
    pub line: BudgetLine,
    /// Its cells, by year and period.
    pub cells: Vec<CellView>,
    /// Its sum; null where no cell has an amount.
    pub total: Option<Money>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CellView {
    /// Year; 0 where not allotted.
    pub year: i32,
    /// 0 for the whole year, else its quarter or month.
    pub period: u32,
    /// How many.
    pub quantity: Option<Quantity>,
    /// Kroner for one.
    pub rate: Option<Rate>,
    /// The amount.
    pub amount: Option<Money>,
}

/// What a budget says of a year, or of all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct YearSums {
    /// Year; 0 where not allotted, null for all.
    pub year: Option<i32>,
    /// Costs.
    pub cost: Money,
    /// Financing.
    pub financing: Money,
    /// Of it, the grant.
    pub grant: Money,
    /// All but the grant (medfinansiering).
    pub co_financing: Money,
    /// Of it, the municipality's own (egenfinansiering).
    pub own: Money,
    /// Of that, in money: an existing budget or a new appropriation.
    pub own_cash: Money,
    /// Of that, in existing staff and other things.
    pub own_kind: Money,
    /// Hours of own staff.
    pub own_hours: Quantity,
    /// The same in full-time years.
    pub own_fte: Quantity,
    /// What is missing of the financing: costs less financing, below zero where there is more.
    pub gap: Money,
    /// Those of these sums that are not known, of every year: no line of theirs has an amount. They stand as zero here and are shown
    /// as missing.
    pub unknown: Vec<SumKind>,
    /// Cost lines of the whole budget without an amount.
    pub blank_costs: u32,
    /// Financing lines of the whole budget without an amount.
    pub blank_financing: u32,
}

impl YearSums {
    /// A sum; none where it is not known.
    pub fn known(&self, kind: SumKind) -> Option<Money> {
        let sum = match kind {
            SumKind::Cost => self.cost,
            SumKind::Financing => self.financing,
            SumKind::Grant => self.grant,
            SumKind::CoFinancing => self.co_financing,
            SumKind::Own => self.own,
            SumKind::OwnCash => self.own_cash,
            SumKind::OwnKind => self.own_kind,
            SumKind::Gap => self.gap,
        };
        Some(sum).filter(|_| !self.unknown.contains(&kind))
    }
}

/// A sum of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SumKind {
    /// Costs.
    Cost,
    /// Financing.
    Financing,
    /// The grant.
    Grant,
    /// All financing but the grant.
    CoFinancing,
    /// The municipality's own.
    Own,
    /// Of that, in money.
    OwnCash,
    /// Of that, in staff and other things.
    OwnKind,
    /// Financing less costs.
    Gap,
}

impl SumKind {
    /// Every sum.
    pub const ALL: [SumKind; 8] = [
        SumKind::Cost,
        SumKind::Financing,
        SumKind::Grant,
        SumKind::CoFinancing,
        SumKind::Own,
        SumKind::OwnCash,
        SumKind::OwnKind,
        SumKind::Gap,
    ];
}

/// How a version begins.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetDraft {
    /// The application.
    pub application_id: u32,
    /// What it is.
    pub kind: BudgetKind,
    /// The version whose lines it takes over.
    pub copy_of: Option<u32>,
    /// First year; where null, from the project's period or this year.
    pub first_year: Option<i32>,
    /// Last year.
    pub last_year: Option<i32>,
}

/// A field of a line that is typed in the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum LineField {
    /// What.
    Text,
    /// Category: its code, or its name in either language.
    Category,
    /// How amounts are made: its code or word.
    Method,
    /// What is counted.
    Unit,
    /// In words.
    Note,
    /// Who pays: code or word.
    Source,
    /// Where own money comes from: code or word.
    OwnForm,
    /// Which budget, employee or fund.
    Origin,
    /// A cell's quantity.
    Quantity,
    /// A cell's rate.
    Rate,
    /// A cell's amount. In a line that is reckoned it cannot be typed.
    Amount,
}

/// What was typed in one place.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CellEdit {
    /// The line; null for one of the new lines this edit adds at the end of its side.
    pub line_id: Option<u32>,
    /// Which of the new lines, from 0.
    pub new_line: u32,
    /// The field.
    pub field: LineField,
    /// Year, for a cell; 0 where not allotted.
    pub year: i32,
    /// Period, for a cell.
    pub period: u32,
    /// As typed; empty clears it.
    pub text: String,
}

/// What was typed, pasted, filled or cleared at once: all of it is kept, or nothing.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetEdit {
    /// The version.
    pub budget_id: u32,
    /// The side new lines are on.
    pub side: Side,
    /// What was typed.
    pub edits: Vec<CellEdit>,
}

/// What an edit came to.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetPatch {
    /// What was not understood, by place in `edits`. Where there is any, nothing was kept.
    pub problems: Vec<CellProblem>,
    /// The lines that were touched, as they are now.
    pub lines: Vec<LineView>,
    /// Lines that are gone.
    pub removed: Vec<u32>,
    /// The years, where they have changed by what is not allotted.
    pub years: Vec<i32>,
    /// Sums by year.
    pub sums: Vec<YearSums>,
    /// Sums of all years.
    pub total: YearSums,
    /// What is found now.
    pub findings: Vec<Finding>,
}

/// What was not understood.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CellProblem {
    /// Place in `edits`, from 0.
    pub index: u32,
    /// Why.
    pub error: Error,
}

/// A line to add.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LineDraft {
    /// The version.
    pub budget_id: u32,
    /// Its side.
    pub side: Side,
    /// The line it comes after; null: last.
    pub after_id: Option<u32>,
    /// Who pays, for financing.
    pub source: Option<Source>,
    /// Where own money comes from.
    pub own_form: Option<OwnForm>,
}

/// A version takes effect.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetFreeze {
    /// The version.
    pub id: u32,
    /// Row version the person saw.
    pub version: u32,
    /// From when it counts; null where not known.
    pub in_force_on: Option<PartialDate>,
    /// What it rests on; where there is no letter, why. A version the funder approved needs it, or the document.
    pub letter: String,
    /// That document.
    pub document_id: Option<u32>,
    /// Whether the letter says that the grant follows prices.
    pub indexed: bool,
}

/// Wages of later years, from the year before by the municipality's own estimate.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WageProjection {
    /// The version.
    pub budget_id: u32,
    /// The lines; only those reckoned by hours or full-time years, and wages typed as amounts.
    pub line_ids: Vec<u32>,
    /// The year whose figures are taken.
    pub from_year: i32,
}
