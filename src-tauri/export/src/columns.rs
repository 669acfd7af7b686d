//! What the columns of a table need for what stands in them, the same on every page.

use tilsagn_core::Language;
use tilsagn_core::report::{Cell, ColumnKind, RowKind, Table};

use crate::measure;

/// A word over numbers is broken by its syllables where it takes more than this, of the size of its letters.
const HEADING: f64 = 6.6;
/// And one among them.
const WORD: f64 = 9.0;
/// How much further in the items of a list and the parts of a sum stand.
const INDENT: f64 = 1.3;

/// What a column needs, of the size of its letters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Need {
    /// So that no number and no day is broken.
    pub figures: f64,
    /// So that no word is.
    pub words: f64,
}

/// What each column of a table needs.
pub fn needs(table: &Table, language: Language) -> Vec<Need> {
    (0..table.columns.len()).map(|at| need(table, at, language)).collect()
}

fn need(table: &Table, at: usize, language: Language) -> Need {
    let Some(column) = table.columns.get(at) else { return Need::default() };
    let is_text = column.kind == ColumnKind::Text;
    let mut need = Need { figures: 0.0, words: measure::widest(&column.heading, true) };
    if !is_text {
        need.figures = need.words.min(HEADING);
    }
    for row in table.rows.iter().filter(|row| row.kind != RowKind::Heading) {
        let Some(cell) = row.cells.get(at) else { continue };
        let (shown, bold) = (cell.shown(language), row.kind == RowKind::Sum);
        match cell {
            Cell::Empty => {}
            Cell::Number { .. } | Cell::Date { .. } => need.figures = need.figures.max(measure::width(&shown, bold)),
            Cell::Text { .. } => {
                let indent = if is_text && (shown.contains('\n') || row.kind == RowKind::Part) { INDENT } else { 0.0 };
                let words = measure::widest(&shown, bold) + indent;
                need.words = need.words.max(words);
                if !is_text {
                    need.figures = need.figures.max(words.min(WORD));
                }
            }
        }
    }
    need
}

/// How wide columns must be at the least within so much room, each need in the measure of the room: words whole, or where there is too
/// little room the longest of them broken, so that the others are whole.
pub fn fitting(needs: &[Need], room: f64) -> Vec<f64> {
    let limited = |most: f64| needs.iter().map(move |need| need.figures.max(need.words.min(most)));
    let widest = needs.iter().map(|need| need.words).fold(0.0, f64::max);
    // Half a hundredth of the widest is less than anyone sees.
    let steps = (0..=200).rev().map(|step| widest * f64::from(step) / 200.0);
    let most = steps.into_iter().find(|most| limited(*most).sum::<f64>() <= room).unwrap_or(0.0);
    limited(most).collect()
}

/// The most rows that widths are chosen by: in a long table some of them speak for the others.
const SOME: usize = 40;
/// What a line loses at its end because words are whole.
const LOST: f64 = 0.94;

/// How much text stands in some of the rows of a table: for each cell the width of each of its paragraphs on one line.
fn texts(table: &Table, language: Language) -> Vec<Vec<Vec<f64>>> {
    let rows: Vec<_> = table.rows.iter().filter(|row| row.kind != RowKind::Heading).collect();
    let of_cell = |cell: &Cell, bold| cell.shown(language).lines().map(|line| measure::width(line, bold)).collect();
    let every = rows.len().div_ceil(SOME).max(1);
    rows.into_iter()
        .step_by(every)
        .map(|row| row.cells.iter().map(|cell| of_cell(cell, row.kind == RowKind::Sum)).collect())
        .collect()
}

/// How many lines rows take, each as many as its longest cell; what does not fill its lines counts a little, so that there is always a
/// better way to go.
fn height(rows: &[Vec<Vec<f64>>], rooms: &[f64]) -> f64 {
    let of_cell = |(paragraphs, room): (&Vec<f64>, &f64)| {
        let room = (room * LOST).max(1.0);
        let lines = |width: &f64| (width / room).ceil().max(1.0) + 0.1 * width / room;
        paragraphs.iter().map(lines).sum::<f64>()
    };
    rows.iter().map(|row| row.iter().zip(rooms).map(of_cell).fold(0.0, f64::max)).sum()
}

