//! The pipeline in figures: what each is made of, and how many of the answers were yes. Pure rules.
//!
//! Only our part of an amount counts, and only applications whose stage has a day.

use chrono::NaiveDate;

use crate::applications::Stage;
use crate::calendar::PartialDate;
use crate::fold::danish_order;
use crate::money::Money;
use crate::views::{AmountOf, HitRate, StageSum};

/// What the figures are made of: one application as it stood on a day.
#[derive(Clone, Debug)]
pub struct Counted {
    /// Row id.
    pub id: u32,
    /// Its stage.
    pub stage: Stage,
    /// Our part of what is applied for.
    pub requested: Option<Money>,
    /// Our part of what was granted.
    pub awarded: Option<Money>,
    /// The funder's answer by the day.
    pub answer: Option<Answer>,
    /// Its department; empty where it has none.
    pub department: String,
    /// Who gives.
    pub funder: String,
}

/// What a funder said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes, on conditions or not.
    Granted,
    /// No.
    Rejected,
}

/// The answer that had certainly been given on a day, of steps in order that were not taken back. A step without a day says
/// nothing, but a later one that has a day does: what runs was granted.
pub fn answer_at(steps: impl IntoIterator<Item = (Stage, Option<PartialDate>)>, as_of: NaiveDate) -> Option<Answer> {
    let mut answer = None;
    for (stage, on) in steps {
        let Some(on) = on else { continue };
        if on.last_day() > as_of {
            break;
        }
        if stage.is_granted() {
            answer = Some(Answer::Granted);
        } else if stage == Stage::Rejected {
            answer = Some(Answer::Rejected);
        }
    }
    answer
}

/// The amount of those applications it is made of.
pub fn amount_of<'a>(applications: impl Iterator<Item = &'a Counted>, amount: fn(&Counted) -> Option<Money>) -> AmountOf {
    let mut sum = AmountOf { amount: Money::ZERO, applications: Vec::new(), unknown: 0 };
    for application in applications {
        sum.applications.push(application.id);
        match amount(application) {
            Some(amount) => sum.amount += amount,
            None => sum.unknown += 1,
        }
    }
    sum
}

/// The pipeline by stage, in order; only stages that have applications.
pub fn by_stage(applications: &[Counted]) -> Vec<StageSum> {
    let of_stage = |stage: Stage| applications.iter().filter(move |application| application.stage == stage);
    let stages = Stage::ALL.iter().copied().filter(|&stage| of_stage(stage).next().is_some());
    stages
        .map(|stage| StageSum {
            stage,
            requested: amount_of(of_stage(stage), |application| application.requested),
            awarded: amount_of(of_stage(stage).filter(|_| stage.is_granted()), |application| application.awarded),
        })
        .collect()
}

/// How many of the answered applications were granted.
pub fn hit_rate<'a>(name: &str, applications: impl Iterator<Item = &'a Counted>) -> HitRate {
    let mut rate = HitRate {
        name: name.to_owned(),
        answered: Vec::new(),
        granted: Vec::new(),
        waiting: Vec::new(),
        requested: Money::ZERO,
        awarded: Money::ZERO,
        money_per_mille: None,
        unknown: 0,
    };
    for application in applications {
        let awarded = match application.answer {
            None if application.stage == Stage::Submitted => {
                rate.waiting.push(application.id);
                continue;
            }
            None => continue,
            Some(Answer::Granted) => {
                rate.granted.push(application.id);
                application.awarded
            }
            // Nothing was granted, and that is known.
            Some(Answer::Rejected) => Some(Money::ZERO),
        };
        rate.answered.push(application.id);
        match (application.requested, awarded) {
            (Some(requested), Some(awarded)) => {
                rate.requested += requested;
                rate.awarded += awarded;
            }
            _ => rate.unknown += 1,
        }
    }
    rate.money_per_mille = per_mille(rate.awarded, rate.requested);
    rate
}

/// The hit rate of each group of applications that have an answer or wait for one, by name as Danish sorts.
pub fn hit_rates(applications: &[Counted], group: fn(&Counted) -> &str) -> Vec<HitRate> {
    let mut names: Vec<&str> = applications.iter().map(group).collect();
    names.sort_by_cached_key(|name| danish_order(name));
    names.dedup();
    let of_group = |name: &str| hit_rate(name, applications.iter().filter(|application| group(application) == name));
    let rates = names.into_iter().map(of_group);
    rates.filter(|rate| !rate.answered.is_empty() || !rate.waiting.is_empty()).collect()
}

