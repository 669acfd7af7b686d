//! Budgets: what an application costs, who pays, which rules hold, and what becomes of it. Pure rules.

mod codes;
mod finding;
mod findings;
mod records;
mod terms;

pub use codes::*;
pub use finding::{Finding, FindingFacts};
pub use findings::{FindingInput, LineFigures, LineYear, PromisedHours, Stated, change_findings, findings};
pub use records::*;
pub use terms::{Category, Preset, Rule, RuleOrigin, RuleSource, categories, category_list, preset, presets, rule};
