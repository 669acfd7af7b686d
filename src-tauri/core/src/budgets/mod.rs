//! Budgets: what an application costs, who pays, which rules hold, and what becomes of it. Pure rules.

mod codes;
mod finding;
mod records;
mod terms;

pub use codes::*;
pub use finding::{Finding, FindingFacts};
pub use records::*;
pub use terms::{Category, Preset, Rule, RuleOrigin, RuleSource, categories, preset, presets};
