//! Changing any one figure makes the load fail and name it; so does anything else that is wrong with the files.

use csv::{ReaderBuilder, WriterBuilder};
use tilsagn_core::import::{Files, agreement, builtin_agreement, builtin_reference, folder, reference};
use tilsagn_core::{Error, ErrorCode, Language};

/// The printed tables alone: what is read of the annexes has no figures to prove.
fn tables() -> Files {
    let mut files = builtin_agreement();
    files
        .retain(|name, _| !["facts.csv", "pools.csv", "calls.csv", "deadlines.csv", "source-notes.csv"].contains(&name.as_str()));
    files
}

/// A file as header and rows.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut reader = ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn text(cells: &[Vec<String>]) -> String {
    let mut writer = WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    cells.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// Another figure than the one that stands there: one tenth more.
fn another(printed: &str) -> String {
    let tenths: i64 = match printed {
        "-" => 0,
        "<0,1" => 0,
        figure => figure.replace(['.', ','], "").parse().unwrap(),
    };
    format!("{},{}", (tenths + 1) / 10, (tenths + 1) % 10)
}

fn is_amount(column: &str) -> bool {
    matches!(column, "permanent" | "total" | "amount") || column.parse::<u32>().is_ok_and(|year| year > 1900)
}

#[test]
fn any_one_figure_changed_is_refused_and_named() {
    let files = tables();
    agreement(&files).unwrap();
    let mut changed = 0;
    for name in [
        "areas.csv",
        "themes.csv",
        "initiatives.csv",
        "total.csv",
        "reprioritised-appropriations.csv",
        "reprioritised-savings.csv",
    ] {
        let original = cells(&files[name]);
        for row in 1..original.len() {
            for column in 0..original[0].len() {
                let heading = &original[0][column];
                if !is_amount(heading) {
                    continue;
                }
                let mut mutated = original.clone();
                mutated[row][column] = another(&original[row][column]);
                let mut files = files.clone();
                files.insert(name.to_owned(), text(&mutated));
                let error = agreement(&files).expect_err(&format!("{name} row {row} column {heading}"));
                assert_eq!(error.code, ErrorCode::SumMismatch, "{name} row {row} column {heading}");
                assert_names(&error, name, &original[row], heading);
                changed += 1;
            }
        }
    }
    assert!(changed > 900, "only {changed} figures were changed");
}

/// The error names the row itself; a permanent amount of an initiative, which is in no row's sum, the smallest heading over it.
fn assert_names(error: &Error, file: &str, row: &[String], heading: &str) {
    let named = &error.params["row"];
    let place = &error.params["place"];
    let total = row[0] == "total" || file == "total.csv";
    match (file, heading) {
        ("initiatives.csv", "permanent") => assert!(!named.is_empty() && error.params["column"] == "permanent", "{error}"),
        ("reprioritised-savings.csv", _) => assert_eq!(named, "total", "{error}"),
        _ if total => assert_eq!(named, "total", "{error}"),
        ("initiatives.csv", _) => assert!(named.starts_with(&format!("{} ", row[0])) && place.starts_with(file), "{error}"),
        ("reprioritised-appropriations.csv", _) => assert!(named.starts_with(&format!("{} ", row[0])), "{error}"),
        ("themes.csv", _) => assert!(named.ends_with(&row[2]), "{error}"),
        _ => assert_eq!(named, &row[1], "{error}"),
    }
    let sentence = error.sentence(Language::Da);
    assert!(sentence.contains(&error.params["stated"]) && sentence.contains(&error.params["computed"]), "{sentence}");
}

#[test]
fn the_sentence_has_danish_figures() {
    let mut files = tables();
    let changed = files["initiatives.csv"].replacen("257,8", "257,9", 1);
    files.insert("initiatives.csv".to_owned(), changed);
    let sentence = agreement(&files).unwrap_err().sentence(Language::Da);
    let expected = "initiatives.csv:2, »1 Virksomme indsatser for udsatte børn og unge og deres familier«, kolonne »total«: angivet 257,9, \
                    beregnet 257,8";
    assert!(sentence.starts_with(expected), "{sentence}");
}

