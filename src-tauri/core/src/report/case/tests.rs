//! Papers of cases that are not the example's.

use crate::applications::Stage;
use crate::calendar::PartialDate;
use crate::committee::prose::Prose;
use crate::committee::{Outcome, PartContent, PointSubject};
use crate::deadlines::PlanStep;
use crate::report::case::test_facts::{application, empty, form, kr, point, pool, reading};
use crate::report::case::{CaseFacts, PlanFacts, PoolFacts, case_report, draft, figures, live, lives};
use crate::report::{Block, ListStyle, Table, plain};
use crate::views::{ApplicationRef, FormView, SubjectView};

fn blocks(facts: &CaseFacts, form: &FormView) -> Vec<Block> {
    case_report(facts, form, &[]).sections.remove(0).blocks
}

/// Headings with their level, and what stands between them as lines.
pub(super) fn lines(blocks: &[Block]) -> Vec<String> {
    let of = |block: &Block| match block {
        Block::Label { text } => vec![format!("label {text}")],
        Block::Heading { level, text } => vec![format!("{level} {text}")],
        Block::Paragraph { runs } => vec![plain(runs)],
        Block::List { style, items } => {
            let item = |item: &crate::report::Item| {
                let inside = lines(&item.inside).into_iter().map(|line| format!("  {line}"));
                std::iter::once(format!("{} {}", style.code(), plain(&item.runs))).chain(inside).collect::<Vec<_>>()
            };
            items.iter().flat_map(item).collect()
        }
        Block::Draft { blocks } => {
            let inside = lines(blocks).into_iter().map(|line| format!("? {line}"));
            inside.collect()
        }
        Block::Table(table) => vec![format!("table {}", table.title)],
        Block::PageBreak => Vec::new(),
    };
    blocks.iter().flat_map(of).collect()
}

/// A part drafted in a form that has only it.
pub(super) fn drafted(content: PartContent, facts: &CaseFacts) -> Prose {
    let form = form(&[content]);
    draft(&form.parts[0], &form.parts, facts)
}

pub(super) fn table(code: &str, facts: &CaseFacts) -> Table {
    match live(code, facts).pop() {
        Some(Block::Table(table)) => table,
        other => panic!("{code}: {other:?}"),
    }
}

#[test]
fn a_case_of_which_nothing_is_known_is_its_title() {
    let facts = empty();
    assert_eq!(lines(&blocks(&facts, &form(PartContent::ALL))), ["1 Puljer (Beslutning)"]);
    assert!(lives(&facts).iter().all(|live| live.empty));
    assert_eq!(figures(&facts), []);
    assert!(!case_report(&facts, &form(&[]), &[]).closed);
    let closed = CaseFacts { case: crate::committee::CommitteeCase { closed: true, ..facts.case.clone() }, ..facts };
    assert!(case_report(&closed, &form(&[]), &[]).closed);
}

#[test]
fn points_are_numbered_and_lettered_with_what_must_hold() {
    let mut facts = empty();
    facts.points = vec![
        point(1, None, "1", "orienteringen tages til efterretning.", ""),
        point(2, None, "2", "kommunen søger to puljer.", "hvis de er relevante"),
        point(3, Some(2), "2 a", "Pulje A", ""),
        point(4, Some(2), "2 b", "Pulje B", "hvis der er råd"),
    ];
    let paper = form(&[PartContent::Recommendation]);
    let expected = [
        "1 Puljer (Beslutning)",
        "2 Indstilling",
        "Forvaltningen foreslår, at",
        "numbers orienteringen tages til efterretning.",
        "numbers kommunen søger to puljer, hvis de er relevante:",
        "  letters Pulje A",
        "  letters Pulje B, hvis der er råd",
    ];
    assert_eq!(lines(&blocks(&facts, &paper)), expected);

    facts.points.truncate(1);
    assert_eq!(lines(&blocks(&facts, &paper))[3], "orienteringen tages til efterretning.", "a single point is not numbered");
    let mut numbered = paper.clone();
    numbered.form.number_single = true;
    numbered.form.point_prefix = "at".into();
    numbered.form.intro = "{department} indstiller,".into();
    facts.applications = vec![application(1, Vec::new())];
    let asked = lines(&blocks(&facts, &numbered));
    assert_eq!(asked[2..], ["Jobcenter indstiller,", "numbers at orienteringen tages til efterretning."]);
    facts.applications[0].beside = vec!["Sundhed".into(), "Socialt".into()];
    assert_eq!(lines(&blocks(&facts, &numbered))[2], "Jobcenter, Sundhed og Socialt indstiller,", "all that take part recommend");
}

