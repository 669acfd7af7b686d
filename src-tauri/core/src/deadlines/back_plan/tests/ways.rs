//! What a plan says on a day, and the ways out.

use super::*;
use crate::calendar::PartialDate;
use crate::committee::Outcome;
use crate::words::all;

#[test]
fn one_application_on_three_days() {
    let town = Town::spring();
    let it = application("2019-05-07", Some("12:00"));
    let said = |as_of: &str| {
        let outcome = town.plan(as_of, &it);
        (outcome.state, outcome.sentence.da)
    };
    let reachable = "Sag skal afleveres 28. marts 2019 (10 arbejdsdage)".to_owned();
    assert_eq!(said("2019-03-14"), (PlanState::Reachable, reachable));
    let late = "3 trin er overskredet, det første »Sag skrevet«";
    let at_risk = format!("Sag skal afleveres 28. marts 2019 (1 arbejdsdag), men {late} 19. marts 2019 (6 arbejdsdage siden)");
    assert_eq!(said("2019-03-27"), (PlanState::AtRisk, at_risk));
    let last = format!("Sag skal afleveres i dag, 28. marts 2019, men {late} 19. marts 2019 (7 arbejdsdage siden)");
    assert_eq!(said("2019-03-28"), (PlanState::LastDay, last));
    let (state, sentence) = said("2019-03-29");
    assert_eq!(state, PlanState::Unreachable);
    assert_eq!(
        sentence,
        "Kan ikke nå politisk behandling: kræver formandsbeslutning, tillægsdagsorden, ekstraordinært møde, eller indsendes med forbehold"
    );
    assert_eq!(said("2019-05-07").0, PlanState::Unreachable);
    assert_eq!(said("2019-05-08"), (PlanState::Passed, "Fristen 7. maj 2019 er passeret.".to_owned()));
}

#[test]
fn the_ways_out_have_their_dates_and_say_what_they_do_not_give() {
    let outcome = Town::spring().plan("2019-03-29", &application("2019-05-07", Some("12:00")));
    let options: Vec<(Way, String, Option<String>)> = outcome
        .options
        .iter()
        .map(|option| (option.way, option.on.unwrap().to_string(), option.meeting_on.map(|day| day.to_string())))
        .collect();
    let on = |text: &str| text.to_owned();
    let expected = [
        (Way::SupplementaryAgenda, on("2019-04-08"), Some(on("2019-04-09"))),
        (Way::ExtraordinaryMeeting, on("2019-05-02"), Some(on("2019-05-03"))),
        (Way::Chairman, on("2019-05-06"), Some(on("2019-05-14"))),
        (Way::Reservation, on("2019-05-07"), Some(on("2019-05-14"))),
    ];
    assert_eq!(options, expected);
    let chairman = outcome.options.iter().find(|option| option.way == Way::Chairman).unwrap();
    assert_eq!(
        chairman.sentence.da,
        "Formandsbeslutning senest 6. maj 2019. BIU orienteres på sit første møde efter beslutningen, senest 14. maj 2019. Den giver \
         aldrig en bevilling."
    );
    assert!(outcome.options.iter().all(|option| !option.sentence.en.contains('{') && !option.sentence.en.contains("plan_")));

    let plan = Plan { way: Some(Way::Chairman), ..settled_plan() };
    let chosen = Town::spring().plan("2019-03-29", &ToPlan { plan: Some(&plan), ..application("2019-05-07", Some("12:00")) });
    assert_eq!(chosen.sentence.da, "Kan ikke nå et ordinært møde. Valgt: Formandsbeslutning.");
    assert!(chosen.steps.iter().all(|step| step.chain == Chain::Application), "the case is not late any more");
}

