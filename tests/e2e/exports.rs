//! Every place a paper is exported from: each format is written, what is in the way is said, and closed items stay out.

use crate::harness::{CASE, Done, Home, Start, Window, is_written, journey};
use crate::register::opened;
use serde_json::json;
use std::path::{Path, PathBuf};

/// How the formats are called, and the endings of their files.
const ENDINGS: [(&str, &str); 7] = [
    ("Word", "docx"),
    ("PDF", "pdf"),
    ("Excel", "xlsx"),
    ("CSV", "csv"),
    ("Kalender", "ics"),
    ("Data", "json"),
    ("Samlet", "zip"),
];
const AGENDA: &str = "Udmøntning af satspuljemidler 2019 - prioritering af puljeansøgninger";
const CLOSED_OUT: &str = "1 lukket punkt er udeladt.";

/// The example, as the committee met.
async fn example(window: &Window) -> Done {
    opened(window).await?;
    window.open_example().await?;
    window.sees("Vist pr. 12. marts 2019.").await
}

/// In the dialog that was asked for: looks at the paper and writes it in each format it is offered in.
async fn written(window: &Window, name: &str) -> Done<Vec<PathBuf>> {
    window.export_shown().await?;
    window.look(&format!("export-{name}")).await?;
    let labels = window.texts("[role=dialog] label:has(input[type=radio])").await?;
    let of = |label: &String| ENDINGS.into_iter().find(|(format, _)| label.starts_with(format));
    let mut formats: Vec<_> = labels.iter().filter_map(of).collect();
    if formats.is_empty() {
        // A paper of several files comes in one way alone, which need not be chosen.
        formats.push(("Samlet", "zip"));
    }
    let mut files = Vec::new();
    for (format, ending) in &formats {
        if formats.len() > 1 {
            window.in_format(format).await?;
        }
        let path = window.home().file(&format!("{name}.{ending}"));
        window.save_to(&path).await?;
        is_written(&path)?;
        files.push(path);
    }
    window.look(&format!("export-{name}-written")).await?;
    window.export_done().await?;
    Ok(files)
}

/// Opens the one paper a screen exports.
async fn button(window: &Window) -> Done {
    window.click("button", "Eksportér …").await
}

#[test]
fn from_the_screens_each_in_every_format() {
    journey("exports-screens", Start::default(), async |window| {
        example(window).await?;
        window.go("overview").await?;
        button(window).await?;
        written(window, "pipeline").await?;
        window.until("the keyboard back at the button", "return document.activeElement.innerText === 'Eksportér …'").await?;

        window.go("economy").await?;
        button(window).await?;
        written(window, "exposure").await?;

        window.go("deadlines").await?;
        window.menu("Eksportér …", "Frister …").await?;
        let files = written(window, "deadlines").await?;
        assert!(files.iter().any(|file| file.extension().is_some_and(|ending| ending == "ics")), "no calendar in {files:?}");

        window.go("cases").await?;
        window.menu("Eksportér …", "Beslutningsliste …").await?;
        written(window, "portfolio").await?;
        window.menu("Eksportér …", "Orientering siden sidst …").await?;
        written(window, "status").await?;
        Ok(())
    });
}

#[test]
fn from_a_case_an_application_its_budget_and_the_pools() {
    journey("exports-things", Start::default(), async |window| {
        example(window).await?;
        window.go("cases").await?;
        window.click("link", AGENDA).await?;
        window.css("[data-part]").await?;
        window.menu("Eksportér …", "Dagsordenspunkt …").await?;
        written(window, "case").await?;
        window.menu("Eksportér …", "Mødepakke …").await?;
        let pack = written(window, "pack").await?;
        let names = names(&pack)?;
        for ending in ["docx", "pdf", "xlsx"] {
            assert!(names.iter().any(|name| name.ends_with(ending)), "no {ending} in {names:?}");
        }

        window.go("pools").await?;
        button(window).await?;
        written(window, "appendix").await?;

        window.menu("Kommune: Lyngby-Taarbæk", "København").await?;
        window.palette("Rådgiver på hjul", "Rådgiver på hjul").await?;
        window.role("tablist", "").await?;
        window.menu("Mere med ansøgningen", "Eksportér hele sagen … Én fil med alle papirer, dokumenter og historik").await?;
        let dossier = written(window, "dossier").await?;
        assert!(names_of_many(&dossier)? > 3, "the dossier is nearly empty");
        window.turn_to("Budget").await?;
        button(window).await?;
        written(window, "budget").await.map(drop)
    });
}

/// The names in the only file there is.
fn names(files: &[PathBuf]) -> Done<Vec<String>> {
    let zip = zip::ZipArchive::new(std::fs::File::open(files.first().ok_or("nothing was written")?)?)?;
    zip.file_names().map(|name| Ok(name?.into_owned())).collect()
}

fn names_of_many(files: &[PathBuf]) -> Done<usize> {
    names(files).map(|names| names.len())
}

