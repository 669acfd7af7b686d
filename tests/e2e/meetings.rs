//! A committee's meetings: pasted, read from a calendar file, and what days nobody works do to the plan.

use crate::deadlines::{TITLE, after, meetings, said, start, today, typed};
use crate::harness::{Done, Window, journey};
use chrono::{Datelike as _, Days};

/// The key that begins a new line in a field of several.
const ENTER: &str = "\u{e007}";

/// Goes to a part of the settings.
async fn part(window: &Window, name: &str) -> Done {
    window.click("link", "Indstillinger").await?;
    window.settled().await?;
    window.click("link", name).await?;
    window.role("heading", name).await?;
    window.settled().await
}

#[test]
fn pasted_and_read_from_a_file() {
    let next = today().year() + 1;
    journey("meetings-read", start(&[], None), async |window| {
        part(window, "Udvalg og møder").await?;
        window.look("meetings-none").await?;
        window.click("button", "Indsæt eller læs møder").await?;
        // 5 June is Grundlovsdag, 31 February no day.
        let plan =
            format!("12. januar {next} kl. 16.30\n31. februar {next}\n9. marts {next}, aflyst\n5. juni {next}, ekstraordinært");
        window.role("textbox", "Indsæt mødeplanen").await?;
        window.write("Indsæt mødeplanen", &plan.replace('\n', ENTER)).await?;
        window.sees("3 nye møder").await?;
        window.sees("1 linje kan ikke læses og udelades").await?;
        window.sees(&format!("5. juni {next} er en lukkedag")).await?;
        window.look("meetings-pasted").await?;
        window.press("Control+Enter").await?;
        window.sees("3 møder er indlæst.").await?;
        window.look("meetings-pasted-kept").await?;

        let file = window.home().file("udvalg.ics");
        let event = |uid: u32, day: &str| {
            format!(
                "BEGIN:VEVENT\r\nUID:{uid}@eksempel\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Beskæftigelsesudvalget\r\n\
                 DTSTART;TZID=Europe/Copenhagen:{day}T163000\r\nEND:VEVENT\r\n"
            )
        };
        let events: String =
            ["0112", "0413", "1225"].iter().zip(1..).map(|(day, uid)| event(uid, &format!("{next}{day}"))).collect();
        std::fs::write(&file, format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//eksempel//da\r\n{events}END:VCALENDAR\r\n"))?;
        window.click("button", "Indsæt eller læs møder").await?;
        window.role("textbox", "Indsæt mødeplanen").await?;
        window.write("Eller en fil", &file.display().to_string()).await?;
        window.press("Enter").await?;
        window.sees("2 nye møder · 1 rettet").await?;
        window.sees(&format!("25. december {next} er en helligdag")).await?;
        window.look("meetings-file").await?;
        window.press("Control+Enter").await?;
        window.sees("3 møder er indlæst.").await?;
        window.look("meetings-file-kept").await?;
        window.press("Control+z").await?;
        window.gone("button", &format!("Slet 13. april {next}")).await
    });
}

#[test]
fn days_nobody_works_and_other_lead_times_move_the_plan() {
    let meetings = meetings();
    journey("meetings-calendar", start(&meetings, Some(after(meetings[4], 10))), async |window| {
        part(window, "Kalender og forberedelsestid").await?;
        window.look("calendar").await?;
        // Papers are handed in before a recess, not in it.
        window.css("form[aria-label='Tilføj en lukkedag eller mødepause'] input").await?.click().await?;
        window.write("Hvad", "Mødepause").await?;
        window.write("Første dag", &typed(meetings[4] - Days::new(14))).await?;
        window.write("Sidste dag", &typed(meetings[4] - Days::new(6))).await?;
        window.pick("Slags", "Mødepause").await?;
        window.push("Tilføj").await?;
        window.sees("flyttede sig").await?;
        window.look("calendar-recess").await?;
        window.palette(TITLE, TITLE).await?;
        window.role("tablist", "").await?;
        window.turn_to("Plan").await?;
        window.sees("Sag skal afleveres").await?;
        window.look("calendar-recess-plan").await?;
        window.press("Control+z").await?;
        window.sees(&format!("{} · BIU", said(meetings[4]))).await?;

        part(window, "Kalender og forberedelsestid").await?;
        window.fill("textbox", "Antal: Sag afleveret", "20").await?;
        window.press("Enter").await?;
        window.sees("flyttede sig").await?;
        window.look("calendar-lead-time").await?;
        window.click("button", "Vis").await?;
        window.look("calendar-lead-time-moved").await
    });
}