/// Widths shared by what stands in the columns: room goes from one column to another for as long as that makes the rows lower, and none
/// gets narrower than it must be. `room` says how much text of its size a width has room for.
pub fn shared(table: &Table, language: Language, mut widths: Vec<f64>, least: &[f64], room: impl Fn(f64) -> f64) -> Vec<f64> {
    let rows = texts(table, language);
    let high = |widths: &[f64]| height(&rows, &widths.iter().map(|width| room(*width)).collect::<Vec<_>>());
    let mut now = high(&widths);
    for parts in [20.0, 60.0] {
        let step = widths.iter().sum::<f64>() / parts;
        // Each change is for the better, so there is an end to them; this is far beyond it.
        for _ in 0..50 {
            let best = moves(&widths, least, step).map(|next| (high(&next), next)).min_by(|one, other| one.0.total_cmp(&other.0));
            match best {
                Some((lower, next)) if lower < now => (now, widths) = (lower, next),
                _ => break,
            }
        }
    }
    widths
}

/// All the ways one column can give so much to another.
fn moves(widths: &[f64], least: &[f64], step: f64) -> impl Iterator<Item = Vec<f64>> {
    let count = widths.len();
    let gives = move |at: &usize| widths[*at] - step >= least.get(*at).copied().unwrap_or(0.0);
    (0..count).filter(gives).flat_map(move |from| {
        (0..count).filter(move |to| *to != from).map(move |to| {
            let mut next = widths.to_vec();
            next[from] -= step;
            next[to] += step;
            next
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{body, table};

    #[test]
    fn the_longest_words_are_broken_first() {
        let need = |figures, words| Need { figures, words };
        assert_eq!(fitting(&[need(0.0, 300.0), need(200.0, 100.0)], 600.0), [300.0, 200.0]);
        assert_eq!(fitting(&[need(0.0, 800.0), need(0.0, 200.0), need(300.0, 0.0)], 800.0), [300.0, 200.0, 300.0]);
        assert_eq!(fitting(&[need(500.0, 800.0), need(500.0, 90.0)], 800.0), [500.0, 500.0], "figures are never limited");
    }

    #[test]
    fn a_column_with_much_text_gets_room_from_one_with_little() {
        let mut one = table("T", &["Post", "Note"]);
        one.rows = vec![body(vec![Cell::text("Evaluering"), Cell::text("ord ".repeat(40))])];
        let widths = shared(&one, Language::Da, vec![50.0, 50.0], &[12.0, 5.0], |width| width);
        assert!((widths.iter().sum::<f64>() - 100.0).abs() < 0.01);
        assert!(widths[0] >= 12.0 && widths[1] > 75.0, "{widths:?}");
        one.rows = vec![body(vec![Cell::text("Ja"), Cell::text("Nej")])];
        assert_eq!(height(&texts(&one, Language::Da), &[40.0, 40.0]).floor(), 1.0);
    }

    #[test]
    fn a_column_needs_its_longest_word_and_its_days_whole() {
        let mut one = table("T", &["Ansvarlig", "Dag", "2019"]);
        let day = Cell::Date { date: "2019-03-12".parse().unwrap() };
        one.rows =
            vec![body(vec![Cell::text("Beskæftigelses- og integrationsforvaltningen"), day, Cell::number(850_000.into(), 0)])];
        let wide = |text| measure::width(text, false);
        let [responsible, day, amount] = needs(&one, Language::Da)[..] else { panic!() };
        assert_eq!((responsible.figures, responsible.words), (0.0, wide("integrationsforvaltningen")));
        assert_eq!((day.figures, amount.figures), (wide("12.03.2019"), wide("850.000")));
    }
}
