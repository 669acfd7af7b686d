use super::*;
use crate::report::{RowKind, plain};

fn mio(text: &str) -> Money {
    Money::parse_mio(text).unwrap()
}

fn initiative(number: u32, years: &[(i32, &str)], total: &str) -> AppendixRow {
    AppendixRow {
        title: Text::new(format!("Initiativ {number}"), ""),
        number: Some(number),
        area: Text::new("Beskæftigelse", "Employment"),
        years: years.iter().map(|(year, amount)| (*year, mio(amount))).collect(),
        total: Some(mio(total)),
        price_level: Some(2019),
        summary: "Hvad det er.".to_owned(),
        pools: vec![AppendixPool { id: number, assessment: "Afventer.".to_owned(), ..AppendixPool::default() }],
        ..AppendixRow::default()
    }
}

fn table(rows: &[AppendixRow], columns: &[AppendixColumn]) -> Table {
    match appendix(rows, columns, "Bilag", Language::Da).blocks.pop() {
        Some(Block::Table(table)) => table,
        other => panic!("no table: {other:?}"),
    }
}

fn shown(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.shown(Language::Da)).collect()).collect()
}

#[test]
fn none_is_not_zero() {
    let rows = [initiative(96, &[(2019, "5,0"), (2020, "2,5")], "7,5"), initiative(97, &[(2021, "15,0")], "15,0")];
    let table = table(&rows, &[]);
    assert_eq!(table.groups, [ColumnGroup { heading: "Økonomi, mio. kr. (2019-pl)".to_owned(), from: 1, columns: 3 }]);
    assert_eq!(shown(&table)[0][..4], ["Initiativ 96 – nr. 96 (Beskæftigelse)", "5,0", "2,5", "-"]);
    assert_eq!(shown(&table)[1][1..4], ["-", "-", "15,0"]);
    assert_eq!(shown(&table)[0][4], "Hvad det er.\nI alt 7,5 mio. kr. i 2019-2020.\nForvaltningens vurdering:\nAfventer.");
    assert_eq!(shown(&table)[1][4], "Hvad det er.\nForvaltningens vurdering:\nAfventer.", "one year is the total");
    let summed = appendix(&rows, &[AppendixColumn::Description, AppendixColumn::Total], "Bilag", Language::Da);
    let Some(Block::Table(summed)) = summed.blocks.last() else { panic!("{summed:?}") };
    assert!(!shown(summed)[0][0].contains("I alt"), "said once");
    assert!(table.rows.iter().all(|row| row.kind == RowKind::Body));
}

#[test]
fn the_assessment_stands_last_under_a_bold_line() {
    let rows = [initiative(91, &[(2019, "10,0")], "10,0")];
    let table = table(&rows, &[AppendixColumn::Description]);
    let Some(Cell::Text { blocks }) = table.rows[0].cells.first() else { panic!("no text") };
    let [.., Block::Paragraph { runs }, Block::Paragraph { runs: last }] = blocks.as_slice() else { panic!("{blocks:?}") };
    assert_eq!((runs[0].text.as_str(), runs[0].bold), ("Forvaltningens vurdering:", true));
    assert_eq!(plain(last), "Afventer.");
}

#[test]
fn a_sum_stands_where_it_can() {
    use AppendixColumn::{Amounts, Initiative, Total};
    let mut rows = vec![initiative(90, &[(2019, "22,2")], "22,2"), initiative(91, &[(2019, "10,0")], "10,0")];
    rows[0].permanent = Some(mio("19,5"));
    let summed = table(&rows, &[Initiative, Amounts, Total]);
    let sum = summed.rows.last().unwrap();
    assert_eq!((sum.kind, shown(&summed)[2].clone()), (RowKind::Sum, vec!["I alt".into(), "32,2".into(), "32,2".into()]));
    assert_eq!(sum.cells[2], reckoned(mio("32,2").mio(), 1, Reckoned::Down { from: 0, to: 1 }));
    assert_eq!(summed.rows[0].cells[2], reckoned(mio("22,2").mio(), 1, Reckoned::Across { columns: vec![1] }));
    assert!(shown(&summed)[0][0].ends_with("Efter 2019 afsættes 19,5 mio. kr. hvert år uden slutdato."), "never in the sum");

    let mut other = rows.clone();
    other[1].price_level = Some(2018);
    let apart = table(&other, &[Initiative, Total]);
    assert_eq!((apart.rows.len(), apart.columns[1].heading.as_str()), (2, "I alt, mio. kr."));
    assert!(apart.note.contains("nr. 91 (Beskæftigelse): 2018-pl"), "{}", apart.note);
    rows.push(AppendixRow { title: Text::new("Egen", ""), ..AppendixRow::default() });
    assert_eq!(table(&rows, &[Initiative, Total]).rows.len(), 3, "one is not known");
}

#[test]
fn two_pools_of_one_initiative_are_one_row() {
    let mut row = initiative(91, &[(2019, "35,0")], "35,0");
    row.pools = ["Partnerskaber", "Motion"]
        .map(|title| AppendixPool {
            title: Text::new(title, ""),
            amount: Some(mio("11,3")),
            stance: Some(Stance::Apply),
            deadline: "2019-10-30".parse().ok(),
            ..AppendixPool::default()
        })
        .to_vec();
    row.pools[1].stance = Some(Stance::DoNotApply);
    row.pools[1].reason = Some(StanceReason::TargetGroupSmall);
    let shown = shown(&table(&[row], &[AppendixColumn::Description, AppendixColumn::Stance, AppendixColumn::Deadline]));
    let [description, stance, deadline] = shown[0].as_slice() else { panic!("{shown:?}") };
    assert!(description.contains("Heraf »Motion«: 11,3 mio. kr."), "{description}");
    assert!(description.contains("Forvaltningens vurdering af »Partnerskaber«:"), "{description}");
    assert_eq!(stance.lines().count(), 2, "{stance}");
    assert_eq!(deadline, "30. oktober 2019 (klokkeslæt ikke oplyst)");
}

#[test]
fn what_is_not_known_is_said() {
    let own = AppendixRow { title: Text::new("Fonden", ""), area: Text::new("En fond", ""), ..AppendixRow::default() };
    let table = table(&[own, initiative(1, &[(2019, "0,04")], "0,04")], &[]);
    let shown = shown(&table);
    assert_eq!(shown[0][..2], ["Fonden (En fond)", ""]);
    assert_eq!(shown[0][2], "Beløbet er ikke oplyst.");
    assert_eq!(shown[1][1], "<0,1");
    let none = appendix(&[], &[], "Bilag", Language::En);
    assert_eq!(none.blocks, [Block::heading(2, "Bilag"), Block::paragraph("There are no pools in the table.")]);
}

#[test]
fn a_title_names_the_committee_in_the_genitive() {
    let title = |year, committee| appendix_title(year, committee, Language::Da);
    let biu = Some("Beskæftigelses- og Integrationsudvalget");
    let expected = "Satspuljer 2019 der kan søges af kommunerne – Beskæftigelses- og Integrationsudvalgets område";
    assert_eq!(title(Some(2019), biu), expected);
    assert_eq!(title(None, Some("Borgens")), "Puljer der kan søges af kommunerne – Borgens' område");
    assert_eq!(title(None, None), "Puljer der kan søges af kommunerne");
}
