//! The figures of an agreement as the file has them, to prove them again.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::catalogue::{Figures, Line, TOTAL, periods};
use crate::error::Result;
use crate::store::catalogue::agreements::agreement;
use crate::store::catalogue::financing::{appropriation_periods, differences, financing};
use crate::store::catalogue::register::register;

/// Everything [`reconcile`](crate::catalogue::reconcile) proves, of one agreement or the newest.
pub fn figures(conn: &Connection, agreement_id: Option<u32>) -> Result<Figures> {
    let (_, has_permanent) = agreement(conn, agreement_id)?;
    // The day matters only to calls, which have no part in the proof.
    let view = register(conn, agreement_id, None, NaiveDate::MIN, None)?;
    let tables = financing(conn, Some(view.agreement.id))?;
    let areas: HashMap<u32, usize> = view.areas.iter().enumerate().map(|(index, area)| (area.id, index)).collect();
    let themes: HashMap<u32, usize> = view.themes.iter().enumerate().map(|(index, theme)| (theme.id, index)).collect();
    let total = |amounts| Line { name: TOTAL.to_owned(), amounts, ..Line::default() };
    Ok(Figures {
        periods: periods(view.agreement.first_year, view.agreement.last_year, has_permanent),
        areas: (view.areas.into_iter()).map(|area| Line { name: area.title, amounts: area.stated, ..Line::default() }).collect(),
        themes: (view.themes.into_iter())
            .map(|theme| Line { name: theme.title.da, area: areas[&theme.area_id], amounts: theme.stated, ..Line::default() })
            .collect(),
        initiatives: (view.initiatives.into_iter())
            .map(|row| Line {
                place: String::new(),
                name: format!("{} {}", row.number, row.title.da),
                area: areas[&row.area_id],
                theme: row.theme_id.map(|theme| themes[&theme]),
                amounts: row.amounts,
            })
            .collect(),
        total: Some(total(view.stated)),
        appropriation_periods: appropriation_periods(conn, view.agreement.id)?,
        appropriations_total: (!tables.appropriations.is_empty()).then(|| total(tables.appropriations_stated)),
        appropriations: (tables.appropriations.into_iter())
            .map(|row| Line { name: format!("{} {}", row.number, row.title), amounts: row.amounts, ..Line::default() })
            .collect(),
        savings_total: tables.savings_stated.map(|stated| total(vec![Some(stated)])),
        savings: (tables.savings.into_iter())
            .map(|row| Line { name: format!("{} {}", row.number, row.title), amounts: vec![row.amount], ..Line::default() })
            .collect(),
        differences: differences(conn, view.agreement.id)?,
    })
}
