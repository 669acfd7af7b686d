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
    assert_eq!((step(&outcome, "decision:1").slack, step(&outcome, "sending").slack), (3, 0));
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
    let on = |outcome: &PlanOutcome, parts: &[&str]| -> Vec<String> {
        parts.iter().map(|part| step(outcome, part).on.to_string()[5..].to_owned()).collect()
    };
    // One paper goes from committee to committee: ØU meets four days before KB, and KB's paper does not wait for that.
    assert_eq!(outcome.state, PlanState::Reachable);
    let parts = ["paper:1", "meeting:1", "decision:1", "paper:2", "paper:3", "meeting:2", "meeting:3"];
    assert_eq!(on(&outcome, &parts), ["03-28", "04-09", "04-10", "04-10", "04-12", "04-25", "04-29"]);
    assert_eq!((step(&outcome, "meeting:1").slack, step(&outcome, "decision:1").slack), (8, 8), "until 24 April");
    let reason = &step(&outcome, "decision:1").reason.da;
    assert_eq!(reason, "1 arbejdsdag efter mødet i BIU 9. april 2019: først da kan ØU behandle sagen");
    let reason = &step(&outcome, "paper:2").reason.da;
    assert_eq!(reason, "8 arbejdsdage før mødet i ØU 25. april 2019: samme sag med indstillingen fra BIU");
    assert_eq!(step(&outcome, "hearing").on, day("2019-03-14"));
    assert_eq!(step(&outcome, "hearing").reason.da, "10 arbejdsdage før sagen skal afleveres: Ældreråd, MED skal høres");
    assert_eq!(step(&outcome, "director").reason.da, "2 arbejdsdage før sagen skal sendes i høring");

    let finance = Plan { reading: Reading::Finance, ..plan.clone() };
    let finance = ToPlan { plan: Some(&finance), ..it.clone() };
    let parts = ["paper:1", "meeting:1", "decision:1", "paper:2", "meeting:2", "decision:2"];
    assert_eq!(on(&town.plan("2019-01-02", &finance), &parts), ["05-02", "05-14", "05-15", "05-06", "05-16", "05-20"]);
    let marks =
        [StepMark { pinned_on: None, done_on: Some(day("2019-04-30")), ..moved(DeadlineKind::Paper, "paper:2", "2019-04-30") }];
    let handed_in = town.plan("2019-05-01", &ToPlan { marks: &marks, ..finance.clone() });
    assert_eq!(step(&handed_in, "meeting:1").done_on, None, "BIU has not met because ØU has the paper");
    // A municipality can have the next paper wait for the decision.
    let waits = Town { between_readings: 9, ..town.clone() };
    assert_eq!(on(&waits.plan("2019-01-02", &finance), &parts), ["03-28", "04-09", "04-25", "05-06", "05-16", "05-20"]);
    assert_eq!(waits.plan("2019-01-02", &it).state, PlanState::Unreachable, "ØU 25 April is too near KB 29 April");
    // The committees may meet on one day.
    let mut same = Town { between_readings: 0, ..town.clone() };
    same.meetings.get_mut(&OU).unwrap()[1].held_on = day("2019-04-29");
    assert_eq!(step(&same.plan("2019-01-02", &it), "meeting:2").on, day("2019-04-29"));
    assert_eq!(step(&Town { between_readings: 1, ..same }.plan("2019-01-02", &it), "meeting:2").on, day("2019-03-21"));
}

#[test]
fn the_paper_is_due_on_the_first_day_of_any_committee() {
    let mut town = Town::new(&[(BIU, &["2019-04-09"]), (OU, &["2019-04-11"])]);
    town.committees[1].paper_amount = Some(20);
    town.committees[1].paper_unit = Some(DayUnit::Days);
    let plan = Plan { reading: Reading::Finance, ..settled_plan() };
    let it = ToPlan { plan: Some(&plan), ..application("2019-04-15", None) };
    let outcome = town.plan("2019-03-12", &it);
    assert_eq!((outcome.paper_due, step(&outcome, "paper:1").on), (Some(day("2019-03-22")), day("2019-03-28")));
    assert_eq!(step(&outcome, "director").on, day("2019-03-20"), "two working days before it is handed in anywhere");
    assert_eq!(town.plan("2019-03-25", &it).state, PlanState::Unreachable);
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
    use crate::deadlines::DeadlineKind::{Paper, Step};
    let marks = [moved(Step, "sending", "2019-05-13"), moved(Paper, "paper:1", "2019-03-26")];
    let outcome = town.plan("2019-03-12", &ToPlan { marks: &marks, ..application("2019-05-22", None) });
    assert_eq!(outcome.meeting_on, Some(day("2019-04-09")), "the decision must be there when it is sent");
    assert_eq!(outcome.sentence.da, "Sag skal afleveres 26. marts 2019 (10 arbejdsdage)");
    assert_eq!(step(&outcome, "paper:1").ruled_on, Some(day("2019-03-28")));
    assert_eq!(step(&outcome, "director").on, day("2019-03-22"));
    assert_eq!(step(&outcome, "signature").on, day("2019-05-10"));

    // Out of order, and past: broken, unless it is done.
    let marks = [moved(Step, "budget", "2019-05-21"), moved(Step, "draft", "2019-03-11")];
    let outcome = town.plan("2019-03-12", &ToPlan { marks: &marks, ..application("2019-05-22", None) });
    assert!(step(&outcome, "budget").broken && step(&outcome, "draft").broken && !step(&outcome, "signature").broken);
    assert_eq!(step(&outcome, "budget").slack, -4, "it leaves the signature no time, and comes after it");
    let marks = [StepMark { pinned_on: None, done_on: Some(day("2019-03-08")), ..moved(Step, "budget", "2019-03-08") }];
    let outcome = town.plan("2019-03-12", &ToPlan { marks: &marks, partners: true, ..application("2019-05-22", None) });
    assert_eq!(step(&outcome, "kick_off").done_on, Some(day("2019-03-08")), "what comes before is done too");
    assert_eq!(step(&outcome, "declarations").done_on, None, "but declarations come in beside it");
    let outcome = town.plan("2019-03-07", &ToPlan { marks: &marks, ..application("2019-05-22", None) });
    assert_eq!(step(&outcome, "budget").done_on, None, "not before its day");
}
