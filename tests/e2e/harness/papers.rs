//! A data file with a case to write a paper of.

use super::home::worded;
use super::{Done, Home};
use chrono::{Days, Local};
use std::path::PathBuf;
use tilsagn_core::Money;
use tilsagn_core::catalogue::CanApply;
use tilsagn_core::committee::CaseKind;
use tilsagn_core::committee::prose::{Inline, ProseBlock};
use tilsagn_core::views::{CaseDraft, OwnPoolDraft, PaperTextDraft};

/// The pool of its own the case is about; 2 mio. kr. are set aside for it.
pub const POOL: &str = "Børn i bevægelse";
/// The case.
pub const CASE: &str = "Puljer, der kan søges i foråret";

impl Home {
    /// A new data file in which Lyngby-Taarbæk has a committee, BIU, that meets in two months, a pool of its own of 2 mio. kr. and an
    /// application to it.
    pub fn with_pool(&self) -> Done<PathBuf> {
        let today = Local::now().date_naive();
        let file = self.with_meetings(&[today + Days::new(60)], POOL, "Aktive børn i Lyngby")?;
        let mut store = self.open(&file)?;
        let pools = store.pools(None, today, None).map_err(worded)?.pools;
        let own = pools.iter().find(|pool| pool.title.da == POOL).ok_or("the pool is gone")?;
        let draft = OwnPoolDraft {
            id: own.id,
            version: own.version,
            initiative_id: None,
            title: POOL.to_owned(),
            authority: "Den Private Fond".to_owned(),
            amount: Some(Money::from_oere(200_000_000)),
            applicants: String::new(),
            can_apply: CanApply::Yes,
            note: String::new(),
        };
        store.own_pool_save(&draft, today).map_err(worded)?;
        Ok(file)
    }

    /// The same with a case about that pool and the first of initiative 91, all of whose drafts are accepted; its summary names what
    /// is set aside for the pool.
    pub fn with_case(&self) -> Done<PathBuf> {
        let file = self.with_pool()?;
        let today = Local::now().date_naive();
        let mut store = self.open(&file)?;
        let lyngby = store.municipality_named("Lyngby-Taarbæk").map_err(worded)?.id;
        let office = store.office(lyngby).map_err(worded)?;
        let pools = store.pools(None, today, None).map_err(worded)?.pools;
        let own = pools.iter().find(|pool| pool.title.da == POOL).ok_or("the pool is gone")?.id;
        let other = pools.iter().find(|pool| pool.key == "91-a").ok_or("initiative 91 has no pool")?.id;
        let draft = CaseDraft {
            title: CASE.to_owned(),
            kind: CaseKind::Decision,
            case_number: "19/1234".to_owned(),
            committee_id: office.committees.first().map(|committee| committee.id),
            meeting_date: Some(today + Days::new(60)),
            item_number: "4".to_owned(),
            pools: vec![own, other],
            applications: Vec::new(),
            condition: String::new(),
        };
        let case = store.case_create(&draft, lyngby, today).map_err(worded)?.view.committee_case.id;
        // The journeys append what they look at themselves.
        for begun in store.paper(case, today).map_err(worded)?.appendices {
            store.paper_appendix_delete(begun.draft.id, begun.draft.version, today).map_err(worded)?;
        }
        let paper = store.paper(case, today).map_err(worded)?;
        let of_pool = format!("pool.{own}.");
        let mut figures = paper.figures.iter();
        let figure = figures.find(|one| one.code.starts_with(&of_pool)).ok_or("the paper has no figure of the pool")?;
        let text = Inline::Text { text: "Til Børn i bevægelse er der afsat ".to_owned(), bold: false, italic: false };
        let content = vec![text, Inline::Figure { code: figure.code.clone() }];
        let prose = vec![ProseBlock::Paragraph { content }];
        let part = paper.parts.first().ok_or("the paper has no parts")?;
        let draft = PaperTextDraft { committee_case_id: case, key: part.key.clone(), id: 0, version: 0, prose };
        store.paper_text_save(&draft, today).map_err(worded)?;
        store.paper_accept(case, None, today).map_err(worded)?;
        Ok(file)
    }
}
