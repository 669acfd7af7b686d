//! What is asked, read from the data file: writing it needs the file no more.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use tilsagn_core::Result;
use tilsagn_core::deadlines::Narrow;
use tilsagn_core::report::{PaperFormat, Report};
use tilsagn_core::store::{PaperDocument, Store};
use tilsagn_core::views::{BudgetView, CalendarScope, DeadlinesView, DocumentContent, PaperAsked, PaperOf, Revision};
use tilsagn_core::words::Language;

use super::{Template, not_possible};
use crate::file::in_format;
use crate::ics::{CalendarMaking, calendar_after};

/// What is asked, read from the data file and ready to be written.
#[derive(Debug)]
pub struct Gathered {
    pub(super) format: PaperFormat,
    pub(super) what: What,
}

/// One file, or several in one.
#[derive(Debug)]
pub(super) enum What {
    One(Source),
    Many(Files),
}

/// Several files in one.
#[derive(Debug)]
pub(super) struct Files {
    /// The day they are of, which is the time of each.
    pub day: NaiveDate,
    /// Each with its name.
    pub sources: Vec<(String, Source)>,
    /// The documents of a dossier, whose index names also what is gone; none where there is no index.
    pub index: Option<Index>,
}

/// What the index of a dossier is made of, besides the files.
#[derive(Debug)]
pub(super) struct Index {
    /// Its name, without ending.
    pub name: String,
    /// The dossier, for what stands on every page.
    pub of: Arc<Report>,
    /// Its documents, by the name each has among the files.
    pub documents: Vec<PaperDocument>,
}

/// Days to keep, and whose.
#[derive(Debug)]
pub(super) struct Calendar {
    view: DeadlinesView,
    scope: CalendarScope,
    name: String,
    revision: Revision,
    language: Language,
}

impl Calendar {
    /// The file, after what lies where it is written. What is gone is called off as of the newest operation.
    pub(super) fn after(&self, before: &[u8]) -> Vec<u8> {
        let scope = self.scope.clone();
        let making =
            CalendarMaking { scope, name: &self.name, revision: &self.revision, now: self.revision.at, language: self.language };
        calendar_after(&self.view, &making, before)
    }
}

/// What a file is made of.
#[derive(Debug)]
pub(super) enum Source {
    /// A report, and the template it is written into.
    Report(Arc<Report>, PaperFormat, Option<Template>),
    /// A budget as a sheet that can be read in again.
    Budget(Box<BudgetView>, PaperFormat, Language),
    /// Days to keep as a calendar.
    Calendar(Box<Calendar>),
    /// A document: where its content lies, and its hash.
    Document { name: String, place: PathBuf, sha256: String },
}

/// Reads what is asked from the data file.
///
/// # Errors
/// `format_not_possible`; those of [`Store::report`].
pub fn gather(store: &Store, asked: &PaperAsked, format: PaperFormat, municipality: u32, today: NaiveDate) -> Result<Gathered> {
    let kind = asked.of.kind();
    if !kind.formats().contains(&format) {
        return Err(not_possible(kind, format));
    }
    let what = match format {
        PaperFormat::Zip => What::Many(files(store, asked, municipality, today)?),
        _ => What::One(source(store, asked, format, municipality, today, None)?),
    };
    Ok(Gathered { format, what })
}

/// Where a paper is written: in a folder under the name it is offered by; with the ending of its format where it lacks it.
///
/// # Errors
/// Those of [`Store::paper_preview`], for a folder.
pub fn place(
    store: &Store,
    asked: &PaperAsked,
    format: PaperFormat,
    municipality: u32,
    today: NaiveDate,
    path: &Path,
) -> Result<PathBuf> {
    if path.is_dir() {
        let name = store.paper_preview(asked, municipality, today)?.file_name;
        return Ok(in_format(&path.join(name), format));
    }
    Ok(in_format(path, format))
}

