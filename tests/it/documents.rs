//! Documents: their content in the folder beside the data file, and all that is to be one with it.

use std::fs;
use std::path::{Path, PathBuf};

use tilsagn_core::applications::{ChecklistItem, Document, DocumentKind};
use tilsagn_core::store::{BackupKind, Store, replace_damaged};
use tilsagn_core::views::{ApplicationPart, ApplicationPartKind, ApplicationView, DocumentContent, OpenMode};
use tilsagn_core::{Error, ErrorCode, Language};

use crate::desk::assert_error;
use crate::grants::{ApplicationBuilder, Grants, dump_all, grants};
use crate::register::{built_in, day};

/// A municipality with one application, and a folder for files of the person's own.
fn with_application() -> (Grants, Store, u32, PathBuf) {
    let (grants, mut store) = grants();
    let id = ApplicationBuilder::to_fund("Velux Fonden", "Hjerterum").make(&mut store, grants.lyngby).application.id;
    let own = grants.desk.folder.path().join("mine");
    fs::create_dir(&own).unwrap();
    (grants, store, id, own)
}

fn file(folder: &Path, name: &str, content: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path
}

fn add(store: &mut Store, id: u32, path: &Path) -> Result<ApplicationView, Error> {
    store.document_add(id, path, DocumentKind::AwardLetter, day("2026-03-01")).map(|changed| changed.view)
}

