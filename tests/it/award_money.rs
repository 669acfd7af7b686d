//! The money after the award in a real file: what came in, what is charged and what is not, and how it stood on a day.

use tilsagn_core::budgets::*;
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::views::*;
use tilsagn_core::{Error, ErrorCode};

use crate::awarded::*;
use crate::desk::assert_error;
use crate::grants::{dump_all, grants};
use crate::register::day;
use crate::sheet::draft;

fn refused(error: Error) -> (ErrorCode, String) {
    assert_error(&error, error.code);
    (error.code, error.field.unwrap_or_default())
}

#[test]
fn a_grant_from_the_first_instalment_to_the_final_account() {
    let (grants, mut store) = grants();
    let Awarded { id, wages, travel, .. } = awarded(&mut store, grants.lyngby, "Rådgiver på hjul");
    let before = dump_all(&store);

    save(&mut store, MoneyPart::Instalment(instalment(id, "1. rate", Some("2019-05-10"), Some("2019-06-01"), 400_000))).unwrap();
    save(&mut store, MoneyPart::Instalment(instalment(id, "2. rate", Some("2020-02-01"), Some("2020-02-15"), 350_000))).unwrap();
    let third = Instalment { received: None, ..instalment(id, "3. rate", None, None, 10) };
    save(&mut store, MoneyPart::Instalment(third)).unwrap();
    charge(&mut store, spent(id, wages, "2019-10-01", "1001", 360_000)).unwrap();
    charge(&mut store, spent(id, travel, "2019-11-01", "1002", 70_000)).unwrap();
    charge(&mut store, spent(id, travel, "2019-11-02", "1003", -30_000)).unwrap();
    charge(&mut store, spent(id, wages, "2020-06-30", "1001", 150_000)).unwrap();
    save(&mut store, MoneyPart::CarryOver(CarryOver { approved_on: Some(day("2020-01-15")), ..carry_over(id, 2019, 2020) }))
        .unwrap();
    let done = Account { period_end: PartialDate::parse("2020"), approved: Some(kroner(420_000)), ..account(id, "Slutregnskab") };
    let done = Account { sent_on: Some(day("2021-03-01")), approved_on: Some(day("2021-04-01")), ..done };
    save(&mut store, MoneyPart::Account(done)).unwrap();
    let view = save(&mut store, MoneyPart::Repayment(repayment(id, Some("2021-05-01"), 330_000))).unwrap();

    // 400.000 were spent in 2019, of which the grant pays 75 per cent.
    assert_eq!(view.instalments.iter().map(|it| it.position).collect::<Vec<_>>(), [0, 1, 2]);
    let ends: Vec<_> = view.year_ends.iter().map(|end| (end.on.to_string(), end.used, end.in_advance, end.outstanding)).collect();
    assert_eq!(ends[0], ("2019-12-31".to_owned(), kroner(300_000), kroner(100_000), kroner(0)));
    assert_eq!(ends[1], ("2020-12-31".to_owned(), kroner(412_500), kroner(337_500), kroner(0)));
    assert_eq!(ends[2], ("2021-12-31".to_owned(), kroner(420_000), kroner(0), kroner(0)));
    assert_eq!((ends.len(), ends[7].0.as_str()), (8, TODAY));
    assert_eq!((view.year_ends[0].carried_over, view.year_ends[1].carried_over), (kroner(100_000), kroner(0)));
    let standing = &view.standing;
    assert_eq!((standing.granted, standing.received, standing.spent), (kroner(750_000), kroner(750_000), kroner(550_000)));
    assert_eq!((standing.used, standing.expected, standing.to_repay), (kroner(420_000), kroner(420_000), kroner(0)));
    assert_eq!(view.spending.iter().map(|it| it.booked_on.to_string()).next().as_deref(), Some("2020-06-30"));

    // Lines: over in 2019, so what was spent; the budget of 2020 less what was.
    let travel = &view.lines[1];
    assert_eq!(
        (travel.line.text.as_str(), travel.years[0].spent, travel.years[0].left),
        ("Kørsel", kroner(40_000), kroner(20_000))
    );
    let all = view.spent.last().unwrap();
    assert_eq!((all.year, all.budget, all.spent, all.forecast), (None, kroner(1_000_000), kroner(550_000), kroner(550_000)));

    // As it stood before the second instalment came and the carry-over was approved.
    let then = store.money(id, day("2020-01-10")).unwrap();
    assert_eq!((then.standing.received, then.standing.used), (kroner(400_000), kroner(300_000)));
    assert_eq!(
        (then.instalments[1].received, then.instalments[1].requested, then.instalments[2].requested),
        (None, None, Some(kroner(10)))
    );
    assert_eq!((then.carry_overs[0].approved_on, then.repayments.len(), then.accounts[0].approved), (None, 0, None));
    assert_eq!((then.spending.len(), then.year_ends.len()), (3, 2));
    // 2019 is over, 2020 is to cost its budget.
    assert_eq!(then.spent.last().unwrap().forecast, kroner(400_000 + 340_000));
    assert_eq!(then.standing.expected, kroner(555_000));
    assert!(store.money(id, day("2019-05-02")).unwrap().budget.is_none());

    for _ in 0..10 {
        store.undo().unwrap();
    }
    assert_eq!(dump_all(&store), before);
}

