//! What they do with applications and their parts.

use tilsagn_core::applications::*;
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::views::*;
use tilsagn_core::{Error, Money};

use super::TODAY;
use super::deed::{Deed, Office, pick};
use crate::register::day;

impl Office {
    pub fn of_application(&mut self, deed: Deed) -> Result<(), Error> {
        let today = day(TODAY);
        let number = match deed {
            Deed::Copy(number) | Deed::StepBack(number) | Deed::Remove(number) => number,
            Deed::Quick(number, _) | Deed::Advance(number, _) | Deed::AddPart(number, _) => number,
            Deed::ChangePart(number, _) | Deed::RemovePart(number, _) => number,
            _ => return Ok(()),
        };
        let Some(view) = self.application(number) else { return Ok(()) };
        let (id, version, title) = (view.application.id, view.application.version, view.application.title.clone());
        match deed {
            Deed::Copy(_) => {
                let draft = ApplicationDraft {
                    pool_id: None,
                    funder: String::new(),
                    copy_of: Some(id),
                    title: format!("Kopi af {title}").chars().take(40).collect(),
                    stage: Stage::Idea,
                    taken_on: Some(PartialDate::Day(today)),
                    department_id: None,
                    owner_id: None,
                    committee_ids: Vec::new(),
                };
                self.store.application_create(&draft, self.municipality, today).map(drop)
            }
            Deed::Quick(_, amount) => {
                let requested = Some(Money::from_oere(i64::from(amount) * 100));
                let department_id = view.application.department_id;
                let change =
                    QuickChange { id, version, title: format!("Rettet {amount}"), owner_id: None, department_id, requested };
                self.store.application_quick_save(&change, today).map(drop)
            }
            Deed::Advance(_, to) => {
                let Some(next) = pick(&view.next, to) else { return Ok(()) };
                let due_on = Some(today);
                let step = StepDraft {
                    application_id: id,
                    version,
                    stage: next.stage,
                    taken_on: Some(PartialDate::Day(today)),
                    taken_time: Some("12:00".to_owned()),
                    reason: "Derfor".to_owned(),
                    journalised: true,
                    record_number: "19/1".to_owned(),
                    requested: Some(Money::from_oere(500_000)),
                    awarded: Some(Money::from_oere(400_000)),
                    funder_reference: String::new(),
                    conditions: vec![ConditionDraft { text: "Regnskab".to_owned(), due_on }],
                };
                self.store.application_advance(&step, today).map(drop)
            }
            Deed::StepBack(_) => self.store.application_step_back(id, version, "En fejl", today).map(drop),
            Deed::Remove(_) => self.store.application_delete(id, version).map(drop),
            Deed::AddPart(_, kind) => self.part(new_part(id, kind)),
            Deed::ChangePart(_, kind) => match changed_part(&view, kind) {
                Some(part) => self.part(part),
                None => Ok(()),
            },
            Deed::RemovePart(_, kind) => {
                let found = match kind % 3 {
                    0 => view.notes.first().map(|row| (ApplicationPartKind::Note, row.id, row.version)),
                    1 => view.tasks.first().map(|row| (ApplicationPartKind::Task, row.id, row.version)),
                    _ => view.appropriation_row.as_ref().map(|row| (ApplicationPartKind::Appropriation, row.id, row.version)),
                };
                match found {
                    Some((kind, id, version)) => self.store.application_part_delete(kind, id, version, today).map(drop),
                    None => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }
}

fn new_part(application_id: u32, kind: u8) -> ApplicationPart {
    let (id, version, text) = (0, 0, format!("Del {kind}"));
    match kind {
        0 => {
            let (author, written_on) = (String::new(), day(TODAY));
            ApplicationPart::Note(ApplicationNote { id, version, application_id, text, author, written_on })
        }
        1 => {
            let (person_id, waiting_for, due_on, done_on) = (None, "STAR".to_owned(), Some(day("2019-03-01")), None);
            ApplicationPart::Task(ApplicationTask {
                id,
                version,
                application_id,
                title: text,
                person_id,
                waiting_for,
                due_on,
                done_on,
            })
        }
        2 => {
            let (part, requested, awarded) = (String::new(), Some(Money::from_oere(100)), None);
            let row = ApplicationPartner { id, version, application_id, name: text, part, requested, awarded, liable: true };
            ApplicationPart::Partner(row)
        }
        3 => {
            let (kind, case_number) = (AppropriationKind::Supplementary, String::new());
            let (committee_on, finance_committee_on, granted_on, note) = (None, None, None, text);
            let row = Appropriation {
                id,
                version,
                application_id,
                kind,
                committee_on,
                finance_committee_on,
                granted_on,
                case_number,
                note,
            };
            ApplicationPart::Appropriation(row)
        }
        4 => {
            let (position, starts, ends, done_on) = (0, None, None, None);
            ApplicationPart::Milestone(ApplicationMilestone {
                id,
                version,
                application_id,
                position,
                title: text,
                starts,
                ends,
                done_on,
            })
        }
        _ => {
            let row = ChecklistItem { id, version, application_id, position: 0, title: text, required: true, document_id: None };
            ApplicationPart::Checklist(row)
        }
    }
}

fn changed_part(view: &ApplicationView, kind: u8) -> Option<ApplicationPart> {
    let text = format!("Rettet {kind}");
    match kind % 3 {
        0 => view.notes.first().map(|row| ApplicationPart::Note(ApplicationNote { text, ..row.clone() })),
        1 => view.tasks.first().map(|row| ApplicationPart::Task(ApplicationTask { done_on: Some(day(TODAY)), ..row.clone() })),
        _ => view.milestones.first().map(|row| ApplicationPart::Milestone(ApplicationMilestone { title: text, ..row.clone() })),
    }
}
