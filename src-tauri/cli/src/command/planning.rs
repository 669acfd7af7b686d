//! Days to keep, and what is planned for committees.

use chrono::Utc;
use tilsagn_core::deadlines::Narrow;
use tilsagn_core::store::Store;
use tilsagn_core::views::{CalendarScope, DeadlinesView, MunicipalityChoice, OfficeView};
use tilsagn_core::{Error, fold};
use tilsagn_export::CalendarMaking;

use crate::args::{Asked, Days};
use crate::command::{committee, municipality};
use crate::failure::{Failure, fill};
use crate::output::Format;
use crate::show;
use crate::source;
use crate::words::words;

/// What was found of a municipality's days.
struct Found {
    municipality: MunicipalityChoice,
    office: OfficeView,
    view: DeadlinesView,
    scope: CalendarScope,
}

/// The days asked for; none where the file has nothing of any municipality.
fn found(store: &Store, asked: &Asked, days: &Days) -> Result<Option<Found>, Failure> {
    let failure = |error: Error| Failure::of(&error, asked.language);
    let Some(municipality) = municipality(store, asked)? else { return Ok(None) };
    let office = store.office(municipality.id).map_err(failure)?;
    let person = days.person.as_deref().map(|name| person(&office, name, asked)).transpose()?;
    let of_committee = days.committee.as_deref().map(|name| committee(store, municipality.id, name, asked)).transpose()?;
    let mut view = store.deadlines(municipality.id, asked.as_of).map_err(failure)?;
    view.narrow(&Narrow { within: days.within, person_id: person, committee_id: of_committee, kinds: &days.kinds });
    let scope = match (person, of_committee) {
        (Some(id), _) => CalendarScope::Person(id),
        (None, Some(id)) => CalendarScope::Committee(id),
        (None, None) => CalendarScope::All,
    };
    Ok(Some(Found { municipality, office, view, scope }))
}

/// Days to keep as text.
pub fn deadlines(asked: &Asked, days: &Days) -> Result<String, Failure> {
    let found = found(&source::read(asked)?, asked, days)?;
    let shown = found.as_ref().map(|found| (&found.municipality, &found.office, &found.view));
    show::deadlines(shown, asked.as_of, days.format, asked.language)
}

/// Days to keep as a calendar file that nobody has read before.
pub fn calendar(asked: &Asked, days: &Days) -> Result<Vec<u8>, Failure> {
    let failure = |error: Error| Failure::of(&error, asked.language);
    let store = source::read(asked)?;
    let Some(found) = found(&store, asked, days)? else { return Ok(Vec::new()) };
    let revision = store.revision().map_err(failure)?;
    let name = store.calendar_name(found.municipality.id, &found.scope).map_err(failure)?;
    let (now, language) = (Utc::now(), asked.language);
    let making = CalendarMaking { scope: found.scope, name: &name, revision: &revision, now, language };
    Ok(tilsagn_export::calendar(&found.view, &making))
}

/// What is planned for the meetings of the committees, or of one.
pub fn coming(asked: &Asked, named: Option<&str>, format: Format) -> Result<String, Failure> {
    let failure = |error: Error| Failure::of(&error, asked.language);
    let store = source::read(asked)?;
    let view = match municipality(&store, asked)? {
        Some(municipality) => {
            let one = named.map(|name| committee(&store, municipality.id, name, asked)).transpose()?;
            Some(store.coming(municipality.id, one, asked.as_of).map_err(failure)?)
        }
        None => None,
    };
    show::coming(view.as_ref(), format, asked.language)
}

/// The person with this name, in any spelling.
pub fn person(office: &OfficeView, named: &str, asked: &Asked) -> Result<u32, Failure> {
    let wanted = fold::fold(named.trim());
    let is = |name: &str| fold::fold(name).iter().zip(&wanted).any(|(name, wanted)| name == wanted);
    match office.people.iter().find(|person| is(&person.name)) {
        Some(person) => Ok(person.id),
        None => {
            let accepted = office.people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ");
            let accepted = if accepted.is_empty() { "–".to_owned() } else { accepted };
            let values = [("found", named), ("name", "--person"), ("accepted", accepted.as_str())];
            Err(Failure::bad_use(fill(words(asked.language).bad_value, &values)))
        }
    }
}