#[test]
fn a_difference_must_be_declared_and_must_occur() {
    let mut files = tables();
    files.remove("declared-differences.csv");
    assert_eq!(agreement(&files).unwrap_err().params["stated"], "192,8");

    let mut files = tables();
    let both = files["declared-differences.csv"].clone();
    let twice = format!("{both}{}", both.lines().nth(1).unwrap());
    files.insert("declared-differences.csv".to_owned(), twice);
    assert_eq!(agreement(&files).unwrap_err().code, ErrorCode::DifferenceNotFound);
}

/// Replaces once in a built-in file, and reads.
fn with(file: &str, from: &str, to: &str) -> Error {
    let mut files = builtin_agreement();
    let changed = files[file].replacen(from, to, 1);
    assert_ne!(changed, files[file], "{from} is not in {file}");
    files.insert(file.to_owned(), changed);
    agreement(&files).expect_err(&format!("{file}: {from} -> {to}"))
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    use ErrorCode as E;
    let cases = [
        ("initiatives.csv", "73,2", "73.2", E::CsvBadValue, "2", "2019", "73.2"),
        ("initiatives.csv", "73,2", "", E::CsvBadValue, "2", "2019", ""),
        ("initiatives.csv", "73,2", "99999999999", E::CsvBadValue, "2", "2019", "99999999999"),
        ("initiatives.csv", "\n2;D", "\n2;X", E::CsvBadValue, "3", "dut", "X"),
        ("initiatives.csv", "\n2;D", "\n1;D", E::CsvDuplicate, "3", "number", "1"),
        ("initiatives.csv", "\n2;D", "\n+2;D", E::CsvBadValue, "3", "number", "+2"),
        (
            "initiatives.csv",
            ";social;social-initiatives;V",
            ";socia;social-initiatives;V",
            E::CsvUnknownReference,
            "2",
            "area",
            "socia",
        ),
        (
            "initiatives.csv",
            ";social;social-initiatives;V",
            ";health;social-initiatives;V",
            E::CsvBadValue,
            "2",
            "theme",
            "social-initiatives",
        ),
        ("agreement.csv", "2018-11-13", "13.11.2018", E::CsvBadValue, "2", "date", "13.11.2018"),
        ("facts.csv", "national_effort", "national", E::CsvBadValue, "2", "mechanism", "national"),
        ("facts.csv", "\n2;", "\n1;", E::CsvDuplicate, "3", "number", "1"),
        ("pools.csv", "\n8-a;8;", "\n8-a;118;", E::CsvUnknownReference, "3", "initiative", "118"),
        ("pools.csv", ";4,8;4,8;", ";4,8;4,7;", E::CsvBadValue, "4", "amount", "4,8"),
        ("calls.csv", "2020-05-26;12:00", "2020-05-26;24:00", E::CsvBadValue, "2", "deadline_time", "24:00"),
        ("deadlines.csv", "2019-10-30", "2019-10-31", E::CsvBadValue, "5", "deadline", "2019-10-30"),
        ("source-notes.csv", ";sum;", ";summ;", E::CsvBadValue, "2", "kind", "summ"),
    ];
    for (file, from, to, code, line, column, found) in cases {
        let error = with(file, from, to);
        let param = |name: &str| error.params.get(name).map(String::as_str).unwrap_or_default();
        assert_eq!((error.code, param("column"), param("found")), (code, column, found), "{file}: {error}");
        if file != "deadlines.csv" {
            assert_eq!((param("file"), param("line")), (file, line), "{error}");
        }
        for language in [Language::Da, Language::En] {
            assert!(!error.sentence(language).contains(['{', '}']), "{}", error.sentence(language));
        }
    }
    assert_eq!(with("areas.csv", "short_title", "short title").code, E::CsvMissingColumn);
    assert_eq!(with("areas.csv", "page", "page;extra").code, E::CsvUnknownColumn);
    assert_eq!(with("themes.csv", "2022", "2023").code, E::CsvMissingColumn);
    assert_eq!(with("areas.csv", ";2\n", "\n").code, E::CsvRowWidth);
    assert_eq!(with("areas.csv", ";2\n", ";2;surplus\n").code, E::CsvRowWidth);
    assert_eq!(with("total.csv", "819,8;828,8;826,3;842,0;398,7;3.316,9\n", "").code, E::CsvRowCount);
    assert_eq!(with("reprioritised-savings.csv", "total;", "66;").code, E::CsvBadValue);
}

