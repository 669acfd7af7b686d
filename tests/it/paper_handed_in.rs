//! What is exported of a paper that was handed in, and of a meeting that is over.

use tilsagn_core::committee::AppendixKind;
use tilsagn_core::report::{Block, plain};
use tilsagn_core::views::*;

use crate::papers::*;
use crate::register::day;

#[test]
fn what_is_not_the_paper_that_was_handed_in_says_so() {
    let mut work = work();
    let draft = AppendixDraft { pools: vec![work.pool], ..appendix(&work, AppendixKind::Pools, "Oversigt") };
    let appended = work.store.paper_appendix_save(&draft, day(TODAY)).unwrap().view.appendices[0].draft.id;
    work.desk.set_time("2019-03-12T10:00:00Z");
    let handed_in = work.store.paper_hand_in(work.case, day(TODAY)).unwrap().view;
    let before_change = handed_in.report.clone();
    work.set_amount(3_000_000);

    let written = |of: PaperOf, on: &str| {
        let asked = PaperAsked { of, as_of: Some(day(on)), language: tilsagn_core::Language::Da, closed: false };
        work.store.paper_preview(&asked, work.lyngby, day("2019-04-01")).unwrap()
    };
    let case = |form: Option<&str>, on: &str| {
        let preview = written(PaperOf::Case { id: work.case, form: form.map(str::to_owned), copy: None }, on);
        (preview.report.unwrap(), preview.remarks.len())
    };
    for form in [None, Some("lyngby-taarbaek")] {
        for on in [TODAY, "2019-03-13", "2020-01-01"] {
            assert_eq!(case(form, on), (before_change.clone(), 0), "{form:?} {on}");
        }
    }
    let said = "Ikke det afleverede papir: sagen blev afleveret 12. marts 2019 kl. 11.00 i formen »Lyngby-Taarbæk«.";
    for (form, on) in [(Some("koebenhavn"), TODAY), (None, "2019-03-11"), (Some("lyngby-taarbaek"), "2019-03-11")] {
        let (report, remarks) = case(form, on);
        let under =
            report.sections[0].blocks.iter().position(|block| matches!(block, Block::Heading { level: 1, .. })).unwrap() + 1;
        let Block::Paragraph { runs } = &report.sections[0].blocks[under] else { panic!("{:?}", report.sections[0].blocks) };
        assert!(plain(runs).starts_with(said) && report.handed_in.is_none(), "{form:?} {on}: {}", plain(runs));
        assert!(remarks > 0, "a draft lacks what nobody has accepted");
    }

    // The appendix is of the same paper.
    let of = || PaperOf::Appendix { id: Some(appended), committee_id: None, columns: Vec::new(), pools: Vec::new() };
    let frozen = written(of(), "2019-03-20").report.unwrap();
    assert_eq!((&frozen.handed_in, frozen.as_of), (&before_change.handed_in, before_change.as_of));
    assert_eq!(frozen.stamp(), before_change.stamp());
    let earlier = written(of(), "2019-03-11").report.unwrap();
    assert!(lines(&earlier).iter().any(|line| line.starts_with(said)), "{:?}", lines(&earlier));

    // Taken back it is a draft like any other.
    let copy = handed_in.handed_in.unwrap();
    work.store.paper_take_back(&take_back(&copy), day("2019-03-14")).unwrap();
    let back = work.store.paper(work.case, day("2019-03-14")).unwrap();
    assert!(lines(&back.report).iter().all(|line| !line.starts_with("Ikke det afleverede")), "{:?}", lines(&back.report));
}

#[test]
fn the_pack_of_a_meeting_that_is_over_is_of_its_day() {
    let mut work = work();
    let asked = |as_of: Option<&str>| PaperAsked {
        of: PaperOf::Pack { id: work.case },
        as_of: as_of.map(day),
        language: tilsagn_core::Language::Da,
        closed: false,
    };
    let days = |as_of: Option<&str>, today: &str| {
        let files = work.store.paper_files(&asked(as_of), work.lyngby, day(today)).unwrap();
        assert!(files.papers.iter().all(|file| file.asked.as_of == Some(files.day)));
        files.day
    };
    assert_eq!(days(None, "2026-11-22"), day(TODAY));
    assert_eq!(days(None, "2019-03-01"), day("2019-03-01"), "the meeting is ahead");
    assert_eq!(days(Some("2020-01-01"), "2026-11-22"), day("2020-01-01"));

    // Handed in afterwards it is still the paper that was handed in, beside the lists of the meeting's day.
    let pack = asked(None);
    work.desk.set_time("2026-11-22T10:00:00Z");
    work.store.paper_hand_in(work.case, day("2026-11-22")).unwrap();
    let files = work.store.paper_files(&pack, work.lyngby, day("2026-11-22")).unwrap();
    let item = work.store.report(&files.papers[0].asked, work.lyngby, day("2026-11-22")).unwrap();
    assert!(item.handed_in.is_some());
    assert_eq!(files.papers.last().unwrap().asked.as_of, Some(day(TODAY)));
}
