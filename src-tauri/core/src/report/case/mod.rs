//! The paper of a committee's case: what is known of it, the figures and tables its texts can hold, what can be drafted, and the whole
//! of it as a report. Pure: everything is reckoned from [`CaseFacts`].

mod build;
mod draft;
mod economy;
mod effects;
mod facts;
mod figures;
mod grid;
mod live;
mod missing;
mod money;
mod patterns;
mod points;
mod rounding;
mod said;
mod say;
#[cfg(test)]
mod test_economy;
#[cfg(test)]
mod test_facts;
#[cfg(test)]
mod tests;

pub use build::{case_report, resolve};
pub use draft::draft;
pub use facts::{
    AgreementFacts, AppendixFacts, ApplicationFacts, BudgetFacts, CaseFacts, EffectFacts, LineFacts, PlanFacts, PoolFacts,
    PoolTable,
};
pub use figures::figures;
pub use live::{live, lives};
pub use missing::missing;
pub use points::has_drafted_points;
pub use said::{changes, said, said_in, said_now, said_then};
