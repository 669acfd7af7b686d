//! From views and reports to papers and sheets. Knows no window, and no data file but where a paper is gathered from one.

mod budget;
mod columns;
mod csv;
mod docx;
mod file;
#[cfg(test)]
mod fixture;
mod ics;
mod json;
mod measure;
mod paper;
mod pdf;
mod said;
mod xlsx;

pub use budget::{budget_csv, budget_xlsx};
pub use docx::try_template;
pub use file::let_go;
pub use ics::{CalendarMaking, calendar, write_calendar};
pub use paper::{Gathered, Made, Template, Watch, gather, make, place};
