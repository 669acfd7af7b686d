//! The plan backwards from a deadline to the committees.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::deadlines::{Chain, DeadlineKind, Meeting, Plan, PlanState, PlanStep, Way};
use crate::views::{DeadlineItem, FlagView, MovedDay, Text};

/// An application's plan.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// The application.
    pub application_id: u32,
    /// Its title. Danish.
    pub title: String,
    /// The day.
    pub as_of: NaiveDate,
    /// What is settled of it; id 0 while nothing is.
    pub plan: Plan,
    /// How it stands.
    pub state: PlanState,
    /// That in a sentence with its dates: »Sag skal afleveres 26. marts 2019 (10 arbejdsdage)«.
    pub sentence: Text,
    /// The deadline it is planned from.
    pub deadline: Option<NaiveDate>,
    /// Its time of day.
    pub deadline_time: Option<String>,
    /// The committee that reads it first.
    pub committee_id: Option<u32>,
    /// The meeting planned for.
    pub meeting: Option<Meeting>,
    /// The last day to hand in the paper for it.
    pub paper_due: Option<NaiveDate>,
    /// Working days from the day of the view to that.
    pub working_days: Option<i32>,
    /// The steps of both chains, each chain in the order of its days.
    pub steps: Vec<PlanStepView>,
    /// Working days from the day of the view to the first step that is not done: how long one can wait. Below 0 where its day has passed,
    /// null where nothing is to be done.
    pub slack: Option<i32>,
    /// What can be done where no meeting can be reached, the nearest first.
    pub options: Vec<PlanOption>,
    /// What else cannot be kept as it is planned: a step moved past what it must come before, a hearing that is not sent out.
    pub conflicts: Vec<PlanConflict>,
    /// The meetings of the first committee to choose from, soonest first, from the day of the view to the deadline.
    pub meetings: Vec<MeetingChoice>,
    /// Where days stood under the earlier deadline, where it was moved.
    pub moved: Vec<MovedDay>,
    /// What else is to be said: a decision that fell after the project began, a meeting on a holiday.
    pub remarks: Vec<Text>,
}

/// A step of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PlanStepView {
    /// The same as the day in »Frister«: its key, where it comes from, its flags, its mark.
    pub item: DeadlineItem,
    /// The step.
    pub step: PlanStep,
    /// Its chain.
    pub chain: Chain,
    /// The committee's short name, of a step towards a meeting. Danish.
    pub committee: String,
    /// Working days it could be later and leave what follows its time; 0 where it is tight, below 0 where a person moved it past that.
    pub slack: i32,
    /// Why it is that day: »2 arbejdsdage før underskrift«.
    pub reason: Text,
}

/// What can be done where no meeting can be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PlanOption {
    /// What.
    pub way: Way,
    /// The day it can be done, or must be done at the latest.
    pub on: Option<NaiveDate>,
    /// The committee's next meeting, which is told or decides afterwards.
    pub meeting_on: Option<NaiveDate>,
    /// In a sentence, with its dates and what it does not give.
    pub sentence: Text,
}

/// Something of a plan that cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PlanConflict {
    /// The step's code, and `:` and the committee's id of one that each reading has.
    pub part: String,
    /// What is wrong.
    pub sentence: Text,
    /// What can be done.
    pub options: Vec<Text>,
}

/// A meeting to plan for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MeetingChoice {
    /// The meeting.
    pub meeting_id: u32,
    /// Its day.
    pub held_on: NaiveDate,
    /// The last day to hand in the paper.
    pub paper_due: NaiveDate,
    /// Working days to that; negative when past.
    pub working_days: i32,
    /// Whether a decision there leaves time for what follows.
    pub in_time: bool,
}

/// The last meeting of a committee before a call's deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CallPlan {
    /// The committee.
    pub committee_id: u32,
    /// Its short name. Danish.
    pub committee: String,
    /// How a plan would stand.
    pub state: PlanState,
    /// The last possible meeting.
    pub meeting_on: Option<NaiveDate>,
    /// The last day to hand in a paper for it.
    pub paper_due: Option<NaiveDate>,
    /// Working days to that; negative when past.
    pub working_days: Option<i32>,
    /// In a sentence: »Sidste mulige udvalgsmøde: 12. marts 2019 (BIU). Sag skal afleveres 26. februar (8 arbejdsdage)«.
    pub sentence: Text,
}

/// The choice of one of the ways out.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WayChoice {
    /// The application.
    pub application_id: u32,
    /// The way; null takes the choice back.
    pub way: Option<Way>,
    /// Why.
    pub reason: String,
}

/// What is near or wrong, for a notification.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    /// What it is known by.
    pub key: String,
    /// What it is.
    pub kind: DeadlineKind,
    /// The step, of a back-plan.
    pub step: Option<PlanStep>,
    /// Whose it is.
    pub title: String,
    /// What is to be said.
    pub flag: FlagView,
}
