//! The days that follow from a meeting, and what is odd about one.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::{DayUnit, WorkCalendar, holiday, long};
use crate::deadlines::{LeadTime, Meeting, PlanStep};
use crate::office::Committee;
use crate::views::Text;
use crate::words::Language;

/// The years a day that is typed or read can lie in: what is outside is a slip of the hand (19, 20190).
pub const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// How the last day to hand in a paper is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperRule {
    /// The meeting states it.
    Stated(NaiveDate),
    /// An extraordinary meeting that states none: the working day before.
    Extraordinary,
    /// The committee's own rule.
    Committee(u32, DayUnit),
    /// The municipality's lead time.
    LeadTime(u32, DayUnit),
}

/// How the last day to hand in a paper to a committee is found, for a meeting that states one, is extraordinary, or neither.
pub fn paper_rule(committee: &Committee, stated: Option<NaiveDate>, extraordinary: bool, lead_times: &[LeadTime]) -> PaperRule {
    let (amount, unit) = lead_time(lead_times, PlanStep::Paper).unwrap_or((0, DayUnit::WorkingDays));
    match (stated, committee.paper_amount, committee.paper_unit) {
        (Some(day), _, _) => PaperRule::Stated(day),
        _ if extraordinary => PaperRule::Extraordinary,
        (None, Some(amount), Some(unit)) => PaperRule::Committee(amount, unit),
        _ => PaperRule::LeadTime(amount, unit),
    }
}

/// The day a rule gives for a meeting held on a day.
pub fn paper_by(rule: PaperRule, held_on: NaiveDate, calendar: &WorkCalendar) -> Option<NaiveDate> {
    match rule {
        PaperRule::Stated(day) => Some(day),
        PaperRule::Extraordinary => before(held_on, (1, DayUnit::WorkingDays), calendar),
        PaperRule::Committee(amount, unit) | PaperRule::LeadTime(amount, unit) => before(held_on, (amount, unit), calendar),
    }
}

/// The last day to hand in a paper: as the meeting states it, else by its committee's rule, else by the municipality's lead time; for
/// an extraordinary meeting that states none the working day before.
pub fn paper_due(
    meeting: &Meeting,
    committee: &Committee,
    lead_times: &[LeadTime],
    calendar: &WorkCalendar,
) -> Option<NaiveDate> {
    let rule = paper_rule(committee, meeting.paper_due_on, meeting.extraordinary, lead_times);
    paper_by(rule, meeting.held_on, calendar)
}

/// The day its agenda is settled: as the meeting states it, else by lead time.
pub fn agenda_meeting(meeting: &Meeting, lead_times: &[LeadTime], calendar: &WorkCalendar) -> Option<NaiveDate> {
    let rule = lead_time(lead_times, PlanStep::AgendaMeeting);
    meeting.agenda_meeting_on.or_else(|| rule.and_then(|rule| before(meeting.held_on, rule, calendar)))
}

fn lead_time(lead_times: &[LeadTime], step: PlanStep) -> Option<(u32, DayUnit)> {
    lead_times.iter().find(|one| one.step == step).map(|one| (one.amount, one.unit))
}

/// So long before a day; where that is no day for steps towards a meeting, the last one before it that is.
pub(super) fn before(day: NaiveDate, (amount, unit): (u32, DayUnit), calendar: &WorkCalendar) -> Option<NaiveDate> {
    let amount = i32::try_from(amount).ok()?;
    let mut found = calendar.add(day, -amount, unit)?;
    // A recess is a summer at most.
    for _ in 0..366 {
        if calendar.is_meeting_day(found) {
            return Some(found);
        }
        found = found.pred_opt()?;
    }
    None
}

/// What is odd about a meeting on a day. A committee may meet then all the same, so it is said and not refused.
pub fn meeting_remarks(day: NaiveDate, calendar: &WorkCalendar) -> Vec<Text> {
    let [da, en] = [Language::Da, Language::En].map(|language| long(day, language));
    let said = |odd: Text| Text { da: format!("{da} er {}.", odd.da), en: format!("{en} is {}.", odd.en) };
    oddities(day, calendar).into_iter().map(said).collect()
}

