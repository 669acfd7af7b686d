//! The paper on the screen.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::committee::prose::{Prose, normal, read};
use crate::committee::{CaseText, PaperCopy, PaperFormPart, PartContent};
use crate::error::Result;
use crate::report::Report;
use crate::report::case::{
    CaseFacts, case_report, changes, draft, figures, has_drafted_points, lives, missing, said_now, said_then,
};
use crate::store::Store;
use crate::store::papers::appendix::{appendices, choices};
use crate::store::papers::copies::{copies_by, kept, not_the_one, shown, standing};
use crate::store::papers::forms::{forms, of_case};
use crate::store::records::{record, records};
use crate::views::{Figure, FigureChange, FormChoice, FormView, PaperPart, PaperView, PartState, Text};
use crate::words::Language;

pub fn view(store: &Store, case: u32, as_of: NaiveDate) -> Result<PaperView> {
    store.query(|conn| paper(conn, case, as_of))
}

fn paper(conn: &Connection, case: u32, as_of: NaiveDate) -> Result<PaperView> {
    let facts = CaseFacts::load(conn, case, as_of)?;
    let form = of_case(conn, &facts.case, None)?;
    let all_forms = forms(conn, facts.case.municipality_id)?.forms;
    let texts = texts(conn, case)?;
    let copies = copies_by(conn, case, as_of)?;
    let now = said_now(&facts);

    let text_of = |part: &PaperFormPart| texts.iter().find(|text| text.key == part.key);
    let parts: Vec<PaperPart> = form.parts.iter().map(|part| part_of((part, &form.parts), text_of(part), &facts, &now)).collect();
    let has_no_part = |text: &&CaseText| form.parts.iter().all(|part| part.key != text.key);
    let left_over =
        texts.iter().filter(has_no_part).map(|text| accepted(heading_of(text, &all_forms), text, None, &now)).collect();
    let changed = match standing(&copies) {
        Some(copy) => changes(&said_then(&copy.figures), &now),
        None => each_once(&parts),
    };
    let applications: Vec<(u32, &str)> =
        facts.applications.iter().map(|it| (it.application.id, it.application.title.as_str())).collect();
    Ok(PaperView {
        committee_case_id: case,
        title: facts.case.title.clone(),
        as_of,
        form: form.form.key.clone(),
        forms: all_forms.iter().map(choice).collect(),
        drafts: u32::try_from(parts.iter().filter(|part| part.state == PartState::Draft).count()).unwrap_or(u32::MAX),
        parts,
        left_over,
        figures: figures(&facts),
        lives: lives(&facts),
        changed,
        appendices: appendices(conn, case)?,
        documents: choices(conn, facts.case.municipality_id, &applications)?,
        handed_in: standing(&copies).map(shown),
        copies: copies.iter().rev().map(shown).collect(),
        missing: missing(&facts, &form, &texts),
        report: match standing(&copies) {
            Some(copy) => kept(copy)?,
            None => live(conn, &facts, &form)?,
        },
    })
}

/// How many figures are others than the copy that stands says.
pub(in crate::store) fn figures_changed(conn: &Connection, case: u32, as_of: NaiveDate) -> Result<u32> {
    let copies = copies_by(conn, case, as_of)?;
    let Some(copy) = standing(&copies) else { return Ok(0) };
    let changed = changes(&said_then(&copy.figures), &said_now(&CaseFacts::load(conn, case, as_of)?));
    Ok(u32::try_from(changed.len()).unwrap_or(u32::MAX))
}

/// The paper of a case as a report, and what it lacks: a copy by its id; else, in no other form than its own, the one that stands; else
/// as it is now. A copy lacks nothing, for nothing can be added to it.
///
/// # Errors
/// `record_changed` where the case or the copy is gone; `paper_form_not_found`.
pub(super) fn report(
    conn: &Connection,
    case: u32,
    form: Option<&str>,
    copy: Option<u32>,
    as_of: NaiveDate,
) -> Result<(Report, Vec<Text>)> {
    if let Some(copy) = copy {
        return Ok((kept(&record::<PaperCopy>(conn, copy)?)?, Vec::new()));
    }
    let copies = copies_by(conn, case, as_of)?;
    if let Some(copy) = standing(&copies).filter(|copy| form.is_none_or(|form| form == copy.form)) {
        return Ok((kept(copy)?, Vec::new()));
    }
    let facts = CaseFacts::load(conn, case, as_of)?;
    let form = of_case(conn, &facts.case, form)?;
    Ok((live(conn, &facts, &form)?, missing(&facts, &form, &texts(conn, case)?)))
}