#[test]
fn missing_and_unknown_files_are_named() {
    for name in ["agreement.csv", "areas.csv", "themes.csv", "initiatives.csv", "total.csv"] {
        let mut files = tables();
        files.remove(name);
        let error = agreement(&files).unwrap_err();
        assert_eq!((error.code, error.params["file"].as_str()), (ErrorCode::CsvMissingFile, name));
    }
    let mut files = tables();
    files.insert("fact.csv".to_owned(), String::new());
    assert_eq!(agreement(&files).unwrap_err().code, ErrorCode::CsvUnknownFile);
}

#[test]
fn other_programs_habits_are_taken_politely() {
    let mut files = builtin_agreement();
    for text in files.values_mut() {
        let surplus = text.lines().next().unwrap().matches(';').count();
        *text = format!("\u{feff}{}\r\n{}\r\n", text.trim_end().replace('\n', "\r\n"), ";".repeat(surplus));
    }
    assert_eq!(agreement(&files).unwrap().initiatives.len(), 117);
    let mut files = tables();
    let blank = files["areas.csv"].replacen('\n', "\n\n\n", 1).replace("283,8", "283.8");
    files.insert("areas.csv".to_owned(), blank);
    assert_eq!(agreement(&files).unwrap_err().params["line"], "4", "blank lines count");
    let mut files = tables();
    let trailing = files["areas.csv"].replace('\n', ";\n");
    files.insert("areas.csv".to_owned(), trailing);
    assert_eq!(agreement(&files).unwrap().areas.len(), 8);
}

#[test]
fn a_folder_is_read_and_bad_bytes_are_named() {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in builtin_agreement() {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    std::fs::write(dir.path().join("README.md"), "not data").unwrap();
    assert_eq!(agreement(&folder(dir.path()).unwrap()).unwrap().initiatives.len(), 117);

    std::fs::write(dir.path().join("areas.csv"), b"key;title\nsocial;\xc6ldre\n").unwrap();
    let error = folder(dir.path()).unwrap_err();
    let named = ["file", "line", "found"].map(|name| error.params[name].as_str());
    assert_eq!((error.code, named), (ErrorCode::CsvNotUtf8, ["areas.csv", "2", "0xC6"]));
    assert_eq!(folder(&dir.path().join("none")).unwrap_err().code, ErrorCode::FolderUnreadable);
}

#[test]
fn reference_data_is_checked_too() {
    for (file, from, to, column) in [
        ("municipalities.csv", "101;", "10;", "code"),
        ("municipalities.csv", "147;Frederiksberg", "147;København", "name"),
        ("population.csv", "Danmark;2019-01-01", "Danmar;2019-01-01", "area"),
        ("population.csv", ";5806081;", ";0;", "population"),
        ("price-index.csv", ";2,5;", ";2,55;", "general_pct"),
        ("price-index.csv", "1993;", "1992;", "year"),
    ] {
        let mut files = builtin_reference();
        let changed = files[file].replacen(from, to, 1);
        assert_ne!(changed, files[file], "{from} is not in {file}");
        files.insert(file.to_owned(), changed);
        let error = reference(&files).unwrap_err();
        assert_eq!((error.params["file"].as_str(), error.params["column"].as_str()), (file, column), "{error}");
    }
}
