//! What two people may do, and the file they do it in.

use proptest::prelude::*;
use tilsagn_core::Error;
use tilsagn_core::applications::*;
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::office::{Committee, Department};
use tilsagn_core::store::Store;
use tilsagn_core::views::*;

use super::{PEOPLE, TODAY};
use crate::register::day;

/// What someone does; the numbers pick a record, a name, a way to go on.
#[derive(Clone, Copy, Debug)]
pub enum Deed {
    Assess(u8, u8),
    Choose(u8, u8),
    AddPool(u8),
    RemovePool(u8),
    SetDeadline(u8, u8),
    AddDepartment(u8),
    AddCommittee(u8),
    RemoveDepartment(u8),
    SaveView(u8, u8),
    Apply(u8, u8),
    Copy(u8),
    Look(u8),
    SaveWhatWasSeen(u8),
    Quick(u8, u8),
    Advance(u8, u8),
    StepBack(u8),
    AddPart(u8, u8),
    ChangePart(u8, u8),
    RemovePart(u8, u8),
    Remove(u8),
    PutCase(u8, u8),
    ChangeCase(u8, u8),
    Decide(u8, u8),
    RemoveCase(u8),
    Budget(u8, u8),
    TypeIn(u8, u8),
    Lines(u8, u8),
    Freeze(u8, u8),
    Money(u8, u8),
    Effect(u8, u8),
    Meet(u8, u8),
    Day(u8, u8),
    Plan(u8, u8),
    Undo,
    Redo,
}

pub fn deed() -> impl Strategy<Value = Deed> {
    let one = 0..6u8;
    let two = (0..6u8, 0..6u8);
    prop_oneof![
        2 => two.clone().prop_map(|(a, b)| Deed::Assess(a, b)),
        1 => two.clone().prop_map(|(a, b)| Deed::Choose(a, b)),
        1 => one.clone().prop_map(Deed::AddPool),
        1 => one.clone().prop_map(Deed::RemovePool),
        1 => two.clone().prop_map(|(a, b)| Deed::SetDeadline(a, b)),
        1 => one.clone().prop_map(Deed::AddDepartment),
        1 => one.clone().prop_map(Deed::AddCommittee),
        1 => one.clone().prop_map(Deed::RemoveDepartment),
        1 => two.clone().prop_map(|(a, b)| Deed::SaveView(a, b)),
        4 => two.clone().prop_map(|(a, b)| Deed::Apply(a, b)),
        1 => one.clone().prop_map(Deed::Copy),
        3 => one.clone().prop_map(Deed::Look),
        4 => one.clone().prop_map(Deed::SaveWhatWasSeen),
        3 => two.clone().prop_map(|(a, b)| Deed::Quick(a, b)),
        3 => two.clone().prop_map(|(a, b)| Deed::Advance(a, b)),
        1 => one.clone().prop_map(Deed::StepBack),
        4 => two.clone().prop_map(|(a, b)| Deed::AddPart(a, b)),
        2 => two.clone().prop_map(|(a, b)| Deed::ChangePart(a, b)),
        2 => two.clone().prop_map(|(a, b)| Deed::RemovePart(a, b)),
        1 => one.clone().prop_map(Deed::Remove),
        3 => two.clone().prop_map(|(a, b)| Deed::PutCase(a, b)),
        2 => two.clone().prop_map(|(a, b)| Deed::ChangeCase(a, b)),
        2 => two.clone().prop_map(|(a, b)| Deed::Decide(a, b)),
        3 => two.clone().prop_map(|(a, b)| Deed::Budget(a, b)),
        5 => two.clone().prop_map(|(a, b)| Deed::TypeIn(a, b)),
        3 => two.clone().prop_map(|(a, b)| Deed::Lines(a, b)),
        4 => two.clone().prop_map(|(a, b)| Deed::Freeze(a, b)),
        3 => two.clone().prop_map(|(a, b)| Deed::Money(a, b)),
        2 => two.clone().prop_map(|(a, b)| Deed::Effect(a, b)),
        3 => two.clone().prop_map(|(a, b)| Deed::Meet(a, b)),
        5 => two.clone().prop_map(|(a, b)| Deed::Day(a, b)),
        3 => two.prop_map(|(a, b)| Deed::Plan(a, b)),
        1 => one.prop_map(Deed::RemoveCase),
        4 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
    ]
}

/// The file two people work in, and what each has on the screen.
pub struct Office {
    pub store: Store,
    pub municipality: u32,
    pub seen: [Option<Application>; 2],
}

/// The one of a list that a number picks.
pub fn pick<T: Clone>(list: &[T], number: u8) -> Option<T> {
    if list.is_empty() { None } else { list.get(usize::from(number) % list.len()).cloned() }
}

