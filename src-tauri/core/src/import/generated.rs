//! A register of any size that adds up, for measuring.

use crate::import::{Files, builtin_agreement};
use crate::money::Money;

/// Areas of a generated agreement, each with this many themes.
const AREAS: u32 = 8;
const THEMES: u32 = 4;
/// The years of the agreement it is modelled on, and permanent.
const COLUMNS: [&str; 6] = ["2019", "2020", "2021", "2022", "permanent", "total"];
/// Øre in 0,1 million kroner, the unit amounts are printed in.
const TENTH: i64 = 10_000_000;

/// An agreement with this many initiatives, in the years and with the words of the built-in one. The same every time.
pub fn generated(rows: u32) -> Files {
    let titles = lines(&builtin_agreement(), "initiatives.csv");
    let facts = lines(&builtin_agreement(), "facts.csv");
    let mut themes = vec![[Sum::default(); 6]; (AREAS * THEMES) as usize];
    let mut initiatives = format!("number;dut;area;theme;title;{};page\n", COLUMNS.join(";"));
    let mut read = String::from(
        "number;mechanism;can_apply;can_apply_place;can_apply_reason_da;can_apply_reason_en;applicants_da;applicants_en;authority;\
         dut_recipient;dut_place;title_en;summary_da\n",
    );
    for row in 0..rows {
        let number = row + 1;
        let theme = (u64::from(row) * u64::from(AREAS * THEMES) / u64::from(rows.max(1))) as usize;
        let amounts = amounts(row);
        for (sum, amount) in themes[theme].iter_mut().zip(amounts) {
            sum.add(amount);
        }
        let title = titles.get(row as usize % titles.len().max(1)).map_or("", |cells| cells[4].as_str());
        let mut cells = vec![
            number.to_string(),
            String::new(),
            format!("a{}", theme as u32 / THEMES),
            format!("t{theme}"),
            format!("{title} ({number})"),
        ];
        cells.extend(amounts.map(printed));
        cells.push("1".to_owned());
        initiatives.push_str(&record(&cells));
        if let Some(of_model) = facts.get(row as usize % facts.len().max(1)) {
            let mut cells = of_model.clone();
            cells[0] = number.to_string();
            // No row is DUT-marked, so none has a recipient.
            cells[9].clear();
            cells[10].clear();
            read.push_str(&record(&cells));
        }
    }

    let mut areas = vec![[Sum::default(); 6]; AREAS as usize];
    let mut total = [Sum::default(); 6];
    let mut theme_file = format!("key;area;title;title_en;{};page\n", COLUMNS.join(";"));
    for (index, sums) in themes.iter().enumerate() {
        let area = index / THEMES as usize;
        for (column, sum) in sums.iter().enumerate() {
            areas[area][column].merge(*sum);
            total[column].merge(*sum);
        }
        theme_file.push_str(&format!("t{index};a{area};Tema {index};Theme {index};{};1\n", sums_line(sums)));
    }
    let mut area_file = format!("key;title;short_title;title_en;{};page\n", COLUMNS.join(";"));
    for (index, sums) in areas.iter().enumerate() {
        area_file
            .push_str(&format!("a{index};Initiativer under område {index};Område {index};Area {index};{};1\n", sums_line(sums)));
    }
    Files::from([
        (
            "agreement.csv".to_owned(),
            "key;title_da;title_en;date;price_level;first_year;last_year;pages;source_da;source_en\n\
             generated;Genereret register;Generated register;2018-11-13;2019;2019;2022;;Genereret til måling;Generated for measuring\n"
                .to_owned(),
        ),
        ("areas.csv".to_owned(), area_file),
        ("themes.csv".to_owned(), theme_file),
        ("initiatives.csv".to_owned(), initiatives),
        ("facts.csv".to_owned(), read),
        ("total.csv".to_owned(), format!("{}\n{}\n", COLUMNS.join(";"), sums_line(&total))),
    ])
}

/// A sum of printed amounts; none while there is nothing in it.
#[derive(Clone, Copy, Default)]
struct Sum(Option<i64>);

impl Sum {
    fn add(&mut self, tenths: Option<i64>) {
        if let Some(tenths) = tenths {
            self.0 = Some(self.0.unwrap_or(0) + tenths);
        }
    }

    fn merge(&mut self, other: Sum) {
        self.add(other.0);
    }
}

/// Amounts in tenths of a million that vary from row to row, some of them none.
fn amounts(row: u32) -> [Option<i64>; 6] {
    let year = |n: u32| {
        let mixed = u64::from(row) * 2_654_435_761 + u64::from(n) * 40_503;
        (mixed % 7 != 0).then_some((mixed / 7 % 40) as i64 + 1)
    };
    let years = [year(0), year(1), year(2), year(3)];
    let total = years.iter().flatten().sum::<i64>();
    let [a, b, c, d] = years;
    [a, b, c, d, year(4).filter(|_| row.is_multiple_of(3)), (total > 0).then_some(total)]
}

fn printed(tenths: Option<i64>) -> String {
    tenths.map_or_else(|| "-".to_owned(), |tenths| Money::from_oere(tenths * TENTH).mio_da())
}

fn sums_line(sums: &[Sum; 6]) -> String {
    sums.map(|sum| printed(sum.0)).join(";")
}

/// A CSV line.
fn record(cells: &[String]) -> String {
    let quoted = cells
        .iter()
        .map(|cell| if cell.contains([';', '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() });
    quoted.collect::<Vec<_>>().join(";") + "\n"
}

/// The rows of a built-in file.
fn lines(files: &Files, name: &str) -> Vec<Vec<String>> {
    let text = files.get(name).map(String::as_str).unwrap_or_default();
    let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    reader.records().flatten().map(|record| record.iter().map(str::to_owned).collect()).collect()
}
