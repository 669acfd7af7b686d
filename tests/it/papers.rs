//! The paper of a case: its texts, its appendices and the copies that are handed in.

use tilsagn_core::ErrorCode;
use tilsagn_core::committee::prose::{Inline, Prose, ProseBlock};
use tilsagn_core::committee::{AppendixKind, CommitteeCase, PartContent};
use tilsagn_core::pools::Stance;
use tilsagn_core::report::{Block, Report, plain};
use tilsagn_core::store::Store;
use tilsagn_core::views::*;

use crate::desk::{Desk, assert_error};
use crate::filled::{filled, whole};
use crate::register::day;
use crate::standing::{assessment, case_about, committee, municipality, pool};

pub const TODAY: &str = "2019-03-12";

pub struct Work {
    pub desk: Desk,
    pub store: Store,
    pub lyngby: u32,
    pub case: u32,
    pub pool: u32,
}

/// A case of Lyngby-Taarbæk about an own pool of 2 mio. kr. and the one of initiative 91.
pub fn work() -> Work {
    let (desk, mut store) = filled();
    let lyngby = municipality(&store, "173");
    let biu = committee(&mut store, lyngby, "BIU");
    let own = store.own_pool_save(&own_pool(0, 0, 2_000_000), day(TODAY)).unwrap().view;
    let pools = vec![own.id, pool(&store, "91-a")];
    for pool in &pools {
        store.assessment_save(&assessment(*pool, Stance::Apply), lyngby, day(TODAY)).unwrap();
    }
    let case = store.case_create(&case_about(biu, pools, "hvis det er relevant"), lyngby, day(TODAY)).unwrap().view;
    let summary = "Udvalget skal tage stilling til, hvilke puljer der søges.".to_owned();
    store.case_save(&CommitteeCase { summary, ..case.committee_case.clone() }, day(TODAY)).unwrap();
    Work { desk, store, lyngby, case: case.committee_case.id, pool: own.id }
}

pub fn own_pool(id: u32, version: u32, kroner: i64) -> OwnPoolDraft {
    OwnPoolDraft {
        id,
        version,
        initiative_id: None,
        title: "Fondens pulje".to_owned(),
        authority: "Fonden".to_owned(),
        amount: Some(tilsagn_core::Money::from_oere(kroner * 100)),
        applicants: "Kommuner".to_owned(),
        can_apply: tilsagn_core::catalogue::CanApply::Yes,
        note: String::new(),
    }
}

impl Work {
    /// Without the appendix a case from pools begins with.
    pub fn without_appendix(mut self) -> Work {
        let begun = self.view().appendices.remove(0).draft;
        let left = self.store.paper_appendix_delete(begun.id, begun.version, day(TODAY)).unwrap().view;
        assert!(left.appendices.is_empty());
        self
    }

    pub fn view(&self) -> PaperView {
        self.store.paper(self.case, day(TODAY)).unwrap()
    }

    pub fn part(&self, content: PartContent) -> PaperPart {
        self.view().parts.into_iter().find(|part| part.content == content).unwrap()
    }

    pub fn write(&mut self, content: PartContent, prose: Prose) -> PaperView {
        let part = self.part(content);
        let (id, version) = part.row.map_or((0, 0), |row| (row.id, row.version));
        let draft = PaperTextDraft { committee_case_id: self.case, key: part.key, id, version, prose };
        self.store.paper_text_save(&draft, day(TODAY)).unwrap().view
    }

    pub fn set_amount(&mut self, kroner: i64) {
        let pools = self.store.pools(None, day(TODAY), None).unwrap().pools;
        let version = pools.iter().find(|pool| pool.id == self.pool).unwrap().version;
        self.store.own_pool_save(&own_pool(self.pool, version, kroner), day(TODAY)).unwrap();
    }

    fn figure(&self) -> Figure {
        let prefix = format!("pool.{}.", self.pool);
        self.view().figures.into_iter().find(|figure| figure.code.starts_with(&prefix) && figure.shown.contains("2,0")).unwrap()
    }