#[test]
fn it_is_unreachable_only_when_the_last_possible_day_has_passed() {
    let town = Town::new(&[(BIU, &["2019-03-12"])]);
    let it = application("2019-05-22", None);
    let outcome = town.plan("2019-02-19", &it);
    assert_eq!((outcome.state, outcome.meeting_on), (PlanState::Reachable, Some(day("2019-03-12"))));
    assert_eq!(outcome.remarks[0].da, "BIU's møder er kendt til 12. marts 2019. Et senere møde kan være muligt.");
    let outcome = town.plan("2019-03-12", &it);
    assert_eq!((outcome.state, outcome.options.len()), (PlanState::MeetingsUnknown, 0));
    assert_eq!(
        outcome.sentence.da,
        "BIU's møder er kendt til 12. marts 2019. Indtast mødeplanen, så viser tilbageplanen sidste mulige møde."
    );
    assert!(outcome.steps.iter().all(|step| step.chain == Chain::Application));
    // A meeting could be held on 20 May at the latest, its paper handed in on 7 May.
    assert_eq!(town.plan("2019-05-07", &it).state, PlanState::MeetingsUnknown);
    assert_eq!(town.plan("2019-05-08", &it).state, PlanState::Unreachable);
    assert_eq!(Town::new(&[]).plan("2019-03-12", &it).state, PlanState::MeetingsUnknown);
    assert_eq!(Town::spring().plan("2019-05-03", &it).state, PlanState::Unreachable, "the next is known to be 11 June");
}

#[test]
fn a_meeting_of_another_year_is_not_the_last_possible() {
    let town = Town::new(&[(BIU, &["2019-03-12", "2026-12-08", "2027-01-12"])]);
    let it = application("2026-12-04", None);
    let outcome = town.plan("2026-11-02", &it);
    assert_eq!((outcome.state, outcome.meeting_on, outcome.paper_due), (PlanState::MeetingsUnknown, None, None));
    let unknown = "BIU's møder mellem 12. marts 2019 og 8. december 2026 er ikke kendt. \
                   Indtast mødeplanen, så viser tilbageplanen sidste mulige møde.";
    assert_eq!((outcome.sentence.da.as_str(), outcome.is_conflict()), (unknown, false));
    // No paper could reach even a meeting on the last possible day.
    let late = town.plan("2026-11-27", &it);
    assert_eq!((late.state, late.meeting_on, late.is_conflict()), (PlanState::Unreachable, None, true));
    assert_eq!(
        late.sentence.da,
        "Kan ikke nå politisk behandling: kræver formandsbeslutning, ekstraordinært møde, eller indsendes med forbehold"
    );
    assert_eq!(late.remarks[0].da, "BIU's møder mellem 12. marts 2019 og 8. december 2026 er ikke kendt.");
    assert_eq!(
        late.remarks[1].da,
        "BIU mødes 8. december 2026, 4 arbejdsdage for sent: mødet skal ligge senest 2. december 2026."
    );
    assert!(late.steps.iter().all(|step| step.chain == Chain::Application));
    let plan = Plan { way: Some(Way::Chairman), ..settled_plan() };
    let chosen = town.plan("2026-11-27", &ToPlan { plan: Some(&plan), ..it.clone() });
    assert_eq!(
        (chosen.sentence.da.as_str(), chosen.is_conflict()),
        ("Kan ikke nå et ordinært møde. Valgt: Formandsbeslutning.", false)
    );
    assert_eq!(town.plan("2026-12-05", &it).state, PlanState::Passed);
}

/// The plans of meetings of three committees that read a case in turn, to a deadline on 26 February 2027.
fn in_turn(as_of: &str, meetings: &[(u32, &[&str])]) -> PlanOutcome {
    let plan = Plan { reading: Reading::Council, ..settled_plan() };
    let it = ToPlan { plan: Some(&plan), ..application("2027-02-26", None) };
    Town::new(meetings).plan(as_of, &it)
}

fn options(outcome: &PlanOutcome) -> Vec<(Way, &str)> {
    outcome.options.iter().map(|option| (option.way, option.sentence.da.as_str())).collect()
}

