//! The commands and their types as the screen sees them, generated from the Rust ones.

use tauri_specta::{Builder, collect_commands};

use crate::commands::{
    agreement, application, budget, committee_case, deadline, document, exposure, file, history, initiative, intake, meeting,
    money, office, overview, paper, plan, pool, preferences, reference, saved_view, terms, watch, window,
};

/// Every command the screen may call.
pub fn builder() -> Builder<tauri::Wry> {
    Builder::new().disable_serde_phases().commands(collect_commands![
        window::session_start,
        window::municipality_choose,
        window::amount_read,
        window::weekday_check,
        window::window_painted,
        window::source_open,
        file::file_open,
        file::file_pick,
        file::example_open,
        file::file_back_up,
        file::file_backups,
        file::file_restore,
        file::file_check,
        preferences::preferences_save,
        agreement::register,
        agreement::pools,
        agreement::financing,
        initiative::initiative,
        initiative::initiative_correct,
        office::office,
        office::office_save,
        office::office_delete,
        pool::pool_standing,
        pool::assessment_save,
        pool::choice_save,
        pool::own_pool_save,
        pool::own_pool_delete,
        pool::own_call_save,
        pool::own_call_delete,
        committee_case::cases,
        committee_case::committee_case,
        committee_case::case_create,
        committee_case::case_save,
        committee_case::case_delete,
        committee_case::case_part_save,
        committee_case::case_part_delete,
        committee_case::case_decide,
        application::applications,
        application::application,
        application::application_create,
        application::application_save,
        application::application_quick_save,
        application::application_delete,
        application::application_advance,
        application::application_step_back,
        application::application_part_save,
        application::application_part_delete,
        budget::budget,
        budget::budget_create,
        budget::budget_save,
        budget::budget_freeze,
        budget::budget_delete,
        budget::budget_edit,
        budget::budget_line_add,
        budget::budget_line_save,
        budget::budget_lines_delete,
        budget::budget_line_move,
        budget::budget_project,
        budget::budget_compare,
        budget::what_if,
        budget::budget_import_preview,
        budget::budget_import,
        terms::terms,
        terms::terms_save,
        terms::terms_rule_save,
        terms::terms_rule_delete,
        money::money,
        money::money_part_save,
        money::money_part_delete,
        money::spending_import_preview,
        money::spending_import,
        money::effect,
        money::effect_part_save,
        money::effect_part_delete,
        exposure::exposure,
        exposure::exposure_rows,
        deadline::deadlines,
        deadline::deadline_save,
        deadline::deadline_delete,
        deadline::deadline_mark_save,
        deadline::date_rule_save,
        deadline::date_rule_delete,
        plan::plan,
        plan::plan_save,
        plan::plan_choose_way,
        meeting::meetings,
        meeting::meeting_save,
        meeting::meeting_delete,
        meeting::meetings_pick,
        meeting::meetings_preview,
        meeting::meetings_import,
        meeting::coming,
        meeting::planned_case_save,
        meeting::planned_case_delete,
        watch::watch_state,
        watch::watch_run,
        watch::calendar_pick,
        watch::calendar_write,
        watch::calendar_forget,
        document::document_pick,
        document::document_add,
        document::document_export,
        document::document_open,
        document::document_redact,
        document::document_remove_content,
        paper::paper,
        paper::paper_text_save,
        paper::paper_accept,
        paper::paper_text_discard,
        paper::paper_appendix_save,
        paper::paper_appendix_delete,
        paper::paper_hand_in,
        paper::paper_take_back,
        paper::paper_forms,
        paper::paper_form_save,
        paper::paper_form_delete,
        paper::paper_form_choose,
        paper::paper_template_pick,
        paper::paper_form_template,
        paper::paper_preview,
        paper::paper_pick,
        paper::paper_write,
        paper::paper_progress,
        paper::paper_stop,
        paper::paper_open,
        paper::paper_show,
        overview::overview,
        intake::intake_pick,
        intake::intake_preview,
        intake::intake_run,
        reference::reference,
        reference::municipality_save,
        reference::population_save,
        reference::population_delete,
        reference::price_index_save,
        saved_view::saved_views,
        saved_view::saved_view_save,
        saved_view::saved_view_delete,
        history::history,
        history::undo,
        history::redo,
    ])
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::path::{Path, PathBuf};

    use tilsagn_core::words;

    use super::builder;

    /// Holds a committed file against what it should be; with TILSAGN_BLESS set, writes it anew.
    fn fresh(name: &str, text: &str) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ipc").join(name);
        if std::env::var_os("TILSAGN_BLESS").is_some() {
            std::fs::write(&path, text).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == text, "ui/src/ipc/{name} is not what the program offers now; run `cargo xtask bindings`");
    }

    #[test]
    fn bindings_are_fresh() {
        let folder = tempfile::tempdir().unwrap();
        let path: PathBuf = folder.path().join("bindings.ts");
        builder().export(specta_typescript::Typescript::default(), &path).unwrap();
        fresh("bindings.ts", &std::fs::read_to_string(&path).unwrap());
    }

    #[test]
    fn words_are_fresh() {
        let mut text = String::from(
            "// Generated from the core. Do not edit: `cargo xtask bindings` writes it anew.\n\n\
             /** `group.code` to its words: Danish, English. */\n\
             export const words: Readonly<Record<string, readonly [da: string, en: string]>> = {\n",
        );
        for (key, (da, en)) in words::all() {
            let quoted = |word: &str| serde_json::to_string(word).unwrap();
            writeln!(text, "  {}: [{}, {}],", quoted(key), quoted(da), quoted(en)).unwrap();
        }
        text.push_str("};\n");
        fresh("words.ts", &text);
    }
}
