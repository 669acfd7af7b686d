//! Both chains against real calendars.

use super::*;

fn of(pairs: &[(PlanStep, &str)]) -> Vec<(PlanStep, String)> {
    pairs.iter().map(|(step, on)| (*step, (*on).to_owned())).collect()
}

#[test]
fn two_chains_meet_at_sending() {
    use PlanStep::{
        AgendaMeeting, Budget, CaseDraft, Decision, Director, Draft, Finance, KickOff, Meeting, Paper, Sending, Signature,
    };
    let outcome = Town::spring().plan("2019-03-12", &application("2019-05-22", None));
    assert_eq!(outcome.state, PlanState::Reachable);
    assert_eq!(outcome.sentence.da, "Sag skal afleveres 2. maj 2019 (34 arbejdsdage)");
    assert_eq!((outcome.meeting_on, outcome.paper_due), (Some(day("2019-05-14")), Some(day("2019-05-02"))));
    // Store bededag, 17 May, does not count.
    let case = [(CaseDraft, "04-23"), (Finance, "04-26"), (Director, "04-30"), (Paper, "05-02"), (AgendaMeeting, "05-06")];
    let case = case.into_iter().chain([(Meeting, "05-14"), (Decision, "05-15")]).collect::<Vec<_>>();
    assert_eq!(days(&outcome, Chain::Case), of(&case));
    let own = [(KickOff, "04-23"), (Draft, "05-07"), (Budget, "05-14"), (Signature, "05-20"), (Sending, "05-21")];
    assert_eq!(days(&outcome, Chain::Application), of(&own));
    assert_eq!((step(&outcome, "decision:1").slack, step(&outcome, "sending").slack), (Some(3), None));
    assert_eq!(step(&outcome, "paper:1").reason.da, "8 arbejdsdage før mødet i BIU 14. maj 2019");
    assert_eq!(step(&outcome, "signature").reason.en, "1 working day before sending");
    assert!(outcome.steps.iter().all(|step| !step.broken && step.done_on.is_none()));
}

#[test]
fn the_hour_of_the_deadline_decides_the_day_of_sending() {
    let mut town = Town::spring();
    let sending = |town: &Town, time| step(&town.plan("2019-03-12", &application("2019-05-07", time)), "sending").clone();
    for time in [None, Some("12:00"), Some("09:00"), Some("23:59")] {
        assert_eq!(sending(&town, time).on, day("2019-05-06"), "{time:?}: the lead time is a working day");
    }
    for lead in town.lead_times.iter_mut().filter(|lead| lead.step == PlanStep::Sending) {
        lead.amount = 0;
    }
    assert_eq!(sending(&town, None).on, day("2019-05-06"));
    assert_eq!(sending(&town, Some("12:00")).on, day("2019-05-06"));
    assert_eq!(sending(&town, Some("12:00")).reason.da, "Senest arbejdsdagen før fristen 7. maj 2019 kl. 12:00");
    let late = sending(&town, Some("23:59"));
    assert_eq!((late.on, late.time.as_deref()), (day("2019-05-07"), Some("23:59")));
    // Whit Monday 2019: a deadline on a holiday is met before it.
    assert_eq!(step(&town.plan("2019-03-12", &application("2019-06-10", Some("23:59"))), "sending").on, day("2019-06-07"));
}

#[test]
fn partners_declare_before_the_signature() {
    let it = ToPlan { partners: true, ..application("2019-05-22", None) };
    let outcome = Town::spring().plan("2019-03-12", &it);
    assert_eq!((step(&outcome, "declarations").on, step(&outcome, "budget").on), (day("2019-05-14"), day("2019-05-14")));
    let without = Town::spring().plan("2019-03-12", &application("2019-05-22", None));
    assert!(without.steps.iter().all(|step| step.step != PlanStep::Declarations));
}

#[test]
fn a_case_goes_through_the_committees_in_turn() {
    let town = Town::new(&[
        (BIU, &["2019-03-12", "2019-04-09", "2019-05-14"]),
        (OU, &["2019-03-21", "2019-04-25", "2019-05-16"]),
        (KB, &["2019-03-28", "2019-04-29", "2019-05-23"]),
    ]);
    let plan = Plan { reading: Reading::Council, hearing_elderly: true, hearing_staff: true, ..settled_plan() };
    let it = ToPlan { plan: Some(&plan), ..application("2019-05-22", None) };
    let outcome = town.plan("2019-01-02", &it);
    let held: Vec<String> = outcome
        .steps
        .iter()
        .filter(|step| matches!(step.step, PlanStep::Meeting | PlanStep::Paper))
        .map(|step| format!("{} {}", step.part, step.on))
        .collect();
    // KB 29 April: paper 11 April. ØU must have decided by then, so 21 March: paper 11 March. BIU 12 March is too late for that.
    assert_eq!(outcome.state, PlanState::Unreachable, "{held:?}");
    let finance = Plan { reading: Reading::Finance, ..plan.clone() };
    let outcome = town.plan("2019-01-02", &ToPlan { plan: Some(&finance), ..it });
    let days = ["paper:1", "meeting:1", "decision:1", "paper:2", "meeting:2", "decision:2"].map(|part| step(&outcome, part).on);
    let expected = ["2019-03-28", "2019-04-09", "2019-04-10", "2019-05-06", "2019-05-16", "2019-05-20"];
    assert_eq!(days, expected.map(day));
    assert_eq!(step(&outcome, "hearing").on, day("2019-03-14"));
    assert_eq!(step(&outcome, "hearing").reason.da, "10 arbejdsdage før sagen skal afleveres: Ældreråd, MED skal høres");
    assert_eq!(step(&outcome, "director").reason.da, "2 arbejdsdage før sagen skal sendes i høring");
}

