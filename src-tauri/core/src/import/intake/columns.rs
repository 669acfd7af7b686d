//! Which column is which field, by its heading.

use std::collections::HashSet;

use crate::fold::fold;
use crate::views::{IntakeField, IntakeTarget};
use crate::words::Language;

/// The fields a sheet can have, in the order they are offered.
pub fn choices(target: IntakeTarget) -> &'static [IntakeField] {
    use IntakeField::*;
    match target {
        IntakeTarget::Pools => &[Title, Funder, Initiative, Amount, Applicants, Published, Deadline, Source, Stance, Note],
        IntakeTarget::Applications => &[
            Title,
            Funder,
            Pool,
            Stage,
            StageSince,
            Department,
            Committee,
            Owner,
            Requested,
            Awarded,
            PeriodStart,
            PeriodEnd,
            JournalNumber,
            FunderReference,
            Purpose,
            Note,
        ],
    }
}

/// What else a field is called, best first, besides its own word in either language.
fn synonyms(field: IntakeField, target: IntakeTarget) -> &'static [&'static str] {
    let pools = target == IntakeTarget::Pools;
    match field {
        IntakeField::Title if pools => {
            &["pulje", "puljens navn", "puljenavn", "puljens titel", "navn", "overskrift", "pool", "name", "titel på pulje"]
        }
        IntakeField::Title => {
            &["projekt", "projekttitel", "projektnavn", "projektets titel", "ansøgning", "navn", "project", "application", "name"]
        }
        IntakeField::Funder => &[
            "tilskudsyder",
            "giver",
            "fond",
            "fond/pulje",
            "bevillingsgiver",
            "udbyder",
            "myndighed",
            "ministerium",
            "styrelse",
            "puljeejer",
            "ansvarlig myndighed",
            "udmeldt af",
            "donor",
            "fund",
            "authority",
            "funding body",
        ],
        IntakeField::Initiative => &[
            "initiativ",
            "initiativnummer",
            "initiativ nr",
            "bilag",
            "bilag nr",
            "bilagsnr",
            "nr",
            "nummer",
            "initiative",
            "number",
        ],
        IntakeField::Pool => &["puljenavn", "puljens navn", "puljetitel", "puljenøgle", "call"],
        IntakeField::Amount => {
            &["beløb", "ramme", "puljestørrelse", "puljens størrelse", "samlet beløb", "sum", "budget", "amount", "total amount"]
        }
        IntakeField::Applicants => {
            &["ansøgere", "ansøgerkreds", "målgruppe for ansøgning", "hvem kan ansøge", "kan søges af", "applicants", "eligible"]
        }
        IntakeField::Published => {
            &["udmeldingsdato", "opslået", "opslagsdato", "åbner", "åbningsdato", "dato for udmelding", "opens"]
        }
        IntakeField::Deadline => {
            &["frist", "deadline", "ansøgningsfrist", "ansøgningsdeadline", "lukker", "due", "application deadline"]
        }
        IntakeField::Source => &["link", "url", "hjemmeside", "adresse", "web", "website", "source", "opslag"],
        IntakeField::Stance => {
            &["stillingtagen", "anbefaling", "forvaltningens vurdering", "søges", "skal søges", "status", "assessment", "stance"]
        }
        IntakeField::Stage => &["stade", "fase", "tilstand", "trin", "state", "status på ansøgning", "phase"],
        IntakeField::StageSince => &["statusdato", "dato for status", "siden", "pr", "status pr", "since", "status date"],
        IntakeField::Department => &["center", "forvaltning", "område", "fagområde", "enhed", "centre", "unit"],
        IntakeField::Committee => &["fagudvalg", "politisk udvalg", "udvalg(e)", "committees"],
        IntakeField::Owner => &[
            "tovholder",
            "ansvarlig medarbejder",
            "sagsbehandler",
            "projektleder",
            "kontaktperson",
            "medarbejder",
            "responsible",
        ],
        IntakeField::Requested => {
            &["ansøgt", "søgt beløb", "søgt", "beløb", "ansøgt sum", "requested", "applied for", "amount requested", "amount"]
        }
        IntakeField::Awarded => {
            &["bevilget", "bevilling", "tilsagn", "tildelt", "tildelt beløb", "modtaget beløb", "awarded", "granted", "grant"]
        }
        IntakeField::PeriodStart => {
            &["start", "startdato", "fra", "periode fra", "projektperiode start", "begynder", "start date", "from"]
        }
        IntakeField::PeriodEnd => &[
            "slut",
            "slutdato",
            "til",
            "periode til",
            "projektperiode slut",
            "udløb",
            "ophører",
            "end",
            "end date",
            "to",
            "until",
        ],
        IntakeField::JournalNumber => &[
            "journalnummer",
            "jnr",
            "j nr",
            "sagsnr",
            "sagsnummer",
            "sag",
            "acadre nr",
            "sbsys nr",
            "case number",
            "journal number",
        ],
        IntakeField::FunderReference => {
            &["reference", "ref", "projektnr", "projektnummer", "styrelsens sagsnr", "funder reference", "project number"]
        }
        IntakeField::Purpose => &["beskrivelse", "kort beskrivelse", "indhold", "resume", "description", "aim"],
        IntakeField::Note => &["bemærkning", "bemærkninger", "noter", "kommentar", "kommentarer", "notes", "comment", "remarks"],
    }
}

