//! Each command: what it opens, what it does, and the view it shows.

mod export;
mod planning;

use std::path::Path;

use tilsagn_core::import::example::Example;
use tilsagn_core::store::{BackupKind, Store};
use tilsagn_core::views::{AreaView, BudgetVersion, BudgetView, ExposureFilter, MunicipalityChoice, RegisterView};
use tilsagn_core::{Error, Language, fold, import, seed};

use crate::args::{Asked, Choice, Filter, What};
use crate::failure::{FAILED, Failure, fill};
use crate::show::{self, Pipeline};
use crate::source;
use crate::words::words;

/// Carries out what was asked. The answer is text, but for a workbook.
pub fn run(asked: &Asked) -> Result<Vec<u8>, Failure> {
    if let What::Budget { application, version, workbook: true, .. } = &asked.what {
        return workbook(asked, *application, version.as_deref());
    }
    match &asked.what {
        What::Deadlines(days) if days.calendar => planning::calendar(asked, days),
        _ => text(asked).map(String::into_bytes),
    }
}

/// One version as a workbook: the one asked for, else the one in force, else the newest.
fn workbook(asked: &Asked, application: u32, version: Option<&str>) -> Result<Vec<u8>, Failure> {
    let failure = |error: Error| Failure::of(&error, asked.language);
    let store = source::read(asked)?;
    let mut views = versions(&store, application, version, asked)?;
    let is_current = |view: &BudgetView| {
        let id = view.sheet.as_ref().map(|sheet| sheet.budget.id);
        view.versions.iter().any(|version| version.current && Some(version.budget.id) == id)
    };
    let place = views.iter().position(is_current).unwrap_or(views.len() - 1);
    tilsagn_export::budget_xlsx(&views.swap_remove(place), asked.language).map_err(failure)
}

/// The versions of a budget, or the one asked for, each looked at on its own; where there are none, what is found of that.
fn versions(store: &Store, application: u32, named: Option<&str>, asked: &Asked) -> Result<Vec<BudgetView>, Failure> {
    let failure = |error: Error| Failure::of(&error, asked.language);
    of_application(store, asked, application)?;
    let all = store.budget(application, None, asked.as_of).map_err(failure)?;
    let chosen: Vec<u32> = match named {
        None => all.versions.iter().map(|version| version.budget.id).collect(),
        Some(named) => vec![version(&all, named, asked)?],
    };
    if chosen.is_empty() {
        return Ok(vec![all]);
    }
    let of = |id: &u32| store.budget(application, Some(*id), asked.as_of).map_err(failure);
    chosen.iter().map(of).collect()
}

/// The version of a budget with this kind or number; of several amendments the newest.
fn version(view: &BudgetView, named: &str, asked: &Asked) -> Result<u32, Failure> {
    let is_named = |version: &&BudgetVersion| version.budget.kind.code() == named || version.budget.position.to_string() == named;
    if let Some(version) = view.versions.iter().rfind(is_named) {
        return Ok(version.budget.id);
    }
    let name = |version: &BudgetVersion| format!("{} ({})", version.budget.kind.code(), version.budget.position);
    let accepted = view.versions.iter().map(name).collect::<Vec<_>>().join(", ");
    let accepted = if accepted.is_empty() { "–".to_owned() } else { accepted };
    let values = [("found", named), ("accepted", accepted.as_str())];
    Err(Failure::bad_use(fill(words(asked.language).no_version, &values)))
}

/// Years that cannot be, by the names they have on the command line. Nothing was to be kept.
fn bad_years(error: &Error, language: Language) -> Failure {
    let value = |name: &str| error.params.get(name).map_or("", String::as_str);
    match error.field.as_deref() {
        Some(option @ ("from" | "to")) => {
            let values = [("option", option), ("found", value("found")), ("expected", value("expected"))];
            Failure::bad_use(fill(words(language).bad_years, &values))
        }
        _ => Failure::of(error, language),
    }
}

