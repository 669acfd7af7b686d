//! What a person records about pools: own pools and calls, assessments and the final choice.

use chrono::NaiveDate;

use crate::calendar::PartialDate;
use crate::catalogue::CanApply;
use crate::money::Money;
use crate::pools::{Choice, Stance, StanceReason};
use crate::record::record;

record! {
    /// A pool a person added: of a fund outside any agreement, or of an initiative.
    pub struct OwnPool("pool", required: title_da, key, authority) {
        /// The agreement; null outside any.
        pub agreement_id: Option<u32>,
        /// The initiative.
        pub initiative_id: Option<u32>,
        /// The pool it lies inside.
        pub parent_id: Option<u32>,
        /// Short key, unique within the agreement.
        pub key: String,
        /// Title.
        pub title_da: String,
        /// What is set aside for it.
        pub amount: Option<Money> = "amount_oere",
        /// The year whose prices that is in; null where not stated or in running prices.
        pub price_level: Option<i32>,
        /// Account on the Finance Act.
        pub account: String,
        /// Ministry, agency or fund.
        pub authority: String,
        /// Who may apply.
        pub applicants_da: String,
        /// Whether a municipality can.
        pub can_apply: CanApply,
        /// Where this is known from.
        pub place: String,
        /// What is worth knowing.
        pub note_da: String,
        /// Always true: a pool read in with an agreement is not changed.
        pub own: bool,
    }
}

record! {
    /// A call a person added to any pool.
    pub struct OwnCall("call", required: title, key) {
        /// The pool.
        pub pool_id: u32,
        /// Short key, unique within the pool.
        pub key: String,
        /// Title as published.
        pub title: String,
        /// The day it was published; null where not stated.
        pub published: Option<NaiveDate>,
        /// From when one can apply; null where not stated.
        pub opens_on: Option<NaiveDate>,
        /// The last day for questions; null where not stated.
        pub questions_until: Option<NaiveDate>,
        /// When the funder is expected to answer, as far as stated.
        pub answer_expected: Option<PartialDate>,
        /// The amount announced.
        pub amount: Option<Money> = "amount_oere",
        /// First day of the project period.
        pub project_from: Option<NaiveDate>,
        /// Last day of it.
        pub project_to: Option<NaiveDate>,
        /// The period in words, where it is not two dates.
        pub project_text_da: String,
        /// Who may apply.
        pub applicants_da: String,
        /// Whether a municipality can.
        pub can_apply: CanApply,
        /// What came of it.
        pub outcome_da: String,
        /// Addresses, one per line.
        pub sources: String,
        /// Always true: a call read in with an agreement is not changed.
        pub own: bool,
    }
}

record! {
    /// A deadline of a call, as it was set; the one with the highest position is the present one.
    pub struct CallDeadline("call_deadline") {
        /// The call.
        pub call_id: u32,
        /// From 1.
        pub position: u32,
        /// The day.
        pub deadline: NaiveDate,
        /// `12:00`; null where not stated, never midnight.
        pub deadline_time: Option<String>,
        /// The day it became known; null where not stated.
        pub known_from: Option<NaiveDate>,
        /// Why it moved.
        pub note_da: String,
    }
}

record! {
    /// The administration's view of a pool on a day.
    pub struct Assessment("assessment") {
        /// The municipality.
        pub municipality_id: u32,
        /// The pool.
        pub pool_id: u32,
        /// The view.
        pub stance: Stance,
        /// Why we do not apply.
        pub reason: Option<StanceReason>,
        /// The view in words.
        pub text: String,
        /// Whose it is.
        pub author: String,
        /// The day it counts from.
        pub assessed_on: NaiveDate,
        /// What an application would cost, in whole hours.
        pub application_hours: Option<u32>,
        /// What reporting would cost, in whole hours.
        pub reporting_hours: Option<u32>,
    }
}

record! {
    /// What was chosen in the end.
    pub struct FinalChoice("final_choice") {
        /// The municipality.
        pub municipality_id: u32,
        /// The pool.
        pub pool_id: u32,
        /// The choice.
        pub choice: Choice,
        /// Why.
        pub reason: String,
        /// Who recorded it.
        pub author: String,
        /// The day it counts from.
        pub chosen_on: NaiveDate,
    }
}
