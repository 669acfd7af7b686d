//! What the documentation of the command line names.

use std::path::PathBuf;

#[test]
fn every_code_a_script_can_meet_is_documented() {
    use tilsagn_core::budgets::{BudgetKind, FindingState, Method, OwnForm, Period as BudgetPeriod, Source, Vat};
    use tilsagn_core::deadlines::{Chain, DeadlineKind, DeadlineOrigin, Flag, PlanState, PlanStep, PlannedKind, Way};
    use tilsagn_core::{applications::*, catalogue::*, committee::*, pools::*, views::AttentionKind};
    let text = std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/command-line.md")).unwrap();
    let mut missing = Vec::new();
    macro_rules! check {
        ($($code:ident),+) => {$(missing.extend($code::ALL.iter().map(|it| it.code()).filter(|code| !text.contains(&format!("`{code}`"))));)+};
    }
    check!(
        Stage,
        ApprovalState,
        AppropriationState,
        CanApply,
        CallState,
        PoolStatus,
        Stance,
        StanceReason,
        Outcome,
        Choice,
        AttentionKind,
        BudgetKind,
        BudgetPeriod,
        Vat,
        Source,
        OwnForm,
        Method,
        FindingState,
        DeadlineKind,
        DeadlineOrigin,
        Flag,
        PlanStep,
        Chain,
        PlanState,
        Way,
        PlannedKind
    );
    assert_eq!(missing, Vec::<&str>::new());
}
