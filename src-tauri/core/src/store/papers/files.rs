//! Papers that are several files in one: which files, before any of them is made.

use std::collections::HashSet;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::applications::Document;
use crate::committee::{AppendixKind, CommitteeCase};
use crate::error::{Error, ErrorCode, Result};
use crate::report::{CHECKSUMS, INDEX_FORMATS, PaperFormat};
use crate::store::Store;
use crate::store::documents::{documents_of, file_name};
use crate::store::papers::case_item::{CLOSED, name};
use crate::store::papers::copies::copies_by;
use crate::store::papers::is_handed_in;
use crate::store::records::{record, records};
use crate::views::{DocumentContent, ExposureFilter, PaperAsked, PaperOf};
use crate::words::{Language, word};

/// The files of a paper that is several.
#[derive(Clone, Debug)]
pub struct PaperFiles {
    /// The day they are seen from.
    pub day: NaiveDate,
    /// Those that are made.
    pub papers: Vec<PaperFile>,
    /// Those that are taken from the folder beside the data file.
    pub documents: Vec<PaperDocument>,
    /// The name of the index that tells what is in it and what is gone, without ending; null where the papers say it themselves.
    pub index: Option<String>,
}

/// A file that is made.
#[derive(Clone, Debug)]
pub struct PaperFile {
    /// Its name, without ending.
    pub name: String,
    /// The paper.
    pub asked: PaperAsked,
    /// The format.
    pub format: PaperFormat,
}

/// A document that goes with it.
#[derive(Clone, Debug)]
pub struct PaperDocument {
    /// What it is called there, with its folder.
    pub name: String,
    /// The document.
    pub document: Document,
    /// Whether its content is there.
    pub content: DocumentContent,
    /// Where its content lies.
    pub place: PathBuf,
}

impl PaperFiles {
    /// The names of the files, in order; a document whose content is gone is none.
    pub fn names(&self) -> Vec<String> {
        let papers = self.papers.iter().map(|file| format!("{}.{}", file.name, file.format.code()));
        let present = self.documents.iter().filter(|document| document.content == DocumentContent::Present);
        let indexes = self.index.iter().flat_map(|name| INDEX_FORMATS.map(|format| format!("{name}.{}", format.code())));
        papers.chain(present.map(|document| document.name.clone())).chain(indexes).chain([CHECKSUMS.to_owned()]).collect()
    }
}

impl Store {
    /// The files of a dossier or of the pack for a meeting.
    ///
    /// # Errors
    /// `format_not_possible` for a paper that is one file; `record_missing`; `case_closed`; those of reading the file.
    pub fn paper_files(&self, asked: &PaperAsked, municipality: u32, today: NaiveDate) -> Result<PaperFiles> {
        match &asked.of {
            PaperOf::Dossier { application_id } => self.files_of_dossier(asked, *application_id, today),
            PaperOf::Pack { id } => self.files_of_pack(asked, *id, municipality, today),
            of => {
                let possible = of.kind().formats().iter().map(|format| format.code()).collect::<Vec<_>>().join(", ");
                Err(Error::new(ErrorCode::FormatNotPossible).with("found", PaperFormat::Zip.code()).with("expected", possible))
            }
        }
    }

