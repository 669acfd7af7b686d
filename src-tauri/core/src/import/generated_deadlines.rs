//! A municipality with any number of days to keep, for measuring.

use serde_json::{Value, json};

use crate::error::{Error, ErrorCode, Result};
use crate::import::example::Example;

/// Days of each application: tasks, milestones, targets, and the two of its period.
const EACH: u32 = 25;
const TASKS: u32 = 14;
const MILESTONES: u32 = 6;
/// The municipality's committees.
const COMMITTEES: u32 = 7;

/// Lyngby-Taarbæk with about this many days to keep over applications of 25 days each, and the meetings of seven committees from 2018 to
/// 2022. The same every time.
///
/// # Errors
/// None that are foreseen.
pub fn deadlines(count: u32) -> Result<Vec<Example>> {
    let committee = |number: u32| {
        let meetings: Vec<Value> = (2018..=2022)
            .flat_map(|year| [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12].map(move |month| (year, month)))
            .map(|(year, month)| json!({ "on": format!("{year}-{month:02}-{:02}", 7 + number), "source": "Mødeplan" }))
            .collect();
        json!({ "name": format!("Udvalg U{number}"), "shortName": format!("U{number}"), "covers": "", "meetings": meetings })
    };
    let example = json!({
        "municipality": "173",
        "committees": (1..=COMMITTEES).map(committee).collect::<Vec<Value>>(),
        "departments": (1..=COMMITTEES).map(|it| json!({ "name": format!("Center C{it}"), "shortName": format!("C{it}") })).collect::<Vec<Value>>(),
        "applications": (1..=count.div_ceil(EACH)).map(application).collect::<Vec<Value>>(),
    });
    let example = serde_json::from_value(example).map_err(|error| Error::new(ErrorCode::Unforeseen).because(error))?;
    Ok(vec![example])
}

/// A day of the years 2018 to 2021, another for every number.
fn day(number: u32) -> String {
    let spread = number.wrapping_mul(7_919) % (4 * 12 * 28);
    format!("{}-{:02}-{:02}", 2018 + spread / (12 * 28), spread / 28 % 12 + 1, spread % 28 + 1)
}

fn application(number: u32) -> Value {
    let of = |part: u32| number * EACH + part;
    let tasks: Vec<Value> = (0..TASKS).map(|part| json!({ "title": format!("Opgave {part}"), "due": day(of(part)) })).collect();
    let milestones: Vec<Value> =
        (0..MILESTONES).map(|part| json!({ "title": format!("Milepæl {part}"), "ends": day(of(TASKS + part)) })).collect();
    let targets: Vec<Value> = (0..EACH - TASKS - MILESTONES - 2)
        .map(|part| json!({ "title": format!("Mål {part}"), "due": day(of(TASKS + MILESTONES + part)) }))
        .collect();
    // Of every four, one is being written for a call and must be approved.
    let (steps, pool) = if number.is_multiple_of(4) {
        (json!([{ "stage": "drafting", "on": "2019-01-15" }]), Some(["93-a", "91-b", "107-a", "81-a"][(number / 4 % 4) as usize]))
    } else {
        (json!([{ "stage": "submitted", "on": "2018-02-01" }, { "stage": "running", "on": "2018-06-01" }]), None)
    };
    let name = number % COMMITTEES + 1;
    json!({
        "key": number.to_string(),
        "pool": pool,
        "funder": if pool.is_none() { "En fond" } else { "" },
        "title": format!("Projekt {number}"),
        "department": format!("Center C{name}"),
        "role": "recipient",
        "approval": pool.map(|_| "committee"),
        "periodStart": format!("{}-01-01", 2018 + number % 2),
        "periodEnd": format!("{}-12-31", 2020 + number % 3),
        "committees": [format!("U{name}")],
        "steps": steps,
        "tasks": tasks,
        "milestones": milestones,
        "targets": targets,
    })
}
