//! Where in a template the paper goes, and how its pages lie there.

use super::body::{Around, Pages, Side};
use super::fields::{PAPER, tag};
use super::parts::A4;
use super::tree::{Element, Node};

/// What of a `w:sectPr` stands before its kind and its size.
const FIRST: [&str; 5] = ["w:headerReference", "w:footerReference", "w:footnotePr", "w:endnotePr", "w:type"];

/// What the margins of a cell take where nobody says it.
const CELL_MARGINS: u32 = 216;

/// Where the paper goes.
#[derive(Debug)]
pub struct Spot {
    /// The way to it from the body, by the places of children.
    path: Vec<usize>,
    /// Where among the body's own children the properties of its pages are; in the body's last where they are none's.
    section: Option<usize>,
    /// What stands around it.
    pub around: Around,
    /// How wide the cell it is in is, in twentieths of a point; none outside tables and where nobody says it.
    cell: Option<u32>,
}

impl Spot {
    /// Finds it: the content control of the paper, else after all there is. A body without properties of its pages gets them.
    pub fn find(body: &mut Element) -> Spot {
        if body.elements().next_back().is_none_or(|last| last.name != "w:sectPr") {
            let mut section = Element::new("w:sectPr", &[]);
            section.children.push(Node::Element(size(A4.0, A4.1)));
            body.children.push(Node::Element(section));
        }
        let path = way(body).unwrap_or_else(|| end(body));
        let mut around = Around::default();
        let (mut within, mut cell) = (&*body, None);
        for at in &path {
            if within.name == "w:tc" {
                cell =
                    within.child("w:tcPr").and_then(|own| own.child("w:tcW")).and_then(|own| own.attribute("w:w")?.parse().ok());
            }
            around.fixed |= matches!(within.name.as_str(), "w:tbl" | "w:tr" | "w:tc" | "w:txbxContent");
            around.before |= within.children[..*at].iter().any(says);
            around.after |= within.children[at + 1..].iter().any(says);
            let Some(next) = within.children[*at].element() else { break };
            within = next;
        }
        let top = path.first().copied().unwrap_or_default();
        let ends = |child: &Node| {
            child.element().is_some_and(|one| one.child("w:pPr").is_some_and(|own| own.child("w:sectPr").is_some()))
        };
        let section = body.children.iter().enumerate().skip(top + 1).find(|(_, child)| ends(child)).map(|(at, _)| at);
        Spot { path, section, around, cell }
    }

    /// How pages lie there, and turned on their side.
    pub fn pages(&self, body: &mut Element) -> Pages {
        let section = self.section(body).cloned().unwrap_or_default();
        let [mut portrait, landscape] = [false, true].map(|landscape| side(&section, landscape));
        // Half the page where nobody says it: a table that is too narrow is to be read, one that is too wide is cut.
        if self.around.fixed {
            let cell = self.cell.filter(|cell| *cell > CELL_MARGINS).map(|cell| cell - CELL_MARGINS);
            portrait.width = cell.unwrap_or(portrait.width / 2).min(portrait.width);
        }
        Pages { portrait, landscape }
    }

    /// Puts the paper there, and the properties of the last pages where they are now others.
    pub fn put(&self, body: &mut Element, paper: String, last: Option<String>) -> Result<(), String> {
        if let Some(last) = last {
            let last = Element::read(last.as_bytes())?;
            if let Some(section) = self.section(body) {
                *section = last;
            }
        }
        let Some((at, way)) = self.path.split_last() else { return Ok(()) };
        let mut within = body;
        for step in way {
            let Some(next) = within.children.get_mut(*step).and_then(Node::element_mut) else { return Ok(()) };
            within = next;
        }
        within.children[*at] = Node::Raw(if paper.is_empty() { "<w:p/>".to_owned() } else { paper });
        Ok(())
    }

