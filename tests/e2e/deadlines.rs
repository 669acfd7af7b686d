//! A call and the last committee meeting before it: the plan of an application, what moves with its deadline, and the ways out.

use crate::harness::{Done, Home, Start, Window, journey};
use chrono::{Datelike as _, Days, Local, NaiveDate};
use tilsagn_core::Language;
use tilsagn_core::calendar::long;

pub const POOL: &str = "Børn i bevægelse";
pub const TITLE: &str = "Aktive børn i Lyngby";

pub fn today() -> NaiveDate {
    Local::now().date_naive()
}

pub fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day + Days::new(days)
}

/// Every fourth Tuesday of the next year, the first of them four to five weeks ahead.
pub fn meetings() -> Vec<NaiveDate> {
    let to_tuesday = (8 - u64::from(today().weekday().num_days_from_monday())) % 7;
    (1..=13).map(|month| after(today(), to_tuesday + 28 * month)).collect()
}

/// A day as the program says it.
pub fn said(day: NaiveDate) -> String {
    long(day, Language::Da)
}

/// A day as a person types it, and as tables show it.
pub fn typed(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// A file with these meetings; `announced` is the deadline of a call that was entered some days ago.
pub fn start(meetings: &[NaiveDate], announced: Option<NaiveDate>) -> Start {
    let home = Home::default();
    let file = home.with_meetings(meetings, POOL, TITLE).expect("a file with meetings can be made");
    if let Some(deadline) = announced {
        home.announce(&file, deadline).expect("a call can be entered");
    }
    Start { home, ..Start::on(&file) }
}

/// Shows the pool.
async fn pool(window: &Window) -> Done {
    window.go("pools").await?;
    window.click("link", POOL).await?;
    window.role("heading", POOL).await.map(drop)
}

/// Moves the deadline of the pool's call.
async fn moved(window: &Window, deadline: NaiveDate) -> Done {
    pool(window).await?;
    // The list has a heading »Frist« too: the form is there first.
    window.open_form("Ret opslag", "Ret opslag").await?;
    window.write("Frist", &typed(deadline)).await?;
    window.press("Control+Enter").await?;
    window.sees("Opslaget er gemt.").await
}

/// Shows the plan of the application.
async fn plan(window: &Window) -> Done {
    window.palette(TITLE, TITLE).await?;
    window.role("tablist", "").await?;
    window.turn_to("Plan").await?;
    window.role("region", "Hvordan planen står").await.map(drop)
}

#[test]
fn a_call_shows_the_last_meeting_before_it_at_once() {
    let meetings = meetings();
    journey("deadlines-call", start(&meetings, None), async |window| {
        pool(window).await?;
        window.open_form("Nyt opslag", "Nyt opslag").await?;
        window.write("Offentliggjort", &typed(today())).await?;
        // Ten days leave time for the minutes and for sending, whatever holidays lie in between.
        window.write("Frist", &typed(after(meetings[4], 10))).await?;
        window.press("Control+Enter").await?;
        window.sees("Opslaget er gemt.").await?;
        window.sees("nye frister").await?;
        window.sees("Sidste mulige udvalgsmøde").await?;
        window.sees(&format!("{} (BIU)", said(meetings[4]))).await?;
        window.sees("Sag skal afleveres").await?;
        window.look("deadlines-call").await?;
        plan(window).await?;
        window.sees(&format!("{} · BIU", said(meetings[4]))).await?;
        window.look("deadlines-plan").await?;

        // Taken back, there is nothing to plan from.
        window.press("Control+z").await?;
        window.sees("Planen regnes tilbage fra opslagets frist").await?;
        window.look("deadlines-no-plan").await
    });
}

#[test]
fn a_deadline_moves_and_the_plan_says_what_changed() {
    let meetings = meetings();
    let deadline = after(meetings[4], 10);
    journey("deadlines-moved", start(&meetings, Some(deadline)), async |window| {
        plan(window).await?;
        window.sees(&format!("{} · BIU", said(meetings[4]))).await?;
        window.sees("kl. 12.00").await?;

        // Four weeks nearer: another meeting, and it is said what moved.
        moved(window, after(meetings[3], 10)).await?;
        window.sees("frister flyttede sig").await?;
        window.sees(&format!("{} (BIU)", said(meetings[3]))).await?;
        window.look("deadlines-moved").await?;
        plan(window).await?;
        window.sees(&format!("{} · BIU", said(meetings[3]))).await?;
        window.sees("Da fristen blev flyttet").await?;
        window.bring("heading", "Da fristen blev flyttet").await?;
        window.look("deadlines-replanned").await?;

        // And back again: nothing has moved.
        window.press("Control+z").await?;
        window.sees(&format!("{} · BIU", said(meetings[4]))).await?;
        window.sees_no("Da fristen blev flyttet").await
    });
}

#[test]
fn nearer_than_any_meeting_a_way_out_is_chosen() {
    let meetings = meetings();
    let deadline = after(meetings[4], 10);
    journey("deadlines-unreachable", start(&meetings, Some(deadline)), async |window| {
        moved(window, after(today(), 12)).await?;
        window.sees("Kan ikke nå politisk behandling").await?;
        window.look("deadlines-call-unreachable").await?;
        plan(window).await?;
        window.sees("Kan ikke nå politisk behandling").await?;
        for way in ["Formandsbeslutning", "Ekstraordinært møde", "Indsendes med forbehold"] {
            window.sees(way).await?;
        }
        window.sees("Den giver aldrig en bevilling").await?;
        window.look("deadlines-unreachable").await?;
        window.go("deadlines").await?;
        window.role("region", "Konflikter").await?;
        window.look("deadlines-conflict").await?;

        // The chairman decides: the committee is told at its next meeting.
        plan(window).await?;
        window.css("[data-way=chairman] button").await?.click().await?;
        window.write("Hvorfor denne vej", "Fristen er for nær til et møde.").await?;
        window.look("deadlines-choosing").await?;
        window.press("Control+Enter").await?;
        window.sees("Valgt: Formandsbeslutning").await?;
        window.look("deadlines-chosen").await?;
        window.go("cases").await?;
        window.click("link", "Kommende sager").await?;
        window.sees(TITLE).await?;
        let list = window.texts("main tbody").await?.join(" ");
        assert!(list.contains(&said(meetings[0])) && list.contains("Orientering"), "told at the next meeting: {list}");
        window.look("deadlines-chosen-coming").await?;
        window.go("deadlines").await?;
        window.gone("region", "Konflikter").await?;

        window.press("Control+z").await?;
        window.role("region", "Konflikter").await.map(drop)
    });
}
