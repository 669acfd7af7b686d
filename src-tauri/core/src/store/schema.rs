//! The tables this version of the program knows.

use crate::store::migrate::MIGRATIONS;

/// A table a person edits: it has `id` and `version`, and a column that names its records.
#[derive(Clone, Copy, Debug)]
pub struct Editable {
    /// Table.
    pub table: &'static str,
    /// The column a person knows a record by: an initiative's number, a municipality's name. Where it is the id of another record it
    /// has that one's name.
    pub label: &'static str,
}

/// The steps that lead to the tables, and which of them are edited row by row.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// SQL, in order; a file's version is the number of steps it has had.
    pub migrations: &'static [&'static str],
    /// The tables [`Tx`](crate::store::Tx) may write.
    pub editable: &'static [Editable],
}

/// What this version of the program reads and writes.
pub const SCHEMA: Schema = Schema { migrations: MIGRATIONS, editable: EDITABLE };

/// In the order of the migrations.
const EDITABLE: &[Editable] = &[
    Editable { table: "initiative", label: "number" },
    Editable { table: "municipality", label: "name" },
    Editable { table: "population", label: "date" },
    Editable { table: "price_index", label: "year" },
    Editable { table: "saved_view", label: "name" },
    Editable { table: "department", label: "name" },
    Editable { table: "committee", label: "name" },
    Editable { table: "person", label: "name" },
    Editable { table: "office_rules", label: "municipality_id" },
    Editable { table: "pool", label: "title_da" },
    Editable { table: "call", label: "title" },
    Editable { table: "call_deadline", label: "call_id" },
    Editable { table: "assessment", label: "pool_id" },
    Editable { table: "final_choice", label: "pool_id" },
    Editable { table: "application", label: "title" },
    Editable { table: "application_committee", label: "committee_id" },
    Editable { table: "application_partner", label: "name" },
    Editable { table: "application_step", label: "application_id" },
    Editable { table: "application_condition", label: "text" },
    Editable { table: "application_target", label: "title" },
    Editable { table: "application_activity", label: "title" },
    Editable { table: "application_milestone", label: "title" },
    Editable { table: "application_task", label: "title" },
    Editable { table: "application_note", label: "written_on" },
    Editable { table: "appropriation", label: "application_id" },
    Editable { table: "appropriation_year", label: "year" },
    Editable { table: "document", label: "name" },
    Editable { table: "checklist_item", label: "title" },
    Editable { table: "committee_case", label: "title" },
    Editable { table: "case_reading", label: "committee_id" },
    Editable { table: "case_point", label: "text" },
    Editable { table: "case_point_subject", label: "case_point_id" },
    Editable { table: "case_decision", label: "case_point_id" },
    Editable { table: "case_follow_up", label: "text" },
    Editable { table: "discrepancy", label: "subject" },
    Editable { table: "wage_estimate", label: "year" },
    Editable { table: "budget", label: "application_id" },
    Editable { table: "budget_line", label: "text" },
    Editable { table: "budget_cell", label: "budget_line_id" },
    Editable { table: "terms", label: "title" },
    Editable { table: "terms_rule", label: "rule" },
    Editable { table: "instalment", label: "title" },
    Editable { table: "account", label: "title" },
    Editable { table: "repayment", label: "reason" },
    Editable { table: "carry_over", label: "application_id" },
    Editable { table: "spending", label: "text" },
    Editable { table: "spending_forecast", label: "budget_line_id" },
    Editable { table: "effect", label: "text" },
    Editable { table: "effect_year", label: "effect_id" },
    Editable { table: "meeting", label: "held_on" },
    Editable { table: "closing_day", label: "title" },
    Editable { table: "lead_time", label: "step" },
    Editable { table: "deadline", label: "kind" },
    Editable { table: "date_rule", label: "kind" },
    Editable { table: "deadline_mark", label: "kind" },
    Editable { table: "plan", label: "application_id" },
    Editable { table: "planned_case", label: "title" },
    Editable { table: "paper_form", label: "name" },
    Editable { table: "paper_form_part", label: "heading" },
    Editable { table: "case_text", label: "key" },
    Editable { table: "case_appendix", label: "title" },
    Editable { table: "case_appendix_pool", label: "pool_id" },
    Editable { table: "paper_copy", label: "committee_case_id" },
];

impl Schema {
    /// The version of a file that has had every step.
    pub(super) const fn version(&self) -> i64 {
        self.migrations.len() as i64
    }
}