impl Office {
    pub fn application(&self, number: u8) -> Option<ApplicationView> {
        let list = self.store.applications(self.municipality, day(TODAY)).unwrap().applications;
        pick(&list, number).map(|row| self.store.application(row.id, day(TODAY)).unwrap())
    }

    pub fn case(&self, number: u8) -> Option<CaseView> {
        let list = self.store.cases(self.municipality, day(TODAY)).unwrap().cases;
        pick(&list, number).map(|row| self.store.committee_case(row.id, day(TODAY)).unwrap())
    }

    pub fn pool(&self, number: u8, own: bool) -> Option<PoolView> {
        let pools = self.store.pools(None, day(TODAY), None).unwrap().pools;
        let pools: Vec<PoolView> = pools.into_iter().filter(|pool| pool.own || !own).collect();
        // The newest first, so that own ones are among those picked.
        pick(&pools.into_iter().rev().collect::<Vec<_>>(), number)
    }

    pub fn part(&mut self, part: ApplicationPart) -> Result<(), Error> {
        self.store.application_part_save(&part, day(TODAY)).map(drop)
    }

    /// Does it. Where there is nothing to do it to, nothing is done.
    pub fn does(&mut self, who: usize, deed: Deed) -> Result<(), Error> {
        let (municipality, today) = (self.municipality, day(TODAY));
        self.store.act_as(PEOPLE[who]);
        match deed {
            Deed::Undo => self.store.undo().map(drop),
            Deed::Redo => self.store.redo().map(drop),
            Deed::Look(number) => {
                self.seen[who] = self.application(number).map(|view| view.application);
                Ok(())
            }
            Deed::SaveWhatWasSeen(number) => match self.seen[who].clone() {
                Some(seen) => {
                    let purpose = format!("Formål {number} af {who}");
                    self.store.application_save(&Application { purpose, ..seen }, today).map(drop)
                }
                None => Ok(()),
            },
            Deed::Assess(..) | Deed::Choose(..) | Deed::AddPool(_) | Deed::RemovePool(_) | Deed::SetDeadline(..) => {
                self.of_pools(deed)
            }
            Deed::PutCase(..) | Deed::ChangeCase(..) | Deed::Decide(..) | Deed::RemoveCase(_) => self.of_cases(deed),
            Deed::Money(number, how) => self.of_money(number, how),
            Deed::Effect(number, how) => self.of_effect(number, how),
            Deed::Meet(number, how) => self.of_meetings(number, how),
            Deed::Day(number, how) => self.of_days(number, how),
            Deed::Plan(number, how) => self.of_plans(number, how),
            Deed::Budget(..) | Deed::TypeIn(..) | Deed::Lines(..) | Deed::Freeze(..) => self.of_budgets(deed),
            Deed::AddDepartment(name) => {
                let name = format!("Afdeling {name}");
                let row = Department { id: 0, version: 0, municipality_id: municipality, name, short_name: String::new() };
                self.store.office_save(&OfficePart::Department(row)).map(drop)
            }
            Deed::AddCommittee(name) => {
                let row = Committee::named(municipality, format!("Udvalg {name}"), format!("U{name}"));
                self.store.office_save(&OfficePart::Committee(row)).map(drop)
            }
            Deed::RemoveDepartment(number) => match pick(&self.store.office(municipality)?.departments, number) {
                Some(row) => self.store.office_delete(OfficePartKind::Department, row.id, row.version).map(drop),
                None => Ok(()),
            },
            Deed::SaveView(name, definition) => {
                let (screen, name) = ("pools".to_owned(), format!("Visning {name}"));
                let there = self.store.saved_views(&screen)?.into_iter().find(|view| view.name == name);
                let (id, version) = there.map_or((0, 0), |view| (view.id, view.version));
                let definition = format!("{{\"n\":{definition}}}");
                self.store.saved_view_save(&SavedView { id, version, screen, name, definition }).map(drop)
            }
            Deed::Apply(number, pool) => {
                let office = self.store.office(municipality)?;
                let draft = ApplicationDraft {
                    pool_id: self.pool(pool, false).filter(|_| pool % 2 == 0).map(|pool| pool.id),
                    funder: "Fonden".to_owned(),
                    copy_of: None,
                    title: format!("Ansøgning {number}"),
                    stage: [Stage::Idea, Stage::Drafting, Stage::Submitted][usize::from(number) % 3],
                    taken_on: Some(PartialDate::Year(2018)),
                    department_id: pick(&office.departments, number).map(|row| row.id),
                    owner_id: None,
                    committee_ids: pick(&office.committees, number).map(|row| row.id).into_iter().collect(),
                };
                self.store.application_create(&draft, municipality, today).map(drop)
            }
            _ => self.of_application(deed),
        }
    }
}
