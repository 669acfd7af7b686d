//! Forms of papers: those that ship, a municipality's own, and its template.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tilsagn_core::committee::{CommitteeCase, PaperForm, PaperFormPart, PartContent};
use tilsagn_core::store::{BackupKind, Store};
use tilsagn_core::views::*;
use tilsagn_core::{ErrorCode, Language};

use crate::desk::{Desk, assert_error};
use crate::filled::{filled, whole};
use crate::register::day;
use crate::standing::{case_about, committee, municipality};

const TODAY: &str = "2019-03-12";

struct Work {
    desk: Desk,
    store: Store,
    lyngby: u32,
}

fn work() -> Work {
    let (desk, store) = filled();
    let lyngby = municipality(&store, "173");
    Work { desk, store, lyngby }
}

fn part(content: PartContent, heading: &str) -> PaperFormPart {
    PaperFormPart {
        id: 0,
        version: 0,
        paper_form_id: 0,
        position: 0,
        key: String::new(),
        content,
        heading: heading.to_owned(),
        phrase: String::new(),
    }
}

fn draft(name: &str) -> FormDraft {
    let form = PaperForm {
        id: 0,
        version: 0,
        municipality_id: 0,
        key: "typed".to_owned(),
        name: name.to_owned(),
        label_pattern: String::new(),
        title_pattern: "{item}. {title}".to_owned(),
        intro: "Forvaltningen anbefaler,".to_owned(),
        point_prefix: "at".to_owned(),
        number_single: true,
        decision_pattern: "{committee} {day}".to_owned(),
        template_name: "typed".to_owned(),
        template_sha256: "typed".to_owned(),
    };
    let parts = vec![
        part(PartContent::Recommendation, "Indstilling"),
        part(PartContent::Own, "Bæredygtighed"),
        part(PartContent::Own, "Høring"),
    ];
    FormDraft { form, parts }
}

impl Work {
    fn save(&mut self, draft: &FormDraft) -> FormView {
        let view = self.store.paper_form_save(draft, self.lyngby).unwrap().view;
        view.forms.into_iter().find(|form| form.form.name == draft.form.name).unwrap()
    }

    fn refused(&mut self, draft: &FormDraft) -> (ErrorCode, String) {
        let error = self.store.paper_form_save(draft, self.lyngby).map(drop).unwrap_err();
        (error.code, error.field.unwrap_or_default())
    }

    fn case(&mut self, form: &str) -> u32 {
        let biu = committee(&mut self.store, self.lyngby, "BIU");
        let made = self.store.case_create(&case_about(biu, Vec::new(), ""), self.lyngby, day(TODAY)).unwrap().view;
        let case = CommitteeCase { form: form.to_owned(), ..made.committee_case };
        self.store.case_save(&case, day(TODAY)).unwrap().view.committee_case.id
    }

    fn forms(&self) -> FormsView {
        self.store.paper_forms(self.lyngby).unwrap()
    }

    fn folder(&self) -> PathBuf {
        self.desk.path().with_file_name("tilsagn-documents")
    }

    fn has_content(&self, sha256: &str) -> bool {
        self.folder().join(&sha256[..2]).join(sha256).is_file()
    }
}

fn keys(form: &FormView) -> Vec<(&str, u32)> {
    form.parts.iter().map(|part| (part.key.as_str(), part.position)).collect()
}

