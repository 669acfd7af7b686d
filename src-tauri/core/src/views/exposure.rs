//! The screen »Økonomi«: what the municipality has promised of its own, and what ends when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::applications::Stage;
use crate::calendar::PartialDate;
use crate::money::Money;
use crate::scaled::Quantity;

/// What is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExposureFilter {
    /// First budget year; null: the year of the day.
    pub from: Option<i32>,
    /// Last; null: three years (overslagsår) after the first.
    pub to: Option<i32>,
    /// One committee.
    pub committee_id: Option<u32>,
    /// One department.
    pub department_id: Option<u32>,
    /// Prices of another year, for comparison only; null: running prices, as granted.
    pub price_level: Option<i32>,
}

/// The municipality's exposure on a day.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExposureView {
    /// The day.
    pub as_of: NaiveDate,
    /// The years, and before them 0 where something of a project that lies in them is not allotted.
    pub years: Vec<i32>,
    /// Whether amounts are converted, and to which year's prices.
    pub price_level: Option<i32>,
    /// Years whose prices cannot be converted; their amounts are as granted.
    pub not_converted: Vec<i32>,
    /// The first year any of it has an amount in, whatever years are shown; null where none has.
    pub first_held: Option<i32>,
    /// The last.
    pub last_held: Option<i32>,
    /// Years to choose prices of.
    pub price_levels: Vec<i32>,
    /// The index they are converted by, and where it comes from.
    pub price_index: PriceSource,
    /// How many applications have a budget that is in force or asked for.
    pub applications: u32,
    /// Those applications, newest first. The screen asks for them once they come into sight or a figure is opened.
    #[serde(skip)]
    pub rows: Vec<ExposureRow>,
    /// Sums by year.
    pub total: Vec<ExposureFigures>,
    /// Sums by committee and year.
    pub by_committee: Vec<ExposureGroup>,
    /// Sums by department and year.
    pub by_department: Vec<ExposureGroup>,
    /// What ends within 18 months of the day, the first first.
    pub ends: Vec<Ending>,
    /// Live applications without a budget: what they promise is not known.
    pub without_budget: Vec<ExposureMissing>,
    /// What is not allotted to years and stands in no sum, for the project has years besides those shown.
    pub not_allotted: Vec<NotAllotted>,
}

/// Financing that is not allotted to years.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NotAllotted {
    /// The application.
    pub application_id: u32,
    /// Title. Danish.
    pub title: String,
    /// How much.
    pub amount: Money,
}

/// Where the index of prices comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PriceSource {
    /// Edition.
    pub vintage: String,
    /// Address or document.
    pub source: String,
}

/// A year's figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExposureFigures {
    /// Year; 0 where not allotted.
    pub year: i32,
    /// Granted, our part.
    pub granted: Money,
    /// Applied for and not answered.
    pub pending: Money,
    /// Own money promised where granted.
    pub own_cash: Money,
    /// Own money that follows if what is pending is granted.
    pub own_cash_pending: Money,
    /// Own staff promised, in money.
    pub own_staff: Money,
    /// Own staff that follows if what is pending is granted.
    pub own_staff_pending: Money,
    /// Own staff in hours, promised and pending.
    pub own_hours: Quantity,
    /// The same in full-time years.
    pub own_fte: Quantity,
    /// What nobody pays: costs less financing where money is missing. Null where the year cannot be said to lack any, because money is
    /// not allotted to years.
    pub gap: Option<Money>,
}

/// An application.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExposureRow {
    /// The application.
    pub application_id: u32,
    /// Title.
    pub title: String,
    /// Who gives.
    pub funder: String,
    /// Stage on the day.
    pub stage: Stage,
    /// Department's name.
    pub department: Option<String>,
    /// Committees' short names.
    pub committees: Vec<String>,
    /// Its version has taken effect on a day nobody knows: it is shown and stands in no sum.
    pub undated: bool,
    /// By year, in the order of the view's; on the screen only the years it has something in.
    pub years: Vec<ExposureFigures>,
}

/// Sums of a committee or a department.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExposureGroup {
    /// Its row id; null where none or several share it.
    pub id: Option<u32>,
    /// Its name; empty where none or several share it.
    pub name: String,
    /// By year, in the order of the view's.
    pub years: Vec<ExposureFigures>,
    /// The applications.
    pub application_ids: Vec<u32>,
}

/// Something whose money runs out.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Ending {
    /// The application.
    pub application_id: u32,
    /// Title.
    pub title: String,
    /// Stage.
    pub stage: Stage,
    /// Last day of the project.
    pub ends: PartialDate,
    /// Calendar days to it.
    pub days: i32,
    /// What it does.
    pub activities: Vec<String>,
    /// Full-time years of its last full year, of all financing.
    pub fte: Quantity,
    /// Grant of its last year with any.
    pub yearly_grant: Money,
    /// That year.
    pub yearly_grant_of: Option<i32>,
    /// Whether it is said what happens then.
    pub embedding_decided: bool,
    /// What, in words.
    pub embedding: String,
}

/// A live application without a budget.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExposureMissing {
    /// The application.
    pub application_id: u32,
    /// Title.
    pub title: String,
    /// Stage.
    pub stage: Stage,
    /// What is applied for, as stated.
    pub requested: Option<Money>,
    /// The total, as stated.
    pub total: Option<Money>,
    /// Whether a payer is named without an amount.
    pub financing_without_amount: bool,
}
