//! The screen »Frister«: every day to keep, where it comes from, what is to be said of it, and what the program has told.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::budgets::RuleOrigin;
use crate::calendar::{DayUnit, Holiday, PartialDate};
use crate::deadlines::{
    DateBasis, DateRule, Deadline, DeadlineKind, DeadlineMark, DeadlineOrigin, Flag, PlanState, PlanStep, Series,
};
use crate::error::Error;
use crate::views::Text;

/// Every day to keep of a municipality, on a day.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DeadlinesView {
    /// The day.
    pub as_of: NaiveDate,
    /// The days, soonest first, also those that have passed.
    pub items: Vec<DeadlineItem>,
    /// What cannot be kept any more, or contradicts itself: the gravest first.
    pub conflicts: Vec<Conflict>,
    /// The applications as bars of the timeline, in the order they start.
    pub bars: Vec<ApplicationBar>,
    /// Holidays, closing days and recesses from the first item to the last, at most ten years around the day.
    pub special_days: Vec<SpecialDay>,
    /// The meetings of the municipality's committees, soonest first, whether or not a case is put to them.
    pub meetings: Vec<MeetingDay>,
    /// Applications, tasks and conditions that ought to have a day and have none.
    pub undated: u32,
}

/// A meeting of a committee, as a calendar shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MeetingDay {
    /// The meeting.
    pub meeting_id: u32,
    /// Its committee.
    pub committee_id: u32,
    /// The committee's short name. Danish.
    pub committee: String,
    /// The day.
    pub on: NaiveDate,
    /// Its time of day, `16:30`; null where not stated.
    pub time: Option<String>,
    /// Outside the year's plan.
    pub extraordinary: bool,
    /// It is not held.
    pub cancelled: bool,
    /// The last day to hand in a paper, as stated or by rule; null for a meeting that is not held.
    pub paper_due: Option<NaiveDate>,
}

/// A day to keep.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DeadlineItem {
    /// What it is known by, the same as long as it exists: `application:8:final_report:`, from the four fields below.
    pub key: String,
    /// The record it belongs to.
    pub subject_table: String,
    /// Its row id.
    pub subject_id: u32,
    /// What it is.
    pub kind: DeadlineKind,
    /// Which, of several; may be empty.
    pub part: String,
    /// The step, of a back-plan.
    pub step: Option<PlanStep>,
    /// Whose it is: the title of the application, pool or case. Danish.
    pub title: String,
    /// More: a task's title, a condition, a committee. Danish, as a person wrote it; may be empty.
    pub detail: String,
    /// The day. Where only a month or a year is known, the first day of it for a start, else the last: to sort by, not to be shown.
    pub on: NaiveDate,
    /// The month or the year, where that is all that is known.
    pub partial: Option<PartialDate>,
    /// Its time of day, `12:00`; null where not stated, never midnight.
    pub time: Option<String>,
    /// Where it comes from.
    pub origin: DeadlineOrigin,
    /// The rule, source or reason in words; null where it is as it was entered.
    pub source: Option<Text>,
    /// The day the rule or the plan gives, where it is pinned elsewhere.
    pub ruled_on: Option<NaiveDate>,
    /// The day it was before, where it was moved.
    pub moved_from: Option<NaiveDate>,
    /// Calendar days to it; negative when past.
    pub days: i32,
    /// Working days to it; negative when past.
    pub working_days: i32,
    /// What is to be said of it, the gravest first; empty for what is done, put aside or ended.
    pub flags: Vec<FlagView>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// Whether nothing is to be done about it any more: its application or case is ended, it has lapsed, its result is told. It never
    /// flags.
    pub ended: bool,
    /// Put aside until this day, while that is ahead.
    pub aside_until: Option<NaiveDate>,
    /// Who it waits on; may be empty.
    pub waiting_for: String,
    /// Whose it is.
    pub person_id: Option<u32>,
    /// The department.
    pub department_id: Option<u32>,
    /// The committees.
    pub committee_ids: Vec<u32>,
    /// The application to open.
    pub application_id: Option<u32>,
    /// The pool to open, by key.
    pub pool_key: Option<String>,
    /// The case to open.
    pub case_id: Option<u32>,
    /// Whether it can be moved with a reason: it follows from a rule or a plan, or was entered.
    pub can_move: bool,
    /// Whether it can be marked as done here.
    pub can_do: bool,
    /// What a person did about it, to change.
    pub mark: Option<DeadlineMark>,
    /// What a person entered, to change; null for one that was not entered as a day.
    pub row: Option<Deadline>,
}

