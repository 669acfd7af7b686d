//! What they do with meetings, days to keep, plans and coming cases.

use tilsagn_core::Error;
use tilsagn_core::deadlines::*;
use tilsagn_core::views::*;

use super::TODAY;
use super::deed::{Office, pick};
use crate::deadline_marks::mark;
use crate::meetings::meeting;
use crate::register::day;

impl Office {
    pub fn of_meetings(&mut self, number: u8, how: u8) -> Result<(), Error> {
        let today = day(TODAY);
        let Some(of) = pick(&self.store.meetings(self.municipality)?.committees, number) else { return Ok(()) };
        let row = match (how, pick(&of.meetings, number)) {
            (0, Some(held)) => return self.store.meeting_delete(held.meeting.id, held.meeting.version).map(drop),
            (1 | 2, Some(held)) => {
                Meeting { held_on: day(&format!("2019-05-{:02}", number + 10)), cancelled: how == 2, ..held.meeting }
            }
            _ => meeting(of.committee.id, &format!("2019-04-{:02}", number + 10)),
        };
        self.store.meeting_save(&row, today).map(drop)
    }

    pub fn of_days(&mut self, number: u8, how: u8) -> Result<(), Error> {
        let today = day(TODAY);
        let Some(view) = self.application(number) else { return Ok(()) };
        let application_id = view.application.id;
        let items = self.store.deadlines(self.municipality, today)?.items;
        let own: Vec<DeadlineItem> = items.iter().filter(|item| item.application_id == Some(application_id)).cloned().collect();
        match (how, own.iter().find_map(|item| item.row.clone()), pick(&own, number)) {
            (0, Some(row), _) => self.store.deadline_delete(row.id, row.version).map(drop),
            (1, Some(row), _) => {
                let due_on = day(&format!("2019-06-{:02}", number + 1));
                self.store.deadline_save(&Deadline { due_on, moved_reason: "Rykket".to_owned(), ..row }, today).map(drop)
            }
            (2 | 3, _, Some(item)) => self.mark(&item, how == 2),
            _ => {
                let due_on = day(&format!("2019-07-{:02}", number + 1));
                let kind = DeadlineKind::StatusReport;
                self.store.deadline_save(&crate::deadlines::entered(application_id, kind, &due_on.to_string()), today).map(drop)
            }
        }
    }

    /// Puts a day aside, or takes it up again.
    fn mark(&mut self, item: &DeadlineItem, aside: bool) -> Result<(), Error> {
        let mark = mark(item, self.municipality);
        let (aside_until, aside_reason) =
            if aside { (Some(day("2019-03-20")), "Ferie".to_owned()) } else { (None, String::new()) };
        self.store.deadline_mark_save(&DeadlineMark { aside_until, aside_reason, ..mark }, day(TODAY)).map(drop)
    }

    pub fn of_plans(&mut self, number: u8, how: u8) -> Result<(), Error> {
        let today = day(TODAY);
        let Some(view) = self.application(number) else { return Ok(()) };
        let application_id = view.application.id;
        let plan = self.store.plan(application_id, today)?.plan;
        match how {
            0 | 1 => self.store.plan_save(&Plan { hearing_staff: how == 0, ..plan }, today).map(drop),
            2..=4 => {
                let way = [Some(Way::Chairman), Some(Way::Reservation), None][usize::from(how) - 2];
                let choice = WayChoice { application_id, way, reason: "For sent".to_owned() };
                self.store.plan_choose_way(&choice, today).map(drop)
            }
            _ => self.drop_a_case(number),
        }
    }

    /// Drops a coming case.
    fn drop_a_case(&mut self, number: u8) -> Result<(), Error> {
        let today = day(TODAY);
        let coming = self.store.coming(self.municipality, None, today)?;
        let typed = |case: &ComingCase| case.row.clone();
        let rows: Vec<PlannedCase> =
            coming.committees.iter().flat_map(|of| of.meetings.iter().flat_map(|at| &at.cases).filter_map(typed)).collect();
        let Some(row) = pick(&rows, number) else { return Ok(()) };
        let (dropped, reason) = (true, "Bortfaldet".to_owned());
        self.store.planned_case_save(&PlannedCase { dropped, reason, ..row }, today).map(drop)
    }
}
