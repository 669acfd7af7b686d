//! Rules about who pays: co-financing, the size of the grant, what the state and the funder take or keep of it, audit and prices.

use crate::budgets::findings::found::{Found, at_least, largest_whole, ratio};
use crate::budgets::findings::input::{FindingInput, LineFigures};
use crate::budgets::{
    Audit, Budget, Finding, FindingCode, FindingState, OwnForm, Remark, Rule, RuleKind, Side, Source, audit, category_of, levy,
    payment_parts, rule, withheld,
};
use crate::money::Money;
use crate::scaled::Share;
use crate::views::Text;
use crate::words::Language;
use crate::words::say::Value;

pub(super) fn payers(input: &FindingInput<'_>, budget: &Budget, out: &mut Vec<Finding>) {
    let counted = counted(input);
    let held = |kind| rule(input.rules, kind);
    let costs = input.has_amounts(Side::Cost).then_some(input.total.cost);
    let has_grant = input.side(Side::Financing).any(|line| line.line.source == Some(Source::Grant) && line.total().is_some());
    let grant = has_grant.then_some(input.total.grant);

    let shares = [
        (RuleKind::CoFinancingOfTotal, FindingCode::CoFinancingOfTotal, costs),
        (RuleKind::CoFinancingOfGrant, FindingCode::CoFinancingOfGrant, grant),
    ];
    let mut least = false;
    for (kind, code, of) in shares {
        if let (Some(rule), Some(of)) = (held(kind), of.filter(|of| *of > Money::ZERO)) {
            out.extend(co_financing(input, code, rule, counted, of));
            least = true;
        }
    }
    if let Some(rule) = held(RuleKind::CoFinancingForm).filter(|_| input.total.co_financing > Money::ZERO) {
        out.push(form(rule, input.total.co_financing - counted, least));
    }
    if let Some(grant) = grant {
        size_of(input.rules, grant, out);
        taken(input, grant, out);
        paid_on_results(input.rules, grant, out);
        audited(input.rules, grant, out);
        prices(input, budget, out);
    }
}

/// The co-financing the funder counts.
fn counted(input: &FindingInput<'_>) -> Money {
    let form = rule(input.rules, RuleKind::CoFinancingForm).map(|rule| rule.choice.as_str());
    co_financiers(input).filter(|line| counts(form, line)).filter_map(LineFigures::total).sum()
}

fn co_financiers<'a>(input: &FindingInput<'a>) -> impl Iterator<Item = &'a LineFigures<'a>> + use<'a> {
    input.side(Side::Financing).filter(|line| line.line.source != Some(Source::Grant))
}

fn counts(form: Option<&str>, line: &LineFigures<'_>) -> bool {
    let line = line.line;
    let own = line.source == Some(Source::Own);
    let cash = !line.in_kind && line.own_form != Some(OwnForm::ExistingStaff);
    match form {
        Some("cash") => cash,
        Some("own") => own,
        Some("own_cash") => own && cash,
        _ => true,
    }
}

/// Co-financing beside the least share of the total or of the grant. Exactly the share is enough.
fn co_financing(input: &FindingInput<'_>, code: FindingCode, rule: &Rule, counted: Money, of: Money) -> Option<Finding> {
    let share = rule.share?;
    let limit = at_least(share, of)?;
    let silent = input.silent_lines().any(|line| line.line.side == Side::Financing && line.line.source != Some(Source::Grant));
    let state = match counted >= limit {
        true => FindingState::Met,
        false if silent => FindingState::Open,
        false => FindingState::Broken,
    };
    let found = Found::new(code, state).limit(limit).by(rule).computed(counted).share(ratio(counted, of));
    if state == FindingState::Met {
        return Some(found.said());
    }
    let found = found.difference(limit - counted).remark((state == FindingState::Open).then_some(Remark::PartWithoutAmount));
    // The largest grant that what there is would carry.
    let lower = largest_whole(counted, share).map(|whole| match code {
        FindingCode::CoFinancingOfTotal => whole - counted,
        _ => whole,
    });
    Some(match lower.filter(|lower| *lower > Money::ZERO) {
        Some(lower) => found.value("lower", Value::Money(lower)).said(),
        None => found.fix("raise").said(),
    })
}

