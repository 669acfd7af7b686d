//! What the municipality has promised of its own, year by year. Pure rules.

use std::collections::BTreeMap;

use crate::budgets::{Missing, OwnForm, Side, Source};
use crate::money::Money;
use crate::scaled::Quantity;
use crate::views::ExposureFigures;

/// The lines of one budget that are alike, summed for a year.
#[derive(Clone, Debug)]
pub struct Promise {
    /// Year; 0 where not allotted.
    pub year: i32,
    /// Cost or financing.
    pub side: Side,
    /// Who pays.
    pub source: Option<Source>,
    /// Where own money comes from.
    pub own_form: Option<OwnForm>,
    /// Paid in work or things.
    pub in_kind: bool,
    /// Whether a partner receives it: then it is not ours.
    pub partners: bool,
    /// How much.
    pub amount: Money,
    /// Hours, where it is reckoned in hours or full-time years.
    pub hours: Quantity,
    /// Whose budget: the line's committee, else the application's only one.
    pub committee: Option<u32>,
    /// Whose: the line's department, else the application's.
    pub department: Option<u32>,
}

/// An application's budget, as it is counted.
#[derive(Clone, Debug)]
pub struct Promised {
    /// The application.
    pub application_id: u32,
    /// Whether it is granted; else it is applied for.
    pub granted: bool,
    /// Whether it stands in the sums.
    pub counts: bool,
    /// The first and last year of the project; none where nobody knows.
    pub years: Option<(i32, i32)>,
    /// What it promises.
    pub promises: Vec<Promise>,
}

impl Promised {
    /// Whether what it has not allotted to years belongs to these: the project lies in them, all of it, or nobody knows when it lies.
    pub fn lies_in(&self, years: &[i32]) -> bool {
        self.years.is_none_or(|(first, last)| years.contains(&first) && years.contains(&last))
    }

    /// Whether some of the project lies in these years.
    pub fn touches(&self, years: &[i32]) -> bool {
        self.years.is_none_or(|(first, last)| years.iter().any(|year| (first..=last).contains(year)))
    }

    /// What it has financing for that is not allotted to years.
    pub fn unallotted(&self) -> Money {
        self.promises.iter().filter(|it| it.year == 0 && it.side == Side::Financing).map(|it| it.amount).sum()
    }
}

impl Promise {
    /// Adds it to its year's figures; the gap is reckoned of the whole year.
    fn add_to(&self, figures: &mut ExposureFigures, granted: bool) {
        match (self.source, self.own_form) {
            (Some(Source::Grant), _) if !self.partners => {
                *(if granted { &mut figures.granted } else { &mut figures.pending }) += self.amount;
            }
            (Some(Source::Own), form) => {
                let staff = form == Some(OwnForm::ExistingStaff) || self.in_kind;
                *(match (staff, granted) {
                    (false, true) => &mut figures.own_cash,
                    (false, false) => &mut figures.own_cash_pending,
                    (true, true) => &mut figures.own_staff,
                    (true, false) => &mut figures.own_staff_pending,
                }) += self.amount;
                figures.own_hours = Quantity::from_scaled(figures.own_hours.scaled().saturating_add(self.hours.scaled()));
            }
            _ => {}
        }
    }
}

impl ExposureFigures {
    /// A year with nothing in it.
    fn of(year: i32) -> ExposureFigures {
        ExposureFigures { year, gap: Some(Money::ZERO), ..ExposureFigures::default() }
    }

    /// Whether the year has anything in it. That its gap cannot be said is not anything by itself.
    pub fn has_anything(&self) -> bool {
        let nothing = ExposureFigures { gap: self.gap, ..ExposureFigures::of(self.year) };
        *self != nothing || self.gap.is_some_and(|gap| gap != Money::ZERO)
    }

    /// Adds another's figures; the year stays. Of a year that lacks money in one and cannot be said to in another the sum says what is
    /// known to be lacking; where none is known to be, it says nothing.
    pub fn add(&mut self, other: &ExposureFigures) {
        self.granted += other.granted;
        self.pending += other.pending;
        self.own_cash += other.own_cash;
        self.own_cash_pending += other.own_cash_pending;
        self.own_staff += other.own_staff;
        self.own_staff_pending += other.own_staff_pending;
        self.own_hours = Quantity::from_scaled(self.own_hours.scaled().saturating_add(other.own_hours.scaled()));
        let known = [self.gap, other.gap].into_iter().flatten().sum();
        let open = self.gap.is_none() || other.gap.is_none();
        self.gap = Some(known).filter(|known| !open || *known != Money::ZERO);
    }

    /// Its amounts, to state them otherwise.
    pub fn amounts(&mut self) -> impl Iterator<Item = &mut Money> {
        let ExposureFigures { granted, pending, own_cash, own_cash_pending, own_staff, own_staff_pending, gap, .. } = self;
        [granted, pending, own_cash, own_cash_pending, own_staff, own_staff_pending].into_iter().chain(gap)
    }

