//! LibreOffice Calc reckoning what Tilsagn's page about promises shows: the same rows, summed by committee and year.

use super::{in_turn, profile_of, timed};
use crate::tools::{self, Done, say};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Columns of `tilsagn exposure --format csv`: committees, year, and the first and last of the amounts.
const COMMITTEES: usize = 4;
const YEAR: usize = 6;
const AMOUNTS: std::ops::RangeInclusive<usize> = 7..=12;

/// How long Calc takes to read the rows and reckon the sums, less what it takes to read a sheet with one cell.
pub fn reckoned(tilsagn: &Path, budgets: &Path, folder: &Path) -> Done<Duration> {
    say("Letting Calc reckon the same sums");
    let asked = ["exposure", "--format", "csv", "--as-of", "2019-03-12"];
    let csv = tools::output(Command::new(tilsagn).args(asked).arg("--db").arg(budgets)).ok_or("`tilsagn exposure` failed.")?;
    let rows: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(';').collect()).collect();
    let full = written(folder, "sums", &sheet(&rows))?;
    let empty = written(folder, "one-cell", &sheet(&[]))?;
    let [taken, nothing] = in_turn([&|| convert(folder, &full), &|| convert(folder, &empty)])?;
    let sums =
        std::fs::read_to_string(folder.join("reckoned/sums.csv")).map_err(|error| format!("Calc wrote no sums: {error}."))?;
    if sums.contains("Err:") || sums.contains('#') {
        return Err("Calc could not reckon the sums.".into());
    }
    Ok(taken.saturating_sub(nothing))
}

fn convert(folder: &Path, file: &Path) -> Done<Duration> {
    let mut command = Command::new("soffice");
    command
        .arg(profile_of(folder))
        .args(["--headless", "--convert-to", "csv", "--outdir"])
        .arg(folder.join("reckoned"))
        .arg(file);
    timed(&mut command)
}

fn written(folder: &Path, name: &str, rows: &str) -> Done<PathBuf> {
    let file = folder.join(format!("{name}.fods"));
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
         xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" office:version=\"1.3\" \
         office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body><office:spreadsheet>\
         <table:table table:name=\"S\">{rows}</table:table></office:spreadsheet></office:body></office:document>"
    );
    std::fs::write(&file, text).map_err(|error| format!("{} cannot be written: {error}.", file.display()))?;
    Ok(file)
}

/// A row of sums for each committee and year above the rows themselves. Amounts have no value kept with their formula, so all are reckoned.
fn sheet(rows: &[Vec<&str>]) -> String {
    let of = |column: usize| {
        let mut found: Vec<&str> = rows.iter().filter_map(|row| row.get(column).copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    let (committees, years) = (of(COMMITTEES), of(YEAR));
    // Under the one cell and the sums; a sum that met itself would be an error.
    let first = committees.len() * years.len() + 2;
    let last = first + rows.len().saturating_sub(1);
    let range = |letter: char| format!("[.${letter}${first}:.${letter}${last}]");
    let mut text =
        String::from("<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>");
    for committee in &committees {
        for year in &years {
            text.push_str("<table:table-row>");
            for (_, letter) in AMOUNTS.zip('C'..) {
                let formula =
                    format!("of:=SUMIFS({};{};&quot;{committee}&quot;;{};{year})", range(letter), range('A'), range('B'));
                let _ = write!(text, "<table:table-cell table:formula=\"{formula}\"/>");
            }
            text.push_str("</table:table-row>");
        }
    }
    for row in rows {
        let cell = |column: usize| row.get(column).copied().unwrap_or_default();
        let _ = write!(
            text,
            "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
            cell(COMMITTEES)
        );
        for column in [YEAR].into_iter().chain(AMOUNTS) {
            let _ = write!(text, "<table:table-cell office:value-type=\"float\" office:value=\"{}\"/>", cell(column));
        }
        text.push_str("</table:table-row>");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sums_reach_over_the_rows_and_not_over_themselves() {
        let row = |committee| vec!["1", "", "", "", committee, "", "2019", "1.00", "2.00", "3.00", "4.00", "5.00", "6.00"];
        let text = sheet(&[row("U1"), row("U2"), row("U2")]);
        // One cell, the sums of two committees in one year, and the rows.
        assert_eq!(text.matches("<table:table-row>").count(), 1 + 2 + 3);
        assert!(text.contains("SUMIFS([.$C$4:.$C$6];[.$A$4:.$A$6];&quot;U1&quot;;[.$B$4:.$B$6];2019)"), "{text}");
    }
}
