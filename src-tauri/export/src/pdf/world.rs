//! What typst sees: one template, one file of data, our own fonts, and nothing of the machine it runs on.

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World};

use super::fonts::Fonts;

/// What every paper is made with; made once in the life of the program.
struct Shared {
    library: LazyHash<Library>,
    template: Source,
    data: FileId,
}

/// A place that is the template's or its data's alone.
fn place(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

fn shared() -> Option<&'static Shared> {
    static SHARED: OnceLock<Option<Shared>> = OnceLock::new();
    let made = SHARED.get_or_init(|| {
        // What a table is about, and which cells head a row, can be said only by these.
        let library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build();
        let template = Source::new(place("paper.typ")?, include_str!("../../assets/paper.typ").to_owned());
        Some(Shared { library: LazyHash::new(library), template, data: place("report.json")? })
    });
    made.as_ref()
}

/// A paper as typst sees it.
pub struct Paper {
    shared: &'static Shared,
    fonts: &'static Fonts,
    data: Bytes,
}

impl Paper {
    /// The template with this data, JSON.
    pub fn new(data: Vec<u8>) -> Option<Paper> {
        Some(Paper { shared: shared()?, fonts: Fonts::get(), data: Bytes::new(data) })
    }
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.shared.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.shared.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    /// A paper has the day of its report, never that of the machine.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
