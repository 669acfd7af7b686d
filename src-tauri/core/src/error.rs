//! The one error of the program: a code someone branches on, what it is about, and the details for the log.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use specta::Type;

use crate::words::{self, Language, coded};

/// Shorthand.
pub type Result<T> = std::result::Result<T, Error>;

coded! {
    /// What went wrong. The words for a reader stand in `words/words.csv` under `error.<code>`; every one says what happened, what
    /// was kept and what to do.
    pub enum ErrorCode("error") {
        /// A person's preferences could not be written. Params: `path`.
        PreferencesNotSaved = "preferences_not_saved",
        /// The desktop did not show a notification. Params: `count`.
        NotificationNotShown = "notification_not_shown",
        /// A source's address could not be opened in a browser. Params: `url`.
        SourceNotOpened = "source_not_opened",
        /// A text is not an amount. Params: `found`.
        NotAnAmount = "not_an_amount",
        /// An amount beyond what the program reckons with. Params: `found`, `limit`.
        AmountTooLarge = "amount_too_large",
        /// A text is not a number. Params: `found`.
        NotANumber = "not_a_number",
        /// There is no file. Params: `file`.
        FileMissing = "file_missing",
        /// A typed path does not begin at a drive or the root. Params: `file`.
        PathNotWhole = "path_not_whole",
        /// The folder a file should be in is not there. Params: `folder`.
        FolderMissing = "folder_missing",
        /// There is a file already where a new one should be. Params: `file`.
        FileExists = "file_exists",
        /// The system does not let the file be read. Params: `file`.
        FileUnreadable = "file_unreadable",
        /// The file, or its folder, must not be written to. Params: `file`.
        FileReadOnly = "file_read_only",
        /// Not a data file at all. Params: `file`.
        FileNotSqlite = "file_not_sqlite",
        /// A database of another program. Params: `file`.
        FileOtherProgram = "file_other_program",
        /// Written by a later version of the program. Params: `file`, `found`, `known`.
        FileNewer = "file_newer",
        /// The content does not hang together. Params: `file`.
        FileDamaged = "file_damaged",
        /// On a drive reached over the network. Params: `file`, `system`, `mount`.
        FileOnNetwork = "file_on_network",
        /// Open in another window. Params: `file`.
        FileLocked = "file_locked",
        /// Another program is writing just now. Params: `file`.
        FileBusy = "file_busy",
        /// No room left. Params: `file`.
        DiskFull = "disk_full",
        /// An older file could not be brought up to this version. Params: `file`.
        UpgradeFailed = "upgrade_failed",
        /// A backup could not be made. Params: `file`.
        BackupFailed = "backup_failed",
        /// The file is open to look at only. Params: `file`.
        ReadOnlyStore = "read_only_store",
        /// Someone changed or removed the record meanwhile. Params: `record`, `who`, `when`.
        RecordChanged = "record_changed",
        /// A record would break a rule of the file: a name used twice, a record others refer to, a value that is not allowed.
        RecordConflicts = "record_conflicts",
        /// There is no such record, and never was. Params: `record` (its id).
        RecordMissing = "record_missing",
        /// This person has nothing to undo.
        NothingToUndo = "nothing_to_undo",
        /// This person has nothing to do again.
        NothingToRedo = "nothing_to_redo",
        /// A record has changed since the operation to take back. Params: `record`, `who`, `when`.
        UndoConflict = "undo_conflict",
        /// A folder of CSV files cannot be read. Params: `path`.
        FolderUnreadable = "folder_unreadable",
        /// A file that must be there is not. Params: `file`.
        CsvMissingFile = "csv_missing_file",
        /// A file no agreement has, perhaps a misspelt name. Params: `file`, `expected`.
        CsvUnknownFile = "csv_unknown_file",
        /// A byte that is not UTF-8. Params: `file`, `line`, `found`.
        CsvNotUtf8 = "csv_not_utf8",
        /// Not to be read as CSV. Params: `file`, `line`.
        CsvUnreadable = "csv_unreadable",
        /// A column is missing from the header. Params: `file`, `column`, `found`.
        CsvMissingColumn = "csv_missing_column",
        /// A column that is not known, perhaps a misspelt name. Params: `file`, `column`, `expected`.
        CsvUnknownColumn = "csv_unknown_column",
        /// A row has too few or too many cells. Params: `file`, `line`, `found`, `expected`.
        CsvRowWidth = "csv_row_width",
        /// A file that has one row has none or several. Params: `file`, `line`, `found`.
        CsvRowCount = "csv_row_count",
        /// A cell does not hold what its column is for. Params: `file`, `line`, `column`, `found`, `expected`.
        CsvBadValue = "csv_bad_value",
        /// A key stands twice. Params: `file`, `line`, `column`, `found`, `first`.
        CsvDuplicate = "csv_duplicate",
        /// A cell names what is not there. Params: `file`, `line`, `column`, `found`, `expected`.
        CsvUnknownReference = "csv_unknown_reference",
        /// A table lacks its printed total. Params: `file`, `expected`.
        CsvNoTotal = "csv_no_total",
        /// The parts of a printed sum do not make it. Params: `place`, `row`, `column`, `stated`, `computed`.
        SumMismatch = "sum_mismatch",
        /// A sum in the data file no longer holds. Params: `place`, `row`, `column`, `stated`, `computed`.
        FiguresChanged = "figures_changed",
        /// A declared difference does not occur. Params: `place`, `row`, `column`, `stated`, `computed`.
        DifferenceNotFound = "difference_not_found",
        /// The agreement is in the file already. Params: `found`.
        AgreementExists = "agreement_exists",
        /// There is no such agreement. Params: `found`, `expected`.
        AgreementNotFound = "agreement_not_found",
        /// There is no such initiative. Params: `found`, `expected`.
        InitiativeNotFound = "initiative_not_found",
        /// The index does not reach that year from the agreement's. Params: `year`, `expected`.
        PriceLevelUnreachable = "price_level_unreachable",
        /// A field must not be empty.
        FieldRequired = "field_required",
        /// A field does not hold what it is for. Params: `found`, `expected`.
        FieldInvalid = "field_invalid",
        /// Another record has the same key. Params: `found`.
        FieldTaken = "field_taken",
        /// A project ends before it begins.
        PeriodReversed = "period_reversed",
        /// A call opens, or closes for questions, after its deadline. Params: `found`, `expected`.
        AfterDeadline = "after_deadline",
        /// No municipality is chosen to record it for.
        NoMunicipality = "no_municipality",
        /// There is no such municipality. Params: `found`, `expected`.
        MunicipalityNotFound = "municipality_not_found",
        /// The application cannot go to that stage from where it is. Params: `record`.
        StepNotPossible = "step_not_possible",
        /// Something must be in place before the step. Params: `record`, `missing` (codes).
        StepBlocked = "step_blocked",
        /// An application is sent: its record stays. Params: `record`.
        ApplicationSent = "application_sent",
        /// A document is larger than the program keeps. Params: `file`, `found`, `limit`.
        DocumentTooLarge = "document_too_large",
        /// A document's content is not in the folder. Params: `record`, `folder`.
        DocumentLost = "document_lost",
        /// A document's content was removed by a person. Params: `record`.
        DocumentRemoved = "document_removed",
        /// The redacted version has the same content as the document. Params: `record`.
        RedactionSame = "redaction_same",
        /// A sheet is neither `.xlsx` nor `.csv`, or cannot be read as such. Params: `file`.
        SheetUnreadable = "sheet_unreadable",
        /// A workbook is protected by a password. Params: `file`.
        SheetLocked = "sheet_locked",
        /// A zip of something else than a workbook. Params: `file`.
        SheetIsArchive = "sheet_is_archive",
        /// A web page or other marked-up text under a sheet's name. Params: `file`.
        SheetIsPage = "sheet_is_page",
        /// A workbook of the format before `.xlsx`. Params: `file`.
        SheetIsOld = "sheet_is_old",
        /// A sheet has no rows under its headings. Params: `file`, `sheet`.
        SheetEmpty = "sheet_empty",
        /// The file has no such sheet. Params: `file`, `sheet`, `expected`.
        SheetNotFound = "sheet_not_found",
        /// A calendar cannot be read. Params: `file`, `line`.
        CalendarUnreadable = "calendar_unreadable",
        /// A list of meetings has more entries than are read. Params: `file`, `limit`.
        CalendarTooLong = "calendar_too_long",
        /// A line of an entry that cannot be read, and without which the entry is another. Params: `file`, `line`, `found`.
        CalendarLineBroken = "calendar_line_broken",
        /// The committee meets that day already, in the file or earlier in the source. Params: `found`.
        MeetingTwice = "meeting_twice",
        /// A line has no date that is understood. Params: `found`.
        MeetingDateUnclear = "meeting_date_unclear",
        /// A line names a day its month does not have. Params: `found`, `month`, `days`.
        DayNotInMonth = "day_not_in_month",
        /// A line names a time of day there is none of. Params: `found`, `time`.
        TimeNotInDay = "time_not_in_day",
        /// An entry repeats itself by a rule; only single meetings are read. Params: `found`.
        MeetingRecurring = "meeting_recurring",
        /// A date in a time zone that is not known. Params: `found`.
        TimeZoneUnknown = "time_zone_unknown",
        /// A committee would hand its cases on to itself, by others, or to one of elsewhere. Params: `found`.
        CommitteesInCircle = "committees_in_circle",
        /// A sheet has more rows than are read. Params: `file`, `limit`.
        SheetTooLong = "sheet_too_long",
        /// A field that must have a column has none. Params: `expected` (Danish names).
        IntakeFieldMissing = "intake_field_missing",
        /// Rows cannot be read. Params: `found` (how many).
        IntakeRowsBad = "intake_rows_bad",
        /// A version of a budget has taken effect: it stays as it is. Params: `record`.
        BudgetFrozen = "budget_frozen",
        /// An amount that is reckoned cannot be typed.
        AmountReckoned = "amount_reckoned",
        /// A quantity or a rate where the amount is typed. Params: `found`.
        LineNotReckoned = "line_not_reckoned",
        /// Amounts or hours so large that no sum can hold them.
        SumTooLarge = "sum_too_large",
        /// Cells lie outside the years of a budget. Params: `found` (line and year).
        CellsOutside = "cells_outside",
        /// Parts of a year have different rates, and cannot be one. Params: `found` (line and year).
        PartsDiffer = "parts_differ",
        /// A version in which nothing stands cannot take effect. Params: `record`.
        BudgetEmpty = "budget_empty",
        /// A line that is not in a version in force on the day cannot be charged. Params: `record`.
        LineNotApproved = "line_not_approved",
        /// A voucher is charged already, in part or whole. Params: `found`, `record` (application), `left` (kroner).
        VoucherCharged = "voucher_charged",
        /// A sheet cannot be read in while cells have problems. Params: `found` (how many).
        SheetCellsBad = "sheet_cells_bad",
        /// A sheet has no column that must be there. Params: `expected` (Danish names).
        SheetColumnMissing = "sheet_column_missing",
        /// A number in a sheet has more than øre. Params: `found`.
        SheetAmountTooFine = "sheet_amount_too_fine",
        /// A formula in a sheet cannot be reckoned. Params: `found`.
        SheetFormulaFault = "sheet_formula_fault",
        /// The result of a formula was not saved with the sheet.
        SheetFormulaUnsaved = "sheet_formula_unsaved",
        /// Nobody says which year the figures of a column are of. Params: `column`.
        SheetYearMissing = "sheet_year_missing",
        /// A column is of a year the budget does not have. Params: `year`, `expected`.
        SheetYearOutside = "sheet_year_outside",
        /// A column is of a whole year, and the budget of its parts. Params: `year`.
        SheetPeriodMissing = "sheet_period_missing",
        /// A row has figures and no text.
        SheetTextMissing = "sheet_text_missing",
        /// A row of financing does not say who pays.
        SheetSourceMissing = "sheet_source_missing",
        /// A sum in a sheet is not the sum of what was read. Params: `stated`, `computed`, `difference` (kroner).
        SheetSumDiffers = "sheet_sum_differs",
        /// An amount in a sheet is not quantity times rate. Params: `stated`, `computed` (kroner).
        SheetProductDiffers = "sheet_product_differs",
        /// The account of a row fits no line of the budget in force. Params: `found`.
        LedgerLineUnknown = "ledger_line_unknown",
        /// It fits several as well. Params: `found`, `expected` (their names).
        LedgerLineUnclear = "ledger_line_unclear",
        /// The paper of a case is handed in: it stays as it is until it is taken back. Params: `record`.
        PaperHandedIn = "paper_handed_in",
        /// A closed item in an export that is open to all. Params: `record`.
        CaseClosed = "case_closed",
        /// There is no such paper form. Params: `found`, `expected`.
        PaperFormNotFound = "paper_form_not_found",
        /// A form cases are written in, or the municipality's. Params: `record`.
        PaperFormInUse = "paper_form_in_use",
        /// A paper cannot be written in that format. Params: `found`, `expected`.
        FormatNotPossible = "format_not_possible",
        /// A template is no .docx that can be read. Params: `file`.
        TemplateUnreadable = "template_unreadable",
        /// A template lacks styles a paper needs. Params: `file`, `missing`.
        TemplateStylesMissing = "template_styles_missing",
        /// Another program has the file open. Params: `file`, `other` (a name that is free).
        FileInUse = "file_in_use",
        /// An export was stopped before it was whole. Params: `file`.
        ExportStopped = "export_stopped",
        /// A file could not be written. Params: `file`.
        ExportFailed = "export_failed",
        /// Something the program did not foresee; the detail has it.
        Unforeseen = "unforeseen",
    }
}

/// What happened, ready to be worded in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Error {
    /// What went wrong.
    pub code: ErrorCode,
    /// The field it is about, where a person can mend it in one.
    pub field: Option<String>,
    /// What the sentence names: file, row, found, expected.
    pub params: BTreeMap<String, String>,
    /// For the log: the cause in the words of the library.
    pub detail: String,
}

impl Error {
    /// An error without parameters.
    pub fn new(code: ErrorCode) -> Error {
        Error { code, field: None, params: BTreeMap::new(), detail: String::new() }
    }

    /// Names something in the sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Error {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// Names the field to mend.
    #[must_use]
    pub fn in_field(mut self, field: &str) -> Error {
        self.field = Some(field.to_owned());
        self
    }

    /// Keeps the cause for the log.
    #[must_use]
    pub fn because(mut self, cause: impl fmt::Display) -> Error {
        self.detail = cause.to_string();
        self
    }

    /// The sentence for a reader.
    pub fn sentence(&self, language: Language) -> String {
        let mut text = words::word("error", self.code.code(), language).to_owned();
        for (name, value) in &self.params {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::En))?;
        if self.detail.is_empty() { Ok(()) } else { write!(f, " ({})", self.detail) }
    }
}

impl std::error::Error for Error {}
