//! A budget read from a sheet, cell by cell, before anything is kept.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::budgets::{Side, Source};
use crate::error::Error;
use crate::money::Money;
use crate::scaled::Quantity;
use crate::views::Text;
use crate::words::say::{Value, joined, sentence};
use crate::words::{Language, coded};

coded! {
    /// What a column of a sheet is read as.
    pub enum BudgetColumn("budget_column") {
        /// Nothing.
        Ignored = "ignored",
        /// What the line is.
        Text = "text",
        /// Category.
        Category = "category",
        /// Unit.
        Unit = "unit",
        /// Quantity, of the year that follows or of all.
        Quantity = "quantity",
        /// Rate.
        Rate = "rate",
        /// Amount of a year.
        Amount = "amount",
        /// Sum of the years, held against what is read.
        Total = "total",
        /// Note.
        Note = "note",
        /// Who pays.
        Source = "source",
        /// Where own money comes from.
        OwnForm = "own_form",
        /// Which budget, employee or fund.
        Origin = "origin",
    }
}

coded! {
    /// What a row of a sheet is read as.
    pub enum BudgetRowKind("budget_row_kind") {
        /// A line.
        Line = "line",
        /// A sum, held against what is read.
        Sum = "sum",
        /// A heading between lines.
        Heading = "heading",
        /// Nothing.
        Ignored = "ignored",
    }
}

coded! {
    /// What is to be known of a sheet.
    pub enum SheetNotice("sheet_notice") {
        /// It has formulas; what they gave when the file was saved is read.
        Formulas = "formulas",
        /// It has merged cells; each is read as its first.
        Merged = "merged",
        /// The file has macros; they are not run.
        Macros = "macros",
        /// Other sheets are not read.
        OtherSheets = "other_sheets",
        /// Hidden rows or columns are read too.
        Hidden = "hidden",
        /// Its own sums are not the sums of the lines read.
        SumsDiffer = "sums_differ",
        /// Its quarters or months are added up: the budget is not split so far.
        Summed = "summed",
    }
}

/// What is to be known of a sheet, and where in it.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct SheetRemark {
    /// What.
    pub notice: SheetNotice,
    /// In words, with the cells it is about.
    pub text: Text,
}

impl SheetRemark {
    /// Of the whole sheet.
    pub fn of(notice: SheetNotice) -> SheetRemark {
        SheetRemark { notice, text: Text::new(notice.word(Language::Da), notice.word(Language::En)) }
    }

    /// With the cells it is about: some by name, and so many more.
    pub fn placed(self, cells: &str, more: u32) -> SheetRemark {
        let key = if more == 0 { "sheet_remark.places" } else { "sheet_remark.places_more" };
        self.and(
            key,
            &[("cells", Value::Name(cells)), ("more", Value::Quantity(Quantity::from_scaled(i64::from(more) * 10_000)))],
        )
    }

    /// With one more sentence.
    pub(crate) fn and(self, key: &str, values: &[(&str, Value<'_>)]) -> SheetRemark {
        SheetRemark { text: joined(self.text, &sentence(key, values).unwrap_or_default()), ..self }
    }
}

/// What is to be read, and how a person corrected it.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetImport {
    /// The version it goes to.
    pub budget_id: u32,
    /// The file, or
    pub path: Option<String>,
    /// text from the clipboard, tab separated.
    pub text: Option<String>,
    /// The sheet; null for the first with rows.
    pub sheet: Option<String>,
    /// The side its lines are on.
    pub side: Side,
    /// Who pays, for financing without a column that says so.
    pub source: Option<Source>,
    /// What columns are, where a person said otherwise: place from 0.
    pub columns: Vec<BudgetColumnChoice>,
    /// What rows are, where a person said otherwise: number in the sheet.
    pub rows: Vec<BudgetRowChoice>,
    /// Whether the lines of that side are replaced, else added to.
    pub replace: bool,
}

/// What a column is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetColumnChoice {
    /// Place, from 0.
    pub column: u32,
    /// As what.
    pub reads: BudgetColumn,
    /// The year, for amounts, quantities and rates, 0 where not allotted to one; null for all, or for amounts where nobody says.
    pub year: Option<i32>,
    /// Its quarter or month; 0 for the whole year.
    pub period: u32,
}