#[test]
fn the_ways_out_are_those_of_the_committee_that_decides_last() {
    let meetings: [(u32, &[&str]); 3] =
        [(BIU, &["2026-12-08", "2027-02-02"]), (OU, &["2027-01-21"]), (KB, &["2026-10-29", "2027-02-25", "2027-04-29"])];
    let outcome = in_turn("2026-11-23", &meetings);
    assert_eq!(outcome.state, PlanState::Unreachable);
    let ways = "kræver formandsbeslutning, ekstraordinært møde, eller indsendes med forbehold";
    assert_eq!(outcome.sentence.da, format!("Kan ikke nå politisk behandling: {ways}"), "no supplementary agenda would help");
    assert_eq!(outcome.remarks.len(), 1);
    assert_eq!(
        outcome.remarks[0].da,
        "KB mødes 25. februar 2027, 1 arbejdsdag for sent: mødet skal ligge senest 24. februar 2027."
    );
    let expected = [
        (
            Way::ExtraordinaryMeeting,
            "Ekstraordinært møde i KB senest 24. februar 2027. Forinden behandles sagen i BIU 8. december 2026 og ØU 21. januar 2027. \
             Det første ekstraordinære møde skal indkaldes senest 23. februar 2027.",
        ),
        (
            Way::Chairman,
            "Formandsbeslutning senest 25. februar 2027. KB orienteres på sit første møde efter beslutningen, senest 29. april 2027. \
             Den giver aldrig en bevilling.",
        ),
        (
            Way::Reservation,
            "Send senest 26. februar 2027 med forbehold for politisk godkendelse. KB beslutter på mødet 25. februar 2027, efter at \
             sagen er behandlet i BIU 8. december 2026 og ØU 21. januar 2027.",
        ),
    ];
    assert_eq!(options(&outcome), expected);

    // After BIU's December it takes an extraordinary meeting of BIU too, for ØU's in January would come before its next.
    let outcome = in_turn("2026-12-01", &meetings);
    let (_, sentence) = options(&outcome)[0];
    assert!(
        sentence.contains("BIU, også på et ekstraordinært møde, senest 20. januar 2027 og ØU 21. januar 2027."),
        "{sentence}"
    );
    assert_eq!(outcome.options[0].on, Some(day("2027-01-19")), "the first of them is called");
    let reservation = options(&outcome).pop().unwrap().1;
    assert!(reservation.ends_with("KB beslutter på et senere møde."), "ØU's next is not known: {reservation}");
    // A week before there is no time to call three.
    let outcome = in_turn("2027-02-23", &meetings);
    assert!(!options(&outcome).iter().any(|(way, _)| *way == Way::ExtraordinaryMeeting));
    assert!(outcome.sentence.da.ends_with("kræver formandsbeslutning, eller indsendes med forbehold"), "{}", outcome.sentence.da);
}

#[test]
fn a_supplementary_agenda_of_the_first_committee_can_save_the_last() {
    let outcome = in_turn(
        "2026-12-01",
        &[(BIU, &["2026-12-08", "2027-02-02"]), (OU, &["2027-01-21"]), (KB, &["2027-01-28", "2027-02-25"])],
    );
    assert_eq!(
        options(&outcome)[0],
        (
            Way::SupplementaryAgenda,
            "Tillægsdagsorden til mødet i BIU 8. december 2026: sagen skal være klar senest 7. december 2026. KB beslutter på mødet \
             28. januar 2027, efter at sagen er behandlet i BIU 8. december 2026 og ØU 21. januar 2027."
        )
    );
    assert!(outcome.sentence.da.contains("tillægsdagsorden"));
    let missed: Vec<&str> = outcome.remarks.iter().rev().take(2).map(|remark| remark.da.as_str()).collect();
    let expected = [
        "KB mødes 25. februar 2027, 1 arbejdsdag for sent: mødet skal ligge senest 24. februar 2027.",
        "Sagen til mødet i BIU 8. december 2026 skulle være afleveret 26. november 2026 (3 arbejdsdage siden).",
    ];
    assert_eq!(missed, expected);
}

