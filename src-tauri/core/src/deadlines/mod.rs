//! Days to keep: what they are, which follow from rules, the plan backwards from a deadline, and what they say on a day. Pure rules.

mod codes;
mod lead_times;
mod records;

pub use codes::*;
pub use lead_times::usual_lead_times;
pub use records::*;
