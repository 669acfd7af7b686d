//! Papers as files: every kind in every format from the example, and what cannot be written.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use tilsagn_core::applications::DocumentKind;
use tilsagn_core::import::generated_budgets;
use tilsagn_core::report::{PaperFormat, PaperKind};
use tilsagn_core::store::Store;
use tilsagn_core::views::{ExposureFilter, PaperAsked, PaperOf, PaperWritten};
use tilsagn_core::{Error, ErrorCode, Language, seed};
use tilsagn_export::{Watch, gather};

use crate::desk::{Desk, assert_error};
use crate::filled::filled;
use crate::register::day;

/// The example in a file, to write papers from.
pub fn example() -> (Desk, Store) {
    let mut desk = Desk::new();
    desk.environment.schema = tilsagn_core::store::SCHEMA;
    let store = Store::create(&desk.path(), &desk.environment, seed::example).unwrap();
    (desk, store)
}

pub fn asked(of: PaperOf, as_of: &str) -> PaperAsked {
    PaperAsked { of, as_of: Some(day(as_of)), language: Language::Da, closed: false }
}

pub fn write(store: &Store, asked: &PaperAsked, format: PaperFormat, path: &Path) -> Result<PaperWritten, Error> {
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    gather(store, asked, format, municipality, day("2026-11-22"))?.write(path, &Watch::default())
}

/// Every kind of paper of the example.
pub fn papers(store: &Store) -> Vec<PaperOf> {
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let committee = store.office(municipality).unwrap().committees[0].id;
    let case = store.cases(municipality, day("2019-03-12")).unwrap().cases[0].id;
    let application_id = store.applications(municipality, day("2019-03-12")).unwrap().applications[0].id;
    vec![
        PaperOf::Case { id: case, form: None, copy: None },
        PaperOf::Appendix { id: None, committee_id: Some(committee), columns: Vec::new(), pools: Vec::new() },
        PaperOf::Portfolio { committee_id: None },
        PaperOf::Pipeline { committee_id: None },
        PaperOf::Dossier { application_id },
        PaperOf::Budget { application_id, budget_id: None },
        PaperOf::Exposure { filter: ExposureFilter::default() },
        PaperOf::Deadlines { within: None, person_id: None, committee_id: None },
        PaperOf::Status { committee_id: committee, since: None },
        PaperOf::Pack { id: case },
    ]
}

#[test]
fn every_paper_is_written_in_every_format_it_has_and_twice_the_same() {
    let (desk, store) = example();
    let folder = desk.folder.path().join("papers");
    fs::create_dir(&folder).unwrap();
    let papers = papers(&store);
    let kinds: Vec<PaperKind> = papers.iter().map(PaperOf::kind).collect();
    assert_eq!(kinds, PaperKind::ALL, "one of each kind");
    for of in papers {
        let kind = of.kind();
        let asked = asked(of, "2019-03-12");
        for format in kind.formats() {
            let at = |name: &str| folder.join(format!("{}-{name}", kind.code()));
            let written = write(&store, &asked, *format, &at("first")).unwrap();
            let path = PathBuf::from(&written.path);
            assert_eq!(path.extension().unwrap(), format.code());
            let bytes = fs::read(&path).unwrap();
            assert_eq!(bytes.len() as f64, written.bytes);
            let begins: &[u8] = match format {
                PaperFormat::Docx | PaperFormat::Xlsx | PaperFormat::Zip => b"PK\x03\x04",
                PaperFormat::Pdf => b"%PDF-",
                PaperFormat::Csv => "\u{feff}".as_bytes(),
                PaperFormat::Ics => b"BEGIN:VCALENDAR\r\n",
                PaperFormat::Json => b"{",
            };
            assert!(bytes.starts_with(begins), "{kind:?} {format:?}");
            assert_eq!(written.without_glyph, Vec::<String>::new(), "{kind:?} {format:?}");
            let again = write(&store, &asked, *format, &at("second")).unwrap();
            assert!(fs::read(again.path).unwrap() == bytes, "{kind:?} {format:?} is another file the second time");
        }
        for format in PaperFormat::ALL.iter().filter(|format| !kind.formats().contains(format)) {
            let refused = write(&store, &asked, *format, &folder.join("no")).unwrap_err();
            assert_error(&refused, ErrorCode::FormatNotPossible);
            assert!(!folder.join("no").exists());
        }
    }
}

