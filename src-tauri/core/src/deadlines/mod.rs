//! Days to keep: what they are, which follow from rules, the plan backwards from a deadline, and what they say on a day. Pure rules.

mod codes;
mod lead_times;
mod meeting_days;
mod outcome;
mod records;
mod rules;

pub use codes::*;
pub use lead_times::usual_lead_times;
pub use meeting_days::{YEARS, agenda_meeting, meeting_remarks, paper_due};
pub use outcome::*;
pub use records::*;
pub use rules::ruled_days;
