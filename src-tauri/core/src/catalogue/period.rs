//! The amount columns of an agreement. Which years there are is the agreement's own data.

use std::fmt;

use crate::views::{PeriodKind, PeriodView};

/// One amount column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// The amount of one year.
    Year(i32),
    /// The years together, never with permanent.
    Total,
    /// The amount of each year after the last one.
    Permanent,
}

impl Period {
    /// Reads what `Display` writes: `2019`, `total` or `permanent`.
    pub fn from_key(key: &str) -> Option<Period> {
        match key {
            "total" => Some(Period::Total),
            "permanent" => Some(Period::Permanent),
            _ if key.len() == 4 && key.bytes().all(|b| b.is_ascii_digit()) => key.parse().ok().map(Period::Year),
            _ => None,
        }
    }

    /// The year, of a year column.
    pub const fn year(self) -> Option<i32> {
        match self {
            Period::Year(year) => Some(year),
            Period::Total | Period::Permanent => None,
        }
    }

    /// As the screen has it.
    pub fn view(self) -> PeriodView {
        let kind = match self {
            Period::Year(_) => PeriodKind::Year,
            Period::Total => PeriodKind::Total,
            Period::Permanent => PeriodKind::Permanent,
        };
        PeriodView { key: self.to_string(), kind, year: self.year() }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Year(year) => write!(f, "{year}"),
            Period::Total => f.write_str("total"),
            Period::Permanent => f.write_str("permanent"),
        }
    }
}

/// The columns in the order they are shown: the years, the total, then permanent where the agreement has it.
pub fn periods(first_year: i32, last_year: i32, has_permanent: bool) -> Vec<Period> {
    let years = (first_year..=last_year).map(Period::Year);
    years.chain([Period::Total]).chain(has_permanent.then_some(Period::Permanent)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_years_total_permanent() {
        let keys: Vec<String> = periods(2019, 2022, true).iter().map(ToString::to_string).collect();
        assert_eq!(keys, ["2019", "2020", "2021", "2022", "total", "permanent"]);
        assert_eq!(periods(2019, 2019, false), [Period::Year(2019), Period::Total]);
    }

    #[test]
    fn keys_read_back() {
        for period in periods(2019, 2022, true) {
            assert_eq!(Period::from_key(&period.to_string()), Some(period));
        }
        for key in ["", "19", "20190", "2O19", "Total"] {
            assert_eq!(Period::from_key(key), None, "{key}");
        }
    }
}
