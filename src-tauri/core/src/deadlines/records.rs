//! Meetings, closing days, lead times, and what a person enters of days and plans.

use chrono::NaiveDate;

use crate::calendar::DayUnit;
use crate::deadlines::{DateBasis, DeadlineKind, PlanStep, PlannedKind, Reading, Series, Way};
use crate::record::record;

record! {
    /// A meeting of a committee.
    pub struct Meeting("meeting") {
        /// The committee.
        pub committee_id: u32,
        /// The day.
        pub held_on: NaiveDate,
        /// Its time of day, `16:30`; null where not stated.
        pub held_time: Option<String>,
        /// Outside the year's plan.
        pub extraordinary: bool,
        /// It is not held.
        pub cancelled: bool,
        /// The day its agenda is settled, where that is given; else by lead time.
        pub agenda_meeting_on: Option<NaiveDate>,
        /// The last day to hand in a paper, where that is given; else by the committee's rule.
        pub paper_due_on: Option<NaiveDate>,
        /// Where it is known from.
        pub source: String,
        /// Of the calendar entry it was read from; may be empty.
        pub source_uid: String,
        /// In words.
        pub note: String,
    }
}

record! {
    /// Days that do not count.
    pub struct ClosingDay("closing_day", required: title) {
        /// The municipality.
        pub municipality_id: u32,
        /// What it is called.
        pub title: String,
        /// First day.
        pub first_day: NaiveDate,
        /// Last day.
        pub last_day: NaiveDate,
        /// No meetings and no step towards one; other work goes on.
        pub recess: bool,
    }
}

record! {
    /// How long a step of a back-plan takes before the one that follows it.
    pub struct LeadTime("lead_time") {
        /// The municipality.
        pub municipality_id: u32,
        /// The step.
        pub step: PlanStep,
        /// How many.
        pub amount: u32,
        /// Of what.
        pub unit: DayUnit,
    }
}

record! {
    /// A day of an application that a person entered.
    pub struct Deadline("deadline") {
        /// The application.
        pub application_id: u32,
        /// What it is.
        pub kind: DeadlineKind,
        /// In words; may be empty.
        pub title: String,
        /// The day.
        pub due_on: NaiveDate,
        /// Its time of day, `12:00`; null where not stated, never midnight.
        pub due_time: Option<String>,
        /// The day it was before. Kept by the program.
        pub moved_from: Option<NaiveDate>,
        /// When that was changed. Kept by the program.
        pub moved_on: Option<NaiveDate>,
        /// Why.
        pub moved_reason: String,
        /// Whose it is, where not the owner's.
        pub person_id: Option<u32>,
        /// Where it stands.
        pub source: String,
        /// The document it stands in.
        pub document_id: Option<u32>,
        /// When it was done.
        pub done_on: Option<NaiveDate>,
        /// In words.
        pub note: String,
    }
}

record! {
    /// A rule that days follow from.
    pub struct DateRule("date_rule", required: reason) {
        /// The terms of a pool or an application.
        pub terms_id: u32,
        /// The preset's rule it takes the place of, or its own.
        pub key: String,
        /// Whether it holds; where not, neither does the preset's.
        pub applies: bool,
        /// What the day is.
        pub kind: DeadlineKind,
        /// In words; may be empty.
        pub title: String,
        /// What it counts from.
        pub basis: DateBasis,
        /// How long after; below 0 before.
        pub amount: i32,
        /// Of what.
        pub unit: DayUnit,
        /// How often.
        pub series: Series,
        /// Months between, of a series of months.
        pub every: u32,
        /// `MM-DD` of each year, apart by blanks, of a series of dates.
        pub days: String,
        /// Why, or where it stands.
        pub reason: String,
    }
}

record! {
    /// What a person did about a day, wherever it comes from.
    pub struct DeadlineMark("deadline_mark") {
        /// The municipality.
        pub municipality_id: u32,
        /// The record the day belongs to.
        pub subject_table: String,
        /// Its row id.
        pub subject_id: u32,
        /// What the day is.
        pub kind: DeadlineKind,
        /// Which, of several; may be empty.
        pub part: String,
        /// The day it is moved to.
        pub pinned_on: Option<NaiveDate>,
        /// Why.
        pub pinned_reason: String,
        /// When it was done.
        pub done_on: Option<NaiveDate>,
        /// Not flagged before this day.
        pub aside_until: Option<NaiveDate>,
        /// Why.
        pub aside_reason: String,
        /// Who it waits on; empty where nobody.
        pub waiting_for: String,
    }
}

record! {
    /// What is settled of an application's back-plan.
    pub struct Plan("plan") {
        /// The application.
        pub application_id: u32,
        /// The committee that reads it first; null: the application's first.
        pub committee_id: Option<u32>,
        /// How far it must go.
        pub reading: Reading,
        /// The meeting of the first committee; null: the last possible.
        pub meeting_id: Option<u32>,
        /// Ældreråd is heard.
        pub hearing_elderly: bool,
        /// Handicapråd is.
        pub hearing_disability: bool,
        /// MED is.
        pub hearing_staff: bool,
        /// The way chosen where no meeting is reached.
        pub way: Option<Way>,
        /// Why.
        pub way_reason: String,
        /// In words.
        pub note: String,
    }
}

record! {
    /// A case planned for a meeting that a person entered, or moved or dropped.
    pub struct PlannedCase("planned_case", required: title) {
        /// The committee.
        pub committee_id: u32,
        /// The meeting; null: the first after the day below.
        pub meeting_id: Option<u32>,
        /// The first meeting after it, while that is not known.
        pub after_on: Option<NaiveDate>,
        /// What it is about.
        pub title: String,
        /// What it is.
        pub kind: PlannedKind,
        /// The application.
        pub application_id: Option<u32>,
        /// The case.
        pub committee_case_id: Option<u32>,
        /// The key of the case that follows from data and is moved or dropped here; may be empty.
        pub replaces: String,
        /// The meeting it was planned for.
        pub moved_from: Option<NaiveDate>,
        /// It is not coming.
        pub dropped: bool,
        /// Why it was moved or dropped.
        pub reason: String,
        /// Where it is known from.
        pub source: String,
        /// In words.
        pub note: String,
    }
}