#[test]
fn what_comes_is_told_in_the_body_where_the_form_has_no_part_for_it_and_what_has_been_as_past() {
    let mut facts = empty();
    let day = |day: &str| day.parse().unwrap();
    let pool =
        |deadline: &str| PoolFacts { deadline: Some(day(deadline)), answer_expected: PartialDate::parse("2019-06"), ..pool(91) };
    facts.pools = vec![pool("2019-05-01")];
    let steps = [
        "? 3 Videre proces",
        "? bullets 1. maj 2019: Frist for at søge »Pulje 91«.",
        "? bullets juni 2019: Svar på »Pulje 91« ventes.",
    ];
    let body = lines(&blocks(&facts, &form(&[PartContent::Body])));
    assert_eq!(body[body.len() - 3..], steps);
    assert!(body.iter().any(|line| line.contains("Fristen for at søge er 1. maj 2019.")), "{body:#?}");
    let both = lines(&blocks(&facts, &form(&[PartContent::Body, PartContent::Process])));
    assert_eq!(both.iter().filter(|line| line.contains("Videre proces") || line.contains("Svar på")).count(), 2, "{both:#?}");

    let mut sent = application(1, Vec::new());
    sent.application.pool_id = Some(91);
    sent.application.period_start = PartialDate::parse("2019-09-01");
    facts.applications = vec![sent];
    let said = lines(&live("next_steps", &facts));
    assert_eq!(said, ["bullets juni 2019: Svar på »Projekt 1« ventes.", "bullets 1. september 2019: »Projekt 1« begynder."]);
    facts.applications.clear();
    facts.pools = vec![pool("2019-03-01")];
    let body = lines(&blocks(&facts, &form(&[PartContent::Body])));
    assert!(body.iter().any(|line| line.contains("Fristen for at søge var 1. marts 2019.")), "{body:#?}");
}

#[test]
fn a_recommendation_the_program_wrote_is_a_draft_until_it_is_accepted() {
    let mut facts = empty();
    facts.points = vec![point(1, None, "1", "kommunen søger", "")];
    let form = form(&[PartContent::Recommendation]);
    assert!(lines(&blocks(&facts, &form)).iter().all(|line| !line.starts_with('?')));
    facts.points[0].point.drafted = true;
    assert_eq!(lines(&blocks(&facts, &form))[2..], ["? Forvaltningen foreslår, at", "? kommunen søger"]);
}

#[test]
fn what_is_approved_on_a_condition_is_not_promised() {
    let mut facts = empty();
    let mut sent = application(1, Vec::new());
    sent.stage = Stage::Assessing;
    sent.plan = vec![PlanFacts { step: PlanStep::Sending, on: "2019-05-21".parse().unwrap(), committee: String::new() }];
    facts.applications = vec![sent];
    let mut inner = point(2, Some(1), "1 a", "Pulje A", "");
    inner.subjects = vec![SubjectView {
        subject: PointSubject { id: 1, version: 1, case_point_id: 2, pool_id: Some(1), application_id: None },
        title: "Pulje A".into(),
        initiative: None,
        pool_key: None,
        remarks: Vec::new(),
        applications: vec![ApplicationRef { id: 1, title: "Projekt 1".into(), stage: Stage::Assessing }],
    }];
    facts.points = vec![point(1, None, "1", "kommunen søger", "hvis den er relevant"), inner];
    let steps = |facts: &CaseFacts| lines(&live("next_steps", facts));
    assert_eq!(steps(&facts), ["bullets Senest 21. maj 2019: Søges puljen, sendes ansøgningen »Projekt 1«."]);
    facts.applications[0].stage = Stage::Drafting;
    assert_eq!(steps(&facts), ["bullets Senest 21. maj 2019: Ansøgningen »Projekt 1« sendes."], "it was begun");
    facts.applications[0].stage = Stage::Assessing;
    facts.points[0].point.condition = String::new();
    assert_eq!(steps(&facts), ["bullets Senest 21. maj 2019: Ansøgningen »Projekt 1« sendes."], "nothing must hold");
}

