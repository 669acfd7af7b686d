//! Papers as workbooks, read by a package that is not ours.

use serde_json::{Value, json};
use tilsagn_core::report::PaperFormat;
use tilsagn_core::views::{ExposureFilter, PaperOf};
use tilsagn_export::{Watch, gather};

use crate::export_files::{asked, example, write};
use crate::readers::understood;
use crate::register::day;

#[test]
fn cells_have_types_headings_stay_and_sums_are_formulas() {
    let (desk, store) = example();
    let folder = desk.folder.path().join("books");
    std::fs::create_dir(&folder).unwrap();
    let lyngby = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let committee_id = Some(store.office(lyngby).unwrap().committees[0].id);
    let of = PaperOf::Appendix { id: None, committee_id, columns: Vec::new(), pools: Vec::new() };
    write(&store, &asked(of, "2019-03-12"), PaperFormat::Xlsx, &folder.join("bilag.xlsx")).unwrap();
    let koebenhavn = store.municipality_named("København").unwrap().id;
    let of = asked(PaperOf::Exposure { filter: ExposureFilter::default() }, "2009-03-01");
    let gathered = gather(&store, &of, PaperFormat::Xlsx, koebenhavn, day("2026-11-22")).unwrap();
    gathered.write(&folder.join("finans.xlsx"), &Watch::default()).unwrap();

    let books = understood("read_workbooks.py", &folder);
    let title = "Satspuljer 2019 der kan søges af kommunerne – Beskæftigelses- og Integrationsudvalgets område";
    assert_eq!(books["bilag.xlsx"]["title"], title);
    let sheets = books["bilag.xlsx"]["sheets"].as_object().unwrap();
    let (_, appendix) = sheets.iter().next().unwrap();
    assert_eq!((sheets.len(), &appendix["frozen"], &appendix["repeated"]), (1, &json!("A6"), &json!("$4:$5")));
    assert_eq!(appendix["landscape"], true);
    let is_over = |range: &str| appendix["merged"].as_array().unwrap().contains(&json!(range));
    assert!(is_over("B4:E4") && is_over("A4:A5"), "the heading over the years: {}", appendix["merged"]);
    let cell = |of: &str| &appendix["cells"][of];
    assert_eq!(cell("B4"), &json!(["s", "Økonomi, mio. kr. (2019-pl)", "General"]));
    assert_eq!(cell("B6"), &json!(["n", "22.2", "#,##0.0"]));
    assert_eq!(cell("E6"), &json!(["n", "38.3", "#,##0.0"]));

    let sheets = books["finans.xlsx"]["sheets"].as_object().unwrap();
    let formulas = |sheet: &Value| {
        let cells = sheet["cells"].as_object().unwrap();
        cells.values().filter(|cell| cell[0] == "f" && cell[1].as_str().unwrap().starts_with("=SUM(")).count()
    };
    assert_eq!(sheets.values().map(formulas).sum::<usize>(), 4, "a sum of each column but the full-time years: {sheets:?}");
}
