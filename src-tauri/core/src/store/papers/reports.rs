//! Every paper as a report.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::applications::Application;
use crate::committee::CommitteeCase;
use crate::deadlines::list::is_open;
use crate::error::{Error, ErrorCode, Result};
use crate::office::Committee;
use crate::report::{
    DeadlineList, Front, PaperKind, Report, Since, budget, deadlines, exposure, file_name, pipeline, portfolio, status,
    status_title,
};
use crate::store::Store;
use crate::store::committee::{Of, papers};
use crate::store::overview::{Known, overview_of};
use crate::store::papers::case_item::{CLOSED, case_item, name};
use crate::store::papers::pool_rows::pool_titles;
use crate::store::papers::pool_table::pool_table;
use crate::store::papers::{portfolio as lists, status as since_then};
use crate::store::records::record;
use crate::views::{Attention, DeadlineItem, ExposureFilter, OfficeView, PaperAsked, PaperOf, PaperPreview, Text};
use crate::words::Language;

/// A paper with what its file is called and how many closed items it leaves out.
pub struct Made {
    /// What it says.
    pub report: Report,
    /// The file without its ending.
    pub file_name: String,
    /// Closed items that are left out.
    pub left_out: u32,
    /// What it does not say and whoever writes it should know.
    pub remarks: Vec<Text>,
}

pub fn report(store: &Store, asked: &PaperAsked, municipality: u32, today: NaiveDate) -> Result<Report> {
    Ok(made(store, asked, municipality, today)?.report)
}

pub fn preview(store: &Store, asked: &PaperAsked, municipality: u32, today: NaiveDate) -> Result<PaperPreview> {
    let formats = asked.of.kind().formats().to_vec();
    if matches!(asked.of, PaperOf::Dossier { .. } | PaperOf::Pack { .. }) {
        let files = store.paper_files(asked, municipality, today)?;
        let remarks = match files.papers.first() {
            Some(first) if first.asked.of.kind() == PaperKind::Case => made(store, &first.asked, municipality, today)?.remarks,
            _ => Vec::new(),
        };
        let file_name = name_of_several(store, asked, today)?;
        return Ok(PaperPreview { report: None, files: files.names(), formats, file_name, left_out: 0, remarks });
    }
    let Made { report, file_name, left_out, remarks } = made(store, asked, municipality, today)?;
    Ok(PaperPreview { report: Some(report), files: Vec::new(), formats, file_name, left_out, remarks })
}

/// What a paper of several files is called: as the case's item, or after the application.
fn name_of_several(store: &Store, asked: &PaperAsked, today: NaiveDate) -> Result<String> {
    store.query(|connection| match &asked.of {
        PaperOf::Pack { id } => {
            name(connection, &record::<CommitteeCase>(connection, *id)?, asked.of.kind().word(asked.language))
        }
        PaperOf::Dossier { application_id } => {
            let known: Application = record(connection, *application_id)?;
            let day = asked.as_of.unwrap_or(today).to_string();
            Ok(file_name(&[asked.of.kind().word(asked.language), &day, &known.title]))
        }
        _ => Ok(String::new()),
    })
}

/// What every paper but a case's needs.
struct Desk<'a> {
    store: &'a Store,
    asked: &'a PaperAsked,
    municipality: u32,
    as_of: NaiveDate,
    office: OfficeView,
}

/// The paper, with what its file is called.
///
/// # Errors
/// As for [`Store::report`].
pub fn made(store: &Store, asked: &PaperAsked, municipality: u32, today: NaiveDate) -> Result<Made> {
    let as_of = asked.as_of.unwrap_or(today);
    let desk = Desk { store, asked, municipality, as_of, office: store.office(municipality)? };
    match &asked.of {
        PaperOf::Case { id, form, copy } => desk.case(*id, form.as_deref(), *copy),
        PaperOf::Appendix { .. } => pool_table(store, asked, &desk.office, as_of),
        PaperOf::Portfolio { committee_id } => desk.portfolio(*committee_id),
        PaperOf::Pipeline { committee_id } => desk.pipeline(*committee_id),
        PaperOf::Budget { application_id, budget_id } => desk.budget(*application_id, *budget_id),
        PaperOf::Exposure { filter } => desk.exposure(filter),
        PaperOf::Deadlines { within, person_id, committee_id } => desk.deadlines(*within, *person_id, *committee_id),
        PaperOf::Status { committee_id, since } => desk.status(*committee_id, *since),
        PaperOf::Dossier { .. } | PaperOf::Pack { .. } => {
            let expected = asked.of.kind().formats().iter().map(|format| format.code()).collect::<Vec<_>>().join(", ");
            Err(Error::new(ErrorCode::FormatNotPossible).with("found", "report").with("expected", expected))
        }
    }
}

