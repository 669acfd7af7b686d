//! What they do with budgets.

use std::collections::BTreeMap;
use std::path::Path;

use tilsagn_core::Error;
use tilsagn_core::budgets::*;
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::views::*;

use super::deed::{Deed, Office, pick};
use super::{TODAY, reader};
use crate::register::day;

impl Office {
    pub fn of_budgets(&mut self, deed: Deed) -> Result<(), Error> {
        let today = day(TODAY);
        let (number, how) = match deed {
            Deed::Budget(number, how) | Deed::TypeIn(number, how) | Deed::Lines(number, how) | Deed::Freeze(number, how) => {
                (number, how)
            }
            _ => return Ok(()),
        };
        let Some(view) = self.budget(number) else { return Ok(()) };
        let application_id = view.application.id;
        let Some(sheet) = view.sheet.clone().filter(|_| !matches!(deed, Deed::Budget(_, 0 | 1))) else {
            let copy_of = pick(&view.versions, how).map(|version| version.budget.id).filter(|_| how == 1);
            let kind = BudgetKind::ALL[view.versions.len().min(2)];
            let draft = BudgetDraft { application_id, kind, copy_of, first_year: None, last_year: None };
            return self.store.budget_create(&draft, today).map(drop);
        };
        let budget = sheet.budget.clone();
        let line = pick(&sheet.lines, how).map(|line| line.line);
        match (deed, line) {
            (Deed::Budget(_, 2), _) => {
                let period = Period::ALL[(Period::ALL.iter().position(|it| *it == budget.period).unwrap() + 1) % 3];
                self.store.budget_save(&Budget { period, ..budget }, today).map(drop)
            }
            (Deed::Budget(_, 3), _) => {
                self.store.budget_save(&Budget { last_year: budget.last_year + 1, ..budget }, today).map(drop)
            }
            (Deed::Budget(..), _) => self.store.budget_delete(budget.id, budget.version, today).map(drop),
            (Deed::TypeIn(..), line) => {
                let line_id = line.map(|line| line.id).filter(|_| how > 1);
                let period = u32::from(budget.period != Period::Year);
                let typed = |field, text: String| CellEdit { line_id, new_line: 0, field, year: budget.first_year, period, text };
                let mut edits = vec![typed(LineField::Text, format!("Linje {number}"))];
                match how % 3 {
                    0 => edits.push(typed(LineField::Amount, format!("-{number}.000,5{how}"))),
                    1 => edits.push(typed(LineField::Method, "timer".to_owned())),
                    _ => edits.push(typed(LineField::Amount, String::new())),
                }
                let edit = BudgetEdit { budget_id: budget.id, side: Side::ALL[usize::from(how) % 2], edits };
                self.store.budget_edit(&edit).map(drop)
            }
            (Deed::Lines(..), None) | (Deed::Lines(_, 0), _) => {
                let (after_id, source) = (None, Some(Source::Own));
                let draft = LineDraft { budget_id: budget.id, side: Side::Financing, after_id, source, own_form: None };
                self.store.budget_line_add(&draft).map(drop)
            }
            (Deed::Lines(_, 1 | 2), Some(line)) => self.store.budget_line_move(line.id, i32::from(how) * 2 - 3).map(drop),
            (Deed::Lines(_, 3), Some(line)) => {
                self.store.budget_line_save(&BudgetLine { note: format!("Note {number}"), ..line }).map(drop)
            }
            (Deed::Lines(..), Some(line)) => self.store.budget_lines_delete(budget.id, &[line.id]).map(drop),
            _ => {
                let in_force_on = Some(PartialDate::Day(today)).filter(|_| how % 2 == 0);
                let (id, version, letter) = (budget.id, budget.version, "Tilskudsbrev".to_owned());
                let freeze = BudgetFreeze { id, version, in_force_on, letter, document_id: None, indexed: false };
                self.store.budget_freeze(&freeze, today).map(drop)
            }
        }
    }

    /// The budget of an application, its newest version or an earlier one.
    fn budget(&self, number: u8) -> Option<BudgetView> {
        let application = self.application(number)?.application.id;
        let view = self.store.budget(application, None, day(TODAY)).unwrap();
        match pick(&view.versions, number) {
            Some(earlier) if number > 3 => Some(self.store.budget(application, Some(earlier.budget.id), day(TODAY)).unwrap()),
            _ => Some(view),
        }
    }
}

/// Every version that has taken effect, with all that must stay as it was.
pub fn frozen(path: &Path) -> BTreeMap<i64, String> {
    let connection = reader(path);
    let sql = "SELECT id, json_array(kind, first_year, last_year, period, vat, financing_vat, in_force_on, letter, indexed,
                   (SELECT json_group_array(json_array(id, version, number, position, text, method, note)) FROM budget_line
                    WHERE budget_id = budget.id),
                   (SELECT json_group_array(json_array(budget_cell.id, year, period, quantity_e4, rate_e4, amount_oere))
                    FROM budget_cell JOIN budget_line ON budget_line.id = budget_line_id WHERE budget_id = budget.id))
               FROM budget WHERE in_force = 1";
    let mut statement = connection.prepare(sql).unwrap();
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    found.collect::<Result<_, _>>().unwrap()
}
