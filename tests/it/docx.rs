//! Papers written as Word: read by another reader, opened by a word processor.

use std::path::Path;

use serde_json::{Value, json};
use tilsagn_core::report::{PaperFormat, Report};
use tilsagn_core::{ErrorCode, Language};
use tilsagn_export::{Template, make, try_template};

use crate::desk::assert_error;
use crate::readers::{office, pdf, python, understood};
use crate::reports::{POOLS, case, hard};

fn template(folder: &Path, name: &str) -> Template {
    Template { name: name.to_owned(), content: std::fs::read(folder.join("templates").join(name)).unwrap() }
}

fn word(report: &Report, template: Option<&Template>) -> Vec<u8> {
    let bytes = make(report, PaperFormat::Docx, template).unwrap().bytes;
    assert_eq!(make(report, PaperFormat::Docx, template).unwrap().bytes, bytes, "the same data is the same bytes");
    bytes
}

/// Papers in a folder, in our own look and in templates.
fn written() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("templates")).unwrap();
    python("make_templates.py", &folder.path().join("templates"));
    let english = Report { language: Language::En, ..case() };
    for (name, report, look) in [
        ("case.docx", case(), None),
        ("english.docx", english, None),
        ("hard.docx", hard(), None),
        ("case-dansk.docx", case(), Some("dansk.docx")),
        ("hard-dansk.docx", hard(), Some("dansk.docx")),
        ("case-bar.docx", case(), Some("bar.docx")),
        ("case-rammer.docx", case(), Some("rammer.docx")),
    ] {
        let look = look.map(|look| template(folder.path(), look));
        std::fs::write(folder.path().join(name), word(&report, look.as_ref())).unwrap();
    }
    folder
}

/// Text, name of style, level of outline.
fn headings(document: &Value) -> Vec<(&str, &str, u64)> {
    let paragraphs = document["paragraphs"].as_array().unwrap().iter();
    let outlined = paragraphs.filter_map(|one| Some((one["text"].as_str()?, one["style"].as_str()?, one["outline"].as_u64()?)));
    outlined.collect()
}

/// Text, level, how it is marked, and the list, of every item.
fn items(document: &Value) -> Vec<(&str, u64, &str, &str)> {
    let items = document["paragraphs"].as_array().unwrap().iter().filter_map(|one| {
        let (list, level) = (one["item"][0].as_str()?, one["item"][1].as_u64()?);
        Some((one["text"].as_str()?, level, document["lists"][list]["levels"][level as usize].as_str()?, list))
    });
    items.collect()
}

