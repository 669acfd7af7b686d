//! The screen »Initiativer«: the agreement, its headings with printed subtotals, and one row per initiative.

use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

use crate::catalogue::{CallState, CanApply, Mechanism};
use crate::money::Money;
use crate::pools::PoolStatus;
use crate::views::{ApplicationRef, CallPlan, Text};

/// Everything the register shows before a row is opened. Loaded once; filtering and sorting happen on the screen.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RegisterView {
    /// The agreement shown.
    pub agreement: AgreementView,
    /// Every agreement in the file, newest first.
    pub agreements: Vec<AgreementChoice>,
    /// The amount columns in order: the years, then the total, then permanent where the agreement has it.
    pub periods: Vec<PeriodView>,
    /// The price level the amounts are shown in.
    pub price_level: PriceLevelView,
    /// The day open calls are judged by.
    pub as_of: NaiveDate,
    /// The agreement's areas in its order.
    pub areas: Vec<AreaView>,
    /// The agreement's themes in its order.
    pub themes: Vec<ThemeView>,
    /// The printed grand total, one amount per period; empty when amounts are converted, for nothing is printed in that level.
    pub stated: Vec<Option<Money>>,
    /// The initiatives by number.
    pub initiatives: Vec<InitiativeRow>,
}

/// One agreement.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AgreementView {
    /// Row id.
    pub id: u32,
    /// Its own short key, e.g. `satspuljen-2019`.
    pub key: String,
    /// Title.
    pub title: Text,
    /// The day it was made.
    pub date: NaiveDate,
    /// The year whose prices the amounts are in.
    pub price_level: i32,
    /// First year with amounts.
    pub first_year: i32,
    /// Last year with amounts of its own.
    pub last_year: i32,
    /// Where the data was read.
    pub source: Text,
}

/// An agreement to choose.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AgreementChoice {
    /// Row id.
    pub id: u32,
    /// Title.
    pub title: Text,
}

/// One amount column.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PeriodView {
    /// `2019`, `total` or `permanent`.
    pub key: String,
    /// What kind of column it is.
    pub kind: PeriodKind,
    /// The year, for a year column.
    pub year: Option<i32>,
}

/// Kinds of amount column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// One year.
    Year,
    /// The years together, never with permanent.
    Total,
    /// Each year after the last one.
    Permanent,
}

/// The price level the amounts are shown in, and where its index comes from.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PriceLevelView {
    /// The year whose prices are shown.
    pub year: i32,
    /// Whether the amounts were converted from the agreement's own level.
    pub converted: bool,
    /// Years one can convert to.
    pub available: Vec<i32>,
    /// Name of the index (the state's, not the municipalities').
    pub index_name: Text,
    /// The edition of the index, e.g. `2024-06`.
    pub vintage: String,
    /// Address or document of the index.
    pub source: String,
}

/// An area with its printed subtotal.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AreaView {
    /// Row id.
    pub id: u32,
    /// The heading as printed.
    pub title: String,
    /// The area's own name, e.g. `Socialområdet`, and its English gloss.
    pub name: Text,
    /// The printed subtotal per period; empty when converted.
    pub stated: Vec<Option<Money>>,
}

/// A theme with its printed subtotal.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ThemeView {
    /// Row id.
    pub id: u32,
    /// The area it belongs to.
    pub area_id: u32,
    /// The heading as printed, and its English gloss.
    pub title: Text,
    /// The printed subtotal per period; empty when converted.
    pub stated: Vec<Option<Money>>,
}

/// One initiative as a row.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct InitiativeRow {
    /// Row id.
    pub id: u32,
    /// Its number in the agreement.
    pub number: u32,
    /// Whether it, or parts of it, is to be DUT-negotiated.
    pub dut: bool,
    /// The official title and its English gloss.
    pub title: Text,
    /// Its area.
    pub area_id: u32,
    /// Its theme, where the agreement has one.
    pub theme_id: Option<u32>,
    /// How the money is handed out.
    pub mechanisms: Vec<Mechanism>,
    /// What the agreement says of a municipality applying.
    pub can_apply: CanApply,
    /// The best that any of its pools or calls says, where it says anything.
    pub pool_can_apply: Option<CanApply>,
    /// The responsible authority.
    pub authority: String,
    /// One amount per period; null is the agreement's »-«: none, not zero.
    pub amounts: Vec<Option<Money>>,
    /// Calendar days to its next deadline.
    pub days_left: Option<i32>,
    /// The last committee meeting before that; null where there is none to plan for.
    pub plan: Option<CallPlan>,
    /// How many pools it has, not counting one that others lie inside.
    pub pools: u32,
    /// How many of them a municipality can apply for, alone or as a partner.
    pub pools_can_apply: u32,
    /// How its calls stand on the day of the view.
    pub call_state: CallState,
    /// The next deadline on or after that day.
    pub next_deadline: Option<NaiveDate>,
    /// Where the chosen municipality stands with it: the word of its pool that is furthest on, or of the pool that the others lie
    /// inside, where it has one of its own; null where it has no pool.
    pub status: Option<PoolStatus>,
    /// Our applications to its pools, oldest first.
    pub applications: Vec<ApplicationRef>,
    /// The searched text, folded two ways (see [`crate::fold`]).
    pub search: [String; 2],
}
