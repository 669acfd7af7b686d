//! Papers of cases that are not the example's.

use rust_decimal::Decimal;

use crate::Language;
use crate::applications::Stage;
use crate::budgets::{OwnForm, Side, Source};
use crate::calendar::PartialDate;
use crate::committee::prose::Prose;
use crate::committee::{Outcome, PartContent, PointSubject};
use crate::deadlines::PlanStep;
use crate::report::case::test_facts::{application, empty, form, kr, line, point, pool, reading};
use crate::report::case::{CaseFacts, PlanFacts, PoolFacts, case_report, draft, figures, live, lives};
use crate::report::{Block, Cell, ListStyle, Reckoned, Table, plain};
use crate::views::{ApplicationRef, FormView, SubjectView};

fn blocks(facts: &CaseFacts, form: &FormView) -> Vec<Block> {
    case_report(facts, form, &[]).sections.remove(0).blocks
}

/// Headings with their level, and what stands between them as lines.
fn lines(blocks: &[Block]) -> Vec<String> {
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
fn drafted(content: PartContent, facts: &CaseFacts) -> Prose {
    let form = form(&[content]);
    draft(&form.parts[0], &form.parts, facts)
}

fn table(code: &str, facts: &CaseFacts) -> Table {
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

/// Costs in two departments, a grant, own staff and a new appropriation; øre that no thousand holds.
fn project() -> crate::report::case::ApplicationFacts {
    application(
        7,
        vec![
            line(Side::Cost, None, "Jobcenter", &[(2019, 172_510_401), (2020, 168_310_400)]),
            line(Side::Cost, None, "Sundhedscenter", &[(2018, 10_000_000), (2019, 1)]),
            line(Side::Financing, Some((Source::Grant, None)), "Jobcenter", &[(0, 233_600_000)]),
            line(
                Side::Financing,
                Some((Source::Own, Some(OwnForm::ExistingStaff))),
                "Jobcenter",
                &[(2019, 39_900_000), (2020, 39_900_000)],
            ),
            line(Side::Financing, Some((Source::Own, Some(OwnForm::NewAppropriation))), "Jobcenter", &[(2024, 100)]),
        ],
    )
}

fn value(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Number { value, .. } => Some(*value),
        _ => None,
    }
}

#[test]
fn the_economy_adds_up_to_the_oere() {
    let mut facts = empty();
    facts.applications = vec![project()];
    let table = table("economy", &facts);
    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    let years = [
        "Før 2019",
        "Budget 2019",
        "Overslag 2020",
        "Overslag 2021",
        "Overslag 2022",
        "Efter 2022",
        "Ikke fordelt på år",
        "I alt",
    ];
    assert_eq!(headings[1..], years);
    let row = |label: &str| {
        let found = table.rows.iter().find(|row| row.cells[0].shown(Language::Da).starts_with(label));
        let found = found.unwrap_or_else(|| panic!("no row {label} in {:#?}", table.rows));
        found.cells[1..].iter().map(|cell| cell.shown(Language::Da)).collect::<Vec<_>>()
    };
    assert_eq!(row("Udgifter: [bevillingsområde]"), ["100", "1.725", "1.683", "", "", "", "", "3.508"]);
    assert_eq!(row("Tilskud: En fond"), ["", "", "", "", "", "", "2.336", "2.336"]);
    assert_eq!(row("Mangler i finansiering"), ["–", "–", "–", "–", "–", "–", "–", "374"], "the grant has no year");
    assert_eq!(row("Udgiftsbevilling"), ["100", "1.326", "1.284", "", "", "", "", "2.710"], "the years of the costs");
    assert_eq!(row("Indtægtsbevilling"), ["–", "–", "–", "–", "–", "–", "2.336", "2.336"]);
    assert_eq!(row("Nettobevilling"), ["–", "–", "–", "–", "–", "–", "–", "374"]);
    every_sum_follows(&table);
    for said in [
        "Løbende priser. Udgifterne er uden moms.",
        "»–«: beløbet er ikke fordelt på år",
        "Uden afrunding: Udgifter i alt 3.508.208,02 kr.; Finansiering i alt 3.134.001 kr.; Mangler i finansiering 374.207,02 kr.",
    ] {
        assert!(table.note.contains(said), "{said} is not in {}", table.note);
    }

    let shown: Vec<(String, String)> = figures(&facts).into_iter().map(|figure| (figure.code, figure.shown)).collect();
    for (code, said) in [
        ("application.7.cost", "3.508.208,02 kr."),
        ("application.7.own_kr", "798.001 kr."),
        ("application.7.own", "798.001 kr."),
        ("application.7.gap", "374.207,02 kr."),
        ("application.7.grant.not_allotted", "2.336.000 kr."),
        ("application.7.own_existing_staff_1.2019", "399.000 kr."),
    ] {
        assert!(shown.contains(&(code.to_owned(), said.to_owned())), "{code} is not {said} in {shown:#?}");
    }
}

#[test]
fn a_budget_that_is_allotted_says_what_each_year_lacks_and_no_note_where_nothing_is_rounded() {
    let mut facts = empty();
    let paid = Some((Source::Grant, None));
    let lines = vec![
        line(Side::Cost, None, "Jobcenter", &[(2019, 40_000_000), (2020, 40_000_000)]),
        line(Side::Financing, paid, "Jobcenter", &[(2019, 50_000_000), (2020, 30_000_000)]),
    ];
    facts.applications = vec![application(7, lines)];
    let said = |facts: &CaseFacts, label: &str| {
        let table = table("economy", facts);
        let row = table.rows.iter().find(|row| row.cells[0].shown(Language::Da) == label).unwrap();
        (row.cells[1..3].iter().map(|cell| cell.shown(Language::Da)).collect::<Vec<_>>().join(" "), table.note)
    };
    let (missing, note) = said(&facts, "Mangler i finansiering");
    assert_eq!(missing, "-100 100", "in all nothing, in the years something");
    assert!(!note.contains("afrund") && !note.contains('–'), "{note}");
    assert_eq!(said(&facts, "Udgiftsbevilling").0, "500 300", "as the money is");

    // 0,5 + 0,5 is 1, and each rounds to 1.
    facts.applications[0].budget.as_mut().unwrap().lines[1] =
        line(Side::Financing, paid, "Jobcenter", &[(2019, 50_000), (2020, 50_000)]);
    let (grant, note) = said(&facts, "Tilskud: En fond");
    assert_eq!(grant, "1 1");
    assert!(note.contains("Afrundede tal giver ikke altid"), "{note}");
}

#[test]
fn a_cell_that_changed_says_so_in_its_own_unit() {
    let mut facts = empty();
    facts.applications = vec![project()];
    let economy = drafted(PartContent::Economy, &facts);
    let was = crate::report::case::said(&economy, &facts);
    let years = [(2019, 39_900_000), (2020, 50_000_000)];
    let more = line(Side::Financing, Some((Source::Own, Some(OwnForm::ExistingStaff))), "Jobcenter", &years);
    facts.applications[0].budget.as_mut().unwrap().lines[3] = more;
    let changed = crate::report::case::changes(&was, &crate::report::case::said_now(&facts));
    let change = changed.iter().find(|it| it.code == "application.7.own_existing_staff_1").unwrap();
    assert_eq!((change.was.as_str(), change.now.as_deref()), ("798.000 kr.", Some("899.000 kr.")));
    assert_eq!((change.was_in_cell.as_deref(), change.now_in_cell.as_deref()), (Some("798"), Some("899")));
    assert_eq!(change.subject, "Projekt 7");
}

/// Every number that follows from others is what they come to, exactly.
fn every_sum_follows(table: &Table) {
    for (at, row) in table.rows.iter().enumerate() {
        for (column, cell) in row.cells.iter().enumerate() {
            let Cell::Number { value: found, reckoned: Some(how), .. } = cell else { continue };
            let of = |row: u32| value(&table.rows[row as usize].cells[column]).unwrap_or_default();
            let sum: Decimal = match how {
                Reckoned::Down { from, to } => (*from..=*to).map(of).sum(),
                Reckoned::Rows { rows } => rows.iter().map(|row| of(*row)).sum(),
                Reckoned::Across { columns } => columns.iter().filter_map(|column| value(&row.cells[*column as usize])).sum(),
                Reckoned::Less { row, less } => of(*row) - of(*less),
            };
            assert_eq!(*found, sum, "row {at}, column {column}");
        }
    }
}

#[test]
fn several_projects_stand_apart_and_together() {
    let mut facts = empty();
    let small = application(
        8,
        vec![
            line(Side::Cost, None, "Jobcenter", &[(2019, 500_000)]),
            line(Side::Financing, Some((Source::Grant, None)), "Jobcenter", &[(2019, 500_000)]),
        ],
    );
    facts.applications = vec![project(), small, application(9, Vec::new())];
    let table = table("economy", &facts);
    every_sum_follows(&table);
    let headings: Vec<String> =
        table.rows.iter().filter(|row| row.cells.len() == 1).map(|row| row.cells[0].shown(Language::Da)).collect();
    assert_eq!(headings, ["Projekt 7", "Projekt 8", "I alt for sagen"]);
    let of_case = table.rows.iter().rev().find(|row| row.cells[0].shown(Language::Da) == "Udgifter i alt").unwrap();
    assert_eq!(of_case.cells.last().unwrap().shown(Language::Da), "3.513");

    let economy = drafted(PartContent::Economy, &facts);
    let said = lines(&crate::report::case::resolve(&economy, &facts));
    for line in [
        "»Projekt 7«: kommunens egenfinansiering er 798.001 kr. 798.000 kr. er arbejdstid hos medarbejdere, der er ansat i forvejen. 1 kr. \
         kræver en ny bevilling fra kassen.",
        "»Projekt 8«: der er ingen egenfinansiering.",
        "»Projekt 7«: der mangler 374.207,02 kr. i finansiering.",
        "Hvad der sker, når pengene til »Projekt 8« slutter, er ikke beskrevet.",
        "»Projekt 9« har endnu ikke noget budget.",
    ] {
        assert!(said.iter().any(|it| it == line), "{line} is not in {said:#?}");
    }
}

#[test]
fn without_budgets_the_economy_is_in_words() {
    let mut facts = empty();
    facts.pools = vec![pool(91)];
    let said = lines(&crate::report::case::resolve(&drafted(PartContent::Economy, &facts), &facts));
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("Hvad sagen kommer til at koste"), "{}", said[0]);
    assert!(live("economy", &facts).is_empty());
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