    pub fn tables(&self) -> Vec<String> {
        whole(&self.desk.path())
    }
}

pub fn text(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), bold: false, italic: false }
}

pub fn paragraph(content: Vec<Inline>) -> Prose {
    vec![ProseBlock::Paragraph { content }]
}

/// Every line of text in a report; drafted ones begin with `~`.
pub fn lines(report: &Report) -> Vec<String> {
    fn of(block: &Block, mark: &str, all: &mut Vec<String>) {
        match block {
            Block::Label { text } | Block::Heading { text, .. } => all.push(format!("{mark}{text}")),
            Block::Paragraph { runs } => all.push(format!("{mark}{}", plain(runs))),
            Block::List { items, .. } => {
                for item in items {
                    all.push(format!("{mark}{}", plain(&item.runs)));
                    item.inside.iter().for_each(|block| of(block, mark, all));
                }
            }
            Block::Draft { blocks } => blocks.iter().for_each(|block| of(block, "~", all)),
            Block::Table(_) | Block::PageBreak => {}
        }
    }
    let mut all = Vec::new();
    report.sections.iter().flat_map(|section| &section.blocks).for_each(|block| of(block, "", &mut all));
    all
}

#[test]
fn a_paper_is_drafted_until_a_person_accepts_it() {
    let mut work = work();
    let view = work.view();
    assert_eq!((view.form.as_str(), view.title.as_str()), ("lyngby-taarbaek", "Satspuljeaftale 2019"));
    let headings: Vec<&str> = view.parts.iter().map(|part| part.heading.as_str()).collect();
    assert_eq!(
        headings,
        ["Resumé", "Indstilling", "Sagsfremstilling", "Lovgrundlag", "Økonomi", "Beslutningskompetence", "Beslutning", "Bilag"]
    );
    assert!(view.drafts > 2, "{}", view.drafts);
    let states: Vec<PartState> = view.parts.iter().map(|part| part.state).collect();
    assert_eq!((states[0], states[1], states[6]), (PartState::Draft, PartState::Draft, PartState::FromCase));
    assert!(lines(&view.report).iter().any(|line| line.starts_with("~Udvalget skal tage stilling")));

    let written = work.write(PartContent::Summary, paragraph(vec![text("Kort: "), Inline::HardBreak, text("1. marts")]));
    let summary = &written.parts[0];
    assert_eq!((summary.state, written.drafts), (PartState::Accepted, view.drafts - 1));
    let row = summary.row.as_ref().unwrap();
    assert_eq!((row.text.as_str(), row.accepted_on), ("Kort:&#32;\\\n1\\. marts", day(TODAY)));
    assert_eq!(summary.draft.as_ref(), Some(&view.parts[0].prose), "what the draft says is still there");
    assert!(lines(&written.report).iter().any(|line| line == "Kort: \n1. marts"));

    let accepted = work.store.paper_accept(work.case, None, day(TODAY)).unwrap().view;
    assert_eq!(accepted.drafts, 0);
    assert!(accepted.changed.is_empty(), "{:?}", accepted.changed);
    for (part, before) in accepted.parts.iter().zip(&view.parts).skip(1) {
        assert_eq!(part.prose, before.prose, "{}", part.heading);
        assert_eq!(part.draft, None, "{} is its draft", part.heading);
    }
    assert!(lines(&accepted.report).iter().all(|line| !line.starts_with('~')));
    let nothing_more = work.store.paper_accept(work.case, None, day(TODAY)).unwrap();
    assert!(nothing_more.changed.is_empty());
    let (undone, again) = (work.store.undo().unwrap(), work.store.redo().unwrap());
    assert!([undone, again].iter().all(|it| it.record.ends_with(", …")), "it was about more than the first of them");

    let given_back = work.store.paper_text_discard(row.id, row.version, day(TODAY)).unwrap().view;
    assert_eq!((given_back.parts[0].state, &given_back.parts[0].prose), (PartState::Draft, &view.parts[0].prose));
}