    fn section<'a>(&self, body: &'a mut Element) -> Option<&'a mut Element> {
        match self.section {
            Some(at) => body.children.get_mut(at)?.element_mut()?.child_mut("w:pPr")?.child_mut("w:sectPr"),
            None => body.elements_mut().filter(|one| one.name == "w:sectPr").last(),
        }
    }
}

/// The way to what the paper takes the place of: its content control, or the paragraph that stands in.
fn way(within: &Element) -> Option<Vec<usize>> {
    within.children.iter().enumerate().find_map(|(at, child)| {
        let child = child.element()?;
        let is_paper = tag(child) == Some(PAPER);
        let rest = match within.name.as_str() {
            // Around a cell or a row: its first paragraph.
            "w:tr" | "w:tbl" if is_paper => paragraph(child)?,
            _ if is_paper || child.name == "w:p" && way(child).is_some() => Vec::new(),
            _ => way(child)?,
        };
        Some(std::iter::once(at).chain(rest).collect())
    })
}

fn paragraph(within: &Element) -> Option<Vec<usize>> {
    within.children.iter().enumerate().find_map(|(at, child)| {
        let child = child.element()?;
        let rest = if child.name == "w:p" { Vec::new() } else { paragraph(child)? };
        Some(std::iter::once(at).chain(rest).collect())
    })
}

/// After all there is; in the place of a paragraph at the end in which nothing stands.
fn end(body: &mut Element) -> Vec<usize> {
    let last = body.children.len() - 1;
    let section = body.children.iter().rposition(|child| child.element().is_some()).unwrap_or(last);
    let before = body.children[..section].iter().rposition(|child| child.element().is_some());
    let empty =
        before.filter(|at| body.children[*at].element().is_some_and(|one| one.name == "w:p") && !says(&body.children[*at]));
    let at = empty.unwrap_or_else(|| {
        body.children.insert(section, Node::Raw(String::new()));
        section
    });
    vec![at]
}

/// Whether there is something to see, or pages end there.
fn says(node: &Node) -> bool {
    let Some(element) = node.element() else { return false };
    match element.name.as_str() {
        "w:t" | "w:tbl" | "w:drawing" | "w:pict" | "w:object" | "w:fldSimple" | "w:instrText" | "w:br" => true,
        "w:sectPr" => false,
        "w:pPr" => element.child("w:sectPr").is_some(),
        _ => element.children.iter().any(says),
    }
}

/// Pages as theirs, upright or on their side.
fn side(theirs: &Element, landscape: bool) -> Side {
    let number = |name: &str, of: &str, usual: u32| {
        theirs.child(name).and_then(|own| own.attribute(of)?.parse::<u32>().ok()).unwrap_or(usual).min(A4.1 * 2)
    };
    let (one, other) = (number("w:pgSz", "w:w", A4.0), number("w:pgSz", "w:h", A4.1));
    let (width, height) = if landscape { (one.max(other), one.min(other)) } else { (one.min(other), one.max(other)) };
    let margins = ["w:left", "w:right", "w:gutter"].map(|of| number("w:pgMar", of, 0)).iter().sum::<u32>();
    let mut first = theirs.clone();
    let size = size(width, height);
    match first.child_mut("w:pgSz") {
        Some(own) => {
            own.attributes.retain(|(name, _)| name != "w:orient");
            for (name, value) in &size.attributes {
                own.set(name, value);
            }
        }
        None => put_first(&mut first, size),
    }
    let mut later = first.clone();
    // A letterhead stands on the first page of all, and pages go on being counted.
    later.without(|one| one.name == "w:titlePg");
    if let Some(numbers) = later.child_mut("w:pgNumType") {
        numbers.attributes.retain(|(name, _)| name != "w:start");
    }
    match later.child_mut("w:type") {
        Some(kind) => kind.set("w:val", "nextPage"),
        None => put_first(&mut later, Element::new("w:type", &[("w:val", "nextPage")])),
    }
    Side { width: width.saturating_sub(margins).max(1_000), first: first.text(), later: later.text() }
}