/// What a row is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetRowChoice {
    /// Number in the sheet, from 1.
    pub row: u32,
    /// As what.
    pub reads: BudgetRowKind,
}

/// What a sheet says, and how it was understood.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetImportPreview {
    /// The file's name; empty for the clipboard.
    pub file: String,
    /// Its sheets.
    pub sheets: Vec<String>,
    /// The one read.
    pub sheet: String,
    /// What is to be known of it.
    pub notices: Vec<SheetRemark>,
    /// Its columns.
    pub columns: Vec<BudgetImportColumn>,
    /// Its rows.
    pub rows: Vec<BudgetImportRow>,
    /// How many lines would come of it.
    pub lines: u32,
    /// Their sum.
    pub total: Money,
    /// Cells with a problem: while there are any, nothing is read in.
    pub problems: u32,
}

/// A column of a sheet.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetImportColumn {
    /// Its heading, or letter.
    pub heading: String,
    /// How it is read.
    pub choice: BudgetColumnChoice,
}

/// A row of a sheet.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetImportRow {
    /// Number in the sheet, from 1.
    pub row: u32,
    /// How it is read.
    pub reads: BudgetRowKind,
    /// Its cells, one for each column.
    pub cells: Vec<BudgetImportCell>,
}

/// A cell of a sheet.
#[derive(Clone, Debug, Default, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetImportCell {
    /// As it stands there.
    pub shown: String,
    /// How it was understood: an amount in kroner, a number, a text; null where it is not read.
    pub understood: Option<String>,
    /// Why it was not; or, of a sum, that it is not the sum of what was read.
    pub problem: Option<Error>,
    /// The problem keeps nothing from being read in: a sum that does not fit.
    pub mild: bool,
}

/// A sheet of spending, charged to the lines of the budget in force.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SpendingImport {
    /// The application.
    pub application_id: u32,
    /// The file.
    pub path: String,
    /// The sheet; null for the first with rows.
    pub sheet: Option<String>,
    /// The line each row is charged to, where a person said so: number in the sheet.
    pub lines: Vec<SpendingLineChoice>,
}

/// The line a row is charged to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SpendingLineChoice {
    /// Number in the sheet, from 1.
    pub row: u32,
    /// The line; null leaves the row out.
    pub line_id: Option<u32>,
}

/// What a sheet of spending says.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SpendingImportPreview {
    /// The file's name.
    pub file: String,
    /// Its sheets.
    pub sheets: Vec<String>,
    /// The one read.
    pub sheet: String,
    /// What is to be known of it.
    pub notices: Vec<SheetRemark>,
    /// The headings that were found: day, voucher, text, account, amount, hours; empty where not.
    pub headings: Vec<String>,
    /// Its rows.
    pub rows: Vec<SpendingImportRow>,
    /// Sum of what would be read in.
    pub total: Money,
    /// Rows that would be read in.
    pub ready: u32,
    /// Rows that are in the file already: same day, voucher and amount.
    pub known: u32,
    /// Rows with a problem: while there are any, nothing is read in.
    pub problems: u32,
}

/// A row of a sheet of spending.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SpendingImportRow {
    /// Number in the sheet, from 1.
    pub row: u32,
    /// Day.
    pub booked_on: Option<chrono::NaiveDate>,
    /// Voucher.
    pub voucher: String,
    /// What.
    pub text: String,
    /// Account.
    pub ledger: String,
    /// How much.
    pub amount: Option<Money>,
    /// The line it is charged to; null where none fits or it is left out.
    pub line_id: Option<u32>,
    /// Whether a person chose that line.
    pub chosen: bool,
    /// Whether it is in the file already.
    pub known: bool,
    /// What is wrong with it.
    pub problem: Option<Error>,
}
