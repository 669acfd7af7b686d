//! Where in a sheet something stands: the first few cells, and how many there are.

use crate::import::sheet::letters;
use crate::views::{SheetNotice, SheetRemark};

/// Cells that are named; of more their number is said.
const MOST_NAMED: usize = 3;

/// Cells, or ranges of cells, of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The first of them as Excel names them: `C2`, `B3:C3`.
    pub first: Vec<String>,
    /// How many there are.
    pub count: u32,
}

impl Places {
    /// One more.
    pub fn add(&mut self, name: impl FnOnce() -> String) {
        if self.first.len() < MOST_NAMED {
            self.first.push(name());
        }
        self.count = self.count.saturating_add(1);
    }

    /// What is to be known of them.
    pub fn remark(&self, notice: SheetNotice) -> SheetRemark {
        self.told(SheetRemark::of(notice))
    }

    /// A remark with the names of them.
    pub fn told(&self, remark: SheetRemark) -> SheetRemark {
        let more = self.count.saturating_sub(u32::try_from(self.first.len()).unwrap_or(u32::MAX));
        remark.placed(&self.first.join(", "), more)
    }
}

/// The name of a cell by row and column, both from 0.
pub fn name(row: u32, column: u32) -> String {
    format!("{}{}", letters(column as usize), u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_few_are_named_and_the_rest_counted() {
        let mut places = Places::default();
        for row in 0..3 {
            places.add(|| name(row, 1));
        }
        assert!(places.remark(SheetNotice::Formulas).text.da.ends_with("Det gælder B1, B2, B3."));
        places.add(|| name(3, 27));
        let text = places.remark(SheetNotice::Merged).text;
        assert!(text.da.ends_with("Det gælder B1, B2, B3 og 1 til."), "{}", text.da);
        assert!(text.en.ends_with("This is so for B1, B2, B3 and 1 more."), "{}", text.en);
    }
}