#[test]
fn every_deed_can_be_undone_and_done_again() {
    let mut work = work();
    let pool = work.pool;
    let deeds: [fn(&mut Work); 5] = [
        |work| drop(work.write(PartContent::Summary, paragraph(vec![text("Resumé")]))),
        |work| drop(work.store.paper_accept(work.case, None, day(TODAY)).unwrap()),
        |work| {
            let row = work.part(PartContent::Summary).row.unwrap();
            work.store.paper_text_discard(row.id, row.version, day(TODAY)).unwrap();
        },
        |work| {
            let draft = AppendixDraft { pools: vec![work.pool], ..appendix(work, AppendixKind::Pools, "Oversigt") };
            work.store.paper_appendix_save(&draft, day(TODAY)).unwrap();
        },
        |work| drop(work.store.paper_hand_in(work.case, day(TODAY)).unwrap()),
    ];
    let mut states = vec![work.tables()];
    for deed in deeds {
        deed(&mut work);
        states.push(work.tables());
    }
    for state in states.iter().rev().skip(1) {
        work.store.undo().unwrap();
        assert_eq!(&work.tables(), state);
    }
    for state in states.iter().skip(1) {
        work.store.redo().unwrap();
        assert_eq!(&work.tables(), state);
    }
    assert_eq!(work.view().appendices.last().unwrap().draft.pools, [pool]);
}

#[test]
fn a_figure_that_changes_shows_as_changed() {
    let mut work = work();
    let figure = work.figure();
    let sentence = || paragraph(vec![text("Der er "), Inline::Figure { code: figure.code.clone() }, text(" at søge.")]);
    work.write(PartContent::Summary, sentence());
    assert!(work.view().changed.is_empty());
    work.set_amount(3_000_000);
    let view = work.view();
    let said: Vec<(&str, &str, Option<&str>)> =
        view.changed.iter().map(|change| (change.code.as_str(), change.was.as_str(), change.now.as_deref())).collect();
    assert_eq!(said, [(figure.code.as_str(), "2,0 mio. kr.", Some("3,0 mio. kr."))]);
    assert_eq!(view.changed[0].label, figure.label);
    assert_eq!(view.parts[0].changed, view.changed);
    assert!(lines(&view.report).iter().any(|line| line == "Der er 3,0 mio. kr. at søge."));
    // To accept it again is to accept what it says now.
    assert!(work.write(PartContent::Summary, sentence()).changed.is_empty());
    // A live table says its figures too.
    let table = work.write(PartContent::Economy, vec![ProseBlock::Live { code: "pools".to_owned() }]);
    assert!(table.changed.is_empty(), "{:?}", table.changed);
    work.set_amount(4_000_000);
    let economy = work.part(PartContent::Economy);
    assert!(economy.changed.iter().any(|change| change.code == figure.code), "{:?}", economy.changed);
    work.store.undo().unwrap();
    assert!(work.view().changed.is_empty());
}

