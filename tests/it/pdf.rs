//! Papers written as PDF: what other readers make of them.

use std::path::{Path, PathBuf};

use tilsagn_core::Language;
use tilsagn_core::report::*;
use tilsagn_export::make;

use crate::readers::pdf;
use crate::register::day;
use crate::reports::{POOLS, case, hard, report};

/// A paper as a file, the letters no font has, and the folder it lies in.
fn written(report: &Report) -> (PathBuf, Vec<String>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    let made = make(report, PaperFormat::Pdf, None).unwrap();
    std::fs::write(&path, made.bytes).unwrap();
    (path, made.without_glyph, folder)
}

/// What `pdfinfo` says, by its name for it.
fn said<'a>(info: &'a str, name: &str) -> &'a str {
    info.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).unwrap_or_default().trim()
}

/// The tags of a paper, in order, without what stands in them.
fn tags(path: &Path) -> Vec<String> {
    let structure = pdf("pdfinfo", &["-struct"], path);
    let tag = |line: &str| {
        let word: String = line.trim_start().chars().take_while(char::is_ascii_alphanumeric).collect();
        (!word.is_empty() && !line.trim_start().starts_with('/')).then_some(word)
    };
    structure.lines().filter_map(tag).collect()
}

/// The text as it is read, each run of blanks one.
fn text(path: &Path) -> String {
    pdf("pdftotext", &[], path).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_paper_is_tagged_for_every_reader_and_reads_in_its_order() {
    let (path, without, _folder) = written(&case());
    let info = pdf("pdfinfo", &[], &path);
    assert_eq!(
        (said(&info, "Title"), said(&info, "Author"), said(&info, "Tagged"), said(&info, "Creator")),
        ("Satspuljer 2019 (Beslutning)", "Lyngby-Taarbæk Kommune", "yes", "Tilsagn")
    );
    assert_eq!(without, Vec::<String>::new());
    let bytes = std::fs::read(&path).unwrap();
    let holds = |needle: &str| bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
    for claim in ["<pdfuaid:part>1</pdfuaid:part>", "<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>"]
    {
        assert!(holds(claim), "{claim}");
    }
    assert!(holds("/Lang(da-DK)") || holds("/Lang (da-DK)"));

    let tags = tags(&path);
    let count = |tag: &str| tags.iter().filter(|one| *one == tag).count();
    let headings: Vec<&str> = tags.iter().map(String::as_str).filter(|tag| matches!(*tag, "H1" | "H2" | "H3" | "H4")).collect();
    assert_eq!(headings, ["H1", "H2", "H2", "H2", "H3", "H4", "H2", "H2", "H2"]);
    assert_eq!((count("Table"), count("L") > 5, count("LI") > 12, count("Lbl") > 12), (3, true, true, true));
    // Three tables: five columns, a group over four of them, two headings among the rows; two columns; six and a group over four.
    assert!(count("TH") >= 6 + 2 + 7, "{}", count("TH"));
    let structure = pdf("pdfinfo", &["-struct"], &path);
    assert!(structure.contains("/Scope /Column") && structure.contains("/Scope /Row") && structure.contains("/Summary"));

    let text = text(&path);
    let mut at = 0;
    for piece in [
        "Punkt 3",
        "Satspuljer 2019 (Beslutning)",
        "Resumé",
        "Udvalget behandler sagen den 12. marts 2019. Ny linje.",
        "Forvaltningen foreslår, at",
        "1. der søges om midler fra følgende puljer:",
        "a. Initiativ 31",
        "c. Initiativ 91",
        "2. der ikke søges",
        "a. fordi fristen er udløbet",
        "3. egenfinansieringen",
        "Sårbare børn",
        "[Udkast, ikke godkendt]",
        "Teksten er lavet af data.",
    ] {
        let found = text[at..].find(piece).unwrap_or_else(|| panic!("»{piece}« after »{}«", &text[..at]));
        at += found + piece.len();
    }
    // In which order a table is read follows from its tags; this reader goes by where things stand.
    for piece in [
        "1.000 kr.",
        "Løn til projektleder",
        "1.725",
        "3.316,9",
        "heraf egenfinansiering",
        "I alt",
        "Beløb i 2019-pl, afrundet til hele 1.000 kr.",
        "07.05.2019",
        "Økonomi, mio. kr. (2019-pl)",
        "Forvaltningens vurdering: Der søges",
    ] {
        assert!(text.contains(piece), "»{piece}« in »{text}«");
    }
    assert!(text.contains("Lyngby-Taarbæk Kommune · Opgjort pr. 12. marts 2019"));
    assert!(text.contains("Side 1 af "));
}

#[test]
fn the_same_paper_is_the_same_bytes_and_another_is_known_from_it() {
    let pdf = |report: &Report| make(report, PaperFormat::Pdf, None).unwrap().bytes;
    let first = pdf(&case());
    assert_eq!(pdf(&case()), first);
    assert_ne!(pdf(&Report { as_of: day("2019-03-13"), ..case() }), first);
}

#[test]
fn an_english_paper_has_english_marks_and_numbers() {
    let (path, _, _folder) = written(&Report { language: Language::En, closed: true, ..case() });
    let text = text(&path);
    for piece in ["CLOSED ITEM", "[Draft, not accepted]", "Page 1 of ", "As of 12 March 2019", "1,725"] {
        assert!(text.contains(piece), "{piece}");
    }
}

/// A word and where it stands: page, left, top, right, bottom.
struct Word {
    page: usize,
    edges: [f64; 4],
    text: String,
}

fn words(path: &Path) -> (Vec<(f64, f64)>, Vec<Word>) {
    let value = |line: &str, name: &str| -> f64 {
        let start = line.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
        line[start..].split('"').next().unwrap().parse().unwrap()
    };
    let (mut pages, mut words) = (Vec::new(), Vec::new());
    for line in pdf("pdftotext", &["-bbox"], path).lines() {
        if line.contains("<page ") {
            pages.push((value(line, "width"), value(line, "height")));
        } else if line.contains("<word ") {
            let edges = ["xMin", "yMin", "xMax", "yMax"].map(|name| value(line, name));
            let text = line.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned();
            words.push(Word { page: pages.len() - 1, edges, text });
        }
    }
    (pages, words)
}

#[test]
fn nothing_of_a_long_paper_is_cut_or_overlaps() {
    let report = hard();
    let (path, without, _folder) = written(&report);
    assert_eq!(without, Vec::<String>::new(), "letters from right to left and pictures have glyphs");
    let (pages, words) = words(&path);
    assert!(pages.len() > 20);
    for Word { page, edges: [left, top, right, bottom], text } in &words {
        let (width, height) = pages[*page];
        assert!(*left >= 55.0 && *right <= width - 55.0 && *top >= 25.0 && *bottom <= height - 20.0, "{text} on page {page}");
    }
    // Two words of a page share no ground.
    for (at, word) in words.iter().enumerate() {
        for other in words[at + 1..].iter().take_while(|other| other.page == word.page) {
            let across = word.edges[2].min(other.edges[2]) - word.edges[0].max(other.edges[0]);
            let down = word.edges[3].min(other.edges[3]) - word.edges[1].max(other.edges[1]);
            let is_written_left_to_right = |word: &Word| word.text.chars().all(|letter| letter < '\u{590}');
            let plain = is_written_left_to_right(word) && is_written_left_to_right(other);
            assert!(!plain || across < 1.0 || down < 4.5, "»{}« and »{}« on page {}", word.text, other.text, word.page + 1);
        }
    }
    let text = text(&path);
    assert_eq!(text.matches("Beskrivelsen").count(), 3 * 308, "a description of 20,000 letters, three times");
    assert!(text.matches('x').count() >= 400, "a word of one letter, over several lines");
    assert_eq!(text.matches("Forvaltningens vurdering:").count(), 2 * (POOLS - 2));
    // On each page of the table its headings stand above.
    assert!(text.matches("Økonomi, mio. kr. (2019-pl)").count() > 20);
    assert!(text.contains("LUKKET PUNKT") && text.contains("Afleveret 12. marts 2019 kl. 10.05 af Åse Ærø, udgave 2"));
}

#[test]
fn what_no_font_has_stands_as_its_code_and_what_looks_like_markup_as_text() {
    let markup = "#set text(red) *fed* $x^2$ `kode` <mærke> @kilde \\ [x] // slut";
    let blocks = vec![Block::heading(1, "Tegn 基"), Block::paragraph(markup), Block::paragraph("z\u{331} \u{e001} 本\u{fffe}")];
    let (path, without, _folder) = written(&report(PaperKind::Status, "Tegn 基", vec![Section { landscape: false, blocks }]));
    assert_eq!(without.iter().map(String::as_str).collect::<Vec<_>>(), ["\u{331}", "基", "本", "\u{e001}", "\u{fffe}"]);
    let text = text(&path);
    for piece in [markup, "U+57FA", "U+E001", "U+672C"] {
        assert!(text.contains(piece), "{piece}: {text}");
    }
    assert_eq!(said(&pdf("pdfinfo", &[], &path), "Tagged"), "yes");
}

#[test]
fn a_paper_that_says_nothing_is_still_one() {
    let (path, _, _folder) = written(&report(PaperKind::Portfolio, " ", Vec::new()));
    let info = pdf("pdfinfo", &[], &path);
    assert_eq!((said(&info, "Title"), said(&info, "Pages")), ("Beslutningsliste", "1"));
}
