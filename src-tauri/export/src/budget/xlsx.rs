//! A budget as a workbook with live formulas. Each formula carries what the program came to, so that a reader who does not reckon
//! shows the same.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    ColNum, DocProperties, Format, FormatAlign, FormatBorder, Formula, RowNum, Workbook, Worksheet, XlsxError,
};
use tilsagn_core::report::budget_table::{Column, Content, How, Row, RowKind, Table, Told, said, table};
use tilsagn_core::views::{BudgetColumn, BudgetSheet, BudgetView, Text};
use tilsagn_core::{Error, ErrorCode, Language, Result, calendar};

use crate::xlsx::{A4, height, nearest};

/// Amounts as Danish sheets have them; the reader's own settings choose point and comma.
const KRONER: &str = "#,##0.00;-#,##0.00";
/// Rates may have parts of an øre.
const RATE: &str = "#,##0.00##";
/// Rows above the headings, the empty one among them.
const TITLE_ROWS: usize = 5;

/// The version a view looks at as `.xlsx`: the budget, and the rules with what is found about it.
///
/// # Errors
/// `export_failed`.
pub fn budget_xlsx(view: &BudgetView, language: Language) -> Result<Vec<u8>> {
    let table = table(view, language)?;
    let Some(sheet) = &view.sheet else { return Err(failed("no version")) };
    workbook(view, sheet, &table, language).map_err(failed)
}

fn failed(cause: impl std::fmt::Display) -> Error {
    Error::new(ErrorCode::ExportFailed).because(cause)
}

fn workbook(
    view: &BudgetView,
    sheet: &BudgetSheet,
    table: &Table,
    language: Language,
) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let title = &view.application.title;
    let properties = DocProperties::new()
        .set_title(title)
        .set_subject(version(sheet, language))
        .set_author("Tilsagn")
        .set_comment(vat(sheet, language))
        .set_creation_datetime(&view.as_of);
    workbook.set_properties(&properties);
    budget(workbook.add_worksheet(), view, sheet, table, language)?;
    findings(workbook.add_worksheet(), view, language)?;
    workbook.save_to_buffer()
}

/// Which version it is, and since when it holds.
fn version(sheet: &BudgetSheet, language: Language) -> String {
    let budget = &sheet.budget;
    let title = if budget.title.is_empty() { String::new() } else { format!(" · {}", budget.title) };
    let since = match (budget.in_force, budget.in_force_on) {
        (false, _) => said("draft", language).to_owned(),
        (true, None) => said("in_force", language).to_owned(),
        (true, Some(on)) => format!("{} {}", said("in_force_since", language), on.long(language)),
    };
    format!("{}{title} · {since}", budget.kind.word(language))
}

/// What the amounts of each side have of value added tax.
fn vat(sheet: &BudgetSheet, language: Language) -> String {
    let of = |code, vat: tilsagn_core::budgets::Vat| format!("{}: {}", said(code, language), vat.word(language).to_lowercase());
    format!("{} · {}", of("costs", sheet.budget.vat), of("financing", sheet.budget.financing_vat))
}

/// The looks of the sheet: of lines, of headings, and of sums.
struct Looks {
    title: Format,
    heading: Format,
    text: [Format; 3],
    number: [Format; 3],
    rate: [Format; 3],
    amount: [Format; 3],
}

impl Looks {
    fn new() -> Looks {
        let three = |format: Format| {
            let (bold, top) = (format.clone().set_bold(), FormatAlign::Top);
            [format.set_align(top), bold.clone().set_align(top), bold.set_align(top).set_border_top(FormatBorder::Thin)]
        };
        let number = |code: &str| three(Format::new().set_num_format(code));
        Looks {
            title: Format::new().set_bold().set_font_size(14),
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Bottom)
                .set_border_bottom(FormatBorder::Thin),
            // What begins as a formula stays a text, also when someone edits it.
            text: three(Format::new().set_text_wrap().set_quote_prefix().set_align(FormatAlign::Left).set_indent(1)),
            number: number("General"),
            rate: number(RATE),
            amount: number(KRONER),
        }
    }
}

