//! Meetings in a sheet: columns known by their headings, or a date somewhere in each row.

use std::path::Path;

use chrono::NaiveDate;

use crate::calendar::weekday_mismatch;
use crate::error::Result;
use crate::fold::fold;
use crate::import::intake::cells::day;
use crate::import::meetings::{Found, MOST, ReadMeeting, line, shown, too_long, unclear};
use crate::import::sheet::{Cell, read_grid};

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Date,
    Time,
    PaperDue,
    AgendaMeeting,
    Note,
}

/// What the columns are called. The first whose word the heading begins with.
const NAMES: [(&str, Column); 16] = [
    ("dato", Column::Date),
    ("mødedato", Column::Date),
    ("mødedag", Column::Date),
    ("date", Column::Date),
    ("tid", Column::Time),
    ("klokken", Column::Time),
    ("kl", Column::Time),
    ("start", Column::Time),
    ("time", Column::Time),
    ("dagsordensfrist", Column::PaperDue),
    ("frist", Column::PaperDue),
    ("aflever", Column::PaperDue),
    ("deadline", Column::PaperDue),
    ("dagsordensmøde", Column::AgendaMeeting),
    ("formøde", Column::AgendaMeeting),
    ("bemærk", Column::Note),
];

/// Reads a meeting in each row under the headings. A sheet with no heading of a date is read as lines.
pub fn rows(path: &Path) -> Result<Vec<Found>> {
    let rows = read_grid(path, None, |rows| !rows.is_empty())?.rows;
    let columns = rows.first().map(|(_, cells)| cells.iter().map(column).collect::<Vec<_>>()).unwrap_or_default();
    let headed = columns.contains(&Some(Column::Date));
    let rows = &rows[usize::from(headed)..];
    if rows.len() > MOST {
        return Err(too_long(path));
    }
    let read = |(number, cells): &(u32, Vec<Cell>)| {
        let shown_cells: Vec<String> = cells.iter().map(Cell::shown).filter(|cell| !cell.is_empty()).collect();
        let text = shown_cells.join("; ");
        if !headed {
            return line::row(*number, &text, None);
        }
        let remarks = weekday_mismatch(&text).map(|mismatch| mismatch.text()).into_iter().collect();
        let meeting = meeting(&columns, cells, &text).ok_or_else(|| unclear(&text));
        Found { line: *number, found: shown(&text), meeting, remarks }
    };
    Ok(rows.iter().map(read).collect())
}

fn column(heading: &Cell) -> Option<Column> {
    let [heading, _] = fold(&heading.shown());
    NAMES.iter().find(|(name, _)| heading.starts_with(&fold(name)[0])).map(|(_, column)| *column)
}

fn meeting(columns: &[Option<Column>], cells: &[Cell], text: &str) -> Option<ReadMeeting> {
    let of = |wanted: Column| {
        let mut found = columns.iter().zip(cells).filter(move |(column, _)| **column == Some(wanted)).map(|(_, cell)| cell);
        found.find(|cell| **cell != Cell::Empty)
    };
    // An empty cell states nothing; one that cannot be read makes the row unclear.
    let stated = |column| match of(column) {
        Some(cell) => date(cell).map(|(day, _)| Some(day)),
        None => Some(None),
    };
    let (held_on, own_time) = date(of(Column::Date)?)?;
    let mut meeting = ReadMeeting::on(held_on);
    meeting.held_time = match of(Column::Time) {
        Some(cell) => Some(line::time(&cell.shown())?),
        None => own_time,
    };
    meeting.paper_due_on = stated(Column::PaperDue)?;
    meeting.agenda_meeting_on = stated(Column::AgendaMeeting)?;
    meeting.note = of(Column::Note).map(Cell::shown).unwrap_or_default();
    Some(meeting.described(text))
}

/// A day with its time. A weekday that does not fit is pointed out elsewhere, and does not make it unclear.
fn date(cell: &Cell) -> Option<(NaiveDate, Option<String>)> {
    day(cell).ok().or_else(|| line::dated(&cell.shown()))
}
