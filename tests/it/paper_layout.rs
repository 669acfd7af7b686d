//! How papers lie on their pages, where a word processor and a spreadsheet print them, and in our own PDF.

use std::path::Path;

use tilsagn_core::report::{PaperFormat, PaperKind};
use tilsagn_core::views::{PaperAsked, PaperOf};
use tilsagn_export::{Watch, gather};

use crate::export_files::{asked, example, papers, write};
use crate::readers::{office, pdf};
use crate::register::day;

/// A word where it stands on its page: left, top, right and bottom edge, points.
struct Word {
    text: String,
    at: [f64; 4],
}

/// The words of a PDF by page.
fn pages(path: &Path) -> Vec<Vec<Word>> {
    let number = |line: &str, name: &str| -> f64 {
        let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    let word = |line: &str| {
        let text = line.split_once('>')?.1.strip_suffix("</word>")?.to_owned();
        Some(Word { text, at: ["xMin", "yMin", "xMax", "yMax"].map(|name| number(line, name)) })
    };
    let found = pdf("pdftotext", &["-bbox"], path);
    found.split("<page ").skip(1).map(|page| page.lines().filter_map(|line| word(line.trim())).collect()).collect()
}

/// Whether two words are printed over each other, by more than the air around letters.
fn is_over(one: &Word, other: &Word) -> bool {
    let overlap = |low: usize, high: usize| one.at[high].min(other.at[high]) - one.at[low].max(other.at[low]);
    overlap(0, 2) > 1.0 && overlap(1, 3) > 0.5 * (one.at[3] - one.at[1]).min(other.at[3] - other.at[1])
}

#[test]
fn sheets_are_printed_with_every_text_whole_and_none_over_another() {
    let (desk, store) = example();
    let folder = desk.folder.path();
    let wanted = [PaperKind::Appendix, PaperKind::Portfolio, PaperKind::Pipeline, PaperKind::Deadlines, PaperKind::Status];
    let of_kind: Vec<PaperOf> = papers(&store).into_iter().filter(|of| wanted.contains(&of.kind())).collect();
    let names: Vec<String> = of_kind.iter().map(|of| format!("{}.xlsx", of.kind().code())).collect();
    for (of, name) in of_kind.into_iter().zip(&names) {
        write(&store, &asked(of, "2019-03-12"), PaperFormat::Xlsx, &folder.join(name)).unwrap();
    }
    office(folder, "pdf", &names);
    for name in &names {
        for (number, page) in pages(&folder.join("new").join(name.replace("xlsx", "pdf"))).iter().enumerate() {
            assert!(!page.is_empty(), "{name} page {number}");
            for (at, one) in page.iter().enumerate() {
                assert!(one.at[0] > 20.0 && one.at[2] < 822.0, "{name} page {number}: {} runs off", one.text);
                let over = page[at + 1..].iter().find(|other| is_over(one, other));
                assert!(over.is_none(), "{name} page {number}: {} over {}", one.text, over.unwrap().text);
            }
        }
    }
}

#[test]
fn a_budget_breaks_no_word_and_heads_its_groups_at_the_left() {
    let (desk, store) = example();
    let folder = desk.folder.path();
    let koebenhavn = store.municipality_named("København").unwrap().id;
    let all = store.applications(koebenhavn, day("2009-03-26")).unwrap().applications;
    let application_id = all.iter().find(|one| one.title == "Rådgiver på hjul").unwrap().id;
    let asked: PaperAsked = asked(PaperOf::Budget { application_id, budget_id: None }, "2009-03-26");
    for format in [PaperFormat::Docx, PaperFormat::Pdf] {
        let gathered = gather(&store, &asked, format, koebenhavn, day("2026-11-22")).unwrap();
        gathered.write(&folder.join(format!("budget.{}", format.code())), &Watch::default()).unwrap();
    }
    office(folder, "pdf", ["budget.docx"]);
    for path in [folder.join("budget.pdf"), folder.join("new/budget.pdf")] {
        let pages = pages(&path);
        assert_eq!(pages.len(), 2, "{}", path.display());
        let words: Vec<&Word> = pages.iter().flatten().collect();
        let named = |text: &str| words.iter().find(|word| word.text.trim_end_matches([':', ',', '.']) == text);
        for whole in
            ["Projektkoordination", "Kampagnemateriale", "opkvalificering", "konferencemateriale", "850.000", "medarbejdere"]
        {
            assert!(named(whole).is_some(), "{whole} in {}", path.display());
        }
        let (heading, text) = (named("Udgifter").unwrap(), named("Tekst").unwrap());
        assert!(heading.at[0] <= text.at[0], "{} of {}", heading.at[0], text.at[0]);
        // Whose it is stands below every page.
        for page in &pages {
            assert!(page.iter().any(|word| word.text == "København" && word.at[1] > 500.0), "{}", path.display());
        }
    }
}