#[test]
fn unknown_meetings_are_beside_the_point_where_no_day_leaves_time() {
    let town = Town::new(&[(BIU, &["2019-04-12", "2026-12-08"])]);
    let outcome = town.plan("2026-11-22", &application("2026-12-02", None));
    assert_eq!(outcome.state, PlanState::Unreachable);
    assert_eq!(outcome.remarks[0].da, "BIU's møder mellem 12. april 2019 og 8. december 2026 er ikke kendt.");
    assert_eq!(outcome.options.len(), 3);
    // While a day would leave time it is said that they are not known.
    assert_eq!(town.plan("2026-11-17", &application("2026-12-02", None)).state, PlanState::MeetingsUnknown);
}

#[test]
fn an_extraordinary_meeting_can_be_reached() {
    let mut town = Town::spring();
    let extra = Meeting { extraordinary: true, ..meeting(9, BIU, day("2019-04-30")) };
    town.meetings.get_mut(&BIU).unwrap().insert(2, extra);
    let outcome = town.plan("2019-03-20", &application("2019-05-07", None));
    assert_eq!((outcome.state, outcome.paper_due), (PlanState::Reachable, Some(day("2019-04-29"))));
    assert_eq!(step(&outcome, "paper:1").reason.da, "Arbejdsdagen før det ekstraordinære møde i BIU 30. april 2019");
    assert_eq!(step(&outcome, "agenda_meeting:1").on, day("2019-04-29"), "not before the paper is due");
}

#[test]
fn a_case_that_is_put_to_a_meeting_is_handed_in() {
    let put =
        |held: &str, outcome| Put { case_id: 4, committee_id: BIU, held_on: day(held), handed_in_on: day("2019-03-05"), outcome };
    let town = Town::spring();
    let april = [put("2019-04-09", None)];
    let it = ToPlan { put: &april, approval_state: ApprovalState::Put, ..application("2019-05-22", None) };
    let outcome = town.plan("2019-04-01", &it);
    assert_eq!(
        (outcome.state, outcome.meeting_on),
        (PlanState::HandedIn, Some(day("2019-04-09"))),
        "not the last, but the one it is put to"
    );
    assert_eq!(outcome.sentence.da, "Sagen er på dagsordenen i BIU 9. april 2019.");
    assert_eq!(
        (step(&outcome, "paper:1").done_on, step(&outcome, "case_draft").done_on),
        (Some(day("2019-03-05")), Some(day("2019-03-05")))
    );
    assert!(!step(&outcome, "meeting:1").broken && step(&outcome, "meeting:1").done_on.is_none());
    assert_eq!(town.plan("2019-04-15", &it).sentence.da, "BIU mødtes 9. april 2019. Indtast beslutningen.");

    let back = [put("2019-04-09", Some(Outcome::SentBack))];
    let outcome = town.plan("2019-04-15", &ToPlan { put: &back, ..it.clone() });
    assert_eq!((outcome.state, outcome.meeting_on), (PlanState::Reachable, Some(day("2019-05-14"))), "it must come again");

    let late = [put("2019-06-11", None)];
    let outcome = town.plan("2019-05-10", &ToPlan { put: &late, ..it });
    assert_eq!(outcome.state, PlanState::Unreachable);
    assert_eq!(
        outcome.remarks.last().unwrap().da,
        "Sagen er sat på mødet 11. juni 2019, efter at ansøgningen skal være sendt (21. maj 2019)."
    );
}

#[test]
fn a_chosen_meeting_holds_while_it_can_be_reached() {
    let town = Town::spring();
    let plan = Plan { meeting_id: Some(BIU * 100 + 1), ..settled_plan() };
    let it = ToPlan { plan: Some(&plan), ..application("2019-05-22", None) };
    assert_eq!(town.plan("2019-03-28", &it).meeting_on, Some(day("2019-04-09")));
    let after = town.plan("2019-03-29", &it);
    assert_eq!((after.state, after.meeting_on), (PlanState::Reachable, Some(day("2019-05-14"))));
    assert_eq!(after.remarks.last().unwrap().da, "Det valgte møde kan ikke bruges. Planen følger mødet 14. maj 2019.");
}

