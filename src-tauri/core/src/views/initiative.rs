//! The detail of one initiative.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::catalogue::{CanApply, DutRecipient, Mechanism, NoteKind};
use crate::money::Money;
use crate::views::{HistoryEntry, PoolStanding, PoolView, Text};

/// One initiative with all that is known of it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct InitiativeView {
    /// Row id.
    pub id: u32,
    /// Row version, sent back with a correction.
    pub version: u32,
    /// Its number in the agreement.
    pub number: u32,
    /// The official title and its English gloss.
    pub title: Text,
    /// The area's name.
    pub area: Text,
    /// The theme's title, where there is one.
    pub theme: Option<Text>,
    /// Page of the agreement where the row stands in table 1.
    pub page: u32,
    /// How the money is handed out.
    pub mechanisms: Vec<Mechanism>,
    /// What the agreement says of a municipality applying.
    pub can_apply: CanApply,
    /// Why, in one sentence.
    pub can_apply_reason: Text,
    /// Where the agreement says so: annex and page.
    pub can_apply_place: String,
    /// Who may apply or receives.
    pub applicants: Text,
    /// The responsible authority.
    pub authority: String,
    /// What the money is for. Danish only.
    pub summary: String,
    /// For a DUT-marked initiative: whom the money may reach, and the estimated share.
    pub dut: Option<DutView>,
    /// Its pools, in order, each with its calls.
    pub pools: Vec<PoolView>,
    /// Where the chosen municipality stands with each pool, in the same order; empty while none is chosen.
    pub standings: Vec<PoolStanding>,
    /// Where the agreement contradicts itself about it.
    pub notes: Vec<SourceNoteView>,
    /// What was changed, newest first.
    pub history: Vec<HistoryEntry>,
}

/// Whom the money of a DUT-marked initiative may reach.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DutView {
    /// Who, as far as the agreement says.
    pub recipient: DutRecipient,
    /// Where it says so: annex and page.
    pub place: String,
    /// An estimate of the own municipality's share, by population; only where the agreement says the amount is municipal, a
    /// municipality is chosen and both population figures are known for one date.
    pub share: Option<ShareEstimate>,
}

/// The share by population of one municipality.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ShareEstimate {
    /// The municipality.
    pub municipality: String,
    /// Its population on the date.
    pub population: u32,
    /// Denmark's population on the date.
    pub country_population: u32,
    /// The date of both figures.
    pub date: NaiveDate,
    /// The share of each period's amount, rounded half away from zero to the øre, the total from the years' shares; in the order
    /// of the register's periods.
    pub amounts: Vec<Option<Money>>,
}

/// A place where the agreement contradicts itself, or other sources.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SourceNoteView {
    /// Its key, e.g. `M12`.
    pub key: String,
    /// What it is about.
    pub kind: NoteKind,
    /// Where: annex or table, and page.
    pub place: String,
    /// What one place states.
    pub stated: String,
    /// What another states, or what was computed.
    pub other: String,
    /// The difference, where there is a figure.
    pub difference: String,
    /// What follows, in plain words.
    pub text: Text,
}

/// A person's correction of our reading of the agreement. Title and amounts are the agreement's own and cannot be changed.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct InitiativeCorrection {
    /// Row id.
    pub id: u32,
    /// The version the person saw.
    pub version: u32,
    /// Whether a municipality can apply.
    pub can_apply: CanApply,
    /// Where the source says so.
    pub can_apply_place: String,
    /// Who may apply or receives, in Danish.
    pub applicants: String,
    /// The responsible authority.
    pub authority: String,
    /// What the money is for.
    pub summary: String,
}
