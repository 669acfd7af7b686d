//! Pools and their calls.

use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

use crate::calendar::PartialDate;
use crate::catalogue::{CallState, CanApply};
use crate::money::Money;
use crate::views::{PoolStanding, Text};

/// Money that can be applied for. Its amount is not the initiative's.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PoolView {
    /// Row id.
    pub id: u32,
    /// Row version, sent back with a change of a pool of one's own.
    pub version: u32,
    /// Whether a person added it; the agreement's own are not changed.
    pub own: bool,
    /// Its own short key, e.g. `91-b`.
    pub key: String,
    /// Number and id of its initiative; null for a pool of no numbered initiative.
    pub initiative: Option<PoolInitiative>,
    /// The pool it lies inside.
    pub parent_id: Option<u32>,
    /// Title.
    pub title: Text,
    /// What the agreement sets aside for it.
    pub amount: Option<Money>,
    /// The same per year, where the agreement says.
    pub years: Vec<PoolYear>,
    /// The year whose prices the amounts are in.
    pub price_level: Option<i32>,
    /// Account on the Finance Act.
    pub account: String,
    /// Who hands it out.
    pub authority: String,
    /// Who may apply.
    pub applicants: Text,
    /// Whether a municipality can, by its call where there is one, else by the agreement.
    pub can_apply: CanApply,
    /// Where the agreement sets it aside: annex and page.
    pub place: String,
    /// What is worth knowing of it.
    pub note: Text,
    /// How its calls stand on the day of the view.
    pub call_state: CallState,
    /// Its calls, newest first.
    pub calls: Vec<CallView>,
}

/// The initiative a pool belongs to.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PoolInitiative {
    /// Row id.
    pub id: u32,
    /// Number in the agreement.
    pub number: u32,
}

/// A pool's amount in one year.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PoolYear {
    /// The year.
    pub year: i32,
    /// The amount.
    pub amount: Money,
}

/// A published round of a pool.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CallView {
    /// Row id.
    pub id: u32,
    /// Row version, sent back with a change of a call of one's own.
    pub version: u32,
    /// Whether a person added it.
    pub own: bool,
    /// Title as published.
    pub title: String,
    /// The day it was published.
    pub published: Option<NaiveDate>,
    /// From when one can apply.
    pub opens_on: Option<NaiveDate>,
    /// The last day for questions.
    pub questions_until: Option<NaiveDate>,
    /// When the funder is expected to answer, as far as stated.
    pub answer_expected: Option<PartialDate>,
    /// The deadline.
    pub deadline: Option<NaiveDate>,
    /// Its time of day as `12:00`; null means the call does not say, never midnight.
    pub deadline_time: Option<String>,
    /// Earlier deadlines, oldest first.
    pub earlier_deadlines: Vec<EarlierDeadline>,
    /// The amount announced.
    pub amount: Option<Money>,
    /// First day of the project period.
    pub project_from: Option<NaiveDate>,
    /// Last day of the project period.
    pub project_to: Option<NaiveDate>,
    /// The period in words, where it is not two dates.
    pub project_text: Text,
    /// Who may apply.
    pub applicants: Text,
    /// Whether a municipality can.
    pub can_apply: CanApply,
    /// What came of it.
    pub outcome: Text,
    /// Addresses where it was published.
    pub sources: Vec<String>,
}

/// A deadline that was moved.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EarlierDeadline {
    /// The deadline it was.
    pub deadline: NaiveDate,
    /// Its time of day.
    pub deadline_time: Option<String>,
    /// When it became known.
    pub known_from: Option<NaiveDate>,
    /// Why it moved, where the source says.
    pub note: Text,
}

/// The screen »Puljer«: every pool of the agreement.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PoolsView {
    /// The day calls are judged by.
    pub as_of: NaiveDate,
    /// The pools of the agreement by initiative number, those of no initiative after them, those of no agreement last.
    pub pools: Vec<PoolView>,
    /// Where the municipality stands with each, in the same order; empty while no municipality is chosen.
    pub standings: Vec<PoolStanding>,
}