/// The committee with this short name or name, in any spelling.
fn committee(store: &Store, municipality: u32, named: &str, asked: &Asked) -> Result<u32, Failure> {
    let office = store.office(municipality).map_err(|error| Failure::of(&error, asked.language))?;
    let wanted = fold::fold(named.trim());
    let is = |name: &str| fold::fold(name).iter().zip(&wanted).any(|(name, wanted)| name == wanted);
    match office.committees.iter().find(|committee| is(&committee.short_name) || is(&committee.name)) {
        Some(committee) => Ok(committee.id),
        None => {
            let names: Vec<&str> = office.committees.iter().map(|committee| committee.short_name.as_str()).collect();
            let accepted = names.join(", ");
            let values = [("found", named), ("name", "--committee"), ("accepted", accepted.as_str())];
            Err(Failure::bad_use(fill(words(asked.language).bad_value, &values)))
        }
    }
}

fn text(asked: &Asked) -> Result<String, Failure> {
    let failure = |error: Error| Failure::of(&error, asked.language);
    let words = words(asked.language);
    match &asked.what {
        What::Text(text) => Ok(text.clone()),
        What::Initiatives(choice, filter, format) => {
            let store = source::read(asked)?;
            let municipality = municipality(&store, asked)?.map(|it| it.id);
            let view = filtered(register(&store, choice, municipality, asked)?, filter, asked.language)?;
            let pools = store.pools(Some(view.agreement.id), asked.as_of, municipality).map_err(failure)?;
            show::initiatives(&view, &pools, *format, asked.language)
        }
        What::Initiative { number, choice, format } => {
            let store = source::read(asked)?;
            let municipality = municipality(&store, asked)?;
            let view = register(&store, choice, municipality.as_ref().map(|it| it.id), asked)?;
            let pools =
                store.pools(Some(view.agreement.id), asked.as_of, municipality.as_ref().map(|it| it.id)).map_err(failure)?;
            let id = store.initiative_id(Some(view.agreement.id), *number).map_err(failure)?;
            let code = municipality.map(|it| it.code).unwrap_or_default();
            let detail = store.initiative(id, asked.as_of, &code).map_err(failure)?;
            show::initiative(&view, &detail, &pools, *format, asked.language)
        }
        What::Totals(choice, format) => {
            let view = register(&source::read(asked)?, choice, None, asked)?;
            show::totals(&view, *format, asked.language)
        }
        What::Financing(choice, format) => {
            let store = source::read(asked)?;
            let view = store.financing(agreement(&store, choice, asked)?).map_err(failure)?;
            show::financing(&view, *format, asked.language)
        }
        What::Pools(choice, format) => {
            let store = source::read(asked)?;
            let municipality = municipality(&store, asked)?.map(|it| it.id);
            let view = store.pools(agreement(&store, choice, asked)?, asked.as_of, municipality).map_err(failure)?;
            show::pools(&view, *format, asked.language)
        }
        What::Applications(format) => {
            let store = source::read(asked)?;
            let applications = match municipality(&store, asked)? {
                Some(municipality) => store.applications(municipality.id, asked.as_of).map_err(failure)?.applications,
                None => Vec::new(),
            };
            show::applications(&applications, *format, asked.language)
        }
        What::Pipeline(format) => {
            let store = source::read(asked)?;
            let Some(municipality) = municipality(&store, asked)? else {
                return show::pipeline(&Pipeline::empty(asked.as_of), *format, asked.language);
            };
            let (id, as_of) = (municipality.id, asked.as_of);
            let pipeline = Pipeline {
                as_of,
                overview: Some(store.overview(id, None, as_of, None).map_err(failure)?),
                pools: store.pools(None, as_of, Some(id)).map_err(failure)?,
                applications: store.applications(id, as_of).map_err(failure)?.applications,
                municipality: Some(municipality),
            };
            show::pipeline(&pipeline, *format, asked.language)
        }
        What::Cases(format) => {
            let store = source::read(asked)?;
            let cases = match municipality(&store, asked)? {
                Some(municipality) => store.cases(municipality.id, asked.as_of).map_err(failure)?.cases,
                None => Vec::new(),
            };
            show::cases(&cases, *format, asked.language)
        }
        What::Export(export) => export::export(asked, export),
        What::Budget { application, version, format, .. } => {
            let store = source::read(asked)?;
            show::budget(&versions(&store, *application, version.as_deref(), asked)?, *format, asked.language)
        }
        What::Exposure { from, to, committee, price_level, format } => {
            let store = source::read(asked)?;
            let view = match municipality(&store, asked)? {
                Some(municipality) => {
                    let committee_id = committee.as_deref().map(|name| self::committee(&store, municipality.id, name, asked));
                    let filter = ExposureFilter {
                        from: *from,
                        to: *to,
                        committee_id: committee_id.transpose()?,
                        department_id: None,
                        price_level: *price_level,
                    };
                    Some(
                        store
                            .exposure(municipality.id, &filter, asked.as_of)
                            .map_err(|error| bad_years(&error, asked.language))?,
                    )
                }
                None => None,
            };
            show::exposure(view.as_ref(), *format, asked.language)
        }
        What::Deadlines(days) => planning::deadlines(asked, days),
        What::Plan { application, format } => {
            let store = source::read(asked)?;
            of_application(&store, asked, *application)?;
            let view = store.plan(*application, asked.as_of).map_err(failure)?;
            show::plan(&view, *format, asked.language)
        }
        What::Coming { committee, format } => planning::coming(asked, committee.as_deref(), *format),
        What::Check => check(asked),
        What::Init { file, agreement, rows, budgets, deadlines, assessments } => {
            let generated = [
                budgets.map(import::generated_budgets),
                deadlines.map(import::generated_deadlines),
                assessments.map(import::generated_assessments),
            ];
            let generated: Vec<Vec<Example>> = generated.into_iter().flatten().collect::<Result<_, _>>().map_err(failure)?;
            init(asked, file, agreement.as_deref(), *rows, &generated)
        }
        What::Example(file) => {
            let store = Store::create(file, &source::environment(), seed::example).map_err(failure)?;
            Ok(fill(words.made, &[("file", &store.path().display().to_string())]) + "\n")
        }
        What::Import(folder) => import_agreement(asked, folder),
        What::Backup => {
            let path = source::existing_file(asked, words.no_file_to_back_up)?;
            let store = Store::read(&path, &source::environment()).map_err(failure)?;
            let backup = store.back_up(BackupKind::Manual).map_err(failure)?;
            Ok(fill(words.backed_up, &[("file", &backup.path)]) + "\n")
        }
        What::History(limit, format) => {
            let entries = source::read(asked)?.recent(*limit).map_err(failure)?;
            show::history(&entries, *format, asked.language)
        }
    }
}