/// What one file is made of; `made` is the report of the file before, where that was of the same.
fn source(
    store: &Store,
    asked: &PaperAsked,
    format: PaperFormat,
    municipality: u32,
    today: NaiveDate,
    made: Option<Arc<Report>>,
) -> Result<Source> {
    let as_of = asked.as_of.unwrap_or(today);
    match (&asked.of, format) {
        (PaperOf::Budget { application_id, budget_id }, PaperFormat::Xlsx | PaperFormat::Csv) => {
            let view = budget(store, *application_id, *budget_id, as_of)?;
            // Without any version there is nothing to read in again, and the report says so.
            if view.sheet.is_some() {
                return Ok(Source::Budget(Box::new(view), format, asked.language));
            }
        }
        (PaperOf::Deadlines { within, person_id, committee_id }, PaperFormat::Ics) => {
            let narrow = Narrow { within: *within, person_id: *person_id, committee_id: *committee_id, kinds: &[] };
            return Ok(Source::Calendar(Box::new(days(store, asked, &narrow, municipality, as_of)?)));
        }
        _ => {}
    }
    let report = match (made, &asked.of) {
        (Some(made), _) => made,
        (None, PaperOf::Dossier { application_id }) => Arc::new(store.dossier(*application_id, asked, today)?),
        (None, _) => Arc::new(store.report(asked, municipality, today)?),
    };
    let template = match (&asked.of, format) {
        (PaperOf::Case { id, form, .. }, PaperFormat::Docx) => store.paper_template(*id, form.as_deref())?,
        _ => None,
    };
    let template = template.map(|(name, content)| Template { name, content });
    Ok(Source::Report(report, format, template))
}

/// The version asked for, else the one in force, else the newest.
fn budget(store: &Store, application: u32, version: Option<u32>, as_of: NaiveDate) -> Result<BudgetView> {
    let view = store.budget(application, version, as_of)?;
    let current = view.versions.iter().find(|version| version.current).map(|version| version.budget.id);
    match (version, current) {
        (None, Some(current)) if view.sheet.as_ref().is_some_and(|sheet| sheet.budget.id != current) => {
            store.budget(application, Some(current), as_of)
        }
        _ => Ok(view),
    }
}

/// Days to keep as a calendar.
fn days(store: &Store, asked: &PaperAsked, narrow: &Narrow<'_>, municipality: u32, as_of: NaiveDate) -> Result<Calendar> {
    let mut view = store.deadlines(municipality, as_of)?;
    view.narrow(narrow);
    if !asked.closed {
        let cases = store.cases(municipality, as_of)?.cases;
        view.without_cases(&cases.iter().filter(|case| case.closed).map(|case| case.id).collect::<Vec<_>>());
    }
    let scope = match (narrow.person_id, narrow.committee_id) {
        (Some(id), _) => CalendarScope::Person(id),
        (None, Some(id)) => CalendarScope::Committee(id),
        (None, None) => CalendarScope::All,
    };
    let name = store.calendar_name(municipality, &scope)?;
    Ok(Calendar { view, scope, name, revision: store.revision()?, language: asked.language })
}

fn files(store: &Store, asked: &PaperAsked, municipality: u32, today: NaiveDate) -> Result<Files> {
    let found = store.paper_files(asked, municipality, today)?;
    let mut sources: Vec<(String, Source)> = Vec::new();
    let mut before: Option<(PaperAsked, Arc<Report>)> = None;
    for file in &found.papers {
        let made = before.as_ref().filter(|(of, _)| *of == file.asked).map(|(_, report)| Arc::clone(report));
        let source = source(store, &file.asked, file.format, municipality, today, made)?;
        if let Source::Report(report, ..) = &source {
            before = Some((file.asked.clone(), Arc::clone(report)));
        }
        sources.push((format!("{}.{}", file.name, file.format.code()), source));
    }
    let index = match (found.index, sources.first()) {
        (Some(name), Some((_, Source::Report(report, ..)))) => {
            Some(Index { name, of: Arc::clone(report), documents: found.documents.clone() })
        }
        _ => None,
    };
    for document in found.documents {
        // The index of a dossier names what is gone; an appendix that is gone is missing from the paper.
        if document.content == DocumentContent::Present || index.is_none() {
            let (name, sha256) = (document.document.name, document.document.sha256);
            sources.push((document.name, Source::Document { name, place: document.place, sha256 }));
        }
    }
    Ok(Files { day: found.day, sources, index })
}
