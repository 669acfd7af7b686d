//! The papers of the example beside those the committees had. Headings, numbers, amounts and levels are typed from those.

use tilsagn_core::report::{Block, Report};
use tilsagn_core::seed;
use tilsagn_core::store::{Environment, SCHEMA, Store};
use tilsagn_core::views::CaseRow;

use crate::desk::Desk;
use crate::outline::outline;
use crate::register::day;

fn example() -> (Desk, Store) {
    let mut desk = Desk::new();
    desk.environment = Environment { schema: SCHEMA, ..desk.environment };
    let store = Store::create(&desk.path(), &desk.environment, seed::example).unwrap();
    (desk, store)
}

fn case(store: &Store, municipality: &str, title: &str, as_of: &str) -> CaseRow {
    let municipality = store.municipality_named(municipality).unwrap().id;
    let cases = store.cases(municipality, day(as_of)).unwrap().cases;
    cases.into_iter().find(|case| case.title.contains(title)).unwrap()
}

fn paper(store: &Store, municipality: &str, title: &str, as_of: &str) -> Report {
    store.paper(case(store, municipality, title, as_of).id, day(as_of)).unwrap().report
}

/// The headings with their level.
fn headings(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).filter(|line| line.starts_with('#') || line.starts_with("label ")).collect()
}

/// What stands under a heading, up to the next of any level.
fn under<'a>(lines: &'a [String], heading: &str) -> Vec<&'a str> {
    let from = lines.iter().position(|line| line == heading).unwrap_or_else(|| panic!("no {heading} in {lines:#?}"));
    let all = lines[from + 1..].iter().map(String::as_str);
    all.take_while(|line| !line.starts_with('#') && !line.starts_with("===")).collect()
}

/// How each line stands: its mark and depth, without its words.
fn marks(lines: &[&str]) -> Vec<String> {
    let mark = |line: &&str| {
        let text = line.trim_start();
        let first = text.split(' ').next().unwrap();
        let is_mark = first == "•" || (first.ends_with('.') && first.len() <= 3);
        format!("{}{}", &line[..line.len() - text.len()], if is_mark { first } else { "¶" })
    };
    lines.iter().map(mark).collect()
}

/// Every number in lines, in order: `35,0` as 35, `2019-2022` as two.
fn numbers(lines: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for line in lines {
        let text = line.trim_start();
        // The number an item has in its list is none of the paper's.
        let text = text.split_once(". ").filter(|(mark, _)| mark.len() == 1).map_or(text, |(_, rest)| rest);
        for piece in text.split(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')) {
            let piece = piece.trim_matches(['.', ',']).replace('.', "");
            if piece.starts_with(|c: char| c.is_ascii_digit()) {
                let number = if piece.contains(',') { piece.trim_end_matches('0').trim_end_matches(',') } else { &piece };
                found.push(number.to_owned());
            }
        }
    }
    found
}

/// That every one of these numbers of the source stands in the lines.
fn assert_numbers(lines: &[&str], of_source: &[&str]) {
    let found = numbers(lines);
    for number in of_source {
        assert!(found.iter().any(|it| it == number), "{number} is not in {lines:#?}: {found:?}");
    }
}

