//! Which meetings read a case: from the last committee back to the first, each the latest that leaves time for the next. It is one
//! paper that goes from committee to committee, each adding its recommendation.

use chrono::NaiveDate;

use crate::calendar::DayUnit;
use crate::deadlines::back_plan::steps::known_by;
use crate::deadlines::back_plan::{Put, Setting, ToPlan};
use crate::deadlines::{Meeting, PaperRule, PlanStep};
use crate::office::Committee;

/// Calendar days between two meetings of a committee, at most: it meets monthly, and no recess is as long. Over that its meetings
/// between are not entered.
pub(super) const GAP: i64 = 122;

/// Why a meeting is planned for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// It is the last possible.
    Last,
    /// A person chose it, or pinned its day.
    Chosen,
    /// The case is put to it.
    Put,
    /// No meeting is known: the last day one could be held.
    Conceivable,
}

/// A committee's reading as it is planned.
#[derive(Clone, Debug)]
pub(super) struct Reached<'a> {
    pub committee: &'a Committee,
    pub meeting: Option<&'a Meeting>,
    pub held_on: NaiveDate,
    pub why: Why,
    pub put: Option<&'a Put>,
    /// The last day for the paper as the plan has it, and how that is found.
    pub paper_ruled: NaiveDate,
    pub paper_rule: PaperRule,
    /// The day a person pinned instead, unless that is after the meeting.
    pub paper_pinned: Option<NaiveDate>,
}

impl Reached<'_> {
    /// The day for the paper in the plan.
    pub fn paper_on(&self) -> NaiveDate {
        self.paper_pinned.unwrap_or(self.paper_ruled)
    }

    /// The last day that can be said to be possible: a pinned one that lies later was agreed; one that lies earlier and has passed
    /// leaves the plan's.
    pub fn last_paper(&self, as_of: NaiveDate) -> NaiveDate {
        match self.paper_pinned {
            Some(pinned) if pinned >= as_of => pinned,
            Some(pinned) => pinned.max(self.paper_ruled),
            None => self.paper_ruled,
        }
    }
}

/// The last day the paper can be handed in: it is the same for every committee, due on the first of their days. None once the first
/// committee has it: those that follow take it over from there.
pub(super) fn last_paper(readings: &[Reached<'_>], as_of: NaiveDate) -> Option<NaiveDate> {
    readings.first().filter(|first| first.put.is_none())?;
    readings.iter().filter(|one| one.put.is_none()).map(|one| one.last_paper(as_of)).min()
}

/// A committee whose meetings are not known up to a day, where they would have to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unknown<'a> {
    pub committee: &'a Committee,
    pub up_to: NaiveDate,
}

/// How the committees can be reached.
#[derive(Clone, Debug)]
pub(super) enum Reach<'a> {
    /// Every committee has a meeting whose paper can still be handed in, or is handed in.
    Possible(Vec<Reached<'a>>),
    /// Whether one can be reached hangs on meetings that are not known.
    Unknown(Unknown<'a>),
    /// The last possible day has passed, whatever meetings there are that are not known.
    Passed {
        /// The meetings that could have been reached, where each committee had one.
        found: Vec<Reached<'a>>,
        unknown: Option<Unknown<'a>>,
    },
}

/// How a case can reach the committees in turn so that the last decides by the day it is sent.
pub(super) fn reach<'a>(setting: &Setting<'a>, it: &'a ToPlan<'a>, way: &[&'a Committee], sending: NaiveDate) -> Reach<'a> {
    let known = run(setting, it, way, sending, false);
    let in_time = |found: &[Reached<'_>]| last_paper(found, setting.as_of).is_none_or(|paper| paper >= setting.as_of);
    match known {
        Ok(found) if in_time(&found) => return Reach::Possible(found),
        Ok(found) if is_known(setting, &found, sending) => return Reach::Passed { found, unknown: None },
        _ => {}
    }
    // Where it is too late even for meetings on the last days there could be any, it is too late for every other.
    let conceivable = run(setting, it, way, sending, true).unwrap_or_default();
    let late = !in_time(&conceivable);
    let unknown = conceivable.iter().rev().find(|one| one.why == Why::Conceivable);
    let unknown = unknown.map(|one| Unknown { committee: one.committee, up_to: one.held_on });
    match (known, unknown) {
        (Ok(found), _) if late && are_near(setting, &found, sending) => Reach::Passed { found, unknown: None },
        (_, Some(unknown)) if !late => Reach::Unknown(unknown),
        (_, unknown) => Reach::Passed { found: Vec::new(), unknown },
    }
}

/// Each meeting in a plan with the last day it could be held, last committee first.
pub(super) fn with_latest<'a, 'b>(
    setting: &Setting<'_>,
    found: &'b [Reached<'a>],
    sending: NaiveDate,
) -> impl Iterator<Item = (&'b Reached<'a>, NaiveDate)> {
    let mut by = (sending, false);
    found.iter().rev().map(move |one| {
        let latest = setting.latest_held(by.0, by.1);
        by = (one.held_on, true);
        (one, latest)
    })
}

/// Whether a committee is known to meet later than each meeting in a plan, or could not: then no other can lie between.
fn is_known(setting: &Setting<'_>, found: &[Reached<'_>], sending: NaiveDate) -> bool {
    with_latest(setting, found, sending).all(|(one, latest)| covers(setting, one.committee, latest))
}

/// Whether no meeting in a plan lies so long before the last day it could be held that later ones only are not known.
fn are_near(setting: &Setting<'_>, found: &[Reached<'_>], sending: NaiveDate) -> bool {
    with_latest(setting, found, sending).all(|(one, latest)| one.why != Why::Last || (latest - one.held_on).num_days() <= GAP)
}