#[test]
fn an_independent_reader_and_a_word_processor_understand_the_same() {
    let folder = written();
    let read = understood("read_documents.py", folder.path());
    let paper = &read["case.docx"];
    assert_eq!(
        (&paper["title"], &paper["author"], &paper["language"], &paper["text language"], &paper["created"]),
        (
            &json!("Satspuljer 2019 (Beslutning)"),
            &json!("Lyngby-Taarbæk Kommune"),
            &json!("da-DK"),
            &json!("da-DK"),
            &json!("2019-03-12T00:00:00+00:00")
        )
    );
    assert_eq!((&read["english.docx"]["language"], &read["english.docx"]["text language"]), (&json!("en-GB"), &json!("en-GB")));
    let outline = [
        ("Satspuljer 2019 (Beslutning)", "Heading 1", 0),
        ("Resumé", "Heading 2", 1),
        ("Indstilling", "Heading 2", 1),
        ("Sagsfremstilling", "Heading 2", 1),
        ("Baggrund", "Heading 3", 2),
        ("Nærmere", "Heading 4", 3),
        ("Økonomi", "Heading 2", 1),
        ("Beslutning", "Heading 2", 1),
        ("Satspuljer 2019 der kan søges af kommunerne – Børne- og Ungdomsudvalgets område", "Heading 2", 1),
    ];
    let lists = |first: u32| {
        let list = move |at: u32| (first + at).to_string();
        vec![
            ("der søges om midler fra følgende puljer:", 0, "decimal", list(0)),
            ("Initiativ 31", 1, "lowerLetter", list(0)),
            ("Initiativ 77", 1, "lowerLetter", list(0)),
            ("Initiativ 91", 1, "lowerLetter", list(0)),
            ("der ikke søges fra resten,", 0, "decimal", list(0)),
            ("fordi fristen er udløbet", 1, "lowerLetter", list(0)),
            ("fordi formålet er dækket", 1, "lowerLetter", list(0)),
            ("egenfinansieringen afholdes inden for rammen.", 0, "decimal", list(0)),
            ("Sårbare børn", 0, "bullet", list(1)),
            ("i dagtilbud", 1, "bullet", list(1)),
            ("yderst inde", 2, "bullet", list(1)),
            ("i skolen", 1, "bullet", list(1)),
            ("Unge", 0, "bullet", list(1)),
            ("Ad 1: godkendt.", 0, "decimal", list(2)),
            ("Ad 2: godkendt.", 0, "decimal", list(2)),
            ("Ad 1: godkendt.", 0, "decimal", list(3)),
            ("Ad 2: godkendt.", 0, "decimal", list(3)),
        ]
    };
    // The template has nine lists of its own.
    for (name, first) in [("case.docx", 1), ("case-dansk.docx", 10)] {
        let paper = &read[name];
        assert_eq!(headings(paper), outline, "{name}");
        let there: Vec<_> =
            items(paper).into_iter().map(|(text, level, mark, list)| (text, level, mark, list.to_owned())).collect();
        assert_eq!(there, lists(first), "{name}");
        for at in first..first + 4 {
            assert_eq!(paper["lists"][at.to_string()]["starts"], json!({"0": "1"}), "each list begins anew");
        }
        let table = &paper["tables"][0];
        assert_eq!((&table["style"], &table["caption"]), (&json!("Table Grid"), &json!("Økonomi fordelt på år")));
        let rows = table["rows"].as_array().unwrap();
        let heads: Vec<_> = rows.iter().map(|row| row["header"].as_bool().unwrap()).collect();
        assert_eq!(heads, [true, true, false, false, false, false, false]);
        assert_eq!(rows[0]["cells"], json!(["Bevillingsområde", "1.000 kr.", "1.000 kr.", "1.000 kr.", "1.000 kr."]));
        assert_eq!(rows[1]["cells"], json!(["Bevillingsområde", "2019", "2020", "2021", "2022"]));
        assert_eq!(rows[5]["cells"], json!(["Materialer", "", "3.316,9", "", ""]));
        assert_eq!(rows[6]["cells"], json!(["I alt", "1.725", "5.117", "0", "-13"]));
        assert_eq!(table["right"], json!(["None", "RIGHT (2)", "RIGHT (2)", "RIGHT (2)", "RIGHT (2)"]));
    }
    let turned = |name: &str| -> Vec<Value> {
        let sections = read[name]["sections"].as_array().unwrap();
        sections.iter().map(|one| json!([one["orientation"], one["width"], one["height"], one["first page"]])).collect()
    };
    let (upright, wide) = (json!(["PORTRAIT", 11906, 16838, false]), json!(["LANDSCAPE", 16838, 11906, false]));
    assert_eq!(turned("case.docx"), [upright.clone(), wide.clone()]);
    assert_eq!(turned("hard.docx"), [wide.clone(), upright.clone()]);
    assert_eq!(turned("case-bar.docx"), [upright.clone(), wide.clone()], "also where the template's own pages are wide");
    let letterhead = json!(["PORTRAIT", 11906, 16838, true]);
    assert_eq!(turned("case-dansk.docx"), [letterhead, wide, upright], "a last page for what the template has below");

    hard_paper(&read["hard.docx"]);
    templates(&read);
    let names =
        ["case.docx", "english.docx", "hard.docx", "case-dansk.docx", "hard-dansk.docx", "case-bar.docx", "case-rammer.docx"];
    office(folder.path(), "pdf", names);
    as_pages(&folder.path().join("new"));
}

/// Nothing is left out where everything is too long or too many.
fn hard_paper(paper: &Value) {
    let title = hard().title;
    assert_eq!((paper["title"].as_str(), title.chars().count()), (Some(title.as_str()), 300));
    for table in paper["tables"].as_array().unwrap() {
        let rows = table["rows"].as_array().unwrap();
        assert_eq!(rows.len(), 2 + POOLS + 1);
        let whole: Vec<_> = rows.iter().enumerate().filter(|(_, row)| row["whole"] == json!(false)).map(|(at, _)| at).collect();
        assert_eq!(whole, [4], "only the row that is longer than a page breaks");
        assert_eq!(rows[4]["cells"][5].as_str().unwrap().chars().count(), 20_000);
        assert_eq!(rows[5]["cells"][5], "שלום עולם, 2019 (קול קורא) – مرحبا بالعالم 😀👩‍👧");
        assert_eq!(rows[6]["cells"].as_array().unwrap()[1..5], ["", "", "", ""], "no amounts");
    }
    let paragraphs = paper["paragraphs"].as_array().unwrap();
    let leftward: Vec<_> =
        paragraphs.iter().filter(|one| one["rtl"] == json!(true)).map(|one| one["text"].as_str().unwrap()).collect();
    assert_eq!(leftward, ["שלום עולם, זו הצעה של העירייה (Lyngby-Taarbæk) משנת 2019."]);
    assert!(paragraphs.iter().any(|one| one["text"] == "En dansk linje med مرحبا بالعالم midt i og 😀 til sidst."));
    for section in paper["sections"].as_array().unwrap() {
        assert_eq!(section["header"], "LUKKET PUNKT");
        assert!(section["footer"].as_str().unwrap().ends_with("Afleveret 12. marts 2019 kl. 10.05 af Åse Ærø, udgave 2"));
    }
}