fn budget(
    page: &mut Worksheet,
    view: &BudgetView,
    sheet: &BudgetSheet,
    table: &Table,
    language: Language,
) -> std::result::Result<(), XlsxError> {
    let looks = Looks::new();
    page.set_name(said("budget", language))?;
    let funder = if view.application.funder.is_empty() { String::new() } else { format!("{} · ", view.application.funder) };
    page.write_string_with_format(0, 0, &view.application.title, &looks.title)?;
    page.write_string(1, 0, format!("{funder}{}", version(sheet, language)))?;
    page.write_string(2, 0, vat(sheet, language))?;
    page.write_string(3, 0, format!("{} {}", said("amounts_in_kroner_as_of", language), calendar::long(view.as_of, language)))?;
    for (at, (column, heading)) in table.columns.iter().zip(&table.headings).enumerate() {
        let format = if matches!(column, Column::Text(_) | Column::Told(_)) {
            looks.heading.clone().set_align(FormatAlign::Left).set_indent(1)
        } else {
            looks.heading.clone().set_align(FormatAlign::Right)
        };
        match (column, heading.parse::<u16>()) {
            // A year as a number, as people type it.
            (Column::Amount(..), Ok(year)) => page.write_number_with_format(row(0, 0), col(at), year, &format)?,
            _ => page.write_string_with_format(row(0, 0), col(at), heading, &format)?,
        };
    }
    let widths: Vec<usize> = (0..table.columns.len()).map(|at| width(table, at)).collect();
    for (at, width) in widths.iter().enumerate() {
        page.set_column_width(col(at), *width as f64)?;
    }
    page.set_row_height(row(0, 0), height(table.headings.iter().map(String::as_str).zip(widths.iter().copied()), true))?;
    for (place, of) in table.rows.iter().enumerate() {
        write_row(page, table, place, of, &looks)?;
        let text = |content: &Content| if let Content::Text(text) = content { text.clone() } else { String::new() };
        let texts: Vec<String> = of.cells.iter().map(text).collect();
        page.set_row_height(
            row(1, place),
            height(texts.iter().map(String::as_str).zip(widths.iter().copied()), of.kind == RowKind::Sum),
        )?;
    }
    let text = table.columns.iter().position(|column| *column == Column::Text(BudgetColumn::Text)).unwrap_or_default();
    page.set_freeze_panes(row(1, 0), col(text + 1))?;
    group_parts(page, table)?;
    print_setup(page, view, language)?;
    page.set_repeat_rows(row(0, 0), row(0, 0))?;
    Ok(())
}

/// A row of the table in the sheet, `below` the headings.
fn row(below: usize, place: usize) -> RowNum {
    RowNum::try_from(TITLE_ROWS + below + place).unwrap_or(RowNum::MAX)
}

fn col(place: usize) -> ColNum {
    ColNum::try_from(place).unwrap_or(ColNum::MAX)
}

/// How many characters a column has room for. Figures are never cut off: a sheet shows them as crosses then.
fn width(table: &Table, at: usize) -> usize {
    let longest = || {
        let written = |content: &Content| match content {
            Content::Amount(amount, _) => amount.kroner_da().chars().count() + 4,
            _ => 0,
        };
        table.rows.iter().filter_map(|row| row.cells.get(at)).map(written).max().unwrap_or_default()
    };
    match table.columns.get(at) {
        Some(Column::Text(BudgetColumn::Text | BudgetColumn::Note)) => 40,
        Some(Column::Text(BudgetColumn::Category | BudgetColumn::OwnForm | BudgetColumn::Origin)) => 20,
        Some(Column::Told(Told::Account)) => 30,
        Some(Column::Text(_) | Column::Told(_)) => 16,
        Some(Column::Quantity(..)) => 9,
        Some(Column::Rate(..)) => 12,
        Some(Column::Amount(..) | Column::Year(_) | Column::Total) => longest().max(12),
        Some(Column::Number) | None => 5,
    }
}

fn write_row(page: &mut Worksheet, table: &Table, place: usize, of: &Row, looks: &Looks) -> std::result::Result<(), XlsxError> {
    let look = match of.kind {
        RowKind::Line | RowKind::Part => 0,
        RowKind::Heading => 1,
        RowKind::Sum => 2,
    };
    let at_row = row(1, place);
    for (at, (column, content)) in table.columns.iter().zip(&of.cells).enumerate() {
        let formats = match column {
            Column::Text(_) | Column::Told(_) => &looks.text,
            Column::Rate(..) => &looks.rate,
            Column::Number | Column::Quantity(..) => &looks.number,
            Column::Amount(..) | Column::Year(_) | Column::Total => &looks.amount,
        };
        let Some(format) = formats.get(look) else { continue };
        match content {
            Content::Empty => page.write_blank(at_row, col(at), format)?,
            // Not a formula: the sum of blanks would be a zero.
            Content::Unknown => page.write_string_with_format(at_row, col(at), "–", format)?,
            Content::Text(text) => page.write_string_with_format(at_row, col(at), text, format)?,
            Content::Number(number) => page.write_number_with_format(at_row, col(at), nearest(*number), format)?,
            Content::Amount(amount, How::Typed) => {
                page.write_number_with_format(at_row, col(at), nearest(amount.kroner()), format)?
            }
            Content::Amount(amount, how) => {
                let formula = Formula::new(formula(how, place, at)).set_result(amount.kroner().normalize().to_string());
                page.write_formula_with_format(at_row, col(at), formula, format)?
            }
        };
    }
    Ok(())
}

