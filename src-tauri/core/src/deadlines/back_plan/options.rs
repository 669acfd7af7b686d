//! What can be done where no meeting can be reached any more. Every way is that of the committee that decides last; those that read the
//! case before it are named with their days.

use chrono::NaiveDate;

use crate::calendar::DayUnit;
use crate::deadlines::back_plan::readings::Reached;
use crate::deadlines::back_plan::{Setting, ToPlan, said};
use crate::deadlines::{Meeting, Way};
use crate::office::Committee;
use crate::views::{PlanOption, Text};
use crate::words::say::{Value, joined_by};

/// A case on its way through the committees after its last day has passed.
pub(super) struct Late<'a> {
    pub setting: &'a Setting<'a>,
    pub it: &'a ToPlan<'a>,
    /// The committees that read it in turn.
    pub way: &'a [&'a Committee],
    /// The meetings that leave time for what follows, where each committee has one.
    pub readings: &'a [Reached<'a>],
    /// It may have passed while the deadline has not.
    pub sending: NaiveDate,
    pub deadline: NaiveDate,
}

/// A committee's meeting on a way out.
struct Stop<'a> {
    committee: &'a Committee,
    on: NaiveDate,
    /// It has to be called.
    extraordinary: bool,
}

/// The ways out, the nearest first.
pub(super) fn options(late: &Late<'_>) -> Vec<PlanOption> {
    let Some(last) = late.way.last() else { return Vec::new() };
    let mut found: Vec<PlanOption> =
        [late.supplementary_agenda(), late.extraordinary_meeting(last)].into_iter().flatten().collect();
    found.extend([late.chairman(last), late.reservation(last)]);
    found.sort_by_key(|option| (option.on, option.way));
    found
}

