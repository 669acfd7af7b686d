//! Days to keep: what they are, which follow from rules, the plan backwards from a deadline, and what they say on a day. Pure rules.

mod back_plan;
mod codes;
mod coming;
mod flags;
mod lead_times;
pub mod list;
mod meeting_days;
mod message;
mod narrow;
mod outcome;
mod records;
mod rule_text;
mod rules;

pub use back_plan::*;
pub use codes::*;
pub use coming::{Place, Placed, agenda_reason, place_reason, place_remarks, placed, plan_reason, typed_reason};
pub use lead_times::usual_lead_times;
pub use meeting_days::{PaperRule, YEARS, agenda_meeting, meeting_remarks, oddities, paper_by, paper_due, paper_rule};
pub use message::{Message, message};
pub use narrow::Narrow;
pub use outcome::*;
pub use records::*;
pub use rule_text::When;
pub use rules::{days_of_year, ruled_days};