fn size(width: u32, height: u32) -> Element {
    let mut size = Element::new("w:pgSz", &[("w:w", &width.to_string()), ("w:h", &height.to_string())]);
    if width > height {
        size.set("w:orient", "landscape");
    }
    size
}

fn put_first(section: &mut Element, one: Element) {
    let is_before = |child: &Node| child.element().is_none_or(|own| FIRST.contains(&own.name.as_str()));
    let at = section.children.iter().position(|child| !is_before(child)).unwrap_or(section.children.len());
    section.children.insert(at, Node::Element(one));
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTROL: &str = "<w:sdt><w:sdtPr><w:tag w:val=\"tilsagn.papir\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>";
    const TEXT: &str = "<w:p><w:r><w:t>x</w:t></w:r></w:p>";
    const SECTION: &str = "<w:sectPr><w:headerReference r:id=\"a\"/><w:pgSz w:w=\"12000\" w:h=\"16000\"/><w:pgMar w:left=\"900\" w:right=\"100\"/><w:titlePg/></w:sectPr>";

    fn put(body: &str) -> (String, [bool; 3]) {
        let mut body = Element::read(format!("<w:body>{body}</w:body>").as_bytes()).unwrap();
        let spot = Spot::find(&mut body);
        spot.put(&mut body, "<!--paper-->".to_owned(), None).unwrap();
        (body.text(), [spot.around.before, spot.around.after, spot.around.fixed])
    }

    #[test]
    fn the_paper_takes_the_place_of_its_control() {
        let (text, around) = put(&format!("{TEXT}{CONTROL}<w:p/>{SECTION}"));
        assert_eq!((text, around), (format!("<w:body>{TEXT}<!--paper--><w:p/>{SECTION}</w:body>"), [true, false, false]));
        let (text, around) = put(&format!("<w:p>{CONTROL}</w:p>{TEXT}{SECTION}"));
        assert_eq!((text, around), (format!("<w:body><!--paper-->{TEXT}{SECTION}</w:body>"), [false, true, false]));
        let cell = format!("<w:tbl><w:tr><w:tc>{CONTROL}</w:tc></w:tr></w:tbl>");
        let (text, around) = put(&format!("{cell}{SECTION}"));
        assert_eq!(
            (text, around),
            (format!("<w:body><w:tbl><w:tr><w:tc><!--paper--></w:tc></w:tr></w:tbl>{SECTION}</w:body>"), [false, false, true])
        );
        let row = "<w:tbl><w:tr><w:sdt><w:sdtPr><w:tag w:val=\"tilsagn.papir\"/></w:sdtPr><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>";
        assert!(put(&format!("{row}{SECTION}")).0.contains("<w:tc><!--paper--></w:tc>"));
    }

    #[test]
    fn without_one_it_stands_last() {
        let (text, around) = put(&format!("{TEXT}<w:p/>{SECTION}"));
        assert_eq!((text, around), (format!("<w:body>{TEXT}<!--paper-->{SECTION}</w:body>"), [true, false, false]));
        assert_eq!(put("").0, "<w:body><!--paper--><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body>");
    }

    #[test]
    fn pages_are_theirs_and_turned() {
        let mut body = Element::read(format!("<w:body>{SECTION}</w:body>").as_bytes()).unwrap();
        let spot = Spot::find(&mut body);
        let pages = spot.pages(&mut body);
        assert_eq!((pages.portrait.width, pages.landscape.width, pages.portrait.first.as_str()), (11_000, 15_000, SECTION));
        let turned = "<w:sectPr><w:headerReference r:id=\"a\"/><w:type w:val=\"nextPage\"/><w:pgSz w:w=\"16000\" w:h=\"12000\" w:orient=\"landscape\"/><w:pgMar w:left=\"900\" w:right=\"100\"/></w:sectPr>";
        assert_eq!(pages.landscape.later, turned);
        spot.put(&mut body, "p".to_owned(), Some(turned.to_owned())).unwrap();
        assert_eq!(body.text(), format!("<w:body>p{turned}</w:body>"));
    }
}