#[test]
fn no_step_towards_a_meeting_falls_in_the_recess() {
    let town = Town::new(&[(BIU, &["2019-06-11", "2019-08-13", "2019-09-10"])]);
    let outcome = town.plan("2019-06-12", &application("2019-08-20", None));
    // Eight working days before 13 August is 1 August, in the recess.
    assert_eq!((outcome.paper_due, outcome.meeting_on), (Some(day("2019-06-28")), Some(day("2019-08-13"))));
    assert!(outcome.steps.iter().filter(|step| step.chain == Chain::Case).all(|step| town.calendar.is_meeting_day(step.on)));
    let reason = &step(&outcome, "paper:1").reason;
    assert_eq!(reason.da, "8 arbejdsdage før mødet i BIU 13. august 2019, og uden for mødepausen (sommerferien)");
    assert!(!step(&outcome, "meeting:1").reason.da.contains("mødepausen"));
    // Work on the application goes on.
    assert_eq!(step(&outcome, "draft").on, day("2019-08-06"));
    assert_eq!(step(&outcome, "kick_off").on, day("2019-07-23"));
}

#[test]
fn a_paper_follows_the_meeting_the_committee_or_the_lead_time() {
    let mut town = Town::spring();
    let paper = |town: &Town| step(&town.plan("2019-03-12", &application("2019-05-22", None)), "paper:1").clone();
    town.committees[0].paper_amount = Some(14);
    town.committees[0].paper_unit = Some(DayUnit::Days);
    assert_eq!(paper(&town).on, day("2019-04-30"));
    assert_eq!(paper(&town).reason.da, "14 dage før mødet i BIU 14. maj 2019: udvalgets egen regel");
    town.meetings.get_mut(&BIU).unwrap()[2].paper_due_on = Some(day("2019-05-03"));
    assert_eq!(paper(&town).on, day("2019-05-03"));
    assert_eq!(paper(&town).reason.da, "Mødeplanens frist for mødet i BIU 14. maj 2019");
}

#[test]
fn a_pinned_step_stays_and_what_comes_before_follows_it() {
    let town = Town::spring();
    let mark = |kind, part: &str, pinned: Option<&str>, done: Option<&str>| StepMark {
        kind,
        part: part.to_owned(),
        pinned_on: pinned.map(day),
        done_on: done.map(day),
    };
    use crate::deadlines::DeadlineKind::{Paper, Step};
    let marks = [mark(Step, "sending", Some("2019-05-13"), None), mark(Paper, "paper:1", Some("2019-03-26"), None)];
    let outcome = town.plan("2019-03-12", &ToPlan { marks: &marks, ..application("2019-05-22", None) });
    assert_eq!(outcome.meeting_on, Some(day("2019-04-09")), "the decision must be there when it is sent");
    assert_eq!(outcome.sentence.da, "Sag skal afleveres 26. marts 2019 (10 arbejdsdage)");
    assert_eq!(step(&outcome, "paper:1").ruled_on, Some(day("2019-03-28")));
    assert_eq!(step(&outcome, "director").on, day("2019-03-22"));
    assert_eq!(step(&outcome, "signature").on, day("2019-05-10"));

    // Out of order, and past: broken, unless it is done.
    let marks = [mark(Step, "budget", Some("2019-05-21"), None), mark(Step, "draft", Some("2019-03-11"), None)];
    let outcome = town.plan("2019-03-12", &ToPlan { marks: &marks, ..application("2019-05-22", None) });
    assert!(step(&outcome, "budget").broken && step(&outcome, "draft").broken && !step(&outcome, "signature").broken);
    assert_eq!(step(&outcome, "budget").slack, Some(-1));
    let marks = [mark(Step, "budget", None, Some("2019-03-08"))];
    let outcome = town.plan("2019-03-12", &ToPlan { marks: &marks, partners: true, ..application("2019-05-22", None) });
    assert_eq!(step(&outcome, "kick_off").done_on, Some(day("2019-03-08")), "what comes before is done too");
    assert_eq!(step(&outcome, "declarations").done_on, None, "but declarations come in beside it");
    let outcome = town.plan("2019-03-07", &ToPlan { marks: &marks, ..application("2019-05-22", None) });
    assert_eq!(step(&outcome, "budget").done_on, None, "not before its day");
}
