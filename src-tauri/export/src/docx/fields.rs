//! The fields of a template: content controls whose tag begins with `tilsagn.`.

use std::collections::BTreeSet;

use tilsagn_core::calendar::long;
use tilsagn_core::report::{Block, Report};

use super::tree::{Element, Node};
use super::xml::Xml;

/// Where the paper itself goes.
pub const PAPER: &str = "tilsagn.papir";
/// Says of a closed item that it is one.
pub const CLOSED: &str = "tilsagn.lukket";
/// When the paper was handed in, or the day it is seen from.
pub const STAMP: &str = "tilsagn.stempel";

/// What each field of a template says; `docs/templates.md` lists them.
pub fn values(report: &Report) -> Vec<(&'static str, String)> {
    let label = report.sections.iter().flat_map(|section| &section.blocks).find_map(|block| match block {
        Block::Label { text } => Some(text.clone()),
        _ => None,
    });
    vec![
        ("tilsagn.titel", report.title.clone()),
        ("tilsagn.kommune", report.municipality.clone()),
        ("tilsagn.dato", long(report.as_of, report.language)),
        ("tilsagn.punkt", label.unwrap_or_default()),
        (STAMP, report.stamp()),
        (CLOSED, report.closed_mark().unwrap_or_default().to_owned()),
    ]
}

/// Fills the fields of a part, remembers which it has, and says whether it has any.
pub fn fill(within: &mut Element, values: &[(&'static str, String)], found: &mut BTreeSet<&'static str>) -> bool {
    let (in_line, mut any) = (within.name == "w:p", false);
    for element in within.elements_mut() {
        let value = tag(element).and_then(|tag| values.iter().find(|(name, _)| *name == tag));
        match value {
            Some((name, value)) => {
                found.insert(name);
                fill_one(element, value, in_line);
                any = true;
            }
            None => any |= fill(element, values, found),
        }
    }
    any
}

/// The tag of a content control.
pub fn tag(element: &Element) -> Option<&str> {
    if element.name == "w:sdt" { element.child("w:sdtPr")?.val_of("w:tag") } else { None }
}

/// Puts a value in a content control, as what stood in it looked.
fn fill_one(control: &mut Element, value: &str, in_line: bool) {
    let mut was_prompt = false;
    if let Some(properties) = control.child_mut("w:sdtPr") {
        was_prompt = properties.child("w:showingPlcHdr").is_some();
        // Bound to other data, Word would put that in its place when it opens the document.
        properties.without(|one| matches!(one.name.as_str(), "w:showingPlcHdr" | "w:dataBinding" | "w15:dataBinding"));
    }
    if control.child("w:sdtContent").is_none() {
        control.children.push(Node::Element(Element::new("w:sdtContent", &[])));
    }
    let Some(content) = control.child_mut("w:sdtContent") else { return };
    let mut look = first(content, "w:r").and_then(|run| run.child("w:rPr")).cloned();
    if let Some(look) = look.as_mut().filter(|_| was_prompt) {
        look.without(|one| one.name == "w:rStyle");
    }
    let mut run = Xml::default();
    run.inside("w:r", &[], |xml| {
        if let Some(look) = look {
            look.write(&mut xml.0);
        }
        xml.inside("w:t", &[("xml:space", "preserve")], |xml| xml.text(value));
    });
    put(content, Node::Raw(run.0), in_line);
}

/// Puts a run in the first paragraph of what there is, and leaves out the rest.
fn put(content: &mut Element, run: Node, in_line: bool) {
    let holds = |one: &Element| matches!(one.name.as_str(), "w:p" | "w:tc" | "w:tr" | "w:tbl");
    let is_paragraph = content.name == "w:p";
    let Some(at) = content.children.iter().position(|child| child.element().is_some_and(holds)) else {
        if is_paragraph || in_line || content.child("w:r").is_some() {
            content.children.retain(|child| child.element().is_some_and(|one| one.name == "w:pPr"));
            content.children.push(run);
        } else {
            let mut paragraph = Element::new("w:p", &[]);
            paragraph.children.push(run);
            content.children.push(Node::Element(paragraph));
        }
        return;
    };
    // Of what stands beside it only how it looks.
    let mut place = 0..;
    content.children.retain(|child| {
        let is_look = |one: &Element| one.name.ends_with("Pr") || one.name == "w:tblGrid";
        place.next() == Some(at) || child.element().is_some_and(is_look)
    });
    if let Some(inner) = content.elements_mut().find(|one| holds(one)) {
        put(inner, run, false);
    }
}

/// The first element of a name, however deep.
fn first<'a>(within: &'a Element, name: &str) -> Option<&'a Element> {
    within.elements().find_map(|one| if one.name == name { Some(one) } else { first(one, name) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> String {
        let mut part = Element::read(format!("<w:body>{text}</w:body>").as_bytes()).unwrap();
        let mut found = BTreeSet::new();
        assert_eq!(fill(&mut part, &[("tilsagn.titel", "Æ & Ø".to_owned())], &mut found), text.contains("tilsagn.titel"));
        part.text()
    }

    const CONTROL: &str = "<w:sdtPr><w:tag w:val=\"tilsagn.titel\"/><w:showingPlcHdr/><w:dataBinding w:xpath=\"x\"/></w:sdtPr>";

    #[test]
    fn a_field_keeps_its_look_and_loses_its_prompt() {
        let run =
            "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/><w:b/></w:rPr><w:t>Skriv</w:t></w:r><w:r><w:t> her</w:t></w:r>";
        let value = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Æ &amp; Ø</w:t></w:r>";
        let properties = "<w:sdtPr><w:tag w:val=\"tilsagn.titel\"/></w:sdtPr>";
        assert_eq!(
            filled(&format!("<w:p><w:sdt>{CONTROL}<w:sdtContent>{run}</w:sdtContent></w:sdt></w:p>")),
            format!("<w:body><w:p><w:sdt>{properties}<w:sdtContent>{value}</w:sdtContent></w:sdt></w:p></w:body>")
        );
        let paragraph = format!("<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>{run}</w:p><w:p/>");
        assert_eq!(
            filled(&format!("<w:sdt>{CONTROL}<w:sdtContent>{paragraph}</w:sdtContent></w:sdt>")),
            format!(
                "<w:body><w:sdt>{properties}<w:sdtContent><w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>{value}</w:p></w:sdtContent></w:sdt></w:body>"
            )
        );
    }

    #[test]
    fn an_empty_field_a_cell_and_one_that_is_not_ours() {
        let value = "<w:r><w:t xml:space=\"preserve\">Æ &amp; Ø</w:t></w:r>";
        assert!(
            filled(&format!("<w:sdt>{CONTROL}</w:sdt>")).contains(&format!("<w:sdtContent><w:p>{value}</w:p></w:sdtContent>"))
        );
        let cell = "<w:tc><w:tcPr><w:tcW w:w=\"1\"/></w:tcPr><w:p/></w:tc>";
        let in_cell = filled(&format!("<w:tr><w:sdt>{CONTROL}<w:sdtContent>{cell}</w:sdtContent></w:sdt></w:tr>"));
        assert!(in_cell.contains(&format!("<w:tc><w:tcPr><w:tcW w:w=\"1\"/></w:tcPr><w:p>{value}</w:p></w:tc>")), "{in_cell}");
        let other = "<w:sdt><w:sdtPr><w:tag w:val=\"andet\"/></w:sdtPr></w:sdt>";
        assert_eq!(filled(other), format!("<w:body>{other}</w:body>"));
    }
}