#[test]
fn lyngby_taarbaek_has_its_item_of_12_march_2019() {
    let (_desk, store) = example();
    let report = paper(&store, "173", "Udmøntning", "2019-03-12");
    assert_eq!((report.sections.len(), report.sections[1].landscape, report.closed), (2, true, false));
    let lines = outline(&report);
    let appendix = "Opsummering af indsatser BIU: Satspuljer 2019 der kan søges af kommunerne – Beskæftigelses- og \
                    Integrationsudvalgets område";
    let expected = [
        "label Punkt 3",
        "# Udmøntning af satspuljemidler 2019 - prioritering af puljeansøgninger (Beslutning)",
        "## Resumé",
        "## Indstilling",
        "## Sagsfremstilling",
        "### Forvaltningens anbefaling vedrørende puljeansøgninger",
        "### Øvrige allerede igangsatte indsatser fra tidligere års puljeansøgninger",
        "## Lovgrundlag",
        "## Økonomi",
        "## Beslutningskompetence",
        "## Beslutning",
        "### Beskæftigelses- og Integrationsudvalget, den 12. marts 2019",
        "## Bilag",
        &format!("## {appendix}"),
    ];
    assert_eq!(headings(&lines), expected);
    assert_numbers(&under(&lines, "## Resumé"), &["2019"]);

    let asked = under(&lines, "## Indstilling");
    assert_eq!(marks(&asked), ["¶", "1.", "2.", "  a.", "  b.", "  c."]);
    assert_eq!(asked[0], "Forvaltningen foreslår, at");
    assert!(
        asked[2].ends_with("hvis forvaltningen vurderer dem relevante, når de nærmere beskrivelser foreligger:"),
        "{}",
        asked[2]
    );
    assert_eq!(asked[3], "  a. Idræt som vej til inklusion, integration, beskæftigelse og sundhed – nr. 91 (Beskæftigelse)");
    assert_eq!(
        asked[4],
        "  b. Bedre udslusning og overgang fra særligt tilrettelagt ungdomsuddannelse (STU) – nr. 93 (Beskæftigelse)"
    );
    assert_eq!(asked[5], "  c. Flere kvinder med indvandrerbaggrund i beskæftigelse – nr. 107 (Integration)");

    let body = under(&lines, "## Sagsfremstilling");
    assert_eq!(marks(&body), ["¶", "¶", "¶"]);
    assert_numbers(&body, &["13", "2018", "2019", "3,3", "2022"]);

    let advice = under(&lines, expected[5]);
    assert_eq!(marks(&advice), ["¶", "•", "  •", "•", "  •", "•", "  •", "¶", "¶"]);
    for (at, of_pool) in
        [(1, ["91", "35", "2019", "2022"]), (3, ["93", "40", "2019", "2022"]), (5, ["107", "95", "2019", "2022"])]
    {
        assert_numbers(&advice[at..=at], &of_pool);
        assert!(advice[at + 1].starts_with("  • Forvaltningens vurdering: Afventer"), "{}", advice[at + 1]);
    }
    assert!(advice[6].contains("fem IGU-pladser") && advice[6].contains("2020"), "{}", advice[6]);
    assert!(advice[7].contains("Handicaprådet") && advice[8].contains("ansøgningsfrister"));

    let running = under(&lines, expected[6]);
    assert_eq!(marks(&running), ["¶", "•", "•", "•"]);
    assert!(running[1].starts_with("• »Flere skal med« (2017-2019).") && running[1].contains("fem år"), "{}", running[1]);
    assert!(running[2].starts_with("• »Pulje til Håndholdt ressourceforløb« (2017-2019)."), "{}", running[2]);
    assert_numbers(&running[2..3], &["27", "50"]);
    assert!(
        running[3].starts_with("• »Et mere rummeligt arbejdsmarked for borgere med handicap« (2018-2020)."),
        "{}",
        running[3]
    );
    for name in ["Dansk Handicap Forbund", "Handicaprådet", "CSI", "Vidensby-netværket"] {
        assert!(running[3].contains(name), "{name}");
    }

    assert_eq!(under(&lines, "## Lovgrundlag"), ["Aftale af 13. november 2018 om udmøntning af satspuljen for 2019."]);
    assert_eq!(marks(&under(&lines, "## Økonomi")), ["¶"]);
    assert_eq!(under(&lines, "## Beslutningskompetence"), ["Beskæftigelses- og Integrationsudvalget."]);
    let decided = under(&lines, expected[11]);
    assert_eq!(decided[..2], ["Ad 1) Taget til efterretning.", "Ad 2) Godkendt."]);
    assert_eq!(marks(&decided), ["¶", "¶", "¶"]);
    assert_eq!(under(&lines, "## Bilag"), ["• Aftale om udmøntning af satspuljen 2019", &format!("• {appendix}")]);
    assert!(!lines.iter().any(|line| line.starts_with("[draft")), "every text is accepted");

    let rows: Vec<Vec<&str>> =
        lines.iter().filter(|line| line.starts_with("| ")).map(|line| line[2..].split(" | ").collect()).collect();
    let amounts: Vec<(&str, [&str; 4])> = rows[1..].iter().map(|row| (row[0], [row[1], row[2], row[3], row[4]])).collect();
    let expected = [
        ("nr. 90", ["22,2", "34,4", "33,5", "38,3"]),
        ("nr. 91", ["10,0", "5,0", "10,0", "10,0"]),
        ("nr. 92", ["32,7", "28,6", "4,4", "15,9"]),
        ("nr. 93", ["10,0", "10,0", "10,0", "10,0"]),
        ("nr. 96", ["5,0", "2,5", "-", "-"]),
        ("nr. 97", ["-", "-", "15,0", "30,0"]),
        ("nr. 107", ["5,7", "23,9", "26,9", "38,5"]),
        ("Centrale repatrieringskoordinatorer", ["5,0", "5,0", "5,0", "-"]),
        ("nr. 108", ["5,0", "-", "-", "-"]),
    ];
    let totals = [("nr. 90", "128,4"), ("nr. 91", "35,0"), ("nr. 93", "40,0"), ("nr. 107", "95,0"), ("nr. 108", "11,5")];
    for (of, total) in totals {
        let row = rows[1..].iter().find(|row| row[0].contains(of)).unwrap();
        assert!(row[5].contains(&format!("{total} mio. kr.")), "{total} is not in {row:?}");
    }
    for (of, name) in [
        ("nr. 90", "14. december 2018 og 30. september 2020"),
        ("nr. 91", "Kulturministeriet, Beskæftigelsesministeriet og Sundheds- og Ældreministeriet"),
        ("nr. 92", "sommeren 2019"),
        ("nr. 96", "Gentofte, Rudersdal og Glostrup"),
        ("Centrale", "frivilligt"),
    ] {
        let row = rows[1..].iter().find(|row| row[0].contains(of)).unwrap();
        assert!(row[5].contains(name), "{name} is not in {row:?}");
    }
    for (of, area) in [("nr. 91", "(Beskæftigelse)"), ("nr. 107", "(Integration)")] {
        assert!(rows[1..].iter().any(|row| row[0].ends_with(&format!("{of} {area}"))), "as the recommendation has it");
    }
    assert_eq!(amounts.len(), expected.len());
    for ((name, found), (of, typed)) in amounts.iter().zip(expected) {
        assert!(name.contains(of) && *found == typed, "{name} {found:?}");
    }
}

