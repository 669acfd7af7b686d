//! A report in a template of a municipality's own: its package as it is, but for the paper in its place, the fields, and what the
//! paper needs of styles and lists.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;
use tilsagn_core::report::{Block, PaperKind, Report, Run, SCHEMA};
use tilsagn_core::words::Language;
use tilsagn_core::{Error, ErrorCode, Result};

use super::body::Writer;
use super::fields::{self, CLOSED, STAMP};
use super::numbering::Numbering;
use super::package::Package;
use super::parts::{R, W, core_properties, tag};
use super::place::Spot;
use super::relations::{self, Kind, Relations};
use super::styles::{Styles, Theirs};
use super::tree::Element;
use crate::paper::Template;

/// The kinds the main part of a document and of a template has.
const DOCUMENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const TEMPLATE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";

/// Writes a report in a template.
///
/// # Errors
/// `template_unreadable`, `template_styles_missing`, naming the template; `export_failed`.
pub fn filled(report: &Report, template: &Template) -> Result<Vec<u8>> {
    let unreadable = |cause: String| Error::new(ErrorCode::TemplateUnreadable).with("file", &template.name).because(cause);
    let mut package = Package::read(&template.content).map_err(unreadable)?;
    let missing = fill(&mut package, report).map_err(unreadable)?;
    if !missing.is_empty() {
        let error = Error::new(ErrorCode::TemplateStylesMissing).with("file", &template.name);
        return Err(error.with("missing", missing.join(", ")));
    }
    package.write()
}

/// That papers can be written into the Word document at `path`: an empty one is.
///
/// # Errors
/// `file_missing`; as for [`filled`], naming the file.
pub fn try_template(path: &Path) -> Result<()> {
    let name = path.display().to_string();
    let content = std::fs::read(path).map_err(|cause| {
        let missing = cause.kind() == std::io::ErrorKind::NotFound;
        let code = if missing { ErrorCode::FileMissing } else { ErrorCode::TemplateUnreadable };
        Error::new(code).with("file", &name).because(cause)
    })?;
    let empty = Report {
        schema: SCHEMA.to_owned(),
        kind: PaperKind::Case,
        title: String::new(),
        language: Language::Da,
        municipality: String::new(),
        as_of: NaiveDate::default(),
        handed_in: None,
        closed: false,
        sections: Vec::new(),
    };
    filled(&empty, &Template { name, content }).map(drop)
}

/// Fills a package; gives the styles it would need and lacks, and then leaves it as it is.
fn fill(package: &mut Package, report: &Report) -> std::result::Result<Vec<&'static str>, String> {
    let main = Relations::of(package, "")?.parts("officeDocument").into_iter().next().ok_or("no document in it")?;
    match relations::kind(package, &main)?.as_str() {
        DOCUMENT => {}
        TEMPLATE => relations::is_of_kind(package, &main, DOCUMENT)?,
        other => return Err(format!("a document of the kind {other}")),
    }
    let mut document = Element::read(package.get(&main).ok_or("the document is not there")?)?;
    if document.attribute("xmlns:w") != Some(W) {
        return Err("a document of another kind of Word format".to_owned());
    }
    let mut relations = Relations::of(package, &main)?;
    let [style_part, list_part] = ["styles", "numbering"].map(|kind| relations.parts(kind).into_iter().next());
    let (mut theirs, missing) = Theirs::read(style_part.as_deref().and_then(|part| package.get(part)))?;
    if !missing.is_empty() {
        return Ok(missing);
    }
    theirs.speak(tag(report.language));
    let mut styles = Styles::Theirs(Box::new(theirs));
    let empty = || Element::new("w:numbering", &[("xmlns:w", W)]);
    let mut lists = list_part.as_deref().and_then(|part| package.get(part)).map_or_else(|| Ok(empty()), Element::read)?;
    let mut numbering = Numbering::after(&lists);

    let (values, mut found) = (fields::values(report), BTreeSet::new());
    for part in ["header", "footer"].iter().flat_map(|kind| relations.parts(kind)) {
        let Some(content) = package.get(&part) else { continue };
        let mut content = Element::read(content)?;
        if fields::fill(&mut content, &values, &mut found) {
            package.set(&part, content.part());
        }
    }
    fields::fill(&mut document, &values, &mut found);
    if document.attribute("xmlns:r").is_none() {
        document.set("xmlns:r", R);
    }
    let body = document.child_mut("w:body").ok_or("a document without a body")?;
    let paper = marked(report, &found);
    let spot = Spot::find(body);
    let mut writer = Writer::new(&mut styles, &mut numbering, report.language);
    let last = writer.report(&paper, &spot.pages(body), spot.around);
    spot.put(body, writer.xml.0, last)?;

    package.set(&main, document.part());
    numbering.put_in(&mut lists);
    let Styles::Theirs(theirs) = styles else { return Ok(Vec::new()) };
    for (kind, part, content) in [(Kind::STYLES, style_part, theirs.part()), (Kind::NUMBERING, list_part, lists.part())] {
        match part {
            Some(part) => package.set(&part, content),
            None => relations.add(package, kind, content)?,
        }
    }
    let mut whole = Relations::of(package, "")?;
    match whole.parts("core-properties").into_iter().next() {
        Some(part) => package.set(&part, core_properties(report)),
        None => whole.add(package, Kind::PROPERTIES, core_properties(report).into_bytes())?,
    }
    Ok(Vec::new())
}

/// The paper with what must be seen of it and no field of the template says: that it is closed, and when it was handed in.
fn marked<'a>(report: &'a Report, found: &BTreeSet<&'static str>) -> Cow<'a, Report> {
    let closed = report.closed_mark().filter(|_| !found.contains(CLOSED));
    let stamp = report.handed_in.as_ref().filter(|_| !found.contains(STAMP)).map(|_| report.stamp());
    if closed.is_none() && stamp.is_none() {
        return Cow::Borrowed(report);
    }
    let mut report = report.clone();
    if let (Some(mark), Some(first)) = (closed, report.sections.first_mut()) {
        first.blocks.insert(0, Block::Paragraph { runs: vec![Run::bold(mark)] });
    }
    if let (Some(stamp), Some(last)) = (stamp, report.sections.last_mut()) {
        last.blocks.push(Block::paragraph(stamp));
    }
    Cow::Owned(report)
}
