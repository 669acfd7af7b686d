//! Files that cannot be opened: the window says which and why, leaves them as they are, and offers every way on.

use crate::harness::{Done, Home, Start, Window, journey};
use crate::register::opened;
use rusqlite::Connection;
use std::fs;
use std::path::Path;
use tilsagn_core::store::BackupKind;

/// The page for a file that is not open: its name, axe, a picture, and the file as it was.
async fn refused(window: &Window, name: &str, because: &str) -> Done {
    window.role("heading", "Datafilen kunne ikke åbnes").await?;
    window.sees(because).await?;
    window.sees(&window.file().display().to_string()).await?;
    window.axe().await?;
    window.picture(&format!("bad-{name}")).await.map(drop)
}

/// Overwrites pages in the middle.
fn damage(file: &Path) -> Done {
    let mut bytes = fs::read(file)?;
    let (from, to) = (bytes.len() / 3, bytes.len() / 2);
    bytes[from..to].fill(0xA5);
    Ok(fs::write(file, bytes)?)
}

#[test]
fn a_text_file() {
    let home = Home::default();
    let file = home.file("brev.tilsagn");
    fs::write(&file, "Kære kommune").expect("a text can be written");
    journey("bad-text", Start { home, ..Start::on(&file) }, async |window| {
        refused(window, "text", "er ikke en Tilsagn-datafil").await?;
        assert_eq!(fs::read_to_string(&file)?, "Kære kommune");

        // The way on: another file, by its path.
        let good = window.home().data_file("god.tilsagn")?;
        window.click("button", "Åbn en anden fil …").await?;
        window.fill("textbox", "Filens sti", &good.display().to_string()).await?;
        window.picture("bad-open-another").await?;
        window.press("Enter").await?;
        opened(window).await?;
        assert_eq!(fs::read_to_string(&file)?, "Kære kommune");
        Ok(())
    });
}

#[test]
fn another_programs_database_and_a_file_from_a_newer_version() {
    let home = Home::default();
    let file = home.file("regnskab.db");
    let other = Connection::open(&file).expect("a database can be made");
    other.execute_batch("CREATE TABLE post (beloeb); INSERT INTO post VALUES (1)").expect("a table can be made");
    drop(other);
    journey("bad-other", Start { home, ..Start::on(&file) }, async |window| {
        let before = fs::read(&file)?;
        refused(window, "other", "hører til et andet program").await?;
        window.click("button", "EN – English").await?;
        window.sees("belongs to another program").await?;
        window.click("button", "DA – Dansk").await?;
        assert_eq!(fs::read(&file)?, before);

        fs::remove_file(&file)?;
        drop(window.home().create(&file)?);
        Connection::open(&file)?.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA user_version = 999")?;
        let before = fs::read(&file)?;
        window.restart().await?;
        refused(window, "newer", "nyere udgave af Tilsagn (dataformat 999").await?;
        assert_eq!(fs::read(&file)?, before);
        Ok(())
    });
}

#[test]
fn a_write_protected_file() {
    let home = Home::default();
    let file = home.data_file("delt.tilsagn").expect("a data file can be made");
    let mut permissions = fs::metadata(&file).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).expect("it can be protected");
    journey("bad-protected", Start { home, ..Start::on(&file) }, async |window| {
        let before = fs::read(&file)?;
        refused(window, "protected", "skrivebeskyttet").await?;
        window.click("button", "Åbn den skrivebeskyttet").await?;
        opened(window).await?;
        window.role("region", "Skrivebeskyttet").await?;
        window.axe().await?;
        window.picture("bad-protected-open").await?;
        assert_eq!(fs::read(&file)?, before);
        Ok(())
    });
}

#[test]
fn a_damaged_file_is_read_and_then_replaced_by_its_backup() {
    let home = Home::default();
    let file = home.file("skadet.tilsagn");
    let store = home.create(&file).expect("a data file can be made");
    store.back_up(BackupKind::Manual).expect("it can be backed up");
    drop(store);
    damage(&file).expect("it can be damaged");
    journey("bad-damaged", Start { home, ..Start::on(&file) }, async |window| {
        let before = fs::read(&file)?;
        refused(window, "damaged", "er beskadiget").await?;
        window.click("button", "Åbn den skrivebeskyttet").await?;
        let answered = "return document.querySelector('[role=grid]') !== null
            || [...document.querySelectorAll('[role=alert]')].some((one) => one.innerText.trim() !== '');";
        window.until("what can be read, or why nothing can", answered).await?;
        window.picture("bad-damaged-read").await?;
        assert_eq!(fs::read(&file)?, before);

        window.restart().await?;
        let button = "return document.querySelector('main table button')?.getAttribute('aria-label')?.startsWith('Gendan sikkerhedskopien fra')";
        window.until("a backup to restore", button).await?;
        window.css("main table button").await?.click().await?;
        window.role("alertdialog", "Gendan denne sikkerhedskopi?").await?;
        window.axe().await?;
        window.picture("bad-damaged-restore").await?;
        window.click("button", "Gendan").await?;
        opened(window).await?;
        window.sees("Sikkerhedskopien er gendannet").await?;
        window.picture("bad-damaged-restored").await?;
        // The damaged one is set aside, byte for byte.
        let aside =
            fs::read_dir(window.home().path())?.flatten().find(|one| one.file_name().to_string_lossy().contains("-damaged-"));
        assert_eq!(fs::read(aside.ok_or("the damaged file was not kept")?.path())?, before);
        Ok(())
    });
}