/// One amount in per mille of another, rounded half away from zero; none of nothing.
fn per_mille(part: Money, whole: Money) -> Option<u32> {
    let (part, whole) = (i128::from(part.oere()), i128::from(whole.oere()));
    if whole <= 0 { None } else { u32::try_from((part * 2000 + whole) / (whole * 2)).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kr(kroner: i64) -> Money {
        Money::from_oere(kroner * 100)
    }

    fn counted(id: u32, stage: Stage, requested: Option<i64>, awarded: Option<i64>, answer: Option<Answer>) -> Counted {
        let (requested, awarded) = (requested.map(kr), awarded.map(kr));
        Counted { id, stage, requested, awarded, answer, department: String::new(), funder: format!("F{}", id % 2) }
    }

    fn all() -> Vec<Counted> {
        use Answer::{Granted, Rejected};
        vec![
            counted(1, Stage::Running, Some(1000), Some(500), Some(Granted)),
            counted(2, Stage::Rejected, Some(2000), None, Some(Rejected)),
            counted(3, Stage::Running, Some(700), None, Some(Granted)),
            counted(4, Stage::Submitted, Some(900), None, None),
            counted(5, Stage::Idea, None, None, None),
            counted(6, Stage::Withdrawn, Some(100), None, None),
        ]
    }

    #[test]
    fn only_what_is_answered_is_in_the_hit_rate() {
        let rate = hit_rate("", all().iter());
        assert_eq!((rate.answered, rate.granted, rate.waiting), (vec![1, 2, 3], vec![1, 3], vec![4]));
        assert_eq!((rate.requested, rate.awarded, rate.unknown), (kr(3000), kr(500), 1));
        assert_eq!(rate.money_per_mille, Some(167), "166.67 rounded");
        let none = hit_rate("", [].iter());
        assert_eq!((none.money_per_mille, none.unknown), (None, 0));
        let names: Vec<(String, usize)> =
            hit_rates(&all(), |it| &it.funder).into_iter().map(|rate| (rate.name, rate.answered.len())).collect();
        assert_eq!(names, [("F0".to_owned(), 1), ("F1".to_owned(), 2)]);
    }

    #[test]
    fn per_mille_is_rounded_half_away_from_zero() {
        for (part, whole, expected) in
            [(1, 2000, Some(1)), (1, 2001, Some(0)), (3, 2000, Some(2)), (5, 5, Some(1000)), (5, 0, None)]
        {
            assert_eq!(per_mille(Money::from_oere(part), Money::from_oere(whole)), expected, "{part} of {whole}");
        }
    }

    #[test]
    fn a_stage_is_made_of_its_applications() {
        let stages = by_stage(&all());
        let order: Vec<Stage> = stages.iter().map(|sum| sum.stage).collect();
        assert_eq!(order, [Stage::Idea, Stage::Submitted, Stage::Running, Stage::Rejected, Stage::Withdrawn]);
        let running = &stages[2];
        assert_eq!(running.requested, AmountOf { amount: kr(1700), applications: vec![1, 3], unknown: 0 });
        assert_eq!(running.awarded, AmountOf { amount: kr(500), applications: vec![1, 3], unknown: 1 });
        assert_eq!(stages[0].requested, AmountOf { amount: kr(0), applications: vec![5], unknown: 1 });
        assert_eq!(stages[1].awarded.applications, Vec::<u32>::new());
    }

    #[test]
    fn an_answer_counts_from_its_own_day() {
        use Stage::{ConditionallyGranted, Granted, Rejected, Running, Submitted, Withdrawn};
        let at = |steps: &[(Stage, Option<&str>)], day: &str| {
            let steps = steps.iter().map(|(stage, on)| (*stage, on.and_then(PartialDate::parse)));
            answer_at(steps, day.parse().unwrap())
        };
        let granted = [(Submitted, Some("2019-01-02")), (ConditionallyGranted, Some("2019-03")), (Rejected, Some("2019-06-01"))];
        assert_eq!(at(&granted, "2019-03-30"), None);
        assert_eq!(at(&granted, "2019-03-31"), Some(Answer::Granted));
        assert_eq!(at(&granted, "2019-06-01"), Some(Answer::Rejected));
        assert_eq!(at(&[(Submitted, None), (ConditionallyGranted, None)], "2019-03-12"), None, "nobody knows when");
        assert_eq!(at(&[(Granted, None), (Running, Some("2017"))], "2019-03-12"), Some(Answer::Granted));
        assert_eq!(at(&[(Granted, Some("2019-01-01")), (Withdrawn, Some("2019-02-01"))], "2019-03-12"), Some(Answer::Granted));
        assert_eq!(at(&[(Submitted, Some("2019-01-01")), (Withdrawn, Some("2019-02-01"))], "2019-03-12"), None);
    }
}
