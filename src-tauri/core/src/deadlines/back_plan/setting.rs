//! What every plan of a municipality is made with: its committees, their meetings, its calendar and lead times.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::calendar::{DayUnit, WorkCalendar};
use crate::deadlines::meeting_days::before;
use crate::deadlines::{LeadTime, Meeting, PaperRule, PlanStep, Reading, paper_by, paper_rule};
use crate::office::Committee;

/// What every plan of a municipality is made with, on a day.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Its committees.
    pub committees: &'a [Committee],
    /// The meetings that are held, by committee, soonest first.
    pub meetings: &'a HashMap<u32, Vec<Meeting>>,
    /// How long each step takes.
    pub lead_times: &'a [LeadTime],
    /// The days that count.
    pub calendar: &'a WorkCalendar,
    /// Working days from one committee's meeting to the next committee's, at least.
    pub between_readings: u32,
    /// The day.
    pub as_of: NaiveDate,
}

/// No search for a day walks further: a recess is shorter.
const LIMIT: usize = 400;

impl<'a> Setting<'a> {
    pub(super) fn lead(&self, step: PlanStep) -> (u32, DayUnit) {
        let found = self.lead_times.iter().find(|lead| lead.step == step);
        found.map_or((0, DayUnit::WorkingDays), |lead| (lead.amount, lead.unit))
    }

    /// The committees that read a case in turn, from the first as far as it must go. Where a committee names none that follows, the
    /// next is the municipality's first with the next reading.
    pub fn way_of(&self, first: u32, how_far: Reading) -> Vec<&'a Committee> {
        let mut way: Vec<&Committee> = Vec::new();
        let mut next = self.committees.iter().find(|committee| committee.id == first);
        while let Some(committee) = next {
            way.push(committee);
            let further = |other: &&Committee| other.reading > committee.reading && other.reading <= how_far;
            let named = self.committees.iter().filter(|other| Some(other.id) == committee.next_committee_id).find(further);
            next = named.or_else(|| self.committees.iter().filter(further).min_by_key(|other| (other.reading, other.id)));
        }
        way
    }

    pub(super) fn meetings_of(&self, committee: u32) -> &'a [Meeting] {
        self.meetings.get(&committee).map_or(&[], Vec::as_slice)
    }

    /// The last working day that leaves a step of the application its time before another day.
    pub(super) fn work_before(&self, day: NaiveDate, step: PlanStep) -> NaiveDate {
        let (amount, unit) = self.lead(step);
        self.working_day_by(self.calendar.add(day, negative(amount), unit).unwrap_or(day))
    }

    /// The day itself where people work, else the last one before.
    pub(super) fn working_day_by(&self, day: NaiveDate) -> NaiveDate {
        self.calendar.on_or_before(day, DayUnit::WorkingDays).unwrap_or(day)
    }

    /// The last day outside recesses that leaves a step towards a meeting its time before another day.
    pub(super) fn meeting_step_before(&self, day: NaiveDate, amount: u32, unit: DayUnit) -> NaiveDate {
        before(day, (amount, unit), self.calendar).unwrap_or(day)
    }

    /// How long after a meeting what rests on it goes on: the next committee's meeting where it goes further, else sending.
    pub(super) fn after_meeting(&self, further: bool) -> (u32, DayUnit) {
        if further { (self.between_readings, DayUnit::WorkingDays) } else { self.lead(PlanStep::Decision) }
    }

    /// The day the decision of a meeting is put down, so that what rests on it can go on.
    pub(super) fn decision_after(&self, held_on: NaiveDate, further: bool) -> NaiveDate {
        let (amount, unit) = self.after_meeting(further);
        let due = self.calendar.add(held_on, amount.cast_signed(), unit).unwrap_or(held_on);
        self.calendar.on_or_after(due, DayUnit::WorkingDays).unwrap_or(due)
    }

    /// The last day a meeting can be held whose decision is there by a day: that of the next committee's meeting where it goes further.
    pub(super) fn latest_held(&self, by: NaiveDate, further: bool) -> NaiveDate {
        let back = std::iter::successors(Some(by), NaiveDate::pred_opt).take(LIMIT);
        back.into_iter().find(|day| self.decision_after(*day, further) <= by).unwrap_or(by)
    }

    /// The last day to hand in a paper for a meeting on a day, and how it is found.
    pub(super) fn paper(&self, committee: &Committee, held_on: NaiveDate, meeting: Option<&Meeting>) -> (NaiveDate, PaperRule) {
        let stated = meeting.and_then(|meeting| meeting.paper_due_on);
        let rule = paper_rule(committee, stated, meeting.is_some_and(|meeting| meeting.extraordinary), self.lead_times);
        (paper_by(rule, held_on, self.calendar).unwrap_or(held_on), rule)
    }

    /// The last day to hand in a paper for a meeting.
    pub fn paper_due(&self, committee: &Committee, meeting: &Meeting) -> NaiveDate {
        self.paper(committee, meeting.held_on, Some(meeting)).0
    }

    /// The day the agenda of a meeting is settled: as it states, else by lead time, but not before the paper is due.
    pub(super) fn agenda(&self, held_on: NaiveDate, stated: Option<NaiveDate>, paper: NaiveDate) -> NaiveDate {
        let (amount, unit) = self.lead(PlanStep::AgendaMeeting);
        stated.unwrap_or_else(|| self.meeting_step_before(held_on, amount, unit)).max(paper).min(held_on.max(paper))
    }

    /// Working days from the day of the view to another.
    pub fn working_days_to(&self, day: NaiveDate) -> i32 {
        self.calendar.between(self.as_of, day, DayUnit::WorkingDays)
    }
}

fn negative(amount: u32) -> i32 {
    -amount.cast_signed()
}
