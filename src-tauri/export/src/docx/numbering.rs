//! How lists are numbered: each begins anew, and the lists in it follow it.

use tilsagn_core::report::{Block, Item, ListStyle};

use super::tree::{Element, Node};
use super::xml::Xml;

/// How many levels Word knows.
pub const LEVELS: usize = 9;
/// How far the text of a level stands from that of the one around it, in twentieths of a point.
pub const STEP: u32 = 397;

/// The lists of a document.
#[derive(Debug, Default)]
pub struct Numbering {
    /// The first ids that are free: of a kind of list, and of a list.
    first: (u32, u32),
    kinds: Vec<[ListStyle; LEVELS]>,
    /// The kind of each list, and the level at which it begins.
    lists: Vec<(usize, usize)>,
}

/// A list as its items know it.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Its id.
    pub id: u32,
    /// How each level is marked.
    levels: [ListStyle; LEVELS],
}

impl Numbering {
    /// Lists whose ids come after those of a template's part.
    pub fn after(part: &Element) -> Numbering {
        let highest = |name: &str, id: &str| {
            let ids =
                part.elements().filter(|element| element.name == name).filter_map(|element| element.attribute(id)?.parse().ok());
            ids.max().unwrap_or(0)
        };
        let first: (u32, u32) = (highest("w:abstractNum", "w:abstractNumId"), highest("w:num", "w:numId"));
        Numbering { first: (first.0.saturating_add(1), first.1.saturating_add(1)), ..Numbering::default() }
    }

    /// A list at a level, in another or on its own. One that is the first of its item goes with the list around it.
    pub fn list(&mut self, around: Option<(Known, bool)>, level: usize, style: ListStyle, items: &[Item]) -> Known {
        let level = level.min(LEVELS - 1);
        let shape = shape(style, items);
        if let Some((known, true)) = around
            && known.levels[level..].iter().zip(&shape).all(|(there, here)| there == here)
        {
            return known;
        }
        let mut levels = around.map_or([style; LEVELS], |(known, _)| known.levels);
        for (there, here) in levels[level..].iter_mut().zip(shape.iter().chain(std::iter::repeat(&style))) {
            *there = *here;
        }
        let kind = self.kinds.iter().position(|kind| *kind == levels).unwrap_or_else(|| {
            self.kinds.push(levels);
            self.kinds.len() - 1
        });
        self.lists.push((kind, level));
        Known { id: self.id(self.lists.len() - 1), levels }
    }

    /// The part of a document of our own.
    pub fn part(&self) -> Vec<u8> {
        let mut part = Element::new("w:numbering", &[("xmlns:w", super::parts::W)]);
        self.put_in(&mut part);
        part.part()
    }

    /// Adds the lists to a part: kinds go before lists, and what ends the part stays last.
    pub fn put_in(&self, part: &mut Element) {
        let is = |child: &Node, names: &[&str]| child.element().is_some_and(|element| names.contains(&element.name.as_str()));
        let at =
            part.children.iter().position(|child| is(child, &["w:num", "w:numIdMacAtCleanup"])).unwrap_or(part.children.len());
        part.children.insert(at, Node::Raw(self.kinds()));
        let at = part.children.iter().position(|child| is(child, &["w:numIdMacAtCleanup"])).unwrap_or(part.children.len());
        part.children.insert(at, Node::Raw(self.lists()));
    }

    fn id(&self, at: usize) -> u32 {
        self.first.1.max(1).saturating_add(at as u32)
    }

    fn kinds(&self) -> String {
        let mut xml = Xml::default();
        for (levels, id) in self.kinds.iter().zip(self.first.0..) {
            xml.inside("w:abstractNum", &[("w:abstractNumId", &id.to_string())], |xml| {
                xml.val("w:nsid", format!("{:08X}", 0x5449_4C00_u32.wrapping_add(id)));
                xml.val("w:multiLevelType", "multilevel");
                for (at, style) in levels.iter().enumerate() {
                    level(xml, at, *style);
                }
            });
        }
        xml.0
    }

