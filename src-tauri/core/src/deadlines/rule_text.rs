//! What a rule that days follow from says, in words.

use crate::calendar::{DayUnit, day_and_month};
use crate::deadlines::{DateBasis, Series, days_of_year};
use crate::views::Text;
use crate::words::say::{Value, joined_by, sentence};

/// When a rule gives days.
#[derive(Clone, Copy, Debug)]
pub struct When<'a> {
    /// What it counts from.
    pub basis: DateBasis,
    /// How long after; below 0 before.
    pub amount: i32,
    /// Of what.
    pub unit: DayUnit,
    /// How often.
    pub series: Series,
    /// Months between.
    pub every: u32,
    /// Days of each year.
    pub days: &'a str,
}

impl When<'_> {
    /// The field that cannot be, and what could stand there: months between only of a series of months, days only of a series of
    /// dates, and no series counts from the end it runs to.
    pub fn problem(&self) -> Option<(&'static str, &'static str)> {
        let (months, dates) = (self.series == Series::Months, self.series == Series::Dates);
        if months != (1..=120).contains(&self.every) {
            return Some(("every", if months { "6" } else { "0" }));
        }
        let days = days_of_year(self.days);
        if days.is_none_or(|days| dates == days.is_empty()) {
            return Some(("days", if dates { "04-01 10-01" } else { "" }));
        }
        if !(-3660..=3660).contains(&self.amount) {
            return Some(("amount", "3"));
        }
        (self.series != Series::Once && self.basis == DateBasis::PeriodEnd).then_some(("basis", ""))
    }

    /// The whole rule: »Senest 3 måneder efter projektets slutning«.
    pub fn text(&self) -> Text {
        let basis = sentence(&format!("date_rule_basis.{}", self.basis.code()), &[]).unwrap_or_default();
        let days = Value::Days(self.amount, self.unit);
        if self.series == Series::Once {
            let key = match self.amount {
                ..0 => "date_rule.before",
                0 => "date_rule.at",
                1.. => "date_rule.after",
            };
            return sentence(key, &[("days", days), ("basis", Value::Text(basis))]).unwrap_or_default();
        }
        let every = sentence(
            match (self.series, self.every) {
                (Series::QuarterEnd, _) => "date_rule.every.quarter_end",
                (Series::Dates, _) => "date_rule.every.dates",
                (_, 1) => "date_rule.every.month",
                _ => "date_rule.every.months",
            },
            &[("every", Value::Year(i32::try_from(self.every).unwrap_or(i32::MAX))), ("dates", Value::Text(self.dates()))],
        );
        let key = match self.amount {
            ..0 => "date_rule.series.before",
            0 => "date_rule.series.at",
            1.. => "date_rule.series.after",
        };
        let values = [("days", days), ("every", Value::Text(every.unwrap_or_default())), ("basis", Value::Text(basis))];
        sentence(key, &values).map(capital).unwrap_or_default()
    }

    /// The days of each year: `1. april, 1. oktober`.
    fn dates(&self) -> Text {
        let days = days_of_year(self.days).unwrap_or_default();
        joined_by(", ", days.into_iter().map(|(month, day)| day_and_month(month, day)))
    }
}

fn capital(text: Text) -> Text {
    let first = |text: String| {
        let mut chars = text.chars();
        chars.next().map(|first| first.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
    };
    Text { da: first(text.da), en: first(text.en) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_said_with_its_unit() {
        let once = |basis, amount, unit| When { basis, amount, unit, series: Series::Once, every: 0, days: "" };
        let series = |series, amount, every, days| When {
            basis: DateBasis::PeriodStart,
            amount,
            unit: DayUnit::WorkingDays,
            series,
            every,
            days,
        };
        for (when, da, en) in [
            (
                once(DateBasis::PeriodEnd, 3, DayUnit::Months),
                "Senest 3 måneder efter projektets slutning",
                "At most 3 months after the end of the project",
            ),
            (
                once(DateBasis::Granted, 7, DayUnit::WorkingDays),
                "Senest 7 arbejdsdage efter tilsagnet",
                "At most 7 working days after the grant",
            ),
            (
                once(DateBasis::CallDeadline, -1, DayUnit::Days),
                "Senest 1 dag før ansøgningsfristen",
                "At least 1 day before the application deadline",
            ),
            (once(DateBasis::PeriodEnd, 0, DayUnit::Days), "Senest ved projektets slutning", "By the end of the project"),
            (
                series(Series::Months, 0, 6, ""),
                "Hver 6. måned fra projektets start til projektets slutning",
                "Every 6 months from the start of the project to the end of the project",
            ),
            (
                series(Series::Months, 10, 1, ""),
                "Senest 10 arbejdsdage efter hver måned fra projektets start til projektets slutning",
                "At most 10 working days after every month from the start of the project to the end of the project",
            ),
            (
                series(Series::QuarterEnd, 0, 0, ""),
                "Hvert kvartals sidste arbejdsdag fra projektets start til projektets slutning",
                "The last working day of every quarter from the start of the project to the end of the project",
            ),
            (
                series(Series::Dates, -2, 0, "10-01 04-01"),
                "Senest 2 arbejdsdage før 1. april, 1. oktober hvert år fra projektets start til projektets slutning",
                "At least 2 working days before 1 April, 1 October of every year from the start of the project to the end of the project",
            ),
        ] {
            let text = when.text();
            assert_eq!((text.da.as_str(), text.en.as_str()), (da, en));
        }
        for basis in DateBasis::ALL {
            let text = once(*basis, 1, DayUnit::Days).text();
            assert!(text.da.len() > "Senest 1 dag efter ".len() && text.en.len() > "At most 1 day after ".len(), "{basis:?}");
        }
    }
}