#[test]
fn a_municipality_makes_its_own_form() {
    let mut work = work();
    let shipped = work.forms();
    assert_eq!((shipped.usual.as_str(), shipped.forms.len()), ("lyngby-taarbaek", 2));
    assert!(shipped.forms.iter().all(|form| !form.own && form.form.id == 0));
    let made = work.save(&draft("Vores form"));
    assert!(made.own && made.form.template_sha256.is_empty());
    assert_eq!(made.form.key, "form-1");
    assert_eq!(keys(&made), [("recommendation", 0), ("own-1", 1), ("own-2", 2)]);

    // Another order, one renamed, one gone, one new, one that holds something else now.
    let mut parts = vec![made.parts[2].clone(), part(PartContent::Economy, "Økonomi"), made.parts[0].clone()];
    parts[0].heading = "Høring og svar".to_owned();
    let name = "Vores nye form".to_owned();
    let changed = work.save(&FormDraft { form: PaperForm { name, ..made.form.clone() }, parts });
    assert_eq!(keys(&changed), [("own-2", 0), ("economy", 1), ("recommendation", 2)]);
    assert_eq!(changed.parts[0].heading, "Høring og svar");
    let mut parts = changed.parts.clone();
    (parts[1].content, parts[2].content) = (PartContent::Recommendation, PartContent::Economy);
    parts.push(part(PartContent::Own, "Nyt"));
    let swapped = work.save(&FormDraft { form: changed.form.clone(), parts });
    assert_eq!(keys(&swapped), [("own-2", 0), ("recommendation", 1), ("economy", 2), ("own-3", 3)]);
    assert_eq!(work.save(&draft("Endnu en")).form.key, "form-2");

    let tables = whole(&work.desk.path());
    for (form, expected) in [
        (FormDraft { parts: Vec::new(), ..draft("X") }, (ErrorCode::FieldRequired, "parts")),
        (draft(" "), (ErrorCode::FieldRequired, "name")),
        (draft("Endnu en"), (ErrorCode::FieldTaken, "name")),
        (draft("København"), (ErrorCode::FieldTaken, "name")),
        (
            FormDraft { parts: vec![part(PartContent::Body, ""), part(PartContent::Body, "")], ..draft("X") },
            (ErrorCode::FieldTaken, "content"),
        ),
        (FormDraft { parts: vec![part(PartContent::Own, "")], ..draft("X") }, (ErrorCode::FieldRequired, "heading")),
        (
            FormDraft { form: PaperForm { title_pattern: "Sag".to_owned(), ..draft("X").form }, ..draft("X") },
            (ErrorCode::FieldInvalid, "title_pattern"),
        ),
    ] {
        let (code, field) = work.refused(&form);
        assert_eq!((code, field.as_str()), expected);
    }
    assert_eq!(whole(&work.desk.path()), tables);
    let kbh = municipality(&work.store, "101");
    assert_eq!(work.store.paper_forms(kbh).unwrap().forms.len(), 2, "each municipality has its own");
}

#[test]
fn a_case_is_written_in_its_form_else_the_municipality_s() {
    let mut work = work();
    let own = work.save(&draft("Vores form"));
    let case = work.case("");
    let headings = |work: &Work| -> Vec<String> {
        work.store.paper(case, day(TODAY)).unwrap().parts.into_iter().map(|part| part.heading).collect()
    };
    assert_eq!(headings(&work)[0], "Resumé");
    let view = work.store.paper_form_choose("form-1", work.lyngby).unwrap().view;
    let counts: Vec<(&str, u32)> = view.forms.iter().map(|form| (form.form.key.as_str(), form.cases)).collect();
    assert_eq!((view.usual.as_str(), counts), ("form-1", vec![("lyngby-taarbaek", 0), ("koebenhavn", 0), ("form-1", 1)]));
    assert_eq!(headings(&work), ["Indstilling", "Bæredygtighed", "Høring"]);
    assert_error(&work.store.paper_form_choose("form-9", work.lyngby).map(drop).unwrap_err(), ErrorCode::PaperFormNotFound);

    let delete = |work: &mut Work| work.store.paper_form_delete(own.form.id, own.form.version, work.lyngby).map(drop);
    let error = delete(&mut work).unwrap_err();
    assert_error(&error, ErrorCode::PaperFormInUse);
    assert_eq!(error.params["record"], "Vores form");
    work.store.paper_form_choose("koebenhavn", work.lyngby).unwrap();
    let made = work.store.committee_case(case, day(TODAY)).unwrap().committee_case;
    let in_own = work.store.case_save(&CommitteeCase { form: "form-1".to_owned(), ..made }, day(TODAY)).unwrap().view;
    assert_error(&delete(&mut work).unwrap_err(), ErrorCode::PaperFormInUse);
    work.store.case_save(&CommitteeCase { form: String::new(), ..in_own.committee_case }, day(TODAY)).unwrap();
    let before = whole(&work.desk.path());
    delete(&mut work).unwrap();
    assert_eq!(work.forms().forms.len(), 2);
    work.store.undo().unwrap();
    assert_eq!(whole(&work.desk.path()), before);
}