/// Fields are filled, and what a template lacks is added to its own.
fn templates(read: &Value) {
    for (name, title, stamp) in [
        ("case-dansk.docx", "Satspuljer 2019 (Beslutning)".to_owned(), "Opgjort pr. 12. marts 2019"),
        ("hard-dansk.docx", hard().title, "Afleveret 12. marts 2019 kl. 10.05 af Åse Ærø, udgave 2"),
    ] {
        for section in read[name]["sections"].as_array().unwrap() {
            assert_eq!(
                (section["header"].as_str(), section["footer"].as_str()),
                (Some(format!("Sag: {title}").as_str()), Some(stamp))
            );
        }
    }
    let texts = |name: &str| -> Vec<&str> {
        read[name]["paragraphs"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect()
    };
    // Between them the end of the upright pages, which cannot be seen.
    assert_eq!(texts("hard-dansk.docx")[..3], ["Mødedato: ", "", "LUKKET PUNKT"], "the template has no field for it");
    assert_eq!(texts("case-dansk.docx").last(), Some(&"Med venlig hilsen"));
    assert_eq!(headings(&read["case-bar.docx"]), headings(&read["case.docx"]));
    assert_eq!(items(&read["case-bar.docx"]).len(), 17);
    assert_eq!(read["case-rammer.docx"]["tables"].as_array().unwrap().len(), 1, "the paper stands in its cell");
}

/// On paper everything is there, and pages say which they are.
fn as_pages(folder: &Path) {
    // How much space stands between words depends on the fonts there are.
    let words =
        |how: &[&str], name: &str| pdf("pdftotext", how, &folder.join(name)).split_whitespace().collect::<Vec<_>>().join(" ");
    let text = |name: &str| words(&["-layout"], name);
    let pages = |name: &str| {
        let info = pdf("pdfinfo", &[], &folder.join(name));
        info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse::<u32>().unwrap()
    };
    let paper = text("case.pdf");
    let marks = ["1. der søges", "c. Initiativ 91", "2. der ikke", "a. fordi fristen", "• Sårbare", "– i dagtilbud"];
    for there in
        marks.iter().chain(&["[Udkast, ikke godkendt]", "I alt 1.725 5.117 0 -13", "Ansøgning 07.05.2019", "Side 3 af 3"])
    {
        assert!(paper.contains(there), "{there} in {paper}");
    }
    // Where a page ends between them depends on the fonts too.
    for item in ["1. Ad 1: godkendt.", "2. Ad 2: godkendt."] {
        assert_eq!(paper.matches(item).count(), 2, "a list begins anew: {paper}");
    }
    assert_eq!((pages("case.pdf"), pages("case-bar.pdf"), pages("case-dansk.pdf")), (3, 3, 4));
    let dansk = text("case-dansk.pdf");
    assert_eq!((dansk.matches("Kommunens brevhoved").count(), dansk.matches("Sag: Satspuljer").count()), (1, 3));
    for name in ["hard.pdf", "hard-dansk.pdf"] {
        // In the order it was written: a cell beside may stand on the same line.
        let written = words(&["-raw"], name);
        for at in 1..=POOLS {
            assert!(written.matches(&format!(" {at}. Initiativ for børn og unge")).count() >= 2, "{name}: {at}");
        }
        let (paper, many) = (text(name), pages(name));
        assert!(many > 60, "{name}: {many}");
        let said = paper.matches("2019 2020 2021 2022").count() as u32;
        assert!(said >= many - 12, "headings are said again on every page: {name} {said} of {many}");
    }
}

#[test]
fn a_template_that_cannot_be_used_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("templates")).unwrap();
    python("make_templates.py", &folder.path().join("templates"));
    let refused = |template: &Template| make(&case(), PaperFormat::Docx, Some(template)).unwrap_err();
    // It is tried before it is kept, by the same rules.
    let tried = |name: &str| try_template(&folder.path().join("templates").join(name)).map_err(|error| error.code);
    for name in ["makroer.docx", "bombe.docx", "brudt.docx", "tom.docx"] {
        let error = refused(&template(folder.path(), name));
        assert_error(&error, ErrorCode::TemplateUnreadable);
        assert_eq!(error.params["file"], name);
        assert_eq!(tried(name), Err(ErrorCode::TemplateUnreadable));
    }
    assert_eq!((tried("dansk.docx"), tried("væk.docx")), (Ok(()), Err(ErrorCode::FileMissing)));
    assert_eq!(tried("uden.docx"), Err(ErrorCode::TemplateStylesMissing));
    let error = refused(&template(folder.path(), "uden.docx"));
    assert_error(&error, ErrorCode::TemplateStylesMissing);
    assert_eq!((error.params["file"].as_str(), error.params["missing"].as_str()), ("uden.docx", "Overskrift 2 (Heading 2)"));
    let whole = template(folder.path(), "dansk.docx").content;
    for cut in (0..whole.len()).step_by(whole.len() / 40) {
        let error = refused(&Template { name: "halv.docx".to_owned(), content: whole[..cut].to_vec() });
        assert_error(&error, ErrorCode::TemplateUnreadable);
    }
}
