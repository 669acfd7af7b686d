//! The month and the timeline by keyboard, and the example's days as of three days.

use crate::deadlines::{after, meetings, start, typed};
use crate::harness::{Done, Start, Window, journey};
use crate::register::opened;

const IN_GRID: &str = "return document.activeElement.closest('[role=grid]') !== null";

/// Shows the days as a list, a month or a timeline.
async fn show(window: &Window, view: &str) -> Done {
    window.click("radio", view).await?;
    let drawn = match view {
        "Måned" => "[data-view=month] [data-day]",
        "Tidslinje" => "[data-view=timeline] [data-row]",
        _ => "[role=grid] [data-line]",
    };
    window.css(drawn).await?;
    window.settled().await
}

/// Comes by Tab to the month or the timeline.
async fn into_grid(window: &Window) -> Done {
    let mut met = Vec::new();
    for _ in 0..60 {
        if window.script(IN_GRID, vec![]).await? == serde_json::json!(true) {
            return Ok(());
        }
        met.push(window.focused().await?);
        window.press("Tab").await?;
    }
    Err(format!("Tab does not come to the days; it met: {}", met.join(", ")).into())
}

impl Window {
    /// The attribute of what has the keyboard, or of what it stands in.
    async fn here(&self, attribute: &str) -> Done<String> {
        let script = "return document.activeElement.closest(`[${arguments[0]}]`)?.getAttribute(arguments[0]) ?? ''";
        Ok(self.script(script, vec![attribute.into()]).await?.as_str().unwrap_or_default().to_owned())
    }
}

#[test]
fn the_month_by_keyboard() {
    let meetings = meetings();
    let deadline = after(meetings[2], 10);
    journey("month", start(&meetings, Some(deadline)), async |window| {
        window.go("deadlines").await?;
        show(window, "Måned").await?;
        into_grid(window).await?;
        let first: i64 = window.here("data-day").await?.parse()?;
        for (key, days) in [("ArrowRight", 1), ("ArrowDown", 7), ("ArrowLeft", -1), ("ArrowUp", -7)] {
            let before: i64 = window.here("data-day").await?.parse()?;
            window.press(key).await?;
            let at = "return document.activeElement.closest('[data-day]')?.dataset.day === arguments[0]";
            window.until_with(key, at, vec![(before + days).to_string().into()]).await?;
        }
        let month = window.css("[data-month]").await?.attr("data-month").await?.unwrap_or_default();
        window.press("PageDown").await?;
        let other = "return document.querySelector('[data-month]').dataset.month > arguments[0]";
        window.until_with("the next month", other, vec![month.into()]).await?;
        window.press("t").await?;
        window.press("i").await?;
        let at = "return document.activeElement.closest('[data-day]')?.dataset.day === arguments[0]";
        window.until_with("today", at, vec![first.to_string().into()]).await?;

        // To the deadline, its list, and what is done about a step.
        for _ in 0..(deadline - crate::deadlines::today()).num_days() {
            window.press("ArrowRight").await?;
        }
        window.look("month-deadline").await?;
        window.press("Enter").await?;
        window.until("the day's list", "return document.activeElement.closest('[data-entry]') !== null").await?;
        window.look("month-day").await?;
        window.press("Escape").await?;
        window.until("the keyboard back on the day", IN_GRID).await?;
        window.press("ArrowLeft").await?;
        let mut steps = 0;
        while window.script("return document.activeElement.querySelector('[data-movable]') !== null", vec![]).await?
            != serde_json::json!(true)
        {
            window.press("ArrowLeft").await?;
            steps += 1;
            assert!(steps < 40, "no step before the deadline");
        }
        window.press("Enter").await?;
        window.until("the day's list", "return document.activeElement.closest('[data-entry]') !== null").await?;
        window.press("f").await?;
        window.role("dialog", "Flyt fristen").await?;
        window.write("Ny dag", &typed(after(meetings[2], 6))).await?;
        window.write("Begrundelse", "Ferie").await?;
        window.look("month-move").await?;
        window.press("Control+Enter").await?;
        window.gone("dialog", "").await?;
        window.look("month-moved").await?;
        window.press("Control+z").await?;
        window.sees("Fortrudt").await
    });
}

#[test]
fn the_timeline_by_keyboard() {
    let meetings = meetings();
    journey("timeline", start(&meetings, Some(after(meetings[2], 10))), async |window| {
        window.go("deadlines").await?;
        show(window, "Tidslinje").await?;
        into_grid(window).await?;
        window.look("timeline").await?;
        window.press("ArrowRight").await?;
        let first = window.here("data-cell").await?;
        window.press("ArrowRight").await?;
        let other = "return document.activeElement.closest('[data-cell]')?.dataset.cell !== arguments[0]";
        window.until_with("the next mark", other, vec![first.into()]).await?;
        let zoom = window.css("[data-zoom]").await?.attr("data-zoom").await?.unwrap_or_default();
        window.press("+").await?;
        let nearer = "return document.querySelector('[data-zoom]').dataset.zoom !== arguments[0]";
        window.until_with("a nearer zoom", nearer, vec![zoom.clone().into()]).await?;
        window.look("timeline-near").await?;
        window.press("-").await?;
        let back = "return document.querySelector('[data-zoom]').dataset.zoom === arguments[0]";
        window.until_with("the zoom it had", back, vec![zoom.into()]).await?;
        // The committees' meetings stand on top; below them the application, from its latest day back.
        window.press("ArrowDown").await?;
        window.press("End").await?;
        for _ in 0..30 {
            window.press("ArrowLeft").await?;
            if window.here("data-movable").await? == "true" {
                break;
            }
        }
        window.press("f").await?;
        window.role("dialog", "Flyt fristen").await?;
        window.look("timeline-move").await?;
        window.press("Escape").await?;
        window.gone("dialog", "").await?;
        window.until("the keyboard back on the mark", IN_GRID).await
    });
}

#[test]
fn the_example_as_of_three_days() {
    journey("as-of", Start::default(), async |window| {
        opened(window).await?;
        window.open_example().await?;
        // The application deadline of 22 May is ahead, tomorrow, and missed.
        let days = [("12.3.2019", "12. marts 2019"), ("21.5.2019", "21. maj 2019"), ("1.2.2020", "1. februar 2020")];
        for (typed, shown) in days {
            window.go("overview").await?;
            window.click("button", "Tilbage til i dag").await?;
            window.sees_no("Der kan ikke rettes.").await?;
            window.settled().await?;
            window.go("deadlines").await?;
            window.stand_on(typed, shown).await?;
            for (view, name) in [("Liste", "list"), ("Måned", "month"), ("Tidslinje", "timeline")] {
                show(window, view).await?;
                window.look(&format!("as-of-{name}-{typed}")).await?;
            }
            show(window, "Liste").await?;
            window.sees("22.05.2019").await?;
        }
        Ok(())
    });
}

#[test]
fn a_decision_that_fell_after_the_project_began_is_said() {
    journey("plan-late-decision", Start::default(), async |window| {
        opened(window).await?;
        window.open_example().await?;
        window.menu("Kommune: Lyngby-Taarbæk", "København").await?;
        window.sees("København").await?;
        window.settled().await?;
        window.palette("Rådgiver på hjul", "Rådgiver på hjul").await?;
        window.role("tablist", "").await?;
        window.turn_to("Plan").await?;
        window.sees("56 dage efter").await?;
        window.look("plan-late-decision").await
    });
}
