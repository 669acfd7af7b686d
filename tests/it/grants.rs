//! A municipality at work: a data file with the built-in agreement, an office, and applications to work on.

use std::path::PathBuf;

use tilsagn_core::applications::{Application, Stage};
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::office::{Committee, Department, Person, PersonRole};
use tilsagn_core::store::Store;
use tilsagn_core::views::{ApplicationDraft, ApplicationView, OfficePart, OpenMode, StepDraft};
use tilsagn_core::{Error, Money};

use crate::desk::Desk;
use crate::filled::{filled, whole};
use crate::register::day;

/// A desk with this version's tables, and the ids of the office in its file.
pub struct Grants {
    pub desk: Desk,
    pub lyngby: u32,
    pub department: u32,
    pub committee: u32,
    pub owner: u32,
}

/// Lyngby-Taarbæk with one department, committee and person; the store is open for writing.
pub fn grants() -> (Grants, Store) {
    let (desk, mut store) = filled();
    let lyngby = store.municipality_named("173").unwrap().id;
    let (name, short_name) = ("Center for Arbejdsmarked".to_owned(), "CAM".to_owned());
    let department = Department { id: 0, version: 0, municipality_id: lyngby, name, short_name };
    store.office_save(&OfficePart::Department(department)).unwrap();
    let (name, short_name) = ("Beskæftigelses- og Integrationsudvalget".to_owned(), "BIU".to_owned());
    let committee = Committee::named(lyngby, name, short_name);
    store.office_save(&OfficePart::Committee(committee)).unwrap();
    let (name, role) = ("Anna".to_owned(), PersonRole::Officer);
    let person = Person { id: 0, version: 0, municipality_id: lyngby, name, role, department_id: None };
    let office = store.office_save(&OfficePart::Person(person)).unwrap().view;
    let (department, committee, owner) = (office.departments[0].id, office.committees[0].id, office.people[0].id);
    (Grants { desk, lyngby, department, committee, owner }, store)
}

impl Grants {
    pub fn path(&self) -> PathBuf {
        self.desk.path()
    }

    pub fn open(&self, mode: OpenMode) -> Result<Store, Error> {
        self.desk.try_open(mode)
    }
}

/// The id of a pool by its key.
pub fn pool(store: &Store, key: &str) -> u32 {
    let pools = store.pools(None, day("2026-01-01"), None).unwrap().pools;
    pools.iter().find(|pool| pool.key == key).unwrap().id
}

pub fn kr(kroner: i64) -> Option<Money> {
    Some(Money::from_oere(kroner * 100))
}

pub fn date(text: &str) -> Option<PartialDate> {
    Some(PartialDate::parse(text).unwrap())
}

/// An application to be made.
pub struct ApplicationBuilder {
    draft: ApplicationDraft,
    change: fn(Application) -> Application,
}

impl ApplicationBuilder {
    /// An idea of 2 January 2019 for a fund.
    pub fn to_fund(funder: &str, title: &str) -> ApplicationBuilder {
        let draft = ApplicationDraft {
            pool_id: None,
            funder: funder.to_owned(),
            copy_of: None,
            title: title.to_owned(),
            stage: Stage::Idea,
            taken_on: date("2019-01-02"),
            department_id: None,
            owner_id: None,
            committee_ids: Vec::new(),
        };
        ApplicationBuilder { draft, change: |application| application }
    }

    /// The same to a pool, of its title.
    pub fn to_pool(pool: u32) -> ApplicationBuilder {
        let mut builder = ApplicationBuilder::to_fund("", "");
        builder.draft.pool_id = Some(pool);
        builder
    }

    pub fn copy_of(mut self, id: u32) -> ApplicationBuilder {
        self.draft.copy_of = Some(id);
        self
    }

    /// Where it already is, and since when.
    pub fn at(mut self, stage: Stage, since: Option<PartialDate>) -> ApplicationBuilder {
        self.draft.stage = stage;
        self.draft.taken_on = since;
        self
    }

    pub fn of(mut self, grants: &Grants) -> ApplicationBuilder {
        self.draft.department_id = Some(grants.department);
        self.draft.owner_id = Some(grants.owner);
        self.draft.committee_ids = vec![grants.committee];
        self
    }

    /// What else it holds.
    pub fn with(mut self, change: fn(Application) -> Application) -> ApplicationBuilder {
        self.change = change;
        self
    }

    /// Makes it; today is 1 March 2026.
    pub fn try_make(self, store: &mut Store, municipality: u32) -> Result<ApplicationView, Error> {
        let view = store.application_create(&self.draft, municipality, day("2026-03-01"))?.view;
        let changed = (self.change)(view.application.clone());
        if changed == view.application {
            return Ok(view);
        }
        store.application_save(&changed, day("2026-03-01")).map(|changed| changed.view)
    }

    pub fn make(self, store: &mut Store, municipality: u32) -> ApplicationView {
        self.try_make(store, municipality).unwrap()
    }
}

/// A step with nothing but its day.
pub fn step(view: &ApplicationView, stage: Stage, on: &str) -> StepDraft {
    StepDraft {
        application_id: view.application.id,
        version: view.application.version,
        stage,
        taken_on: date(on),
        taken_time: None,
        reason: String::new(),
        journalised: false,
        record_number: String::new(),
        requested: None,
        awarded: None,
        funder_reference: String::new(),
        conditions: Vec::new(),
    }
}

/// All that is in the file but its history.
pub fn dump_all(store: &Store) -> Vec<String> {
    whole(store.path())
}