/// What the paper says now, and that it is not the one that was handed in, where one was.
fn live(conn: &Connection, facts: &CaseFacts, form: &FormView) -> Result<Report> {
    let mut report = report_now(conn, facts, form)?;
    not_the_one(conn, &facts.case, &mut report, facts.as_of)?;
    Ok(report)
}

/// What the paper of a case says in a form, with the texts it has.
pub(super) fn report_now(conn: &Connection, facts: &CaseFacts, form: &FormView) -> Result<Report> {
    Ok(case_report(facts, form, &texts(conn, facts.case.id)?))
}

fn texts(conn: &Connection, case: u32) -> Result<Vec<CaseText>> {
    records(conn, "WHERE committee_case_id = ?1 ORDER BY id", [case])
}

fn choice(form: &FormView) -> FormChoice {
    FormChoice {
        key: form.form.key.clone(),
        name: form.form.name.clone(),
        own: form.own,
        template: !form.form.template_sha256.is_empty(),
    }
}

/// A part of the form as it stands.
fn part_of(
    (part, form): (&PaperFormPart, &[PaperFormPart]),
    text: Option<&CaseText>,
    facts: &CaseFacts,
    now: &[Figure],
) -> PaperPart {
    let heading = (part.content, part.heading.clone());
    if !part.content.is_text() {
        let is_draft = part.content == PartContent::Recommendation && has_drafted_points(facts);
        let state = if is_draft { PartState::Draft } else { PartState::FromCase };
        return unwritten(part, heading.1, state, Vec::new());
    }
    let drafted = normal(&draft(part, form, facts));
    match text {
        Some(text) => accepted(heading, text, Some(drafted), now),
        None if drafted.is_empty() => unwritten(part, heading.1, PartState::Empty, drafted),
        None => unwritten(part, heading.1, PartState::Draft, drafted),
    }
}

fn unwritten(part: &PaperFormPart, heading: String, state: PartState, prose: Prose) -> PaperPart {
    let (key, content) = (part.key.clone(), part.content);
    PaperPart { key, content, heading, state, prose, draft: None, row: None, changed: Vec::new() }
}

/// A text a person has written or accepted, with what is drafted where it says something else.
fn accepted((content, heading): (PartContent, String), text: &CaseText, drafted: Option<Prose>, now: &[Figure]) -> PaperPart {
    let prose = read(&text.text);
    PaperPart {
        key: text.key.clone(),
        content,
        heading,
        state: PartState::Accepted,
        draft: drafted.filter(|drafted| !drafted.is_empty() && *drafted != prose),
        prose,
        row: Some(text.clone()),
        changed: changes(&said_then(&text.figures), now),
    }
}

/// What a text stands under in another form, else the word for what it holds.
fn heading_of(text: &CaseText, forms: &[FormView]) -> (PartContent, String) {
    let part = forms.iter().flat_map(|form| &form.parts).find(|part| part.key == text.key && !part.heading.is_empty());
    let content = PartContent::from_code(&text.key).unwrap_or(PartContent::Own);
    part.map_or_else(|| (content, content.word(Language::Da).to_owned()), |part| (part.content, part.heading.clone()))
}

/// The changes of all parts; one that stands in several is told once.
fn each_once(parts: &[PaperPart]) -> Vec<FigureChange> {
    let mut changed: Vec<FigureChange> = Vec::new();
    for change in parts.iter().flat_map(|part| &part.changed) {
        if !changed.contains(change) {
            changed.push(change.clone());
        }
    }
    changed
}