/// Every file of a zip with its content, and the time each has.
fn unzipped(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut all = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let time = file.last_modified().unwrap();
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (2026, 3, 1, 0));
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        all.insert(file.name().unwrap().into_owned(), bytes);
    }
    all
}

#[test]
fn a_dossier_has_its_documents_an_index_of_them_and_what_is_gone() {
    let (desk, mut store) = example();
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let application_id = store.applications(municipality, day("2019-03-12")).unwrap().applications[0].id;
    let own = desk.folder.path().join("mine");
    fs::create_dir(&own).unwrap();
    let add = |store: &mut Store, name: &str, content: &str| {
        let path = own.join(name);
        fs::write(&path, content).unwrap();
        let view = store.document_add(application_id, &path, DocumentKind::AwardLetter, day("2026-02-01")).unwrap().view;
        view.documents.iter().find(|found| found.document.name == name).unwrap().document.clone()
    };
    let letter = add(&mut store, "Tilsagn: \"endeligt\" 🎉.pdf", "Hermed 2.336.000 kr.");
    add(&mut store, "tilsagn_ _endeligt_ 🎉.PDF", "En anden.");
    let secret = add(&mut store, "Cpr.txt", "010203-1234");
    store.document_remove_content(secret.id, secret.version, day("2026-02-02")).unwrap();
    let asked = asked(PaperOf::Dossier { application_id }, "2026-03-01");
    let path = desk.folder.path().join("sag.zip");
    write(&store, &asked, PaperFormat::Zip, &path).unwrap();
    let files = unzipped(&path);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let expected = [
        "Ansøgning.docx",
        "Ansøgning.pdf",
        "Dokumenter/Tilsagn_ _endeligt_ 🎉.pdf",
        "Dokumenter/tilsagn_ _endeligt_ 🎉 (2).PDF",
        "Indeks.csv",
        "Indeks.docx",
        "Indeks.pdf",
        "SHA256SUMS",
    ];
    assert_eq!(names, expected);
    let preview = store.paper_preview(&asked, municipality, day("2026-11-22")).unwrap();
    let mut promised = preview.files;
    promised.sort();
    assert_eq!(promised, expected, "what is promised is what is there");
    assert_eq!(files[expected[2]], "Hermed 2.336.000 kr.".as_bytes());
    let sums = String::from_utf8(files["SHA256SUMS"].clone()).unwrap();
    assert_eq!(sums.lines().count(), expected.len() - 1);
    assert!(sums.contains(&format!("{}  {}\n", letter.sha256, expected[2])), "{sums}");
    let index = String::from_utf8(files["Indeks.csv"].clone()).unwrap();
    assert!(index.contains("Cpr.txt;") && index.contains("Indholdet er fjernet 2. februar 2026."), "{index}");
    assert!(!index.contains(&secret.sha256), "not even the hash of what was removed");

    // A document that is not what its hash says is not handed on, and nothing of the new file is left.
    let before = fs::read(&path).unwrap();
    let place = desk.path().with_file_name("tilsagn-documents").join(&letter.sha256[..2]).join(&letter.sha256);
    fs::write(&place, "Hermed 9.336.000 kr.").unwrap();
    assert_error(&write(&store, &asked, PaperFormat::Zip, &path).unwrap_err(), ErrorCode::DocumentLost);
    // One that is gone is named.
    fs::remove_file(&place).unwrap();
    assert_eq!(fs::read(&path).unwrap(), before);
    write(&store, &asked, PaperFormat::Zip, &path).unwrap();
    let index = String::from_utf8(unzipped(&path)["Indeks.csv"].clone()).unwrap();
    assert!(index.contains("Indholdet ligger ikke i dokumentmappen."), "{index}");
}

