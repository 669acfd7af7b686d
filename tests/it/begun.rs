//! What a case begins with: points and an appendix the program wrote, and what is to be known of its pools.

use tilsagn_core::catalogue::CanApply;
use tilsagn_core::committee::{AppendixKind, CasePoint, Outcome, PartContent};
use tilsagn_core::views::*;

use crate::papers::{TODAY, Work, lines, own_pool, work};
use crate::register::day;
use crate::standing::{case_about, decision, pool};

#[test]
fn what_the_program_recommends_is_a_draft_until_a_person_accepts_or_writes_it() {
    let mut work = work();
    let case = |work: &Work| work.store.committee_case(work.case, day(TODAY)).unwrap();
    let texts: Vec<String> = case(&work).points.into_iter().map(|point| point.point.text).collect();
    assert_eq!(texts[..2], ["det godkendes, at kommunen søger følgende puljer", "Fondens pulje"]);
    assert!(texts[2].ends_with(" – nr. 91 (Beskæftigelse)"), "{texts:?}");
    let state = |work: &Work| work.part(PartContent::Recommendation).state;
    let drafts = work.view().drafts;
    assert!(lines(&work.view().report).iter().any(|line| line == "~Forvaltningen foreslår, at"));

    // One that is moved is as it was; one that is written is a person's, the others are not.
    let points = case(&work).points;
    let moved = CasePoint { position: 1, ..points[1].point.clone() };
    work.store.case_part_save(&CasePart::Point(moved), day(TODAY)).unwrap();
    assert!(case(&work).points.iter().all(|point| point.point.drafted));
    let written = CasePoint { text: "Fondens pulje i 2019".to_owned(), ..case(&work).points[2].point.clone() };
    work.store.case_part_save(&CasePart::Point(written), day(TODAY)).unwrap();
    let drafted: Vec<bool> = case(&work).points.iter().map(|point| point.point.drafted).collect();
    assert_eq!((drafted, state(&work)), (vec![true, true, false], PartState::Draft));

    let key = work.part(PartContent::Recommendation).key;
    let accepted = work.store.paper_accept(work.case, Some(&key), day(TODAY)).unwrap().view;
    assert_eq!((state(&work), accepted.drafts), (PartState::FromCase, drafts - 1), "only that part");
    assert!(lines(&accepted.report).iter().any(|line| line == "Forvaltningen foreslår, at"));
    work.store.undo().unwrap();
    assert_eq!(state(&work), PartState::Draft);
    work.store.paper_accept(work.case, None, day(TODAY)).unwrap();
    assert_eq!(state(&work), PartState::FromCase);
}

#[test]
fn a_case_begun_from_pools_has_their_table_in_the_same_deed() {
    let mut work = work();
    let biu = work.store.committee_case(work.case, day(TODAY)).unwrap().readings[0].reading.committee_id;
    let before = work.tables();
    let pools = vec![work.pool, pool(&work.store, "91-a")];
    let begun = work.store.case_create(&case_about(biu, pools.clone(), ""), work.lyngby, day(TODAY)).unwrap().view;
    let appended = work.store.paper(begun.committee_case.id, day(TODAY)).unwrap().appendices;
    let of = |it: &AppendixView| (it.draft.kind, it.draft.pools.clone(), it.draft.title.clone());
    let title = "Satspuljer 2019 der kan søges af kommunerne – Udvalget BIUs område".to_owned();
    assert_eq!(appended.iter().map(of).collect::<Vec<_>>(), [(AppendixKind::Pools, pools, title)]);
    work.store.undo().unwrap();
    assert_eq!(work.tables(), before);
    let begun = work.store.case_create(&case_about(biu, Vec::new(), ""), work.lyngby, day(TODAY)).unwrap().view;
    assert!(work.store.paper(begun.committee_case.id, day(TODAY)).unwrap().appendices.is_empty());
}

#[test]
fn a_pool_that_cannot_be_applied_to_is_remarked_on_until_it_is_decided() {
    let mut work = work();
    let remarks = |work: &Work, on: &str| -> Vec<String> {
        let points = work.store.committee_case(work.case, day(on)).unwrap().points;
        points.iter().flat_map(|point| &point.subjects).flat_map(|it| &it.remarks).map(|text| text.da.clone()).collect()
    };
    assert_eq!(remarks(&work, TODAY), Vec::<String>::new());
    let version = work.store.pools(None, day(TODAY), None).unwrap().pools.iter().find(|it| it.id == work.pool).unwrap().version;
    let closed = OwnPoolDraft { can_apply: CanApply::No, ..own_pool(work.pool, version, 2_000_000) };
    work.store.own_pool_save(&closed, day(TODAY)).unwrap();
    assert_eq!(remarks(&work, TODAY), ["Kommunen kan ikke søge puljen."]);
    let view = work.store.committee_case(work.case, day(TODAY)).unwrap();
    let decisions = vec![decision(view.points[0].point.id, Outcome::Approved)];
    let draft = DecisionDraft { reading: view.readings[0].reading.clone(), decisions, applications_for: Vec::new() };
    work.store.case_decide(&draft, day(TODAY)).unwrap();
    assert_eq!(remarks(&work, TODAY), Vec::<String>::new());
}