#[test]
fn what_was_decided_stands_by_meeting_from_its_day() {
    let mut facts = empty();
    facts.points = vec![point(1, None, "1", "a", ""), point(2, None, "2", "b", ""), point(3, Some(2), "2 a", "c", "")];
    let mut second = reading("Økonomiudvalget", Some("2019-03-13"), &[(1, Outcome::Approved, "")]);
    second.reading.chairman = true;
    let mut first =
        reading("Udvalget", Some("2019-03-12"), &[(1, Outcome::Noted, ""), (3, Outcome::Approved, "Godkendt som b).")]);
    first.reading.remark = "En bemærkning.\nEn til.".into();
    first.reading.votes = "For: A (7).".into();
    first.reading.minority_statement = "Nej.".into();
    facts.readings = vec![first, second];
    let paper = form(&[PartContent::Decision]);
    let held = [
        "label Punkt 3",
        "1 Puljer (Beslutning)",
        "2 Beslutning",
        "3 Udvalget, den 12. marts 2019",
        "Ad 1) Taget til efterretning.",
        "Ad 2 a) Godkendt som b).",
        "En bemærkning.",
        "En til.",
        "Afstemning: For: A (7).",
        "Mindretalsudtalelse: Nej.",
    ];
    assert_eq!(lines(&blocks(&facts, &paper)), held);
    facts.as_of = "2019-03-13".parse().unwrap();
    let both = lines(&blocks(&facts, &paper));
    assert_eq!(both[held.len()..], ["3 Økonomiudvalget, den 13. marts 2019", "Afgjort af formanden.", "Ad 1) Godkendt."]);

    // One decision on the only point there is covers all; and a heading of the form's own is not needed.
    facts.points.truncate(1);
    facts.readings = vec![reading("Udvalget", None, &[(1, Outcome::Approved, "")])];
    let mut bare = paper.clone();
    bare.parts[0].heading.clear();
    assert_eq!(lines(&blocks(&facts, &bare))[2..], ["2 Udvalget", "Godkendt."]);
}

#[test]
fn what_nobody_accepted_is_a_draft_and_what_somebody_wrote_is_not() {
    let mut facts = empty();
    facts.case.summary = "Kort fortalt.".into();
    facts.pools = vec![pool(91)];
    facts.readings = vec![reading("Udvalget", Some("2019-03-26"), &[])];
    let mut paper = form(PartContent::ALL);
    paper.parts.retain(|part| part.content != PartContent::Own);
    let all = lines(&blocks(&facts, &paper));
    let drafted = [
        "? Kort fortalt.",
        "? bullets Pulje 91 – nr. 91 (Beskæftigelse). Til initiativet er der i 2019-2022 sat 15,5 mio. kr. af: 10,0 mio. kr. i 2019 og \
         5,5 mio. kr. i 2021. Penge til noget.",
        "?   bullets Forvaltningens vurdering: Afventer et nærmere oplæg.",
        "? »Satspuljen 2019«, aftale af 13. november 2018.",
        "? Udvalget.",
        "? bullets 26. marts 2019: Udvalget behandler sagen.",
    ];
    for line in drafted {
        assert!(all.iter().any(|it| it == line), "{line} is not in {all:#?}");
    }
    let text = crate::committee::CaseText {
        id: 1,
        version: 1,
        committee_case_id: 1,
        key: "summary".into(),
        text: "Der er {{pool.91.total}}. Før: {{pool.7.total}}.".into(),
        figures: serde_json::to_string(&[crate::views::Figure {
            code: "pool.7.total".into(),
            label: crate::views::Text::default(),
            shown: "1,0 mio. kr.".into(),
            subject: String::new(),
            cell: String::new(),
        }])
        .unwrap(),
        accepted_on: facts.as_of,
    };
    let written = case_report(&facts, &form(&[PartContent::Summary]), &[text]);
    assert_eq!(lines(&written.sections[0].blocks)[2..], ["Der er 15,5 mio. kr. Før: 1,0 mio. kr."]);
}

#[test]
fn parts_with_nothing_in_them_are_left_out_with_their_heading() {
    let mut facts = empty();
    facts.readings = vec![reading("Udvalget", Some("2019-03-01"), &[])];
    let all = lines(&blocks(&facts, &form(PartContent::ALL)));
    assert_eq!(all, ["label Punkt 3", "1 Puljer (Beslutning)", "2 Beslutningskompetence", "? Udvalget."]);
}

#[test]
fn two_hundred_pools_all_stand_there() {
    let mut facts = empty();
    facts.pools = (1..=200).map(pool).collect();
    facts.points = vec![point(1, None, "1", "kommunen søger disse puljer", "")];
    facts.points.extend((1..=200).map(|id| point(id + 1, Some(1), "1 a", &format!("Pulje {id}"), "")));
    let all = blocks(&facts, &form(&[PartContent::Recommendation, PartContent::Body]));
    let letters = all.iter().find_map(|block| match block {
        Block::List { style: ListStyle::Letters, items } => Some(items.len()),
        _ => None,
    });
    assert_eq!(letters, Some(200));
    assert_eq!(lines(&all).iter().filter(|line| line.starts_with("? bullets Pulje ")).count(), 200);
    assert_eq!(table("pools", &facts).rows.len(), 200);
    assert!(figures(&facts).iter().any(|figure| figure.code == "pool.200.2021" && figure.shown == "5,5 mio. kr."));
    assert_eq!(kr(5_500_000).mio_da(), "5,5");
}
