//! Nothing is lost: corrections, undo, restarts, killed programs, other windows and other programs.

use crate::detail::open_initiative;
use crate::harness::{Done, Home, Start, Window, journey};
use crate::register::opened;
use rusqlite::Connection;

/// Writes something at the end of an initiative's summary and saves it.
async fn correct(window: &Window, number: u32, more: &str) -> Done {
    window.click("button", "Ret").await?;
    window.role("textbox", "Resumé").await?.click().await?;
    window.press("Control+End").await?;
    window.type_text(more).await?;
    window.picture(&format!("correct-{number}")).await?;
    window.click("button", "Gem").await?;
    window.sees(&format!("Initiativ {number} er rettet.")).await
}

#[test]
fn a_correction_is_kept_told_and_undone_also_after_a_restart() {
    journey("correct", Start::default(), async |window| {
        opened(window).await?;
        open_initiative(window, 12, "Driftstilskud til Reden Aalborg").await?;
        window.sees("Ingen rettelser").await?;
        correct(window, 12, " Tilføjet først.").await?;
        window.sees_no("Ingen rettelser").await?;
        correct(window, 12, " Tilføjet siden.").await?;
        window.sees("Tilføjet først. Tilføjet siden.").await?;
        window.axe().await?;

        window.click("link", "Historik").await?;
        window.sees("Initiativ 12").await?;
        window.axe().await?;
        window.picture("history").await?;

        window.restart().await?;
        opened(window).await?;
        open_initiative(window, 12, "Driftstilskud til Reden Aalborg").await?;
        window.sees("Tilføjet først. Tilføjet siden.").await?;
        window.press("Control+z").await?;
        window.sees("Fortrudt: ").await?;
        window
            .until(
                "the newest taken back",
                "return !document.querySelector('article p:not(section p)').closest('article')
            .firstElementChild.nextElementSibling.innerText.includes('Tilføjet siden')",
            )
            .await?;
        window.sees("(fortrudt)").await?;
        window.amounts_in_sight().await?;
        window.picture("correct-undone").await?;
        Ok(())
    });
}

#[test]
fn a_killed_program_has_lost_nothing() {
    journey("killed", Start::default(), async |window| {
        opened(window).await?;
        open_initiative(window, 14, "Driftstilskud til Projekt UNIK").await?;
        correct(window, 14, " Gemt før strømmen gik.").await?;
        window.kill_and_restart().await?;
        opened(window).await?;
        open_initiative(window, 14, "Driftstilskud til Projekt UNIK").await?;
        window.sees("Gemt før strømmen gik.").await?;
        window.menu("Fil", "Kontrollér filen").await?;
        window.sees("Filen er i orden.").await?;
        window.axe().await?;
        window.picture("killed-check").await?;
        Ok(())
    });
}

#[test]
fn a_second_start_brings_the_first_window_forward() {
    journey("second-start", Start::default(), async |window| {
        opened(window).await?;
        let status = window.second_start().await?;
        assert!(status.success(), "{status}");
        // The first goes on as before.
        open_initiative(window, 91, "Idræt som vej").await
    });
}

#[test]
fn two_files_stand_open_side_by_side() {
    let home = Home::default();
    let other = Start { home: home.clone(), file: Some(home.file("den anden.tilsagn")), ..Start::default() };
    journey("two-files", Start { home, ..Start::default() }, async |window| {
        opened(window).await?;
        let second = Window::open(other.clone()).await?;
        opened(&second).await?;
        open_initiative(window, 12, "Driftstilskud til Reden Aalborg").await?;
        correct(window, 12, " Kun i den første.").await?;
        open_initiative(&second, 12, "Driftstilskud til Reden Aalborg").await?;
        second.sees("Ingen rettelser").await?;
        second.sees_no("Kun i den første.").await?;
        second.no_errors().await?;
        second.close().await
    });
}

#[test]
fn what_another_program_changes_shows_at_once() {
    journey("elsewhere", Start::default(), async |window| {
        opened(window).await?;
        open_initiative(window, 12, "Driftstilskud til Reden Aalborg").await?;
        window.sees("Kommunen kan søge: Nej").await?;
        let other = Connection::open(window.file())?;
        other.execute("UPDATE initiative SET can_apply = 'yes', version = version + 1 WHERE number = 12", [])?;
        window.sees("Kommunen kan søge: Ja").await?;
        let line = window.lines().await?.into_iter().find(|line| line.number() == Some(12)).ok_or("12 is not on screen")?;
        assert_eq!(line.cell("Kommunen kan søge"), "Ja");
        Ok(())
    });
}
