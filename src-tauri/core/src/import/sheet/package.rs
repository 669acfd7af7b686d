//! What a workbook says of itself outside its cells: macros, and hidden rows and columns. What cannot be read here says nothing; the
//! cells are read elsewhere.

use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

type Package<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Whether a workbook carries macros.
pub fn has_macros(bytes: &[u8]) -> bool {
    package(bytes).is_some_and(|package| package.file_names().flatten().any(|name| name.ends_with("vbaProject.bin")))
}

/// Whether the sheet at a place hides rows or columns.
pub fn hides(bytes: &[u8], place: usize) -> bool {
    let Some(mut package) = package(bytes) else { return false };
    let Some(path) = path_of(&mut package, place) else { return false };
    let is_hidden = |tag: &BytesStart<'_>| matches!(attribute(tag, "hidden").as_deref(), Some("1" | "true"));
    find(&mut package, &path, |name, tag| (matches!(name, "row" | "col") && is_hidden(tag)).then_some(())).is_some()
}

fn package(bytes: &[u8]) -> Option<Package<'_>> {
    ZipArchive::new(Cursor::new(bytes)).ok()
}

/// Where the sheet at a place lies in the package.
fn path_of(package: &mut Package<'_>, place: usize) -> Option<String> {
    let mut sheet = 0;
    let id = find(package, "xl/workbook.xml", |name, tag| {
        let found = name == "sheet" && sheet == place;
        sheet += usize::from(name == "sheet");
        if found { attribute(tag, "id") } else { None }
    })?;
    let target = find(package, "xl/_rels/workbook.xml.rels", |_, tag| {
        if attribute(tag, "Id").as_deref() == Some(&id) { attribute(tag, "Target") } else { None }
    })?;
    Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
}

/// The first thing that is found in the tags of a part of the package.
fn find<T>(package: &mut Package<'_>, path: &str, mut found: impl FnMut(&str, &BytesStart<'_>) -> Option<T>) -> Option<T> {
    let mut reader = Reader::from_reader(BufReader::new(package.by_name(path).ok()?));
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let it = found(tag.local_name().as_ref(), &tag);
                if it.is_some() {
                    return it;
                }
            }
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
        buffer.clear();
    }
}

/// What an attribute says, whatever its prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes().flatten();
    attributes.find(|attribute| attribute.key.local_name().as_ref() == name).map(|attribute| attribute.value.into_owned())
}
