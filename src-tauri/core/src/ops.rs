//! What can be done to the data file: the kinds of operation. Their words stand under `operation.<kind>`.

use crate::words::coded;

coded! {
    /// A kind of operation, as history shows it.
    pub enum Op("operation") {
        /// An agreement was read in.
        AgreementImport = "agreement.import",
        /// Reference data was read in.
        ReferenceImport = "reference.import",
        /// A person corrected the reading of an initiative.
        InitiativeCorrect = "initiative.correct",
        /// A municipality's name, code or region was corrected.
        MunicipalityCorrect = "municipality.correct",
        /// A population figure was entered or corrected.
        PopulationSet = "population.set",
        /// A population figure was removed.
        PopulationDelete = "population.delete",
        /// A year of the price index was entered or corrected.
        PriceIndexSet = "price_index.set",
        /// A view was saved.
        ViewSave = "view.save",
        /// A saved view was removed.
        ViewDelete = "view.delete",
        /// A department, committee, person or rule was entered or corrected.
        OfficeSave = "office.save",
        /// A department, committee or person was removed.
        OfficeDelete = "office.delete",
        /// A pool of one's own was entered or corrected.
        PoolSave = "pool.save",
        /// A pool of one's own was removed.
        PoolDelete = "pool.delete",
        /// A call was entered or corrected.
        CallSave = "call.save",
        /// A call was removed.
        CallDelete = "call.delete",
        /// A pool was assessed.
        AssessmentSave = "assessment.save",
        /// The final choice was recorded.
        ChoiceSave = "choice.save",
        /// A committee case was begun.
        CaseCreate = "case.create",
        /// A committee case was changed.
        CaseSave = "case.save",
        /// A committee case was removed.
        CaseDelete = "case.delete",
        /// A committee's decisions were recorded.
        CaseDecide = "case.decide",
        /// A follow-up was changed.
        CaseFollowUp = "case.follow_up",
        /// An application was begun.
        ApplicationCreate = "application.create",
        /// An application was changed.
        ApplicationSave = "application.save",
        /// An application was removed.
        ApplicationDelete = "application.delete",
        /// An application was moved to another stage.
        ApplicationAdvance = "application.advance",
        /// A step was taken back.
        ApplicationStepBack = "application.step_back",
        /// The day, reason or filing of a step was corrected.
        ApplicationStep = "application.step",
        /// The committees of an application were changed.
        ApplicationCommittee = "application.committee",
        /// Its partners were changed.
        ApplicationPartner = "application.partner",
        /// The conditions of its grant were changed.
        ApplicationCondition = "application.condition",
        /// Its targets were changed.
        ApplicationTarget = "application.target",
        /// Its activities were changed.
        ApplicationActivity = "application.activity",
        /// Its milestones were changed.
        ApplicationMilestone = "application.milestone",
        /// Its tasks were changed.
        ApplicationTask = "application.task",
        /// Its notes were changed.
        ApplicationNote = "application.note",
        /// Its appropriation was changed.
        ApplicationAppropriation = "application.appropriation",
        /// Its checklist was changed.
        ApplicationChecklist = "application.checklist",
        /// A difference between sources was changed.
        DiscrepancySave = "discrepancy.save",
        /// A document was added.
        DocumentAdd = "document.add",
        /// What is known of a document was changed.
        DocumentSave = "document.save",
        /// A document was replaced by its redacted version.
        DocumentRedact = "document.redact",
        /// A document's content was removed.
        DocumentRemoveContent = "document.remove_content",
        /// A version of a budget was begun.
        BudgetCreate = "budget.create",
        /// A version of a budget was changed: its years, basis, letter or notes.
        BudgetSave = "budget.save",
        /// A version of a budget took effect.
        BudgetFreeze = "budget.freeze",
        /// A draft of a budget was removed.
        BudgetDelete = "budget.delete",
        /// Something was typed, pasted or filled in a budget.
        BudgetEdit = "budget.edit",
        /// Lines of a budget were added, changed, moved or removed.
        BudgetLine = "budget.line",
        /// Wages of later years were projected.
        BudgetProject = "budget.project",
        /// A budget was read from a sheet.
        BudgetImport = "budget.import",
        /// A rule of a pool or an application was changed.
        TermsSave = "terms.save",
        /// A wage estimate was changed.
        WageEstimateSave = "wage_estimate.save",
        /// An instalment was changed.
        MoneyInstalment = "money.instalment",
        /// An account was changed.
        MoneyAccount = "money.account",
        /// A repayment was changed.
        MoneyRepayment = "money.repayment",
        /// Money was moved between years.
        MoneyCarryOver = "money.carry_over",
        /// Spending was changed.
        MoneySpending = "money.spending",
        /// A forecast was changed.
        MoneyForecast = "money.forecast",
        /// Spending was read from a sheet.
        MoneyImport = "money.import",
        /// An expected effect was changed.
        EffectSave = "effect.save",
        /// Meetings were entered, changed or removed.
        MeetingSave = "meeting.save",
        /// Meetings were read in.
        MeetingImport = "meeting.import",
        /// A closing day or recess was changed.
        ClosingDaySave = "closing_day.save",
        /// A lead time was changed.
        LeadTimeSave = "lead_time.save",
        /// A day to keep was changed.
        DeadlineSave = "deadline.save",
        /// A day was moved, done, put aside, or waits on someone.
        DeadlineMark = "deadline.mark",
        /// A rule that days follow from was changed.
        DateRuleSave = "date_rule.save",
        /// A back-plan was changed.
        PlanSave = "plan.save",
        /// A planned case was changed.
        PlannedCaseSave = "planned_case.save",
        /// A text of a paper was written, accepted or given back to the draft.
        PaperText = "paper.text",
        /// The appendices of a paper were changed.
        PaperAppendix = "paper.appendix",
        /// A paper was handed in.
        PaperHandIn = "paper.hand_in",
        /// A paper that was handed in was taken back.
        PaperTakeBack = "paper.take_back",
        /// A form of papers was entered, changed or removed.
        PaperFormSave = "paper_form.save",
        /// A sheet was read in.
        IntakeRun = "intake.run",
        /// The example was written.
        ExampleCreate = "example.create",
        /// An operation was undone.
        Undo = "operation.undo",
        /// An undone operation was done again.
        Redo = "operation.redo",
        /// The file was put back as it was in a backup.
        FileRestore = "file.restore",
    }
}

impl Op {
    /// Whether undo may take it back. What is read in as a whole has no row-by-row history; an undo is taken back by redo; content
    /// that was removed is gone.
    pub const fn undoable(self) -> bool {
        !matches!(
            self,
            Op::AgreementImport
                | Op::ReferenceImport
                | Op::ExampleCreate
                | Op::DocumentRedact
                | Op::DocumentRemoveContent
                | Op::Undo
                | Op::FileRestore
        )
    }
}
