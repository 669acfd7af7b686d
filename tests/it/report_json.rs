//! Papers as JSON, held to the schema by a reader that is not ours.

use std::path::Path;

use serde_json::{Value, json};
use tilsagn_core::report::*;
use tilsagn_export::make;

use crate::readers::understood;
use crate::register::day;
use crate::reports::{case, hard, report};

/// Every kind of block, cell, column, row, list and reckoning there is.
fn everything() -> Report {
    let reckoned = [
        Reckoned::Down { from: 0, to: 1 },
        Reckoned::Rows { rows: vec![0, 2] },
        Reckoned::Across { columns: vec![1] },
        Reckoned::Less { row: 1, less: 0 },
    ];
    let number =
        |reckoned| Cell::Number { value: "-12.50".parse().unwrap(), decimals: 1, reckoned, figure: "pool.91.2019".into() };
    let cells = reckoned.into_iter().map(|one| number(Some(one))).chain([
        number(None),
        Cell::Empty,
        Cell::Date { date: day("2019-03-12") },
    ]);
    let kinds = [ColumnKind::Text, ColumnKind::Number, ColumnKind::Date];
    let table = Table {
        title: "Alt".into(),
        columns: kinds.map(|kind| Column { heading: String::new(), kind, width: 1 }).to_vec(),
        groups: vec![ColumnGroup { heading: "Over".into(), from: 0, columns: 2 }],
        rows: [RowKind::Heading, RowKind::Body, RowKind::Sum, RowKind::Part]
            .into_iter()
            .zip(cells.collect::<Vec<_>>().chunks(2))
            .map(|(kind, cells)| Row { kind, cells: cells.to_vec() })
            .collect(),
        note: "Note".into(),
    };
    let item = || Item { runs: vec![Run::bold("a\nb")], inside: vec![Block::paragraph("c")] };
    let lists =
        [ListStyle::Bullets, ListStyle::Numbers, ListStyle::Letters].map(|style| Block::List { style, items: vec![item()] });
    let mut blocks =
        vec![Block::Label { text: "Punkt".into() }, Block::heading(1, "Titel"), Block::Table(table), Block::PageBreak];
    blocks.push(Block::Draft { blocks: lists.to_vec() });
    report(PaperKind::Pipeline, "Alt", vec![Section { landscape: true, blocks }])
}

#[test]
fn a_paper_is_what_its_schema_says_and_comes_back_whole() {
    let folder = tempfile::tempdir().unwrap();
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/report.schema.json");
    std::fs::copy(schema, folder.path().join("report.schema.json")).unwrap();
    for (name, report) in [("case", case()), ("hard", hard()), ("everything", everything())] {
        let bytes = make(&report, PaperFormat::Json, None).unwrap().bytes;
        assert_eq!(serde_json::from_slice::<Report>(&bytes).unwrap(), report);
        std::fs::write(folder.path().join(format!("{name}.json")), bytes).unwrap();
    }
    // Whatever object of the paper holds a field the schema does not know, or lacks one it names, is found.
    let whole = serde_json::to_value(everything()).unwrap();
    let mut wrong = 0;
    objects(&whole, &mut String::new(), &mut |pointer| {
        let mut more = whole.clone();
        more.pointer_mut(pointer).unwrap()["unknown"] = json!(1);
        let mut less = whole.clone();
        let fields = less.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
        let first = fields.keys().next().unwrap().clone();
        fields.shift_remove(&first);
        for (what, value) in [("more", more), ("less", less)] {
            wrong += 1;
            std::fs::write(folder.path().join(format!("{what}-{wrong}.json")), value.to_string()).unwrap();
        }
    });
    assert!(wrong > 80, "{wrong}");

    let found = understood("check_reports.py", folder.path());
    for (name, errors) in found.as_object().unwrap() {
        let is_whole = ["case.json", "hard.json", "everything.json"].contains(&name.as_str());
        assert_eq!(errors.as_array().unwrap().is_empty(), is_whole, "{name}: {errors}");
    }
}

/// Calls with the pointer of every object within.
fn objects(value: &Value, pointer: &mut String, each: &mut impl FnMut(&str)) {
    let mut inner = |name: String, value: &Value| {
        let length = pointer.len();
        pointer.push('/');
        pointer.push_str(&name);
        objects(value, pointer, each);
        pointer.truncate(length);
    };
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| inner(name.clone(), value));
            each(pointer);
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(at, value)| inner(at.to_string(), value)),
        _ => {}
    }
}