/// What is odd about a day for a meeting: »en helligdag (2. pinsedag)«.
pub fn oddities(day: NaiveDate, calendar: &WorkCalendar) -> Vec<Text> {
    let mut found = Vec::new();
    let mut say = |da: &str, en: &str| found.push(Text::new(da, en));
    if let Some(holiday) = holiday(day) {
        let [da, en] = [Language::Da, Language::En].map(|language| holiday.word(language));
        say(&format!("en helligdag ({da})"), &format!("a holiday ({en})"));
    } else {
        match day.weekday() {
            Weekday::Sat => say("en lørdag", "a Saturday"),
            Weekday::Sun => say("en søndag", "a Sunday"),
            _ => {}
        }
    }
    if calendar.is_closed(day) {
        say("en lukkedag", "a closing day");
    }
    if let Some(recess) = calendar.recess(day) {
        say(&format!("i en mødepause ({})", recess.title), &format!("in a recess ({})", recess.title));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{ClosedDays, Closing};
    use crate::deadlines::usual_lead_times;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn meeting(held_on: &str) -> Meeting {
        Meeting {
            id: 1,
            version: 1,
            committee_id: 1,
            held_on: day(held_on),
            held_time: None,
            extraordinary: false,
            cancelled: false,
            agenda_meeting_on: None,
            paper_due_on: None,
            source: String::new(),
            source_uid: String::new(),
            note: String::new(),
        }
    }

    #[test]
    fn a_paper_is_due_by_the_meeting_else_the_committee_else_the_lead_time() {
        let (calendar, lead_times) = (WorkCalendar::default(), usual_lead_times(1));
        let biu = Committee::named(1, "BIU".into(), "BIU".into());
        let due = |meeting: &Meeting, committee: &Committee| paper_due(meeting, committee, &lead_times, &calendar).unwrap();
        let march = meeting("2019-03-12");
        assert_eq!(due(&march, &biu), day("2019-02-28"), "8 working days");
        let fortnight = Committee { paper_amount: Some(14), paper_unit: Some(DayUnit::Days), ..biu.clone() };
        assert_eq!(due(&march, &fortnight), day("2019-02-26"));
        assert_eq!(due(&Meeting { paper_due_on: Some(day("2019-03-01")), ..march }, &fortnight), day("2019-03-01"));
        // 14 days before 2 May 2019 is Maundy Thursday: the paper is due on the Wednesday.
        assert_eq!(due(&meeting("2019-05-02"), &fortnight), day("2019-04-17"));
    }

    #[test]
    fn no_paper_is_due_in_a_recess() {
        let recess = Closing { title: "Sommer".into(), first: day("2019-07-01"), last: day("2019-08-04"), recess: true };
        let calendar = WorkCalendar::new(vec![recess], ClosedDays::default());
        let biu = Committee::named(1, "BIU".into(), "BIU".into());
        let due = paper_due(&meeting("2019-08-13"), &biu, &usual_lead_times(1), &calendar);
        assert_eq!(due, Some(day("2019-06-28")));
        assert_eq!(agenda_meeting(&meeting("2019-08-13"), &usual_lead_times(1), &calendar), Some(day("2019-08-05")));
    }

    #[test]
    fn an_odd_day_is_pointed_out() {
        let recess = Closing { title: "Sommer".into(), first: day("2019-06-05"), last: day("2019-06-10"), recess: true };
        let calendar = WorkCalendar::new(vec![recess], ClosedDays::default());
        let remarks = |text: &str| meeting_remarks(day(text), &calendar).into_iter().map(|it| it.da).collect::<Vec<_>>();
        assert_eq!(remarks("2019-03-12"), Vec::<String>::new());
        assert_eq!(remarks("2019-03-16"), ["16. marts 2019 er en lørdag."]);
        assert_eq!(remarks("2019-04-22"), ["22. april 2019 er en helligdag (2. påskedag)."]);
        assert_eq!(remarks("2019-06-05"), ["5. juni 2019 er en lukkedag.", "5. juni 2019 er i en mødepause (Sommer)."]);
    }
}