fn agreement(store: &Store, choice: &Choice, asked: &Asked) -> Result<Option<u32>, Failure> {
    let id = choice.agreement.as_deref().map(|key| store.agreement_id(key)).transpose();
    id.map_err(|error| Failure::of(&error, asked.language))
}

fn register(store: &Store, choice: &Choice, municipality: Option<u32>, asked: &Asked) -> Result<RegisterView, Failure> {
    let agreement = agreement(store, choice, asked)?;
    store.register(agreement, choice.price_level, asked.as_of, municipality).map_err(|error| Failure::of(&error, asked.language))
}

/// The municipality asked for, else the one the file began with, and says which where there are several. None where the file has
/// nothing of any.
fn municipality(store: &Store, asked: &Asked) -> Result<Option<MunicipalityChoice>, Failure> {
    let failure = |error: Error| Failure::of(&error, asked.language);
    if let Some(named) = &asked.municipality {
        return store.municipality_named(named).map(Some).map_err(failure);
    }
    let Some(first) = store.first_municipality().map_err(failure)? else {
        if matches!(
            asked.what,
            What::Applications(_)
                | What::Pipeline(_)
                | What::Cases(_)
                | What::Exposure { .. }
                | What::Deadlines(_)
                | What::Coming { .. }
        ) {
            source::note(words(asked.language).no_municipality);
        }
        return Ok(None);
    };
    let in_use = store.municipalities_in_use(None).map_err(failure)?;
    let others: Vec<&str> = in_use.iter().filter(|it| it.id != first.id).map(|it| it.name.as_str()).collect();
    if !others.is_empty() {
        let values = [("name", first.name.as_str()), ("others", &others.join(", "))];
        source::note(&fill(words(asked.language).one_of_several, &values));
    }
    Ok(Some(first))
}

/// Whose an application is, which is nobody else's than the municipality asked for.
fn of_application(store: &Store, asked: &Asked, id: u32) -> Result<u32, Failure> {
    let application = store.application(id, asked.as_of).map_err(|error| Failure::of(&error, asked.language))?.application;
    of_municipality(store, asked, application.municipality_id, &application.title)
}

