//! What a plan says of its own days: what has passed, what is moved too late, and how long one can wait.

use super::*;
use crate::applications::Stage;

const PLAN: &str = "Sag skal afleveres 2. maj 2019 (4 arbejdsdage)";

fn sent_by(marks: &[StepMark]) -> ToPlan<'_> {
    ToPlan { marks, ..application("2019-05-22", None) }
}

#[test]
fn a_step_moved_past_the_deadline_is_at_risk_and_moves_nothing() {
    let why = "Vi venter på Økonomi";
    let marks = [StepMark { pinned_reason: why.to_owned(), ..moved(DeadlineKind::Step, "sending", "2019-06-01") }];
    let outcome = Town::spring().plan("2019-03-12", &sent_by(&marks));
    let sentence = "»Indsendelse« er flyttet til 1. juni 2019, efter fristen 22. maj 2019";
    assert_eq!(outcome.state, PlanState::AtRisk);
    assert_eq!(outcome.sentence.da, format!("Sag skal afleveres 2. maj 2019 (34 arbejdsdage), men {sentence}"));
    let sending = step(&outcome, "sending");
    assert!(sending.broken && sending.slack < 0);
    assert_eq!(sending.why_broken().da, sentence);
    assert_eq!(sending.reason.da, "Flyttet af en person til 1. juni 2019: Vi venter på Økonomi");
    assert_eq!(sending.reason.en, "Moved by a person to 1 June 2019: Vi venter på Økonomi");
    let conflicts: Vec<_> = outcome.conflicts.iter().map(|it| (it.part.as_str(), it.sentence.da.as_str())).collect();
    assert_eq!(conflicts, [("sending", sentence)]);
    let options: Vec<&str> = outcome.conflicts[0].options.iter().map(|it| it.da.as_str()).collect();
    let back = "Flyt det tilbage til reglens dag, 21. maj 2019.";
    assert_eq!(options, [back, "Er fristen en anden, så ret den dér, hvor den er indtastet."]);
    assert_eq!(outcome.risk(day("2019-03-12")).unwrap().da, sentence, "the deadline is at risk too");
    assert_eq!(outcome.remarks[0].da, "»Indsendelse« er flyttet til 1. juni 2019, som er en lørdag.");
    // The rest stays where the deadline puts it.
    assert_eq!((step(&outcome, "signature").on, outcome.meeting_on), (day("2019-05-20"), Some(day("2019-05-14"))));
    assert!(outcome.steps.iter().filter(|step| step.broken).count() == 1);
}

#[test]
fn a_step_moved_past_the_next_is_at_risk_until_it_is_done() {
    let conflict = |part: &str, on: &str| {
        let kind = if part.starts_with("paper") { DeadlineKind::Paper } else { DeadlineKind::Step };
        let outcome = Town::spring().plan("2019-03-12", &sent_by(&[moved(kind, part, on)]));
        outcome.conflicts.first().map(|it| it.sentence.da.clone())
    };
    let table = [
        ("budget", "2019-05-21", Some("»Budget godkendt« er flyttet til 21. maj 2019, efter »Underskrift« 20. maj 2019")),
        ("budget", "2019-05-20", None),
        ("director", "2019-05-03", Some("»Direktør har godkendt« er flyttet til 3. maj 2019, efter »Sag afleveret« 2. maj 2019")),
        ("paper:1", "2019-05-15", Some("»Sag afleveret« er flyttet til 15. maj 2019, efter »Dagsordensmøde« 6. maj 2019")),
        // Before its meeting a committee may have agreed to take it later.
        ("paper:1", "2019-05-03", None),
        (
            "decision:1",
            "2019-05-22",
            Some("»Beslutning foreligger« er flyttet til 22. maj 2019, efter »Indsendelse« 21. maj 2019"),
        ),
    ];
    for (part, on, expected) in table {
        assert_eq!(conflict(part, on).as_deref(), expected, "{part} {on}");
    }
    let marks = [StepMark { done_on: Some(day("2019-03-11")), ..moved(DeadlineKind::Step, "sending", "2019-06-01") }];
    let outcome = Town::spring().plan("2019-03-12", &sent_by(&marks));
    assert!(outcome.conflicts.is_empty() && outcome.remarks.is_empty());
    let after = Town::spring().plan("2019-05-03", &sent_by(&[moved(DeadlineKind::Paper, "paper:1", "2019-05-15")]));
    assert_eq!(after.state, PlanState::Unreachable, "no paper is handed in after its meeting");
}

