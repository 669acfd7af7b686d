//! Days to keep: a call and the last meeting before it, the plan of an application, and the list, month and timeline of all days.

use crate::harness::{Done, Home, Start, Window, journey};
use crate::register::opened;
use chrono::{Datelike as _, Days, Local, NaiveDate};
use tilsagn_core::Language;
use tilsagn_core::calendar::long;

const POOL: &str = "Børn i bevægelse";
const TITLE: &str = "Aktive børn i Lyngby";

/// Every fourth Tuesday of the next year.
fn meetings() -> Vec<NaiveDate> {
    let today = Local::now().date_naive();
    let to_tuesday = (8 - u64::from(today.weekday().num_days_from_monday())) % 7;
    (1..=13).filter_map(|month| today.checked_add_days(Days::new(to_tuesday + 28 * month))).collect()
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day + Days::new(days)
}

fn said(day: NaiveDate) -> String {
    long(day, Language::Da)
}

fn typed(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

fn start(meetings: &[NaiveDate]) -> Start {
    let home = Home::default();
    let file = home.with_meetings(meetings, POOL, TITLE).expect("a file with meetings can be made");
    Start { home, ..Start::on(&file) }
}

/// Opens the pool, whose only call has this deadline from now on.
async fn call(window: &Window, button: &str, deadline: NaiveDate) -> Done {
    window.click("button", button).await?;
    window.write("Frist", &typed(deadline)).await?;
    window.press("Control+Enter").await?;
    window.sees("Opslaget er gemt.").await
}

#[test]
fn the_last_meeting_before_a_call_and_what_moves_with_it() {
    let meetings = meetings();
    journey("deadlines-call", start(&meetings), async |window| {
        window.go("pools").await?;
        window.click("link", POOL).await?;
        // Ten days leave time for the minutes and for sending, whatever holidays lie in between.
        window.click("button", "Nyt opslag").await?;
        window.write("Offentliggjort", &typed(Local::now().date_naive())).await?;
        window.write("Frist", &typed(after(meetings[4], 10))).await?;
        window.press("Control+Enter").await?;
        window.sees("Opslaget er gemt.").await?;
        window.sees(&said(meetings[4])).await?;
        window.look("deadlines-call").await?;

        window.palette(TITLE, TITLE).await?;
        window.role("tablist", "").await?;
        window.turn_to("Plan").await?;
        window.sees("Sag skal afleveres").await?;
        window.sees(&said(meetings[4])).await?;
        window.look("deadlines-plan").await?;

        // The deadline is moved four weeks nearer: another meeting, and it is said what moved.
        window.go("pools").await?;
        window.click("link", POOL).await?;
        call(window, "Ret opslag", after(meetings[3], 10)).await?;
        window.sees("flyttede sig").await?;
        window.look("deadlines-moved").await?;
        window.sees(&said(meetings[3])).await?;
        window.palette(TITLE, TITLE).await?;
        window.turn_to("Plan").await?;
        window.sees(&said(meetings[3])).await?;
        window.sees("Da fristen blev flyttet").await?;
        window.look("deadlines-replanned").await?;

        // Nearer than any meeting: it cannot be reached, and the ways out are said.
        window.go("pools").await?;
        window.click("link", POOL).await?;
        call(window, "Ret opslag", after(Local::now().date_naive(), 5)).await?;
        window.palette(TITLE, TITLE).await?;
        window.turn_to("Plan").await?;
        window.sees("Kan ikke nå politisk behandling").await?;
        window.sees("Formandsbeslutning").await?;
        window.look("deadlines-unreachable").await?;
        window.go("deadlines").await?;
        window.sees("Kan ikke nå politisk behandling").await?;
        window.look("deadlines-conflict").await
    });
}

#[test]
fn moved_put_aside_done_and_undone_by_keyboard() {
    let meetings = meetings();
    journey("deadlines-marks", start(&meetings), async |window| {
        window.palette(TITLE, TITLE).await?;
        window.role("tablist", "").await?;
        window.go("deadlines").await?;
        window.click("button", "Ny frist").await?;
        window.look("deadlines-new").await
    });
}

#[test]
fn the_example_as_of_three_days() {
    journey("deadlines-example", Start::default(), async |window| {
        opened(window).await?;
        window.open_example().await?;
        for (typed, shown) in [("12.3.2019", "12. marts 2019"), ("21.5.2019", "21. maj 2019"), ("1.2.2020", "1. februar 2020")] {
            window.go("deadlines").await?;
            window.stand_on(typed, shown).await?;
            for (view, name) in [("Liste", "list"), ("Måned", "month"), ("Tidslinje", "timeline")] {
                window.click("radio", view).await?;
                window.settled().await?;
                window.look(&format!("deadlines-{name}-{}", &shown.replace(['.', ' '], ""))).await?;
            }
        }
        Ok(())
    });
}
