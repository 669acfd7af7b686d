use std::io::Read;

use rust_decimal::Decimal;
use tilsagn_core::report::{Block, Cell, ColumnGroup, Reckoned, Row, RowKind};

use super::*;
use crate::fixture::{body, report, table};

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn number(value: i64) -> Cell {
    Cell::number(Decimal::new(value, 1), 1)
}

fn sum(value: i64, how: Reckoned) -> Cell {
    Cell::Number { value: Decimal::new(value, 1), decimals: 1, reckoned: Some(how), figure: String::new() }
}

#[test]
fn a_table_is_a_sheet_to_reckon_with_and_to_print() {
    let mut one = table("Økonomi: mio. kr.", &["Pulje", "2019", "2020"]);
    one.groups = vec![ColumnGroup { heading: "2019-pl".to_owned(), from: 1, columns: 2 }];
    let down = || Reckoned::Down { from: 0, to: 1 };
    one.rows = vec![
        body(vec![Cell::text("=HYPERLINK(\"x\")"), number(101), number(202)]),
        body(vec![Cell::text("-2"), number(-1), Cell::Empty]),
        Row { kind: RowKind::Sum, cells: vec![Cell::text("I alt"), sum(100, down()), sum(999, down())] },
    ];
    one.note = "Kilde: aftalen".to_owned();
    let bytes = xlsx(&report(vec![Block::heading(1, "T"), Block::Table(one)])).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for expected in [
        "<f>SUM(B7:B8)</f><v>10</v>",
        "state=\"frozen\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "<mergeCell ref=\"B5:C5\"/>",
        "<mergeCell ref=\"A5:A6\"/>",
    ] {
        assert!(sheet.contains(expected), "{expected}: {sheet}");
    }
    // A sum that does not follow from its rows is written as it is, never as what others would come to.
    assert!(!sheet.contains("SUM(C7:C8)") && sheet.contains("<v>99.9</v>"), "{sheet}");
    let workbook = part(&bytes, "xl/workbook.xml");
    assert!(workbook.contains("name=\"Økonomi mio. kr.\"") && workbook.contains("$5:$6"), "{workbook}");
    assert!(part(&bytes, "docProps/core.xml").contains("2019-03-12"));
    assert!(part(&bytes, "xl/sharedStrings.xml").contains("=HYPERLINK"));
}

#[test]
fn what_is_said_outside_tables_has_the_first_sheet() {
    let one = || Block::Table(table("Puljer", &["A"]));
    let headed = xlsx(&report(vec![Block::heading(1, "T"), one()])).unwrap();
    assert!(!part(&headed, "xl/workbook.xml").contains("name=\"Om\""));
    let draft = Block::Draft { blocks: vec![Block::paragraph("Ikke læst")] };
    let said = xlsx(&report(vec![Block::heading(1, "T"), draft, one(), one()])).unwrap();
    let workbook = part(&said, "xl/workbook.xml");
    assert!(["Om", "Puljer", "Puljer (2)"].iter().all(|name| workbook.contains(&format!("name=\"{name}\""))), "{workbook}");
    let strings = part(&said, "xl/sharedStrings.xml");
    assert!(strings.contains("[Udkast, ikke godkendt] Ikke læst") && strings.contains("Se arket »Puljer (2)«"), "{strings}");
    assert!(part(&xlsx(&report(Vec::new())).unwrap(), "xl/workbook.xml").contains("name=\"Om\""), "never without a sheet");
}

#[test]
fn a_text_no_cell_can_hold_goes_on_below_and_sums_still_hold() {
    let long = "ord og 🎉 ".repeat(9_000);
    let mut one = table("Lang", &["Tekst", "2019"]);
    let total = Row { kind: RowKind::Sum, cells: vec![Cell::Empty, sum(30, Reckoned::Down { from: 0, to: 1 })] };
    one.rows = vec![body(vec![Cell::text(&long), number(10)]), body(vec![Cell::Empty, number(20)]), total];
    let bytes = xlsx(&report(vec![Block::Table(one)])).unwrap();
    assert_eq!(bytes, {
        let mut again = table("Lang", &["Tekst", "2019"]);
        let total = Row { kind: RowKind::Sum, cells: vec![Cell::Empty, sum(30, Reckoned::Down { from: 0, to: 1 })] };
        again.rows = vec![body(vec![Cell::text(&long), number(10)]), body(vec![Cell::Empty, number(20)]), total];
        xlsx(&report(vec![Block::Table(again)])).unwrap()
    });
    let pieces = sheet::parts(long.trim_end(), tilsagn_core::Language::Da);
    assert_eq!(pieces.len(), 3);
    assert!(pieces.iter().all(|piece| piece.encode_utf16().count() <= 32_767));
    let said = |code| crate::said::said(code, tilsagn_core::Language::Da);
    let whole: Vec<&str> = pieces
        .iter()
        .map(|piece| piece.trim_start_matches(said("continued")).trim_end_matches(said("continues")).trim())
        .collect();
    assert_eq!(whole.join(" "), long.trim_end(), "nothing is cut");
    // The rows below those of the long text: several for each of its pieces, of which each is one cell.
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let (_, rest) = sheet.split_once("<f>SUM(B6:B").unwrap();
    let (last, rest) = rest.split_once(')').unwrap();
    assert!(last.parse::<u32>().unwrap() > 9 + pieces.len() as u32 && rest.starts_with("</f><v>3</v>"), "{last}");
    assert!(sheet.contains("<mergeCell ref=\"A6:A"), "{sheet}");
    assert_eq!(sheet::parts(&"å".repeat(40_000), tilsagn_core::Language::Da).len(), 2);
}

#[test]
fn rows_are_as_high_as_their_texts() {
    let mut one = table("Frister", &["Hvad", "Ansvarlig"]);
    let text = "Bedre udslusning og overgang fra særligt tilrettelagt ungdomsuddannelse ".repeat(3);
    one.rows = vec![body(vec![Cell::text("Opstart"), Cell::text(&text)]), body(vec![Cell::text("Underskrift"), Cell::Empty])];
    one.columns[1].width = 2;
    one.note = "Kort.".to_owned();
    let bytes = xlsx(&report(vec![Block::Table(one)])).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    // A row of one line has the height of all.
    let height = |row: u32| {
        let (_, rest) = sheet.split_once(&format!("<row r=\"{row}\""))?;
        rest.split_once('>')?.0.split_once("ht=\"")?.1.split_once('"')?.0.parse::<f64>().ok()
    };
    assert!(height(6).unwrap() > 100.0 && height(7).is_none(), "{:?} {:?}", height(6), height(7));
}