    /// Everything of an application as a paper, its budgets as sheets to reckon with, the papers of the cases it is put in, and its
    /// documents.
    fn files_of_dossier(&self, asked: &PaperAsked, application: u32, today: NaiveDate) -> Result<PaperFiles> {
        let as_of = asked.as_of.unwrap_or(today);
        let language = asked.language;
        let said = |code: &'static str| word("dossier", code, language);
        let file = |name: String, of: PaperOf, format| PaperFile { name, asked: PaperAsked { of, ..asked.clone() }, format };
        let mut papers: Vec<PaperFile> = [PaperFormat::Docx, PaperFormat::Pdf]
            .into_iter()
            .map(|format| file(said("application").to_owned(), asked.of.clone(), format))
            .collect();
        for version in self.budget(application, None, as_of)?.versions {
            let budget = version.budget;
            let name = format!("{} {}", said("budget"), budget.position);
            let of = PaperOf::Budget { application_id: application, budget_id: Some(budget.id) };
            papers.push(file(name, of, PaperFormat::Xlsx));
        }
        let own: Vec<Document> =
            self.query(|connection| records(connection, "WHERE application_id = ?1 ORDER BY id", [application]))?;
        // Wherever a document is found, it is there from the day it was added.
        let is_there = |document: &Document| document.added_on <= as_of;
        let own = own.into_iter().filter(is_there);
        let mut documents: Vec<PaperDocument> = own.map(|document| self.to_go_with(document, said("documents"))).collect();
        let (of_cases, appended) = self.files_of_cases(asked, application, as_of)?;
        papers.extend(of_cases);
        for document in appended.into_iter().filter(is_there) {
            if documents.iter().all(|known| known.document.id != document.id) {
                let folder = format!("{}/{}", said("cases"), said("appendices"));
                documents.push(self.to_go_with(document, &folder));
            }
        }
        Ok(PaperFiles { day: as_of, papers, documents: alone(documents), index: Some(said("index").to_owned()) })
    }

    /// The papers of the cases an application is put in, each copy that was handed in by the day, else as it was then; and the documents
    /// appended to them. Tables of pools stand in the papers themselves.
    fn files_of_cases(&self, asked: &PaperAsked, application: u32, as_of: NaiveDate) -> Result<(Vec<PaperFile>, Vec<Document>)> {
        let said = |code: &'static str| word("dossier", code, asked.language);
        let mut cases: Vec<u32> = self.application(application, as_of)?.puts.iter().rev().map(|put| put.case_id).collect();
        let mut seen = HashSet::new();
        cases.retain(|case| seen.insert(*case));
        self.query(|connection| {
            let (mut papers, mut documents) = (Vec::new(), Vec::new());
            for case in cases {
                let case: CommitteeCase = record(connection, case)?;
                if case.closed && !asked.closed {
                    continue;
                }
                let copies = copies_by(connection, case.id, as_of)?;
                let handed_in = copies.iter().map(|copy| (Some(copy.id), format!("{} {}", said("copy"), copy.number)));
                let draft = copies.is_empty().then(|| (None, said("not_handed_in").to_owned()));
                for (copy, state) in handed_in.chain(draft) {
                    let name = format!("{}/{} ({state})", said("cases"), name(connection, &case, "")?);
                    let name = free(name, |name| papers.iter().any(|file: &PaperFile| file.name == name));
                    let asked = PaperAsked { of: PaperOf::Case { id: case.id, form: None, copy }, ..asked.clone() };
                    let file = |format| PaperFile { name: name.clone(), asked: asked.clone(), format };
                    papers.extend([PaperFormat::Docx, PaperFormat::Pdf].map(file));
                }
                let appended = "JOIN case_appendix ON case_appendix.document_id = document.id WHERE committee_case_id = ?1 \
                                ORDER BY case_appendix.position, case_appendix.id";
                documents.extend(records::<Document>(connection, appended, [case.id])?);
            }
            Ok((papers, documents))
        })
    }

