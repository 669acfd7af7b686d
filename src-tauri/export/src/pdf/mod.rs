//! A report as PDF by typst: tagged, for everyone to read (PDF/UA-1) and to be kept (PDF/A-2a).

mod data;
mod fonts;
mod glyphs;
mod letters;
mod table;
mod widths;
mod world;

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike as _, NaiveDateTime, NaiveTime, Timelike as _};
use sha2::{Digest as _, Sha256};
use tilsagn_core::report::Report;
use tilsagn_core::{Error, ErrorCode, Result};
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::paper::Made;

pub(crate) use fonts::Fonts;

/// How often a paper is laid out anew without the letters that turned out to have no glyph.
const TRIES: usize = 4;

/// What a paper keeps to, the best first. Text that no standard allows (a letter of a script that is written by parts of letters) still
/// becomes a tagged PDF.
const STANDARDS: [&[PdfStandard]; 3] = [&[PdfStandard::Ua_1, PdfStandard::A_2a], &[PdfStandard::Ua_1], &[]];

/// Writes a report. A letter no font has stands as a box with its code, and is named.
///
/// # Errors
/// `export_failed`.
pub fn pdf(report: &Report) -> Result<Made> {
    let (document, without) = laid_out(report)?;
    let mut refused = String::new();
    for standards in STANDARDS {
        let options = PdfOptions {
            ident: Smart::Custom(identity(report)?),
            creator: Smart::Custom(Some("Tilsagn".to_owned())),
            timestamp: timestamp(report),
            standards: PdfStandards::new(standards).map_err(|error| failed(error.message().as_str()))?,
            ..PdfOptions::default()
        };
        match typst_pdf::pdf(&document, &options) {
            Ok(bytes) => return Ok(Made { bytes, without_glyph: without.into_iter().collect() }),
            Err(errors) => refused = said(&errors),
        }
    }
    Err(failed(&refused))
}

/// Forgets how papers before the last were laid out. The last is remembered: who corrects a word and writes it again waits a fifth of the
/// time, and what is remembered does not grow.
pub fn forget() {
    comemo::evict(1);
}

/// The pages, and the letters that stand as boxes on them.
fn laid_out(report: &Report) -> Result<(PagedDocument, BTreeSet<String>)> {
    let mut unshaped = BTreeSet::new();
    let mut tries = 0;
    loop {
        let (data, without) = data::data(report, &unshaped);
        let data = serde_json::to_vec(&data).map_err(|error| failed(&error.to_string()))?;
        let paper = world::Paper::new(data).ok_or_else(|| failed("no place for the template"))?;
        let document: PagedDocument = typst::compile(&paper).output.map_err(|errors| failed(&said(&errors)))?;
        let more = glyphs::without(&document);
        tries += 1;
        if tries == TRIES || more.is_subset(&unshaped) {
            return Ok((document, without));
        }
        unshaped.extend(more);
    }
}

/// The same for the same content.
fn identity(report: &Report) -> Result<String> {
    let content = serde_json::to_vec(report).map_err(|error| failed(&error.to_string()))?;
    Ok(Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect())
}

/// When it was handed in, else midnight of the day it is seen from.
fn timestamp(report: &Report) -> Option<Timestamp> {
    let handed_in = report.handed_in.as_ref().and_then(|handed_in| DateTime::parse_from_rfc3339(&handed_in.at).ok());
    let at = handed_in.map_or_else(|| NaiveDateTime::new(report.as_of, NaiveTime::MIN), |at| at.naive_utc());
    let part = |value: u32| u8::try_from(value).unwrap_or_default();
    let (month, day) = (part(at.month()), part(at.day()));
    Datetime::from_ymd_hms(at.year(), month, day, part(at.hour()), part(at.minute()), part(at.second())).map(Timestamp::new_utc)
}

fn said(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

fn failed(why: &str) -> Error {
    Error::new(ErrorCode::ExportFailed).because(why)
}