    /// States its hours in full-time years of so many hours, rounded half away from zero to four decimals.
    fn in_full_time_years(mut self, fte_hours: u32) -> ExposureFigures {
        self.own_fte = full_time_years(self.own_hours, fte_hours);
        self
    }
}

/// Hours as full-time years, rounded half away from zero to four decimals; 0 where a full-time year has no hours.
pub fn full_time_years(hours: Quantity, fte_hours: u32) -> Quantity {
    // Both have four decimals, so that the whole numbers divide.
    let (size, whole) = (hours.scaled().unsigned_abs(), u64::from(fte_hours));
    let (Some(quotient), Some(rest)) = (size.checked_div(whole), size.checked_rem(whole)) else { return Quantity::default() };
    let rounded = i64::try_from(quotient + u64::from(rest * 2 >= whole)).unwrap_or_default();
    Quantity::from_scaled(rounded * hours.scaled().signum())
}

/// One application's figures for these years, of some of its promises. Money is missing in a year where the costs are more than the
/// financing; where a part is not allotted to years ([`Missing`]), none of the project's years says so, and what is missing of the whole
/// stands with that part (year 0). That part is left out unless the whole project lies in the years: else it would make a sum that is
/// neither theirs nor the project's.
pub fn by_year<'a>(
    application: &Promised,
    promises: impl IntoIterator<Item = &'a Promise>,
    years: &[i32],
    fte_hours: u32,
) -> Vec<ExposureFigures> {
    let within = application.lies_in(years);
    let mut found: Vec<ExposureFigures> = years.iter().map(|year| ExposureFigures::of(*year)).collect();
    let promises: Vec<&Promise> = promises.into_iter().collect();
    for promise in &promises {
        if let Some(at) = years.iter().position(|year| *year == promise.year).filter(|_| promise.year != 0 || within) {
            promise.add_to(&mut found[at], application.granted);
        }
    }
    let missing = Missing::of(promises.iter().map(|it| (it.side, it.year, it.amount)));
    let is_ours = |year: i32| {
        application.years.is_some_and(|(first, last)| (first..=last).contains(&year))
            || promises.iter().any(|promise| promise.year == year)
    };
    for figures in &mut found {
        figures.gap = match figures.year {
            0 if !missing.is_allotted() => Some(if within { missing.total } else { Money::ZERO }),
            year if is_ours(year) => missing.of_year(year),
            _ => Some(Money::ZERO),
        };
        figures.gap = figures.gap.map(|gap| gap.max(Money::ZERO));
    }
    found.into_iter().map(|figures| figures.in_full_time_years(fte_hours)).collect()
}

/// The sum by year of what several come to.
pub fn sum_of<'a>(rows: impl IntoIterator<Item = &'a [ExposureFigures]>, years: &[i32], fte_hours: u32) -> Vec<ExposureFigures> {
    let mut sums: Vec<ExposureFigures> = years.iter().map(|year| ExposureFigures::of(*year)).collect();
    for row in rows {
        for (sum, figures) in sums.iter_mut().zip(row) {
            sum.add(figures);
        }
    }
    sums.into_iter().map(|sum| sum.in_full_time_years(fte_hours)).collect()
}