    /// The item of a case with its appendices, and the decision list of its committee and the obligations for the same meeting. Unless a
    /// day is asked for they are seen from the day of the meeting once it is over; what was handed in is as it was handed in.
    fn files_of_pack(&self, asked: &PaperAsked, case: u32, municipality: u32, today: NaiveDate) -> Result<PaperFiles> {
        let as_of = self.day_of_pack(asked, case, today)?;
        let of_case = match asked.as_of {
            None if self.query(|connection| is_handed_in(connection, case))? => today,
            _ => as_of,
        };
        let view = self.committee_case(case, as_of)?;
        if view.committee_case.closed && !asked.closed {
            return Err(Error::new(ErrorCode::CaseClosed).with("record", view.committee_case.title));
        }
        let committee_id = view.readings.first().map(|reading| reading.reading.committee_id);
        let appendices = self.query(|connection| {
            records::<crate::committee::CaseAppendix>(connection, "WHERE committee_case_id = ?1 ORDER BY position, id", [case])
        })?;
        let tables = appendices.iter().filter(|appendix| appendix.kind == AppendixKind::Pools);
        let mut wanted =
            vec![(PaperOf::Case { id: case, form: None, copy: None }, of_case, vec![PaperFormat::Docx, PaperFormat::Pdf])];
        let every = || vec![PaperFormat::Docx, PaperFormat::Pdf, PaperFormat::Xlsx];
        let appendix = |id| PaperOf::Appendix { id: Some(id), committee_id, columns: Vec::new(), pools: Vec::new() };
        wanted.extend(tables.map(|table| (appendix(table.id), of_case, every())));
        if committee_id.is_some() {
            wanted.push((PaperOf::Portfolio { committee_id }, as_of, every()));
        }
        let filter = ExposureFilter { from: None, to: None, committee_id: None, department_id: None, price_level: None };
        wanted.push((PaperOf::Exposure { filter }, as_of, every()));
        let mut papers: Vec<PaperFile> = Vec::new();
        for (place, (of, day, formats)) in wanted.into_iter().enumerate() {
            let asked = PaperAsked { of, as_of: Some(day), ..asked.clone() };
            // Numbered: two papers may be called the same, and a folder keeps their order.
            let name = format!("{} {}", place + 1, self.paper_preview(&asked, municipality, today)?.file_name);
            papers.extend(formats.into_iter().map(|format| PaperFile { name: name.clone(), asked: asked.clone(), format }));
        }
        let mut documents = Vec::new();
        let folder = appendix_folder(asked.language);
        let folder = if view.committee_case.closed { format!("{CLOSED} {folder}") } else { folder };
        for appendix in appendices.iter().filter(|appendix| appendix.kind == AppendixKind::Document) {
            let Some(id) = appendix.document_id else { continue };
            let document: Document = self.query(|connection| record(connection, id))?;
            documents.push(self.to_go_with(document, &folder));
        }
        Ok(PaperFiles { day: as_of, papers, documents: alone(documents), index: None })
    }

    /// The day a pack is seen from: the one asked for, else that of the meeting once it is over, else today.
    fn day_of_pack(&self, asked: &PaperAsked, case: u32, today: NaiveDate) -> Result<NaiveDate> {
        if let Some(day) = asked.as_of {
            return Ok(day);
        }
        let first = self.committee_case(case, today)?.readings.into_iter().next();
        Ok(first.and_then(|it| it.reading.meeting_date).filter(|day| *day < today).unwrap_or(today))
    }

    fn to_go_with(&self, document: Document, folder: &str) -> PaperDocument {
        PaperDocument {
            name: format!("{folder}/{}", file_name(&document.name)),
            content: self.content_of(&document),
            place: documents_of(&self.path).place(&document.sha256),
            document,
        }
    }
}

fn appendix_folder(language: Language) -> String {
    word("dossier", "appendices", language).to_owned()
}

/// A name, with a number where it is taken.
fn free(name: String, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = |number: u32| match name.rsplit_once('.') {
        Some((stem, ending)) if !ending.contains(['/', ' ']) => format!("{stem} ({number}).{ending}"),
        _ => format!("{name} ({number})"),
    };
    if !is_taken(&name) {
        return name;
    }
    (2..).map(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

/// The documents, each with a name of its own whatever its capitals.
fn alone(documents: Vec<PaperDocument>) -> Vec<PaperDocument> {
    let mut taken = HashSet::new();
    let of = |mut document: PaperDocument| {
        document.name = free(document.name, |name| taken.contains(&name.to_lowercase()));
        taken.insert(document.name.to_lowercase());
        document
    };
    documents.into_iter().map(of).collect()
}
