//! What is typed in the paper of a case: texts of every kind, appendices, and texts under headings another form has.

use tilsagn_core::ErrorCode;
use tilsagn_core::applications::{DocumentKind, Stage};
use tilsagn_core::committee::prose::{Inline, Prose, ProseBlock};
use tilsagn_core::committee::{AppendixKind, CommitteeCase, PaperForm, PaperFormPart, PartContent};
use tilsagn_core::report::AppendixColumn;
use tilsagn_core::views::*;
use tilsagn_core::words::Language;

use crate::bad_input;
use crate::desk::assert_error;
use crate::papers::{TODAY, appendix, lines, paragraph, text, work};
use crate::register::day;
use crate::standing::pool;

#[test]
fn appendices_have_their_order_rows_and_columns() {
    let mut work = work().without_appendix();
    let today = day(TODAY);
    let other = pool(&work.store, "91-a");
    let table = AppendixDraft {
        columns: vec![AppendixColumn::Deadline, AppendixColumn::Initiative],
        pools: vec![other, work.pool, other],
        ..appendix(&work, AppendixKind::Pools, "Puljer")
    };
    work.store.paper_appendix_save(&table, today).unwrap();
    let first = AppendixDraft { position: 0, ..appendix(&work, AppendixKind::Typed, "Aftalen") };
    let view = work.store.paper_appendix_save(&first, today).unwrap().view;
    let shown: Vec<(u32, &str)> = view.appendices.iter().map(|it| (it.number, it.draft.title.as_str())).collect();
    assert_eq!(shown, [(1, "Aftalen"), (2, "Puljer")]);
    let saved = view.appendices[1].draft.clone();
    assert_eq!((&saved.columns, &saved.pools), (&table.columns, &vec![other, work.pool]));
    assert!(lines(&view.report).iter().any(|line| line == "Puljer"));
    assert!(view.report.sections.iter().any(|section| section.landscape));

    let moved = AppendixDraft { position: 0, pools: vec![work.pool], ..saved.clone() };
    let view = work.store.paper_appendix_save(&moved, today).unwrap().view;
    let shown: Vec<(u32, &str)> = view.appendices.iter().map(|it| (it.draft.position, it.draft.title.as_str())).collect();
    assert_eq!(shown, [(0, "Puljer"), (1, "Aftalen")]);
    assert_eq!(view.appendices[0].draft.pools, [work.pool]);
    let typed = AppendixDraft { kind: AppendixKind::Typed, ..view.appendices[0].draft.clone() };
    let view = work.store.paper_appendix_save(&typed, today).unwrap().view;
    assert!(view.appendices[0].draft.pools.is_empty() && view.appendices[0].draft.columns.is_empty());

    for (draft, field) in [
        (AppendixDraft { title: " ".to_owned(), ..first.clone() }, "title"),
        (AppendixDraft { kind: AppendixKind::Document, ..first.clone() }, "document_id"),
    ] {
        let error = work.store.paper_appendix_save(&draft, today).map(drop).unwrap_err();
        assert_eq!((error.code, error.field.as_deref()), (ErrorCode::FieldRequired, Some(field)));
    }
    let last = view.appendices[0].draft.clone();
    let view = work.store.paper_appendix_delete(last.id, last.version, today).unwrap().view;
    assert_eq!(view.appendices.iter().map(|it| it.draft.position).collect::<Vec<_>>(), [0]);
}

#[test]
fn a_text_under_a_heading_the_form_lacks_is_left_over() {
    let mut work = work();
    let today = day(TODAY);
    work.write(PartContent::Body, paragraph(vec![text("Fremstillingen")]));
    let case = work.store.committee_case(work.case, today).unwrap().committee_case;
    let unknown = CommitteeCase { form: "findes-ikke".to_owned(), ..case.clone() };
    assert_error(&work.store.case_save(&unknown, today).map(drop).unwrap_err(), ErrorCode::PaperFormNotFound);
    work.store.case_save(&CommitteeCase { form: "koebenhavn".to_owned(), ..case }, today).unwrap();
    let view = work.view();
    assert_eq!((view.form.as_str(), view.left_over.len()), ("koebenhavn", 1));
    let left = &view.left_over[0];
    assert_eq!((left.key.as_str(), left.heading.as_str(), left.state), ("body", "Sagsfremstilling", PartState::Accepted));
    assert!(lines(&view.report).iter().all(|line| !line.contains("Fremstillingen")));
    // It can still be written and given back, and nothing new under such a heading.
    let row = left.row.clone().unwrap();
    let draft = PaperTextDraft {
        committee_case_id: work.case,
        key: row.key.clone(),
        id: row.id,
        version: row.version,
        prose: paragraph(vec![text("Rettet")]),
    };
    work.store.paper_text_save(&draft, today).unwrap();
    for key in ["legal_basis", "recommendation", "findes ikke"] {
        let draft = PaperTextDraft { id: 0, version: 0, key: key.to_owned(), ..draft.clone() };
        let error = work.store.paper_text_save(&draft, today).map(drop).unwrap_err();
        assert_eq!((error.code, error.field.as_deref()), (ErrorCode::FieldInvalid, Some("key")), "{key}");
    }
}

/// A text of one paragraph as it was typed.
fn typed(prose: &Prose) -> String {
    let [ProseBlock::Paragraph { content }] = prose.as_slice() else { panic!("{prose:?}") };
    let piece = |inline: &Inline| match inline {
        Inline::Text { text, .. } => text.clone(),
        Inline::HardBreak => "\n".to_owned(),
        Inline::Figure { code } => panic!("{code} was not typed"),
    };
    content.iter().map(piece).collect()
}

