//! Looks at the days by itself: tells what is near or overdue, and keeps calendar files fresh.

mod notify;
mod told;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, Local, NaiveTime, TimeDelta, Utc};
use tauri::{AppHandle, Emitter, Manager};
use tilsagn_core::deadlines::message;
use tilsagn_core::views::{Notice, Preferences, WatchView};
use tilsagn_core::{Error, ErrorCode, Result};

use crate::state::App;
use crate::watch::told::Told;

/// How long the first look waits for the window to be painted, at most.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often the clock is read: a machine that slept past the hour is looked after as soon as it wakes, and calendar files are written
/// soon after a change.
const TICK: Duration = Duration::from_millis(500);

/// Whether the window has been painted.
static PAINTED: AtomicBool = AtomicBool::new(false);

/// One look at a time, for the hour may strike while a person asks for one; and why the last could not tell, if it could not.
static LOOKING: Mutex<Option<Error>> = Mutex::new(None);

/// Tells that the window has been painted: the first look may begin.
pub fn begin() {
    PAINTED.store(true, Ordering::Relaxed);
}

/// Looks when the window has been painted, and from then on every hour and just after midnight, for as long as the program runs.
pub fn start(handle: AppHandle) {
    thread::spawn(move || {
        let app = handle.state::<App>();
        let until = Instant::now() + PATIENCE;
        while !PAINTED.load(Ordering::Relaxed) && Instant::now() < until {
            thread::sleep(Duration::from_millis(200));
        }
        loop {
            if app.watch().next_run.is_none_or(|next| next <= stamp(Utc::now())) {
                look(&handle);
            } else if app.behind().is_quiet(Instant::now()) {
                catch_up(&handle);
            }
            thread::sleep(TICK);
        }
    });
}

/// Looks at the days now.
pub fn look(handle: &AppHandle) {
    let mut untold = LOOKING.lock().unwrap_or_else(PoisonError::into_inner);
    let app = handle.state::<App>();
    let preferences = app.preferences();
    let told = tell(handle, &app, &preferences);
    let refreshed = app.calendars_refresh(&preferences);
    let now = Utc::now();
    let (last_run, next_run) = (Some(stamp(now)), Some(stamp(next_after(now))));
    *untold = told.as_ref().err().cloned();
    let problem = untold.clone().or(refreshed.err());
    keep(handle, &app, WatchView { last_run, next_run, told: told.unwrap_or_default(), problem });
}

/// Writes the calendar files anew where they are behind the data file: some time after a change, and when the program ends. One that is
/// being written is waited for.
pub fn catch_up(handle: &AppHandle) {
    let untold = LOOKING.lock().unwrap_or_else(PoisonError::into_inner);
    let app = handle.state::<App>();
    if !app.behind().is() {
        return;
    }
    let refreshed = app.calendars_refresh(&app.preferences());
    let (before, problem) = (app.watch(), untold.clone().or(refreshed.err()));
    if before.problem != problem {
        keep(handle, &app, WatchView { problem, ..before });
    }
}

/// Keeps what became of a look, and tells the window.
fn keep(handle: &AppHandle, app: &App, watch: WatchView) {
    app.keep_watch(watch);
    if let Err(error) = handle.emit("watch-changed", ()) {
        tracing::warn!(%error, "the window was not told of a look at the days");
    }
}

/// Tells what has not been told today; says how many days that were.
fn tell(handle: &AppHandle, app: &App, preferences: &Preferences) -> Result<u32> {
    let Some(municipality) = app.municipality_id().filter(|_| preferences.notifications) else { return Ok(0) };
    let notices = app.read(|store, today| store.notices(municipality, None, today))?;
    let (file, today) = (app.data_file(), Local::now().date_naive());
    let mut told = Told::load(today);
    let new: Vec<Notice> = notices.into_iter().filter(|notice| !told.has(&file, notice)).collect();
    let Some(message) = message(&new) else { return Ok(0) };
    notify::show(
        &handle.config().identifier,
        message.title.in_language(preferences.language),
        message.body.in_language(preferences.language),
    )
    .map_err(|cause| {
        tracing::warn!(%cause, "a notification was not shown");
        Error::new(ErrorCode::NotificationNotShown).with("count", new.len()).because(cause)
    })?;
    told.add(&file, &new);
    told.save();
    Ok(u32::try_from(new.len()).unwrap_or(u32::MAX))
}

/// An hour later, or just after midnight where that is sooner: then other days are near.
fn next_after(now: DateTime<Utc>) -> DateTime<Utc> {
    let hour = now + TimeDelta::hours(1);
    let tomorrow = now.with_timezone(&Local).date_naive().checked_add_days(Days::new(1));
    let midnight = tomorrow.zip(NaiveTime::from_hms_opt(0, 1, 0)).and_then(|(day, time)| {
        // Where the clock is put forward at midnight there is no such minute; the hour serves.
        day.and_time(time).and_local_timezone(Local).earliest()
    });
    midnight.map_or(hour, |midnight| hour.min(midnight.with_timezone(&Utc)))
}

/// UTC, as `2019-03-12T14:05:09Z`: in this form the later is also the greater text.
fn stamp(moment: DateTime<Utc>) -> String {
    moment.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_look_is_within_the_hour_and_just_after_midnight() {
        let now = Utc::now();
        for minutes in 0..24 * 60 {
            let at = now + TimeDelta::minutes(minutes);
            let next = next_after(at);
            assert!(at < next && next <= at + TimeDelta::hours(1), "{at} {next}");
            let (day, next_day) = (at.with_timezone(&Local), next.with_timezone(&Local));
            let passes = day.date_naive() != next_day.date_naive();
            assert!(!passes || next_day.time() <= NaiveTime::from_hms_opt(0, 1, 59).unwrap(), "{at} {next}");
        }
    }
}