impl Desk<'_> {
    fn language(&self) -> Language {
        self.asked.language
    }

    fn front(&self, kind: PaperKind, title: String) -> Front<'_> {
        Front { kind, title, municipality: &self.office.municipality.name, as_of: self.as_of, language: self.language() }
    }

    /// »Beslutningsliste – Beskæftigelsesudvalget«.
    fn titled(&self, kind: PaperKind, committee: Option<u32>) -> Result<String> {
        let title = kind.word(self.language());
        Ok(match committee {
            Some(id) => format!("{title} – {}", self.committee(id)?.name),
            None => title.to_owned(),
        })
    }

    /// »Beslutningsliste Lyngby-Taarbæk 2019-03-12«; one that may hold closed items says so first.
    fn made(&self, report: Report, left_out: usize) -> Result<Made> {
        let (name, day) = (&self.office.municipality.name, self.as_of.to_string());
        let file_name = file_name(&[self.closed_mark()?, &report.title, name, &day]);
        Ok(Made { file_name, report, left_out: u32::try_from(left_out).unwrap_or(u32::MAX), remarks: Vec::new() })
    }

    /// Stands first in the name of a file that closed items may stand in, where the municipality has any.
    fn closed_mark(&self) -> Result<&'static str> {
        let any = self.asked.closed && !self.closed_cases()?.is_empty();
        Ok(if any { CLOSED } else { "" })
    }

    fn committee(&self, id: u32) -> Result<Committee> {
        self.store.query(|connection| record(connection, id))
    }

    fn case(&self, id: u32, form: Option<&str>, copy: Option<u32>) -> Result<Made> {
        self.store.query(|connection| case_item(connection, id, (form, copy), (self.as_of, self.asked.closed)))
    }

    fn portfolio(&self, committee: Option<u32>) -> Result<Made> {
        let title = self.titled(PaperKind::Portfolio, committee)?;
        let seen = (self.as_of, self.asked.closed);
        let load = |connection: &Connection| lists::portfolio(connection, self.municipality, committee, seen, self.language());
        let (list, left_out) = self.store.query(load)?;
        let report = self.front(PaperKind::Portfolio, title).report(portfolio(&list, self.language()));
        self.made(report, left_out as usize)
    }

    fn pipeline(&self, committee: Option<u32>) -> Result<Made> {
        let closed = self.closed()?;
        let seen = (self.as_of, self.asked.closed);
        let known = self.store.query(|connection| Known::load(connection, self.municipality, committee, seen))?;
        let mut view = overview_of(&known, committee, None);
        view.attention.retain(|it| closed.hides(it).is_none());
        view.deadlines.retain(|it| closed.hides_day(it).is_none());
        let pools = self.store.query(pool_titles)?;
        for it in &mut view.attention {
            if it.pool_key.is_some() {
                self.name_pool(&pools, &mut it.title);
            }
        }
        let of_attention = view.attention.iter_mut().filter_map(|it| it.day.as_deref_mut());
        for day in of_attention.chain(&mut view.deadlines) {
            // An application keeps the title it was given, whatever its pool is called.
            if day.pool_key.is_some() {
                self.name_pool(&pools, &mut day.title);
            }
            self.name_pool(&pools, &mut day.detail);
        }
        let filter = ExposureFilter { committee_id: committee, ..ExposureFilter::default() };
        let exposure = self.store.exposure(self.municipality, &filter, self.as_of)?;
        let rows = self.store.applications(self.municipality, self.as_of)?.applications;
        let titles = rows.into_iter().map(|row| (row.id, row.title)).collect();
        let title = self.titled(PaperKind::Pipeline, committee)?;
        let sections = pipeline(&view, &exposure, &titles, &known.pools, self.language());
        let report = self.front(PaperKind::Pipeline, title).report(sections);
        let hidden = known.cases.iter().filter(|(paper, _)| closed.cases.contains(&paper.case.id)).count();
        self.made(report, hidden)
    }

    /// Names a pool in the reader's language, where its own title stands.
    fn name_pool(&self, pools: &HashMap<String, Text>, title: &mut String) {
        if let Some(pool) = pools.get(title) {
            pool.in_language(self.language()).clone_into(title);
        }
    }

    fn exposure(&self, filter: &ExposureFilter) -> Result<Made> {
        let view = self.store.exposure(self.municipality, filter, self.as_of)?;
        let years = view.years.iter().copied().filter(|year| *year != 0);
        let (first, last) = (years.clone().min().unwrap_or_default(), years.max().unwrap_or_default());
        let mut parts = vec![format!("{} {first}–{last}", PaperKind::Exposure.word(self.language()))];
        if let Some(id) = filter.committee_id {
            parts.push(self.committee(id)?.name);
        }
        let department = self.office.departments.iter().find(|one| Some(one.id) == filter.department_id);
        parts.extend(department.map(|one| one.name.clone()));
        let front = self.front(PaperKind::Exposure, parts.join(" – "));
        let report = front.report(exposure(&view, self.language()));
        // It names no case.
        let name = file_name(&[&report.title, &self.office.municipality.name, &self.as_of.to_string()]);
        Ok(Made { file_name: name, report, left_out: 0, remarks: Vec::new() })
    }

    fn deadlines(&self, within: Option<u32>, person: Option<u32>, committee: Option<u32>) -> Result<Made> {
        let closed = self.closed()?;
        let view = self.store.deadlines(self.municipality, self.as_of)?;
        let is_theirs = |it: &DeadlineItem| {
            person.is_none_or(|id| it.person_id == Some(id)) && committee.is_none_or(|id| it.committee_ids.contains(&id))
        };
        let is_near = |it: &DeadlineItem| within.is_none_or(|days| i64::from(it.days) <= i64::from(days));
        // What has passed is told while something is to be done about it.
        let is_told = |it: &DeadlineItem| is_theirs(it) && is_near(it) && (it.days >= 0 || is_open(it) && !it.flags.is_empty());
        let (items, hidden): (Vec<DeadlineItem>, Vec<DeadlineItem>) =
            view.items.into_iter().filter(is_told).partition(|it| closed.hides_day(it).is_none());
        let hidden: HashSet<u32> = hidden.iter().filter_map(|it| it.case_id).collect();
        let named = person.is_some() || committee.is_some();
        let shown: HashSet<(Option<u32>, Option<u32>)> = items.iter().map(|it| (it.application_id, it.case_id)).collect();
        let mut conflicts = view.conflicts;
        conflicts.retain(|it| !it.case_id.is_some_and(|id| closed.cases.contains(&id)));
        conflicts.retain(|it| !named || shown.contains(&(it.application_id, it.case_id)));
        let list = DeadlineList {
            items,
            conflicts,
            undated: if named || within.is_some() { 0 } else { view.undated },
            people: self.office.people.iter().map(|one| (one.id, one.name.clone())).collect(),
            departments: self.office.departments.iter().map(|one| (one.id, short(&one.short_name, &one.name))).collect(),
            committees: self.office.committees.iter().map(|one| (one.id, one.short_name.clone())).collect(),
        };
        let mut title = PaperKind::Deadlines.word(self.language()).to_owned();
        let names =
            person.and_then(|id| list.people.get(&id)).into_iter().chain(committee.and_then(|id| list.committees.get(&id)));
        for name in names {
            title = format!("{title} – {name}");
        }
        let report = self.front(PaperKind::Deadlines, title).report(deadlines(&list, self.language()));
        self.made(report, hidden.len())
    }

    fn status(&self, committee: u32, since: Option<NaiveDate>) -> Result<Made> {
        let committee = self.committee(committee)?;
        let last = |connection: &Connection| since_then::last_meeting(connection, committee.id, self.as_of);
        let since = match since {
            Some(day) => Since::Day(day),
            None => self.store.query(last)?.map_or(Since::Ever, Since::Meeting),
        };
        let closed = self.closed()?;
        let asked = ((committee.id, since), (self.as_of, self.asked.closed));
        let load = |connection: &Connection| since_then::status(connection, self.municipality, asked.0, asked.1, self.language());
        let (mut facts, left_out) = self.store.query(load)?;
        let coming = self.store.coming(self.municipality, Some(committee.id), self.as_of)?;
        facts.coming = coming.committees.into_iter().flat_map(|one| one.meetings).collect();
        for meeting in &mut facts.coming {
            meeting.cases.retain(|case| !case.case_id.is_some_and(|id| closed.cases.contains(&id)));
        }
        let title = status_title(since, &committee.name, self.language());
        let report = self.front(PaperKind::Status, title).report(status(&facts, self.language()));
        let (name, day) = (PaperKind::Status.word(self.language()), self.as_of.to_string());
        Ok(Made {
            file_name: file_name(&[self.closed_mark()?, &committee.short_name, &day, name]),
            report,
            left_out,
            remarks: Vec::new(),
        })
    }

    fn budget(&self, application: u32, version: Option<u32>) -> Result<Made> {
        let known: Application = self.store.query(|connection| record(connection, application))?;
        let chosen = match version {
            Some(version) => Some(version),
            // The version in force, else the newest: the one the view looks at unasked.
            None => {
                let view = self.store.budget(application, None, self.as_of)?;
                view.versions.iter().find(|it| it.current).map(|it| it.budget.id)
            }
        };
        let view = self.store.budget(application, chosen, self.as_of)?;
        let title = format!("{} – {}", PaperKind::Budget.word(self.language()), known.title);
        let report = self.front(PaperKind::Budget, title).report(budget(&view, self.language())?);
        let day = self.as_of.to_string();
        Ok(Made {
            file_name: file_name(&[PaperKind::Budget.word(self.language()), &day, &known.title]),
            report,
            left_out: 0,
            remarks: Vec::new(),
        })
    }

    /// The closed cases and what stands in them alone; none where they may stand in the paper.
    fn closed(&self) -> Result<Closed> {
        Ok(Closed { cases: if self.asked.closed { HashSet::new() } else { self.closed_cases()? } })
    }

    fn closed_cases(&self) -> Result<HashSet<u32>> {
        let all = self.store.query(|connection| papers(connection, Of::Municipality(self.municipality), self.as_of))?;
        Ok(all.into_iter().filter(|paper| paper.case.closed).map(|paper| paper.case.id).collect())
    }
}