/// A heading to compare: folded, without marks, without the unit it gives and what stands in brackets.
fn bare(text: &str) -> [String; 2] {
    let outside = text.split(['(', '[']).next().filter(|outside| !outside.trim().is_empty()).unwrap_or(text);
    fold(outside).map(|folded| {
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let units = ["mio", "kr", "tkr", "dkk", "i", "t"];
        words.filter(|word| !units.contains(word)).collect::<Vec<_>>().join(" ")
    })
}

/// The field of each column, by name; every field is at most one column, the first that fits it best.
pub fn match_columns(headings: &[String], target: IntakeTarget) -> Vec<Option<IntakeField>> {
    let headings: Vec<[String; 2]> = headings.iter().map(|heading| bare(heading)).collect();
    let mut fields = vec![None; headings.len()];
    let mut taken = HashSet::new();
    let is = |heading: &[String; 2], name: &str| {
        let name = bare(name);
        !name[0].is_empty() && (heading[0] == name[0] || heading[1] == name[1])
    };
    let begins = |heading: &[String; 2], name: &str| {
        let name = bare(name);
        (0..2).any(|way| name[way].len() > 3 && heading[way].strip_prefix(&name[way]).is_some_and(|rest| rest.starts_with(' ')))
    };
    let own = |field: IntakeField| [field.word(Language::Da), field.word(Language::En), field.code()];
    let mut give = |fits: &dyn Fn(&[String; 2], IntakeField) -> bool| {
        for &field in choices(target) {
            let free = |column: &usize| fields.get(*column).is_some_and(Option::is_none);
            let found = (0..headings.len()).filter(free).find(|column| headings.get(*column).is_some_and(|h| fits(h, field)));
            if let Some(place) = found.filter(|_| !taken.contains(&field)).and_then(|column| fields.get_mut(column)) {
                *place = Some(field);
                taken.insert(field);
            }
        }
    };
    // A field's own word first, so that »Pulje« among applications is the pool; what only begins alike last.
    give(&|heading, field| own(field).iter().any(|name| is(heading, name)));
    give(&|heading, field| synonyms(field, target).iter().any(|name| is(heading, name)));
    give(&|heading, field| own(field).iter().chain(synonyms(field, target)).any(|name| begins(heading, name)));
    fields
}

/// What the figures under a heading are to be multiplied by, as it says: kroner, thousands or millions of them.
pub fn unit(heading: &str) -> u32 {
    let plain: String = heading.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    if plain.contains("mio") || plain.contains("million") {
        1_000_000
    } else if ["t.kr", "tkr", "1.000kr", "1000kr", "tusind", "thousand"].iter().any(|unit| plain.contains(unit)) {
        1_000
    } else {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use IntakeField::*;

    fn matched(target: IntakeTarget, headings: &[&str]) -> Vec<Option<IntakeField>> {
        match_columns(&headings.iter().map(|heading| (*heading).to_owned()).collect::<Vec<_>>(), target)
    }

    #[test]
    fn headings_are_known_in_many_spellings() {
        let pools = [
            "Pulje",
            "MYNDIGHED",
            "Beløb (mio. kr.)",
            "Ansøgningsfrist:",
            "Link",
            "Noget helt andet",
            "Bemærkninger",
            "Bilag nr.",
        ];
        let expected =
            [Some(Title), Some(Funder), Some(Amount), Some(Deadline), Some(Source), None, Some(Note), Some(Initiative)];
        assert_eq!(matched(IntakeTarget::Pools, &pools), expected);
        let applications =
            ["Projekt", "Pulje", "Fond", "Ansoegt beloeb i t.kr.", "Ansøgt beløb 2", "Bevilget", "Sagsnr", "start", "Slut"];
        let expected = [
            Some(Title),
            Some(Pool),
            Some(Funder),
            Some(Requested),
            None,
            Some(Awarded),
            Some(JournalNumber),
            Some(PeriodStart),
            Some(PeriodEnd),
        ];
        assert_eq!(matched(IntakeTarget::Applications, &applications), expected);
        assert_eq!(
            matched(IntakeTarget::Applications, &["Title", "Funder", "Status", "Owner"]),
            [Title, Funder, Stage, Owner].map(Some)
        );
        assert_eq!(matched(IntakeTarget::Pools, &["", "Frist for ansøgning", "Titel"]), [None, Some(Deadline), Some(Title)]);
    }

    #[test]
    fn a_field_is_one_column() {
        assert_eq!(matched(IntakeTarget::Pools, &["Titel", "Titel", "Navn"]), [Some(Title), None, None]);
    }

    #[test]
    fn every_field_matches_its_own_words() {
        for target in IntakeTarget::ALL {
            for field in choices(*target) {
                for language in [Language::Da, Language::En] {
                    assert_eq!(matched(*target, &[field.word(language)]), [Some(*field)], "{}", field.word(language));
                }
            }
        }
    }

    #[test]
    fn headings_give_the_unit() {
        assert_eq!(["Beløb", "Beløb (mio. kr.)", "Ansøgt i t.kr.", "Beløb, 1.000 kr."].map(unit), [1, 1_000_000, 1_000, 1_000]);
    }
}
