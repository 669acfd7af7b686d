//! XML written as text: what is opened is closed, and nothing that XML forbids gets in.

use quick_xml::escape::escape;

/// The declaration a part begins with.
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A piece of XML.
#[derive(Clone, Debug, Default)]
pub struct Xml(pub String);

impl Xml {
    /// An element with what `content` writes in it.
    pub fn inside(&mut self, name: &str, attributes: &[(&str, &str)], content: impl FnOnce(&mut Xml)) {
        self.tag(name, attributes);
        self.0.push('>');
        content(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push_str("/>");
    }

    /// An element whose only attribute is `w:val`.
    pub fn val(&mut self, name: &str, value: impl ToString) {
        self.empty(name, &[("w:val", &value.to_string())]);
    }

    /// Text.
    pub fn text(&mut self, text: &str) {
        self.0.push_str(&escape(allowed(text)));
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (key, value) in attributes {
            self.0.push(' ');
            self.0.push_str(key);
            self.0.push_str("=\"");
            self.0.push_str(&escape(allowed(value)));
            self.0.push('"');
        }
    }
}

/// A text without the characters no XML may hold, not even written as numbers.
pub fn allowed(text: &str) -> String {
    text.chars()
        .filter(|char| !matches!(char, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_left_out_and_the_rest_is_escaped() {
        let mut xml = Xml::default();
        xml.inside("w:p", &[("w:val", "a\"<\u{1}")], |xml| xml.text("\0æ & \u{b}<b>\u{ffff}😀"));
        assert_eq!(xml.0, "<w:p w:val=\"a&quot;&lt;\">æ &amp; &lt;b&gt;😀</w:p>");
    }
}