    fn lists(&self) -> String {
        let mut xml = Xml::default();
        for (at, (kind, level)) in self.lists.iter().enumerate() {
            xml.inside("w:num", &[("w:numId", &self.id(at).to_string())], |xml| {
                xml.val("w:abstractNumId", self.first.0.saturating_add(*kind as u32));
                xml.inside("w:lvlOverride", &[("w:ilvl", &level.to_string())], |xml| xml.val("w:startOverride", 1));
            });
        }
        xml.0
    }
}

/// How the levels of a list are marked: each as the first list on it.
fn shape(style: ListStyle, items: &[Item]) -> Vec<ListStyle> {
    let mut levels = vec![style];
    for inside in items.iter().map(|item| &item.inside) {
        for deeper in inner(inside) {
            let from = levels.len().min(deeper.len() + 1);
            levels.extend(deeper.iter().skip(from - 1));
        }
    }
    levels.truncate(LEVELS);
    levels
}

fn inner(blocks: &[Block]) -> Vec<Vec<ListStyle>> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::List { style, items } => found.push(shape(*style, items)),
            Block::Draft { blocks } => found.extend(inner(blocks)),
            _ => {}
        }
    }
    found
}

fn level(xml: &mut Xml, at: usize, style: ListStyle) {
    let (format, text) = match style {
        ListStyle::Bullets => ("bullet", ["•", "–", "▪"][at % 3].to_owned()),
        ListStyle::Numbers => ("decimal", format!("%{}.", at + 1)),
        ListStyle::Letters => ("lowerLetter", format!("%{}.", at + 1)),
    };
    xml.inside("w:lvl", &[("w:ilvl", &at.to_string())], |xml| {
        xml.val("w:start", 1);
        xml.val("w:numFmt", format);
        xml.val("w:lvlText", text);
        xml.val("w:lvlJc", "left");
        let left = (STEP * (at as u32 + 1)).to_string();
        xml.inside("w:pPr", &[], |xml| xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &STEP.to_string())]));
    });
}

#[cfg(test)]
mod tests {
    use tilsagn_core::report::Run;

    use super::*;

    fn item(inside: Vec<Block>) -> Item {
        Item { runs: vec![Run::plain("x")], inside }
    }

    fn letters() -> Block {
        Block::List { style: ListStyle::Letters, items: vec![item(Vec::new())] }
    }

    #[test]
    fn every_list_begins_anew_and_the_first_in_an_item_follows_it() {
        let mut numbering = Numbering::default();
        let items = [item(Vec::new()), item(vec![letters(), letters()])];
        let first = numbering.list(None, 0, ListStyle::Numbers, &items);
        let second = numbering.list(None, 0, ListStyle::Numbers, &items);
        assert_eq!((first.id, second.id, numbering.kinds.len()), (1, 2, 1));
        assert_eq!(first.levels[..3], [ListStyle::Numbers, ListStyle::Letters, ListStyle::Numbers]);
        let plain = [item(Vec::new())];
        assert_eq!(numbering.list(Some((second, true)), 1, ListStyle::Letters, &plain).id, 2);
        assert_eq!(
            numbering.list(Some((second, false)), 1, ListStyle::Letters, &plain).id,
            3,
            "the second in an item is another"
        );
        assert_eq!(numbering.list(Some((second, true)), 1, ListStyle::Bullets, &plain).id, 4);
        assert_eq!(numbering.list(Some((second, true)), 40, ListStyle::Bullets, &plain).id, 5);
    }

    #[test]
    fn in_a_template_ids_follow_its_own() {
        let text = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\"/><w:num w:numId=\"12\"/><w:numIdMacAtCleanup/></w:numbering>";
        let mut part = Element::read(text.as_bytes()).unwrap();
        let mut numbering = Numbering::after(&part);
        assert_eq!(numbering.list(None, 0, ListStyle::Bullets, &[]).id, 13);
        numbering.put_in(&mut part);
        let part = Element::read(&part.part()).unwrap();
        let names: Vec<_> = part.elements().map(|element| element.name.as_str()).collect();
        assert_eq!(names, ["w:abstractNum", "w:abstractNum", "w:num", "w:num", "w:numIdMacAtCleanup"]);
        assert_eq!(part.elements().nth(3).and_then(|num| num.val_of("w:abstractNumId")), Some("8"));
    }
}
