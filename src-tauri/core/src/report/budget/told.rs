//! What is told of a line besides what a sheet is read for.

use crate::report::budget::table::Told;
use crate::report::budget::words::said;
use crate::views::{BudgetView, LineView};
use crate::words::Language;

/// What is told of a line after its amounts.
pub fn told(view: &BudgetView, line: &LineView, what: Told, language: Language) -> String {
    match what {
        Told::Partner => {
            let partner = view.partners.iter().find(|partner| Some(partner.id) == line.line.partner_id);
            partner.map(|partner| partner.name.clone()).unwrap_or_default()
        }
        Told::InKind if line.line.in_kind => said("in_kind_yes", language).to_owned(),
        Told::InKind => String::new(),
        Told::Account => account(line, language),
    }
}

/// The own account of a line in one text: `funktion 5.46.60 · dranst 1 · art 4.9 · projekt XG-12`.
pub fn account(line: &LineView, language: Language) -> String {
    let line = &line.line;
    let parts = [
        ("ledger_function", &line.ledger_function),
        ("ledger_dranst", &line.ledger_dranst),
        ("ledger_art", &line.ledger_art),
        ("ledger_project", &line.ledger_project),
    ];
    let of = |(code, value): (&'static str, &String)| (!value.is_empty()).then(|| format!("{} {value}", said(code, language)));
    let construction = line.construction.then(|| said("construction", language).to_owned());
    let frame =
        line.service_frame.map(|within| said(if within { "in_service_frame" } else { "outside_service_frame" }, language));
    let all = parts.into_iter().filter_map(of).chain(construction).chain(frame.map(str::to_owned));
    all.collect::<Vec<_>>().join(" · ")
}
