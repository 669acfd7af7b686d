//! The built `tilsagn` itself.

mod budgets;
mod deadlines;
mod documented;
mod papers;

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The program beside the test, without any data file of its own.
struct Cli {
    home: TempDir,
}

impl Cli {
    fn new() -> Cli {
        Cli { home: tempfile::tempdir().unwrap() }
    }

    fn command(&self, args: &[&str]) -> Command {
        let test = std::env::current_exe().unwrap();
        let program = test.parent().unwrap().parent().unwrap().join(format!("tilsagn{}", std::env::consts::EXE_SUFFIX));
        assert!(program.exists(), "{} is not built; run `cargo build -p tilsagn-cli` first", program.display());
        let mut command = Command::new(program);
        command.args(args).env("HOME", self.home.path()).env("APPDATA", self.home.path()).env_remove("XDG_DATA_HOME");
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// What it answers; it must succeed.
    fn answer(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Its exit code and complaint; it must answer nothing.
    fn complaint(&self, args: &[&str]) -> (i32, String) {
        let output = self.run(args);
        assert!(output.stdout.is_empty(), "{args:?}: {}", String::from_utf8_lossy(&output.stdout));
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    }

    fn file(&self, name: &str) -> String {
        self.home.path().join(name).to_string_lossy().into_owned()
    }
}

/// A built-in file of figures, read as text, past everything the program does to it.
fn printed(name: &str) -> Vec<Vec<String>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/core/data/satspuljen-2019").join(name);
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_path(path).unwrap();
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// `1.139,2` million as kroner: `1139200000.00`. By moving characters, not by arithmetic.
fn kroner(printed: &str) -> Option<String> {
    if printed == "-" {
        return None;
    }
    let (whole, tenth) = printed.split_once(',').unwrap();
    let digits = format!("{}{tenth}00000", whole.replace('.', ""));
    let digits = digits.trim_start_matches('0');
    Some(format!("{digits}.00"))
}

#[test]
fn json_has_every_figure_of_the_agreement() {
    let rows: Value = serde_json::from_str(&Cli::new().answer(&["initiatives", "--format", "json"])).unwrap();
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 117);
    let table = printed("initiatives.csv");
    let column = |name: &str| table[0].iter().position(|heading| heading == name).unwrap();
    for (object, row) in rows.iter().zip(&table[1..]) {
        assert_eq!(object["number"].to_string(), row[0]);
        assert_eq!(object["title"], row[column("title")]);
        assert_eq!(object["dut"], Value::Bool(row[column("dut")] == "D"));
        for period in ["2019", "2020", "2021", "2022", "permanent"] {
            let stated = kroner(&row[column(period)]);
            assert_eq!(object["amounts"].get(period).and_then(Value::as_str), stated.as_deref(), "{} {period}", row[0]);
        }
        assert_eq!(object["total"].as_str(), kroner(&row[column("total")]).as_deref(), "{}", row[0]);
        for name in ["area", "theme", "mechanism", "canApply", "authority", "pools"] {
            assert!(object.get(name).is_some(), "{} has no {name}", row[0]);
        }
    }
    assert_eq!(rows[90]["pools"].as_array().unwrap().len(), 3, "two, and the one they lie inside");
    assert_eq!(rows[90]["pools"][2]["amount"], "23700000.00");
}

#[test]
fn totals_are_the_printed_ones() {
    let text = Cli::new().answer(&["totals"]);
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = text.lines().map(words).collect();
    assert_eq!(lines.last().unwrap(), "I alt 819,8 828,8 826,3 842,0 398,7 3.316,9");
    for (file, title) in [("areas.csv", 2), ("themes.csv", 2)] {
        for row in &printed(file)[1..] {
            let figures = &row[4..10];
            let expected = format!("{} {}", row[title], figures.join(" "));
            assert!(lines.contains(&expected), "{expected}\nis not in\n{text}");
        }
    }
    let english = Cli::new().answer(&["--lang", "en", "totals"]);
    assert!(words(english.lines().last().unwrap()).ends_with("819.8 828.8 826.3 842.0 398.7 3,316.9"));
}

#[test]
fn lists_are_filtered_and_every_format_agrees() {
    let cli = Cli::new();
    let numbers = |args: &[&str]| {
        let text = cli.answer(&[&["initiatives", "--format", "csv"], args].concat());
        text.lines().skip(1).map(|line| line.split(';').next().unwrap().parse().unwrap()).collect::<Vec<u32>>()
    };
    assert_eq!(numbers(&[]), (1..=117).collect::<Vec<_>>());
    assert_eq!(numbers(&["--search", "boerneraadet"]), [21]);
    assert_eq!(numbers(&["--search", "BØRNERÅDET portal"]), [21]);
    assert_eq!(
        numbers(&["--area", "ældre", "--search", "ensom", "--can-apply", "yes"]),
        numbers(&["--area", "Aeldreomraadet", "--search", "ensom", "--can-apply", "yes"])
    );
    assert!(numbers(&["--can-apply", "yes"]).contains(&91), "the agreement is unclear about 91, its call is not");
    assert!(numbers(&["--can-apply", "unclear"]).contains(&91));
    assert_eq!(numbers(&["--area", "videre", "--can-apply", "yes,partner"]), Vec::<u32>::new());
    let lines = cli.answer(&["initiatives", "--area", "Integrationsområdet"]);
    assert!(lines.contains("107") && lines.lines().all(|line| line == line.trim_end()));
    for list in ["pools", "financing", "history", "totals"] {
        let json: Value = serde_json::from_str(&cli.answer(&[list, "--format", "json"])).unwrap();
        assert!(json.is_array() || json.is_object());
        assert!(cli.answer(&[list, "--format", "csv"]).contains(';'));
    }
    assert!(cli.answer(&["initiative", "91"]).contains("klokkeslæt ikke oplyst"));
    assert!(cli.answer(&["initiative", "52"]).contains("Kommunal andel ikke oplyst"));
    let share: Value = serde_json::from_str(&cli.answer(&["initiative", "91", "--format", "json"])).unwrap();
    assert_eq!(share["pools"].as_array().unwrap().len(), 3);
}

#[test]
fn bad_use_says_what_is_accepted_in_the_readers_language() {
    let cli = Cli::new();
    for (args, named) in [
        (&["initiatives", "--can-apply", "maybe"][..], "yes, partner, unclear, no"),
        (&["initiatives", "--area", "Rumfart"], "Socialområdet"),
        (&["initiatives", "--format", "xml"], "table, json, csv"),
        (&["initiatives", "--price-level", "2050"], "1991–2025"),
        (&["initiative", "118"], "1–117"),
        (&["initiative", "abc"], "91"),
        (&["initiative"], "NR"),
        (&["totals", "--agreement", "satspuljen-1999"], "satspuljen-2019"),
        (&["totals", "--as-of", "12.3.2019"], "2019-03-12"),
        (&["totals", "--as-of", "2019-02-31"], "2019-03-12"),
        (&["totals", "--frob"], "--price-level"),
        (&["--committee", "BIU", "coming"], "tilsagn coming --committee"),
        (&["--to", "pdf", "export", "case", "1"], "tilsagn export case --to"),
        (&["--lang", "fr", "totals"], "da, en"),
        (&["forsvind"], "initiatives, initiative, totals"),
        (&[], "initiatives, initiative, totals"),
    ] {
        let (code, complaint) = cli.complaint(args);
        assert_eq!(code, 2, "{args:?}: {complaint}");
        assert!(complaint.contains(named) && complaint.contains("Fejl:"), "{args:?}: {complaint}");
    }
    let (code, complaint) = cli.complaint(&["initiatives", "--format", "xml", "--lang", "en"]);
    assert!(code == 2 && complaint.contains("Error:") && complaint.contains("Use one of these: table, json, csv"), "{complaint}");
}

#[test]
fn without_a_file_the_built_in_agreement_answers_and_nothing_is_made() {
    let cli = Cli::new();
    let output = cli.run(&["check"]);
    assert!(output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("indbyggede aftale"));
    assert_eq!(std::fs::read_dir(cli.home.path()).unwrap().count(), 0);
    let (code, complaint) = cli.complaint(&["--db", &cli.file("none.db"), "totals"]);
    assert!(code == 1 && complaint.contains("none.db"), "{complaint}");
}

#[test]
fn a_file_is_made_read_backed_up_and_added_to() {
    let cli = Cli::new();
    let file = cli.file("a b.db");
    assert!(cli.answer(&["init", &file]).contains("a b.db"));
    let (code, complaint) = cli.complaint(&["init", &file]);
    assert!(code == 1 && complaint.contains("a b.db"), "{complaint}");
    assert_eq!(cli.answer(&["--db", &file, "totals"]), cli.answer(&["totals"]));
    assert_eq!(cli.answer(&["--db", &file, "check"]).lines().count(), 4);
    assert!(cli.answer(&["--db", &file, "backup"]).contains("manual"));
    assert!(cli.answer(&["--db", &file, "history"]).contains("Indlæste aftalen"));

    let folder = cli.home.path().join("later");
    std::fs::create_dir(&folder).unwrap();
    for (name, text) in tilsagn_core::import::generated(40) {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let folder = folder.to_string_lossy().into_owned();
    assert!(cli.answer(&["--db", &file, "import", &folder]).contains("40 initiativer"));
    let (code, complaint) = cli.complaint(&["--db", &file, "import", &folder]);
    assert!(code == 1 && complaint.contains("generated"), "{complaint}");
    let of_later = cli.answer(&["--db", &file, "initiatives", "--agreement", "generated", "--format", "csv"]);
    assert_eq!(of_later.lines().count(), 41);

    let total = PathBuf::from(&folder).join("total.csv");
    let changed = std::fs::read_to_string(&total).unwrap().replacen(',', "0,", 1);
    std::fs::write(&total, changed).unwrap();
    let (code, complaint) = cli.complaint(&["init", &cli.file("other.db"), "--agreement", &folder]);
    assert!(code == 1 && complaint.contains("total.csv") && complaint.contains("beregnet"), "{complaint}");
    assert!(!cli.home.path().join("other.db").exists());
}

#[test]
fn a_figure_changed_past_the_program_is_found() {
    let cli = Cli::new();
    let file = cli.file("tilsagn.db");
    cli.answer(&["init", &file]);
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection
        .execute("UPDATE year_amount SET amount_oere = amount_oere + 1 WHERE initiative_id = 5 AND period = '2020'", [])
        .unwrap();
    drop(connection);
    let (code, complaint) = cli.complaint(&["--db", &file, "check"]);
    let named = "»5 Styrkelse af forældres retssikkerhed i anbringelsessager«, kolonne »total«: angivet 5,4, beregnet 5,40000001";
    assert!(code == 1 && complaint.contains(named), "{complaint}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let mut child =
        Cli::new().command(&["initiatives", "--format", "json"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(!String::from_utf8(output.stderr).unwrap().contains("Fejl"));
}

#[test]
fn the_example_answers_for_each_of_its_municipalities() {
    let cli = Cli::new();
    let file = cli.file("ex.db");
    assert!(cli.answer(&["example", &file]).contains("ex.db"));
    let (code, complaint) = cli.complaint(&["example", &file]);
    assert!(code == 1 && complaint.contains("ex.db"), "{complaint}");
    let json = |args: &[&str]| -> Value {
        let on_the_day = ["--db", &file, "--as-of", "2019-03-12", "--format", "json"];
        serde_json::from_str(&cli.answer(&[args, &on_the_day].concat())).unwrap()
    };
    let texts = |list: &Value, names: &[&str]| -> Vec<String> {
        let row =
            |row: &Value| names.iter().map(|name| row[name].as_str().unwrap_or("-").to_owned()).collect::<Vec<_>>().join(" ");
        list.as_array().unwrap().iter().map(row).collect()
    };

    let pipeline = json(&["pipeline"]);
    assert_eq!((&pipeline["asOf"], &pipeline["municipality"]), (&"2019-03-12".into(), &"Lyngby-Taarbæk".into()));
    assert_eq!(
        texts(&pipeline["pools"], &["key", "stance", "reason", "status", "decision", "choice"]),
        [
            "90-a unclear - unclear - -",
            "91 awaiting_details - apply_if_relevant approved -",
            "92-a do_not_apply target_group_small do_not_apply - -",
            "93-a awaiting_details - apply_if_relevant approved -",
            "96-a do_not_apply applied_elsewhere do_not_apply - -",
            "97 awaiting_details - awaiting_details - -",
            "107-a awaiting_details - apply_if_relevant approved -",
            "108-a awaiting_details - awaiting_details - -",
            "repatriering existing_practice - existing_practice - -",
        ]
    );
    let parent = &pipeline["pools"][1];
    assert_eq!((&parent["initiative"], &parent["amount"]), (&91.into(), &"35000000.00".into()));
    assert_eq!(parent["condition"], "hvis forvaltningen vurderer dem relevante, når de nærmere beskrivelser foreligger");
    assert_eq!((&parent["recommendation"]["point"], &parent["recommendation"]["committee"]), (&"2 a".into(), &"BIU".into()));
    assert_eq!(parent["applications"][0]["stage"], "assessing");
    assert_eq!(
        texts(&pipeline["applications"], &["stage", "stageSince", "periodStart", "periodEnd"]),
        [
            "running 2018-12-14 2018-12-14 2020-09-30",
            "running 2017 2017 2019",
            "running 2017 2017 2019",
            "submitted - - -",
            "assessing 2019-03-12 - -",
            "assessing 2019-03-12 - -",
            "assessing 2019-03-12 - -",
        ]
    );
    let undated = pipeline["applications"].as_array().unwrap().iter().filter(|row| row["undated"] == true).count();
    assert_eq!(undated, 1);
    let stages: Vec<String> = pipeline["stages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sum| format!("{} {} {}", sum["stage"], sum["count"], sum["requested"]))
        .collect();
    assert_eq!(stages, ["\"assessing\" 3 null", "\"running\" 3 null"]);
    assert_eq!(pipeline["attention"].as_array().unwrap().len(), 14);

    let koebenhavn = json(&["pipeline", "--municipality", "koebenhavn"]);
    assert_eq!(
        texts(&koebenhavn["applications"], &["title"]),
        ["Fælles strategi for udsatte og syge borgere", "Rådgiver på hjul"]
    );
    let raadgiver = &koebenhavn["applications"][1];
    assert_eq!((&raadgiver["requested"], &raadgiver["awarded"]), (&"2336000.00".into(), &"2336000.00".into()));
    assert_eq!((&raadgiver["stage"], &raadgiver["approval"]), (&"conditionally_granted".into(), &"approved".into()));
    assert_eq!(texts(&json(&["applications", "--municipality", "183"]), &["title"]), ["Pilotprojekt med Socialmedicinsk Enhed"]);
    for name in
        ["id", "title", "stage", "department", "committees", "owner", "funder", "pool", "requested", "awarded", "periodStart"]
    {
        assert!(raadgiver.get(name).is_some(), "{name}");
    }
}

#[test]
fn pools_have_what_the_municipality_thinks_of_them() {
    let cli = Cli::new();
    let file = cli.file("ex.db");
    cli.answer(&["example", &file]);
    let json = |args: &[&str]| -> Value {
        serde_json::from_str(&cli.answer(&[args, &["--db", &file, "--format", "json"]].concat())).unwrap()
    };
    let stances = |pools: &Value| pools.as_array().unwrap().iter().filter(|pool| !pool["stance"].is_null()).count();
    // Nine were assessed; the two inside initiative 91 rest on it.
    assert_eq!(stances(&json(&["pools", "--as-of", "2019-03-12"])), 11);
    assert_eq!(stances(&json(&["pools", "--as-of", "2019-02-27"])), 0);
    assert_eq!(stances(&json(&["pools", "--municipality", "København"])), 0);
    let names = [
        "id",
        "title",
        "initiative",
        "authority",
        "amount",
        "applicants",
        "canApply",
        "deadline",
        "stance",
        "reason",
        "applications",
        "status",
        "recommendation",
        "decision",
        "condition",
        "choice",
        "calls",
        "key",
    ];
    for pool in json(&["pools"]).as_array().unwrap() {
        assert!(names.iter().all(|name| pool.get(name).is_some()), "{pool}");
        assert!(pool["title"].is_string() && pool["applicants"].is_string());
    }
    for list in ["pools", "applications", "pipeline"] {
        assert!(cli.answer(&[list, "--db", &file, "--format", "csv"]).contains(';'));
        let output = cli.run(&[list, "--db", &file, "--as-of", "2019-03-12"]);
        assert!(String::from_utf8(output.stdout).unwrap().contains("Flere kvinder"), "{list}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("Ishøj, København"), "{list}");
    }
    let (code, complaint) = cli.complaint(&["pipeline", "--db", &file, "--municipality", "Atlantis"]);
    assert!(code == 2 && complaint.contains("Lyngby-Taarbæk"), "{complaint}");
    let of_initiative = cli.answer(&["initiative", "91", "--db", &file, "--as-of", "2019-03-12"]);
    assert!(of_initiative.contains("Søges, hvis relevant") && of_initiative.contains("(Under vurdering)"), "{of_initiative}");
    let empty = cli.run(&["applications", "--format", "json"]);
    assert_eq!(String::from_utf8(empty.stdout).unwrap(), "[]\n");
    assert!(String::from_utf8(empty.stderr).unwrap().contains("nogen kommune endnu"));
}
