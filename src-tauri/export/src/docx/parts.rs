//! The parts of a document of our own look.

use tilsagn_core::report::Report;
use tilsagn_core::{Language, Result};

use super::body::{Around, Pages, Side, Writer};
use super::numbering::Numbering;
use super::package::Package;
use super::styles::{self, Styles};
use super::xml::{DECLARATION, Xml};
use crate::measure;
use crate::said::stamp;

/// The namespace of what a document says.
pub const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace of relations between parts.
pub const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A4, and its margins, in twentieths of a point.
pub const A4: (u32, u32) = (11_906, 16_838);
const MARGIN: u32 = 1_134;
/// The size of what stands below every page, in twentieths of a point, and what the number of the page takes of it.
const FOOT_SIZE: f64 = 160.0;
const NUMBER: u32 = 1_800;

/// Writes a report in our own look.
///
/// # Errors
/// `export_failed`.
pub fn own(report: &Report) -> Result<Vec<u8>> {
    let (mut styles, mut numbering) = (Styles::Own, Numbering::default());
    let pages = Pages { portrait: side(false, report.closed), landscape: side(true, report.closed) };
    let mut writer = Writer::new(&mut styles, &mut numbering, report.language);
    let last = writer.report(report, &pages, Around::default()).unwrap_or_else(|| pages.portrait.first.clone());
    let mut document = Xml(DECLARATION.to_owned());
    let body = writer.xml.0;
    document.inside("w:document", &[("xmlns:w", W), ("xmlns:r", R)], |xml| {
        xml.inside("w:body", &[], |xml| {
            xml.0.push_str(if body.is_empty() { "<w:p/>" } else { &body });
            xml.0.push_str(&last);
        });
    });

    let mut package = Package::default();
    let asset = |text: &str| in_language(text, report.language).into_bytes();
    package.set("[Content_Types].xml", include_str!("../../assets/docx/content-types.xml"));
    package.set("_rels/.rels", include_str!("../../assets/docx/package.rels"));
    package.set("docProps/core.xml", core_properties(report));
    package.set("docProps/app.xml", include_str!("../../assets/docx/app.xml"));
    package.set("word/document.xml", document.0);
    package.set("word/_rels/document.xml.rels", include_str!("../../assets/docx/document.rels"));
    package.set("word/styles.xml", asset(styles::OWN));
    package.set("word/numbering.xml", numbering.part());
    package.set("word/settings.xml", asset(include_str!("../../assets/docx/settings.xml")));
    package.set("word/fontTable.xml", include_str!("../../assets/docx/fontTable.xml"));
    package.set("word/header1.xml", header(report));
    package.set("word/footer1.xml", footer(report, A4.0 - 2 * MARGIN));
    package.set("word/footer2.xml", footer(report, A4.1 - 2 * MARGIN));
    package.write()
}

/// The language of a report, as a document says it.
pub fn tag(language: Language) -> &'static str {
    match language {
        Language::Da => "da-DK",
        Language::En => "en-GB",
    }
}

/// Our parts are written for Danish.
fn in_language(part: &str, language: Language) -> String {
    match language {
        Language::Da => part.to_owned(),
        Language::En => {
            let english = part.replace("da-DK", tag(language));
            english.replace("<w:decimalSymbol w:val=\",\"/>", "<w:decimalSymbol w:val=\".\"/>")
        }
    }
}

/// What the document says of itself. Its time is the report's, so that the same data gives the same bytes.
pub fn core_properties(report: &Report) -> String {
    let day = report.as_of.format("%Y-%m-%dT00:00:00Z").to_string();
    let (creator, time) = (report.municipality.as_str(), [("xsi:type", "dcterms:W3CDTF")]);
    let mut xml = Xml(DECLARATION.to_owned());
    let names = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.inside("cp:coreProperties", &names, |xml| {
        xml.inside("dc:title", &[], |xml| xml.text(&one_line(&report.title)));
        xml.inside("dc:creator", &[], |xml| xml.text(creator));
        xml.inside("cp:lastModifiedBy", &[], |xml| xml.text(creator));
        xml.inside("dcterms:created", &time, |xml| xml.text(&day));
        xml.inside("dcterms:modified", &time, |xml| xml.text(&day));
        xml.inside("dc:language", &[], |xml| xml.text(tag(report.language)));
    });
    xml.0
}