#[test]
fn a_paper_that_is_handed_in_stays_as_it_is_until_it_is_taken_back() {
    let mut work = work();
    let figure = work.figure();
    work.write(PartContent::Summary, paragraph(vec![Inline::Figure { code: figure.code.clone() }]));
    let appended = work.store.paper_appendix_save(&appendix(&work, AppendixKind::Typed, "Aftalen"), day(TODAY)).unwrap().view;
    work.desk.set_time("2019-03-12T10:00:00Z");
    let handed_in = work.store.paper_hand_in(work.case, day(TODAY)).unwrap().view;
    let copy = handed_in.handed_in.clone().unwrap();
    assert_eq!((copy.handed_in.number, copy.handed_in.by.as_str()), (1, "Anna"));
    assert_eq!(copy.handed_in.at, "2019-03-12T10:00:00Z");
    assert_eq!(handed_in.report.handed_in.as_ref(), Some(&copy.handed_in));
    let listed = |work: &Work| {
        let rows = work.store.cases(work.lyngby, day(TODAY)).unwrap().cases;
        rows.iter().find(|row| row.id == work.case).map(|row| (row.handed_in, row.figures_changed))
    };
    assert_eq!(listed(&work), Some((true, 0)));

    // What follows from data changes; the copy does not, and says so.
    work.set_amount(3_000_000);
    let later = work.view();
    assert_eq!(later.report, handed_in.report);
    let said: Vec<&str> = later.changed.iter().map(|change| change.code.as_str()).collect();
    assert!(said.contains(&figure.code.as_str()), "{said:?}");
    assert_eq!(listed(&work), Some((true, u32::try_from(said.len()).unwrap())), "the list of cases says it too");

    let row = later.parts[0].row.clone().unwrap();
    let draft = PaperTextDraft {
        committee_case_id: work.case,
        key: row.key.clone(),
        id: row.id,
        version: row.version,
        prose: paragraph(vec![text("Ny")]),
    };
    let appendix_draft = appended.appendices[0].draft.clone();
    let title = work.store.committee_case(work.case, day(TODAY)).unwrap().committee_case;
    let before = work.tables();
    let today = day(TODAY);
    for error in [
        work.store.paper_text_save(&draft, today).map(drop).unwrap_err(),
        work.store.paper_accept(work.case, None, today).map(drop).unwrap_err(),
        work.store.paper_text_discard(row.id, row.version, today).map(drop).unwrap_err(),
        work.store.paper_appendix_save(&appendix_draft, today).map(drop).unwrap_err(),
        work.store.paper_appendix_delete(appendix_draft.id, appendix_draft.version, today).map(drop).unwrap_err(),
        work.store.paper_hand_in(work.case, today).map(drop).unwrap_err(),
        work.store.case_delete(work.case, title.version).map(drop).unwrap_err(),
    ] {
        assert_error(&error, ErrorCode::PaperHandedIn);
        assert_eq!(error.params["record"], "Satspuljeaftale 2019");
    }
    assert_eq!(work.tables(), before);

    let no_reason = TakeBack { id: copy.id, version: copy.version, reason: " ".to_owned() };
    let error = work.store.paper_take_back(&no_reason, today).map(drop).unwrap_err();
    assert_eq!((error.code, error.field.as_deref()), (ErrorCode::FieldRequired, Some("reason")));
    let draft_back = TakeBack { reason: "Beløbet er rettet".to_owned(), ..no_reason };
    let back = work.store.paper_take_back(&draft_back, day("2019-03-14")).unwrap().view;
    assert!(back.handed_in.is_none() && back.copies.len() == 1);
    assert!(lines(&back.report).iter().any(|line| line == "3,0 mio. kr."));
    assert_error(
        &work.store.paper_take_back(&TakeBack { version: copy.version + 1, ..draft_back }, today).map(drop).unwrap_err(),
        ErrorCode::RecordChanged,
    );
    work.store.paper_text_save(&draft, day("2019-03-14")).unwrap();
    work.desk.set_time("2019-03-15T10:00:00Z");
    let again = work.store.paper_hand_in(work.case, day("2019-03-15")).unwrap().view;
    let numbers: Vec<u32> = again.copies.iter().map(|copy| copy.handed_in.number).collect();
    assert_eq!(numbers, [2, 1]);

    // Each copy counts from its own day.
    let on = |iso: &str| work.store.paper(work.case, day(iso)).unwrap();
    assert_eq!(on("2019-03-11").handed_in, None);
    assert!(on("2019-03-11").copies.is_empty());
    let thirteenth = on("2019-03-13");
    assert_eq!((thirteenth.report, thirteenth.handed_in.unwrap().reason), (handed_in.report, String::new()));
    assert_eq!(on("2019-03-14").handed_in, None);
    assert_eq!(on("2019-03-15").handed_in.unwrap().handed_in.number, 2);
}

