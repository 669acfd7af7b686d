//! The built-in agreement as the screens have it.

use chrono::NaiveDate;
use tilsagn_core::catalogue::{CallState, CanApply, DutRecipient};
use tilsagn_core::store::{Environment, SCHEMA, Store};
use tilsagn_core::{ErrorCode, Money, seed};

use crate::desk::Desk;

/// This version's tables, filled with the built-in data, without a file.
pub fn built_in() -> Store {
    seed::built_in(&environment()).unwrap()
}

pub fn environment() -> Environment {
    Environment { schema: SCHEMA, ..Desk::new().environment }
}

pub fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn mio(amounts: &[Option<Money>]) -> Vec<String> {
    amounts.iter().map(|amount| amount.map_or_else(|| "-".to_owned(), Money::mio_da)).collect()
}

#[test]
fn the_register_is_the_agreement() {
    let view = built_in().register(None, None, day("2019-03-12"), None).unwrap();
    let periods: Vec<&str> = view.periods.iter().map(|period| period.key.as_str()).collect();
    assert_eq!(periods, ["2019", "2020", "2021", "2022", "total", "permanent"]);
    assert_eq!(mio(&view.stated), ["819,8", "828,8", "826,3", "842,0", "3.316,9", "398,7"]);
    assert_eq!(view.initiatives.len(), 117);
    assert_eq!((view.areas.len(), view.themes.len()), (8, 12));
    let numbers: Vec<u32> = view.initiatives.iter().map(|row| row.number).collect();
    assert_eq!(numbers, (1..=117).collect::<Vec<_>>());
    assert_eq!(mio(&view.initiatives[4].amounts), ["-", "1,8", "1,8", "1,8", "5,4", "1,8"]);
    assert!(view.initiatives[4].dut);

    let motion = &view.initiatives[90];
    assert_eq!((motion.number, motion.can_apply, motion.pool_can_apply), (91, CanApply::Unclear, Some(CanApply::Yes)));
    assert_eq!((motion.pools, motion.pools_can_apply), (2, 1), "the pool they lie inside is not counted");
}

#[test]
fn the_file_adds_up_as_the_agreement_does() {
    assert_eq!(built_in().reconcile(None).unwrap(), []);
}

#[test]
fn a_converted_register_adds_up_by_itself_and_states_nothing() {
    let store = built_in();
    let view = store.register(None, Some(2025), day("2019-03-12"), None).unwrap();
    assert!(view.price_level.converted && view.stated.is_empty() && view.areas.iter().all(|area| area.stated.is_empty()));
    assert_eq!(view.price_level.available, (1991..=2025).collect::<Vec<_>>());
    for row in &view.initiatives {
        let years: Money = row.amounts[..4].iter().flatten().copied().sum();
        assert_eq!(row.amounts[4], Some(years), "{}", row.number);
    }
    let down = store.register(None, Some(1991), day("2019-03-12"), None).unwrap();
    assert!(down.initiatives[0].amounts[0] < view.initiatives[0].amounts[0]);
    assert_eq!(store.register(None, Some(2026), day("2019-03-12"), None).unwrap_err().code, ErrorCode::PriceLevelUnreachable);
    assert_eq!(store.register(Some(7), None, day("2019-03-12"), None).unwrap_err().code, ErrorCode::AgreementNotFound);
}

#[test]
fn calls_stand_as_they_did_on_the_day() {
    let store = built_in();
    let state = |number: usize, date: &str| {
        let row = &store.register(None, None, day(date), None).unwrap().initiatives[number - 1];
        (row.call_state, row.next_deadline.map(|day| day.to_string()))
    };
    let deadline = |date: &str| Some(date.to_owned());
    assert_eq!(state(50, "2019-09-15"), (CallState::None, None));
    assert_eq!(state(50, "2019-09-16"), (CallState::Open, deadline("2019-10-23")));
    assert_eq!(state(50, "2019-10-24"), (CallState::Open, deadline("2019-10-30")));
    assert_eq!(state(50, "2019-10-31"), (CallState::Closed, None));
    // The pool's answer is its call's, which nobody had before it was published.
    let row = |number: usize, date: &str| store.register(None, None, day(date), None).unwrap().initiatives[number - 1].clone();
    assert_eq!(row(55, "2019-07-03").pool_can_apply, Some(CanApply::Yes));
    let before = row(55, "2019-07-02");
    assert_eq!(before.pool_can_apply, Some(before.can_apply));
    let before = row(8, "2020-03-30");
    assert_eq!((before.can_apply, before.pool_can_apply), (CanApply::Unclear, None));
    assert_eq!(row(8, "2020-03-31").pool_can_apply, Some(CanApply::Partner));
    // Published on a day nobody states: shown, never said to be open.
    assert_eq!(state(24, "2019-08-01"), (CallState::Undated, deadline("2019-08-28")));
    assert_eq!(state(24, "2019-08-29"), (CallState::Closed, None));
    assert_eq!(state(91, "2019-10-31"), (CallState::Undated, deadline("2019-10-31")));
    assert_eq!(state(1, "2026-01-01"), (CallState::None, None));
}

