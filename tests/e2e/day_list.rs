//! Frister by keyboard alone: a day is entered, moved, put aside, waits on someone and is done, and each is taken back.

use crate::deadlines::{after, meetings, said, start, today, typed};
use crate::harness::{Done, Window, journey};

/// What is entered, and what stands in its row.
const DAY: &str = "Svar fra Region Hovedstaden";

/// Goes to the list of days by the palette.
async fn shown(window: &Window) -> Done {
    window.palette("Frister", "Frister").await?;
    window.role("grid", "Frister").await?;
    window.settled().await
}

/// Takes the last thing back, and says which.
async fn taken_back(window: &Window, row: &str, holds: bool) -> Done {
    window.press("Control+z").await?;
    window.row_says(row, holds).await
}

impl Window {
    /// Waits until the row of the day says this, or says it no more.
    async fn row_says(&self, text: &str, holds: bool) -> Done {
        let script = "return [...document.querySelectorAll('[role=row]')].some((row) => row.innerText.includes(arguments[0])
            && row.innerText.replaceAll('\\u00a0', ' ').includes(arguments[1])) === arguments[2]";
        let what = format!("the row of »{DAY}« {} »{text}«", if holds { "with" } else { "without" });
        self.until_with(&what, script, vec![DAY.into(), text.into(), holds.into()]).await
    }

    /// Puts the keyboard on the day by searching for it.
    async fn on_day(&self) -> Done {
        self.press("Control+f").await?;
        self.type_text("Region").await?;
        self.row_says(DAY, true).await?;
        self.press("Enter").await?;
        self.until("the keyboard in the list", "return document.activeElement.closest('[role=grid]') !== null").await?;
        // The heading of the month comes first.
        self.press("Control+Home").await?;
        let here = "return document.activeElement.closest('[role=row]')?.innerText.includes(arguments[0]) === true";
        for _ in 0..6 {
            if self.script(here, vec![DAY.into()]).await? == serde_json::json!(true) {
                return Ok(());
            }
            self.press("ArrowDown").await?;
        }
        Err("the arrows do not come to the day".into())
    }

    /// Presses a key of the list, and waits for the form it opens.
    async fn asks(&self, key: &str, title: &str) -> Done {
        self.press(key).await?;
        self.role("dialog", title).await?;
        self.until("the keyboard in the form", "return document.activeElement.localName === 'input'").await
    }

    /// Saves that form, after which the keyboard is in the list again.
    async fn kept(&self) -> Done {
        self.press("Control+Enter").await?;
        self.until("the form to close", "return document.querySelector('[role=dialog]') === null").await?;
        self.until("the keyboard in the list", "return document.activeElement.closest('[role=grid]') !== null").await
    }
}

#[test]
fn entered_moved_put_aside_waiting_and_done_and_each_taken_back() {
    let meetings = meetings();
    let (first, second, third) = (after(today(), 60), after(today(), 90), after(today(), 30));
    journey("day-list", start(&meetings, Some(after(meetings[4], 10))), async |window| {
        shown(window).await?;
        window.press("Control+n").await?;
        window.role("combobox", "Ansøgning").await?;
        window.until("the keyboard in the form", "return document.activeElement.getAttribute('role') === 'combobox'").await?;
        window.type_text("Aktive").await?;
        window.role("option", "Aktive børn i Lyngby Den Private Fond").await?;
        window.press("Enter").await?;
        window.role("form", "Ny frist").await?;
        window.pick("Hvad den er", "Anden frist").await?;
        window.write("Hvad den kaldes", DAY).await?;

        // What is no day, no year, or another weekday is said at the field.
        window.write("Dag", "31. februar").await?;
        window.sees("Det er ikke en dato endnu").await?;
        window.look("day-list-no-day").await?;
        window.press("Control+Enter").await?;
        window.sees("Det er ikke en dato endnu").await?;
        assert_eq!(window.focused().await?, "input »Dag«");
        window.write("Dag", "12.3.19").await?;
        window.look("day-list-year").await?;
        window.write("Dag", "mandag den 15. maj 2020").await?;
        window.sees("15. maj 2020 er en fredag").await?;
        window.look("day-list-weekday").await?;
        window.write("Dag", &typed(first)).await?;
        window.sees(&said(first)).await?;
        window.look("day-list-new").await?;
        window.press("Control+Enter").await?;
        window.sees("Fristen er gemt.").await?;
        window.on_day().await?;
        window.row_says(&typed(first), true).await?;
        window.look("day-list-entered").await?;

        window.asks("f", "Flyt fristen").await?;
        window.write("Ny dag", &typed(second)).await?;
        window.write("Begrundelse", "Regionen bad om mere tid").await?;
        window.look("day-list-move").await?;
        window.kept().await?;
        window.row_says(&typed(second), true).await?;
        window.row_says("Flyttet", true).await?;
        window.look("day-list-moved").await?;
        taken_back(window, &typed(first), true).await?;

        window.on_day().await?;
        window.asks("s", "Udsæt fristen").await?;
        window.write("Til", &typed(third)).await?;
        window.write("Begrundelse", "Intet at gøre før da").await?;
        window.look("day-list-put-aside").await?;
        window.kept().await?;
        window.row_says("udsat til", true).await?;
        window.look("day-list-aside").await?;
        taken_back(window, "udsat til", false).await?;

        window.on_day().await?;
        window.asks("a", "Fristen afventer nogen").await?;
        window.write("Hvem den afventer", "Hospitalet").await?;
        window.look("day-list-wait").await?;
        window.kept().await?;
        window.row_says("afventer Hospitalet", true).await?;
        window.look("day-list-waiting").await?;
        taken_back(window, "afventer Hospitalet", false).await?;

        // What is done leaves the list; the keyboard stays in it.
        window.on_day().await?;
        window.press("u").await?;
        window.sees("Markeret som udført").await?;
        window.row_says("", false).await?;
        window.look("day-list-done").await?;
        taken_back(window, &typed(first), true).await?;
        window.press("Control+z").await?;
        window.row_says("", false).await
    });
}

