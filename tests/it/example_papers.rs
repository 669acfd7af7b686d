//! The papers of the example beside those the committees had. Headings, numbers, amounts and levels are typed from those.

use tilsagn_core::report::Report;
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

#[test]
fn show() {
    let (_desk, store) = example();
    for (municipality, title, as_of) in
        [("173", "Udmøntning", "2019-03-12"), ("101", "Rådgiver", "2009-02-26"), ("101", "strategi", "2010-12-31")]
    {
        println!("{}", outline(&paper(&store, municipality, title, as_of)).join("\n"));
        println!("==================");
    }
}