/// The sums by what `key` gives of a promise, with the applications they are made of. What is missing stands with a group only where all
/// of an application is the group's: of a shared budget nobody can say whose part lacks money.
/// `state` may state the figures of each in other prices before they are summed.
pub fn by_group(
    applications: &[Promised],
    key: fn(&Promise) -> Option<u32>,
    years: &[i32],
    fte_hours: u32,
    state: impl Fn(&mut ExposureFigures),
) -> BTreeMap<Option<u32>, (Vec<ExposureFigures>, Vec<u32>)> {
    // The figures of each application, and which it is.
    type Parts = (Vec<Vec<ExposureFigures>>, Vec<u32>);
    let mut groups: BTreeMap<Option<u32>, Parts> = BTreeMap::new();
    for application in applications.iter().filter(|application| application.counts) {
        let mut parts: BTreeMap<Option<u32>, Vec<&Promise>> = BTreeMap::new();
        for promise in &application.promises {
            parts.entry(key(promise)).or_default().push(promise);
        }
        let shared = parts.len() > 1;
        for (group, promises) in parts {
            let mut figures = by_year(application, promises, years, fte_hours);
            if shared {
                figures.iter_mut().for_each(|year| year.gap = Some(Money::ZERO));
            }
            figures.iter_mut().for_each(&state);
            let (rows, ids) = groups.entry(group).or_default();
            rows.push(figures);
            ids.push(application.application_id);
        }
    }
    let summed =
        |(rows, ids): (Vec<Vec<ExposureFigures>>, Vec<u32>)| (sum_of(rows.iter().map(Vec::as_slice), years, fte_hours), ids);
    groups.into_iter().map(|(group, found)| (group, summed(found))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kr(kroner: i64) -> Money {
        Money::from_oere(kroner * 100)
    }

    fn cost(year: i32, kroner: i64) -> Promise {
        Promise {
            year,
            side: Side::Cost,
            source: None,
            own_form: None,
            in_kind: false,
            partners: false,
            amount: kr(kroner),
            hours: Quantity::default(),
            committee: Some(1),
            department: None,
        }
    }

    fn paid(source: Source, own_form: Option<OwnForm>, year: i32, kroner: i64) -> Promise {
        Promise { side: Side::Financing, source: Some(source), own_form, ..cost(year, kroner) }
    }

    fn project(granted: bool, years: Option<(i32, i32)>) -> Promised {
        Promised { application_id: 1, granted, counts: true, years, promises: Vec::new() }
    }

    #[test]
    fn what_is_not_allotted_stands_only_where_the_whole_project_does() {
        let promises = [cost(2009, 60), cost(2010, 60), paid(Source::Grant, None, 0, 100)];
        let of = |project: Option<(i32, i32)>, years: &[i32]| {
            let found = by_year(&self::project(true, project), &promises, years, 1_924);
            (found[0].granted, found.iter().filter_map(|year| year.gap).sum::<Money>())
        };
        let project = Some((2009, 2010));
        assert_eq!(of(project, &[0, 2009, 2010, 2011]), (kr(100), kr(20)));
        assert_eq!(of(project, &[0, 2010, 2011]), (kr(0), kr(0)));
        assert_eq!(of(project, &[0, 2015, 2016]), (kr(0), kr(0)));
        assert_eq!(of(None, &[0, 2015, 2016]), (kr(100), kr(20)));
    }

    #[test]
    fn own_money_and_own_staff_are_told_apart() {
        let mut staff = paid(Source::Own, Some(OwnForm::ExistingStaff), 2019, 399_000);
        staff.hours = Quantity::from_scaled(1_924 * 10_000);
        let promises =
            [staff, paid(Source::Own, Some(OwnForm::ExistingBudget), 2019, 100), paid(Source::Grant, None, 2019, 1_000)];
        let granted = by_year(&project(true, None), &promises, &[2019, 2020], 1_924);
        assert_eq!((granted[0].granted, granted[0].own_cash, granted[0].own_staff), (kr(1_000), kr(100), kr(399_000)));
        assert_eq!((granted[0].own_fte, granted[1].granted), (Quantity::from_scaled(10_000), Money::ZERO));
        let pending = by_year(&project(false, None), &promises, &[2019], 1_924);
        assert_eq!(
            (pending[0].pending, pending[0].own_cash_pending, pending[0].own_staff_pending),
            (kr(1_000), kr(100), kr(399_000))
        );
        assert_eq!((pending[0].granted, pending[0].own_cash), (Money::ZERO, Money::ZERO));
    }

    #[test]
    fn what_is_missing_is_said_of_the_year_or_of_the_whole() {
        let allotted =
            [cost(2019, 100), cost(2020, 100), paid(Source::Grant, None, 2019, 150), paid(Source::Grant, None, 2020, 40)];
        let gaps = |promises: &[Promise]| -> Vec<Option<Money>> {
            by_year(&project(true, Some((2019, 2020))), promises, &[0, 2019, 2020], 1_924).iter().map(|year| year.gap).collect()
        };
        assert_eq!(gaps(&allotted), [kr(0), kr(0), kr(60)].map(Some));
        let unallotted = [cost(2019, 100), cost(2020, 100), paid(Source::Grant, None, 0, 190)];
        assert_eq!(gaps(&unallotted), [Some(kr(10)), None, None], "no year can be said to lack it");

        let years = [0, 2019, 2020];
        let of = |promises: &[Promise]| by_year(&project(true, Some((2019, 2020))), promises, &years, 1_924);
        let both = [of(&allotted), of(&unallotted)];
        let sum = sum_of(both.iter().map(Vec::as_slice), &years, 1_924);
        let sums: Vec<Option<Money>> = sum.iter().map(|year| year.gap).collect();
        assert_eq!(sums, [Some(kr(10)), None, Some(kr(60))], "what is known to be lacking is said");
    }

    #[test]
    fn groups_add_up_to_the_whole_but_for_gaps_that_are_shared() {
        let mut second = paid(Source::Own, Some(OwnForm::NewAppropriation), 2019, 30);
        second.committee = Some(2);
        let application = Promised {
            application_id: 7,
            granted: true,
            counts: true,
            years: None,
            promises: vec![cost(2019, 100), paid(Source::Own, Some(OwnForm::ExistingBudget), 2019, 50), second],
        };
        let undated = Promised { application_id: 8, counts: false, ..application.clone() };
        let groups = by_group(&[application, undated], |promise| promise.committee, &[2019], 1_924, |_| ());
        let own: Vec<(Option<u32>, Money, Money, &[u32])> = groups
            .iter()
            .map(|(id, (years, ids))| (*id, years[0].own_cash, years[0].gap.unwrap_or_default(), ids.as_slice()))
            .collect();
        assert_eq!(own, [(Some(1), kr(50), kr(0), &[7][..]), (Some(2), kr(30), kr(0), &[7][..])]);
    }
}