#[test]
fn what_is_settled_needs_no_meeting() {
    let town = Town::spring();
    let state = |it: &ToPlan<'_>| town.plan("2019-03-12", it).state;
    let it = application("2019-05-22", None);
    assert_eq!(state(&ToPlan { approval_state: ApprovalState::Approved, ..it.clone() }), PlanState::Approved);
    assert_eq!(state(&ToPlan { approval: Some(Approval::Administrative), ..it.clone() }), PlanState::NotNeeded);
    assert_eq!(state(&ToPlan { approval_state: ApprovalState::NotRequired, ..it.clone() }), PlanState::NotNeeded);
    assert_eq!(state(&ToPlan { deadline: None, ..it.clone() }), PlanState::NoDeadline);
    assert_eq!(state(&ToPlan { committees: &[], ..it.clone() }), PlanState::NoCommittee);
    let sent = ToPlan { stage: Stage::Submitted, submitted: PartialDate::parse("2019-05-02"), ..it };
    let outcome = town.plan("2019-05-10", &sent);
    assert_eq!(outcome.sentence.da, "Ansøgningen er sendt (2. maj 2019). Politisk godkendelse er ikke registreret.");
    assert!(outcome.steps.iter().all(|step| step.done_on == Some(day("2019-05-02")) && !step.broken));
}

#[test]
fn what_is_odd_is_said() {
    let town = Town::new(&[(BIU, &["2009-02-26"])]);
    let said = |it: &ToPlan<'_>| town.plan("2009-03-01", it).remarks.into_iter().map(|text| text.da).collect::<Vec<_>>();
    let it = ToPlan {
        deadline: None,
        approval_state: ApprovalState::Approved,
        approved_on: Some(day("2009-02-26")),
        period_start: PartialDate::parse("2009-01-01"),
        granted: PartialDate::parse("2008-12-18"),
        answer_expected: PartialDate::parse("2009-02"),
        ..application("2009-01-01", None)
    };
    assert_eq!(
        said(&it),
        [
            "Beslutningen faldt 26. februar 2009, 56 dage efter projektets start 1. januar 2009.",
            "Tilsagnet kom 18. december 2008, før den politiske godkendelse 26. februar 2009.",
            "Projektet starter 1. januar 2009, før svaret ventes (februar 2009).",
        ]
    );
    assert!(said(&ToPlan { period_start: PartialDate::parse("2009-03"), granted: None, answer_expected: None, ..it }).is_empty());
    let whit_monday = Town::new(&[(BIU, &["2019-06-10"])]);
    let outcome = whit_monday.plan("2019-05-01", &application("2019-06-20", None));
    assert_eq!(outcome.remarks[0].da, "BIU mødes 10. juni 2019, som er en helligdag (2. pinsedag).");
}

#[test]
fn a_call_says_the_last_meeting_before_anyone_has_applied() {
    let town = Town::spring();
    let plan =
        |as_of: &str, deadline: &str| call_plan(&town.setting(as_of), &town.committees[0], day(deadline), None).sentence.da;
    assert_eq!(
        plan("2019-03-12", "2019-05-22"),
        "Sidste mulige udvalgsmøde: 14. maj 2019 (BIU). Sag skal afleveres 2. maj 2019 (34 arbejdsdage)"
    );
    assert_eq!(
        plan("2019-05-10", "2019-10-23"),
        "Sidste kendte udvalgsmøde: 11. juni 2019 (BIU). Sag skal afleveres 27. maj 2019 (10 arbejdsdage)"
    );
    assert!(plan("2019-05-10", "2019-05-22").starts_with("Kan ikke nå politisk behandling"));
}

#[test]
fn every_sentence_has_its_words() {
    for step in PlanStep::ALL {
        assert!(all().contains_key(&format!("plan_reason.{}", step.code())), "{step:?}");
    }
    for way in Way::ALL {
        assert!(all().contains_key(&format!("plan_option.{}", way.code())), "{way:?}");
    }
}
