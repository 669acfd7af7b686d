//! Papers of a meeting, against LibreOffice making PDFs of the same Word and Excel files.

use super::{in_turn, profile_of, quietly, timed};
use crate::tools::{self, Done, say};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::table::Table;

/// The day of the example's meeting.
const DAY: &str = "2019-03-12";
/// Rows of the long appendix: every initiative of the agreement.
const ROWS: &str = "117";
/// How often one process makes the same, as of a day later each time; the first time warms it and does not count.
const TIMES: &str = "6";
/// The item, its appendix, the decision list and what is promised: as they are asked for, and the file LibreOffice is given.
const FILES: [(&[&str], &str); 4] = [
    (&["case", "1"], "item.docx"),
    (&["appendix"], "appendix.docx"),
    (&["portfolio"], "portfolio.docx"),
    (&["exposure"], "exposure.xlsx"),
];

/// Adds the rows of papers.
pub fn papers(tilsagn: &Path, folder: &Path, table: &mut Table) -> Done {
    say("Making the papers of a meeting");
    let folder = folder.join("papers");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    let example = folder.join("example.tilsagn");
    quietly(Command::new(tilsagn).arg("example").arg(&example))?;
    let export = |file: &Path, paper: &[&str], out: &Path| {
        let mut command = Command::new(tilsagn);
        command.arg("--db").arg(file).arg("export").args(paper).args(["--as-of", DAY, "--out"]).arg(out);
        command
    };
    let mut files = Vec::new();
    for (paper, name) in FILES {
        let file = folder.join(name);
        quietly(&mut export(&example, paper, &file))?;
        files.push(file);
    }
    let pack = folder.join("pack.zip");
    let [warm, cold, office] = in_turn([
        &|| repeated(export(&example, &["pack", "1"], &pack).args(["--repeat", TIMES])),
        &|| timed(&mut export(&example, &["pack", "1"], &pack)),
        &|| converted(&folder, &files),
    ])?;
    table.row("Papers of a meeting, once more", warm, "LibreOffice to PDF", office, Some(0.05));
    table.row("  the first time", cold, "LibreOffice to PDF", office, Some(0.20));

    let assessed = folder.join("assessed.tilsagn");
    quietly(Command::new(tilsagn).arg("init").arg(&assessed).args(["--assessments", ROWS]))?;
    let (word, pdf) = (folder.join("whole.docx"), folder.join("whole.pdf"));
    quietly(&mut export(&assessed, &["appendix"], &word))?;
    let [warm, cold, office] = in_turn([
        &|| repeated(export(&assessed, &["appendix"], &pdf).args(["--repeat", TIMES])),
        &|| timed(&mut export(&assessed, &["appendix"], &pdf)),
        &|| converted(&folder, std::slice::from_ref(&word)),
    ])?;
    table.row(&format!("Appendix of {ROWS} rows to PDF, once more"), warm, "LibreOffice to PDF", office, Some(0.033));
    table.row("  the first time", cold, "LibreOffice to PDF", office, None);
    Ok(())
}

/// The median of the times a process prints, milliseconds a line, the first left out.
fn repeated(command: &mut Command) -> Done<Duration> {
    let printed = tools::output(command).ok_or("`tilsagn export … --repeat` failed.")?;
    let mut times: Vec<f64> = printed.lines().skip(1).filter_map(|line| line.trim().parse().ok()).collect();
    times.sort_by(f64::total_cmp);
    let middle = times.get(times.len() / 2).copied().ok_or("`tilsagn export … --repeat` printed no times.")?;
    Ok(Duration::from_secs_f64(middle / 1000.0))
}

/// All the files in one run of LibreOffice: starting it takes longest.
fn converted(folder: &Path, files: &[PathBuf]) -> Done<Duration> {
    let mut command = Command::new("soffice");
    command
        .arg(profile_of(folder))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.join("office"))
        .args(files);
    timed(&mut command)
}
