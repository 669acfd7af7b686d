//! The calendar files a person keeps: written when the days change, each from the data file it was made of.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::Utc;
use tilsagn_core::Result;
use tilsagn_core::views::{CalendarFile, CalendarScope, CalendarWritten, Preferences};
use tilsagn_export::CalendarMaking;

use crate::state::App;

/// How long the data file is left alone before the calendar files are written: one who saves a row of days has them written once.
const QUIET: Duration = Duration::from_secs(1);

/// Since when the calendar files are behind the data file, if they are.
#[derive(Default)]
pub struct Behind(Mutex<Option<Instant>>);

impl Behind {
    /// The data file was changed just now.
    pub fn fall(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// Whether they are, and the data file has been left alone for a while.
    pub fn is_quiet(&self, now: Instant) -> bool {
        self.since().is_some_and(|changed| now.saturating_duration_since(changed) >= QUIET)
    }

    /// Whether they are.
    pub fn is(&self) -> bool {
        self.since().is_some()
    }

    fn since(&self) -> Option<Instant> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is read of the data file from here on is in them.
    fn caught_up(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl App {
    /// Writes a calendar file of the municipality looked at, and keeps it fresh from now on.
    pub fn calendar_write(&self, scope: &CalendarScope, path: &str) -> Result<CalendarWritten> {
        let file = CalendarFile {
            path: path.to_owned(),
            scope: scope.clone(),
            municipality_code: self.municipality_code(),
            data_file: self.data_file(),
        };
        let written = self.calendar_refresh(&file)?;
        let mut preferences = self.preferences();
        preferences.calendar_files.retain(|kept| kept.path != written.path);
        preferences.calendar_files.push(CalendarFile { path: written.path.clone(), ..file });
        self.set_preferences(preferences)?;
        Ok(written)
    }

    /// Writes a calendar file that is kept fresh, as the open data file has it now.
    pub fn calendar_refresh(&self, file: &CalendarFile) -> Result<CalendarWritten> {
        let language = self.preferences().language;
        let (view, revision, name) = self.read(|store, today| {
            let municipality = store.municipality_named(&file.municipality_code)?;
            let name = store.calendar_name(municipality.id, &file.scope)?;
            Ok((store.deadlines(municipality.id, today)?, store.revision()?, name))
        })?;
        let making = CalendarMaking { scope: file.scope.clone(), name: &name, revision: &revision, now: Utc::now(), language };
        tilsagn_export::write_calendar(&view, &making, Path::new(&file.path))
    }

    /// Keeps a calendar file fresh no longer.
    pub fn calendar_forget(&self, path: &str) -> Result<Vec<CalendarFile>> {
        let mut preferences = self.preferences();
        preferences.calendar_files.retain(|file| file.path != path);
        Ok(self.set_preferences(preferences)?.calendar_files)
    }

    /// Writes the calendar files anew that are made from the open data file; the first that could not be is said, the others are written.
    pub fn calendars_refresh(&self, preferences: &Preferences) -> Result<()> {
        self.behind().caught_up();
        let open = self.data_file();
        let mut first = Ok(());
        for file in preferences.calendar_files.iter().filter(|file| file.data_file == open) {
            if let Err(problem) = self.calendar_refresh(file) {
                tracing::warn!(%problem, path = file.path, "a calendar file was not written anew");
                first = first.and(Err(problem));
            }
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use chrono::{Days, Local, NaiveDate};
    use tilsagn_core::catalogue::CanApply;
    use tilsagn_core::views::{OwnCallDraft, OwnPoolDraft, PoolView};

    use super::*;

    fn pool_named(app: &App, title: &str) -> Result<PoolView> {
        let draft = OwnPoolDraft {
            id: 0,
            version: 0,
            title: title.to_owned(),
            initiative_id: None,
            authority: "Kulturministeriet".to_owned(),
            amount: None,
            applicants: String::new(),
            can_apply: CanApply::Yes,
            note: String::new(),
        };
        app.write(|store, today| store.own_pool_save(&draft, today)).map(|saved| saved.view)
    }

    /// Enters the call of the pool, or moves its deadline.
    fn call(app: &App, pool: &PoolView, deadline: NaiveDate) -> PoolView {
        let there = pool.calls.first();
        let draft = OwnCallDraft {
            id: there.map_or(0, |call| call.id),
            version: there.map_or(0, |call| call.version),
            pool_id: pool.id,
            title: "Byens haver".to_owned(),
            published: None,
            opens_on: None,
            questions_until: None,
            deadline: Some(deadline),
            deadline_time: None,
            correction: false,
            moved_on: None,
            moved_reason: String::new(),
            answer_expected: None,
            amount: None,
            project_from: None,
            project_to: None,
            applicants: String::new(),
            can_apply: CanApply::Yes,
            sources: String::new(),
        };
        app.write(|store, today| store.own_call_save(&draft, today)).unwrap().view
    }

    #[test]
    fn a_deadline_that_is_moved_moves_in_the_file_a_person_keeps() {
        let folder = tempfile::tempdir().unwrap();
        let app = App::open(Some(folder.path().join("a.db")), Instant::now());
        let path = folder.path().join("q.ics");
        let kept = CalendarFile {
            path: path.display().to_string(),
            scope: CalendarScope::All,
            municipality_code: "101".to_owned(),
            data_file: app.data_file(),
        };
        let preferences = Preferences { calendar_files: vec![kept], ..Preferences::default() };
        let day = |days| Local::now().date_naive().checked_add_days(Days::new(days)).unwrap();
        let has =
            |days| fs::read_to_string(&path).unwrap().contains(&format!("DTSTART;VALUE=DATE:{}", day(days).format("%Y%m%d")));
        let pool = call(&app, &pool_named(&app, "Byens haver").unwrap(), day(100));
        app.calendars_refresh(&preferences).unwrap();
        assert!(has(100) && !app.behind().is());

        call(&app, &pool, day(120));
        let now = Instant::now();
        assert!(app.behind().is() && !app.behind().is_quiet(now) && app.behind().is_quiet(now + QUIET));
        app.calendars_refresh(&preferences).unwrap();
        assert!(has(120) && !has(100) && !app.behind().is());
        assert!(pool_named(&app, "").is_err() && !app.behind().is(), "nothing was changed");
    }
}