/// The same of anything that is known by its number.
fn of_municipality(store: &Store, asked: &Asked, whose: u32, title: &str) -> Result<u32, Failure> {
    if let Some(named) = &asked.municipality {
        let named = store.municipality_named(named).map_err(|error| Failure::of(&error, asked.language))?;
        if named.id != whose {
            let values = [("title", title), ("name", named.name.as_str())];
            return Err(Failure::bad_use(fill(words(asked.language).of_another, &values)));
        }
    }
    Ok(whose)
}

/// The rows that were asked for.
fn filtered(mut view: RegisterView, filter: &Filter, language: Language) -> Result<RegisterView, Failure> {
    let area = match &filter.area {
        Some(name) => Some(area(&view.areas, name, language)?),
        None => None,
    };
    view.initiatives.retain(|row| {
        area.is_none_or(|id| row.area_id == id)
            && (filter.can_apply.is_empty()
                || filter.can_apply.contains(&row.can_apply)
                || row.pool_can_apply.is_some_and(|said| filter.can_apply.contains(&said)))
            && fold::finds(&row.search, &filter.search)
    });
    Ok(view)
}

/// The one area whose name, in either language, is or begins with what was typed.
fn area(areas: &[AreaView], typed: &str, language: Language) -> Result<u32, Failure> {
    let wanted = fold::fold(typed.trim());
    let names = |area: &AreaView| [fold::fold(&area.name.da), fold::fold(&area.name.en), fold::fold(&area.title)];
    let either = |name: &[String; 2], test: fn(&str, &str) -> bool| test(&name[0], &wanted[0]) || test(&name[1], &wanted[1]);
    for test in [|name: &str, wanted: &str| name == wanted, |name: &str, wanted: &str| name.starts_with(wanted)] {
        let found: Vec<u32> =
            areas.iter().filter(|area| names(area).iter().any(|name| either(name, test))).map(|area| area.id).collect();
        if let [only] = found[..] {
            return Ok(only);
        }
    }
    let accepted = areas.iter().map(|area| area.name.da.as_str()).collect::<Vec<_>>().join(", ");
    let values = [("found", typed), ("name", "--area"), ("accepted", &accepted)];
    Err(Failure::bad_use(fill(words(language).bad_value, &values)))
}

/// Checks the file and proves every agreement in it. What is wrong goes where complaints go.
fn check(asked: &Asked) -> Result<String, Failure> {
    let checked = source::read(asked)?.check(asked.language).map_err(|error| Failure::of(&error, asked.language))?;
    if checked.failed.is_empty() {
        return Ok(checked.passed.join("\n") + "\n");
    }
    let wrong: Vec<String> = checked.failed.iter().map(|error| Failure::of(error, asked.language).sentence).collect();
    Err(Failure { exit_code: FAILED, sentence: wrong.join("\n") })
}

/// Makes a data file.
fn init(
    asked: &Asked,
    file: &Path,
    agreement: Option<&Path>,
    rows: Option<u32>,
    generated: &[Vec<Example>],
) -> Result<String, Failure> {
    let failure = |error: Error| Failure::of(&error, asked.language);
    let files = match (agreement, rows) {
        (Some(folder), _) => Some(import::folder(folder).map_err(failure)?),
        (None, Some(rows)) => Some(import::generated(rows)),
        (None, None) => None,
    };
    let filled = |store: &mut Store| {
        seed::fill(store, files.as_ref())?;
        generated.iter().try_for_each(|generated| store.add_example(generated).map(drop))
    };
    let store = Store::create(file, &source::environment(), filled).map_err(failure)?;
    Ok(fill(words(asked.language).made, &[("file", &store.path().display().to_string())]) + "\n")
}

/// Reads an agreement into the data file.
fn import_agreement(asked: &Asked, folder: &Path) -> Result<String, Failure> {
    let failure = |error: Error| Failure::of(&error, asked.language);
    let words = words(asked.language);
    let path = source::existing_file(asked, words.no_file_yet)?;
    let agreement = import::folder(folder).and_then(|files| import::agreement(&files)).map_err(failure)?;
    source::write(asked, &path)?.add_agreement(&agreement).map_err(failure)?;
    let (title, count) = (show::of(&agreement.title, asked.language), agreement.initiatives.len().to_string());
    Ok(fill(words.imported, &[("title", title), ("count", &count)]) + "\n")
}
