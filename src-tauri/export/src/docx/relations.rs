//! Which parts of a package belong to which, and of what kind they are.

use super::package::Package;
use super::tree::{Element, Node};

/// The list of kinds of a package.
const TYPES: &str = "[Content_Types].xml";

/// A kind of part a template may lack.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// How a relation says it.
    relation: &'static str,
    /// How the list of kinds does.
    content: &'static str,
    /// What it is called, beside the part that refers to it.
    file: &'static str,
}

impl Kind {
    /// Styles.
    pub const STYLES: Kind = Kind {
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles",
        content: "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
        file: "styles",
    };
    /// Lists.
    pub const NUMBERING: Kind = Kind {
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering",
        content: "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
        file: "numbering",
    };
    /// What a document says of itself.
    pub const PROPERTIES: Kind = Kind {
        relation: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        content: "application/vnd.openxmlformats-package.core-properties+xml",
        file: "docProps/core",
    };
}

/// The parts one part refers to.
#[derive(Debug)]
pub struct Relations {
    path: String,
    folder: String,
    list: Element,
}

impl Relations {
    /// Those of a part, or of the package itself by an empty name.
    ///
    /// # Errors
    /// What is wrong with them, for the log.
    pub fn of(package: &Package, part: &str) -> Result<Relations, String> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let path = format!("{folder}_rels/{name}.rels");
        let none = || Element::new("Relationships", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")]);
        let list = package.get(&path).map_or_else(|| Ok(none()), Element::read)?;
        Ok(Relations { path, folder, list })
    }

    /// The parts of a kind: `styles`, `header`.
    pub fn parts(&self, kind: &str) -> Vec<String> {
        let is_of_kind = |one: &&Element| one.attribute("Type").and_then(|own| own.rsplit('/').next()) == Some(kind);
        let of_kind = self.list.elements().filter(is_of_kind);
        let inside = of_kind.filter(|one| one.attribute("TargetMode") != Some("External"));
        inside.filter_map(|one| one.attribute("Target")).map(|target| self.whole(target)).collect()
    }

    /// Adds a part of a kind.
    ///
    /// # Errors
    /// What is wrong with the package, for the log.
    pub fn add(&mut self, package: &mut Package, kind: Kind, content: Vec<u8>) -> Result<(), String> {
        let names = std::iter::once(format!("{}.xml", kind.file)).chain((1..).map(|at: u32| format!("{}{at}.xml", kind.file)));
        let mut free = names.filter(|name| package.get(&format!("{}{name}", self.folder)).is_none());
        let name = free.next().unwrap_or_default();
        drop(free);
        let taken = |id: &str| self.list.elements().any(|one| one.attribute("Id") == Some(id));
        let id = (1..).map(|at: u32| format!("rIdTilsagn{at}")).find(|id| !taken(id)).unwrap_or_default();
        let relation =
            Element::new(&prefixed(&self.list, "Relationship"), &[("Id", &id), ("Type", kind.relation), ("Target", &name)]);
        self.list.children.push(Node::Element(relation));
        package.set(&self.path, self.list.part());
        let path = format!("{}{name}", self.folder);
        is_of_kind(package, &path, kind.content)?;
        package.set(&path, content);
        Ok(())
    }

    fn whole(&self, target: &str) -> String {
        if let Some(whole) = target.strip_prefix('/') {
            return whole.to_owned();
        }
        let mut folders: Vec<&str> = self.folder.split('/').filter(|folder| !folder.is_empty()).collect();
        for step in target.split('/') {
            match step {
                "." | "" => {}
                ".." => drop(folders.pop()),
                step => folders.push(step),
            }
        }
        folders.join("/")
    }
}

/// The kind of a part.
///
/// # Errors
/// What is wrong with the list of kinds, for the log.
pub fn kind(package: &Package, part: &str) -> Result<String, String> {
    let list = Element::read(package.get(TYPES).ok_or("no list of kinds")?)?;
    let named = list.elements().find(|one| is_part(one, part));
    let ending = || {
        let ending = part.rsplit_once('.')?.1;
        list.elements().find(|one| one.attribute("Extension").is_some_and(|own| own.eq_ignore_ascii_case(ending)))
    };
    Ok(named.or_else(ending).and_then(|one| one.attribute("ContentType")).unwrap_or_default().to_owned())
}

/// Says of what kind a part is.
///
/// # Errors
/// What is wrong with the list of kinds, for the log.
pub fn is_of_kind(package: &mut Package, part: &str, kind: &str) -> Result<(), String> {
    let mut list = Element::read(package.get(TYPES).ok_or("no list of kinds")?)?;
    list.without(|one| is_part(one, part));
    let one = Element::new(&prefixed(&list, "Override"), &[("PartName", &format!("/{part}")), ("ContentType", kind)]);
    list.children.push(Node::Element(one));
    package.set(TYPES, list.part());
    Ok(())
}

fn is_part(one: &Element, part: &str) -> bool {
    one.attribute("PartName").is_some_and(|own| own.trim_start_matches('/').eq_ignore_ascii_case(part))
}

/// A name with the prefix those around it have.
fn prefixed(list: &Element, name: &str) -> String {
    list.name.split_once(':').map_or_else(|| name.to_owned(), |(prefix, _)| format!("{prefix}:{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_wherever_it_lies_and_added_under_a_free_name() {
        let mut package = Package::default();
        package.set(TYPES, "<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        let relation = |target: &str| format!("<Relationship Id=\"rIdTilsagn1\" Type=\"a/styles\" Target=\"{target}\"/>");
        package.set(
            "word/_rels/a.xml.rels",
            format!("<Relationships>{}{}</Relationships>", relation("/b/c.xml"), relation("../d.xml")),
        );
        package.set("word/numbering.xml", "x");
        let mut relations = Relations::of(&package, "word/a.xml").unwrap();
        assert_eq!(relations.parts("styles"), ["b/c.xml", "d.xml"]);
        relations.add(&mut package, Kind::NUMBERING, b"y".to_vec()).unwrap();
        let again = Relations::of(&package, "word/a.xml").unwrap();
        assert_eq!(again.parts("numbering"), ["word/numbering1.xml"]);
        assert!(kind(&package, "word/numbering1.xml").unwrap().ends_with("numbering+xml"));
        assert_eq!(kind(&package, "word/numbering.xml").unwrap(), "application/xml");
    }
}
