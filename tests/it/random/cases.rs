//! What they do with committee cases.

use std::collections::BTreeSet;

use tilsagn_core::Error;
use tilsagn_core::committee::*;
use tilsagn_core::views::*;

use super::TODAY;
use super::deed::{Deed, Office, pick};
use crate::register::day;

impl Office {
    pub fn of_cases(&mut self, deed: Deed) -> Result<(), Error> {
        let today = day(TODAY);
        match deed {
            Deed::PutCase(number, pools) => {
                let committee = pick(&self.store.office(self.municipality)?.committees, number);
                let pools: BTreeSet<u32> =
                    (0..=pools % 3).filter_map(|pool| self.pool(pool, false)).map(|pool| pool.id).collect();
                let draft = CaseDraft {
                    title: format!("Sag {number}"),
                    kind: CaseKind::Decision,
                    case_number: String::new(),
                    meeting_date: committee.as_ref().map(|_| today),
                    committee_id: committee.map(|row| row.id),
                    item_number: String::new(),
                    pools: pools.into_iter().collect(),
                    applications: Vec::new(),
                    condition: if number % 2 == 0 { "hvis relevant".to_owned() } else { String::new() },
                };
                self.store.case_create(&draft, self.municipality, today).map(drop)
            }
            Deed::ChangeCase(number, kind) => {
                let Some(view) = self.case(number) else { return Ok(()) };
                let committee_case_id = view.committee_case.id;
                let text = format!("Tekst {kind}");
                let part = match kind % 3 {
                    0 => {
                        let summary = text;
                        return self.store.case_save(&CommitteeCase { summary, ..view.committee_case }, today).map(drop);
                    }
                    1 => {
                        let (position, condition) = (u32::from(kind), String::new());
                        let row = CasePoint {
                            id: 0,
                            version: 0,
                            committee_case_id,
                            parent_id: None,
                            position,
                            text,
                            condition,
                            drafted: false,
                        };
                        CasePart::Point(row)
                    }
                    _ => {
                        let report = String::new();
                        CasePart::FollowUp(FollowUp {
                            id: 0,
                            version: 0,
                            committee_case_id,
                            text,
                            due_on: None,
                            reported_on: None,
                            report,
                        })
                    }
                };
                self.store.case_part_save(&part, today).map(drop)
            }
            Deed::Decide(number, outcome) => {
                let Some(view) = self.case(number) else { return Ok(()) };
                let Some(reading) = view.readings.first().map(|reading| reading.reading.clone()) else { return Ok(()) };
                let outcome = Outcome::ALL[usize::from(outcome) % Outcome::ALL.len()];
                let decisions = view.points.iter().map(|point| PointDecision {
                    id: 0,
                    version: 0,
                    case_reading_id: reading.id,
                    case_point_id: point.point.id,
                    outcome,
                    text: String::new(),
                });
                let pools = view.points.iter().flat_map(|point| &point.subjects).filter_map(|subject| subject.subject.pool_id);
                let draft = DecisionDraft { decisions: decisions.collect(), applications_for: pools.take(1).collect(), reading };
                self.store.case_decide(&draft, today).map(drop)
            }
            Deed::RemoveCase(number) => match self.case(number) {
                Some(view) => self.store.case_delete(view.committee_case.id, view.committee_case.version).map(drop),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }
}
