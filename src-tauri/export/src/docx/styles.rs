//! The styles of a paper, known by the ids of our own `assets/docx/styles.xml`: there as they are, in a template found by their names,
//! which Word writes in English whatever language it speaks, and put in where it has none.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{Element, Node};

/// Our own.
pub const OWN: &str = include_str!("../../assets/docx/styles.xml");

/// What a template must have, and what it is called for a reader.
const REQUIRED: [(&str, &str); 2] = [("Heading1", "Overskrift 1 (Heading 1)"), ("Heading2", "Overskrift 2 (Heading 2)")];

/// The styles of a document.
#[derive(Debug)]
pub enum Styles {
    /// Our own.
    Own,
    /// A template's.
    Theirs(Box<Theirs>),
}

/// The styles of a template.
#[derive(Debug)]
pub struct Theirs {
    ours: Element,
    part: Element,
    ids: BTreeSet<String>,
    named: BTreeMap<(String, String), String>,
    chosen: BTreeMap<String, String>,
}

impl Styles {
    /// The id of a style in the document, by the id of ours. A template that lacks it gets it.
    pub fn id(&mut self, ours: &str) -> String {
        match self {
            Styles::Own => ours.to_owned(),
            Styles::Theirs(theirs) => theirs.id(ours),
        }
    }
}

impl Theirs {
    /// Reads the styles of a template; gives those a paper cannot do without that it lacks.
    ///
    /// # Errors
    /// What is wrong with it, for the log.
    pub fn read(part: Option<&[u8]>) -> Result<(Theirs, Vec<&'static str>), String> {
        let empty = [("xmlns:w", super::parts::W)];
        let part = part.map_or_else(|| Ok(Element::new("w:styles", &empty)), Element::read)?;
        let (mut ids, mut named) = (BTreeSet::new(), BTreeMap::new());
        for style in styles_of(&part) {
            let Some(id) = style.attribute("w:styleId") else { continue };
            ids.insert(id.to_owned());
            if let Some(name) = name_of(style) {
                named.entry(name).or_insert_with(|| id.to_owned());
            }
        }
        let theirs = Theirs { ours: Element::read(OWN.as_bytes())?, part, ids, named, chosen: BTreeMap::new() };
        let missing = REQUIRED.iter().filter(|(id, _)| theirs.find(id).is_none()).map(|(_, name)| *name).collect();
        Ok((theirs, missing))
    }

    /// Sets the language text has where nothing else is said of it.
    pub fn speak(&mut self, language: &str) {
        let mut within = &mut self.part;
        for name in ["w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"] {
            let there = within.children.iter().position(|child| child.element().is_some_and(|one| one.name == name));
            let at = there.unwrap_or_else(|| {
                // The language comes late among properties, the others first in what they lie in.
                let at = if name == "w:lang" { within.children.len() } else { 0 };
                within.children.insert(at, Node::Element(Element::new(name, &[])));
                at
            });
            let Some(next) = within.children[at].element_mut() else { return };
            within = next;
        }
        within.set("w:val", language);
    }

    /// The part with what was put in.
    pub fn part(&self) -> Vec<u8> {
        self.part.part()
    }

    fn id(&mut self, ours: &str) -> String {
        if let Some(id) = self.chosen.get(ours) {
            return id.clone();
        }
        let id = self.find(ours).unwrap_or_else(|| self.put_in(ours));
        self.chosen.insert(ours.to_owned(), id.clone());
        id
    }

    fn find(&self, ours: &str) -> Option<String> {
        let own = self.own(ours)?;
        if own.attribute("w:default").is_some() {
            let is_default = |style: &&Element| {
                style.attribute("w:type") == own.attribute("w:type")
                    && matches!(style.attribute("w:default"), Some("1" | "true" | "on"))
            };
            return styles_of(&self.part).find(is_default)?.attribute("w:styleId").map(str::to_owned);
        }
        self.named.get(&name_of(own)?).cloned()
    }

    fn own(&self, ours: &str) -> Option<&Element> {
        styles_of(&self.ours).find(|style| style.attribute("w:styleId") == Some(ours))
    }

    /// Adds ours, resting on theirs.
    fn put_in(&mut self, ours: &str) -> String {
        let Some(mut style) = self.own(ours).cloned() else { return ours.to_owned() };
        let mut id = ours.to_owned();
        while !self.ids.insert(id.clone()) {
            id.push('1');
        }
        style.set("w:styleId", &id);
        style.attributes.retain(|(name, _)| name != "w:default");
        for rests in style.elements_mut().filter(|element| matches!(element.name.as_str(), "w:basedOn" | "w:next")) {
            let theirs = rests.attribute("w:val").map(str::to_owned).map(|on| self.id(&on));
            rests.set("w:val", &theirs.unwrap_or_default());
        }
        self.part.children.push(Node::Element(style));
        id
    }
}

fn styles_of(part: &Element) -> impl Iterator<Item = &Element> {
    part.elements().filter(|element| element.name == "w:style")
}

/// The kind and the name, small.
fn name_of(style: &Element) -> Option<(String, String)> {
    Some((style.attribute("w:type").unwrap_or("paragraph").to_owned(), style.val_of("w:name")?.trim().to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(styles: &str) -> String {
        format!("<w:styles xmlns:w=\"{}\">{styles}</w:styles>", crate::docx::parts::W)
    }

    const DANISH: &str = "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults>\
        <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Brdtekst\"><w:name w:val=\"Normal\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Overskrift1\"><w:name w:val=\"heading 1\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Overskrift2\"><w:name w:val=\"Heading 2\"/></w:style>\
        <w:style w:type=\"character\" w:styleId=\"Heading3\"><w:name w:val=\"heading 3\"/></w:style>";

    #[test]
    fn styles_are_found_by_name_and_put_in_where_they_lack() {
        let (theirs, missing) = Theirs::read(Some(part(DANISH).as_bytes())).unwrap();
        assert!(missing.is_empty());
        let mut styles = Styles::Theirs(Box::new(theirs));
        let ids = ["Heading1", "Heading2", "Heading3", "ListBullet2", "ListBullet2"].map(|ours| styles.id(ours));
        assert_eq!(ids, ["Overskrift1", "Overskrift2", "Heading31", "ListBullet2", "ListBullet2"]);
        let Styles::Theirs(mut theirs) = styles else { panic!() };
        theirs.speak("da-DK");
        let text = String::from_utf8(theirs.part()).unwrap();
        assert!(text.contains("<w:rPr><w:sz w:val=\"22\"/><w:lang w:val=\"da-DK\"/></w:rPr>"), "{text}");
        assert!(text.contains("w:styleId=\"Heading31\"") && text.contains("<w:basedOn w:val=\"Overskrift2\"/>"));
        assert!(text.contains("<w:next w:val=\"Brdtekst\"/>") && text.matches("\"ListBullet2\"").count() == 1);
        assert!(text.contains("\"ListParagraph\"") && text.contains("<w:basedOn w:val=\"Brdtekst\"/>"));
    }

    #[test]
    fn what_a_paper_cannot_do_without_is_named() {
        let only = part("<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"heading 1\"/></w:style>");
        assert_eq!(Theirs::read(Some(only.as_bytes())).unwrap().1, ["Overskrift 2 (Heading 2)"]);
        assert_eq!(Theirs::read(None).unwrap().1.len(), 2);
        assert!(Theirs::read(Some(b"<w:styles>")).is_err());
    }
}