#[test]
fn a_hearing_that_is_not_sent_out_is_a_conflict() {
    let plan = Plan { hearing_elderly: true, hearing_staff: true, ..settled_plan() };
    let it = ToPlan { plan: Some(&plan), ..application("2019-05-22", None) };
    let town = Town::spring();
    let outcome = town.plan("2019-04-26", &it);
    let late = "øringen skulle være sendt 15. april 2019 (6 arbejdsdage siden)";
    assert_eq!(step(&outcome, "hearing").on, day("2019-04-15"));
    assert_eq!((outcome.state, outcome.sentence.da), (PlanState::AtRisk, format!("{PLAN}, men h{late}")));
    assert_eq!(outcome.conflicts.len(), 1);
    assert_eq!(outcome.conflicts[0].sentence.da, format!("H{late}"));
    let options: Vec<&str> = outcome.conflicts[0].options.iter().map(|it| it.da.as_str()).collect();
    let expected = [
        "Afkort høringen: sendes den i dag, er der 4 arbejdsdage, til sagen skal afleveres 2. maj 2019.",
        "Hold høringen mellem aflevering og møde: svarene skal foreligge inden mødet 14. maj 2019.",
        "Skriv i sagen, at høringen ikke er afsluttet: Ældreråd, MED.",
    ];
    assert_eq!(options, expected);
    assert!(town.plan("2019-04-15", &it).conflicts.is_empty(), "not on its day");

    // Between paper and meeting, as one of the ways says: the case is written for the paper all the same.
    let between = [moved(DeadlineKind::Step, "hearing", "2019-05-06")];
    let outcome = town.plan("2019-04-26", &ToPlan { marks: &between, ..it.clone() });
    assert_eq!(outcome.conflicts, []);
    assert_eq!((step(&outcome, "hearing").on, step(&outcome, "director").on), (day("2019-05-06"), day("2019-04-30")));
    assert_eq!(step(&outcome, "director").reason.da, "2 arbejdsdage før sagen skal afleveres");
    let after = [moved(DeadlineKind::Step, "hearing", "2019-05-15")];
    assert_eq!(town.plan("2019-04-26", &ToPlan { marks: &after, ..it.clone() }).conflicts.len(), 1, "not after the meeting");

    // Where no meeting can be reached the hearing is the least of it.
    assert_eq!(town.plan("2019-05-03", &it).conflicts, []);
}

#[test]
fn what_has_passed_is_said_whatever_is_settled() {
    let town = Town::spring();
    let said = |as_of: &str, it: &ToPlan<'_>| {
        let outcome = town.plan(as_of, it);
        (outcome.state, outcome.sentence.da, outcome.conflicts.len())
    };
    let it = application("2019-05-22", None);
    let one = format!("{PLAN}, men »Sag skrevet« skulle være gjort 23. april 2019 (3 arbejdsdage siden)");
    let begun = ToPlan { stage: Stage::Drafting, ..it.clone() };
    assert_eq!(said("2019-04-26", &begun), (PlanState::AtRisk, one, 0));
    let start = "arbejdet skulle være begyndt 23. april 2019 (1 arbejdsdag siden)";
    let approved = ToPlan { approval_state: ApprovalState::Approved, approved_on: Some(day("2019-04-09")), ..it.clone() };
    let sentence = format!("Godkendt politisk 9. april 2019, men {start}");
    assert_eq!(said("2019-04-24", &approved), (PlanState::AtRisk, sentence, 0));
    assert_eq!(said("2019-04-23", &approved).0, PlanState::Approved, "not on its day");
    let two = "2 trin er overskredet, det første »Sag skrevet« 23. april 2019 (3 arbejdsdage siden)";
    assert!(said("2019-04-27", &begun).1.ends_with(two), "Saturday");
    let sent = ToPlan { stage: Stage::Submitted, ..it };
    assert_eq!(said("2019-05-10", &sent).0, PlanState::Passed);
}

#[test]
fn slack_is_what_is_left_beside_the_time_a_step_takes() {
    let town = Town::spring();
    let it = application("2019-05-22", None);
    let outcome = town.plan("2019-03-12", &it);
    let loose: Vec<_> =
        outcome.steps.iter().filter(|step| step.slack != 0).map(|step| (step.part.as_str(), step.slack)).collect();
    assert_eq!(loose, [("meeting:1", 3), ("decision:1", 3)], "all else is tight");
    // Days earlier than it must be are slack.
    let marks = [moved(DeadlineKind::Step, "budget", "2019-05-09")];
    let outcome = town.plan("2019-03-12", &sent_by(&marks));
    assert_eq!((step(&outcome, "budget").slack, step(&outcome, "draft").slack), (3, 0));
    // The plan waits for its first step that is not done.
    assert_eq!(outcome.slack, Some(24), "to the kick-off on 18 April, or rather 17 April");
    assert_eq!(town.plan("2019-04-24", &it).slack, Some(-1));
    assert_eq!(town.plan("2019-05-23", &it).slack, None, "nothing can be waited for any more");
}