/// A file that is a zip with one file in it.
fn docx(folder: &Path, name: &str, inside: &str, content: &str) -> PathBuf {
    let path = folder.join(name);
    let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    zip.start_file(inside, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(content.as_bytes()).unwrap();
    zip.finish().unwrap();
    path
}

#[test]
fn a_template_goes_where_the_file_goes() {
    let mut work = work();
    let own = work.desk.folder.path().join("mine");
    fs::create_dir(&own).unwrap();
    let form = work.save(&draft("Vores form")).form;
    let case = work.case("form-1");
    assert_eq!(work.store.paper_template(case, None).unwrap(), None);
    let good = docx(&own, "Skabelon æ.docx", "word/document.xml", "<w:document/>");
    let text = own.join("tekst.docx");
    fs::write(&text, "ikke en zip").unwrap();
    let sheet = docx(&own, "ark.docx", "xl/workbook.xml", "<workbook/>");
    let set = |work: &mut Work, version: u32, path: Option<&Path>| {
        work.store.paper_form_template(form.id, version, path, work.lyngby).map(|changed| changed.view.forms[2].form.clone())
    };
    for bad in [&text, &sheet] {
        assert_error(&set(&mut work, form.version, Some(bad)).unwrap_err(), ErrorCode::TemplateUnreadable);
    }
    assert_error(&set(&mut work, form.version, Some(&own.join("væk.docx"))).unwrap_err(), ErrorCode::FileMissing);
    assert_error(&set(&mut work, 9, Some(&good)).unwrap_err(), ErrorCode::RecordChanged);
    let left = fs::read_dir(work.folder())
        .map(|found| found.flatten().filter(|it| it.path().is_dir()).flat_map(|it| fs::read_dir(it.path()).unwrap()).count());
    assert_eq!(left.unwrap_or(0), 0, "what was refused is not kept");

    let saved = set(&mut work, form.version, Some(&good)).unwrap();
    assert_eq!(saved.template_name, "Skabelon æ.docx");
    let bytes = fs::read(&good).unwrap();
    assert_eq!(work.store.paper_template(case, None).unwrap().map(|(_, content)| content).as_ref(), Some(&bytes));
    assert_eq!(work.store.paper_template(case, Some("koebenhavn")).unwrap(), None);
    assert_error(&work.store.paper_template(case, Some("x")).unwrap_err(), ErrorCode::PaperFormNotFound);
    assert!(work.store.paper(case, day(TODAY)).unwrap().forms[2].template);
    // To change the form leaves its template.
    let parts = work.forms().forms[2].parts.clone();
    let kept = work.save(&FormDraft { form: PaperForm { template_sha256: String::new(), ..saved.clone() }, parts }).form;
    assert_eq!(kept.template_sha256, saved.template_sha256);

    let backup = PathBuf::from(work.store.back_up(BackupKind::Manual).unwrap().path);
    let without = set(&mut work, kept.version, None).unwrap();
    assert_eq!((without.template_name.as_str(), work.store.paper_template(case, None).unwrap()), ("", None));
    assert!(work.has_content(&saved.template_sha256), "undo never needs what is gone");
    work.store.undo().unwrap();
    assert_eq!(work.store.paper_template(case, None).unwrap().map(|(_, content)| content).as_ref(), Some(&bytes));

    fs::remove_dir_all(work.folder()).unwrap();
    let error = work.store.paper_template(case, None).unwrap_err();
    assert_error(&error, ErrorCode::DocumentLost);
    assert_eq!(error.params["record"], "Skabelon æ.docx");
    let failed = work.store.check(Language::Da).unwrap().failed;
    assert_eq!(
        failed.iter().map(|error| (error.code, error.params["record"].as_str())).collect::<Vec<_>>(),
        [(ErrorCode::DocumentLost, "Skabelon æ.docx")]
    );
    work.store.restore(&backup).unwrap();
    assert_eq!(work.store.paper_template(case, None).unwrap().map(|(_, content)| content).as_ref(), Some(&bytes));
    assert!(work.store.check(Language::Da).unwrap().failed.is_empty());
}
