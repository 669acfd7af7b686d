//! What an application is, its steps, and who is in it.

use super::{DossierFacts, part, row, said, text};
use crate::money::Money;
use crate::report::{Block, Cell, ColumnKind, Row};
use crate::words::Language;

/// The application in figures and words; what is not known is left out.
pub fn facts(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let (view, row_of) = (of.application, &of.application.row);
    let application = &view.application;
    let mut rows: Vec<Row> = Vec::new();
    let mut say = |label: &'static str, value: String| {
        if !value.trim().is_empty() {
            rows.push(row(vec![Cell::text(said(label, language)), text(&value)]));
        }
    };
    let money = |amount: Option<Money>, note: &str| {
        let amount = amount.map(|amount| match language {
            Language::Da => format!("{} kr.", amount.kroner_da()),
            Language::En => format!("DKK {}", amount.kroner_in(language)),
        });
        [amount.unwrap_or_default().as_str(), note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    };
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| crate::calendar::long(day, language)).unwrap_or_default();
    let since = row_of.stage_since.map(|since| format!(" ({} {})", said("since", language), since.long(language)));
    say("funder", row_of.funder.clone());
    say("pool", row_of.pool.clone().unwrap_or_default());
    say("initiative", row_of.initiative.map(|number| number.to_string()).unwrap_or_default());
    say("stage", format!("{}{}", row_of.stage.word(language), since.unwrap_or_default()));
    say("approval", row_of.approval.word(language).to_owned());
    say("approval_said", application.approval.map(|approval| approval.word(language).to_owned()).unwrap_or_default());
    say("approval_on", day(application.approval_on));
    say("approval_by", application.approval_by.clone());
    say("reservation", application.reservation.clone());
    say("appropriation", row_of.appropriation.word(language).to_owned());
    say("purpose", application.purpose.clone());
    say("target_group", application.target_group.clone());
    say("role", application.role.word(language).to_owned());
    say("department", row_of.department.clone().unwrap_or_default());
    say("owner", row_of.owner.clone().unwrap_or_default());
    let period = [application.period_start, application.period_end].map(|end| end.map(|end| end.long(language)));
    if period.iter().any(Option::is_some) {
        let [start, end] = period.map(|end| end.unwrap_or_else(|| said("not_known", language).to_owned()));
        say("period", format!("{start} – {end}"));
    }
    say("requested", money(application.requested, &application.requested_note));
    say("awarded", money(application.awarded, &application.awarded_note));
    say("total", money(application.total, &application.total_note));
    say("vat", application.vat.word(language).to_owned());
    say("embedding", application.embedding.clone());
    say("journal_number", application.journal_number.clone());
    say("funder_reference", application.funder_reference.clone());
    part("facts", &[("what", ColumnKind::Text, 30), ("content", ColumnKind::Text, 70)], rows, language)
}

/// The steps it has taken, also those taken back.
pub fn steps(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let rows = of.application.steps.iter().map(|step| {
        let on = step.taken_on.map_or_else(|| said("not_known", language).to_owned(), |on| on.long(language));
        let on = match &step.taken_time {
            Some(time) => format!("{on} {} {time}", said("at", language)),
            None => on,
        };
        let back = step.taken_back_on.map(|on| {
            format!("{} {}. {}", said("taken_back", language), crate::calendar::long(on, language), step.taken_back_reason)
        });
        let filed = step.journalised.then(|| format!("{} {}", said("journalised", language), step.record_number));
        let lines = [Some(step.reason.clone()), filed, back];
        let lines = lines.into_iter().flatten().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n");
        row(vec![Cell::text(step.stage.word(language)), Cell::text(on), Cell::text(&step.person), text(&lines)])
    });
    let columns = [
        ("stage", ColumnKind::Text, 20),
        ("when", ColumnKind::Text, 18),
        ("who", ColumnKind::Text, 20),
        ("reason", ColumnKind::Text, 42),
    ];
    part("steps", &columns, rows.collect(), language)
}

/// Committees and partners.
pub fn people(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let named =
        |id: u32| of.office.committees.iter().find(|committee| committee.id == id).map(|committee| committee.name.as_str());
    let committees: Vec<&str> = of.application.committees.iter().filter_map(|committee| named(committee.committee_id)).collect();
    let mut blocks = vec![Block::heading(2, said("committees", language))];
    if !committees.is_empty() {
        blocks.push(Block::paragraph(committees.join(", ")));
    }
    let rows = of.application.partners.iter().map(|partner| {
        let liable = if partner.liable { said("yes", language) } else { "" };
        let amounts = [partner.requested, partner.awarded].map(super::kroner);
        let [requested, awarded] = amounts;
        row(vec![Cell::text(&partner.name), text(&partner.part), requested, awarded, Cell::text(liable)])
    });
    let columns = [
        ("partner", ColumnKind::Text, 26),
        ("partner_part", ColumnKind::Text, 26),
        ("requested_kr", ColumnKind::Number, 16),
        ("awarded_kr", ColumnKind::Number, 16),
        ("liable", ColumnKind::Text, 16),
    ];
    blocks.extend(part("partners", &columns, rows.collect(), language));
    blocks
}