#[test]
fn the_detail_has_pools_calls_and_moved_deadlines() {
    let store = built_in();
    let detail =
        |number: u32, date: &str| store.initiative(store.initiative_id(None, number).unwrap(), day(date), "173").unwrap();
    let motion = detail(91, "2020-01-01");
    let pools: Vec<&str> = motion.pools.iter().map(|pool| pool.key.as_str()).collect();
    assert_eq!(pools, ["91", "91-a", "91-b"]);
    assert_eq!(mio(&[motion.pools[0].amount, motion.pools[1].amount, motion.pools[2].amount]), ["35,0", "11,3", "23,7"]);
    assert!(motion.pools[1..].iter().all(|pool| pool.parent_id == Some(motion.pools[0].id)));
    let call = &motion.pools[2].calls[0];
    assert_eq!((call.deadline, call.deadline_time.as_deref()), (Some(day("2019-10-31")), None));

    let moved = &detail(50, "2019-11-01").pools[0].calls[0];
    assert_eq!(moved.earlier_deadlines.len(), 1);
    assert_eq!(moved.earlier_deadlines[0].deadline, day("2019-10-23"));
    assert!(!detail(10, "2019-11-01").notes.is_empty());
    assert_eq!(store.initiative_id(None, 118).unwrap_err().code, ErrorCode::InitiativeNotFound);
}

#[test]
fn a_share_is_estimated_only_where_the_money_is_municipal() {
    let store = built_in();
    for row in store.register(None, None, day("2026-01-01"), None).unwrap().initiatives {
        let detail = store.initiative(row.id, day("2026-01-01"), "173").unwrap();
        assert_eq!(detail.dut.is_some(), row.dut, "{}", row.number);
        let Some(dut) = detail.dut else { continue };
        assert_eq!(dut.share.is_some(), dut.recipient == DutRecipient::Municipal, "{}", row.number);
        let expected = match row.number {
            52 | 59 | 67 => DutRecipient::Regional,
            61 | 70 => DutRecipient::Split,
            _ => continue,
        };
        assert_eq!(dut.recipient, expected, "{}", row.number);
    }
    let municipal = |date: &str, code: &str| {
        let rows = store.register(None, None, day(date), None).unwrap().initiatives;
        let mut details = rows.iter().map(|row| store.initiative(row.id, day(date), code).unwrap());
        details.find_map(|detail| detail.dut.filter(|dut| dut.recipient == DutRecipient::Municipal)).unwrap()
    };
    let share = municipal("2026-01-01", "173").share.unwrap();
    assert_eq!((share.population, share.country_population, share.date), (56_214, 5_822_763, day("2020-01-01")));
    assert_eq!(municipal("2019-06-01", "173").share.unwrap().date, day("2019-01-01"));
    assert!(municipal("2018-11-13", "173").share.is_none(), "no figure for that day yet");
    assert!(municipal("2026-01-01", "101").share.is_none(), "no figure for København");
    assert!(municipal("2026-01-01", "").share.is_none());
}

#[test]
fn financing_shows_both_tables_and_why_one_does_not_add_up() {
    let view = built_in().financing(None).unwrap();
    assert_eq!(view.years, [2019, 2020, 2021, 2022]);
    assert_eq!(mio(&view.appropriations_stated), ["21,8", "24,3", "21,8", "21,8", "89,7"]);
    assert_eq!((view.appropriations.len(), view.savings.len()), (4, 65));
    assert_eq!(mio(&[view.savings_stated, Some(view.savings_computed)]), ["192,8", "193,0"]);
    assert!(view.savings_note.da.contains("193,0") && !view.savings_note.en.is_empty());
    assert_eq!(view.savings.iter().filter(|row| row.below.is_some()).count(), 4);
}

#[test]
fn pools_of_no_initiative_come_last() {
    let view = built_in().pools(None, day("2026-01-01"), None).unwrap();
    let last = view.pools.last().unwrap();
    assert!(last.initiative.is_none());
    assert_eq!(last.years.iter().map(|year| year.amount.mio_da()).collect::<Vec<_>>(), ["5,0", "5,0", "5,0"]);
}