#[test]
fn what_others_do_and_undo_leaves_a_paper_with_the_committee_alone() {
    let mut work = work();
    work.write(PartContent::Summary, paragraph(vec![text("Annas tekst")]));
    let mut environment = work.desk.environment.clone();
    environment.actor = "Bo".to_owned();
    // One at a time has the file.
    drop(std::mem::replace(&mut work.store, Store::in_memory(&environment).unwrap()));
    let mut bo = Store::open(&work.desk.path(), OpenMode::Write, &environment).unwrap();
    let copy = bo.paper_hand_in(work.case, day(TODAY)).unwrap().view.handed_in.unwrap();
    drop(bo);
    work.store = work.desk.open();
    // Anna's newest deed is her text.
    assert_error(&work.store.undo().unwrap_err(), ErrorCode::PaperHandedIn);
    assert_eq!(work.view().handed_in.unwrap().id, copy.id);
    work.store.paper_take_back(&take_back(&copy), day(TODAY)).unwrap();
    work.store.undo().unwrap();
    assert!(work.view().handed_in.is_some(), "she undid that she took it back");
    work.store.redo().unwrap();
    let case = work.store.committee_case(work.case, day(TODAY)).unwrap().committee_case;
    let tables = work.tables();
    work.store.case_delete(work.case, case.version).unwrap();
    assert!(work.tables().iter().all(|row| !row.contains("paper_copy\"") && !row.contains("case_text\"")));
    work.store.undo().unwrap();
    assert_eq!(work.tables(), tables);
}

pub fn take_back(copy: &CopyView) -> TakeBack {
    TakeBack { id: copy.id, version: copy.version, reason: "Skal rettes".to_owned() }
}

pub fn appendix(work: &Work, kind: AppendixKind, title: &str) -> AppendixDraft {
    AppendixDraft {
        id: 0,
        version: 0,
        committee_case_id: work.case,
        position: 9,
        kind,
        title: title.to_owned(),
        document_id: None,
        columns: Vec::new(),
        pools: Vec::new(),
    }
}

#[test]
fn history_tells_of_texts_and_copies_by_name() {
    let mut work = work();
    work.write(PartContent::Body, paragraph(vec![text("Fremstillingen")]));
    let copy = work.store.paper_hand_in(work.case, day(TODAY)).unwrap().view.handed_in.unwrap();
    work.store.paper_take_back(&take_back(&copy), day(TODAY)).unwrap();
    let case = work.store.committee_case(work.case, day(TODAY)).unwrap();
    let in_form = CommitteeCase { form: "koebenhavn".to_owned(), ..case.committee_case };
    let mut history = work.store.case_save(&in_form, day(TODAY)).unwrap().view.history;
    let chosen = history.remove(0).changes;
    assert_eq!((chosen[0].field.as_str(), chosen[0].after.as_deref()), ("form", Some("København")));
    let told: Vec<(&str, Vec<(&str, &str)>)> = history
        .iter()
        .take(3)
        .map(|entry| {
            let fields = entry.changes.iter().map(|change| (change.record.as_str(), change.field.as_str())).collect();
            (entry.kind.as_str(), fields)
        })
        .collect();
    assert_eq!(told[0].0, "paper.take_back");
    assert_eq!(told[0].1, [("Afleveret udgave 1", "reason"), ("Afleveret udgave 1", "withdrawn_on")]);
    assert_eq!(told[1].0, "paper.hand_in");
    assert!(told[1].1.iter().all(|(record, field)| *record == "Afleveret udgave 1" && !["report", "figures"].contains(field)));
    assert_eq!(told[2].0, "paper.text");
    assert!(told[2].1.contains(&("Sagsfremstilling", "text")) && !told[2].1.iter().any(|(_, field)| *field == "figures"));
}
