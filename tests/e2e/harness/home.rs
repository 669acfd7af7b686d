//! A person's home with data files in it.

use super::Done;
use chrono::{Days, Local, NaiveDate, Utc};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use tilsagn_core::applications::Stage;
use tilsagn_core::budgets::{BudgetKind, Side, Vat};
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::catalogue::CanApply;
use tilsagn_core::deadlines::Meeting;
use tilsagn_core::office::Committee;
use tilsagn_core::seed;
use tilsagn_core::store::{Environment, Store};
use tilsagn_core::views::{
    ApplicationDraft, BudgetDraft, BudgetEdit, BudgetFreeze, CellEdit, LineField, OfficePart, OpenMode, OwnCallDraft,
    OwnPoolDraft,
};

/// A folder of its own that goes when the last who knows it does.
#[derive(Debug, Clone)]
pub struct Home(Arc<TempDir>);

impl Default for Home {
    fn default() -> Self {
        Self(Arc::new(TempDir::with_prefix("tilsagn-journey-").expect("a folder for a journey can be made")))
    }
}

impl Home {
    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// A file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// A copy of it as it is now.
    pub fn kept(&self) -> std::io::Result<TempDir> {
        let copy = TempDir::with_prefix("tilsagn-journey-begun-")?;
        copy_all(self.path(), copy.path())?;
        Ok(copy)
    }

    /// Puts it back as it was when it was copied.
    pub fn put_back(&self, kept: &TempDir) -> std::io::Result<()> {
        for entry in fs::read_dir(self.path())? {
            let path = entry?.path();
            if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
        }
        copy_all(kept.path(), self.path())
    }

    /// A new data file with the built-in agreement, as the core makes it.
    pub fn data_file(&self, name: &str) -> Done<PathBuf> {
        let path = self.file(name);
        self.create(&path)?;
        Ok(path)
    }

    /// The same, still open in this process.
    pub fn create(&self, path: &Path) -> Done<Store> {
        Ok(Store::create(path, &self.environment(), |store| seed::fill(store, None)).map_err(worded)?)
    }

    /// A new data file in which Lyngby-Taarbæk has an application of this title at each stage, since 2 April 2019.
    pub fn with_applications(&self, applications: &[(&str, Stage)]) -> Done<PathBuf> {
        let path = self.file("ansøgninger.tilsagn");
        let mut store = self.create(&path)?;
        let today = Local::now().date_naive();
        let lyngby = store.municipality_named("Lyngby-Taarbæk").map_err(worded)?.id;
        for (title, stage) in applications {
            let draft = ApplicationDraft {
                pool_id: None,
                funder: "Den Private Fond".to_owned(),
                copy_of: None,
                title: (*title).to_owned(),
                stage: *stage,
                taken_on: PartialDate::parse("2019-04-02"),
                department_id: None,
                owner_id: None,
                committee_ids: Vec::new(),
            };
            store.application_create(&draft, lyngby, today).map_err(worded)?;
        }
        Ok(path)
    }

    /// A new data file in which Lyngby-Taarbæk has a committee that meets on these days, and an application to a pool of its own that
    /// has no call yet. The committee, the pool and the application are called BIU, `pool` and `title`.
    pub fn with_meetings(&self, meetings: &[NaiveDate], pool: &str, title: &str) -> Done<PathBuf> {
        let path = self.file("møder.tilsagn");
        let mut store = self.create(&path)?;
        let today = Local::now().date_naive();
        let lyngby = store.municipality_named("Lyngby-Taarbæk").map_err(worded)?.id;
        let committee = Committee::named(lyngby, "Beskæftigelsesudvalget".to_owned(), "BIU".to_owned());
        let office = store.office_save(&OfficePart::Committee(committee)).map_err(worded)?.view;
        let committee_id = office.committees.first().ok_or("no committee was kept")?.id;
        for held_on in meetings {
            let meeting = Meeting {
                id: 0,
                version: 0,
                committee_id,
                held_on: *held_on,
                held_time: None,
                extraordinary: false,
                cancelled: false,
                agenda_meeting_on: None,
                paper_due_on: None,
                source: String::new(),
                source_uid: String::new(),
                note: String::new(),
            };
            store.meeting_save(&meeting, today).map_err(worded)?;
        }
        let draft = OwnPoolDraft {
            id: 0,
            version: 0,
            initiative_id: None,
            title: pool.to_owned(),
            authority: "Den Private Fond".to_owned(),
            amount: None,
            applicants: String::new(),
            can_apply: CanApply::Yes,
            note: String::new(),
        };
        let pool = store.own_pool_save(&draft, today).map_err(worded)?.view.id;
        let draft = ApplicationDraft {
            pool_id: Some(pool),
            funder: String::new(),
            copy_of: None,
            title: title.to_owned(),
            stage: Stage::Drafting,
            taken_on: PartialDate::parse(&today.to_string()),
            department_id: None,
            owner_id: None,
            committee_ids: vec![committee_id],
        };
        store.application_create(&draft, lyngby, today).map_err(worded)?;
        Ok(path)
    }

