//! A municipality that has assessed any number of initiatives, for measuring.

use serde_json::{Value, json};

use crate::error::{Error, ErrorCode, Result};
use crate::import::example::Example;

/// What an assessment is made of: about as much as a department writes of a pool.
const SENTENCES: [&str; 5] = [
    "Afventer et nærmere oplæg, før indholdet kan vurderes.",
    "Indsatsen ligner det, kommunen allerede gør for gruppen, og kan bygge videre på de erfaringer.",
    "Centret vurderer, at driften kan bære en ansøgning, hvis en nabokommune går med.",
    "Medfinansieringen kan holdes inden for den nuværende ramme i de første to år.",
    "Der er i forvejen et projekt, som løber til udgangen af 2020, og det bør måles færdigt først.",
];

/// Lyngby-Taarbæk with a pool and an assessment of each of the first initiatives of the 2019 agreement. The same every time.
///
/// # Errors
/// None that are foreseen.
pub fn assessments(count: u32) -> Result<Vec<Example>> {
    let key = |number: u32| format!("måling-{number}");
    let pool = |number: u32| json!({ "key": key(number), "initiative": number, "title": format!("Pulje {number}"), "authority": "En styrelse", "canApply": "yes" });
    let assessment = |number: u32| {
        let text: Vec<&str> = SENTENCES.iter().cycle().skip(number as usize).take(2 + number as usize % 3).copied().collect();
        json!({
            "pool": key(number),
            "stance": "awaiting_details",
            "text": text.join(" "),
            "author": "Forvaltningen",
            "on": "2019-03-01",
        })
    };
    let example = json!({
        "municipality": "173",
        "pools": (1..=count).map(pool).collect::<Vec<Value>>(),
        "assessments": (1..=count).map(assessment).collect::<Vec<Value>>(),
        "applications": [],
    });
    let example = serde_json::from_value(example).map_err(|error| Error::new(ErrorCode::Unforeseen).because(error))?;
    Ok(vec![example])
}