/// Whether a committee's meetings are known up to a day: it is known to meet on it or later, and not so long before it that its
/// meetings between only are not entered.
pub(super) fn covers(setting: &Setting<'_>, committee: &Committee, day: NaiveDate) -> bool {
    let later = setting.meetings_of(committee.id).last().is_some_and(|last| last.held_on >= day);
    later && last_by(setting, committee, day).is_none_or(|last| (day - last.held_on).num_days() <= GAP)
}

/// The last meeting of a committee that is known on or before a day.
pub(super) fn last_by<'a>(setting: &Setting<'a>, committee: &Committee, day: NaiveDate) -> Option<&'a Meeting> {
    let meetings = setting.meetings_of(committee.id);
    meetings.get(meetings.partition_point(|meeting| meeting.held_on <= day).checked_sub(1)?)
}

/// The meetings, first to last; the committee that has none in time is the error. Where `conceivable`, a committee whose meetings are
/// not known so far is taken to meet on the last day it could.
fn run<'a>(
    setting: &Setting<'a>,
    it: &'a ToPlan<'a>,
    way: &[&'a Committee],
    sending: NaiveDate,
    conceivable: bool,
) -> Result<Vec<Reached<'a>>, &'a Committee> {
    let mut found = Vec::with_capacity(way.len());
    let (mut by, mut further) = (sending, false);
    for (place, committee) in way.iter().enumerate().rev() {
        let latest = setting.latest_held(by, further);
        let reached = pick(setting, it, committee, place == 0, latest, conceivable).ok_or(*committee)?;
        (by, further) = (reached.held_on, true);
        found.push(reached);
    }
    found.reverse();
    Ok(found)
}

/// The meeting of a committee on or before the latest day: the one the case is put to, else the one a person chose, else the last.
fn pick<'a>(
    setting: &Setting<'a>,
    it: &'a ToPlan<'a>,
    committee: &'a Committee,
    first: bool,
    latest: NaiveDate,
    conceivable: bool,
) -> Option<Reached<'a>> {
    let meetings = setting.meetings_of(committee.id);
    let on = |day: NaiveDate| meetings.iter().find(|meeting| meeting.held_on == day);
    let (kind, part) = known_by(PlanStep::Paper, Some(committee.id));
    let paper_pinned = it.mark(kind, &part).and_then(|mark| mark.pinned_on);
    let reached = |meeting: Option<&'a Meeting>, held_on, why, put| {
        let (paper_ruled, paper_rule) = setting.paper(committee, held_on, meeting);
        let paper_pinned = paper_pinned.filter(|day| *day <= held_on);
        Reached { committee, meeting, held_on, why, put, paper_ruled, paper_rule, paper_pinned }
    };
    if let Some(put) = it.put_to(committee.id).filter(|put| put.held_on <= latest) {
        return Some(reached(on(put.held_on), put.held_on, Why::Put, Some(put)));
    }
    if conceivable && !covers(setting, committee, latest) {
        return Some(reached(None, setting.meeting_step_before(latest, 0, DayUnit::Days), Why::Conceivable, None));
    }
    let (kind, part) = known_by(PlanStep::Meeting, Some(committee.id));
    let pinned = it.mark(kind, &part).and_then(|mark| mark.pinned_on);
    if let Some(pinned) = pinned.filter(|day| *day <= latest) {
        return Some(reached(on(pinned), pinned, Why::Chosen, None));
    }
    let chosen = it.plan.and_then(|plan| plan.meeting_id).filter(|_| first);
    let chosen = chosen.and_then(|id| meetings.iter().find(|meeting| meeting.id == id && meeting.held_on <= latest));
    if let Some(meeting) = chosen {
        let reached = reached(Some(meeting), meeting.held_on, Why::Chosen, None);
        if reached.last_paper(setting.as_of) >= setting.as_of {
            return Some(reached);
        }
    }
    let meeting = last_by(setting, committee, latest)?;
    Some(reached(Some(meeting), meeting.held_on, Why::Last, None))
}