#[test]
fn its_appendix_agrees_with_it_before_the_meeting() {
    let (_desk, store) = example();
    let id = case(&store, "173", "Udmøntning", "2019-03-12").id;
    let lines = outline(&store.paper(id, day("2019-03-01")).unwrap().report);
    let rows: Vec<&String> = lines.iter().filter(|line| line.starts_with("| ")).skip(1).collect();
    assert_eq!(rows.len(), 9);
    assert!(rows.iter().all(|row| !row.contains("Ikke vurderet")), "{rows:#?}");
}

#[test]
fn koebenhavn_has_raadgiver_paa_hjul() {
    let (_desk, store) = example();
    let lines = outline(&paper(&store, "101", "Rådgiver", "2009-02-26"));
    let expected = [
        "# 7. \"Rådgiver på hjul\" - ansøgning til forebyggelsesfonden (2009-12453)",
        "## Indstilling og beslutning",
        "## Problemstilling",
        "## Løsning",
        "## Økonomi",
        "## Videre proces",
        "## Beskæftigelses- og Integrationsudvalgets beslutning den 26.02.2009",
    ];
    assert_eq!(headings(&lines), expected);
    let lead = under(&lines, expected[0]);
    assert_eq!(marks(&lead), ["¶"]);
    assert!(lead[0].starts_with("Beskæftigelses- og Integrationsforvaltningen"), "who applies");
    assert!(
        lead[0].contains("betinget tilsagn på 2,336 mio. kr. ekskl. moms") && lead[0].contains("20 lægepraksisser"),
        "{}",
        lead[0]
    );
    let asked = under(&lines, expected[1]);
    assert_eq!(marks(&asked), ["¶", "1."]);
    assert_eq!(asked[0], "Beskæftigelses- og Integrationsforvaltningen indstiller,");
    assert!(
        asked[1].starts_with("1. at Beskæftigelses- og Integrationsudvalget")
            && asked[1].contains("med et årsværk i 2009 og 2010")
    );
    assert_eq!(marks(&under(&lines, "## Problemstilling")), ["¶", "¶"]);
    assert_numbers(&under(&lines, "## Problemstilling"), &["2,336"]);
    let solution = under(&lines, "## Løsning");
    assert_eq!(marks(&solution), ["¶", "¶", "¶", "¶", "•", "•", "•", "•", "•", "¶", "•", "•"]);
    let economy = under(&lines, "## Økonomi");
    assert_numbers(&economy, &["3,164", "2,336", "1", "0,798"]);
    assert_eq!(marks(&under(&lines, "## Videre proces")), ["¶", "¶"]);
    assert_eq!(under(&lines, expected[6]), ["Indstillingen blev godkendt."]);
}

