//! Forms of papers that ship with the program, and what a form of a municipality's own must hold.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::committee::{PaperForm, PaperFormPart, PartContent};
use crate::error::{Error, ErrorCode, Result};
use crate::words::Language;

/// In the order they are shown; a municipality that has chosen none writes in the first.
const SHIPPED: [&str; 2] =
    [include_str!("../../data/forms/lyngby-taarbaek.json"), include_str!("../../data/forms/koebenhavn.json")];

/// A form as its file has it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct File {
    key: String,
    name: String,
    label_pattern: String,
    title_pattern: String,
    intro: String,
    point_prefix: String,
    number_single: bool,
    decision_pattern: String,
    parts: Vec<FilePart>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct FilePart {
    content: PartContent,
    heading: String,
    #[serde(default)]
    phrase: String,
}

/// The forms that ship with the program, each with its parts in order, as a municipality sees them; their ids are 0.
///
/// # Errors
/// `unforeseen` where one of their files is no form.
pub fn shipped(municipality: u32) -> Result<Vec<(PaperForm, Vec<PaperFormPart>)>> {
    SHIPPED.iter().map(|file| form(file, municipality)).collect()
}

fn form(file: &str, municipality_id: u32) -> Result<(PaperForm, Vec<PaperFormPart>)> {
    let file: File = serde_json::from_str(file).map_err(|error| Error::new(ErrorCode::Unforeseen).because(error))?;
    let part = |(position, part): (u32, FilePart)| PaperFormPart {
        id: 0,
        version: 0,
        paper_form_id: 0,
        position,
        key: part.content.code().to_owned(),
        content: part.content,
        heading: part.heading,
        phrase: part.phrase,
    };
    let form = PaperForm {
        id: 0,
        version: 0,
        municipality_id,
        key: file.key,
        name: file.name,
        label_pattern: file.label_pattern,
        title_pattern: file.title_pattern,
        intro: file.intro,
        point_prefix: file.point_prefix,
        number_single: file.number_single,
        decision_pattern: file.decision_pattern,
        template_name: String::new(),
        template_sha256: String::new(),
    };
    Ok((form, (0..).zip(file.parts).map(part).collect()))
}

/// That a form has parts, that each kind but those of one's own stands in it once, and that one of its own has a heading.
///
/// # Errors
/// `field_required` or `field_taken`, naming the field.
pub fn check_parts(parts: &[PaperFormPart]) -> Result<()> {
    let required = |field: &str| Err(Error::new(ErrorCode::FieldRequired).in_field(field));
    let mut seen = BTreeSet::new();
    for part in parts {
        if part.content == PartContent::Own {
            if part.heading.trim().is_empty() {
                return required("heading");
            }
        } else if !seen.insert(part.content.code()) {
            let word = part.content.word(Language::Da);
            return Err(Error::new(ErrorCode::FieldTaken).in_field("content").with("found", word));
        }
    }
    if parts.is_empty() { required("parts") } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_that_ship_can_be_read() {
        let forms = shipped(1).unwrap();
        let keys: Vec<&str> = forms.iter().map(|(form, _)| form.key.as_str()).collect();
        assert_eq!(keys, ["lyngby-taarbaek", "koebenhavn"]);
        for (form, parts) in &forms {
            check_parts(parts).unwrap();
            assert!(form.title_pattern.contains("{title}"), "{}", form.name);
            assert!(parts.iter().zip(0..).all(|(part, place)| part.position == place && part.key == part.content.code()));
            for must in [PartContent::Recommendation, PartContent::Economy, PartContent::Decision, PartContent::Appendices] {
                assert!(parts.iter().any(|part| part.content == must), "{} has {must:?}", form.name);
            }
        }
    }

    #[test]
    fn a_form_has_each_part_once_and_names_its_own() {
        let (_, parts) = shipped(1).unwrap().remove(0);
        let code = |parts: &[PaperFormPart]| check_parts(parts).map_err(|error| (error.code, error.field.unwrap_or_default()));
        let own = |heading: &str| PaperFormPart { content: PartContent::Own, heading: heading.to_owned(), ..parts[0].clone() };
        assert_eq!(code(&[]), Err((ErrorCode::FieldRequired, "parts".to_owned())));
        assert_eq!(code(&[parts[0].clone(), parts[0].clone()]), Err((ErrorCode::FieldTaken, "content".to_owned())));
        assert_eq!(code(&[parts[0].clone(), own(" ")]), Err((ErrorCode::FieldRequired, "heading".to_owned())));
        assert_eq!(code(&[own("Høring"), own("Bæredygtighed")]), Ok(()));
    }
}
