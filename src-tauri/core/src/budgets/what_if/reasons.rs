//! How an expected plan was reckoned, a sentence each.

use crate::budgets::what_if::months::Flow;
use crate::budgets::what_if::{Plan, is_net};
use crate::calendar;
use crate::money::Money;
use crate::scaled::Share;
use crate::views::{Scenario, Text, WhatIfYear};
use crate::words::Language;
use crate::words::say::{Value, sentence};

/// What the sentences tell of.
pub(super) struct Outcome<'a> {
    pub plan: &'a Plan<'a>,
    pub scenario: &'a Scenario,
    /// The sums of the plan.
    pub planned: Flow,
    pub not_allotted: Flow,
    /// Grant that slipped past the last day, in øre.
    pub lost: i64,
    /// What nobody else pays.
    pub unpaid: Money,
    /// What was received beyond the expected grant.
    pub too_much: Money,
    /// Whether that is too little to go back.
    pub spared: bool,
}

pub(super) fn reasons(it: &Outcome<'_>, total: &WhatIfYear) -> Vec<Text> {
    let mut out = Vec::new();
    let mut say = |key: &str, values: &[(&str, Value<'_>)]| out.extend(sentence(&format!("what_if.{key}"), values));
    let scenario = it.scenario;
    let falls = |share: Share| share > Share::default();
    if scenario.months_late > 0 {
        let count = scenario.months_late.to_string();
        let key = if scenario.months_late == 1 { "late_one" } else { "late" };
        say(key, &[("months", Value::Name(&count))]);
        if it.not_allotted != Flow::default() {
            say("not_allotted", &[]);
        }
        match it.plan.span {
            None => say("no_end", &[]),
            Some(span) if it.lost != 0 => {
                let day = Text::new(calendar::long(span.last, Language::Da), calendar::long(span.last, Language::En));
                say("lost", &[("amount", Value::Money(Money::from_oere(it.lost))), ("day", Value::Text(day))]);
            }
            Some(_) => {}
        }
    }
    for (key, share) in [
        ("own_less", scenario.own_less),
        ("hours_less", scenario.hours_less),
        ("spending_less", scenario.spending_less),
        ("grant_less", scenario.grant_less),
    ] {
        if falls(share) {
            say(key, &[("share", Value::Share(share, None))]);
        }
    }
    if falls(scenario.own_less) || falls(scenario.hours_less) || falls(scenario.spending_less) {
        match (is_net(it.plan.rules), falls(scenario.spending_less)) {
            (true, _) => say("net", &[]),
            (false, true) => say("not_net_spending", &[]),
            (false, false) => say("not_net", &[]),
        }
    }
    let fallen = total.plan_grant - total.grant;
    if fallen > Money::ZERO {
        let values =
            [("amount", Value::Money(fallen)), ("from", Value::Money(total.plan_grant)), ("to", Value::Money(total.grant))];
        say("grant", &values);
    }
    let short = Money::from_oere((it.planned.cost - it.planned.grant - it.planned.own - it.planned.other).max(0));
    if short > Money::ZERO {
        say("short", &[("amount", Value::Money(short))]);
    }
    if it.unpaid > Money::ZERO {
        say("unpaid", &[("amount", Value::Money(it.unpaid))]);
    }
    if it.too_much > Money::ZERO {
        let values = [("received", Value::Money(it.plan.received)), ("amount", Value::Money(it.too_much))];
        say(if it.spared { "spared" } else { "repaid" }, &values);
    }
    out
}