#[test]
fn what_is_stopped_or_cannot_be_written_leaves_what_was_there() {
    let (desk, store) = example();
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let at = |name: &str| desk.folder.path().join(name);
    let old = |name: &str| {
        fs::write(at(name), "gammelt").unwrap();
        at(name)
    };
    let deadlines = asked(PaperOf::Deadlines { within: None, person_id: None, committee_id: None }, "2019-03-12");
    let missing = write(&store, &deadlines, PaperFormat::Csv, &at("ingen/frister.csv")).unwrap_err();
    assert_error(&missing, ErrorCode::FolderMissing);

    let open = old("frister.xlsx");
    fs::write(at(".~lock.frister.xlsx#"), ",Anne,,,").unwrap();
    let in_use = write(&store, &deadlines, PaperFormat::Xlsx, &open).unwrap_err();
    assert_error(&in_use, ErrorCode::FileInUse);
    assert_eq!(in_use.params["other"], at("frister (2).xlsx").display().to_string());
    assert_eq!(fs::read_to_string(&open).unwrap(), "gammelt");
    write(&store, &deadlines, PaperFormat::Xlsx, Path::new(&in_use.params["other"])).unwrap();

    for (of, format, name) in [
        (deadlines.of.clone(), PaperFormat::Csv, "stoppet.csv"),
        (
            PaperOf::Pack { id: store.cases(municipality, day("2019-03-12")).unwrap().cases[0].id },
            PaperFormat::Zip,
            "stoppet.zip",
        ),
    ] {
        let path = old(name);
        let before = fs::read_dir(desk.folder.path()).unwrap().count();
        let watch = Watch::default();
        watch.stop();
        let gathered = gather(&store, &asked(of, "2019-03-12"), format, municipality, day("2019-03-12")).unwrap();
        assert_error(&gathered.write(&path, &watch).unwrap_err(), ErrorCode::ExportStopped);
        assert_eq!(fs::read_to_string(&path).unwrap(), "gammelt");
        assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), before, "nothing is left beside it");
        assert!(watch.progress().is_some());
    }
}

/// The workbooks of the example's papers, for a spreadsheet to reckon anew.
pub fn workbooks(folder: &Path) -> Vec<String> {
    let ((_desk, store), (_other, mut busy)) = (example(), filled());
    busy.add_example(&generated_budgets(12).unwrap()).unwrap();
    let mut names = Vec::new();
    let mut add = |store: &Store, municipality: &str, of: PaperOf, as_of: &str| {
        let name = format!("paper-{}.xlsx", names.len());
        let municipality = store.municipality_named(municipality).unwrap().id;
        let asked = asked(of, as_of);
        let gathered = gather(store, &asked, PaperFormat::Xlsx, municipality, day("2026-11-22")).unwrap();
        gathered.write(&folder.join(&name), &Watch::default()).unwrap();
        names.push(name);
    };
    for of in papers(&store).into_iter().filter(|of| of.kind().formats().contains(&PaperFormat::Xlsx)) {
        add(&store, "Lyngby-Taarbæk", of, "2019-03-12");
    }
    for as_of in ["2009-10-01", "2010-12-01"] {
        add(&store, "København", PaperOf::Exposure { filter: ExposureFilter::default() }, as_of);
        add(&store, "København", PaperOf::Pipeline { committee_id: None }, as_of);
    }
    // Sums of many by year, committee and department.
    add(&busy, "København", PaperOf::Exposure { filter: ExposureFilter::default() }, "2019-03-12");
    names
}

/// Holds every number of a workbook against what a spreadsheet came to; gives how many there were.
pub fn held(ours: &Path, theirs: &Path) -> usize {
    let open = |path: &Path| -> Xlsx<_> { open_workbook(path).unwrap() };
    let (mut ours, mut theirs) = (open(ours), open(theirs));
    let mut held = 0;
    for name in ours.sheet_names() {
        let (mine, other) = (ours.worksheet_range(&name).unwrap(), theirs.worksheet_range(&name).unwrap());
        for (row, column, cell) in mine.used_cells() {
            let (Data::Float(number), Some(start)) = (cell, mine.start()) else { continue };
            let place = (row as u32 + start.0, column as u32 + start.1);
            let found = match other.get_value(place) {
                Some(Data::Float(found)) => *found,
                Some(Data::Int(found)) => *found as f64,
                found => panic!("{name} {place:?}: {found:?}"),
            };
            assert!((found - number).abs() < 0.000_001, "{name} {place:?}: {number} and {found}");
            held += 1;
        }
    }
    held
}
