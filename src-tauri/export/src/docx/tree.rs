//! XML that is read, changed in a few places and written as it was.

use quick_xml::Reader;
use quick_xml::escape::{escape, unescape};
use quick_xml::events::{BytesStart, Event};

use super::xml::DECLARATION;

/// How deep elements may lie in each other: Word's own lie within 40.
const DEPTH: usize = 256;

/// Something in an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// XML that is kept as it is: text, and what we write.
    Raw(String),
}

/// An element.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// Its name, with the prefix.
    pub name: String,
    /// Names and values.
    pub attributes: Vec<(String, String)>,
    /// What is in it.
    pub children: Vec<Node>,
}

impl Element {
    /// Reads a part. Comments and instructions are left out; a document type, and so every entity of its own, is refused.
    ///
    /// # Errors
    /// What is wrong with it, for the log.
    pub fn read(bytes: &[u8]) -> Result<Element, String> {
        let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        let mut open: Vec<Element> = Vec::new();
        loop {
            let done = match reader.read_event().map_err(|error| error.to_string())? {
                Event::Start(_) if open.len() >= DEPTH => return Err("too deep".to_owned()),
                Event::Start(tag) => {
                    open.push(element(&tag)?);
                    None
                }
                Event::Empty(tag) => Some(element(&tag)?),
                Event::End(_) => open.pop(),
                Event::Text(text) => raw(&mut open, &text),
                Event::CData(text) => raw(&mut open, &escape(text.into_inner())),
                Event::GeneralRef(entity) => {
                    let entity = format!("&{};", entity.into_inner());
                    unescape(&entity).map_err(|error| error.to_string())?;
                    raw(&mut open, &entity)
                }
                Event::Comment(_) | Event::PI(_) | Event::Decl(_) => None,
                Event::DocType(_) => return Err("a document type".to_owned()),
                Event::Eof => return Err("it ends too soon".to_owned()),
            };
            let Some(done) = done else { continue };
            match open.last_mut() {
                Some(parent) => parent.children.push(Node::Element(done)),
                None => return Ok(done),
            }
        }
    }

    /// An element with attributes and nothing in it.
    pub fn new(name: &str, attributes: &[(&str, &str)]) -> Element {
        let attributes = attributes.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        Element { name: name.to_owned(), attributes, children: Vec::new() }
    }

    /// The whole part.
    pub fn part(&self) -> Vec<u8> {
        let mut text = DECLARATION.to_owned();
        self.write(&mut text);
        text.into_bytes()
    }

    /// Writes it.
    pub fn write(&self, to: &mut String) {
        to.push('<');
        to.push_str(&self.name);
        for (key, value) in &self.attributes {
            to.push(' ');
            to.push_str(key);
            to.push_str("=\"");
            to.push_str(&escape(value.as_str()));
            to.push('"');
        }
        if self.children.is_empty() {
            to.push_str("/>");
            return;
        }
        to.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(to),
                Node::Raw(raw) => to.push_str(raw),
            }
        }
        to.push_str("</");
        to.push_str(&self.name);
        to.push('>');
    }

    /// It as text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Gives an attribute a value.
    pub fn set(&mut self, name: &str, value: &str) {
        match self.attributes.iter_mut().find(|(key, _)| key == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
    }

    /// The elements in it.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Element> {
        self.children.iter().filter_map(Node::element)
    }

    /// The elements in it, to change.
    pub fn elements_mut(&mut self) -> impl Iterator<Item = &mut Element> {
        self.children.iter_mut().filter_map(Node::element_mut)
    }

    /// The first element of a name in it.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The first element of a name in it, to change.
    pub fn child_mut(&mut self, name: &str) -> Option<&mut Element> {
        self.elements_mut().find(|element| element.name == name)
    }

    /// The `w:val` of the first element of a name in it.
    pub fn val_of(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("w:val")
    }

    /// Leaves out the elements in it that `unwanted` names.
    pub fn without(&mut self, unwanted: impl Fn(&Element) -> bool) {
        self.children.retain(|child| !child.element().is_some_and(&unwanted));
    }
}

impl Node {
    /// The element it is.
    pub fn element(&self) -> Option<&Element> {
        match self {
            Node::Element(element) => Some(element),
            Node::Raw(_) => None,
        }
    }

    /// The element it is, to change.
    pub fn element_mut(&mut self) -> Option<&mut Element> {
        match self {
            Node::Element(element) => Some(element),
            Node::Raw(_) => None,
        }
    }
}

fn element(tag: &BytesStart<'_>) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = unescape(&attribute.value).map_err(|error| error.to_string())?.into_owned();
        attributes.push((attribute.key.into_inner().to_owned(), value));
    }
    Ok(Element { name: tag.name().into_inner().to_owned(), attributes, children: Vec::new() })
}

/// Keeps text as it is written; outside the outermost element there is only space.
fn raw(open: &mut [Element], text: &str) -> Option<Element> {
    if let Some(parent) = open.last_mut() {
        match parent.children.last_mut() {
            Some(Node::Raw(before)) => before.push_str(text),
            _ => parent.children.push(Node::Raw(text.to_owned())),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_as_it_was() {
        let text = "<a x=\"1 &amp; 2\" b:y=\"ø\"><b/> æ &lt;&#230;<c>&amp;</c></a>";
        let read = Element::read(format!("\u{feff}<?xml version=\"1.0\"?>\n<!-- no -->{text}").as_bytes()).unwrap();
        assert_eq!((read.text().as_str(), read.attribute("x")), (text, Some("1 & 2")));
    }

    #[test]
    fn what_is_not_to_be_trusted_is_refused() {
        let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
        let bomb = "<!DOCTYPE a [<!ENTITY b \"cccc\">]><a>&b;</a>";
        for text in ["", "<a>", "<a></b>", "a", "<a>&b;</a>", "<a b=\"&c;\"/>", "<a b=\"1\" b=\"2\"/>", bomb, &deep] {
            assert!(Element::read(text.as_bytes()).is_err(), "{}", &text[..text.len().min(40)]);
        }
        assert!(Element::read(b"<a>\xe6</a>").is_err());
    }
}