    /// Gives the pool of that file a call with this deadline, entered ten days ago.
    pub fn announce(&self, path: &Path, deadline: NaiveDate) -> Done {
        let mut environment = self.environment();
        environment.clock = Arc::new(|| Utc::now() - Days::new(10));
        let mut store = Store::open(path, OpenMode::Write, &environment).map_err(worded)?;
        let then = Local::now().date_naive() - Days::new(10);
        let application = store.application(project(&store)?, Local::now().date_naive()).map_err(worded)?;
        let draft = OwnCallDraft {
            id: 0,
            version: 0,
            pool_id: application.application.pool_id.ok_or("the application is to no pool")?,
            title: "Børn i bevægelse, første runde".to_owned(),
            published: Some(then),
            opens_on: None,
            questions_until: None,
            correction: false,
            moved_on: None,
            moved_reason: String::new(),
            answer_expected: None,
            deadline: Some(deadline),
            deadline_time: Some("12:00".to_owned()),
            amount: None,
            project_from: None,
            project_to: None,
            applicants: String::new(),
            can_apply: CanApply::Yes,
            sources: String::new(),
        };
        store.own_call_save(&draft, then).map_err(worded)?;
        Ok(())
    }

    /// A new data file with a project of 2009 and 2010 and the figures its case states, without value added tax.
    pub fn with_project(&self, title: &str, stage: Stage) -> Done<PathBuf> {
        let path = self.with_applications(&[(title, stage)])?;
        let today = Local::now().date_naive();
        let mut store = self.open(&path)?;
        let id = project(&store)?;
        let mut application = store.application(id, today).map_err(worded)?.application;
        application.requested = Some("2336000".parse().map_err(worded)?);
        application.total = Some("3164000".parse().map_err(worded)?);
        application.vat = Vat::Excl;
        application.period_start = PartialDate::parse("2009-01-01");
        application.period_end = PartialDate::parse("2010-12-31");
        store.application_save(&application, today).map_err(worded)?;
        Ok(path)
    }

    /// Gives that project a budget with these costs of 2009 and 2010, all of them paid by the grant; `granted` lets it take effect as
    /// what is granted, from the start.
    pub fn budget(&self, path: &Path, costs: &[(&str, [&str; 2])], granted: bool) -> Done {
        let today = Local::now().date_naive();
        let mut store = self.open(path)?;
        let draft = BudgetDraft {
            application_id: project(&store)?,
            kind: if granted { BudgetKind::Granted } else { BudgetKind::Applied },
            copy_of: None,
            first_year: None,
            last_year: None,
        };
        let begun = store.budget_create(&draft, today).map_err(worded)?.view.sheet.ok_or("no budget was begun")?.budget;
        let typed = |new_line: u32, field, year, text: &str| CellEdit {
            line_id: None,
            new_line,
            field,
            year,
            period: 0,
            text: text.to_owned(),
        };
        let amounts = |line: u32, amounts: &[&str; 2]| {
            (2009..).zip(amounts).map(|(year, text)| typed(line, LineField::Amount, year, text)).collect::<Vec<_>>()
        };
        let lines = (0..)
            .zip(costs)
            .flat_map(|(line, (text, figures))| [vec![typed(line, LineField::Text, 0, text)], amounts(line, figures)].concat());
        let edits = lines.collect();
        store.budget_edit(&BudgetEdit { budget_id: begun.id, side: Side::Cost, edits }).map_err(worded)?;
        let view = store.budget(begun.application_id, None, today).map_err(worded)?;
        let sums = view.sheet.ok_or("the budget is gone")?.sums;
        let paid: Vec<String> = sums.iter().map(|year| year.cost.to_string().replace('.', ",")).collect();
        let mut edits = vec![typed(0, LineField::Source, 0, "grant"), typed(0, LineField::Text, 0, "Tilskuddet")];
        edits.extend(amounts(0, &[paid[0].as_str(), paid[1].as_str()]));
        store.budget_edit(&BudgetEdit { budget_id: begun.id, side: Side::Financing, edits }).map_err(worded)?;
        if granted {
            let freeze = BudgetFreeze {
                id: begun.id,
                version: begun.version,
                in_force_on: PartialDate::parse("2009-01-01"),
                letter: "Tilskudsbrev".to_owned(),
                document_id: None,
                indexed: false,
            };
            store.budget_freeze(&freeze, today).map_err(worded)?;
        }
        Ok(())
    }

    pub(super) fn open(&self, path: &Path) -> Done<Store> {
        Ok(Store::open(path, OpenMode::Write, &self.environment()).map_err(worded)?)
    }

    /// What the core is told of this home.
    pub fn environment(&self) -> Environment {
        Environment::of_this_machine("Anna", self.path())
    }
}

/// The one application of a file.
fn project(store: &Store) -> Done<u32> {
    let lyngby = store.municipality_named("Lyngby-Taarbæk").map_err(worded)?.id;
    let applications = store.applications(lyngby, Local::now().date_naive()).map_err(worded)?.applications;
    Ok(applications.first().ok_or("the file has no application")?.id)
}

pub(super) fn worded(error: tilsagn_core::Error) -> String {
    format!("{error:?}")
}

fn copy_all(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(from)? {
        let (from, to) = {
            let entry = entry?;
            (entry.path(), to.join(entry.file_name()))
        };
        if from.is_dir() {
            fs::create_dir(&to)?;
            copy_all(&from, &to)?;
        } else {
            fs::copy(&from, &to)?;
        }
    }
    Ok(())
}
