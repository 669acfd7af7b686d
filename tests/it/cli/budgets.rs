//! Budgets and what is promised, for scripts.

use serde_json::Value;

use super::Cli;

#[test]
fn a_budget_has_its_versions_lines_and_sums_and_what_does_not_meet() {
    let cli = Cli::new();
    let file = cli.file("ex.db");
    cli.answer(&["example", &file]);
    let json = |args: &[&str]| -> Value {
        serde_json::from_str(&cli.answer(&[args, &["--db", &file, "--format", "json"]].concat())).unwrap()
    };
    let applications = json(&["applications", "--municipality", "101"]);
    let id = applications.as_array().unwrap().iter().find(|it| it["title"] == "Rådgiver på hjul").unwrap()["id"].to_string();
    let budget = json(&["budget", &id]);
    let kinds: Vec<&Value> = budget["versions"].as_array().unwrap().iter().map(|version| &version["kind"]).collect();
    assert_eq!(kinds, ["applied", "granted"]);
    let granted = json(&["budget", &id, "--version", "granted"]);
    let [version] = granted["versions"].as_array().unwrap().as_slice() else { panic!("{granted}") };
    assert_eq!((version["lines"].as_array().unwrap().len(), version["financing"].as_array().unwrap().len()), (9, 2));
    assert_eq!((&version["totals"]["cost"], &version["totals"]["gap"]), (&"3408208.00".into(), &"274208.00".into()));
    let by_year: Vec<&Value> = version["totalsByYear"].as_array().unwrap().iter().map(|year| &year["cost"]).collect();
    assert_eq!(by_year, ["0.00", "1725104.00", "1683104.00"]);
    assert_eq!(version["lines"][6]["years"]["2009"], "355104.00");
    assert_eq!(version["financing"][0]["years"]["notAllotted"], "2336000.00");
    let broken: Vec<(&Value, &Value)> = version["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| ["30000.00", "244208.00", "274208.00"].iter().any(|kroner| finding["difference"] == *kroner))
        .map(|finding| (&finding["difference"], &finding["remarks"]))
        .collect();
    assert_eq!(broken.len(), 3, "{version:#}");
    for (difference, remarks) in broken {
        let silent = remarks.as_array().unwrap().iter().any(|remark| remark == "stated_excl_budget_silent");
        assert_eq!(silent, difference != "30000.00", "{difference}");
    }
    let csv = cli.answer(&["budget", &id, "--version", "1", "--format", "csv", "--db", &file]);
    assert_eq!(csv.lines().count(), 1 + 9 * 2 + 1 + 2);
    let table = cli.answer(&["budget", &id, "--version", "granted", "--db", &file]);
    assert!(table.contains("1.725.104") && table.contains("Mangler 274.208 kr."), "{table}");

    let (code, complaint) = cli.complaint(&["budget", &id, "--version", "amendment", "--db", &file]);
    assert!(code == 2 && complaint.contains("granted (2)"), "{complaint}");
    assert_eq!(cli.complaint(&["budget", "4711", "--db", &file]).0, 1);
}

#[test]
fn what_is_promised_can_be_asked_by_committee_and_years() {
    let cli = Cli::new();
    let file = cli.file("ex.db");
    cli.answer(&["example", &file]);
    let of = |args: &[&str]| {
        let always = ["exposure", "--db", &file, "--municipality", "101", "--as-of", "2010-03-01"];
        cli.answer(&[&always, args].concat())
    };
    let text = of(&["--from", "2009", "--to", "2010", "--committee", "biu", "--format", "json"]);
    let exposure: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(exposure["years"], serde_json::json!([2009, 2010]));
    let totals = exposure["totals"].as_array().unwrap();
    let staff: Vec<(&Value, &Value)> = totals.iter().map(|year| (&year["year"], &year["ownStaff"])).collect();
    assert_eq!(staff[1..], [(&2009.into(), &"399000.00".into()), (&2010.into(), &"399000.00".into())]);
    assert_eq!((&totals[0]["year"], &totals[0]["gap"]), (&Value::Null, &"274208.00".into()));
    assert_eq!(exposure["ends"][0]["ends"], "2010-12-31");
    assert!(of(&["--from", "2009", "--to", "2010"]).contains("274.208"));
    assert!(of(&["--from", "2009", "--to", "2010", "--format", "csv"]).lines().count() >= 4);
    let (code, complaint) = cli.complaint(&["exposure", "--db", &file, "--municipality", "101", "--committee", "XYZ"]);
    assert!(code == 2 && complaint.contains("BIU"), "{complaint}");
}