impl DeadlineItem {
    /// The day, as far as it is known.
    pub fn when(&self) -> PartialDate {
        self.partial.unwrap_or(PartialDate::Day(self.on))
    }

    /// Calendar days and working days to it; none from a month or a year that has begun or is over.
    pub fn left(&self) -> Option<(i32, i32)> {
        (self.partial.is_none() || self.days >= 0).then_some((self.days, self.working_days))
    }
}

/// Something to be said of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FlagView {
    /// What.
    pub flag: Flag,
    /// Why.
    pub reason: Text,
    /// What to do.
    pub action: Text,
}

/// Something that cannot be kept, or contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// What it is known by.
    pub key: String,
    /// Whose it is. Danish.
    pub title: String,
    /// How the plan stands; null where it is no plan.
    pub state: Option<PlanState>,
    /// What is wrong: »Kan ikke nå politisk behandling …«.
    pub sentence: Text,
    /// What can be done, the nearest first, each with its date.
    pub options: Vec<Text>,
    /// The day it hangs on.
    pub on: Option<NaiveDate>,
    /// The application to open.
    pub application_id: Option<u32>,
    /// The pool to open, by key.
    pub pool_key: Option<String>,
    /// The case to open.
    pub case_id: Option<u32>,
}

/// An application on the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationBar {
    /// The application.
    pub application_id: u32,
    /// Its title. Danish.
    pub title: String,
    /// Where work on it begins: the first step of its plan, else its first step taken.
    pub from: Option<NaiveDate>,
    /// Its deadline.
    pub deadline: Option<NaiveDate>,
    /// The first day of the project.
    pub period_start: Option<NaiveDate>,
    /// The last.
    pub period_end: Option<NaiveDate>,
    /// Whether those two are known to the day.
    pub exact: bool,
    /// Whether it is ended.
    pub ended: bool,
    /// Department.
    pub department_id: Option<u32>,
    /// Owner.
    pub person_id: Option<u32>,
    /// Committees.
    pub committee_ids: Vec<u32>,
}

/// A day that is not an ordinary one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SpecialDay {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// The holiday.
    pub holiday: Option<Holiday>,
    /// What it is called, where it is none. Danish, as a person wrote it, or the closing day's own name.
    pub title: Text,
    /// Whether it is a recess, in which other work goes on.
    pub recess: bool,
}

/// The next day of something in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NextDay {
    /// What it is.
    pub kind: DeadlineKind,
    /// The step, of a back-plan.
    pub step: Option<PlanStep>,
    /// The day; of a month or a year as in the list.
    pub on: NaiveDate,
    /// The month or the year, where that is all that is known.
    pub partial: Option<PartialDate>,
    /// Its time of day.
    pub time: Option<String>,
    /// Calendar days to it; negative when past.
    pub days: i32,
    /// Working days to it.
    pub working_days: i32,
    /// The gravest that is to be said of it.
    pub flag: Option<FlagView>,
}

/// A day that is elsewhere after a change than before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MovedDay {
    /// What it is known by.
    pub key: String,
    /// What it is.
    pub kind: DeadlineKind,
    /// The step, of a back-plan.
    pub step: Option<PlanStep>,
    /// Whose it is. Danish.
    pub title: String,
    /// More. Danish.
    pub detail: String,
    /// Where it was; null where it is new.
    pub from: Option<NaiveDate>,
    /// Where it is; null where it is gone.
    pub to: Option<NaiveDate>,
}

