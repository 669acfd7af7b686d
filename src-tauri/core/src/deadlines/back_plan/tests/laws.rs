//! What holds of every plan.

use proptest::prelude::*;

use super::*;

/// A town whose committees meet every few weeks from the start of 2019.
fn town(every: [i64; 3], shift: [i64; 3], leads: &[(u32, DayUnit)]) -> Town {
    let mut town = Town::new(&[]);
    for (at, id) in [BIU, OU, KB].into_iter().enumerate() {
        let first = day("2019-01-01") + chrono::TimeDelta::days(shift[at]);
        let all = (0..40).map(|n| first + chrono::TimeDelta::days(n * every[at]));
        let held = all.filter(|held| town.calendar.is_meeting_day(*held));
        let meetings = held.enumerate().map(|(n, held)| meeting(id * 100 + n as u32, id, held)).collect();
        town.meetings.insert(id, meetings);
    }
    for (lead, (amount, unit)) in town.lead_times.iter_mut().zip(leads) {
        (lead.amount, lead.unit) = (*amount, *unit);
    }
    town
}

fn unit() -> impl Strategy<Value = DayUnit> {
    prop::sample::select(vec![DayUnit::Days, DayUnit::WeekdaysSaturday, DayUnit::Weekdays, DayUnit::WorkingDays])
}

fn towns() -> impl Strategy<Value = Town> {
    let leads = prop::collection::vec((0_u32..15, unit()), 13);
    (prop::array::uniform3(7_i64..45), prop::array::uniform3(0_i64..45), leads, 0_u32..15)
        .prop_map(|(every, shift, leads, between_readings)| Town { between_readings, ..town(every, shift, &leads) })
}

fn readings() -> impl Strategy<Value = Reading> {
    prop::sample::select(vec![Reading::Committee, Reading::Finance, Reading::Council])
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0_i64..500).prop_map(|days| day("2019-01-15") + chrono::TimeDelta::days(days))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, rng_seed: proptest::test_runner::RngSeed::Fixed(2019), ..ProptestConfig::default() })]

    #[test]
    fn steps_are_in_order_on_working_days(
        town in towns(),
        reading in readings(),
        deadline in date(),
        time in prop::option::of(prop::sample::select(vec!["09:00", "12:00", "15:00", "23:59"])),
        as_of in date(),
        partners: bool,
        hearing: bool,
    ) {
        let plan = Plan { reading, hearing_elderly: hearing, ..settled_plan() };
        let it = ToPlan { plan: Some(&plan), partners, deadline: Some(deadline), ..application("2019-05-22", time) };
        let outcome = back_plan(&Setting { as_of, ..town.setting("2019-01-01") }, &it);
        for chain in [Chain::Case, Chain::Application] {
            let of: Vec<&StepOutcome> = outcome.steps.iter().filter(|step| step.chain == chain).collect();
            prop_assert!(of.windows(2).all(|pair| pair[0].on <= pair[1].on), "{of:#?}");
        }
        for step in &outcome.steps {
            prop_assert!(town.calendar.is_working_day(step.on), "{step:?}");
            let towards = step.chain == Chain::Case && step.step != PlanStep::Decision;
            prop_assert!(!towards || town.calendar.is_meeting_day(step.on), "{step:?}");
            prop_assert_eq!(step.broken, step.on < as_of);
            prop_assert!(!step.is_after_next() && step.slack >= 0, "{step:?}");
        }
        let sending = outcome.steps.iter().find(|step| step.step == PlanStep::Sending);
        if let Some(sending) = sending {
            let early = time.is_none_or(|time| time <= "12:00");
            prop_assert!(sending.on < deadline || (!early && sending.on == deadline));
            prop_assert!(outcome.steps.iter().all(|step| step.on <= sending.on), "all comes before sending");
        }
    }

    #[test]
    fn the_meeting_is_the_last_that_leaves_time(town in towns(), deadline in date(), as_of in date()) {
        let it = ToPlan { deadline: Some(deadline), ..application("2019-05-22", None) };
        let setting = Setting { as_of, ..town.setting("2019-01-01") };
        let outcome = back_plan(&setting, &it);
        let Some(held) = outcome.meeting_on else { return Ok(()) };
        let sending = step(&outcome, "sending").on;
        let decision = |held: NaiveDate| setting.decision_after(held, false);
        prop_assert!(decision(held) <= sending);
        for meeting in setting.meetings_of(BIU).iter().filter(|meeting| meeting.held_on > held) {
            prop_assert!(decision(meeting.held_on) > sending, "{} could be reached", meeting.held_on);
        }
        let paper = outcome.paper_due.unwrap();
        let expected = match outcome.state {
            PlanState::Reachable | PlanState::AtRisk => paper > as_of,
            PlanState::LastDay => paper == as_of,
            _ => paper < as_of,
        };
        prop_assert!(expected, "{outcome:?}");
    }

    #[test]
    fn a_later_deadline_never_makes_the_paper_due_earlier(
        town in towns(), reading in readings(), deadline in date(), later in 0_i64..90,
    ) {
        let plan = Plan { reading, ..settled_plan() };
        let setting = town.setting("2019-01-01");
        let paper = |deadline: NaiveDate| {
            back_plan(&setting, &ToPlan { plan: Some(&plan), deadline: Some(deadline), ..application("2019-05-22", None) }).paper_due
        };
        if let (Some(before), Some(after)) = (paper(deadline), paper(deadline + chrono::TimeDelta::days(later))) {
            prop_assert!(before <= after);
        }
    }

    #[test]
    fn a_pin_keeps(town in towns(), deadline in date(), pinned in date(), at in 0_usize..5) {
        let part = ["draft", "signature", "sending", "director", "case_draft"][at];
        let marks = [moved(DeadlineKind::Step, part, &pinned.to_string())];
        let it = ToPlan { deadline: Some(deadline), marks: &marks, ..application("2019-05-22", None) };
        let outcome = back_plan(&town.setting("2019-01-01"), &it);
        if let Some(step) = outcome.steps.iter().find(|step| step.part == part) {
            prop_assert_eq!(step.on, pinned);
            prop_assert!(step.ruled_on.is_some());
        }
    }
}