fn side(landscape: bool, closed: bool) -> Side {
    let (width, height) = if landscape { (A4.1, A4.0) } else { A4 };
    let section = |later: bool| {
        let mut xml = Xml::default();
        let (width, height, margin) = (width.to_string(), height.to_string(), MARGIN.to_string());
        xml.inside("w:sectPr", &[], |xml| {
            if closed {
                xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rIdHeader")]);
            }
            let footer = if landscape { "rIdFooterWide" } else { "rIdFooter" };
            xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", footer)]);
            if later {
                xml.val("w:type", "nextPage");
            }
            let mut size = vec![("w:w", width.as_str()), ("w:h", &height)];
            if landscape {
                size.push(("w:orient", "landscape"));
            }
            xml.empty("w:pgSz", &size);
            // A page on its side is low: it has less air above and below.
            let (high, foot) = if landscape { ("907", "454") } else { ("1134", "567") };
            xml.empty(
                "w:pgMar",
                &[
                    ("w:top", high),
                    ("w:right", &margin),
                    ("w:bottom", high),
                    ("w:left", &margin),
                    ("w:header", "567"),
                    ("w:footer", foot),
                    ("w:gutter", "0"),
                ],
            );
        });
        xml.0
    };
    Side { width: width - 2 * MARGIN, first: section(false), later: section(true) }
}

/// Above every page of a closed item that it is one.
fn header(report: &Report) -> String {
    let mut xml = Xml(DECLARATION.to_owned());
    xml.inside("w:hdr", &[("xmlns:w", W)], |xml| {
        xml.inside("w:p", &[], |xml| {
            xml.inside("w:pPr", &[], |xml| xml.val("w:pStyle", "Header"));
            text(xml, report.closed_mark().unwrap_or_default());
        });
    });
    xml.0
}

/// Below every page its number and the title, and how the paper stands.
fn footer(report: &Report, width: u32) -> String {
    let mut xml = Xml(DECLARATION.to_owned());
    xml.inside("w:ftr", &[("xmlns:w", W)], |xml| {
        xml.inside("w:p", &[], |xml| {
            let position = width.to_string();
            xml.inside("w:pPr", &[], |xml| {
                xml.val("w:pStyle", "Footer");
                xml.inside("w:tabs", &[], |xml| xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &position)]));
            });
            text(xml, &measure::shortened(&one_line(&report.title), f64::from(width.saturating_sub(NUMBER)) / FOOT_SIZE));
            xml.inside("w:r", &[], |xml| xml.empty("w:tab", &[]));
            page_mark(xml, report.page_mark());
        });
        xml.inside("w:p", &[], |xml| {
            xml.inside("w:pPr", &[], |xml| xml.val("w:pStyle", "Footer"));
            text(xml, &one_line(&stamp(report)));
        });
    });
    xml.0
}

/// A sentence with the number of the page and how many there are.
fn page_mark(xml: &mut Xml, sentence: &str) {
    let mut rest = sentence;
    while let Some((at, place, field)) = [("{page}", "PAGE"), ("{of}", "NUMPAGES")]
        .iter()
        .filter_map(|(place, field)| Some((rest.find(place)?, *place, *field)))
        .min()
    {
        text(xml, &rest[..at]);
        xml.inside("w:fldSimple", &[("w:instr", field)], |xml| text(xml, "1"));
        rest = &rest[at + place.len()..];
    }
    text(xml, rest);
}

fn text(xml: &mut Xml, text: &str) {
    if !text.is_empty() {
        xml.inside("w:r", &[], |xml| xml.inside("w:t", &[("xml:space", "preserve")], |xml| xml.text(text)));
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
