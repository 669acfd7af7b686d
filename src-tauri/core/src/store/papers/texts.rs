//! Texts a person writes or accepts.

use chrono::NaiveDate;
use serde::Serialize;

use crate::committee::prose::{ProseBlock, normal, write};
use crate::committee::{CasePoint, CaseText, PaperFormPart, PartContent};
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::report::case::{CaseFacts, draft, said};
use crate::store::papers::copies::not_handed_in;
use crate::store::papers::forms::of_case;
use crate::store::papers::view;
use crate::store::records::{record, records, remove, save as put};
use crate::store::refuse::invalid;
use crate::store::{Committed, Store, Tx};
use crate::views::{Changed, PaperTextDraft, PaperView};
use crate::words::Language;

pub fn save(store: &mut Store, asked: &PaperTextDraft, today: NaiveDate) -> Result<Changed<PaperView>> {
    let committed = store.transact(Op::PaperText, |tx| {
        let was: Option<CaseText> = if asked.id == 0 { None } else { Some(record(tx.connection(), asked.id)?) };
        let (case, key) = match &was {
            Some(was) => (was.committee_case_id, was.key.clone()),
            None => (asked.committee_case_id, asked.key.clone()),
        };
        not_handed_in(tx.connection(), case)?;
        let facts = CaseFacts::load(tx.connection(), case, today)?;
        if was.is_none() {
            let form = of_case(tx.connection(), &facts.case, None)?;
            if !form.parts.iter().any(|part| part.key == key && part.content.is_text()) {
                return Err(invalid("key", &key, PartContent::Body.word(Language::Da)));
            }
        }
        put(tx, &CaseText { id: asked.id, version: asked.version, ..text(&facts, key, &asked.prose, today)? })?;
        Ok(case)
    })?;
    after(store, committed, today)
}

pub fn accept(store: &mut Store, case: u32, only: Option<&str>, today: NaiveDate) -> Result<Changed<PaperView>> {
    let committed = store.transact(Op::PaperText, |tx| {
        not_handed_in(tx.connection(), case)?;
        let facts = CaseFacts::load(tx.connection(), case, today)?;
        let form = of_case(tx.connection(), &facts.case, None)?;
        let written: Vec<CaseText> = records(tx.connection(), "WHERE committee_case_id = ?1", [case])?;
        let is_asked = |part: &&PaperFormPart| only.is_none_or(|key| key == part.key);
        for part in form.parts.iter().filter(is_asked).filter(|part| part.content.is_text()) {
            let drafted = normal(&draft(part, &form.parts, &facts));
            if !drafted.is_empty() && written.iter().all(|text| text.key != part.key) {
                put(tx, &text(&facts, part.key.clone(), &drafted, today)?)?;
            }
        }
        if form.parts.iter().filter(is_asked).any(|part| part.content == PartContent::Recommendation) {
            accept_points(tx, case)?;
        }
        Ok(case)
    })?;
    after(store, committed, today)
}

fn accept_points(tx: &mut Tx<'_>, case: u32) -> Result<()> {
    for point in records::<CasePoint>(tx.connection(), "WHERE committee_case_id = ?1 AND drafted = 1 ORDER BY id", [case])? {
        put(tx, &CasePoint { drafted: false, ..point })?;
    }
    Ok(())
}

pub fn discard(store: &mut Store, id: u32, version: u32, today: NaiveDate) -> Result<Changed<PaperView>> {
    let committed = store.transact(Op::PaperText, |tx| {
        let case = record::<CaseText>(tx.connection(), id)?.committee_case_id;
        not_handed_in(tx.connection(), case)?;
        remove::<CaseText>(tx, id, version, &[])?;
        Ok(case)
    })?;
    after(store, committed, today)
}

/// A text as it is accepted on a day, with what its figures say.
pub(in crate::store) fn text(facts: &CaseFacts, key: String, prose: &[ProseBlock], today: NaiveDate) -> Result<CaseText> {
    let prose = normal(prose);
    Ok(CaseText {
        id: 0,
        version: 0,
        committee_case_id: facts.case.id,
        key,
        text: write(&prose),
        figures: to_json(&said(&prose, facts))?,
        accepted_on: today,
    })
}

/// The paper after a change.
pub(super) fn after(store: &Store, committed: Committed<u32>, today: NaiveDate) -> Result<Changed<PaperView>> {
    Ok(Changed { view: view::view(store, committed.value, today)?, changed: committed.changed })
}

/// What is kept beside a text or a copy.
pub(super) fn to_json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::new(ErrorCode::Unforeseen).because(error))
}