/// What the dialog says of the file it was to write.
async fn refused(window: &Window, path: &Path, says: &str) -> Done {
    window.write("Fil", &path.display().to_string()).await?;
    window.press("Control+Enter").await?;
    window.sees(says).await?;
    let kept = "return [...document.querySelectorAll('[role=dialog] input')].some((one) => one.value === arguments[0])";
    window.until_with("the typed path, kept", kept, vec![json!(path.display().to_string())]).await
}

#[test]
fn what_is_in_the_way_of_a_file_is_said_and_can_be_gone_round() {
    let home = Home::default();
    let file = home.with_case().expect("a file with a case can be made");
    let (paper, other, gone) = (home.file("punkt.docx"), home.file("punkt (2).docx"), home.file("ingen steder"));
    let own = home.file("papirer");
    std::fs::create_dir(&own).expect("a folder can be made");
    std::fs::write(&paper, "som den var").expect("a file can be written");
    std::fs::write(home.file(".~lock.punkt.docx#"), "Word").expect("a file can be written");
    journey("exports-in-the-way", Start { home, ..Start::on(&file) }, async |window| {
        window.palette(CASE, CASE).await?;
        window.css("[data-part]").await?;
        window.export("Dagsordenspunkt").await?;

        // No such folder.
        refused(window, &gone.join("punkt.docx"), "findes ikke. Intet er ændret.").await?;
        window.look("export-folder-gone").await?;

        // A name alone would lie nobody knows where; in a folder the paper has the name it is offered under.
        refused(window, Path::new("punkt.docx"), "begynder ikke ved et drev eller en rod").await?;
        window.write("Fil", &format!("{}/", own.display())).await?;
        window.press("Control+Enter").await?;
        window.sees(&format!("Filen ligger i {}/", own.display())).await?;
        let inside = std::fs::read_dir(&own)?.next().ok_or("nothing lies in the folder")??.path();
        assert!(inside.file_stem().is_some_and(|name| name.to_string_lossy().ends_with(CASE)), "{}", inside.display());
        is_written(&inside)?;

        // Open in Word: another name is offered, and taken.
        refused(window, &paper, "er åben i et andet program").await?;
        window.look("export-in-use").await?;
        window.push("Gem som punkt (2).docx").await?;
        window.sees("Filen ligger i").await?;
        is_written(&other)?;
        assert_eq!(std::fs::read_to_string(&paper)?, "som den var");

        // Closed again there: it is replaced only when a person has said so.
        std::fs::remove_file(window.home().file(".~lock.punkt.docx#"))?;
        refused(window, &paper, "Skal filen erstattes?").await?;
        window.look("export-replace").await?;
        window.press("Escape").await?;
        window.sees_no("Skal filen erstattes?").await?;
        assert_eq!(std::fs::read_to_string(&paper)?, "som den var");
        refused(window, &paper, "Skal filen erstattes?").await?;
        window.push("Erstat").await?;
        window.sees("Filen ligger i").await?;
        is_written(&paper)?;
        window.look("export-replaced").await?;
        window.export_done().await
    });
}

#[test]
fn a_closed_case_stays_out_until_a_person_takes_it_in() {
    let home = Home::default();
    let file = home.with_case().expect("a file with a case can be made");
    let (open, closed, item) = (home.file("åben.pdf"), home.file("lukket.pdf"), home.file("punkt.docx"));
    journey("exports-closed", Start { home, ..Start::on(&file) }, async |window| {
        window.palette(CASE, CASE).await?;
        window.css("[data-part]").await?;
        window.press("Control+e").await?;
        window.css("main form input[type=checkbox]").await?;
        window.tab_into("Lukket punkt").await?;
        window.press("Space").await?;
        window.press("Control+Enter").await?;
        window.sees("Sagen er gemt.").await?;
        window.look("export-closed-case").await?;

        // The case itself is not even shown before it is said that it may be.
        window.palette_into("Eksportér: Dagsordenspunkt").await?;
        window.sees("Sagen er et lukket punkt.").await?;
        window.look("export-closed-item").await?;
        window.tab_into("Medtag lukkede punkter").await?;
        window.press("Space").await?;
        window.export_shown().await?;
        window.sees("Filen må ikke offentliggøres").await?;
        window.save_to(&item).await?;
        is_written(&item)?;
        window.look("export-closed-item-written").await?;
        window.export_done().await?;

        // In a list it is left out and counted, then taken in.
        window.go("cases").await?;
        window.menu("Eksportér …", "Beslutningsliste …").await?;
        window.export_shown().await?;
        window.sees(CLOSED_OUT).await?;
        assert!(!window.export_says().await?.contains(CASE), "a closed case in an open list");
        window.in_format("PDF").await?;
        window.save_to(&open).await?;
        window.look("export-closed-out").await?;
        window.tab_into("Medtag lukkede punkter").await?;
        window.press("Space").await?;
        window.sees_no(CLOSED_OUT).await?;
        let shown = "return document.querySelector('[role=dialog] section[tabindex]').innerText.includes(arguments[0])";
        window.until_with("the closed case in the list", shown, vec![json!(CASE)]).await?;
        window.save_to(&closed).await?;
        window.look("export-closed-in").await?;
        assert!(std::fs::read(&open)? != std::fs::read(&closed)?);
        window.export_done().await
    });
}