#[test]
fn every_text_is_kept_as_it_was_typed() {
    let mut work = work();
    let more = ["{{economy}} og {{pool.1.2019}}", "1. januar\n- en\n# to", "*fed* _kursiv_ `kode` <i>x</i> \\"];
    for text in bad_input::texts().into_iter().chain(more.map(str::to_owned)).chain(["ø\n".repeat(500_000)]) {
        let saved = work.write(PartContent::Body, paragraph(vec![crate::papers::text(&text)]));
        let body = saved.parts.iter().find(|part| part.content == PartContent::Body).unwrap();
        assert_eq!(typed(&body.prose), text.replace("\r\n", "\n").trim_end_matches('\n'));
    }
    let before = work.tables();
    work.write(PartContent::Body, Prose::new());
    work.store.undo().unwrap();
    assert_eq!(work.tables(), before);
}

#[test]
fn an_appendix_that_is_a_document_keeps_it() {
    let mut work = work().without_appendix();
    let today = day(TODAY);
    let application = work.store.application_create(&application_to(work.pool), work.lyngby, today).unwrap().view.application;
    let letter = work.desk.folder.path().join("brev.pdf");
    std::fs::write(&letter, "Hermed").unwrap();
    work.store.document_add(application.id, &letter, DocumentKind::Other, today).unwrap();
    let view = work.view();
    let choices: Vec<(&str, &str)> = view.documents.iter().map(|it| (it.name.as_str(), it.application.as_str())).collect();
    assert_eq!(choices, [("brev.pdf", application.title.as_str())]);
    let draft = AppendixDraft { document_id: Some(view.documents[0].id), ..appendix(&work, AppendixKind::Document, "Brevet") };
    let view = work.store.paper_appendix_save(&draft, today).unwrap().view;
    assert_eq!(view.appendices[0].document, "brev.pdf");
    // Its redacted version takes its place, but in a paper that is with the committee.
    let redact = |work: &mut crate::papers::Work, name: &str| {
        let path = work.desk.folder.path().join(name);
        std::fs::write(&path, name).unwrap();
        let of = work.view().appendices[0].draft.document_id.unwrap();
        let documents = work.store.application(application.id, today).unwrap().documents;
        let version = documents.iter().find(|it| it.document.id == of).unwrap().document.version;
        work.store.document_redact(of, version, &path, today).unwrap();
        work.view().appendices[0].document.clone()
    };
    assert_eq!(redact(&mut work, "uden navne.pdf"), "uden navne.pdf");
    let copy = work.store.paper_hand_in(work.case, today).unwrap().view.handed_in.unwrap();
    assert_eq!(redact(&mut work, "uden adresser.pdf"), "uden navne.pdf");
    let draft = TakeBack { id: copy.id, version: copy.version, reason: "Ny udgave".to_owned() };
    work.store.paper_take_back(&draft, today).unwrap();
    // What an appendix refers to is not removed under it.
    let version = work.store.application(application.id, today).unwrap().application.version;
    let before = work.tables();
    let error = work.store.application_delete(application.id, version).map(drop).unwrap_err();
    assert_error(&error, ErrorCode::RecordConflicts);
    assert_eq!(work.tables(), before);
}

#[test]
fn a_dossier_has_what_was_appended_to_a_case_from_the_day_it_was_added() {
    let mut work = work().without_appendix();
    let (today, next) = (day(TODAY), day(TODAY).succ_opt().unwrap());
    let application = work.store.application_create(&application_to(work.pool), work.lyngby, today).unwrap().view.application;
    let letter = work.desk.folder.path().join("brev.pdf");
    std::fs::write(&letter, "Hermed").unwrap();
    work.store.document_add(application.id, &letter, DocumentKind::Other, next).unwrap();
    let document_id = Some(work.view().documents[0].id);
    let draft = AppendixDraft { document_id, ..appendix(&work, AppendixKind::Document, "Brevet") };
    work.store.paper_appendix_save(&draft, next).unwrap();
    let files = |as_of| {
        let of = PaperOf::Dossier { application_id: application.id };
        let asked = PaperAsked { of, as_of: Some(as_of), language: Language::Da, closed: false };
        work.store.paper_preview(&asked, work.lyngby, next).unwrap().files
    };
    let has_letter = |files: &[String]| files.iter().any(|name| name.ends_with("brev.pdf"));
    assert!(files(today).iter().any(|name| name.starts_with("Udvalgssager/")), "the case is there already");
    assert!(!has_letter(&files(today)));
    assert!(has_letter(&files(next)));
}

fn application_to(pool: u32) -> ApplicationDraft {
    ApplicationDraft {
        pool_id: Some(pool),
        funder: String::new(),
        copy_of: None,
        title: "Idræt for alle".to_owned(),
        stage: Stage::Idea,
        taken_on: None,
        department_id: None,
        owner_id: None,
        committee_ids: Vec::new(),
    }
}

/// A form with the text in every field it has.
pub fn paper_form(municipality_id: u32, text: &str) -> FormDraft {
    let all = || text.to_owned();
    let (id, version) = (0, 0);
    let form = PaperForm {
        id,
        version,
        municipality_id,
        key: String::new(),
        name: all(),
        label_pattern: all(),
        title_pattern: "{title}".to_owned(),
        intro: all(),
        point_prefix: all(),
        number_single: true,
        decision_pattern: all(),
        template_name: String::new(),
        template_sha256: String::new(),
    };
    let (key, content, heading, phrase) = (String::new(), PartContent::Body, all(), all());
    FormDraft { form, parts: vec![PaperFormPart { id, version, paper_form_id: 0, position: 0, key, content, heading, phrase }] }
}
