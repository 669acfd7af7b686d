//! Kinds of papers and what they are made of.

use crate::words::coded;

coded! {
    /// A paper the program writes.
    pub enum PaperKind("paper_kind") {
        /// An item of a committee's agenda.
        Case = "case",
        /// The table of pools that goes with it.
        Appendix = "appendix",
        /// Decisions by committee, one page each.
        Portfolio = "portfolio",
        /// Where every application stands, for managers.
        Pipeline = "pipeline",
        /// Everything about one application.
        Dossier = "dossier",
        /// A budget.
        Budget = "budget",
        /// What the municipality has promised, by year.
        Exposure = "exposure",
        /// Days to keep.
        Deadlines = "deadlines",
        /// What has happened since last time, for a committee.
        Status = "status",
        /// All the papers of one item of an agenda.
        Pack = "pack",
    }
}

coded! {
    /// A format of a file. The code is its ending.
    pub enum PaperFormat("paper_format") {
        /// Word.
        Docx = "docx",
        /// PDF, tagged.
        Pdf = "pdf",
        /// Excel.
        Xlsx = "xlsx",
        /// Columns apart by semicolons.
        Csv = "csv",
        /// A calendar.
        Ics = "ics",
        /// Data for other programs, by `docs/report.schema.json`.
        Json = "json",
        /// Several files in one.
        Zip = "zip",
    }
}

impl PaperKind {
    /// The formats a paper can be written in, the usual one first.
    pub const fn formats(self) -> &'static [PaperFormat] {
        use PaperFormat::{Csv, Docx, Ics, Json, Pdf, Xlsx, Zip};
        match self {
            PaperKind::Case => &[Docx, Pdf, Json],
            PaperKind::Appendix | PaperKind::Portfolio | PaperKind::Pipeline | PaperKind::Status => &[Docx, Pdf, Xlsx, Csv, Json],
            PaperKind::Budget | PaperKind::Exposure => &[Xlsx, Docx, Pdf, Csv, Json],
            PaperKind::Deadlines => &[Xlsx, Docx, Pdf, Csv, Ics, Json],
            PaperKind::Dossier | PaperKind::Pack => &[Zip],
        }
    }
}

coded! {
    /// What a column holds, and so how it is written.
    pub enum ColumnKind("column_kind") {
        /// Text.
        Text = "text",
        /// Numbers.
        Number = "number",
        /// Days.
        Date = "date",
    }
}

coded! {
    /// What a row is.
    pub enum RowKind("row_kind") {
        /// A heading of those below it, over the whole width.
        Heading = "heading",
        /// A row.
        Body = "body",
        /// A sum.
        Sum = "sum",
        /// A part of a sum: »heraf …«.
        Part = "part",
    }
}

coded! {
    /// How the items of a list are marked.
    pub enum ListStyle("list_style") {
        /// By dots.
        Bullets = "bullets",
        /// 1. 2. 3.
        Numbers = "numbers",
        /// a. b. c.
        Letters = "letters",
    }
}

coded! {
    /// A column of the appendix of pools.
    pub enum AppendixColumn("appendix_column") {
        /// Initiative and area of activity, with its number and area.
        Initiative = "initiative",
        /// The amounts of the agreement, a column for each year.
        Amounts = "amounts",
        /// All years together.
        Total = "total",
        /// What it is, ending in the administration's assessment.
        Description = "description",
        /// Who may apply.
        Applicants = "applicants",
        /// The deadline of its call.
        Deadline = "deadline",
        /// What a municipality of our size might get.
        Share = "share",
        /// The administration's stance in a word.
        Stance = "stance",
    }
}

impl AppendixColumn {
    /// The columns of the papers we know: initiative, amounts by year, description.
    pub const USUAL: [AppendixColumn; 3] = [AppendixColumn::Initiative, AppendixColumn::Amounts, AppendixColumn::Description];
}
