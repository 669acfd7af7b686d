//! What they do with pools.

use tilsagn_core::catalogue::CanApply;
use tilsagn_core::pools::{Choice, Stance, StanceReason};
use tilsagn_core::views::*;
use tilsagn_core::{Error, Money};

use super::TODAY;
use super::deed::{Deed, Office};
use crate::register::day;

impl Office {
    pub fn of_pools(&mut self, deed: Deed) -> Result<(), Error> {
        let (municipality, today) = (self.municipality, day(TODAY));
        match deed {
            Deed::Assess(number, stance) => {
                let stance = Stance::ALL[usize::from(stance) % Stance::ALL.len()];
                let draft = AssessmentDraft {
                    pool_id: self.pool(number, false).map(|pool| pool.id),
                    initiative_id: None,
                    stance,
                    reason: Some(StanceReason::Other).filter(|_| stance == Stance::DoNotApply),
                    text: format!("Vurdering {number}"),
                    assessed_on: None,
                    application_hours: Some(u32::from(number)),
                    reporting_hours: None,
                };
                self.store.assessment_save(&draft, municipality, today).map(drop)
            }
            Deed::Choose(number, choice) => {
                let pool_id = self.pool(number, false).map_or(0, |pool| pool.id);
                let choice = Choice::ALL[usize::from(choice) % Choice::ALL.len()];
                let draft = ChoiceDraft { pool_id, choice, reason: "Sådan".to_owned(), chosen_on: None };
                self.store.choice_save(&draft, municipality, today).map(drop)
            }
            Deed::AddPool(name) => {
                let draft = OwnPoolDraft {
                    id: 0,
                    version: 0,
                    initiative_id: None,
                    title: format!("Pulje {name}"),
                    authority: "Fonden".to_owned(),
                    amount: Some(Money::from_oere(i64::from(name) * 100)),
                    applicants: String::new(),
                    can_apply: CanApply::Yes,
                    note: String::new(),
                };
                self.store.own_pool_save(&draft, today).map(drop)
            }
            Deed::RemovePool(number) => match self.pool(number, true) {
                Some(pool) => self.store.own_pool_delete(pool.id, pool.version).map(drop),
                None => Ok(()),
            },
            Deed::SetDeadline(number, month) => {
                let Some(pool) = self.pool(number, false) else { return Ok(()) };
                let own = pool.calls.iter().find(|call| call.own);
                let draft = OwnCallDraft {
                    id: own.map_or(0, |call| call.id),
                    version: own.map_or(0, |call| call.version),
                    pool_id: pool.id,
                    title: "Opslag".to_owned(),
                    published: None,
                    opens_on: None,
                    questions_until: None,
                    answer_expected: None,
                    deadline: chrono::NaiveDate::from_ymd_opt(2019, 4 + u32::from(month), 1),
                    deadline_time: None,
                    correction: false,
                    moved_on: None,
                    moved_reason: String::new(),
                    amount: None,
                    project_from: None,
                    project_to: None,
                    applicants: String::new(),
                    can_apply: CanApply::Yes,
                    sources: String::new(),
                };
                self.store.own_call_save(&draft, today).map(drop)
            }
            _ => Ok(()),
        }
    }
}
