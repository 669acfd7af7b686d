//! How numbers and days of a report are written: the same in every format.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::report::{Block, Cell, Item, ListStyle, Run};
use crate::words::Language;

/// A number with so many decimals, rounded half away from zero, its thousands apart: `1.725,1`, in English `1,725.1`.
pub fn number(value: Decimal, decimals: u32, language: Language) -> String {
    let (thousands, mark) = match language {
        Language::Da => ('.', ','),
        Language::En => (',', '.'),
    };
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let plain = format!("{:.*}", decimals as usize, rounded.abs());
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    if rounded.is_sign_negative() && !rounded.is_zero() {
        text.push('-');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !part.is_empty() {
        text.push(mark);
        text.push_str(part);
    }
    text
}

impl ListStyle {
    /// How the item at a place, from 0, is marked: `•`, `1.`, `a.`, and `aa.` after `z.`.
    pub fn mark(self, at: usize) -> String {
        match self {
            ListStyle::Bullets => "•".to_owned(),
            ListStyle::Numbers => format!("{}.", at + 1),
            ListStyle::Letters => {
                let letter = char::from(b'a' + (at % 26) as u8);
                format!("{}.", letter.to_string().repeat(at / 26 + 1))
            }
        }
    }
}

impl Cell {
    /// What it says, on as many lines as it has paragraphs: for formats that know no paragraphs in a cell.
    pub fn shown(&self, language: Language) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text { blocks } => lines(blocks).join("\n"),
            Cell::Number { value, decimals, .. } => number(*value, *decimals, language),
            Cell::Date { date } => date.format("%d.%m.%Y").to_string(),
        }
    }
}

fn lines(blocks: &[Block]) -> Vec<String> {
    blocks.iter().flat_map(of_block).collect()
}

fn of_block(block: &Block) -> Vec<String> {
    match block {
        Block::Label { text } | Block::Heading { text, .. } => vec![text.clone()],
        Block::Paragraph { runs } => vec![plain(runs)],
        Block::List { style, items } => items.iter().enumerate().flat_map(|(at, item)| of_item(item, &style.mark(at))).collect(),
        Block::Draft { blocks } => lines(blocks),
        Block::Table(_) | Block::PageBreak => Vec::new(),
    }
}

fn of_item(item: &Item, mark: &str) -> Vec<String> {
    let mut all = vec![format!("{mark} {}", plain(&item.runs))];
    all.extend(lines(&item.inside).into_iter().map(|line| format!("  {line}")));
    all
}

/// The text of runs without how it looks.
pub fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_as_its_reader_writes_it() {
        for (value, decimals, da, en) in [
            ("0", 0, "0", "0"),
            ("1725104", 2, "1.725.104,00", "1,725,104.00"),
            ("-1234.565", 2, "-1.234,57", "-1,234.57"),
            ("-0.04", 1, "0,0", "0.0"),
            ("999.95", 1, "1.000,0", "1,000.0"),
            ("22.2", 1, "22,2", "22.2"),
        ] {
            let value: Decimal = value.parse().unwrap();
            assert_eq!(
                (number(value, decimals, Language::Da).as_str(), number(value, decimals, Language::En).as_str()),
                (da, en)
            );
        }
    }

    #[test]
    fn days_of_a_table_are_written_alike() {
        let shown = |text: &str| Cell::day(crate::calendar::PartialDate::parse(text).unwrap(), Language::Da).shown(Language::Da);
        assert_eq!(["2019-03-12", "2019-03", "2019"].map(shown), ["12.03.2019", "marts 2019", "2019"]);
    }

    #[test]
    fn a_cell_of_paragraphs_and_lists_is_lines() {
        let item = Item { runs: vec![Run::plain("b")], inside: vec![Block::paragraph("c")] };
        let blocks = vec![Block::paragraph("a"), Block::List { style: ListStyle::Bullets, items: vec![item] }];
        assert_eq!(Cell::Text { blocks }.shown(Language::Da), "a\n• b\n  c");
        assert_eq!(Cell::text(""), Cell::Empty);
        let marks = [0, 25, 26].map(|at| ListStyle::Letters.mark(at));
        assert_eq!((marks.join(" "), ListStyle::Numbers.mark(9)), ("a. z. aa.".to_owned(), "10.".to_owned()));
    }
}