#[test]
fn koebenhavn_has_the_strategy_of_three_departments() {
    let (_desk, store) = example();
    let lines = outline(&paper(&store, "101", "strategi", "2010-12-31"));
    let expected = [
        "# 6. Fælles strategi for udsatte og syge borgere i BIF, SUF og SOF (2010-64649)",
        "## Indstilling og beslutning",
        "## Problemstilling",
        "## Løsning",
        "## Effektmål og opfølgning",
        "## Økonomi",
        "## Videre proces",
    ];
    assert_eq!(headings(&lines), expected);
    assert_eq!(marks(&under(&lines, expected[0])), ["¶"]);
    let asked = under(&lines, expected[1]);
    assert_eq!(marks(&asked), ["¶", "1."]);
    let three = "Beskæftigelses- og Integrationsforvaltningen, Sundheds- og Omsorgsforvaltningen og Socialforvaltningen";
    assert_eq!(asked[0], format!("{three} indstiller,"));
    assert_eq!(marks(&under(&lines, "## Problemstilling")), ["¶", "¶", "¶", "¶"]);
    let solution = under(&lines, "## Løsning");
    let levels = ["¶", "¶", "•", "•", "¶", "¶", "¶", "•", "•", "•", "•", "¶", "1.", "  ¶", "2.", "  ¶", "3.", "  ¶", "4.", "  ¶"];
    assert_eq!(marks(&solution), levels);
    assert_numbers(&solution, &["2009", "4", "15"]);
    for title in [
        "1. Sundhedsfremme for sygemeldte københavnere",
        "2. Mere sundhed for unge københavnere",
        "3. Fokus på sundhed og beskæftigelse i udvalgte boligområder",
        "4. Arbejdsfastholdelse og jobfremme for borgere med kroniske lidelser",
    ] {
        assert!(solution.contains(&title), "{title}");
    }
    for name in ["(BIF)", "(SUF)", "(SOF)", "BIF/SOF-strategien", "ITSA", "Tiki", "TTA", "Folkesundhed København"] {
        assert!(solution.iter().any(|line| line.contains(name)), "{name}");
    }
    let targets = under(&lines, "## Effektmål og opfølgning");
    assert_eq!(marks(&targets), ["¶", "1.", "2.", "3.", "4.", "¶", "¶", "¶"]);
    for (at, of_target) in [
        (1, &["14", "20", "2010", "2012"][..]),
        (2, &["20", "2010", "2012"]),
        (3, &["5", "2010", "2012"]),
        (4, &["2011", "2012", "65", "68", "26", "75"]),
    ] {
        assert_numbers(&targets[at..=at], of_target);
    }
    assert_numbers(&targets, &["2009", "3", "4"]);
    let economy = under(&lines, "## Økonomi");
    assert_eq!(marks(&economy), ["¶", "¶", "¶"]);
    assert_numbers(&economy, &["2011", "12,7", "8"]);
    assert_numbers(&under(&lines, "## Videre proces"), &["2010", "2011"]);
}

#[test]
fn its_figures_follow_the_data_and_its_drafts_are_marked() {
    let (_desk, mut store) = example();
    let today = day("2019-03-12");
    let id = case(&store, "173", "Udmøntning", "2019-03-12").id;
    let view = store.paper(id, today).unwrap();
    assert_eq!((view.drafts, view.changed.len(), view.left_over.len()), (0, 0, 0));
    let text = view.parts.iter().find(|part| part.key == "economy").unwrap().row.clone().unwrap();
    let after = store.paper_text_discard(text.id, text.version, today).unwrap().view;
    assert_eq!(after.drafts, 1);
    let lines = outline(&after.report);
    let drafted = under(&lines, "## Økonomi");
    assert_eq!((drafted.first().copied(), drafted.last().copied()), (Some("[draft"), Some("]")));
    assert!(drafted[1].starts_with("Hvad sagen kommer til at koste"), "{}", drafted[1]);
    assert!(drafted.contains(&"Bevillinger og egenfinansiering, der følger af et tilsagn, tages med i de anslåede regnskaber."));
    assert!(after.report.sections.iter().flat_map(|section| &section.blocks).any(|block| matches!(block, Block::Draft { .. })));

    // Rådgiver's economy as it is drafted: the table by budget year, own money and what happens at the end.
    let id = case(&store, "101", "Rådgiver", "2009-02-26").id;
    let view = store.paper(id, day("2009-02-26")).unwrap();
    let text = view.parts.iter().find(|part| part.key == "economy").unwrap().row.clone().unwrap();
    store.paper_text_discard(text.id, text.version, day("2009-02-26")).unwrap();
    let lines = outline(&store.paper(id, day("2009-02-26")).unwrap().report);
    let drafted = under(&lines, "## Økonomi");
    for line in [
        "| Bevillingsområde og post | Budget 2009 | Overslag 2010 | Overslag 2011 | Overslag 2012 | Ikke fordelt på år | I alt",
        "| Udgifter: [bevillingsområde] | 1.725 | 1.683 |  |  |  | 3.408",
        "| Tilskud: Forebyggelsesfonden |  |  |  |  | 2.336 | 2.336",
        "| Egenfinansiering med eksisterende medarbejdere: Jobcenter København, Skelbækgade | 399 | 399 |  |  |  | 798",
        "= Finansiering i alt | 399 | 399 |  |  | 2.336 | 3.134",
        "= Mangler i finansiering | – | – | – | – | – | 274",
        "»Rådgiver på hjul«: der mangler 274.208 kr. i finansiering.",
    ] {
        assert!(drafted.contains(&line), "{line} is not in {drafted:#?}");
    }
    assert!(drafted.iter().any(|line| line.starts_with("Når pengene til »Rådgiver på hjul« slutter: Metoder, der virker")));
}