/// How a figure is made, in the words of a spreadsheet.
fn formula(how: &How, place: usize, at: usize) -> String {
    let cell = |of_row: usize, of_column: usize| row_col_to_cell(row(1, of_row), col(of_column));
    match how {
        How::Typed => String::new(),
        How::Product(quantity, rate) => format!("=ROUND({}*{},2)", cell(place, *quantity), cell(place, *rate)),
        How::Across(columns) => {
            // A run of columns is a range; what has quantities between is named one by one.
            let is_run = columns.windows(2).all(|pair| matches!(pair, [one, next] if one + 1 == *next));
            match (columns.first(), columns.last()) {
                (Some(first), Some(last)) if is_run => format!("=SUM({}:{})", cell(place, *first), cell(place, *last)),
                _ => format!("=SUM({})", columns.iter().map(|column| cell(place, *column)).collect::<Vec<_>>().join(",")),
            }
        }
        How::Down(first, last) => format!("=SUM({}:{})", cell(*first, at), cell(*last, at)),
        How::Where(first, last, column, word) => format!(
            "=SUMIF({}:{},\"{}\",{}:{})",
            cell(*first, *column),
            cell(*last, *column),
            word.replace('"', "\"\""),
            cell(*first, at),
            cell(*last, at)
        ),
        How::Less(sum, less) => format!("=ROUND({}-{},2)", cell(*sum, at), cell(*less, at)),
    }
}

/// Parts of a year can be folded away under its sum.
fn group_parts(page: &mut Worksheet, table: &Table) -> std::result::Result<(), XlsxError> {
    for (at, column) in table.columns.iter().enumerate() {
        let Column::Year(of) = column else { continue };
        let is_part = |column: &Column| matches!(column, Column::Quantity(year, _) | Column::Rate(year, _) | Column::Amount(year, _) if year == of);
        let parts: Vec<usize> =
            table.columns.iter().take(at).enumerate().filter(|(_, column)| is_part(column)).map(|(at, _)| at).collect();
        if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
            page.group_columns(col(*first), col(*last))?;
        }
    }
    Ok(())
}

fn print_setup(page: &mut Worksheet, view: &BudgetView, language: Language) -> std::result::Result<(), XlsxError> {
    // In a footer an ampersand begins a code.
    let title: String = view.application.title.replace('&', "&&").chars().take(120).collect();
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    page.set_footer(format!("&L{title}&C{}&R{}", said("page_of", language), calendar::long(view.as_of, language)));
    Ok(())
}

/// What is found about the version, on a sheet of its own.
fn findings(page: &mut Worksheet, view: &BudgetView, language: Language) -> std::result::Result<(), XlsxError> {
    let looks = Looks::new();
    let [plain, ..] = &looks.text;
    let widths = [14, 70, 50, 50];
    let in_language =
        |text: &Text| if language == Language::En && !text.en.is_empty() { text.en.clone() } else { text.da.clone() };
    page.set_name(said("rules", language))?;
    for (at, (code, width)) in ["state", "finding", "fix", "source"].into_iter().zip(widths).enumerate() {
        page.write_string_with_format(0, col(at), said(code, language), &looks.heading)?;
        page.set_column_width(col(at), width as f64)?;
    }
    for (place, finding) in view.findings.iter().enumerate() {
        let source = finding.source.as_ref().map(|source| {
            let on = source.on.map(|on| calendar::long(on, language)).unwrap_or_default();
            let parts = [source.title.as_str(), &on, &source.place, &source.url];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        });
        let texts = [
            finding.state.word(language).to_owned(),
            in_language(&finding.text),
            in_language(&finding.fix),
            source.unwrap_or_default(),
        ];
        let at_row = RowNum::try_from(place + 1).unwrap_or(RowNum::MAX);
        for (at, text) in texts.iter().enumerate() {
            page.write_string_with_format(at_row, col(at), text, plain)?;
        }
        page.set_row_height(at_row, height(texts.iter().map(String::as_str).zip(widths), false))?;
    }
    page.set_freeze_panes(1, 0)?;
    print_setup(page, view, language)?;
    page.set_repeat_rows(0, 0)?;
    Ok(())
}