impl Late<'_> {
    fn ahead(&self, committee: &Committee, from: NaiveDate) -> impl Iterator<Item = &Meeting> {
        self.setting.meetings_of(committee.id).iter().filter(move |meeting| meeting.held_on >= from)
    }

    fn in_time(&self, committee: &Committee, meeting: &Meeting) -> bool {
        self.setting.paper_due(committee, meeting) >= self.setting.as_of
    }

    fn working_day_before(&self, day: NaiveDate) -> NaiveDate {
        self.setting.meeting_step_before(day, 1, DayUnit::WorkingDays)
    }

    /// Where the meetings are still ahead, and only the days for their papers have passed.
    fn supplementary_agenda(&self) -> Option<PlanOption> {
        let as_of = self.setting.as_of;
        let (last, earlier) = self.readings.split_last()?;
        let open = || self.readings.iter().filter(|one| one.put.is_none());
        if open().any(|one| one.held_on < as_of || one.meeting.is_none()) {
            return None;
        }
        let is_late = |one: &&Reached<'_>| one.last_paper(as_of) < as_of;
        let ready = |one: &Reached<'_>| if is_late(&one) { self.working_day_before(one.held_on) } else { one.last_paper(as_of) };
        let on = open().map(ready).min()?.max(as_of);
        let meetings = listed(open().filter(is_late).map(|one| at(one.committee, one.held_on)));
        let values = [("meetings", Value::Text(meetings)), ("day", Value::Date(on))];
        let sentence = of_last(Way::SupplementaryAgenda, last.committee, Some(last.held_on), &values, &{
            earlier.iter().map(|one| at(one.committee, one.held_on)).collect::<Vec<_>>()
        });
        Some(PlanOption { way: Way::SupplementaryAgenda, on: Some(on), meeting_on: Some(last.held_on), sentence })
    }

    /// On the last day there could be one; the committees before it at their own meetings where these leave time, else called too.
    fn extraordinary_meeting(&self, last: &Committee) -> Option<PlanOption> {
        let stops = self.called();
        let called = stops.iter().filter(|stop| stop.extraordinary).map(|stop| self.working_day_before(stop.on)).min()?;
        let (held, earlier) = stops.split_last()?;
        if called < self.setting.as_of {
            return None;
        }
        let earlier: Vec<Text> = earlier.iter().map(Stop::said).collect();
        let values = [("day", Value::Date(called))];
        let sentence = of_last(Way::ExtraordinaryMeeting, last, Some(held.on), &values, &earlier);
        Some(PlanOption { way: Way::ExtraordinaryMeeting, on: Some(called), meeting_on: Some(held.on), sentence })
    }

    /// The meetings up to an extraordinary one of the last committee, first to last; those that have read the case are left out.
    fn called(&self) -> Vec<Stop<'_>> {
        let (mut by, mut further, mut stops) = (self.sending, false, Vec::new());
        for committee in self.way.iter().rev() {
            if self.it.put_to(committee.id).is_some_and(|put| put.outcome.is_some()) {
                break;
            }
            let latest = self.setting.latest_held(by, further);
            let own = self.ahead(committee, self.setting.as_of).filter(|_| further);
            let own = own.filter(|meeting| meeting.held_on <= latest && self.in_time(committee, meeting)).last();
            let on = own.map_or_else(|| self.setting.meeting_step_before(latest, 0, DayUnit::Days), |meeting| meeting.held_on);
            stops.push(Stop { committee, on, extraordinary: own.is_none() });
            (by, further) = (on, true);
        }
        stops.reverse();
        stops
    }

    /// Decided on the last day, it is told at the first meeting after that; sooner where the decision comes sooner.
    fn chairman(&self, last: &Committee) -> PlanOption {
        let as_of = self.setting.as_of;
        let by = self.sending.max(as_of).min(self.deadline.max(as_of));
        let told = by.succ_opt().and_then(|day| self.ahead(last, day).next()).map(|meeting| meeting.held_on);
        let sentence = of_last(Way::Chairman, last, told, &[("day", Value::Date(by))], &[]);
        PlanOption { way: Way::Chairman, on: Some(by), meeting_on: told, sentence }
    }

    /// The committees decide afterwards, at the first meetings that can be reached in turn.
    fn reservation(&self, last: &Committee) -> PlanOption {
        let until = self.deadline.max(self.setting.as_of);
        let turn = self.in_turn().unwrap_or_default();
        let (decides, earlier) = match turn.split_last() {
            Some((decides, earlier)) => (Some(decides.on), earlier.iter().map(Stop::said).collect()),
            None => (None, Vec::new()),
        };
        let sentence = of_last(Way::Reservation, last, decides, &[("day", Value::Date(until))], &earlier);
        PlanOption { way: Way::Reservation, on: Some(until), meeting_on: decides, sentence }
    }

    /// The first meetings whose papers can still be handed in, in turn; none where a committee has no such meeting.
    fn in_turn(&self) -> Option<Vec<Stop<'_>>> {
        let mut from = self.setting.as_of;
        let mut stops = Vec::with_capacity(self.way.len());
        for committee in self.way {
            let put = self.it.put_to(committee.id);
            let on = match put {
                Some(put) => put.held_on,
                None => self.ahead(committee, from).find(|meeting| self.in_time(committee, meeting))?.held_on,
            };
            if put.is_none_or(|put| put.outcome.is_none()) {
                stops.push(Stop { committee, on, extraordinary: false });
            }
            from = from.max(self.setting.decision_after(on, true));
        }
        Some(stops)
    }
}

impl Stop<'_> {
    fn said(&self) -> Text {
        if !self.extraordinary {
            return at(self.committee, self.on);
        }
        said("plan_option.called", &[("committee", Value::Name(&self.committee.short_name)), ("day", Value::Date(self.on))])
    }
}

/// »BIU 8. december 2026«.
fn at(committee: &Committee, on: NaiveDate) -> Text {
    said("plan_option.at", &[("committee", Value::Name(&committee.short_name)), ("day", Value::Date(on))])
}

/// »BIU 8. december 2026 og ØU 21. januar 2027«.
fn listed(items: impl IntoIterator<Item = Text>) -> Text {
    let mut items: Vec<Text> = items.into_iter().collect();
    match items.pop() {
        Some(last) if !items.is_empty() => {
            said("plan_option.and", &[("rest", Value::Text(joined_by(", ", items.into_iter()))), ("last", Value::Text(last))])
        }
        only => only.unwrap_or_default(),
    }
}

/// A way out in a sentence, with the committees that read the case before the last.
fn of_last(way: Way, last: &Committee, meeting: Option<NaiveDate>, values: &[(&str, Value<'_>)], earlier: &[Text]) -> Text {
    let mut values = values.to_vec();
    values.push(("committee", Value::Name(&last.short_name)));
    values.extend(meeting.map(|day| ("meeting", Value::Date(day))));
    let variant = match (meeting, earlier) {
        (None, _) => ".no_meeting",
        (Some(_), []) => "",
        (Some(_), _) => ".further",
    };
    values.push(("earlier", Value::Text(listed(earlier.iter().cloned()))));
    said(&format!("plan_option.{}{variant}", way.code()), &values)
}