#[test]
fn only_approved_lines_are_charged_and_what_stands_on_an_earlier_version_stays_with_its_number() {
    let (grants, mut store) = grants();
    let Awarded { id, budget, wages, travel } = awarded(&mut store, grants.lyngby, "Rådgiver på hjul");
    let other = awarded(&mut store, grants.lyngby, "Et andet projekt");
    charge(&mut store, spent(id, wages, "2019-10-01", "1", 100)).unwrap();
    charge(&mut store, spent(id, travel, "2019-10-01", "2", 7)).unwrap();
    for (line, on, refusal) in [
        (wages, "2019-05-02", ErrorCode::LineNotApproved),
        (other.wages, "2019-10-01", ErrorCode::LineNotApproved),
        (wages + 2, "2019-10-01", ErrorCode::FieldInvalid), // the grant
        (wages, "2026-03-02", ErrorCode::FieldInvalid),
    ] {
        let error = charge(&mut store, spent(id, line, on, "3", 1)).unwrap_err();
        assert_eq!(refused(error).0, refusal, "{line} {on}");
    }

    // An amendment without travel, with the wages on a new row.
    let amended = store.budget_create(&draft(id, BudgetKind::Amendment, Some(budget.id)), day(TODAY)).unwrap().view;
    let sheet = amended.sheet.unwrap();
    let [new_wages, new_travel] = [0, 1].map(|place| sheet.lines[place].line.id);
    store.budget_lines_delete(sheet.budget.id, &[new_travel]).unwrap();
    let draft_line = charge(&mut store, spent(id, new_wages, "2019-10-02", "4", 10)).unwrap();
    assert_eq!(draft_line.spending[0].budget_line_id, wages);
    takes_effect(&mut store, id, sheet.budget.id, "2020-01-01");
    let error = charge(&mut store, spent(id, travel, "2020-02-01", "5", 1)).unwrap_err();
    assert_eq!(
        (error.params["record"].clone(), refused(error)),
        ("Kørsel".into(), (ErrorCode::LineNotApproved, "budget_line_id".into()))
    );
    let view = charge(&mut store, spent(id, wages, "2020-02-01", "6", 1_000)).unwrap();
    assert_eq!(view.spending[0].budget_line_id, new_wages);
    assert_eq!(view.lines.iter().map(|it| it.line.text.as_str()).collect::<Vec<_>>(), ["Løn", "Kørsel"]);
    let spent_of = |place: usize| view.lines[place].years.last().unwrap().spent;
    assert_eq!((spent_of(0), spent_of(1), view.spent.last().unwrap().spent), (kroner(1_110), kroner(7), kroner(1_117)));
    assert_eq!(view.lines[1].years.last().unwrap().budget, kroner(0));

    // A forecast follows its line the same way.
    let forecast = |line: u32, made_on: &str| SpendingForecast {
        id: 0,
        version: 0,
        budget_line_id: line,
        year: 2026,
        amount: kroner(-5),
        made_on: day(made_on),
        note: String::new(),
    };
    let view = save(&mut store, MoneyPart::Forecast(forecast(wages, "2026-02-01"))).unwrap();
    assert_eq!(view.lines[0].forecasts[0].budget_line_id, new_wages);
    let again = save(&mut store, MoneyPart::Forecast(forecast(new_wages, "2026-02-02"))).unwrap_err();
    assert_eq!(refused(again), (ErrorCode::FieldTaken, "year".into()));
    let ahead = save(&mut store, MoneyPart::Forecast(forecast(new_wages, "2026-03-02"))).unwrap_err();
    assert_eq!(refused(ahead), (ErrorCode::FieldInvalid, "made_on".into()));
}

