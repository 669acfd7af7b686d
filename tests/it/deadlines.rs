//! Days to keep, against real files.

use std::path::Path;

use chrono::NaiveDate;
use tilsagn_core::seed;
use tilsagn_core::store::{Environment, Store};
use tilsagn_core::views::DeadlineItem;

fn example() -> Store {
    let mut store = Store::in_memory(&Environment::of_this_machine("Anna", Path::new(""))).unwrap();
    seed::example(&mut store).unwrap();
    store
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn line(item: &DeadlineItem) -> String {
    let flags: Vec<&str> = item.flags.iter().map(|said| said.flag.code()).collect();
    let title: String = item.title.chars().take(20).collect();
    let done = if item.done_on.is_some() {
        " done"
    } else if item.ended {
        " ended"
    } else {
        ""
    };
    let flags = if flags.is_empty() { String::new() } else { format!(" [{}]", flags.join(" ")) };
    format!("{} {}{done}{flags}: {title}", item.on, item.kind.code())
}

#[test]
fn dump() {
    let store = example();
    for (m, at) in [("173", "2019-03-12"), ("173", "2019-05-01"), ("101", "2009-02-26"), ("183", "2019-03-12")] {
        let id = store.municipality_named(m).unwrap().id;
        let view = store.deadlines(id, day(at)).unwrap();
        println!(
            "== {m} {at}: {} undated, {} conflicts, {} bars, {} special",
            view.undated,
            view.conflicts.len(),
            view.bars.len(),
            view.special_days.len()
        );
        for item in &view.items {
            println!("{}", line(item));
        }
        for said in store.notices(id, None, day(at)).unwrap() {
            println!("   ! {} {}: {} -> {}", said.flag.flag.code(), said.title, said.flag.reason.da, said.flag.action.da);
        }
    }
}
