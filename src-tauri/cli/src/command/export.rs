//! Papers as files.

use std::fmt::Write;
use std::time::Instant;

use tilsagn_core::report::{PaperFormat, PaperKind};
use tilsagn_core::store::Store;
use tilsagn_core::views::{ExposureFilter, PaperAsked, PaperOf, PaperWritten};
use tilsagn_core::{Error, ErrorCode};
use tilsagn_export::Watch;

use crate::args::{Asked, Export};
use crate::command::planning::person;
use crate::command::{committee, municipality, of_application, of_municipality, version};
use crate::failure::{Failure, fill};
use crate::source;
use crate::words::words;

/// Writes the paper, over a file that is there: that is what one who exports every night wants. Says where it lies.
pub fn export(asked: &Asked, export: &Export) -> Result<String, Failure> {
    let failure = |error: Error| Failure::of(&error, asked.language);
    let words = words(asked.language);
    let format = format(asked, export)?;
    let store = source::read(asked)?;
    let municipality = whose(&store, asked, export)?;
    let paper = PaperAsked {
        of: paper(&store, asked, export, municipality)?,
        as_of: asked.said_as_of,
        language: asked.language,
        closed: export.closed,
    };
    let write = |paper: &PaperAsked| -> tilsagn_core::Result<PaperWritten> {
        let gathered = tilsagn_export::gather(&store, paper, format, municipality, asked.as_of)?;
        let place = tilsagn_export::place(&store, paper, format, municipality, asked.as_of, &export.out)?;
        gathered.write(&place, &Watch::default())
    };
    let Some(times) = export.repeat else {
        let written = write(&paper).map_err(failure)?;
        let remarks = store.paper_preview(&paper, municipality, asked.as_of).map_err(failure)?.remarks;
        if !remarks.is_empty() {
            source::note(&fill(words.remarks, &[("count", &remarks.len().to_string())]));
            remarks.iter().for_each(|remark| source::note(&format!("- {}", remark.in_language(asked.language))));
        }
        if !written.without_glyph.is_empty() {
            source::note(&fill(words.without_glyph, &[("letters", &written.without_glyph.join(" "))]));
        }
        return Ok(fill(words.written, &[("file", &written.path)]) + "\n");
    };
    let mut told = String::new();
    // A day later each time, so that no two are the same.
    for as_of in asked.as_of.iter_days().take(times as usize) {
        let begun = Instant::now();
        write(&PaperAsked { as_of: Some(as_of), ..paper.clone() }).map_err(failure)?;
        // A String takes whatever is written to it.
        let _ = writeln!(told, "{:.3}", begun.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(told)
}

/// The format asked for, else the one the file's ending names; in a folder the usual one. Two that say different things are refused.
fn format(asked: &Asked, export: &Export) -> Result<PaperFormat, Failure> {
    let formats = export.kind.formats();
    let is_folder = export.out.is_dir();
    let ending = export.out.extension().filter(|_| !is_folder).map(|ending| ending.to_string_lossy().to_lowercase());
    let ending = ending.unwrap_or_default();
    match (export.to, PaperFormat::from_code(&ending)) {
        (Some(to), Some(ends)) if to != ends => {
            let values = [("ending", ending.as_str()), ("to", to.code())];
            Err(Failure::bad_use(fill(words(asked.language).two_formats, &values)))
        }
        (Some(to), _) => Ok(to),
        (None, Some(ends)) if formats.contains(&ends) => Ok(ends),
        (None, _) if is_folder => Ok(formats.first().copied().unwrap_or(PaperFormat::Pdf)),
        (None, _) => {
            let possible = formats.iter().map(|format| format.code()).collect::<Vec<_>>().join(", ");
            let found = if ending.is_empty() { export.out.display().to_string() } else { ending };
            let error = Error::new(ErrorCode::FormatNotPossible).with("found", found).with("expected", possible);
            Err(Failure::of(&error, asked.language))
        }
    }
}

/// The municipality of the case or application, else the one that is asked for.
fn whose(store: &Store, asked: &Asked, export: &Export) -> Result<u32, Failure> {
    let failure = |error: Error| Failure::of(&error, asked.language);
    let id = export.id.unwrap_or_default();
    match export.kind {
        PaperKind::Case | PaperKind::Pack => {
            let case = store.committee_case(id, asked.as_of).map_err(failure)?.committee_case;
            of_municipality(store, asked, case.municipality_id, &case.title)
        }
        PaperKind::Dossier | PaperKind::Budget => of_application(store, asked, id),
        _ => match municipality(store, asked)? {
            Some(municipality) => Ok(municipality.id),
            None => Err(Failure::failed(words(asked.language).nothing_to_export)),
        },
    }
}

fn paper(store: &Store, asked: &Asked, export: &Export, municipality: u32) -> Result<PaperOf, Failure> {
    let committee_id = export.committee.as_deref().map(|name| committee(store, municipality, name, asked)).transpose()?;
    let id = export.id.unwrap_or_default();
    Ok(match export.kind {
        PaperKind::Case => PaperOf::Case { id, form: export.form.clone(), copy: None },
        PaperKind::Pack => PaperOf::Pack { id },
        PaperKind::Dossier => PaperOf::Dossier { application_id: id },
        PaperKind::Budget => {
            let budget_id = match &export.version {
                Some(named) => {
                    let view = store.budget(id, None, asked.as_of).map_err(|error| Failure::of(&error, asked.language))?;
                    Some(version(&view, named, asked)?)
                }
                None => None,
            };
            PaperOf::Budget { application_id: id, budget_id }
        }
        PaperKind::Appendix => PaperOf::Appendix {
            id: None,
            committee_id,
            columns: export.columns.clone(),
            pools: pools(store, asked, export, municipality)?,
        },
        PaperKind::Portfolio => PaperOf::Portfolio { committee_id },
        PaperKind::Pipeline => PaperOf::Pipeline { committee_id },
        PaperKind::Exposure => PaperOf::Exposure {
            filter: ExposureFilter {
                from: export.from,
                to: export.until,
                committee_id,
                department_id: None,
                price_level: export.price_level,
            },
        },
        PaperKind::Deadlines => {
            let office = store.office(municipality).map_err(|error| Failure::of(&error, asked.language))?;
            let person_id = export.person.as_deref().map(|name| person(&office, name, asked)).transpose()?;
            PaperOf::Deadlines { within: export.within, person_id, committee_id }
        }
        // The committee is required of whoever asks.
        PaperKind::Status => PaperOf::Status { committee_id: committee_id.unwrap_or_default(), since: export.since },
    })
}

/// The pools named by key or id, in their order.
fn pools(store: &Store, asked: &Asked, export: &Export, municipality: u32) -> Result<Vec<u32>, Failure> {
    if export.pools.is_empty() {
        return Ok(Vec::new());
    }
    let view = store.pools(None, asked.as_of, Some(municipality)).map_err(|error| Failure::of(&error, asked.language))?;
    let named = |named: &String| {
        let named = named.trim();
        let found = view.pools.iter().find(|pool| pool.key.eq_ignore_ascii_case(named) || pool.id.to_string() == named);
        found.map(|pool| pool.id).ok_or_else(|| Failure::bad_use(fill(words(asked.language).no_pool, &[("found", named)])))
    };
    export.pools.iter().map(named).collect()
}