#[test]
fn a_voucher_is_charged_once_in_a_municipality() {
    let (grants, mut store) = grants();
    let one = awarded(&mut store, grants.lyngby, "Rådgiver på hjul");
    let two = awarded(&mut store, grants.lyngby, "Et andet projekt");
    let mine = charge(&mut store, spent(one.id, one.wages, "2019-10-01", "4711", 100)).unwrap().spending[0].clone();
    let before = dump_all(&store);
    let error = charge(&mut store, spent(two.id, two.wages, "2019-12-01", " 4711 ", 50)).unwrap_err();
    assert_eq!((error.params["record"].as_str(), error.params["left"].as_str()), ("Rådgiver på hjul", "0 kr."));
    assert_eq!(refused(error), (ErrorCode::VoucherCharged, "voucher".into()));
    assert_eq!(dump_all(&store), before);
    // A ledger begins its numbers anew each year; another line of the same project shares the voucher.
    charge(&mut store, spent(two.id, two.wages, "2020-01-02", "4711", 50)).unwrap();
    charge(&mut store, spent(one.id, one.travel, "2019-10-01", "4711", 20)).unwrap();
    assert!(charge(&mut store, spent(one.id, one.travel, "2019-10-01", "4711", 20)).is_err());
    // Shared, with the whole of it said.
    let shared = |kroner: i64| Spending {
        voucher_total: Some(self::kroner(200)),
        ..spent(two.id, two.wages, "2019-10-01", "4711", kroner)
    };
    let error = charge(&mut store, shared(81)).unwrap_err();
    assert_eq!((error.code, error.params["left"].as_str()), (ErrorCode::VoucherCharged, "80 kr."));
    charge(&mut store, shared(80)).unwrap();
    // From now on every part stays within the whole; its text can still be changed.
    let raised = Spending { amount: kroner(101), ..mine.clone() };
    assert_eq!(charge(&mut store, raised).unwrap_err().code, ErrorCode::VoucherCharged);
    let view = charge(&mut store, Spending { text: "Løn i oktober".into(), ..mine.clone() }).unwrap();
    assert!(view.spending.iter().any(|it| it.text == "Løn i oktober" && it.application_id == one.id));
    // It stays with its application.
    let moved = Spending { application_id: two.id, version: 2, ..mine };
    assert!(charge(&mut store, moved).unwrap().spending.iter().all(|it| it.application_id == one.id));
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    let (grants, mut store) = grants();
    let id = awarded(&mut store, grants.lyngby, "Rådgiver på hjul").id;
    let before = dump_all(&store);
    let dated =
        |requested: &str, received: &str| MoneyPart::Instalment(instalment(id, "1. rate", Some(requested), Some(received), 5));
    let settled = |sent: &str, approved: &str| {
        MoneyPart::Account(Account { sent_on: Some(day(sent)), approved_on: Some(day(approved)), ..account(id, "Regnskab") })
    };
    let of = |start: &str, end: &str| {
        let (period_start, period_end) = (PartialDate::parse(start), PartialDate::parse(end));
        MoneyPart::Account(Account { period_start, period_end, ..account(id, "Regnskab") })
    };
    for (part, code, field) in [
        (dated("2019-06-02", "2019-06-01"), ErrorCode::FieldInvalid, "received_on"),
        (dated("2026-03-01", "2026-03-02"), ErrorCode::FieldInvalid, "received_on"),
        (
            MoneyPart::Instalment(Instalment { title: " ".into(), ..instalment(id, "", None, None, 5) }),
            ErrorCode::FieldRequired,
            "title",
        ),
        (MoneyPart::Instalment(instalment(id, "1. rate", None, None, -5)), ErrorCode::FieldInvalid, "requested"),
        (settled("2021-03-02", "2021-03-01"), ErrorCode::FieldInvalid, "approved_on"),
        (of("2020-02", "2020-01"), ErrorCode::PeriodReversed, "period_end"),
        (
            MoneyPart::Account(Account { spent: Some(kroner(5)), grant: Some(kroner(6)), ..account(id, "Regnskab") }),
            ErrorCode::FieldInvalid,
            "grant",
        ),
        (MoneyPart::Repayment(repayment(id, Some("2026-03-02"), 5)), ErrorCode::FieldInvalid, "paid_on"),
        (MoneyPart::Repayment(repayment(id, None, 0)), ErrorCode::FieldInvalid, "amount"),
        (MoneyPart::Repayment(Repayment { reason: String::new(), ..repayment(id, None, 5) }), ErrorCode::FieldRequired, "reason"),
        (MoneyPart::CarryOver(carry_over(id, 2020, 2020)), ErrorCode::FieldInvalid, "to_year"),
        (MoneyPart::CarryOver(carry_over(id, 2020, 3000)), ErrorCode::FieldInvalid, "to_year"),
    ] {
        let said = format!("{part:?}");
        assert_eq!(refused(save(&mut store, part).unwrap_err()), (code, field.to_owned()), "{said}");
    }
    assert_eq!(
        save(&mut store, MoneyPart::Instalment(instalment(9_999, "1. rate", None, None, 5))).unwrap_err().code,
        ErrorCode::RecordMissing
    );
    assert_eq!(store.money(9_999, day(TODAY)).unwrap_err().code, ErrorCode::RecordMissing);
    assert_eq!(dump_all(&store), before);

    // A whole month counts from its last day: an account of a period without days is fine.
    let saved = save(&mut store, of("2019-05", "2019-05")).unwrap().accounts[0].clone();
    let removed = store.money_part_delete(MoneyPartKind::Account, saved.id, saved.version, day(TODAY)).unwrap();
    assert_eq!((removed.view.accounts.len(), removed.changed), (0, vec!["account".to_owned()]));
    let gone = store.money_part_delete(MoneyPartKind::Account, saved.id, saved.version, day(TODAY)).unwrap_err();
    assert_eq!(gone.code, ErrorCode::RecordChanged);
}