/// What a change gives that can move days: the new view, the tables that changed, and the days that moved.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Replanned<T> {
    /// The new view.
    pub view: T,
    /// The tables that changed.
    pub changed: Vec<String>,
    /// The days that are elsewhere now, soonest first.
    pub moved: Vec<MovedDay>,
}

/// A rule that days follow from, as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DateRuleView {
    /// What it is known by.
    pub key: String,
    /// What the day is.
    pub kind: DeadlineKind,
    /// In words of its own; may be empty. Danish.
    pub title: String,
    /// What it counts from.
    pub basis: DateBasis,
    /// How long after.
    pub amount: i32,
    /// Of what.
    pub unit: DayUnit,
    /// How often.
    pub series: Series,
    /// Months between.
    pub every: u32,
    /// Days of each year.
    pub days: String,
    /// Whether it holds.
    pub applies: bool,
    /// The whole rule: »Senest 3 måneder efter projektets slutning«.
    pub text: Text,
    /// Where it was set.
    pub origin: RuleOrigin,
    /// Where it stands: title of the source, its address, and what it says.
    pub source: Text,
    /// The address; may be empty.
    pub url: String,
    /// The row set here, to change or remove.
    pub row: Option<DateRule>,
}

impl DateRuleView {
    /// The rule and where it stands: »Hver 6. måned fra projektets start. Statusrapport (Forebyggelsesfonden): …«.
    pub fn whole(&self) -> Text {
        let of = |rule: &str, source: &str| match source {
            "" => rule.to_owned(),
            source => format!("{}. {source}", rule.trim_end_matches('.')),
        };
        Text::new(of(&self.text.da, &self.source.da), of(&self.text.en, &self.source.en))
    }
}

/// A change of the rules that days follow from.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DateRuleDraft {
    /// The pool, or
    pub pool_id: Option<u32>,
    /// the application it is for. Terms are made where there are none.
    pub application_id: Option<u32>,
    /// The rule; its `terms_id` is set by the program.
    pub row: DateRule,
}

/// What the program has told by notifications, so that its silence can be trusted.
#[derive(Clone, Debug, Default, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WatchView {
    /// When it last looked, UTC, as `2019-03-12T14:05:09Z`; null before the first time.
    pub last_run: Option<String>,
    /// When it looks next, UTC.
    pub next_run: Option<String>,
    /// How many days it told of when it last looked.
    pub told: u32,
    /// Why a notification could not be shown, or a calendar file not be written.
    pub problem: Option<Error>,
}

/// Whose days go into a calendar file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum CalendarScope {
    /// All of the municipality.
    All,
    /// One person's.
    Person(u32),
    /// One committee's.
    Committee(u32),
}

/// A calendar file a person keeps; refreshed when the program looks at the days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CalendarFile {
    /// Where it lies.
    pub path: String,
    /// Whose days.
    pub scope: CalendarScope,
    /// Official code of the municipality.
    pub municipality_code: String,
    /// The data file it is made from.
    pub data_file: String,
}

/// Which file it is, and its newest change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The same for a file, its copies and its backups: 16 hexadecimal digits of the SHA-256 of what its first operation was, who made it
    /// and when. Two files made by one person in the same second have the same.
    pub identity: String,
    /// The id of the newest operation; it only rises, until an earlier backup is put in the file's place.
    pub sequence: u32,
    /// When that was.
    pub at: DateTime<Utc>,
}

/// What came of writing a calendar file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CalendarWritten {
    /// Where it lies.
    pub path: String,
    /// How many entries it has.
    pub entries: u32,
    /// Those that were not in it before.
    pub added: u32,
    /// Those that were elsewhere in it before.
    pub moved: u32,
    /// Those that are called off.
    pub cancelled: u32,
}