/// Co-financing in a form that does not count. Where there is a least share too, that says whether the rest is enough.
fn form(rule: &Rule, uncounted: Money, least: bool) -> Finding {
    let state = match uncounted > Money::ZERO {
        false => FindingState::Met,
        true if least => FindingState::Note,
        true => FindingState::Broken,
    };
    Found::new(FindingCode::CoFinancingForm, state).by(rule).computed(uncounted).said()
}

/// The grant beside the smallest and the largest. Exactly the limit is neither too little nor too much.
fn size_of(rules: &[Rule], grant: Money, out: &mut Vec<Finding>) {
    let limits = [(RuleKind::GrantFloor, FindingCode::GrantFloor), (RuleKind::GrantCeiling, FindingCode::GrantCeiling)];
    for (kind, code) in limits {
        let Some((rule, limit)) = rule(rules, kind).and_then(|rule| Some((rule, rule.amount?))) else { continue };
        let beyond = if kind == RuleKind::GrantFloor { limit - grant } else { grant - limit };
        let found = |state| Found::new(code, state).by(rule).computed(grant);
        out.push(match beyond > Money::ZERO {
            true => found(FindingState::Broken).difference(beyond).said(),
            false => found(FindingState::Met).said(),
        });
    }
}

/// What the state takes and the funder keeps back of the grant.
fn taken(input: &FindingInput<'_>, grant: Money, out: &mut Vec<Finding>) {
    let above_nothing = |rule: &&Rule| rule.share.is_some_and(|share| share > Share::default());
    if let Some(rule) = rule(input.rules, RuleKind::Levy).filter(above_nothing) {
        let due = levy(input.rules, grant);
        let is_levy = |line: &&LineFigures<'_>| category_of(&line.line.category).is_some_and(|it| it.kind == "levy");
        let budgeted: Money = input.side(Side::Cost).filter(is_levy).filter_map(LineFigures::total).sum();
        let state = if budgeted >= due { FindingState::Met } else { FindingState::Open };
        let found = Found::new(FindingCode::Levy, state).by(rule).stated(grant).computed(due);
        out.push(if budgeted >= due { found.said() } else { found.difference(due - budgeted).said() });
    }
    if let Some(rule) = rule(input.rules, RuleKind::Withheld).filter(above_nothing) {
        let found = Found::new(FindingCode::Withheld, FindingState::Note).by(rule);
        out.push(found.stated(grant).computed(withheld(input.rules, grant)).said());
    }
}

/// The parts the grant is paid in on results, which a municipality must carry until then.
fn paid_on_results(rules: &[Rule], grant: Money, out: &mut Vec<Finding>) {
    let parts = payment_parts(rules, grant);
    if let Some(rule) = rule(rules, RuleKind::Payment).filter(|_| !parts.is_empty()) {
        let (da, en): (Vec<_>, Vec<_>) = parts.iter().map(|part| (part.kroner_da(), part.kroner_in(Language::En))).unzip();
        let parts = Value::Text(Text::new(da.join(" + "), en.join(" + ")));
        out.push(Found::new(FindingCode::PaymentParts, FindingState::Note).by(rule).computed(grant).value("parts", parts).said());
    }
}

fn audited(rules: &[Rule], grant: Money, out: &mut Vec<Finding>) {
    if let Some((needs, rule)) = audit(rules, grant) {
        let code = match needs {
            Audit::Chosen => FindingCode::AuditChosen,
            Audit::Registered => FindingCode::AuditRegistered,
            Audit::Performance => FindingCode::AuditPerformance,
        };
        out.push(Found::new(code, FindingState::Note).by(rule).computed(grant).said());
    }
}

/// A grant that rises every year looks as if it followed prices. It does so only where the letter says it.
fn prices(input: &FindingInput<'_>, budget: &Budget, out: &mut Vec<Finding>) {
    let grants: Vec<(i32, Money)> =
        input.years.iter().filter_map(|sums| Some((sums.year?, sums.grant))).filter(|(year, _)| *year != 0).collect();
    let rises =
        grants.windows(2).all(|pair| matches!(pair, [(_, before), (_, after)] if *before > Money::ZERO && after > before));
    if let ([(_, before), (year, after), ..], true, false) = (grants.as_slice(), rises, budget.indexed) {
        let found = Found::new(FindingCode::Indexation, FindingState::Note).year(*year).stated(*before).computed(*after);
        let found = found.difference(*after - *before);
        out.push(match rule(input.rules, RuleKind::Indexation) {
            Some(rule) => found.by(rule).said(),
            None => found.said(),
        });
    }
}