#[test]
fn a_view_is_saved_and_shown_again() {
    let meetings = meetings();
    journey("day-list-view", start(&meetings, Some(after(meetings[4], 10))), async |window| {
        shown(window).await?;
        window.press("Control+f").await?;
        window.type_text("Underskrift").await?;
        window.sees("1 af ").await?;
        window.tab_into("Visninger").await?;
        window.press("Enter").await?;
        window.arrow_to_item("Gem som ny visning …").await?;
        window.press("Enter").await?;
        window.role("textbox", "Navn").await?;
        window.type_text("Til underskrift").await?;
        window.press("Enter").await?;
        window.sees("»Til underskrift« er gemt").await?;
        window.look("day-list-view").await?;
        window.palette("Ryd søgning", "Ryd søgning og filtre").await?;
        window.sees_no("1 af ").await?;
        window.menu("Visninger: Til underskrift", "Til underskrift").await?;
        window.sees("1 af ").await
    });
}

#[test]
fn a_calendar_file_is_written_and_follows_a_day_that_moves() {
    let meetings = meetings();
    journey("day-list-calendar", start(&meetings, Some(after(meetings[4], 10))), async |window| {
        let file = window.home().file("frister.ics");
        shown(window).await?;
        window.menu("Eksportér …", "Kalenderfil til Outlook …").await?;
        window.role("dialog", "Kalenderfil til Outlook").await?;
        window.write("Hvor filen ligger", &file.display().to_string()).await?;
        window.look("calendar-file").await?;
        window.press("Enter").await?;
        window.sees("Kalenderfilen er skrevet: ").await?;
        window.look("calendar-file-written").await?;
        let before = std::fs::read_to_string(&file)?;
        assert!(before.contains("BEGIN:VALARM") && before.contains("TZID:Europe/Copenhagen"), "{before}");
        window.press("Escape").await?;
        window.gone("dialog", "").await?;

        // A step is moved by hand; the file follows when it is written again.
        window.press("Control+f").await?;
        window.type_text("Underskrift").await?;
        window.sees("1 af ").await?;
        window.press("Enter").await?;
        window.until("the keyboard in the list", "return document.activeElement.closest('[role=grid]') !== null").await?;
        window.press("ArrowDown").await?;
        window.press("f").await?;
        window.role("dialog", "Flyt fristen").await?;
        window.write("Ny dag", &typed(after(meetings[4], 3))).await?;
        window.write("Begrundelse", "Borgmesteren er på ferie").await?;
        window.press("Control+Enter").await?;
        window.gone("dialog", "").await?;
        window.menu("Eksportér …", "Kalenderfil til Outlook …").await?;
        window.click("button", "Skriv »frister.ics« på ny").await?;
        window.sees("flyttet").await?;
        window.look("calendar-file-again").await?;
        assert_ne!(std::fs::read_to_string(&file)?, before);
        Ok(())
    });
}

#[test]
fn the_program_says_when_it_last_looked_and_what_keeps_it_from_telling() {
    let meetings = meetings();
    // So near that there is something to tell, where nothing on this machine takes notifications.
    journey("day-list-watch", start(&meetings, Some(after(today(), 3))), async |window| {
        shown(window).await?;
        window.click("button", "Kør nu").await?;
        window.sees("Frister sidst kørt").await?;
        window.sees("næste").await?;
        window.sees("Beskeder vises ikke").await?;
        window.look("day-list-watch").await
    });
}

impl Window {
    /// Goes down an open menu to an item.
    async fn arrow_to_item(&self, item: &str) -> Done {
        self.role("menu", "").await?;
        for _ in 0..12 {
            if self.focused().await?.starts_with(&format!("menuitem »{item}")) {
                return Ok(());
            }
            self.press("ArrowDown").await?;
        }
        Err(format!("the menu has no »{item}«").into())
    }
}
