//! Cases and papers on the command line.

use std::fs;

use serde_json::Value;

use super::Cli;

fn with_example() -> (Cli, String) {
    let cli = Cli::new();
    let db = cli.file("ex.db");
    cli.answer(&["example", &db]);
    (cli, db)
}

#[test]
fn cases_are_listed_with_their_meeting() {
    let (cli, db) = with_example();
    let text = cli.answer(&["--db", &db, "cases", "--as-of", "2019-04-01", "--format", "json"]);
    let cases: Value = serde_json::from_str(&text).unwrap();
    let case = &cases[0];
    assert_eq!(case["meetingDate"], "2019-03-12");
    assert_eq!(case["committees"], serde_json::json!(["BIU"]));
    assert!(case["id"].is_u64() && case["title"].as_str().unwrap().contains("satspuljemidler"));
    assert!(cli.answer(&["--db", &db, "cases", "--as-of", "2019-04-01"]).contains("BIU"));
    let csv = cli.answer(&["--db", &db, "cases", "--municipality", "koebenhavn", "--format", "csv"]);
    assert!(csv.starts_with("id;title;kind;caseNumber;closed;committees;meetingDate;itemNumber;outcome\n"), "{csv}");
}

#[test]
fn a_paper_is_written_where_it_is_asked_for_and_replaced() {
    let (cli, db) = with_example();
    let out = cli.file("finance.xlsx");
    let export = ["--db", &db, "export", "exposure", "--as-of", "2019-03-12", "--out", &out];
    assert_eq!(cli.answer(&export), format!("Skrevet: {out}\n"));
    let first = fs::read(&out).unwrap();
    cli.answer(&export);
    assert!(fs::read(&out).unwrap() == first, "the same twice");
    for (paper, name) in [
        (vec!["case", "1", "--form", "koebenhavn"], "sag.docx"),
        (vec!["appendix", "--committee", "biu", "--pools", "91-a,92-a", "--columns", "initiative,stance"], "bilag.csv"),
        (vec!["status", "--committee", "BIU", "--since", "2019-01-01"], "status.docx"),
        (vec!["deadlines", "--within", "90d", "--lang", "en"], "frister.ics"),
        (vec!["budget", "1"], "budget.csv"),
    ] {
        let path = cli.file(name);
        let mut args = vec!["--db", &db, "export"];
        args.extend(&paper);
        args.extend(["--as-of", "2019-03-12", "--out", &path]);
        assert!(cli.answer(&args).contains(name), "{paper:?}");
        assert!(fs::metadata(&path).unwrap().len() > 100, "{paper:?}");
    }
    // In a folder it has the name it is offered by.
    let folder = cli.file("papirer");
    fs::create_dir(&folder).unwrap();
    cli.answer(&["--db", &db, "export", "case", "1", "--as-of", "2019-03-12", "--to", "pdf", "--out", &folder]);
    let inside = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
    assert!(inside.starts_with("BIU 2019-03-12 Punkt 3 Udm") && inside.ends_with(".pdf"), "{inside}");
    let told = cli.answer(&["--db", &db, "export", "pipeline", "--to", "csv", "--out", &cli.file("a"), "--repeat", "2"]);
    assert_eq!(told.lines().filter_map(|line| line.parse::<f64>().ok()).count(), 2, "{told}");
    assert!(fs::exists(cli.file("a.csv")).unwrap());
}

#[test]
fn a_folder_takes_the_usual_format_and_two_formats_are_refused() {
    let (cli, db) = with_example();
    let folder = cli.file("bad");
    fs::create_dir(&folder).unwrap();
    cli.answer(&["--db", &db, "export", "case", "1", "--out", &folder]);
    let inside =
        |folder: &str| fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect::<Vec<_>>();
    let found = inside(&folder);
    assert!(found.len() == 1 && found[0].ends_with(".docx"), "{found:?}");
    let (code, said) = cli.complaint(&["--db", &db, "export", "deadlines", "--to", "ics", "--out", &cli.file("q.pdf")]);
    assert_eq!((code, said.contains(".pdf") && said.contains("ics")), (2, true), "{said}");
    assert!(!fs::exists(cli.file("q.pdf")).unwrap() && !fs::exists(cli.file("q.pdf.ics")).unwrap());
    // What is no format is a name.
    cli.answer(&["--db", &db, "export", "deadlines", "--to", "ics", "--out", &cli.file("uge 11.12")]);
    assert!(fs::exists(cli.file("uge 11.12.ics")).unwrap());
}

#[test]
fn a_municipality_is_named_before_or_after_the_command_and_held_to() {
    let (cli, db) = with_example();
    let of = |args: &[&str]| cli.answer(&[&["--db", &db], args].concat());
    let before = of(&["--municipality", "koebenhavn", "cases", "--format", "csv"]);
    assert!(before.contains("Rådgiver"), "{before}");
    assert_eq!(of(&["cases", "--municipality", "101", "--format", "csv"]), before);
    let applications = of(&["applications", "--municipality", "101", "--format", "csv"]);
    let id = applications.lines().find(|line| line.contains("Rådgiver på hjul")).unwrap().split(';').next().unwrap();
    let (pdf, zip) = (cli.file("sag.pdf"), cli.file("sag.zip"));
    for args in [
        vec!["export", "case", "2", "--out", &pdf],
        vec!["export", "budget", id, "--out", &pdf],
        vec!["export", "pack", "2", "--out", &zip],
        vec!["export", "dossier", id, "--out", &zip],
        vec!["budget", id],
        vec!["plan", id],
    ] {
        of(&[&args[..], &["--municipality", "101"]].concat());
        let (code, said) = cli.complaint(&[&["--db", &db], &args[..], &["--municipality", "173"]].concat());
        assert_eq!((code, said.contains("hører ikke til Lyngby-Taarbæk")), (2, true), "{args:?}: {said}");
    }
}

#[test]
fn what_cannot_be_exported_is_said() {
    let (cli, db) = with_example();
    let out = cli.file("a.txt");
    let complaint = |args: &[&str]| {
        let (code, said) = cli.complaint(&[&["--db", &db, "export"], args].concat());
        (code, said.lines().last().unwrap_or_default().to_owned())
    };
    let (code, said) = complaint(&["case", "1", "--out", &out]);
    assert_eq!((code, said.contains("docx, pdf, json")), (2, true), "{said}");
    let (code, said) = complaint(&["case", "1", "--form", "ishoej", "--to", "docx", "--out", &out]);
    assert_eq!((code, said.contains("lyngby-taarbaek")), (2, true), "{said}");
    let (code, said) = complaint(&["exposure", "--to", "docs", "--out", &out]);
    assert_eq!((code, said.contains("xlsx, docx, pdf, csv, json")), (2, true), "{said}");
    let (code, said) = complaint(&[]);
    assert_eq!((code, said.contains("case, appendix, portfolio")), (2, true), "{said}");
    let (code, said) = complaint(&["status", "--out", &out]);
    assert_eq!((code, said.contains("--committee")), (2, true), "{said}");
    let (code, said) = complaint(&["appendix", "--pools", "91-x", "--out", &cli.file("a.csv")]);
    assert_eq!((code, said.contains("91-x")), (2, true), "{said}");
    let (code, said) = complaint(&["pipeline", "--out", &cli.file("ingen/a.csv")]);
    assert_eq!((code, said.contains("findes ikke")), (1, true), "{said}");
    assert!(!fs::exists(&out).unwrap());
}
