//! Tables of text: as wide as what is in them, figures to the right, nothing trailing.

/// Which side a column stands to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

/// A column that stands to the left.
pub fn left(name: &str) -> (String, Side) {
    (name.to_owned(), Side::Left)
}

/// A column of figures.
pub fn right(name: &str) -> (String, Side) {
    (name.to_owned(), Side::Right)
}

/// A table being made.
pub struct Table {
    sides: Vec<Side>,
    rows: Vec<Option<Vec<String>>>,
}

impl Table {
    /// A table with a heading over each column and a rule under it.
    pub fn new(columns: &[(String, Side)]) -> Table {
        let heading = columns.iter().map(|(name, _)| name.clone()).collect();
        Table { sides: columns.iter().map(|(_, side)| *side).collect(), rows: vec![Some(heading), None] }
    }

    /// A row; it has a cell for every column.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(Some(cells));
    }

    /// A rule across the table.
    pub fn rule(&mut self) {
        self.rows.push(None);
    }

    /// The whole table, each line ended.
    pub fn text(&self) -> String {
        let mut widths = vec![0; self.sides.len()];
        for row in self.rows.iter().flatten() {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.chars().count());
            }
        }
        let mut text = String::new();
        for row in &self.rows {
            let line = match row {
                Some(cells) => self.line(cells, &widths),
                // A long last column would make a rule of its own length; the heading's is enough.
                None => widths.iter().map(|&width| "─".repeat(width.min(60))).collect::<Vec<_>>().join("  "),
            };
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for (index, ((cell, &width), side)) in cells.iter().zip(widths).zip(&self.sides).enumerate() {
            if index > 0 {
                line.push_str("  ");
            }
            let gap = " ".repeat(width.saturating_sub(cell.chars().count()));
            match side {
                Side::Left => line.extend([cell.as_str(), &gap]),
                Side::Right => line.extend([&gap, cell.as_str()]),
            }
        }
        line
    }
}