/// The short name, where there is one.
fn short(short: &str, name: &str) -> String {
    if short.is_empty() { name.to_owned() } else { short.to_owned() }
}

/// What may not stand in an open paper.
struct Closed {
    cases: HashSet<u32>,
}

impl Closed {
    /// The closed case it is hidden for.
    fn hides(&self, it: &Attention) -> Option<u32> {
        [it.case_id, it.condition_of].into_iter().flatten().find(|id| self.cases.contains(id))
    }

    fn hides_day(&self, it: &DeadlineItem) -> Option<u32> {
        it.case_id.filter(|id| self.cases.contains(id))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use rusqlite::trace::{TraceEvent, TraceEventCodes};

    use super::*;
    use crate::import::generated_budgets;
    use crate::pools::Stance;
    use crate::seed;
    use crate::store::Environment;
    use crate::views::AssessmentDraft;

    thread_local!(static QUERIES: Cell<u32> = const { Cell::new(0) });

    /// How many queries each paper takes in a file with so many applications and assessed pools.
    fn asked(many: u32) -> Vec<(PaperKind, u32)> {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::in_memory(&Environment::of_this_machine("", folder.path())).unwrap();
        seed::fill(&mut store, None).unwrap();
        store.add_example(&generated_budgets(many).unwrap()).unwrap();
        let only = |conn: &Connection| Ok(conn.query_row("SELECT municipality_id FROM application", [], |row| row.get(0))?);
        let municipality: u32 = store.query(only).unwrap();
        let as_of: NaiveDate = "2019-03-12".parse().unwrap();
        let ids = |conn: &Connection| {
            let mut statement = conn.prepare("SELECT id FROM initiative ORDER BY number LIMIT ?1")?;
            Ok(statement.query_map([many], |row| row.get(0))?.collect::<rusqlite::Result<Vec<u32>>>()?)
        };
        for id in store.query(ids).unwrap() {
            let draft = AssessmentDraft {
                pool_id: None,
                initiative_id: Some(id),
                stance: Stance::AwaitingDetails,
                reason: None,
                text: String::new(),
                assessed_on: Some(as_of),
                application_hours: None,
                reporting_hours: None,
            };
            // One that has several pools is for a person to choose of.
            store.assessment_save(&draft, municipality, as_of).ok();
        }
        let committee = Committee::named(municipality, "Udvalget".to_owned(), "U".to_owned());
        let office = store.office_save(&crate::views::OfficePart::Committee(committee)).unwrap().view;
        let committee_id = office.committees[0].id;
        let listened = store.query(|conn| {
            conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(|_: TraceEvent<'_>| QUERIES.set(QUERIES.get() + 1)));
            Ok(())
        });
        listened.unwrap();
        let count = |of: PaperOf| {
            QUERIES.set(0);
            let asked = PaperAsked { of, as_of: Some(as_of), language: Language::Da, closed: false };
            let report = store.report(&asked, municipality, as_of).unwrap();
            (report.kind, QUERIES.get())
        };
        [
            PaperOf::Appendix { id: None, committee_id: None, columns: Vec::new(), pools: Vec::new() },
            PaperOf::Portfolio { committee_id: None },
            PaperOf::Pipeline { committee_id: None },
            PaperOf::Exposure { filter: ExposureFilter::default() },
            PaperOf::Deadlines { within: None, person_id: None, committee_id: None },
            PaperOf::Status { committee_id, since: None },
        ]
        .map(count)
        .to_vec()
    }

    #[test]
    fn the_number_of_queries_is_fixed() {
        let (few, many) = (asked(3), asked(60));
        assert_eq!(few, many);
        assert!(many.iter().all(|(_, queries)| *queries < 300), "{many:?}");
    }
}