/// Every file of content below a folder.
fn contents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            found.extend(contents(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found.sort();
    found
}

fn folder(grants: &Grants) -> PathBuf {
    grants.path().with_file_name("tilsagn-documents")
}

#[test]
fn the_same_content_is_kept_once_and_undo_removes_only_the_row() {
    let (grants, mut store, id, own) = with_application();
    let letter = file(&own, "Tilsagn 🎉 \"endeligt\".pdf", "Hermed 2.336.000 kr.");
    add(&mut store, id, &letter).unwrap();
    let view = add(&mut store, id, &file(&own, "kopi.pdf", "Hermed 2.336.000 kr.")).unwrap();
    assert_eq!(view.documents.len(), 2);
    let names: Vec<&str> = view.documents.iter().map(|found| found.document.name.as_str()).collect();
    assert_eq!(names, ["kopi.pdf", "Tilsagn 🎉 \"endeligt\".pdf"]);
    let document = &view.documents[1].document;
    assert_eq!((document.bytes, document.kind, document.added_on), (20.0, DocumentKind::AwardLetter, day("2026-03-01")));
    let kept = contents(&folder(&grants));
    assert_eq!(kept.len(), 1);
    assert!(kept[0].ends_with(format!("{}/{}", &document.sha256[..2], document.sha256)));
    assert_eq!(fs::read_to_string(&kept[0]).unwrap(), "Hermed 2.336.000 kr.");
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Hermed 2.336.000 kr.", "the person's own file stays");

    store.undo().unwrap();
    store.undo().unwrap();
    assert!(store.application(id, day("2026-03-01")).unwrap().documents.is_empty());
    assert_eq!(contents(&folder(&grants)), kept);
    store.redo().unwrap();
    let back = store.application(id, day("2026-03-01")).unwrap();
    assert_eq!(back.documents[0].content, DocumentContent::Present);
}

#[test]
fn what_cannot_be_kept_is_refused_and_leaves_nothing() {
    let (grants, mut store, id, own) = with_application();
    let before = dump_all(&store);
    assert_error(&add(&mut store, id, &own.join("væk.pdf")).unwrap_err(), ErrorCode::FileMissing);
    assert_error(&add(&mut store, id, &own).unwrap_err(), ErrorCode::FileUnreadable);
    let huge = own.join("stor.mov");
    fs::File::create(&huge).unwrap().set_len(2 * 1024 * 1024 * 1024).unwrap();
    let refused = add(&mut store, id, &huge).unwrap_err();
    assert_error(&refused, ErrorCode::DocumentTooLarge);
    assert_eq!((refused.params["found"].as_str(), refused.params["limit"].as_str()), ("2048 MB", "500 MB"));
    assert_error(&add(&mut store, 999, &file(&own, "a.txt", "a")).unwrap_err(), ErrorCode::RecordMissing);
    assert_eq!((dump_all(&store), contents(&folder(&grants))), (before, Vec::new()));

    let mut memory = built_in();
    let lyngby = memory.municipality_named("173").unwrap().id;
    let id = ApplicationBuilder::to_fund("Fond", "T").make(&mut memory, lyngby).application.id;
    assert_error(&add(&mut memory, id, &own.join("a.txt")).unwrap_err(), ErrorCode::ReadOnlyStore);
}

#[test]
fn a_document_goes_out_under_a_free_name() {
    let (grants, mut store, id, own) = with_application();
    let document = add(&mut store, id, &file(&own, "brev.pdf", "indhold")).unwrap().documents.remove(0).document;
    let out = grants.desk.folder.path().join("ud");
    fs::create_dir(&out).unwrap();
    file(&out, "brev.pdf", "et andet brev");
    let written = store.document_export(document.id, &out).unwrap();
    assert_eq!(written, out.join("brev (2).pdf"));
    assert_eq!(fs::read_to_string(&written).unwrap(), "indhold");
    assert_eq!(store.document_export(document.id, &out).unwrap(), written, "such a copy is there already");
    assert_eq!(store.document_export(document.id, &out.join("navn.pdf")).unwrap(), out.join("navn.pdf"));
    assert_eq!(fs::read_to_string(out.join("brev.pdf")).unwrap(), "et andet brev");
    assert_eq!(contents(&out).len(), 3, "nothing unfinished is left");
    let nowhere = store.document_export(document.id, &out.join("ingen/brev.pdf")).unwrap_err();
    assert_error(&nowhere, ErrorCode::FolderMissing);

    // A name of ten thousand letters and slashes is still a name.
    let renamed = Document { name: format!("{}/budget.xlsx", "å".repeat(10_000)), ..document };
    let view = store.application_part_save(&ApplicationPart::Document(renamed), day("2026-03-01")).unwrap().view;
    let written = store.document_export(view.documents[0].document.id, &out).unwrap();
    assert_eq!(written.extension().unwrap(), "xlsx");
}

#[test]
fn a_lost_folder_is_told_and_mended_by_a_backup() {
    let (grants, mut store, id, own) = with_application();
    let letter = file(&own, "brev.pdf", "indhold");
    let document = add(&mut store, id, &letter).unwrap().documents.remove(0).document;
    assert_eq!(store.check(Language::Da).unwrap().failed, []);
    assert_eq!(store.check(Language::Da).unwrap().passed.len(), 4);
    let backup = store.back_up(BackupKind::Manual).unwrap();
    fs::remove_dir_all(folder(&grants)).unwrap();

    let view = store.application(id, day("2026-03-01")).unwrap();
    assert_eq!(view.documents[0].content, DocumentContent::Lost);
    let lost = store.document_export(document.id, &own).unwrap_err();
    assert_error(&lost, ErrorCode::DocumentLost);
    assert_eq!(lost.params["record"], "brev.pdf");
    assert_error(&store.check(Language::Da).unwrap().failed[0], ErrorCode::DocumentLost);

    store.restore(backup.path.as_ref()).unwrap();
    let view = store.application(id, day("2026-03-01")).unwrap();
    assert_eq!(view.documents[0].content, DocumentContent::Present);
    assert_eq!(store.check(Language::Da).unwrap().failed, []);

    // Content that is no longer what it was is found, and the person's own file mends it.
    let place = contents(&folder(&grants)).remove(0);
    fs::remove_file(&place).unwrap();
    fs::write(&place, "noget andet").unwrap();
    assert_error(&store.check(Language::Da).unwrap().failed[0], ErrorCode::DocumentLost);
    assert_error(&store.document_export(document.id, &own.join("ud.pdf")).unwrap_err(), ErrorCode::DocumentLost);
    add(&mut store, id, &letter).unwrap();
    assert_eq!(store.check(Language::Da).unwrap().failed, []);
}

#[test]
fn backups_and_copies_take_the_documents_along() {
    let (grants, mut store, id, own) = with_application();
    add(&mut store, id, &file(&own, "brev.pdf", "indhold")).unwrap();
    let backup = store.back_up(BackupKind::Manual).unwrap();
    let present = |store: &Store| store.application(id, day("2026-03-01")).unwrap().documents[0].content;
    drop(store);

    let copied = grants.open(OpenMode::CopyHere).unwrap();
    assert!(copied.path().starts_with(&grants.desk.environment.own_folder));
    assert_eq!(present(&copied), DocumentContent::Present);
    drop(copied);
    let read = grants.open(OpenMode::ReadOnly).unwrap();
    assert_eq!(present(&read), DocumentContent::Present);
    drop(read);

    // To another machine: only the folder of backups came along.
    let elsewhere = grants.desk.folder.path().join("andetsteds");
    fs::create_dir(&elsewhere).unwrap();
    let mut other = Store::create(&elsewhere.join("nyt.db"), &grants.desk.environment, |_| Ok(())).unwrap();
    other.restore(backup.path.as_ref()).unwrap();
    assert_eq!(present(&other), DocumentContent::Present);
    assert!(elsewhere.join("nyt-documents").is_dir());
    drop(other);

    fs::write(grants.path(), "ødelagt").unwrap();
    fs::remove_dir_all(folder(&grants)).unwrap();
    replace_damaged(&grants.path(), backup.path.as_ref(), &grants.desk.environment).unwrap();
    assert_eq!(present(&grants.open(OpenMode::Write).unwrap()), DocumentContent::Present);
}

#[test]
fn redaction_removes_the_content_here_and_in_the_backups() {
    let (grants, mut store, id, own) = with_application();
    let secret = file(&own, "ansøgning.pdf", "Jens Hansen, 010203-1234");
    let view = add(&mut store, id, &secret).unwrap();
    let document = view.documents[0].document.clone();
    let demand = ChecklistItem {
        id: 0,
        version: 0,
        application_id: id,
        position: 0,
        title: "Tilsagnsbrev".to_owned(),
        required: true,
        document_id: Some(document.id),
    };
    store.application_part_save(&ApplicationPart::Checklist(demand), day("2026-03-01")).unwrap();
    store.back_up(BackupKind::Manual).unwrap();
    let backups = grants.path().with_file_name("tilsagn-backups/documents");
    assert_eq!(contents(&backups).len(), 1);

    let same = store.document_redact(document.id, document.version, &secret, day("2026-03-02")).unwrap_err();
    assert_error(&same, ErrorCode::RedactionSame);
    let stale = store.document_redact(document.id, 9, &file(&own, "x.pdf", "x"), day("2026-03-02")).unwrap_err();
    assert_error(&stale, ErrorCode::RecordChanged);
    assert_eq!(contents(&folder(&grants)).len(), 1, "what a refused change brought is not kept");

    let redacted = file(&own, "ansøgning uden navn.pdf", "████");
    let view = store.document_redact(document.id, document.version, &redacted, day("2026-03-02")).unwrap().view;
    let states: Vec<_> = view.documents.iter().map(|found| (found.document.name.as_str(), found.content)).collect();
    assert_eq!(states, [("ansøgning uden navn.pdf", DocumentContent::Present), ("ansøgning.pdf", DocumentContent::Removed)]);
    let new = &view.documents[0].document;
    assert_eq!((new.redacts_id, new.kind), (Some(document.id), DocumentKind::AwardLetter));
    assert_eq!(view.checklist[0].document_id, Some(new.id), "the demand is still met");
    let all = |folder: &Path| contents(folder).iter().map(|path| fs::read_to_string(path).unwrap()).collect::<Vec<_>>();
    assert_eq!(all(&folder(&grants)), ["████"]);
    assert!(contents(&backups).is_empty());
    assert_error(&store.document_export(document.id, &own).unwrap_err(), ErrorCode::DocumentRemoved);
    let newest = store.undo().err().map(|error| error.code);
    assert_ne!(newest, None, "what is gone cannot be undone");
    assert_eq!(store.check(Language::Da).unwrap().failed, []);
}

#[test]
fn content_is_removed_when_nobody_needs_it() {
    let (grants, mut store, id, own) = with_application();
    let letter = file(&own, "brev.pdf", "indhold");
    add(&mut store, id, &letter).unwrap();
    let view = add(&mut store, id, &letter).unwrap();
    let [second, first] = [&view.documents[0].document, &view.documents[1].document];
    store.document_remove_content(first.id, first.version, day("2026-03-02")).unwrap();
    assert_eq!(contents(&folder(&grants)).len(), 1, "the other still has it");
    let view = store.document_remove_content(second.id, second.version, day("2026-03-02")).unwrap().view;
    assert!(contents(&folder(&grants)).is_empty());
    assert!(view.documents.iter().all(|found| found.content == DocumentContent::Removed));
    let gone = &view.documents[0].document;
    let twice = store.document_remove_content(gone.id, gone.version, day("2026-03-02")).unwrap_err();
    assert_error(&twice, ErrorCode::DocumentRemoved);
    store.application_part_delete(ApplicationPartKind::Document, gone.id, gone.version, day("2026-03-02")).unwrap();
    store.undo().unwrap();
}
