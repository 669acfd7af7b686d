//! Days to keep, back-plans and coming cases, for scripts.

use serde_json::Value;

use super::Cli;

fn example() -> (Cli, String) {
    let cli = Cli::new();
    let file = cli.file("ex.db");
    cli.answer(&["example", &file]);
    (cli, file)
}

fn json(cli: &Cli, file: &str, args: &[&str]) -> Value {
    serde_json::from_str(&cli.answer(&[args, &["--db", file, "--format", "json"]].concat())).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

#[test]
fn the_days_ahead_have_their_dates_and_reasons() {
    let (cli, file) = example();
    let at = ["deadlines", "--municipality", "173", "--as-of", "2019-03-12"];
    let all = json(&cli, &file, &at);
    assert_eq!((&all["asOf"], &all["municipalityCode"]), (&"2019-03-12".into(), &"173".into()));
    let near = json(&cli, &file, &[at.as_slice(), &["--within", "90d"]].concat());
    let days: Vec<i64> = list(&near["deadlines"]).iter().map(|it| it["days"].as_i64().unwrap()).collect();
    assert!(!days.is_empty() && days.len() < list(&all["deadlines"]).len(), "{near:#}");
    let overdue = |it: &Value| it["days"].as_i64().is_some_and(|days| days < 0) && !list(&it["flags"]).is_empty();
    assert!(list(&near["deadlines"]).iter().all(|it| overdue(it) || (0..=90).contains(&it["days"].as_i64().unwrap())));
    // Initiative 93's pool had its deadline on 22 May 2019, and no time of day was stated.
    let of_93 = |found: &Value| {
        let is = |it: &&Value| it["kind"] == "call" && it["date"] == "2019-05-22";
        list(&found["deadlines"]).iter().find(is).cloned()
    };
    let call = of_93(&near).unwrap_or_else(|| panic!("{near:#}"));
    assert_eq!((&call["time"], &call["days"]), (&Value::Null, &71.into()));
    for flag in list(&near["deadlines"]).iter().flat_map(|it| list(&it["flags"])) {
        for said in ["reason", "reasonEn", "action", "actionEn"] {
            assert!(flag[said].as_str().is_some_and(|text| !text.is_empty()), "{flag}");
        }
    }
    let only = json(&cli, &file, &[at.as_slice(), &["--kind", "call,paper"]].concat());
    assert!(list(&only["deadlines"]).iter().all(|it| it["kind"] == "call" || it["kind"] == "paper"));
    let of_biu = json(&cli, &file, &[at.as_slice(), &["--committee", "biu"]].concat());
    assert!(list(&of_biu["deadlines"]).iter().all(|it| list(&it["committees"]).contains(&"BIU".into())));

    let csv = cli.answer(&[at.as_slice(), &["--within", "90d", "--format", "csv", "--db", &file]].concat());
    assert_eq!(csv.lines().count(), 1 + days.len());
    let table = cli.answer(&[at.as_slice(), &["--within", "90d", "--db", &file]].concat());
    assert!(table.contains("2019-05-22") && table.contains("Ansøgningsfrist"), "{table}");
    let english = cli.answer(&[at.as_slice(), &["--within", "90d", "--lang", "en", "--db", &file]].concat());
    assert!(english.contains("Application deadline"), "{english}");
}

#[test]
fn the_days_ahead_are_a_calendar() {
    let (cli, file) = example();
    let at = ["deadlines", "--municipality", "173", "--as-of", "2019-03-12", "--db", &file, "--format", "ics"];
    let calendar = cli.answer(&[at.as_slice(), &["--within", "90d"]].concat());
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(calendar.contains("DTSTART;VALUE=DATE:20190522\r\n"), "{calendar}");
    assert_eq!(calendar, cli.answer(&[at.as_slice(), &["--within", "90d"]].concat()), "the same data is the same bytes");
    let of_biu = cli.answer(&[at.as_slice(), &["--committee", "BIU"]].concat());
    assert!(of_biu.contains("X-WR-CALNAME:Tilsagn: Lyngby-Taarbæk – BIU"));
}

#[test]
fn a_plan_names_each_step_and_what_can_be_done() {
    let (cli, file) = example();
    let applications = json(&cli, &file, &["applications", "--municipality", "173"]);
    let id = list(&applications).iter().find(|it| it["initiative"] == 93).unwrap()["id"].to_string();
    let plan = json(&cli, &file, &["plan", &id, "--as-of", "2019-03-12"]);
    assert_eq!((&plan["deadline"], &plan["deadlineTime"]), (&"2019-05-22".into(), &Value::Null));
    assert!(plan["sentence"].as_str().is_some_and(|text| !text.is_empty()));
    for step in list(&plan["steps"]) {
        assert!(step["date"].is_string() && step["reason"].as_str().is_some_and(|text| !text.is_empty()), "{step:#}");
        assert!(step.get("slack").is_some());
    }
    assert!(!list(&plan["steps"]).is_empty(), "{plan:#}");
    let table = cli.answer(&["plan", &id, "--as-of", "2019-03-12", "--db", &file]);
    assert!(table.contains(plan["sentence"].as_str().unwrap()), "{table}");
    assert_eq!(cli.complaint(&["plan", "4711", "--db", &file]).0, 1);
}

#[test]
fn the_example_has_the_cases_its_source_says_are_coming() {
    let (cli, file) = example();
    let at = ["coming", "--municipality", "173", "--committee", "BIU", "--as-of", "2019-03-13"];
    let coming = json(&cli, &file, &at);
    let [biu] = list(&coming) else { panic!("{coming:#}") };
    let titles: Vec<&Value> =
        list(&biu["meetings"]).iter().flat_map(|meeting| list(&meeting["cases"])).map(|case| &case["title"]).collect();
    for title in ["Afsluttende status på Beskæftigelsesplan 2018", "Slutrapport på satspuljeprojektet Håndholdt Ressourceforløb"]
    {
        assert!(titles.contains(&&title.into()), "{titles:?}");
    }
    let table = cli.answer(&[at.as_slice(), &["--db", &file]].concat());
    assert!(table.contains("første møde efter 2019-03-12"), "{table}");
    let csv = cli.answer(&[at.as_slice(), &["--db", &file, "--format", "csv"]].concat());
    assert!(csv.lines().count() > 2);
}

#[test]
fn what_is_not_understood_is_said() {
    let (cli, file) = example();
    for (args, says) in [
        (vec!["deadlines", "--within", "snart"], "90d"),
        (vec!["deadlines", "--kind", "frist"], "final_report"),
        (vec!["deadlines", "--municipality", "173", "--committee", "XYZ"], "BIU"),
        (vec!["deadlines", "--municipality", "173", "--person", "Ingen"], "--person"),
        (vec!["deadlines", "--as-of", "2019-02-31"], "2019-03-12"),
        (vec!["plan", "91", "--format", "ics"], "json"),
        (vec!["coming", "--format", "ics"], "csv"),
    ] {
        let (code, complaint) = cli.complaint(&[args.as_slice(), &["--db", &file]].concat());
        assert!(code == 2 && complaint.contains(says), "{args:?}: {complaint}");
    }
    // Without any file there is no municipality, and nothing is made.
    let output = cli.run(&["deadlines", "--format", "json"]);
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&found["municipality"], &found["deadlines"]), (&Value::Null, &Value::Array(Vec::new())));
}

#[test]
fn days_for_measuring_can_be_made() {
    let cli = Cli::new();
    let file = cli.file("many.db");
    cli.answer(&["init", &file, "--deadlines", "500"]);
    let found = json(&cli, &file, &["deadlines", "--as-of", "2019-03-12"]);
    assert!(list(&found["deadlines"]).len() >= 500, "{}", list(&found["deadlines"]).len());
}
