//! What the screen may ask: one file per noun, each command unpacks, calls the core and returns.

pub mod agreement;
pub mod application;
pub mod budget;
pub mod committee_case;
pub mod deadline;
pub mod document;
pub mod exposure;
pub mod file;
pub mod history;
pub mod initiative;
pub mod intake;
pub mod meeting;
pub mod money;
pub mod office;
pub mod overview;
pub mod paper;
pub mod plan;
pub mod pool;
pub mod preferences;
pub mod reference;
pub mod saved_view;
pub mod terms;
pub mod watch;
pub mod window;
