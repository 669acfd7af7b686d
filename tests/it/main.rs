//! Tests against real files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking, in its helpers too")]

mod awarded;
mod desk;
mod every_save;
mod filled;
mod grants;
mod outline;
#[cfg(target_os = "linux")]
mod readers;
#[cfg(target_os = "linux")]
mod reports;
mod sheet;

mod application_parts;
mod applications;
mod award_money;
mod backup;
mod bad_input;
mod begun;
mod budget_export;
mod budget_import;
#[cfg(target_os = "linux")]
mod budget_reckoned;
mod budget_versions;
mod budgets;
mod calendar_file;
mod cases;
mod cli;
mod coming;
mod correct;
mod date_rules;
mod deadline_marks;
mod deadlines;
mod documents;
#[cfg(target_os = "linux")]
mod docx;
mod effects;
mod example;
mod example_papers;
mod export_files;
mod exposure;
mod hardship;
mod holidays;
mod intake;
mod killed;
mod large_budget;
mod lock;
mod meetings;
mod meetings_import;
mod migrate;
mod mutation;
mod office;
mod open;
mod overview;
mod paper_committee;
mod paper_forms;
mod paper_handed_in;
mod paper_layout;
mod paper_parts;
mod paper_reports;
mod paper_whole;
mod paper_workbooks;
mod papers;
#[cfg(target_os = "linux")]
mod pdf;
mod plans;
mod random;
mod register;
#[cfg(target_os = "linux")]
mod report_json;
mod spending;
mod standing;
mod terms;
mod tidy;
mod transact;
mod undo;
